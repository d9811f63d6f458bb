error-NotAnOrganizer = Evenings are made by houses. /register makes you one.
error-NotApproved = Your house is still waiting for approval. Everything else can be made ready meanwhile.
error-NotReady = Not quite yet: the list above says what is still missing.
error-VenueBooked = { $venue } is taken: “{ $title }” is there from { $starts_at } to { $ends_at }. Choose another time or place.
error-EndsBeforeStart = That would end before it begins. Please give a later end.
error-TooLong = That is longer than { $days } days. Please give an earlier end.
error-InThePast = That moment is over. Please choose one that is still to come.
error-EventHasBegun = This evening has begun, is over, or was cancelled: that can no longer be changed.
error-MoreThanTheVenueHolds = { $venue } holds { $capacity } people. Please choose { $capacity } seats or fewer.
error-MoreThanSeats = The evening has { $seats } seats. Please choose { $seats } or fewer, or add seats first.
error-ReasonNeeded = Guests have seen this evening: please give a reason for the change.
error-CurrencyFixed = Somebody has ordered already, so the currency stays as it is.
error-NameTaken = There is a “{ $name }” already. Please choose another name.
error-TooMany = There is room for { $most } at most. Take one away first.
error-HasSales = “{ $name }” has been sold or is being held. You can close its sale, but not take it away.
error-OutsideTheEvent = That is not around the evening. Please choose between { $earliest } and { $latest }.

button-mine = My evenings
button-new-event = A new evening
button-desk = ‹ The evening
button-preview = As guests will see it
button-publish = Publish
button-edit-event = Change
button-types = Tickets
button-schedule = Schedule
button-members = Line-up
button-team = Team
button-sales = Sales
button-duplicate = The same once more
button-field-name = Title
button-field-start = Start
button-field-end = End
button-field-venue = Venue
button-field-seats = Seats
button-field-text = Description
button-field-poster = Poster
button-field-drawn = The house’s own poster
button-field-kind = Kind
button-field-money = Currency
button-field-refunds = What guests get back
button-type = { $name }
button-new-type = Add a ticket type
button-type-name = Name
button-type-price = Price
button-type-quantity = How many
button-type-limit = For one person
button-type-benefits = What comes with it
button-type-opens = Sale begins
button-type-ends = Sale ends
button-type-close = Close the sale
button-type-open = Open the sale
button-type-remove = Take it away
button-strike = ✕ { $clock } { $what }
button-new-entry = Add a line
button-member-up = ↑ { $name }
button-member-out = ✕
button-new-member = Add somebody
button-invite = Invite: { $role }
button-leave = ✕ { $name }
button-leave-surely = Yes, off the team
button-copy-link = Copy the link

command-mine = My evenings
command-new = A new evening
command-sales = What has sold
command-team = My team

mine-title = <b>My evenings</b>
mine-empty =
    <b>My evenings</b>

    Nothing yet. A few questions make an evening: what, where, when, for how many, and its poster.
mine-line =
    <b>{ $title }</b> · { $status }
    { $when } · { $sold } of { $seats } sold
mine-draft = draft
mine-published = published
mine-cancelled = cancelled
mine-completed = over
mine-over = over

desk =
    <b>{ $title }</b> · { $status }

    { $when }
    until { $until }
    { $place }
    Seats: { $seats } · sold: { $sold } · held: { $held }
desk-no-venue = no venue yet
desk-no-words = no description yet
desk-gaps = <b>Before it can be published</b>
desk-gap-venue = ○ a venue
desk-gap-time = ○ a start that is still to come
desk-gap-seats = ○ seats, no more than the venue holds
desk-gap-tickets = ○ at least one ticket type
desk-gap-approval = ○ the approval of your house, which is on its way
desk-ready = <b>Everything it needs is there.</b> Have a look at it as guests will see it, then publish.
desk-wishes = It would be nicer still with
desk-wish-description = · a description
desk-wish-lineup = · a line-up
desk-wish-schedule = · a schedule

fields =
    <b>{ $title }</b>

    { $when } – { $until }
    { $place }
    { $seats } seats · { $kind } · { $currency }

    { $description }

    { $terms }

    What shall change?

types-title =
    <b>Tickets</b> · { $title }
    { $seats } seats in all
types-none = No ticket type yet. Add the first: it needs a name and a price, which may be nothing.
types-line =
    <b>{ $name }</b> · { $price }
    { $sold } of { $size } sold
types-line-closed =
    <b>{ $name }</b> · { $price } · closed
    { $sold } of { $size } sold
types-more = Together they offer { $offered } tickets for { $seats } seats: whoever comes first has them, and no seat is sold twice.
types-fewer = Together they offer { $offered } tickets. Not on sale yet: { $rest }.
type =
    <b>{ $name }</b> · { $price }

    On sale: { $size } · sold: { $sold } · held: { $held }
    For one person: at most { $limit }
    Comes with: { $benefits }
    Sale begins: { $opens }
    Sale ends: { $ends }
type-opens-at-once = with publication
type-ends-with-event = with the end of the evening
type-over = More are taken than there are now, by { $count }. None of those is lost; no more are sold until some come back.
type-closed = <b>The sale is closed.</b>

sales =
    <b>Sales</b> · { $title }

    Sold: <b>{ $sold }</b> · held: { $held } · left: { $left }
    Came in: <b>{ $gross }</b>
sales-line =
    <b>{ $name }</b>
    sold { $sold } · held { $held } · left { $left } · { $gross }

schedule-head = <b>Schedule</b> · { $title }
schedule-empty = Nothing yet: doors and show are a good beginning.
schedule-entry = { $clock } · { $what } <i>({ $kind })</i>

lineup-head = <b>Line-up</b> · { $title }
lineup-empty = Nobody yet. Add published collections by their brand, and models by their stage name; they are told.
lineup-collections = <b>Collections</b>
lineup-models = <b>Walking</b>
lineup-member = { $number }. { $name }

notice-lineup-collection =
    <b>You are in a line-up.</b>

    { $house } shows your collection { $collection } at <b>{ $title }</b>, { $when }.
notice-lineup-model =
    <b>You are in a line-up.</b>

    You walk for { $house } at <b>{ $title }</b>, { $when }.

team-title = <b>Team</b> · { $title }
team-line = { $name } · { $role }
team-empty = Nobody but you yet.
team-how = A link makes the first who opens it one of the team. It works once, and not for long.
team-leaving = Shall { $name } ({ $role }) leave the team of <b>{ $title }</b>?
team-link =
    <b>{ $role }</b> for { $title }: pass this on to one person. It works once, for { $lasts }.

    { $address }
team-welcome = <b>Welcome to the team.</b> Your part: { $role }.
role-manager = manager
role-marketing = marketing
role-supervisor = supervisor
role-steward = steward

venue-new = A new venue
error-NobodyFound = I know no published collection and no model by that name. Please try another spelling.

form-event-title = A new evening
form-event-done = The draft is made. Nobody but you and your managers sees it.
form-event-name = What is it called?
form-event-name-label = Title
form-event-name-invalid = A title needs letters: please write it in words.
form-event-venue = Where does it take place? Choose a venue that you know, or a new one.
form-event-venue-label = Venue
form-event-spot = Where is it? Send the spot on the map: the paper clip, then <b>Location</b>. A venue found there brings its name and address along.
form-event-spot-label = On the map
form-event-place = What is the venue called?
form-event-place-label = Name of the venue
form-event-place-invalid = A venue’s name needs letters: please write it in words.
form-event-address = Street and number, as a taxi needs them.
form-event-address-label = Address
form-event-address-invalid = An address needs letters: please write street and number.
form-event-city = In which city?
form-event-city-label = City
form-event-city-invalid = A city’s name needs letters: please write it in words.
form-event-country = In which country? Clock and currency follow from it.
form-event-country-label = Country
form-event-holds = How many people does the venue hold?
form-event-holds-label = The venue holds
form-event-facilities = What does it have? Tap all that is true.
form-event-facilities-label = Facilities
form-event-facilities-step_free = step-free
form-event-facilities-accessible_toilet = accessible toilet
form-event-facilities-hearing_loop = hearing loop
form-event-facilities-seats = seats
form-event-facilities-cloakroom = cloakroom
form-event-facilities-bar = bar
form-event-starts = When does it begin? In the time of the venue; it lasts three hours until you say otherwise.
form-event-starts-label = Start
form-event-seats = For how many guests? No more than the venue holds.
form-event-seats-label = Seats
form-event-poster = A poster, as a photo. Skip this, and the house draws one in your colours.
form-event-poster-label = Poster

form-ev-name-title = Title
form-ev-name-done = The title is changed.
form-ev-name-name = What shall it be called?
form-ev-name-name-invalid = { form-event-name-invalid }
form-ev-text-title = Description
form-ev-text-done = The description is kept.
form-ev-text-language = In which language?
form-ev-text-words = What shall guests read? Guests of a language without a text of its own read the first one.
form-ev-text-words-invalid = A description needs words: please write a sentence or two.
form-ev-kind-title = Kind
form-ev-kind-done = The kind is changed.
form-ev-kind-kind = What kind of evening is it?
form-ev-kind-kind-fashion_show = fashion show
form-ev-kind-kind-exhibition = exhibition
form-ev-kind-kind-workshop = workshop
form-ev-seats-title = Seats
form-ev-seats-done = The seats are changed.
form-ev-seats-seats = For how many guests? Sales go on meanwhile; fewer than are taken is allowed, then no more are sold.
form-ev-poster-title = Poster
form-ev-poster-done = The poster is changed.
form-ev-poster-poster = Please send the poster, as a photo.
form-ev-money-title = Currency
form-ev-money-done = The currency is changed.
form-ev-money-currency = In which currency do guests pay?
form-ev-refunds-title = What guests get back
form-ev-refunds-done = That holds from now on. Who has ordered keeps what they saw.
form-ev-refunds-terms = What do guests get back who cannot come? Who has ordered already keeps what they saw.
form-ev-refunds-terms-usual = All until 7 days, half until 2
form-ev-refunds-terms-early = All until 14 days, half until 7
form-ev-refunds-terms-day = All until 24 hours before
form-ev-refunds-terms-last = All until it begins
form-ev-refunds-terms-none = Nothing
form-ev-start-title = Start
form-ev-start-done = The start is changed; end, schedule and ends of sales moved along.
form-ev-start-starts = When shall it begin, in the time of the venue?
form-ev-start-reason = Guests have seen this evening. What is the reason? A sentence is enough.
form-ev-start-reason-invalid = A reason needs words: please write a short sentence.
form-ev-end-title = End
form-ev-end-done = The end is changed.
form-ev-end-ends = When shall it end, in the time of the venue?
form-ev-end-reason = { form-ev-start-reason }
form-ev-end-reason-invalid = { form-ev-start-reason-invalid }
form-ev-venue-title = Venue
form-ev-venue-done = The venue is changed.
form-ev-venue-reason = { form-ev-start-reason }
form-ev-venue-reason-invalid = { form-ev-start-reason-invalid }

form-ticket-title = A ticket type
form-ticket-done = It is on the shelf.
form-ticket-name = What is it called? For example <i>Standing</i> or <i>Front row</i>.
form-ticket-name-label = Name
form-ticket-name-invalid = A name needs letters: please write it in words.
form-ticket-price = What does one cost? 0 is a free place.
form-ticket-price-label = Price
form-ticket-quantity = How many are there? Skip this for as many as there are seats.
form-ticket-quantity-label = How many
form-ticket-benefits = What comes with it? One thing a line, such as a glass on arrival. Or skip this.
form-ticket-benefits-label = Comes with
form-ticket-benefits-invalid = Please write one to eight things, one a line, in words.
form-tt-name-title = Name
form-tt-name-done = The name is changed.
form-tt-name-name = { form-ticket-name }
form-tt-name-name-invalid = { form-ticket-name-invalid }
form-tt-price-title = Price
form-tt-price-done = The price is changed for everybody who comes from now on.
form-tt-price-price = { form-ticket-price }
form-tt-quantity-title = How many
form-tt-quantity-done = The number is changed.
form-tt-quantity-quantity = How many shall there be? Sales go on meanwhile; fewer than are taken is allowed, then no more are sold.
form-tt-limit-title = For one person
form-tt-limit-done = The limit is changed.
form-tt-limit-limit = How many may one person have?
form-tt-benefits-title = What comes with it
form-tt-benefits-done = That is kept.
form-tt-benefits-benefits = What comes with it? One thing a line. Skip this for nothing.
form-tt-benefits-benefits-invalid = { form-ticket-benefits-invalid }
form-tt-opens-title = Sale begins
form-tt-opens-done = The beginning of the sale is changed.
form-tt-opens-opens = When does the sale begin? Skip this for at once.
form-tt-ends-title = Sale ends
form-tt-ends-done = The end of the sale is changed.
form-tt-ends-ends = When does the sale end? Skip this for the end of the evening.

form-entry-title = A line of the schedule
form-entry-done = It is in the schedule.
form-entry-kind = What is it? Backstage is seen by line-up and team only.
form-entry-kind-doors = Doors
form-entry-kind-show = Show
form-entry-kind-talk = Talk
form-entry-kind-party = Party
form-entry-kind-backstage = Backstage
form-entry-starts = When does it begin? A time such as <i>19:30</i> is on the day of the evening.
form-entry-ends = And when does it end? Skip this where it does not matter.
form-entry-what = What shall stand there? Skip this for the plain word, in every language.
form-entry-what-invalid = That needs letters: please write it in words.
form-member-title = Line-up
form-member-done = They are in the line-up, and are told.
form-member-who = Which brand or collection, or which model? Write the name; it need not be exact.
form-member-who-invalid = A name needs letters: please write it in words.
form-member-pick = Whom do you mean?

form-ev-venue-venue = { form-event-venue }
form-ev-venue-spot = { form-event-spot }
form-ev-venue-place = { form-event-place }
form-ev-venue-place-invalid = { form-event-place-invalid }
form-ev-venue-address = { form-event-address }
form-ev-venue-address-invalid = { form-event-address-invalid }
form-ev-venue-city = { form-event-city }
form-ev-venue-city-invalid = { form-event-city-invalid }
form-ev-venue-country = { form-event-country }
form-ev-venue-holds = { form-event-holds }
form-ev-venue-facilities = { form-event-facilities }
form-ev-venue-facilities-step_free = { form-event-facilities-step_free }
form-ev-venue-facilities-accessible_toilet = { form-event-facilities-accessible_toilet }
form-ev-venue-facilities-hearing_loop = { form-event-facilities-hearing_loop }
form-ev-venue-facilities-seats = { form-event-facilities-seats }
form-ev-venue-facilities-cloakroom = { form-event-facilities-cloakroom }
form-ev-venue-facilities-bar = { form-event-facilities-bar }

refund-task-created =
    <b>{ $amount } is owed back</b>

    Order { $number }, { $title }. The portal sends it where a provider can; what was paid otherwise, please pay back yourself, then say so here.
refund-task-own-account =
    <b>{ $amount } is owed back</b>

    Order { $number }, { $title }. It was paid to your house’s own provider, so only you can send it: please give it back in your provider’s pages, then say so here.
refund-task-in_transit =
    <b>{ $amount } is on its way back</b>

    Order { $number }, { $title }. The provider has it; there is nothing to do.
refund-task-failed =
    <b>{ $amount } could not go back</b>

    Order { $number }, { $title }. The provider says: <code>{ $failure }</code>. Try again, or pay it back yourself and say so here. The guest knows that you see to it.
refund-task-done =
    <b>{ $amount } went back</b>

    Order { $number }, { $title }. There is nothing more to do.
refund-task-sure = Have you given { $amount } back yourself? The guest is told, and it cannot be undone.
button-refund-again = Try again
button-refund-by-hand = I paid it back
button-refund-done = Yes, it is paid back
button-event-money = Accounts
button-owed = { $amount } · order { $number }
button-owed-moving = { $amount } · on its way
settlement =
    <b>{ $title }: accounts</b>

    Sold: { $sold }
    Taken back: { $returned }
    Kept of that: { $kept }
    Given back all the same: { $given }
    The sale comes to <b>{ $net }</b>

    Paid by guests: { $came }
    Gone back: { $gone }
    Still owed back: { $owed }
    Yours: <b>{ $due }</b>, before what the provider charges
settlement-owed = { $count ->
    [one] This is still owed:
   *[other] These are still owed:
 }
refund-task-cancelled =
    <b>{ $amount } need not go back any more</b>

    Order { $number }, { $title }. There is nothing to do.
refund-task-external =
    <b>{ $amount } went back outside the portal</b>

    Order { $number }, { $title }. The provider tells of a refund or a dispute that was not begun here. The order’s tickets open no door until you decide.
refund-admitted = The tickets count again.
button-refund-admit = Let tickets count
