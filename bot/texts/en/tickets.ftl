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
