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
button-campaign-now = Refresh
purpose-campaign_taps = To count who came by a button of a house’s message; the house sees the number alone
purpose-campaign_files = Who asked for a campaign’s result as a file, and whether they have it
