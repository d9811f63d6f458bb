button-attendees = Guests as a file
purpose-attendee_files = Who asked for the list of an evening’s guests as a file, and whether they have it
attendees-under-way =
    <b>{ $title }</b>

    The list is being made: a line for each ticket.

    { $bar } { $percent } %

    It comes here by itself.
attendees-delivered = <b>The list is made.</b> It stands below.
attendees-not-theirs = The list was not made: you do not make this evening any more.
attendees-too-large = The list was not made: it would be larger than Telegram takes.
attendees-caption = <b>Your guests.</b> A line for each ticket; names are shortened, the whole ones are read at the door. That you have them is noted: please keep the file to yourself, and no longer than you need it.
attendees-table = guests
attendees-number = No.
attendees-name = Guest
attendees-type = Ticket
attendees-order = Order
attendees-state = State
attendees-since = Since
