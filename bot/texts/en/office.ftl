office =
    <b>The office</b>

    People: { $people }
    Evenings ahead: { $events }
    Orders paid: { $orders }
    Refunds due: { $refunds }
    Messages that did not arrive: { $dead }
    Updates put aside: { $quarantined }
office-silence = ⏳ Telegram wants nothing sent until <b>{ $until }</b> (UTC). What is to be sent waits, and leaves by itself then.
admin-welcome = <b>Welcome to the office.</b> You are an administrator now.

notice-order-paid = <b>{ $title }</b>: { $count } × sold, { $total }. Order { $number }.
notice-refund-due = <b>Refund due</b>: { $total } for order { $number }, { $title }. { $reason ->
    [double] It was paid twice.
    [late] The payment came when the places had gone.
    [wrong-amount] Another sum was paid than was asked.
    [event-cancelled] The evening is cancelled.
    [unapproved] You look at this order first, and had not said yes.
   *[other] The order had ended before the payment came.
 }
notice-incident = <b>Something went wrong.</b> Update { $update } was put aside: { $why }. It waits in the table of quarantined updates.
