forget =
    <b>Forget me</b>

    <b>What goes for good.</b> Your name, profile and contacts, what you wrote to us, whom you follow, your consents and roles; your brand, stage name, collections and house, too. The key that locks all of it is destroyed: no copy can be read again. An order that is not paid is let go.

    <b>What stays, without you.</b> Orders, payments and used tickets for ten years, for the law wants the books; and the record of who changed what here. Neither names you any more.

    <b>What is out of our reach.</b> The messages in this chat. You can delete it yourself, here in Telegram.

    It happens { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } after you confirm. Until then, one tap takes it back.
forget-campaigns = { $count ->
        [one] Your broadcast that is under way ends with it.
       *[other] Your { $count } broadcasts that are under way end with it.
    }
forget-sure-of-it =
    <b>Is this your wish?</b>

    In { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } we forget you, and then nobody can bring anything back: not you, and not we. Should you write again, you are a new guest.
forget-gives-up =
    <b>You give up, with nothing paid back:</b>

    { $lines }
forget-waiting =
    <b>You asked to be forgotten</b>

    It happens in { $hours ->
        [one] less than an hour
       *[other] { $hours } hours
    }: { $when } UTC. An hour before, we write once more. Until then everything works as ever.
forget-under-way =
    <b>You asked to be forgotten</b>

    The time to think is over; it happens as soon as nothing stands in the way.
forget-in-the-way =
    <b>This still stands in the way:</b>

    { $lines }
forget-held =
    <b>Not yet, for your own sake</b>

    Something binds us still. Once it is settled, come back here.

    { $lines }
forget-blocked =
    <b>We could not forget you yet</b>

    Something came in between. Your wish stays open, and is done as soon as this is settled:

    { $lines }
forget-tie-tickets = <b>Tickets that are valid</b>: { $evenings }. Use them first, or give them up: your places go to others, nothing is paid back.
forget-tie-shows = <b>Shows in which you walk</b>: { $evenings }. Walk first, or give them up: the line-up loses you.
forget-tie-payment = <b>A payment under way</b>: { $evenings }. It ends by itself within minutes, one way or the other.
forget-tie-refund = <b>Money that we owe you</b>: { $evenings }. Once it is paid back, nothing is in the way; /support knows more.
forget-tie-events = <b>Your evenings that are still to come</b>: { $evenings }. Your guests rely on them: let them be over, or write to /support to have them cancelled or handed over.
forget-tie-money = <b>Refunds that your house owes</b>: { $evenings }. Settle them first; /support helps.
forget-tie-last = <b>You are the only administrator.</b> Make somebody else one first, so that the portal is not left alone.{ $evenings }
forget-lose-tickets = Tickets: { $evenings }
forget-lose-shows = Shows: { $evenings }
forget-evening = { $title } ({ $day })
forget-more = { $count ->
        [one] { $evenings } and one more
       *[other] { $evenings } and { $count } more
    }
forget-kept = <b>You stay, how good.</b> Nothing has changed, and nothing will happen.
forget-nothing-asked = There is nothing to take back: nobody has asked here to be forgotten. If you were forgotten before, you are welcome as a new guest.
forget-soon =
    <b>{ $minutes ->
        [one] In one minute we forget you
       *[other] In { $minutes } minutes we forget you
    }</b>

    As you asked. Whoever thinks better of it taps here; otherwise there is nothing to do.
forget-done =
    <b>You are forgotten</b>

    We do not know you any more, and what you told us cannot be read by anybody. Orders and payments stay in the books, without your name.

    These messages are yours: delete the chat when you like. Thank you for your evenings with us.
button-forget-sure = Forget me…
button-forget-ask = Yes, forget me
button-forget-keep = Keep my account
button-forget-give-up = Give them up…
error-TooShort = The law wants this kept for at least { $days } days.
error-Bound = Something has to be settled first: see /privacy, Forget me.
purpose-erasures = What became of your wish to be forgotten
purpose-campaigns-2 = Where who sent it sees how far it is
