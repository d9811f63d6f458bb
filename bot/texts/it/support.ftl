form-support-title = Scrivere alla maison
form-support-topic = Legge e risponde una persona, qui in chat. Di che cosa si tratta?
form-support-topic-label = Argomento
form-support-topic-tickets = Biglietti
form-support-topic-payment = Pagamento e rimborso
form-support-topic-accessibility = Accessibilità
form-support-topic-other = Altro
form-support-order = Riguarda uno di questi ordini?
form-support-order-label = Ordine
form-support-message = Ci racconti che cosa è successo, o che cosa desidera, in non più di 1000 caratteri.
form-support-message-label = Messaggio
form-support-photo = Una foto ci aiuterebbe a capire? Si può inviare, o saltare.
form-support-photo-label = Foto
form-support-done = <b>Grazie, ora è nelle nostre mani.</b> Una persona della maison leggerà e risponderà qui.
support-order = { $number } · { $title }

form-answer-title = La risposta
form-answer-answer = Da scrivere come la direbbe la maison, in non più di 1000 caratteri. Arriva all’ospite così com’è.
form-answer-answer-label = Risposta
form-answer-done = Inviata. L’ospite ha la risposta in chat.

enquiry-head = <b>{ $name }</b> scrive · { $topic }
enquiry-head-order =
    <b>{ $name }</b> scrive · { $topic }
    Ordine { $number }, { $title }
enquiry-message = <blockquote>{ $message }</blockquote>
enquiry-answer =
    <b>La maison risponde</b>

    { $answer }

    <blockquote>{ $message }</blockquote>
    Altre domande? /support è sempre aperto.
enquiries-title = <b>In attesa di risposta</b>
enquiries-line =
    { $head }
    { $message }
enquiries-none = Nessuno attende una risposta. Ottimo.
button-answer = Rispondere
button-answer-to = Rispondere a { $name }
button-photo = Vedere la foto
