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
button-campaign-now = Aggiorna
purpose-campaign_taps = Per contare chi è venuto da un pulsante del messaggio di una casa; la casa ne vede solo il numero
purpose-campaign_files = Chi ha chiesto il risultato di una campagna come file, e se lo ha ricevuto
