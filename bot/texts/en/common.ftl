when = { $day }, { $clock }
clock-there = { $clock } ({ $city } time{ $turn ->
    [before] , before the clocks go back
    [after] , after the clocks go back
   *[none] {""}
 })
clock-twice = { $clock } ({ $turn ->
    [before] before the clocks go back
   *[after] after the clocks go back
 })
unavailable = unavailable

bot-about = Fashion shows, and your way in. Find an evening, buy in the chat, show the picture at the door.
bot-short = Fashion shows, and your way in.

command-start = The house, from the beginning
command-events = What is on
command-tickets = My tickets
command-orders = My orders and receipts
command-help = How this works
command-support = Reach a human
command-privacy = My data
command-terms = Terms of sale
command-cancel = Stop what you are doing
command-door = The door
command-admin = The office
command-enquiries = Questions that wait for an answer

button-programme = What is on
button-my-tickets = My tickets
button-my-orders = My orders
button-door = The door
button-office = The office
button-back = ‹ Back
button-menu = ‹ Home
button-more = More ›
button-earlier = ‹ Earlier

menu =
    <b>Good to see you, { $name }.</b>

    This is the house of fashion evenings: find a show, take your places here in the chat, and walk in with a picture.
menu-tickets = { $count ->
    [one] You hold <b>one ticket</b>.
   *[other] You hold <b>{ $count } tickets</b>.
 }

help =
    <b>How this works</b>

    /events shows what is on. Tap an evening, choose your places, and pay here in the chat.
    Your ticket comes as a picture: show it at the door. You always find it again under /tickets.

    Something is not right? /support reaches a human. /cancel stops whatever you are doing.
terms =
    <b>Terms of sale</b>

    Your contract is with the house that holds the evening; the portal takes the order for it. Places are held for you until the time shown on the order; then they go back. A ticket admits one person, once.

    If an evening is cancelled you get your money back. For everything else there is /support.
cancelled = Very well. Nothing was lost; here is the house again.
not-understood = I did not quite follow. Here is what I can do for you.
not-a-picture = Thank you for the picture, but I have no use for it here. Perhaps one of these?
old-button = That button was from an older day. Here is how things stand now.
link-unknown = That link does not lead anywhere. Perhaps a letter was lost on the way? Here is the house.
guest = dear guest
language = English
