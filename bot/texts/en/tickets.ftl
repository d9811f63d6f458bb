ticket-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Code <code>{ $code }</code>

    { $unpaid ->
        [yes] Show this picture at the door and pay there.
       *[no] Show this picture at the door. It admits one person, once.
    }
ticket-caption-used =
    <b>{ $title }</b>
    { $type } · { $holder }

    Used. We hope it was a good evening.
tickets-title = <b>My tickets</b>
tickets-empty =
    <b>My tickets</b>

    None yet. Shall we look for an evening?
button-ticket = { $day } · { $title } · { $type }
button-order = The order
button-party = One code for all { $count }
party-picture = Party of { $count }
party-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    One code for the { $count } of you · order { $number }

    Show it at the door: they ask how many are coming in, and who comes later shows it again.

button-renew = My code was stolen
button-renew-surely = Yes, give me a new code
button-renew-keep = ‹ Keep the one I have
renew =
    <b>{ $title }</b>
    { $type }

    Was your phone stolen, or has somebody seen your picture? I give your ticket a new code. The old one, wherever it is, then opens no door. To see your ticket again nothing need change: it is under /tickets.
renewed = <b>The old code is dead.</b> Here is your ticket with its new one.
button-gift = Give to a friend
button-gift-chat = Choose a chat
button-gift-copy = Copy the link
button-gift-yes = Yes, it is theirs
button-gift-give = Give it to { $friend }
button-gift-no = Take the card back
button-gift-claim = I would love to
button-ticket-show = Show my ticket
gift-card =
    <b>Give your ticket to a friend</b>
    { $title } · { $type }
    { $when }

    Send the card into a chat, or the link in any way you like. The first who opens it asks for the ticket; it is theirs when you say yes. Until then your own picture stays valid.

    The card works until { $until }.
gift-claimed-card =
    <b>Somebody has opened your card</b>
    { $title } · { $type }
    { $when }

    Say yes and the ticket is theirs: your own picture opens no door from that moment. The question stands until { $until }.
gift-article = Your ticket for { $title }
gift-message =
    <b>A ticket for you</b>
    { $title }
    { $when }

    I cannot come. Would you like my place?
gift-waiting =
    <b>A pleasure.</b>

    The holder of this ticket is asked now. As soon as they say yes, it comes to this chat with its own code.
gift-done =
    <b>The ticket is theirs.</b>

    Your friend gets it in a moment, with a code of its own. Your old picture opens no door any more. The order and its receipt stay with you.
gift-withdrawn = <b>The card is taken back.</b> The ticket is yours as before, and its picture stays valid.
notice-gift-claimed =
    <b>{ $friend }</b> would like your ticket for { $title }.

    Is it theirs? Your own picture opens no door from that moment.
notice-gift-given =
    <b>{ $giver } has given you a ticket</b>
    { $title }
    { $when }

    It comes with the next message, with a code of your own.
notice-gift-over = The ticket for { $title } stays with its holder after all. We hope to see you another evening.
notice-gift-expired = Your card for { $title } has run out. The ticket is yours as before; you can send a new card any time.
