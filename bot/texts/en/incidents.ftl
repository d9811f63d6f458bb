command-incidents = What is wrong
button-incidents = What is wrong
incidents-title = <b>What is wrong</b>
incidents-none = Nothing: all is well.
incidents-past = <b>What was</b>
incidents-now = <b>{ $what }</b>, for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 } now
incidents-line = { $when } · { $what } · { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
incident-begun = <b>{ $what }</b>
incident-since = Since { $when } (UTC). You will hear once more, when it is over.
incident-over = <b>Over: { $what }.</b> It began on { $since } (UTC) and lasted { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
 }

incident-database = The database is away
incident-means-database = Sales and answers wait until it is back. Nothing that was agreed is lost.
incident-pool = All connections are taken
incident-means-pool = Answers take longer than they should. More processes help, or fewer guests at once.
incident-keys = The key store is away
incident-means-keys = What people told us cannot be read, and newcomers cannot be welcomed, until it is back.
incident-redis = Redis is away
incident-means-redis = Sales go on. Dialogs may ask a question again, and messages leave more slowly.
incident-telegram = Telegram does not answer
incident-means-telegram = Nothing arrives and nothing leaves. Telegram keeps what people write, and we keep what is to be sent.
incident-timetable = Work is late or fails
incident-means-timetable = It is about: { $detail }. The log says why.
incident-deliveries = Messages wait too long
incident-means-deliveries = Tickets or reminders that should have left more than five minutes ago: { $detail }.
incident-errors = Many errors
incident-means-errors = Errors within the last minute: { $detail }. The log says which.
incident-audit = { $detail ->
    [late] The audit is not sealed any more
   *[other] A seal does not hold
}
incident-means-audit = { $detail ->
    [late] Rows wait for their seal for more than a quarter of an hour. Most often a transaction stays open on the database: <code>pg_stat_activity</code> shows whose.
   *[other] Seal { $detail } of the audit is not as it was made. Somebody may have changed the audit: run <code>main.py audit verify</code>.
}
incident-counts = Seats and money do not agree
incident-means-counts = Counted again from the rows: { $detail } Run <code>main.py invariants</code> for all of it.
incident-provider = Guests cannot pay
incident-means-provider = { $detail ->
    [portal] Telegram refuses the portal’s own provider: see <code>PAYMENT_PROVIDER_TOKEN</code>, and @BotFather.
   *[other] Telegram refuses the providers’ tokens of so many houses: { $detail }. They are told, and can connect a new one.
 }
incident-money = Money is stuck
incident-means-money = Refunds that should have gone back, and words of the provider about money that we do not know: { $detail }. Stripe’s own pages and the log say which.
incident-services = A service does not answer
incident-means-services = It is about: { $detail }. What would leave by it waits. The services’ screen and the log say why.
