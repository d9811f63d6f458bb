doors-title = <b>Your doors</b>
doors-empty = There is no door for you to keep just now.
button-refresh = Refresh

scan-ok =
    ✅ <b>Welcome</b>

    <b>{ $holder }</b>
    { $type }
    { $benefits }
    { $title }
scan-canceled =
    ⛔ <b>Not valid</b>

    { $holder } · { $type }. This ticket was cancelled or refunded.
scan-blocked =
    ⛔ <b>Blocked</b>

    { $holder } · { $type }. Ask a supervisor.
scan-invalid-time =
    ⛔ <b>Not now</b>

    { $holder } · { $type }. This ticket is for { $title }, { $when }.
scan-invalid =
    ⛔ <b>Not a ticket of ours</b>

    This code was not made by this house. Do not admit.
scan-stranger = This link opens only for its holder, and at the door.
door-title =
    <b>The door · { $title }</b>
    { $when }

    Inside now: <b>{ $inside }</b>. Came: { $came } of { $sold }{ $gates }

    { $gate ->
        [none] You let people { $way ->
            [exit] <b>out</b>
           *[entry] <b>in</b>
        }.
       *[other] You stand at <b>{ $gate }</b> and let people { $way ->
            [exit] <b>out</b>
           *[entry] <b>in</b>
        }.
    } { $reentry ->
        [yes] Who has left may come in again.
       *[no] Who has left does not come in again.
    }{ $money ->
        [yes] {" "}Guests may pay at the door; unpaid places are let go { $release ->
            [0] at the start.
            [one] one hour before the start.
           *[other] { $release } hours before the start.
        }
       *[no] {""}
    }

    Scan a guest’s picture with your phone’s camera. The answer comes here.
door-gate = { $name }: { $inside } inside, { $came } came
button-gate = I stand at { $name }
button-let-out = Let out
button-let-in = Let in
button-find-guest = Type a code or a name
button-type-code = Type a code
button-admit = Let in all the same
button-undo = Take this back
button-why = { $why ->
    [phone] The phone is dead
    [picture] The picture cannot be read
    [known] The house knows them
    [mistake] Scanned by mistake
    [wrong-person] It was somebody else
   *[stayed-outside] They stayed outside
}
ask-why = { $act ->
    [undo] <b>Take back what was scanned</b>
   *[admit] <b>Let in by your word</b>
 }

    { $holder } · { $type }. For which reason? It is written down with your name.
ask-guest =
    <b>{ $title }</b>

    { $rank ->
        [supervisor] Write the 8 characters under the picture, an order number, or a name.
       *[steward] Write the 8 characters under the picture.
    }
guests-found = { $count ->
    [one] One guest by that name. Tap to see.
   *[other] { $count } guests by that name. Tap to see.
 }
guests-none =
    <b>{ $title }</b>

    { $rank ->
        [supervisor] Nobody is expected by that name or number. Another spelling may help.
       *[steward] A code has 8 characters. A supervisor can look for a name.
    }
button-guest = { $used ->
    [yes] ✓ { $holder } · { $type }
   *[no] { $holder } · { $type }
}
guest-expected =
    <b>Expected</b>

    <b>{ $holder }</b> · { $type }
scan-already-redeemed = { $way ->
    [out] ⛔ <b>Has left</b>
   *[in] ⛔ <b>Already inside</b>
 }

    <b>{ $holder }</b> · { $type }
    { $way ->
        [out] Let out { $when }
       *[in] Let in { $when }
    }{ $gate ->
        [none] {""}
       *[other] , { $gate }
    }, by { $staff }
scan-out =
    👋 <b>Goodbye</b>

    <b>{ $holder }</b> · { $type }
scan-not-inside =
    ⚠️ <b>Not inside</b>

    { $holder } · { $type }. Nobody was let in with this ticket, so there is nothing to count. Let them out.
scan-product =
    ⛔ <b>Another gate</b>

    { $holder } · { $type }. { $gate } does not admit this ticket: please show them the right gate.
scan-stray =
    ⛔ <b>Not a ticket for { $title }</b>

    It is for another evening, or not ours. Do not admit.
scan-wrong-code =
    ⛔ <b>No such code</b>

    No ticket for { $title } has it. Please compare the 8 characters once more.
scan-undone =
    ↩️ <b>Taken back</b>

    { $holder } · { $type }. { $now ->
        [inside] They count as inside again.
       *[outside] They count as outside, and the ticket can be scanned again.
    }
party-asks =
    <b>The party of { $holder }</b>

    { $way ->
        [exit] Of { $size } people { $waiting } are inside. How many are leaving now?
       *[entry] Of { $size } people { $waiting } are still to come. How many are coming in now?
    }
party-passed = { $way ->
    [exit] 👋 <b>Goodbye: { $passed }</b>
   *[entry] ✅ <b>Welcome: { $passed }</b>
 }

    The party of <b>{ $holder }</b>, { $size } people. { $waiting ->
        [0] Nobody is missing now.
       *[other] { $way ->
            [exit] Still inside: { $waiting }.
           *[entry] Still to come: { $waiting }.
        }
    }
scan-revoked =
    ⛔ <b>An old picture</b>

    { $why ->
        [given] This ticket was given to a friend: its new holder has the code. Do not admit.
       *[renewed] This ticket has a newer code. Ask the guest to open it again under My tickets.
    }
button-reentry-on = Let who left in again
button-reentry-off = No coming in again
button-door-money-on = Take money at the door
button-door-money-off = No money at the door
button-door-release = { $hours ->
    [0] Keep unpaid places until the start
    [one] Let unpaid places go 1 h before
   *[other] Let unpaid places go { $hours } h before
}
button-take-money = { $total } received: let in
scan-unpaid =
    ⛔ <b>Not paid</b>

    { $holder } · { $type }. { $due ->
        [none] Ask a supervisor.
       *[other] To pay for the order: <b>{ $due }</b>.
    }
