button-versions = Tutte le versioni
button-restore = Ripristinare questa
button-restore-yes = Sì, ripristina
button-restore-no = No, resta così
versions-title = <b>«{ $title }», versione per versione</b>
versions-hint = Un numero mostra una versione com’era, e permette di ripristinarla.
version-line = { $number }. { $when } · { $who } · versione { $version }
version-reason = <i>«{ $reason }»</i>
version-somebody = qualcuno che ha lasciato la squadra
version-title = <b>{ $thing }, versione { $number }</b>
version-value = { $field }: { $value }
version-change = • { $change }
version-would = <b>Ripristinarla cambierebbe questo:</b>
version-back = • { $thing }: di nuovo presente
version-is-now = È la versione di adesso.
version-gone = In quel momento è stato tolto. Una versione precedente può riportarlo.
version-surely = <b>{ $thing }: ripristinare la versione { $number }?</b>
version-stays = Ciò che c’è adesso resta nell’elenco: non si perde nulla.
version-stays-reason = Gli ospiti hanno visto questa serata: tra poco Le chiederemo il motivo. Ciò che c’è adesso resta nell’elenco.
version-ticket-active = in vendita
version-ticket-inactive = tolto
version-ticket-sold_out = esaurito
version-collection-draft = bozza
version-collection-published = pubblicata
version-collection-archived = riposta
version-part-events = { history-part-events }
version-part-ticket_types = { history-part-ticket_types }
version-part-event_schedules = { history-part-event_schedules }
version-part-collections = La collezione
history-field-season = stagione
history-field-year = anno
history-field-images = foto
button-overwrite = Salvare il mio
form-clash = Nel frattempo, { $when }, modifica di { $who }: { $change }. Salvare comunque la Sua? «Annullare» lascia ciò che c’è adesso.
form-restore-title = Ripristinare una versione
form-restore-done = È di nuovo com’era, come versione più recente.
form-restore-reason = { form-ev-start-reason }
form-restore-reason-invalid = { form-ev-start-reason-invalid }
error-AsItWas = È già così: non c’è nulla da ripristinare.
error-WasAnotherState = Allora la serata non era in programma, e non ne esce così. Scelga, per favore, una versione successiva alla pubblicazione.
error-FewerThanTaken = { $taken } sono venduti o riservati, e quella versione ne aveva { $wanted }. Nulla è cambiato; indichi piuttosto un altro numero.
error-ChangedSince =
    { $who ->
        [none] È stato cambiato qualcosa
       *[other] { $who } ha cambiato qualcosa
    } da quando ha guardato, { $at }. Nulla è andato perso; guardi di nuovo, per favore.
