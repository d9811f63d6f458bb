button-undelivered-count = { $count ->
    [one] 1 message did not arrive
   *[other] { $count } messages did not arrive
 }
button-undelivered-list = All of them
button-undelivered = { $count } × { $name }
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
    <b>{ $count } × { $name }</b>
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
undelivered-what = { $what ->
    [returned] tickets given back
    [ticket] ticket
    [gift] present
    [offer] places for who waited
    [order] order
    [refund] money back
    [moved] evening that moved
    [urgent] urgent text message
    [off] evening called off
    [reminder] reminder
    [receipt] receipt
    [incident] trouble of the portal
    [account] payment account
    [application] application
    [enquiry] question and answer
    [address] e-mail address
    [device] new sign-in
    [erasure] wish to be forgotten
    [trial] campaign, tried on oneself
    [campaign] about a campaign
   *[other] message
 }
