# Che cosa ha dato una campagna: chi è venuto dai suoi pulsanti, che cosa ha comprato, e tutto in un file.

campaign-taps = ↗ { $count ->
    [one] Una persona ha seguito un pulsante
   *[other] { $count } persone hanno seguito un pulsante
 }
campaign-taps-of-one = · { $label }: { $count }
campaign-sales = ◆ { $count ->
    [one] Un ordine
   *[other] { $count } ordini
 } entro una settimana: { $tickets ->
    [one] un biglietto
   *[other] { $tickets } biglietti
 }{ $money ->
    [none] { "" }
   *[other] , { $money }
 }
campaign-elsewhere =
    <b>{ $name }</b>

    Ora il suo cammino si segue in un altro messaggio. <i>Aggiornare</i> lo riporta qui.
button-campaign-now = Aggiornare
purpose-campaign_taps = Per contare chi è venuto da un pulsante del messaggio di una maison; la maison ne vede solo il numero
purpose-campaign_files = Chi ha chiesto il risultato di una campagna in un file, e se lo ha ricevuto
button-campaign-file = In un file
campaign-unknown-more = Questi sono { $listed } di { $count }. Nel file ci sono tutti.
result-file-under-way =
    <b>{ $name }</b>

    Il file è in preparazione: una riga per destinatario, e i numeri.

    { $bar } { $percent } %

    Arriva qui da sé.
result-file-delivered = <b>Il file è pronto.</b> Si trova qui sotto.
result-file-not-theirs = Il file non è stato fatto: non scrive più per questa maison.
result-file-too-large = Il file non è stato fatto: sarebbe più grande di quanto Telegram accetti. I numeri si trovano con il messaggio stesso.
result-file-caption = <b>L’esito del Suo messaggio.</b> Due tabelle in un file: una riga per destinatario, e i numeri. Sono nominati solo gli ospiti per cui nessuno sa se il messaggio sia arrivato; chi ha seguito un pulsante è contato, mai nominato.
result-file-receivers = destinatari
result-file-numbers = numeri
result-file-number = N.
result-file-name = Ospite
result-file-status = { $status ->
    [sent] consegnato
    [blocked] non raggiungibile
    [failed] non consegnato
    [unknown] incerto
    [skipped] tralasciato
   *[waiting] in attesa
 }
result-file-result = Esito
result-file-sent = Consegnato il
result-file-why = Perché
result-file-because = { $why ->
    [blocked] bot bloccato, mai aperto, o indirizzo inesistente
    [unknown] in viaggio quando l’invio si è interrotto; forse è arrivato, e non viene inviato di nuovo
    [capped] abbastanza campagne questa settimana
    [quiet] aspetta la fine delle ore di quiete
    [cancelled] invio annullato
    [withdrawn] non vuole più novità
    [restricted] i dati dell’ospite riposano
    [no-consent] nessuna novità desiderata
   *[other] non poteva più andare a questo ospite
 }
result-file-failed = { $kind ->
    [button] un pulsante è stato rifiutato
    [picture] l’immagine è stata rifiutata
    [text] il testo è stato rifiutato
    [away] il server non ha risposto
   *[other] rifiutato definitivamente
 }
result-file-campaign = Messaggio
result-file-launched = Partenza
result-file-made = Stato al
result-file-zone = Fuso orario
result-file-all = Destinatari
result-file-taps = Hanno seguito un pulsante
result-file-taps-of-one = Hanno seguito: { $label }
result-file-orders = Ordini entro una settimana
result-file-tickets = Biglietti di questi
result-file-sales = Il loro importo
