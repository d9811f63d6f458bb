programme-title = <b>What is on</b>
programme-empty =
    <b>What is on</b>

    The runway rests. New evenings are announced here first.
programme-line =
    <b>{ $title }</b>
    { $when } · { $place }
    { $price }
programme-price-from = from { $price }
programme-price-free = free
programme-price-any = places free and paid
programme-price-none = no tickets yet
programme-few = { $price } · { $left ->
    [one] one place left
   *[other] { $left } places left
 }
programme-sold-out = sold out
programme-now = on now
button-event = { $day } · { $title }

event-caption =
    <b>{ $title }</b>
    { $house }

    { $when }
    { $place }

    { $description }
event-cancelled = <b>This evening was cancelled.</b>
event-over = This evening has been.
event-brands = On the runway: { $brands }
button-choose = Tickets from { $price }
button-choose-free = A free place
button-choose-any = Tickets, free and paid
button-several = More than one
button-sold-out = Sold out
button-lineup = Line-up and schedule
button-venue = Where it is
button-calendar = To my calendar
button-share = Share

lineup-title = <b>{ $title }</b>
lineup-shown = <b>{ $brand }</b> · { $collection }
lineup-shown-season = <b>{ $brand }</b> · { $collection }, { $season }
lineup-walkers = Walking: { $names }
schedule-title = <b>The evening</b>
schedule-line = { $clock }  { $what }
lineup-none = The line-up is still a secret.
calendar-note = { $title }, for your calendar.
