# Che cosa dicono i tipi di domande di un dialogo guidato (bot/steps).

form-photos-attached = { $count ->
    [one] una foto
   *[other] { $count } foto
 }
form-length = { $cm } cm ({ $feet })

form-hint-day = Basta toccare un giorno qui sotto, o scriverlo, per esempio <i>{ $example }</i>.
form-hint-moment = Basta toccare il giorno qui sotto, o scrivere giorno e ora, per esempio <i>3 dicembre 19:30</i>.
form-hint-number = È possibile da { $low } a { $high }.
form-hint-time = E l’ora? Si può toccarne una, o scriverla, per esempio <i>19:30</i>.

form-expects-number = Qui serve un numero, scritto in cifre in un messaggio.
form-expects-length = { $sent ->
    [voice] I messaggi vocali non so ancora ascoltarli: la misura va scritta, per esempio <i>178</i> (cm) o <i>5'10"</i>.
   *[other] Qui serve una misura scritta, per esempio <i>178</i> (cm) o <i>5'10"</i>.
 }
form-expects-girth = { $sent ->
    [voice] I messaggi vocali non so ancora ascoltarli: la misura va scritta, per esempio <i>86</i> (cm) o <i>34"</i>.
   *[other] Qui serve una misura scritta, per esempio <i>86</i> (cm) o <i>34"</i>.
 }
form-expects-percent = Qui serve un numero di per cento, scritto in un messaggio, per esempio <i>22</i> o <i>8,1</i>.
form-no-percent = Non riesco a leggervi una percentuale: ne serve una da 0 a 99,99, per esempio <i>22</i> o <i>8,1</i>.
form-expects-amount = Qui serve un importo, scritto in un messaggio, per esempio <i>45</i> o <i>45,50</i>.
form-expects-link = Qui serve un indirizzo web, scritto in un messaggio, per esempio <i>nomecognome.com</i>.
form-expects-day = Qui serve una data, scritta in un messaggio, per esempio <i>3 dicembre 2026</i>.
form-expects-moment = Qui servono un giorno e un’ora, scritti in un messaggio, per esempio <i>3 dicembre 19:30</i>.
form-expects-photos = { $sent ->
    [document] È arrivata come file: inviata di nuovo come foto, tutti la vedranno subito.
    [text] Qui servono foto: una o più, inviate come immagini e non come file.
   *[other] Qui non posso usare un messaggio di questo tipo: servono foto, come immagini e non come file.
 }
form-expects-place = { $sent ->
    [text] Non vi trovo un luogo: basta toccare la graffetta, scegliere <b>Posizione</b> e inviare il punto sulla mappa.
   *[other] Qui serve un punto sulla mappa: basta toccare la graffetta, scegliere <b>Posizione</b> e inviarlo.
 }
form-no-number = Non riesco a leggervi un numero intero: ne serve uno da { $low } a { $high }.
form-number-range = È fuori da ciò che qui è possibile: serve un numero da { $low } a { $high }.
form-no-length = Non riesco a leggervi una misura: vanno bene i centimetri, per esempio <i>178</i>, o piedi e pollici, per esempio <i>5'10"</i>. Si va da { $low } a { $high } cm (da { $lowest } a { $highest }).
form-no-girth = Non riesco a leggervi una misura: vanno bene i centimetri, per esempio <i>86</i>, o i pollici, per esempio <i>34"</i>. Si va da { $low } a { $high } cm (da { $lowest } a { $highest }).
form-length-range = Questa misura sembra improbabile: posso accettare da { $low } a { $high } cm (da { $lowest } a { $highest }). Meglio ricontrollare e inviarla di nuovo.
form-no-amount = Non riesco a leggervi un importo: va scritto in { $currency }, in cifre, per esempio <i>45</i>.
form-amount-decimals = { $digits ->
    [0] In { $currency } non ci sono decimali: serve un importo intero.
   *[other] In { $currency } un importo ha al massimo { $digits } decimali: va scritto così.
 }
form-amount-range = Qui posso accettare da { $low } a { $high }: serve un importo tra i due.
form-no-link = Non è un indirizzo web: dovrebbe somigliare a <i>nomecognome.com/lookbook</i>. Si può inviare di nuovo.
form-links-many = Sono più di quanti ne posso tenere: al massimo { $most } indirizzi in un messaggio.
form-no-day = Non riesco a leggervi una data: servono giorno, mese e anno, per esempio <i>3 dicembre 2026</i> o <i>3.12.2026</i>.
form-no-moment = Non riesco a leggervi un giorno con un’ora: servono entrambi, per esempio <i>3 dicembre 19:30</i>.
form-no-time = Non riesco a leggervi un’ora: va scritta, per esempio, <i>19:30</i>.
form-no-such-day = Quel giorno non esiste in nessun calendario: meglio ricontrollare e inviare di nuovo la data.
form-day-range = Quel giorno qui non è possibile: si può andare dal { $first } al { $last }.
form-day-over = Il { $day } è passato. Se intende il prossimo, scriva anche l’anno.
form-moment-past = Quel momento è già passato (là ora è il { $now }): ne serve uno più avanti.
form-moment-after = Deve essere dopo il { $earliest }: serve un altro momento.
form-time-skipped = Quella notte l’ora va avanti e quell’ora non esiste: ne serve un’altra.
form-photos-full = { $most ->
    [one] C’è posto per una foto, ed è già presa: per mostrare questa, prima va tolta l’altra.
   *[other] C’è posto per { $most } foto, e sono tutte prese. { $left ->
        [one] L’ultima non è stata aggiunta
       *[other] Le ultime { $left } non sono state aggiunte
    }; per mostrarne un’altra, prima ne va tolta una.
 }

day-today = oggi
day-tomorrow = domani
day-after-tomorrow = dopodomani

button-form-undo = Togliere l’ultima
button-form-clear = Ricominciare da capo
button-form-other-day = ‹ Un altro giorno
