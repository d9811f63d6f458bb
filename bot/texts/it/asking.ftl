order-held-asks =
    <b>Posti riservati</b> · ordine { $number }

    { $lines }

    Totale: <b>{ $total }</b>
    Riservati fino alle <b>{ $clock }</b>. { $count ->
        [one] Prima la maison ha una domanda.
       *[other] Prima la maison ha { $count } domande.
    }
order-held-free =
    <b>Posti riservati</b> · ordine { $number }

    { $lines }

    Riservati fino alle <b>{ $clock }</b>. Li prenda entro allora e sono Suoi.
button-answer-house = Rispondere alla maison
button-answers = Le mie risposte

form-answers-title = La maison vorrebbe sapere
form-answers-done = Grazie. La maison sa tutto ciò che le serve.
answers-question =
    { $question }

    I Suoi posti sono tenuti fino alle <b>{ $clock }</b>.
answers-label = { $question }
form-review-go = È tutto giusto?
button-form-go = È giusto

button-questions = Domande
button-new-question = Un’altra domanda
questions-head = <b>Domande prima del pagamento</b> · { $title }
questions-none = Non si chiede nulla. Se di chi ordina Le serve sapere qualcosa, per esempio che cosa non può mangiare, lo chieda qui: si risponde prima di pagare.
questions-how = Chi ordina risponde prima di pagare; Lei lo legge con l’ordine. Una domanda a cui qualcuno ha risposto resta.
questions-line = { $number }. { $question }
questions-choices = <i>{ $choices }</i>
answers-line =
    <i>{ $question }</i>
    { $answer }
form-ask-title = Una domanda prima del pagamento
form-ask-done = Da adesso viene posta.
form-ask-what = Che cosa Le serve sapere di chi ordina? Lo scriva come lo leggeranno.
form-ask-what-label = Domanda
form-ask-what-invalid = Lì non ci sono parole: scriva la domanda, per favore.
form-ask-how = Come si risponde?
form-ask-how-label = Risposta
form-ask-how-words = Con parole proprie
form-ask-how-choices = Con una Sua scelta
form-ask-choices = Quali scelte ci sono? Le mandi in un solo messaggio, una per riga: da due a otto, di al massimo 40 caratteri.
form-ask-choices-label = Scelte
form-ask-choices-invalid = Mi servono da due a otto scelte diverse, una per riga, di al massimo 40 caratteri.

error-QuestionsOpen = La maison chiede qualcosa prima del pagamento. Lo trova sotto I miei ordini: basta un minuto.
error-QuestionAnswered = Qualcuno ha già risposto a questa domanda, che perciò resta.
error-AnswersFixed = Questo ordine è pagato o concluso: le sue risposte restano come sono. Se c’è un errore, scriva a /support.
