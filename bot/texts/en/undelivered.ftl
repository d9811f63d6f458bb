button-undelivered-count = { $count ->
    [one] 1 message did not arrive
   *[other] { $count } messages did not arrive
 }
button-undelivered-list = All of them
button-undelivered = { $count } × { $template }
button-undelivered-again = { $count ->
    [one] Send it again
   *[other] Send all { $count } again
 }
button-undelivered-rest = Let it be
undelivered-title =
    <b>Messages that did not arrive</b>

    Each was tried as often as the house rule allows, or refused for good. Tap one to see why, and to send it again. What campaigns could not deliver stands with them.
undelivered-none = <b>Every message arrived</b>, or is on its way.
undelivered-kind =
    <b>{ $count } × { $template }</b>
    The newest is of { $when } (UTC).

    What came back: <i>{ $reason }</i>

    Mend the cause first. What is not true any more by then, such as a reminder of an evening that is over, will not be sent.
undelivered-done-again = { $count ->
    [0] There was nothing left to send.
    [one] It is on its way again.
   *[other] All { $count } are on their way again.
 }
undelivered-done-rest = { $count ->
    [0] There was nothing left.
    [one] It is left alone.
   *[other] All { $count } are left alone.
 }
