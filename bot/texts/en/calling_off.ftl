button-call-off = Call it off…
button-call-off-go-on = Go on
button-call-off-surely = Yes, call it off for good
button-call-off-keep = ‹ No, it takes place
button-calling-off = How far the orders are
button-moved-keep = { $count ->
    [one] I keep my ticket
   *[other] I keep my tickets
 }
button-moved-back = { $paid ->
    [yes] I want my money back
   *[no] { $count ->
        [one] Give it back
       *[other] Give them back
    }
 }
button-moved-orders = My orders
call-off =
    <b>Call it off?</b> · { $title }

    { $paid ->
        [0] Nobody has paid yet
        [one] One order is paid
       *[other] { $paid } orders are paid
    }{ $worth ->
        [none] {"; nothing has to go back."}
       *[other] ; all of it goes back: <b>{ $worth }</b>.
    }{ $waiting ->
        [0] {""}
        [one] {" One order waits for its payment and is let go."}
       *[other] {" "}{ $waiting } orders wait for their payment and are let go.
    }

    The sale stops at once, every ticket ends, and everybody who bought or holds one is told.
call-off-surely =
    <b>Are you sure?</b> · { $title }

    This cannot be undone. { $worth ->
        [none] Everybody is told that the evening does not take place.
       *[other] <b>{ $worth }</b> goes back for { $paid ->
            [one] one order
           *[other] { $paid } orders
        }, fees and all, and everybody is told that the evening does not take place.
    }
calling-off =
    <b>{ $finished ->
        [yes] Called off
       *[no] Being called off
    }</b> · { $title }

    { $bar } { $done } of { $total }
    Paid back: { $refunded }, together { $back }
    Let go: { $released }{ $failed ->
        [0] {""}
       *[other] {" · they need you: "}{ $failed }
    }
notice-called-off =
    <b>Called off</b> · { $title }

    { $total ->
        [0] There was no order to work off.
        [one] Its one order is worked off; { $back } goes back.
       *[other] All { $total } orders are worked off; { $back } goes back.
    }{ $failed ->
        [0] {""}
       *[other] {" "}{ $failed } could not be and need you: they stand among its orders.
    } Everybody is told.
notice-event-cancelled =
    <b>{ $title } does not take place</b>
    { $when }

    We are sorry: { $house } has called it off, and { $what ->
        [request] your request { $number } ends with it: nothing was charged.
        [tickets] the tickets of order { $number } no longer count.
       *[places] the places held for you under order { $number } are let go.
    }{ $back ->
        [none] {""}
       *[other] {" "}<b>{ $back }</b> goes back to where you paid from. There is nothing you need do.
    }
notice-line-ended =
    <b>{ $title } does not take place</b>

    We are sorry: it was called off, so its waiting list ends here. Nothing was charged, and there is nothing you need do.
notice-event-moved =
    <b>{ $title } has another time or place</b>
    { $when }
    { $place }

    { $what ->
        [request] { $orders ->
            [one] Your request { $number } stands, and your places stay kept. If you cannot come then, take it back: nothing was charged.
           *[other] Your requests { $number } stand, and your places stay kept. If you cannot come then, take them back: nothing was charged.
        }
        [places] The places held for you under { $orders ->
            [one] order
           *[other] orders
        } { $number } stay held. If you cannot come then, let them go.
       *[tickets] { $count ->
            [one] Your ticket stays valid, with the same code.
           *[other] Your tickets stay valid, with the same codes.
        }
    }{ $until ->
        [none] {""}
       *[other] {" "}If you cannot come then, give { $count ->
            [one] it
           *[other] them
        } back by <b>{ $until }</b> and get back all that you paid.
    }
returns-terms-whole = The evening was moved, so all of it comes back.
purpose-cancellations = Who called an evening off, and where they see how far it is
purpose-cancelled_orders = What became of an order whose evening was called off
text-off = Fashionista Portal: { $title }, { $when }, is called off. Money that was paid goes back by itself.
text-moved = Fashionista Portal: { $title } has changed. It now begins { $when }, { $venue }.{ $holds ->
    [yes] {" "}Your ticket stays valid.
   *[no] {""}
 }
