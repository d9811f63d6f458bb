news-question =
    <b>One question, and never again</b>

    May we write to you when there is something new: a show in your city, an evening of a house you follow? Your tickets and reminders reach you in any case.
news-thanks =
    <b>How good.</b> You will hear from us when there is something worth your evening.

    One tap under any such message ends it, and /settings changes it at any time.
news-declined =
    <b>Very well.</b> You will hear from us only about your own tickets and evenings.

    Should you change your mind: /settings.
button-news-yes = Yes, please
button-news-no = No, thank you
button-news-stop = No more news
button-news-start = Send me news
button-news-again = Send me news again
button-settings = What reaches me
button-reminder-on = ✓ { $hours } h
button-reminder-off = { $hours } h
alert-news-stopped = Done: no more news from us. Your tickets and reminders still reach you. Should you change your mind, the button below brings the news back.
alert-news-again = How good to have you back. You will hear from us.
settings =
    <b>What reaches you</b>

    News of evenings: <b>{ $news ->
        [yes] yes, with pleasure
       *[other] no
    }</b>
    Reminders come before each evening you hold a ticket for; tap below how many hours ahead.

    Tickets, receipts and changes to your evenings always reach you.
button-quiet = Quiet hours: { $span }
button-quiet-on = ✓ { $span }
button-quiet-off = { $span }
button-clock = My clock
button-clock-house = That of the house that writes
quiet-never = none
quiet-span = { $start }:00 – { $end }:00
quiet-clock-unknown = the house that writes
quiet-place = { $zone ->
    [LosAngeles] Los Angeles
    [NewYork] New York
    [SaoPaulo] São Paulo
    [London] London
    [Athens] Athens
    [Dubai] Dubai
    [Kolkata] Mumbai, Delhi
    [Shanghai] Shanghai
    [Tokyo] Tokyo
    [Sydney] Sydney
   *[Paris] Paris, Milan
 }
quiet =
    <b>Quiet hours</b>

    { $kind ->
        [never] News arrive at any hour.
       *[hours] News let you rest: <b>{ $span }</b>, by the clock of <b>{ $clock }</b>. What would come then arrives afterwards.
    }

    Tickets, reminders and changes to your evenings always reach you.
quiet-zones = By which clock do you live? Choose the nearest that shows the same time as yours.
command-settings = News and reminders
