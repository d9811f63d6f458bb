programme-title = <b>À l’affiche</b>
programme-empty =
    <b>À l’affiche</b>

    Le podium se repose. Les prochaines soirées seront annoncées ici d’abord.
programme-line =
    <b>{ $title }</b>
    { $when } · { $place }
    { $price }
programme-price-from = à partir de { $price }
programme-price-free = entrée libre
programme-price-any = places offertes et payantes
programme-price-none = pas encore de billets
programme-few = { $price } · { $left ->
    [one] plus qu’une place
   *[other] plus que { $left } places
 }
programme-sold-out = complet
programme-now = en ce moment
button-event = { $day } · { $title }

event-caption =
    <b>{ $title }</b>
    { $house }

    { $when }
    { $place }

    { $description }
event-cancelled = <b>Cette soirée a été annulée.</b>
event-over = Cette soirée a déjà eu lieu.
event-brands = Sur le podium : { $brands }
button-choose = Billets dès { $price }
button-choose-free = Une place offerte
button-choose-any = Billets, offerts ou payants
button-several = Plusieurs places
button-sold-out = Complet
button-lineup = Défilés, horaires
button-venue = Le lieu
button-calendar = À mon agenda
button-share = Partager

lineup-title = <b>{ $title }</b>
lineup-shown = <b>{ $brand }</b> · { $collection }
lineup-shown-season = <b>{ $brand }</b> · { $collection }, { $season }
lineup-walkers = Avec { $names }
schedule-title = <b>La soirée</b>
schedule-line = { $clock }  { $what }
lineup-none = Les créateurs de la soirée sont encore un secret.
calendar-note = { $title }, pour votre agenda.
