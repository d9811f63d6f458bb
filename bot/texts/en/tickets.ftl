ticket-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Code <code>{ $code }</code>

    Show this picture at the door. It admits one person, once.
ticket-caption-used =
    <b>{ $title }</b>
    { $type } · { $holder }

    Used. We hope it was a good evening.
tickets-title = <b>My tickets</b>
tickets-empty =
    <b>My tickets</b>

    None yet. Shall we look for an evening?
button-ticket = { $day } · { $title } · { $type }
button-order = The order
button-party = One code for all { $count }
party-picture = Party of { $count }
party-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    One code for all { $count } of you · order { $number }

    Show this picture at the door. They ask how many are coming in; who comes later shows it again.

button-renew = My code was stolen
button-renew-surely = Yes, give me a new code
button-renew-keep = ‹ Keep the one I have
renew =
    <b>{ $title }</b>
    { $type }

    Was your phone stolen, or has somebody seen your picture? I give your ticket a new code. The old one, wherever it is, then opens no door. To see your ticket again nothing need change: it is under /tickets.
renewed = <b>The old code is dead.</b> Here is your ticket with its new one.
