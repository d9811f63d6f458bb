form-question =
    <b>{ $title }</b>{ $count ->
        [one] {""}
       *[other] {" "}· { $number } di { $count }
    }

    { $question }
form-question-answered =
    { $question }

    Finora: <i>{ $answer }</i>
form-with-refusal =
    { $refusal }

    { $screen }
form-review =
    <b>{ $title }</b>

    { $lines }

    { $question }
form-review-send = Posso inviare?
form-review-draft = Conservo la bozza? Non la vede ancora nessuno: prima la si rilegge.
form-review-keep = Conservo così?
form-review-add = Posso aggiungere?
form-review-line = <b>{ $label }:</b> { $answer }
form-review-asked =
    <b>{ $label }</b>
    { $answer }
form-skipped = —
form-photo-attached = una foto

form-expects-text = { $sent ->
    [photo] Grazie della foto, ma qui servono parole: la risposta va scritta in un messaggio.
   *[other] Qui servono parole: la risposta va scritta in un messaggio.
 }
form-expects-photo = { $sent ->
    [text] Qui serve una foto, inviata come immagine e non come file.
   *[other] Non posso usare un messaggio di questo tipo: serve una foto, come immagine e non come file.
 }
form-expects-button = { $sent ->
    [photo] Una foto qui non mi aiuta: basta toccare uno dei pulsanti.
    [text] A parole non posso accettarlo: basta toccare uno dei pulsanti.
   *[other] Qui non posso usarlo: basta toccare uno dei pulsanti.
 }
form-empty = In quel messaggio non c’era nulla che potessi leggere: bastano poche parole.
form-long = Sono { $length } caratteri e ho spazio per { $limit }: basta accorciare un po’ e inviare di nuovo.

form-unfinished = <b>{ $title }</b> è ancora da finire. Nulla è perso: riprendiamo da dove eravamo?
form-unfinished-answer = <b>{ $title }</b> è ancora da finire. Nulla è perso: prendo questo come risposta e andiamo avanti?
form-begun-before = <b>{ $title }</b> era già iniziato, e l’ho conservato. Riprendere da dove eravamo, o ricominciare da capo?
form-surely = <b>{ $title }</b>: { $count } risposte aspettano qui, non inviate. Le lascio perdere, o riprendiamo?
form-cancelled = Va bene, lascio perdere. Non è stato inviato nulla.

button-form-back = ‹ Indietro
button-form-skip = Saltare
button-form-keep = Lasciare così
button-form-ready = È tutto
button-form-cancel = Annullare
button-form-edit = Cambiare: { $label }
button-form-send = Inviare
button-form-draft = Conservare la bozza
button-form-add = Aggiungere
button-form-resume = Riprendere
button-form-restart = Ricominciare
button-form-drop = Lasciar perdere
