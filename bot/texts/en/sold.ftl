button-sold-orders = Orders
button-find-order = Find by number
button-sold-again = Send its tickets again
button-sold-take = Take tickets back…
button-sold-keep = ‹ Leave it as it is
button-sold-one = { $type } · { $code }
button-sold-all = All { $count }
button-sold-way-all = All of it back: { $sum }
button-sold-way-terms = As its terms say: { $sum }
button-sold-way-nothing = Nothing back
button-sold-why-asked = The guest asked for it
button-sold-why-mistake = It was our mistake
button-sold-why-refused = The guest could not be let in
button-sold-why-other = Another reason
sold-orders = <b>Orders</b> · { $title }
sold-orders-none =
    <b>Orders</b> · { $title }

    Nobody has ordered yet.
sold-line = { $number } · { $total } · { $state }
sold-state-pending = waits for its payment
sold-state-completed = paid
sold-state-cancelled = cancelled
sold-state-refunded = refunded
sold-state-awaiting_approval = waits for your word
sold-state-expired = lapsed
sold-order =
    <b>Order { $number }</b> · { $state }
    { $title }
    { $when } · { $total }
sold-ticket = { $type } · <code>{ $code }</code> · { $state }{ $back ->
    [none] {""}
   *[other] {", "}{ $back } back
 }
sold-ticket-valid = valid
sold-ticket-used = inside
sold-ticket-cancelled = cancelled
sold-ticket-refunded = given back
sold-ticket-reserved = to be paid at the door
sold-ticket-blocked = blocked
sold-which =
    <b>Order { $number }</b> · { $title }

    Which tickets do you take back? Their codes stop working at once, and the places are on sale again.
sold-how-much =
    <b>Order { $number }</b>

    How much goes back for { $count ->
        [one] this ticket
       *[other] these { $count } tickets
    }?
sold-why =
    <b>Order { $number }</b>

    { $count ->
        [one] One ticket ends
       *[other] { $count } tickets end
    }{ $back ->
        [none] , and nothing goes back.
       *[other] , and { $back } goes back to where it was paid from.
    } Why? Your answer does it, and the guest reads it.
form-find-order-title = Find an order
form-find-order-done = Here it is.
form-find-order-number-invalid = A number has letters and figures, such as 9F2C41A07B.
form-find-order-number = Which number does the order have? It stands on the guest’s order, such as 9F2C41A07B.
notice-taken-back =
    <b>{ $count ->
        [one] Your ticket was taken back
       *[other] { $count } of your tickets were taken back
    }</b>
    { $title } · order { $number }

    { $why ->
        [asked] { $house } did so as you had asked.
        [mistake] { $house } says: it was our mistake, and we are sorry.
        [refused] { $house } says that you could not be let in.
       *[other] { $house } did so. You can ask why under /support.
    }{ $back ->
        [none] {""}
       *[other] {" "}{ $back } goes back to where you paid from.
    } The code no longer opens the door.
error-UnknownOrder = This evening has no order with that number. Please check it, and send it again.
button-sold-call-off = Call it off…
button-sold-give = Give money back…
sold-why-off =
    <b>Order { $number }</b>

    It is not paid yet: { $total }. Its places are on sale again at once. Why? Your answer does it, and the guest reads it.
notice-order-called-off =
    <b>Your places were let go</b>
    { $title } · order { $number }

    { $why ->
        [asked] { $house } did so as you had asked.
        [mistake] { $house } says: it was our mistake, and we are sorry.
       *[other] { $house } did so. You can ask why under /support.
    } Nothing was charged.
notice-money-given =
    <b>{ $amount } goes back to you</b>
    { $title } · order { $number }

    { $why ->
        [promised] { $house } had promised it to you.
        [mistake] { $house } says: it was our mistake, and we are sorry.
       *[other] { $house } wishes it so.
    } Your tickets stay valid.
form-give-back-title = Give money back
form-give-back-done = The guest reads it. The portal sends it where it has the money; what is with your own provider waits for you under <i>Accounts</i>.
form-give-back-amount = How much of order { $number } goes back? Up to { $left } can; its tickets stay valid.
form-give-back-amount-label = Amount
form-give-back-why = Why? The guest reads it.
form-give-back-why-label = Why
form-give-back-why-promised = We had promised it
form-give-back-why-mistake = It was our mistake
form-give-back-why-other = Another reason
form-give-back-surely = { $amount } goes back to where it was paid from, and the tickets stay valid. This cannot be undone. Are you sure?
form-give-back-surely-label = Sure
form-give-back-surely-yes = Yes
error-MoreThanCame = No more than { $left } can go back of this order: please give a smaller amount.
sold-back = ↩ { $amount } { $state ->
    [done] went back
    [external] went back
    [in_transit] is on its way back
   *[other] is owed back
 }
