command-approvals = Le iscrizioni in attesa
button-approvals = In attesa
button-look = Guardare
button-approve = Accogliere
button-refuse = Rifiutare
button-photos = { $count ->
    [one] La foto
   *[other] Le { $count } foto
 }
approvals = { $count ->
    [one] <b>Un’iscrizione è in attesa.</b> La prima decisione vale.
   *[other] <b>{ $count } iscrizioni sono in attesa.</b> La prima decisione vale.
 }
approvals-none = Nessuno è in attesa. Ottimo.
approvals-label = { $name } · { $trade }
approval-notice = <b>{ $name }</b> attende una risposta: { $trade }.
approval-head =
    <b>{ $name }</b> · { $trade }
    inviata da { $person }
approval-age = { $born } ({ $years } anni)
approval-guardian-label = Genitore o tutore
approval-guardian = consenso di { $name }, { $day }
approval-approved = ✓ Accolta. La persona è stata avvisata.
approval-rejected = ✕ Rifiutata, con un motivo. La persona è stata avvisata.

form-refusal-title = Rifiutare
form-refusal-reason = Perché no, e che cosa aiuterebbe? La persona legge le parole così come sono, non più di 500 caratteri, e può inviare di nuovo le risposte.
form-refusal-reason-label = Motivo
form-refusal-reason-invalid = Il motivo va detto a parole: la persona non ha altro per capire.
form-refusal-done = <b>La persona è stata avvisata.</b>

error-AlreadyDecided = Qualcuno della maison ha già deciso.
error-RegistrationChanged = La richiesta è cambiata da quando l’ha letta. La rilegga, per favore: ecco come sta ora.
error-AlreadyRegistered = L’iscrizione è già accolta: non c’è altro da inviare.
error-OwnGuardian = Questo link è per un genitore o tutore maggiorenne e funziona solo dal suo account: va inviato a quella persona.
error-BrandNotApproved = Il marchio al momento non è accolto: /register dice a che punto è. La collezione è conservata e si potrà pubblicare in seguito.
