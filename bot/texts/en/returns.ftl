returns-terms-none = Tickets for this evening are not taken back.
returns-terms = If you cannot come: { $steps }, then nothing.
returns-terms-to-the-start = If you cannot come: { $steps }.
returns-terms-step = { $percent ->
    [100] all of it back
   *[other] { $percent } % back
 } { $ahead ->
    [start] until it begins
   *[other] until { $ahead } before
 }

button-return = { $count ->
    [one] Give my place back
   *[other] Give places back
 }
button-return-one = { $type } · { $code } · { $back ->
    [free] free
   *[other] { $back } back
 }
button-return-all = All { $count }{ $back ->
    [free] {""}
    [none] {" · nothing back"}
   *[other] {" · "}{ $back } back
 }
button-return-keep = ‹ Keep everything
button-return-surely = Yes, give it back for { $back }
button-return-for-nothing = Yes, though nothing comes back
return-choose =
    <b>{ $title }</b>
    Order { $number }

    A pity. Which places shall go back?
return-ask =
    <b>{ $title }</b>
    { $count ->
        [one] 1 ticket, { $type }
       *[other] { $count } tickets
    }

    { $back ->
        [none] Nothing comes back for it now, and the place goes to somebody else.
       *[other] <b>{ $back }</b> comes back to where you paid from.{ $kept ->
            [none] {""}
           *[other] {" "}{ $house } keeps { $kept }.
        }
    } The code in your picture stops working at once.
return-nothing-left = Order { $number } has no ticket of yours that could be given back.
order-returned =
    <b>Given back</b> · { $title }
    Order { $number }

    { $back ->
        [none] Nothing comes back for it.
       *[other] <b>{ $back }</b> goes back to where you paid from, as a rule within a few days.
    }{ $kept ->
        [none] {""}
       *[other] {" "}{ $house } keeps { $kept }.
    } Your tickets no longer open the door.
order-places-returned =
    <b>Given back</b> · { $title }
    Order { $number }

    Thank you for telling us; somebody will be glad of it.
order-partly-returned = { $count ->
    [one] 1 ticket was given back
   *[other] { $count } tickets were given back
 }{ $back ->
    [none] .
   *[other] {"; "}{ $back } goes back to where you paid from.
 }
notice-tickets-returned =
    <b>{ $count ->
        [one] A ticket was given back
       *[other] { $count } tickets were given back
    }</b> · { $title }
    Order { $number }{ $back ->
        [none] . Nothing goes back for it.
       *[other] . { $back } goes back.
    } What came free is on sale again.
error-TicketUsed = This ticket has passed the door already, so it cannot be given back.
error-HoldersFixed = { $hours ->
    [one] In the last hour before it begins
   *[other] In the last { $hours } hours before it begins
 } tickets stay with whoever holds them: the door’s list is made. The house may still help: /support
error-AmountChanged = What comes back has changed since you looked. Please see the new sum before you decide.
