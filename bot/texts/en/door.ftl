door-title =
    <b>The door · { $title }</b>
    { $when }

    Inside: <b>{ $inside }</b> of { $sold }

    Scan a guest’s picture with your phone’s camera. The answer comes here.
doors-title = <b>Your doors</b>
doors-empty = There is no door for you to keep just now.
button-refresh = Refresh

scan-ok =
    ✅ <b>Welcome</b>

    <b>{ $holder }</b>
    { $type }
    { $benefits }
    { $title }
scan-already-redeemed =
    ⛔ <b>Already inside</b>

    <b>{ $holder }</b> · { $type }
    Let in { $when }{ $gate ->
        [none] {""}
       *[other] , { $gate }
    }, by { $staff }
scan-canceled =
    ⛔ <b>Not valid</b>

    { $type }, { $holder }. This ticket was cancelled or refunded.
scan-revoked =
    ⛔ <b>An old picture</b>

    This ticket has a newer code. Ask the guest to open it again under My tickets.
scan-unpaid =
    ⛔ <b>Not paid</b>

    { $type }, { $holder }. Ask a supervisor.
scan-blocked =
    ⛔ <b>Blocked</b>

    { $type }, { $holder }. Ask a supervisor.
scan-invalid-time =
    ⛔ <b>Not now</b>

    { $type }, { $holder }. This ticket is for { $title }, { $when }.
scan-invalid =
    ⛔ <b>Not a ticket of ours</b>

    This code was not made by this house. Do not admit.
scan-stranger = This link opens only for its holder, and at the door.
