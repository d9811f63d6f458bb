programme-title = <b>In programma</b>
programme-empty =
    <b>In programma</b>

    La passerella riposa. Le prossime serate saranno annunciate prima di tutto qui.
programme-line =
    <b>{ $title }</b>
    { $when } · { $place }
    { $price }
programme-price-from = da { $price }
programme-price-free = ingresso libero
programme-price-any = posti in omaggio e a pagamento
programme-price-none = biglietti non ancora in vendita
programme-few = { $price } · { $left ->
    [one] ultimo posto
   *[other] ultimi { $left } posti
 }
programme-sold-out = esaurito
programme-now = in corso
button-event = { $day } · { $title }

event-caption =
    <b>{ $title }</b>
    { $house }

    { $when }
    { $place }

    { $description }
event-cancelled = <b>Questa serata è stata annullata.</b>
event-over = Questa serata si è già svolta.
event-brands = In passerella: { $brands }
button-choose = Biglietti da { $price }
button-choose-free = Un posto in omaggio
button-choose-any = Biglietti, in omaggio o a pagamento
button-several = Più posti
button-sold-out = Esaurito
button-lineup = Sfilate e orari
button-venue = Il luogo
button-calendar = In agenda
button-share = Condividere

lineup-title = <b>{ $title }</b>
lineup-shown = <b>{ $brand }</b> · { $collection }
lineup-shown-season = <b>{ $brand }</b> · { $collection }, { $season }
lineup-walkers = Sfilano: { $names }
schedule-title = <b>La serata</b>
schedule-line = { $clock }  { $what }
lineup-none = Gli stilisti della serata sono ancora un segreto.
calendar-note = { $title }, per l’agenda.
