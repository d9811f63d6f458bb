# What came of a campaign: who came by its buttons, what they bought, and all of it as a file.

campaign-taps = ↗ { $count ->
    [one] One person followed a button
   *[other] { $count } people followed a button
 }
campaign-taps-of-one = · { $label }: { $count }
campaign-sales = ◆ { $count ->
    [one] One order
   *[other] { $count } orders
 } within a week: { $tickets ->
    [one] one ticket
   *[other] { $tickets } tickets
 }{ $money ->
    [none] { "" }
   *[other] , { $money }
 }
campaign-elsewhere =
    <b>{ $name }</b>

    Its way is followed in another message now. <i>Refresh</i> brings it back here.
button-campaign-now = Refresh
purpose-campaign_taps = To count who came by a button of a house’s message; the house sees the number alone
purpose-campaign_files = Who asked for a campaign’s result as a file, and whether they have it
button-campaign-file = As a file
campaign-unknown-more = These are { $listed } of { $count }. The file has all of them.
result-file-under-way =
    <b>{ $name }</b>

    The file is being made: a line for each receiver, and the numbers.

    { $bar } { $percent } %

    It comes here by itself.
result-file-delivered = <b>The file is made.</b> It stands below.
result-file-not-theirs = The file was not made: you do not write for this house any more.
result-file-too-large = The file was not made: it would be larger than Telegram takes. The numbers stand with the message itself.
result-file-caption = <b>What came of your message.</b> Two tables in one file: a line for each receiver, and the numbers. Named are only those of whom nobody can say whether it arrived; who followed a button is counted, and not told.
result-file-receivers = receivers
result-file-numbers = numbers
result-file-number = No.
result-file-name = Guest
result-file-status = { $status ->
    [sent] delivered
    [blocked] out of reach
    [failed] not delivered
    [unknown] uncertain
    [skipped] left out
   *[waiting] waiting
 }
result-file-result = Result
result-file-sent = Delivered at
result-file-why = Why
result-file-because = { $why ->
    [blocked] the guest blocked the bot, never opened it, or has no such address
    [unknown] on the way when something broke off; perhaps it arrived, and it is not sent again
    [capped] enough campaigns this week
    [quiet] waits for the end of quiet hours
    [cancelled] it was cancelled
    [withdrawn] no more news wanted
    [restricted] the guest’s data rest
    [no-consent] no news wanted
   *[other] it could not go to this guest any more
 }
result-file-failed = { $kind ->
    [button] a button was refused
    [picture] the picture was refused
    [text] the text was refused
    [away] the server did not answer
   *[other] refused for good
 }
result-file-campaign = Message
result-file-launched = Launched
result-file-made = As of
result-file-zone = Time zone
result-file-all = Receivers
result-file-taps = Followed a button
result-file-taps-of-one = Followed: { $label }
result-file-orders = Orders within a week
result-file-tickets = Tickets of those
result-file-sales = Their money
