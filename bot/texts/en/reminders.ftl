reminder-caption =
    <b>{ $hours ->
        [0] Soon
        [one] In one hour
       *[other] In { $hours } hours
    }: { $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Code <code>{ $code }</code>

    { $count ->
        [one] Show this picture at the door.
       *[other] You hold { $count } tickets, and this is the first of them: each has a picture of its own to show at the door.
    } Shall we see you?
button-coming = I’m coming
button-cannot-come = I can’t come
button-give-away = Give it away
button-keep-ticket = Keep my ticket
button-give-back = Give my place back
alert-coming = How good. We look forward to you: { $when }.
cannot-come-free =
    <b>{ $title }</b>

    A pity. Shall I give your place back? Somebody else can take it at once, and your ticket ends.
cannot-come-paid =
    <b>{ $title }</b>

    A pity. I show you first what comes back for it; the place then goes to somebody else.
cannot-come-given =
    <b>{ $title }</b>

    A pity. This ticket was a present, so there is nothing to pay back; another friend may be glad of it.
error-NotTakingPlace = “{ $title }” was called off, so there is nothing to come to: we are sorry. What was paid goes back by itself.
error-TicketGone = This ticket was given back or has ended, so it opens no door any more. What you hold stands under My tickets.
