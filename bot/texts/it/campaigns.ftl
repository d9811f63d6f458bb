error-EmptyAudience = Nessuno lo riceverebbe: in questo pubblico nessuno ha ancora accettato le novità. Scelga un altro pubblico, o attenda nuovi follower.
error-CampaignLeft = Questo messaggio sta partendo o è partito, e resta com’è. Annulli ciò che deve ancora partire: «Scriverlo di nuovo» ne comincia un altro con le sue parole.
error-MarketingNeeded = Agli ospiti scrivono le maison: chi le possiede, chi le gestisce o ne cura il marketing. Se lavora per una di loro, chieda quel ruolo nella squadra di una serata.
error-EventOver = La serata «{ $title }» è terminata: non parte più nulla che la riguardi. Si può scrivere ai follower: «Modificarlo», poi «Pubblico».
error-EventCalledOff = La serata «{ $title }» è annullata: non parte più alcun invito. Si può scrivere ai follower: «Modificarlo», poi «Pubblico».
error-LeavesTooLate = La serata «{ $title }» sarà già terminata: finisce { $ends_at }. Scelga un orario precedente.
error-ButtonToNothing = Un pulsante porta alla serata «{ $title }», che è { $why ->
        [called-off] annullata
       *[over] terminata
    }. Lo tolga o scelga un’altra serata: «Modificarlo» finché è una bozza, poi «Scriverlo di nuovo».
error-ButtonLeavesTooLate = Un pulsante porta alla serata «{ $title }», che sarà già terminata: finisce { $ends_at }. Scelga un orario precedente, o un altro pulsante.
error-OwnCampaign = L’ha scritto Lei: deve acconsentire qualcun altro, della Sua maison o dell’ufficio.
command-broadcast = Scrivere agli ospiti
button-campaigns = Scrivere agli ospiti
button-newest = ‹ I più recenti
button-compose = ✎ Nuovo messaggio
button-campaign = { $state ->
    [draft] ✎
    [scheduled] ◷
    [waiting] ◔
    [active] ▶
    [paused] ❚❚
    [completed] ✓
   *[cancelled] ✕
 } { $name }
campaigns =
    <b>Scrivere agli ospiti</b>

    I Suoi messaggi, dal più recente. Arrivano a chi ha chiesto novità; ciò che chi ha un biglietto deve sapere arriva a tutti.
campaigns-none =
    <b>Scrivere agli ospiti</b>

    Un solo messaggio per tutte le persone interessate: i Suoi follower, una città, o gli ospiti di una serata.

form-campaign-title = Un messaggio agli ospiti
form-campaign-house = Per quale maison scrive?
form-campaign-house-label = Maison
form-campaign-audience = A chi è rivolto? I numeri sono quelli delle persone raggiungibili che hanno accettato le novità.
form-campaign-audience-label = Pubblico
form-campaign-city = I follower di quale città?
form-campaign-city-label = Città
form-campaign-event = Gli ospiti di quale serata?
form-campaign-event-label = Serata
form-campaign-part = Tutti, o solo alcuni? Salti la domanda per tutti.
form-campaign-part-label = Solo alcuni
form-campaign-purpose = Di che cosa si tratta? Ciò che gli ospiti devono sapere della loro serata arriva a ciascuno. Un invito ad altro arriva solo a chi ha accettato le novità.
form-campaign-purpose-label = Genere
form-campaign-purpose-service = Su questa serata
form-campaign-purpose-marketing = Novità o invito
form-campaign-picture = Un’immagine sopra il testo, o un album fino a 10? Si inviano una per una o insieme, oppure si può saltare. Un’immagine e al massimo 1024 caratteri arrivano in un solo messaggio; altrimenti vengono prima le immagini, poi il testo con i suoi pulsanti.
form-campaign-picture-label = Immagini
form-campaign-words =
    Ora lo scriva, così come deve arrivare. <b>Grassetto</b>, <i>corsivo</i>, link e citazioni restano come li imposta.

    Dove sta {"{first_name}"}, ogni ospite legge il proprio nome: <i>Buonasera {"{first_name}"}</i> diventa <i>Buonasera Camilla</i>.
form-campaign-words-label = Testo
form-campaign-links = Dei pulsanti sotto, che portano alle Sue serate? Tocchi quelli che desidera.
form-campaign-links-label = Pulsanti
form-campaign-done = <b>Conservato come bozza.</b> Qui sotto, come lo vedranno gli ospiti.
form-campaign-time-title = Quando deve partire?
form-campaign-time-time = In quale giorno, e a che ora? Lo dica nell’ora di { $city }.
form-campaign-time-done = <b>Partirà da solo.</b>
campaign-left-before = <b>Era già partito</b> quando ha scelto l’ora: nulla è stato spostato.

form-link-foreign = Il link { $address } non aprirebbe nulla ai Suoi ospiti. Un link comincia con https://, seguito dal nome di una pagina. Basta correggerlo e inviare di nuovo il testo.
form-markup-open = La formattazione è incompleta: &lt;{ $tag }&gt; è aperto e mai chiuso. Aggiunga &lt;/{ $tag }&gt; e lo invii di nuovo, o usi il menu di Telegram.
form-markup-close = La formattazione non va: &lt;/{ $tag }&gt; chiude qualcosa che non è aperto. Ricontrolli e lo invii di nuovo.
form-markup-unknown = Telegram non conosce la formattazione &lt;{ $tag }&gt;. Grassetto &lt;b&gt;, corsivo &lt;i&gt;, link &lt;a&gt; e citazioni &lt;blockquote&gt; vanno bene; lo invii di nuovo con queste.
form-markup-hidden = «{ $words }» sta fra parentesi angolari, come una nota, e nessuno lo vedrebbe. Lo scriva senza &lt; e &gt;, o lo tolga, e lo invii di nuovo.
form-links-long = Gli indirizzi dei link sono più lunghi di quanto Telegram accetti in un messaggio. Metta meno link, o più corti, e lo invii di nuovo.
form-filled-unknown = Non so che cosa debba stare al posto di { $word }. Un nome si scrive { $known }, esattamente così: basta correggere e inviare di nuovo.
form-filled-torn = La formattazione comincia o finisce in mezzo a { $known }, e nessun nome potrebbe starvi. Va formattato per intero, o per niente: poi basta inviare di nuovo.
form-filled-long = Con i nomi più lunghi sarebbero { $length } caratteri e ho spazio per { $limit }: basta accorciare un po’ e inviare di nuovo.

campaign-own-house = La mia maison
campaign-guest = ospite
audience-everyone = tutte le persone che desiderano novità
audience-followers = i Suoi follower e quelli dei Suoi stilisti
audience-followers-of = i follower della maison { $house } e dei suoi stilisti
audience-city = i follower di { $city }
audience-holders = gli ospiti di { $title } che desiderano novità
audience-holders-service = tutti gli ospiti di { $title }
form-campaign-audience-everyone = Tutti
form-campaign-audience-followers = Follower
form-campaign-audience-city = Una città
form-campaign-audience-holders = Ospiti di una serata
audience-waiting = chi attende un posto per { $title } e desidera novità
audience-part = { $whole }: { $part }
audience-about = { $name } · { $count }+
audience-some = { $kind ->
    [designers] stilisti
    [models] modelle e modelli
    [waiting] chi attende un posto
   *[taste] chi ama: { $taste }
 }
audience-sized = { $name } · { $count }

campaign-desk =
    <b>Pronto a partire</b>

    Per { $audience }: <b>{ $count ->
        [one] una persona
       *[other] { $count } persone
    }</b>, in circa { $duration }.
campaign-desk-capped = Un ospite riceve al massimo { $most ->
    [one] una campagna
   *[other] { $most } campagne
 } a settimana, da tutte le maison insieme: chi ne ha già ricevute abbastanza viene tralasciato.
campaign-desk-asleep = Chi è nelle sue ore di quiete lo riceve quando queste finiscono.
campaign-desk-empty =
    <b>Ancora nessuno a cui scrivere</b>

    Per { $audience }: nessuno è ancora raggiungibile, quindi non c’è nulla da inviare. Scelga un altro pubblico, o torni più tardi: la bozza è conservata.
campaign-desk-over =
    <b>La serata «{ $title }» è terminata</b>

    Non parte più nulla che la riguardi, né per i suoi ospiti né come invito. Con «Modificarlo» si sceglie a chi scrivere, per esempio ai follower; il testo resta.
campaign-desk-button =
    <b>Un pulsante porta alla serata «{ $title }», che è { $why ->
        [called-off] annullata
       *[over] terminata
    }</b>

    Per questo il messaggio non parte. Con «Modificarlo» si tiene senza quel pulsante, o si sceglie un’altra serata; il testo resta.
campaign-desk-called-off =
    <b>La serata «{ $title }» è annullata</b>

    Non parte più alcuna novità né alcun invito che la riguardi. Con «Modificarlo» si sceglie a chi scrivere, per esempio ai follower; le parole restano. Ciò che gli ospiti devono sapere parte sempre, con «Su questa serata».
campaign-scheduled =
    <b>{ $name }</b>

    Parte da solo: <b>{ $when }</b>
    Per { $audience }, { $count ->
        [0] nessuno al momento
        [one] una persona al momento
       *[other] { $count } persone al momento
    }.

    Per cambiarne le parole, lo annulli: «Scriverlo di nuovo» riparte poi da quelle.
campaign-head =
    <b>{ $name }</b>
    { $state ->
        [active] In viaggio
        [paused] In pausa
        [completed] Inviato
        [cancelled] Annullato
       *[other] In attesa
    }
campaign-preparing = L’elenco è in preparazione … { $count } finora
campaign-bar =
    { $bar } { $percent } %
    { $done } di { $total }
campaign-sent = ✓ { $count ->
    [one] { $count } consegnato
   *[other] { $count } consegnati
 }
campaign-blocked = ✕ { $count ->
    [one] { $count } non raggiungibile: bot bloccato, o mai aperto
   *[other] { $count } non raggiungibili: bot bloccato, o mai aperto
 }
campaign-asleep = ☾ { $count } in attesa della fine delle loro ore di quiete
campaign-capped = − { $count ->
    [one] { $count } tralasciata: questa settimana ha ricevuto abbastanza campagne
   *[other] { $count } tralasciate: questa settimana hanno ricevuto abbastanza campagne
 }
campaign-skipped = − { $count ->
    [one] { $count } tralasciata: non desidera più novità, o l’invio è stato annullato
   *[other] { $count } tralasciate: non desiderano più novità, o l’invio è stato annullato
 }
campaign-failed = ⚠ { $count ->
    [one] { $count } non consegnato
   *[other] { $count } non consegnati
 }
campaign-unknown = ◌ { $count ->
    [one] { $count } incerto: in viaggio quando l’invio si è interrotto. Forse è arrivato; non viene inviato di nuovo
   *[other] { $count } incerti: in viaggio quando l’invio si è interrotto. Forse sono arrivati; non vengono inviati di nuovo
 }
campaign-rest = Ancora { $duration } circa.
campaign-held = Telegram ci chiede di attendere fino a <b>{ $until }</b>. Poi l’invio riprende da solo; serviranno ancora { $duration } circa.
campaign-unknown-title =
    <b>{ $name }</b>

    Per questi ospiti nessuno può dire se il messaggio è arrivato. Non viene inviato una seconda volta.
campaign-unknown-line = · { $name }
campaign-started = <b>{ $name }</b> parte adesso.
campaign-dropped =
    <b>{ $name }</b>

    Abbandonato. Nulla è stato inviato. «Scriverlo di nuovo» ne comincia un altro, con le sue parole e le sue immagini.
campaign-beside = { $state ->
    [left] <b>Il testo precedente è partito nel frattempo.</b>
   *[waits] <b>Il testo precedente è stato lanciato nel frattempo</b>, e attende di partire.
 } Questo sarebbe un secondo messaggio alle stesse persone.
button-campaign-launch = Inviare ora
button-campaign-later = Scegliere l’ora
button-campaign-move = Spostarlo
button-campaign-test = Provarlo su di me
button-campaign-look = Guardarlo
button-campaign-preview = Rivederlo
button-campaign-change = Modificarlo
button-campaign-drop = Abbandonarlo
button-campaign-pause = ❚❚ Pausa
button-campaign-resume = ▶ Riprendere
button-campaign-cancel = ✕ Annullare
button-campaign-list = Chi è incerto
button-campaign-open = Al messaggio
button-campaign-watch = Seguirlo
button-campaign-see = Vedere
alert-campaign-test = Arriva, soltanto a Lei.
duration-seconds = { $count ->
    [one] un secondo
   *[other] { $count } secondi
 }
duration-minutes = { $count ->
    [one] un minuto
   *[other] { $count } minuti
 }
duration-hours = { $count ->
    [one] un’ora
   *[other] { $count } ore
 }
form-campaign-channel = Nella chat o per e-mail? I numeri dicono chi si raggiunge così: per e-mail, chi ha confermato un indirizzo e lì accetta le novità.
form-campaign-channel-label = Invio
form-campaign-subject = Quale sarà l’oggetto della lettera?
form-campaign-subject-label = Oggetto
campaign-subject = <b>Oggetto:</b> { $subject }
campaign-by-message = Nella chat
campaign-by-letter = Per e-mail
letter-why = Riceve questa lettera perché ha accettato le novità per e-mail.
letter-stop = Non ricevere più queste lettere
campaign-desk-large = È per più di { $most } persone, e prima lo legge una seconda persona: «Inviare ora» e «Scegliere l’ora» lo chiedono a qualcuno della Sua maison, o dell’ufficio.
campaign-awaiting =
    <b>{ $name }</b>

    Per { $audience }, { $count ->
        [0] nessuno al momento
        [one] una persona al momento
       *[other] { $count } persone al momento
    }.
    { $who ->
        [own] Prima lo legge una seconda persona, della Sua maison o dell’ufficio. La richiesta è partita, e avrà la risposta. Per cambiarlo, prima «Riprenderlo».
       *[second] È per molte persone: prima lo legge chi non l’ha scritto. Lo guardi, e dica sì o no.
    }
    { $leaves ->
        [now] Con il consenso, parte subito.
       *[then] Con il consenso, parte da solo: <b>{ $when }</b>
    }
campaign-maker = Qualcuno
campaign-asked =
    <b>Può partire?</b>

    { $maker } ha scritto «{ $name }» per { $audience }. Un messaggio a così tante persone parte quando una seconda persona ha acconsentito.
campaign-asked-of = Parte a nome della maison <b>{ $house }</b>.
campaign-agreed = <b>{ $name }</b> ha avuto il consenso, e segue la sua strada.
campaign-steered = { $done ->
    [launched] <b>{ $name }</b> parte adesso: { $who } ne ha avviato l’invio.
    [moved] { $who } ha scelto quando parte <b>{ $name }</b>: <b>{ $when }</b>.
    [paused] { $who } ha messo in pausa <b>{ $name }</b>. Per ora non parte più nulla.
    [resumed] { $who } ha fatto ripartire <b>{ $name }</b>.
   *[cancelled] { $who } ha annullato <b>{ $name }</b>. Ciò che non era ancora partito non partirà.
 }
campaign-moved = <b>{ $name }</b>, a cui ha acconsentito, è stato spostato e ora parte: <b>{ $when }</b>. Il Suo sì resta; se non va bene, lo apra e lo annulli.
campaign-declined = <b>{ $name }</b> non ha avuto il consenso. È di nuovo una bozza: la cambi, e chieda ancora.
campaign-declined-why = <blockquote>{ $why }</blockquote>
campaign-grown = <b>{ $name }</b> doveva partire ora. Il suo pubblico è cresciuto tanto che prima lo legge una seconda persona; la richiesta è partita.
campaign-too-late = <b>{ $name }</b> non è partito: alla sua ora la serata «{ $title }» { $why ->
        [called-off] era già annullata
       *[over] era già terminata
    }. È di nuovo una bozza. { $led ->
        [yes] Uno dei pulsanti porta lì: con «Modificarlo» si può toglierlo, o scegliere un’altra serata.
       *[no] Con «Modificarlo» si può scrivere ai follower.
    }
campaign-test-failed = Ha provato <b>{ $name }</b> su di sé, e non è arrivato.
campaign-not-shown = { $way ->
    [letter] <b>Telegram non può mostrare questa lettera</b> così com’è.
   *[message] <b>Telegram non può mostrare questo messaggio</b> così com’è: non lo riceverebbero nemmeno i Suoi ospiti.
 }
campaign-refused-said = Telegram ha detto: <code>{ $said }</code>
campaign-refused-why = { $kind ->
    [button] Rifiuta un pulsante: scelga altri pulsanti.
    [picture] Non accetta l’immagine: la invii di nuovo.
    [text] Non accetta il testo: lo accorci un po’, con una formattazione più semplice e meno link.
    [away] Telegram stesso è in difficoltà. Il Suo messaggio non c’entra: riprovi tra un po’.
    [address] Il Suo indirizzo e-mail non lo accetta. Controlli l’indirizzo nel Suo profilo, poi riprovi.
    [letter] Il server di posta non accetta questa lettera. Ne cambi l’oggetto o il testo: un po’ più breve, con meno link.
    [server] Il server di posta è rimasto irraggiungibile, per quanto abbiamo provato. La Sua lettera non c’entra: riprovi tra un po’.
    [ours] L’invio è fallito da parte nostra, per quanto abbiamo provato. Riprovi tra un po’; se non basta, ci scriva: /support.
   *[other] Riguardi il testo, le immagini e i pulsanti, poi riprovi.
 }
campaign-stopped = <b>{ $name }</b> si è messo in pausa: i primi invii sono tutti falliti, e allo stesso modo.
campaign-stopped-why =
    Telegram ha detto: <code>{ $said }</code>
    { $kind ->
        [button] Rifiuta un pulsante. Annulli, e lo scriva di nuovo con altri pulsanti.
        [picture] Non accetta l’immagine. Annulli, e lo scriva di nuovo inviando ancora l’immagine.
        [text] Non accetta il testo. Annulli, e lo scriva di nuovo, un po’ più breve e con una formattazione più semplice.
        [away] Telegram stesso è in difficoltà. Lo riprenda tra un po’.
       *[other] Lo provi su di sé; quando funziona, lo riprenda. Nessuno lo riceve due volte.
    }
button-campaign-again = Scriverlo di nuovo
button-campaign-recall = Riprenderlo
button-campaign-agree = ✓ Lasciarlo partire
button-campaign-decline = ✕ Non così
form-campaign-no-title = Non così
form-campaign-no-why = Che cosa dovrebbe essere diverso? Chi l’ha scritto legge la Sua frase, al massimo 500 caratteri.
form-campaign-no-why-invalid = Lo dica in poche parole.
form-campaign-no-done = <b>Rimandato.</b> Chi l’ha scritto ha la Sua frase, e una bozza da cambiare.
campaign-waits-no-more = <b>{ $wanted ->
    [agree] Il Suo consenso non serve più.
    [preview] Non c’è più nulla da guardare.
   *[decline] Nulla è stato rimandato.
 }</b> { $state ->
    [agreed] Nel frattempo qualcuno ha acconsentito.
    [given-up] Nel frattempo vi si è rinunciato.
    [draft] Chi l’ha scritto lo ha di nuovo, come bozza.
   *[other] Non attende più.
 }
campaign-by-post = Pubblicato per tutti
audience-channels = chi legge i Suoi canali
audience-channels-of = chi legge i canali della maison { $house }
campaign-desk-posts =
    <b>Pronto per la pubblicazione</b>

    { $count ->
        [one] In un posto
       *[other] In { $count } posti
    }: i Suoi canali, e dove il portale stesso pubblica. Lo leggeranno tutti, una sola volta.
button-channel = Pubblicare in un canale
channel-how =
    <b>I Suoi messaggi in un canale</b>

    Mi renda amministratore del Suo canale, con il diritto di pubblicare: basta questo. Lo sono già? Scriva <code>/channel @nome</code>, o mi inoltri un post del canale. Anche Lei deve esserne amministratore.
channel-wrong = { $state ->
    [not-mine] Non posso ancora pubblicare in { $title }. Mi renda amministratore, con il diritto di pubblicare messaggi.
    [not-yours] { $title } non è Suo da collegare: Telegram non La indica tra i suoi amministratori.
    [no-house] Un canale lo collega la maison stessa: se ne occupa chi la possiede.
   *[unknown] Non vedo questo canale. Scriva il suo nome come appare in Telegram, con @, e prima mi renda amministratore.
 }
channel-connected = <b>{ $title }</b> è collegato: le campagne possono esservi pubblicate. Se mi toglie i diritti nel canale, il collegamento finisce.
channel-lost = <b>{ $title }</b> non è più collegato.
