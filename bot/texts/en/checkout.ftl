choose-title =
    <b>{ $title }</b>
    { $when }
choose-offer = <b>{ $name }</b> · { $price }
choose-free = free
choose-benefits = { $benefits }
choose-left = { $left ->
    [one] The last one.
   *[other] The last { $left }.
 }
choose-gone = Sold out.
choose-ordered = All are ordered.
choose-held = The last ones are being held for others. Come back in a few minutes.
choose-not-yet = On sale from { $when }.
choose-over = The sale is over.
choose-total = Together: <b>{ $total }</b>
choose-hint = Tap + to choose your places.
choose-no-more = That is as many as you can take of these.
button-count = { $count } × { $name }
button-hold = Hold and pay { $total }
button-take = Take { $count ->
    [one] my place
   *[other] { $count } places
 }

order-held =
    <b>Held for you</b> · order { $number }

    { $lines }

    Together: <b>{ $total }</b>
    Kept for you until <b>{ $clock }</b>. Pay by then and they are yours.
order-held-unpayable =
    <b>Held for you</b> · order { $number }

    { $lines }

    Together: <b>{ $total }</b>
    Paying in the chat is not open yet. Write to us with /support before { $clock }.
order-paid =
    <b>Paid</b> · order { $number }

    { $lines }

    Together: <b>{ $total }</b>
    Sold by { $house }
order-expired =
    Order { $number } was not paid in time, so its places went back. Nothing was charged.
order-expired-free = Order { $number } was not taken up in time, so its places went back.
order-expired-agreed =
    Order { $number } was not paid in time, so its places went back. Should your bank take the money all the same, the places are yours if they are still free; if not, all of it comes back to you.
order-cancelled = Order { $number } was given back. Nothing was charged.
order-overpaid = More than one payment reached us for this order. What was too much goes back to you.
order-given = { $count ->
    [one] 1 ticket is somebody else’s now: you gave it away.
   *[other] { $count } tickets are somebody else’s now: you gave them away.
 }
order-line = { $count } × { $name } · { $price }
orders-title = <b>My orders</b>
orders-empty =
    <b>My orders</b>

    No orders yet. Shall we look for an evening?
orders-line = { $title } · { $state }
order-state-pending = held
order-state-paid = paid
order-state-expired = lapsed
order-state-cancelled = given back
order-state-refunded = refunded
order-state-returned = given back
order-state-awaiting = with the house
button-pay = Pay { $total }
button-release = Give the places back
button-to-tickets = { $count ->
    [one] My ticket
   *[other] My { $count } tickets
 }
button-choose-again = Choose again
button-show-event = The evening

invoice-title = Order { $number }
invoice-about = { $title }, { $when }. Held for you until { $clock }.
paid-thanks = { $count ->
    [one] Thank you. Here is your ticket; it waits under /tickets too.
   *[other] Thank you. Here are your { $count } tickets; they wait under /tickets too.
 }
taken-thanks = { $count ->
    [one] It is yours. Here is your ticket.
   *[other] They are yours. Here are your { $count } tickets.
 }
button-pay-at-door = Pay at the door
door-thanks = { $count ->
    [one] <b>Your place is kept.</b> Here is your picture; please pay at the door.
   *[other] <b>Your { $count } places are kept.</b> Here are your pictures; please pay at the door.
 }
order-at-door =
    <b>To pay at the door</b> · order { $number }

    { $lines }
    Together: <b>{ $total }</b>

    Your places are kept until { $until }. Come before then, or tell us that you cannot.

order-refund-due =
    <b>Order { $number }</b>

    Your payment of { $total } could not buy these places any more. It goes back to where it came from. Questions? /support
order-money-returned =
    <b>Order { $number }</b>

    It holds no places any more, and your money goes back to where it came from.
money-owed = ↩ { $amount } is owed to you
money-on-its-way = ↩ { $amount } is on its way back to you
money-went = ↩ { $amount } went back to you
money-notice-sent =
    <b>{ $amount } is on its way back to you.</b>

    Order { $number }, { $title }. It returns to the card or account you paid with; most banks show it within ten days.
money-notice-by-hand =
    <b>{ $house } has paid { $amount } back to you.</b>

    Order { $number }, { $title }. If you do not have it, /support is there for you.
money-notice-stalled =
    <b>{ $amount } could not go back the way it came.</b>

    Order { $number }, { $title }. The money is still yours: { $house } knows and sees to it. You will hear from us as soon as it is on its way.
button-to-order = My order
