# The waiting list: a place in line, offers, and what its house decides.

button-wait = Waiting list · { $name }
button-wait-seats = { $count ->
    [one] One place
   *[other] { $count } together
 }
button-leave-line = Leave the list
button-join-again = Join the list again
button-wait-ahead = Wait ahead of the line
button-wait-line = Waiting · { $title }
button-wait-offer = Held for you · { $title }
button-offer-only = { $count ->
    [one] Only one
   *[other] Only { $count }
 }
button-offer-pass = Not this time
button-offer-wait-on = Wait on for { $count }

wait-title =
    <b>Waiting list</b> · { $name }
    { $title }
    { $when }
wait-ask = All places are taken for now. As soon as enough come free, they are held for you and I write to you; nobody can buy them before you. How many shall it be?
wait-over = The sale is over, and so is the waiting list.
wait-seats = { $seats ->
    [one] You are waiting for <b>one place</b>.
   *[other] You are waiting for <b>{ $seats } places together</b>.
 }
wait-ahead = { $ahead ->
    [0] You are <b>first in line</b>.
    [one] <b>One</b> is before you in line.
   *[other] <b>{ $ahead }</b> are before you in line.
 }
wait-first = Your payment had come too late, so you stand ahead of the others.
wait-together = Your places are offered together. If there are only fewer for a while, I ask you about those, and you keep your place in line if you would rather wait on.
wait-smaller = In this line, smaller groups may be served first when there are too few places for a larger one.
wait-promise = I write to you as soon as it is your turn.
wait-left = You have left this waiting list. You are welcome back at any time, at its end.

countdown = in a while
offer-made =
    <b>{ $seats ->
        [one] A place has come free for you
       *[other] { $seats } places have come free for you, together
     }</b>

    { $title } · { $name }
    { $when }
    Total: <b>{ $total }</b>

    Held for you alone until <b>{ $clock }</b>, { $countdown }.
offer-fewer =
    <b>{ $seats ->
        [one] One place is free; you wished for { $wanted }
       *[other] { $seats } places are free; you wished for { $wanted }
     }</b>

    { $title } · { $name }
    { $when }
    Total: <b>{ $total }</b>

    Held for you alone until <b>{ $clock }</b>, { $countdown }. If you would rather wait on for { $wanted } together, you keep your place in line, and these go to others.
offer-lapsed = The time for these places is over, and they have gone to the next in line. Nothing was charged. If you still would like to come, join the waiting list again: you then stand at its end.
offer-passed = Thank you for telling us: the places go to the next in line. Nothing was charged.
offer-declined = You keep your place in line, and I write as soon as there are places for all of you.

order-late-ahead = If you still would like to come, you may wait at the head of the line: what comes free is then offered to you first.
order-late-again = If you still would like to come: places can be had at this moment, so please choose again.{ $code ->
    [none] {""}
   *[other] {" "}Code { $code } may be used up by now.
 }

type-line = { $people ->
    [0] Nobody waits for it.
    [one] <b>One</b> waits, for { $seats ->
        [one] one place
       *[other] { $seats } places
     }.
   *[other] <b>{ $people }</b> wait, for { $seats } places.
 }
type-line-closed = The waiting list is closed: nobody can join it; who waits already is still served.
type-line-smaller = Smaller groups go first where a larger one does not fit.
button-line-close = Close waiting list
button-line-open = Open waiting list
button-line-smaller = Smaller groups first
button-line-in-turn = Strictly in turn
