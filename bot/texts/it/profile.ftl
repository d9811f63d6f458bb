button-profile = Il mio profilo
command-profile = Che cosa vi ho detto di me

profile =
    <b>Il Suo profilo</b>

    Niente di questo serve per comprare un biglietto. Il nome si legge all’ingresso; nessun altro ospite vede il resto. Ogni parte si può cambiare o togliere; /privacy dice come si conserva.

    { $lines }

    { $tastes }
profile-house = La Sua azienda è il nome della Sua maison: gli ospiti lo leggono su ogni serata e ricevuta.
profile-line-name = Nome · <b>{ $value }</b>
profile-line-photo = Foto · <b>{ $value }</b>
profile-line-email = E-mail · <b>{ $value }</b>
profile-line-phone = Telefono · <b>{ $value }</b>
profile-line-bio = Su di Lei · <b>{ $value }</b>
profile-line-links = Link · <b>{ $value }</b>
profile-line-company = Azienda · <b>{ $value }</b>
profile-line-position = Ruolo · <b>{ $value }</b>
profile-line-city = Città · <b>{ $value }</b>
profile-photo-there = conservata
profile-tastes = «Per Lei» cerca: <b>{ $said }</b>
profile-tastes-none = Ci dica i Suoi gusti, e «Per Lei» li seguirà.
profile-tastes-brands = { $count ->
    [one] un marchio
   *[other] { $count } marchi
 }
button-profile-add = + { $part }
button-profile-tastes = I miei gusti
button-profile-change = Cambiare
button-profile-remove = Togliere
button-profile-telegram = Come in Telegram

profile-part-name =
    <b>Nome</b>
    { $value }

    All’ingresso si leggono il nome e un’iniziale; la squadra della Sua serata lo legge per intero.
profile-part-photo =
    <b>Foto</b>

    Nessun altro ospite la vede.
profile-part-email =
    <b>E-mail</b>
    { $value }

    Confermata. Nessun altro ospite la vede.
profile-part-phone =
    <b>Telefono</b>
    { $value }

    Nessun altro ospite lo vede.
profile-part-bio =
    <b>Su di Lei</b>
    { $value }

    Nessun altro ospite lo vede.
profile-part-links =
    <b>Link</b>
    { $value }

    Nessun altro ospite li vede.
profile-part-company =
    <b>Azienda</b>
    { $value }

    Nessun altro ospite la vede.
profile-part-house =
    <b>Azienda</b>
    { $value }

    È il nome pubblico della Sua maison. Cambia con la Sua registrazione.
profile-part-position =
    <b>Ruolo</b>
    { $value }

    Nessun altro ospite lo vede.
profile-part-city =
    <b>Città</b>
    { $value }

    Nessun altro ospite la vede.

form-my-name-title = Nome
form-my-name-name = Con quale nome La deve conoscere l’ingresso? Resta, anche se il Suo nome in Telegram cambia.
form-my-name-name-invalid = Un nome ha delle lettere, perché si possa dire: scriva il Suo, per favore.
form-my-name-done = <b>Molto piacere.</b>

form-my-photo-title = Foto
form-my-photo-photo = Mandi una Sua foto, per favore.
form-my-photo-done = <b>Grazie, è conservata.</b>

form-my-bio-title = Su di Lei
form-my-bio-bio = Che cosa si dovrebbe sapere di Lei? Fino a 1000 caratteri.
form-my-bio-done = <b>Grazie, è conservato.</b>

form-my-links-title = Link
form-my-links-links = Dove La si trova? Fino a cinque indirizzi in un messaggio, per esempio <i>@ilsuonome</i> per Instagram.
form-my-links-done = <b>Grazie, sono conservati.</b>

form-my-company-title = Azienda
form-my-company-company = Dove lavora?
form-my-company-company-invalid = Un nome ha delle lettere: scriva il nome dell’azienda, per favore.
form-my-company-done = <b>Grazie, è conservato.</b>

form-my-position-title = Ruolo
form-my-position-position = Di che cosa si occupa?
form-my-position-position-invalid = Un ruolo ha delle lettere: lo scriva, per esempio <i>buyer</i>.
form-my-position-done = <b>Grazie, è conservato.</b>

form-my-city-title = Città
form-my-city-city = In quale città vive?
form-my-city-city-invalid = Una città ha delle lettere: scriva il suo nome, per esempio <i>Milano</i>.
form-my-city-done = <b>Grazie, è conservata.</b>

form-my-email-title = E-mail
form-my-email-address = Qual è il Suo indirizzo? Vi scrivo una lettera con sei cifre.
form-my-email-code = Una lettera è in viaggio verso quell’indirizzo. Scriva le sei cifre che vi trova; valgono solo per poco. Non è arrivato niente? Guardi tra la posta indesiderata, o torni indietro a controllare l’indirizzo.
form-my-email-done = <b>Confermato, grazie.</b>
button-letter-again = Un’altra lettera
form-expects-email = Qui mi serve un indirizzo e-mail: lo scriva in un messaggio, per favore.
form-no-email = Non sembra un indirizzo e-mail. Lo scriva così: <i>nome@esempio.it</i>
form-expects-code = Qui mi servono le sei cifre della lettera: le scriva in un messaggio, per favore.
form-no-code = Il codice ha sei cifre, per esempio <i>012345</i>. Scriva quelle della lettera, per favore.
form-code-wrong = Non sono le cifre dell’ultima lettera. Guardi ancora, per favore.
form-code-over = Quel codice non vale più. Tocchi «Un’altra lettera», e una nuova parte subito.
form-code-taken = Questo indirizzo non si può confermare qui: forse sta con un altro Suo account. /support può aiutare.
form-letter-again = Fatto: un’altra lettera è in viaggio. Ora valgono solo le sue cifre.

phone-title = Telefono
phone-question =
    <b>Il Suo numero</b>

    Tocchi il pulsante qui sotto e Telegram mi dà il Suo numero. Non serve mai per comprare, e può toglierlo quando vuole.
button-share-number = Condividere il numero
button-keep-number = Nessun numero
phone-not-now = Va bene, nessun numero.
phone-kept = <b>Grazie, il Suo numero è conservato.</b>
phone-of-another = Questo biglietto non è il Suo, quindi non ne conservo niente. Per darmi il Suo numero apra /profile e tocchi Telefono.

form-my-tastes-title = I Suoi gusti
form-my-tastes-types = Che cosa Le piace vedere? Tocchi tutto ciò che va bene, o salti.
form-my-tastes-types-label = Serate
form-my-tastes-types-fashion_show = Sfilate
form-my-tastes-types-exhibition = Mostre
form-my-tastes-types-workshop = Workshop
form-my-tastes-cities = In quali città? Tocchi tutto ciò che va bene, o salti.
form-my-tastes-cities-label = Città
form-my-tastes-brands = Le collezioni di chi? Tocchi tutte quelle che Le piacciono, o salti.
form-my-tastes-brands-label = Marchi
form-my-tastes-price = Fino a quale prezzo? Conta il biglietto meno caro.
form-my-tastes-price-label = Prezzo
form-my-tastes-price-free = Gratis
form-my-tastes-price-50 = Fino a 50
form-my-tastes-price-100 = Fino a 100
form-my-tastes-done = <b>Annotato.</b> D’ora in poi «Per Lei» ne tiene conto.

letter-code-subject = { $code } è il Suo codice per Fashionista Portal
letter-code =
    Buongiorno,

    qualcuno, speriamo Lei, ha dato questo indirizzo nella chat di Fashionista Portal. Queste cifre lo confermano:

    { $code }

    Le scriva là entro { $minutes ->
        [one] un minuto
       *[other] { $minutes } minuti
     }, per favore. Se non è stato Lei, non c’è niente da fare: senza le cifre non succede niente.

    La maison Fashionista Portal
letter-known-subject = Il Suo indirizzo presso Fashionista Portal
letter-known =
    Buongiorno,

    qualcuno, forse Lei, ha dato questo indirizzo nella chat di Fashionista Portal. Vi è già confermato, con un altro account Telegram; quindi nulla è cambiato.

    Per usarlo con il nuovo account, lo tolga prima da quello vecchio, o scriva /support nella chat. Se non è stato Lei, non c’è niente da fare.

    La maison Fashionista Portal
email-bounced =
    <b>Il Suo indirizzo e-mail non funziona</b>

    Il server di posta dice che lì non c’è nessuno, perciò non vi mandiamo più lettere. Tutto Le arriva qui nella chat come prima. Nel Suo profilo può confermare di nuovo l’indirizzo, o darne un altro.
