command-people = Trovare una persona
button-find-person = Trovare qualcuno
button-who-is-this = Chi è?
button-person = Torna alla scheda
form-find-title = Trovare una persona
form-find-number = Invii ciò che ha sotto mano: il numero di un ordine, il codice di un biglietto, un indirizzo e-mail, un telefono o un numero Telegram.
form-find-number-invalid = Non ci sono né lettere né cifre. Un numero d’ordine è come 7F3A09C2D1, il codice di un biglietto come ABCD2345.
form-find-done = Ecco la persona. Ciò che ci ha confidato è mascherato.
form-look-title = Leggere un dato
form-look-reason = Perché deve leggerlo? Il motivo resta con il Suo nome e l’ora, non più di 500 caratteri.
form-look-reason-invalid = Dica perché, in poche parole.
form-look-done = <b>Annotato</b>, con il Suo nome, l’ora e il motivo.

person-head =
    <b>{ $name }</b>
    { $roles }
person-is-guest = ospite
person-is-admin = amministrazione
person-is-organizer = organizzazione
person-is-designer = designer
person-is-model = modella o modello
person-is-staff = in una squadra
person-house = Maison: { $name }
person-since = Qui dal { $day }
person-last = Ultima visita: { $day }
person-telegram = Numero Telegram <code>{ $number }</code>, raggiungibile
person-unreachable = Numero Telegram <code>{ $number }</code>, non raggiungibile
person-suspended = <b>Account sospeso</b>
person-invited = <b>Invito inviato, nessuna visita finora</b>
person-hint = Un pulsante mostra ciò che sta dietro i puntini. Chiede perché, e la lettura viene annotata.
person-revealed =
    <b>{ $field }</b>
    { $value }
person-value = { $label }: { $value }

detail-name = Nome
detail-email = E-mail
detail-phone = Telefono
detail-picture = Foto
detail-first_name = Nome su Telegram
detail-username = @username
detail-bio = Presentazione
detail-links = Link
detail-company = Azienda
detail-position = Ruolo
detail-city = Città
detail-born = Data di nascita
detail-measures = Misure
detail-portfolio = Foto, agenzia
detail-page = Pagina portfolio

looks-title = <b>Chi ha guardato</b>
looks-line = { $day } · { $who } · { $field } · «{ $reason }»
looks-me = Lei
looks-none = Nessuno ha guardato dietro i puntini.

error-UnknownNumber = Così non conosco nessuno. Controlli ciò che ha inviato e lo mandi di nuovo.
error-LookedTooOften = { $limit ->
    [one] È una lettura in un’ora, il massimo.
   *[other] Sono { $limit } letture in un’ora, il massimo.
 } Riprenda un po’ più tardi.
