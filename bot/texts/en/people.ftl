command-people = Find a person
button-find-person = Find a person
button-who-is-this = Who is this?
button-person = Back to the card
form-find-title = Find a person
form-find-number = Please send what you have at hand: the number of an order, the code of a ticket, an e-mail address, a phone number, or a Telegram number.
form-find-number-invalid = That holds neither a letter nor a figure. An order’s number looks like 7F3A09C2D1, a ticket’s code like ABCD2345.
form-find-done = Here they are. What they told us stands masked.
form-look-title = Read one thing
form-look-reason = Why do you need to read it? Your reason is kept with your name and the time, at most 500 characters.
form-look-reason-invalid = Please say why, in a few words.
form-look-done = <b>Noted</b>, with your name, the time and your reason.

person-head =
    <b>{ $name }</b>
    { $roles }
person-is-guest = guest
person-is-admin = administrator
person-is-organizer = organizer
person-is-designer = designer
person-is-model = model
person-is-staff = in a team
person-house = House: { $name }
person-since = Here since { $day }
person-last = Last seen { $day }
person-telegram = Telegram number <code>{ $number }</code>, reachable
person-unreachable = Telegram number <code>{ $number }</code>, not reachable
person-suspended = <b>Suspended</b>
person-invited = <b>Invited, not here yet</b>
person-hint = A button shows what is behind the dots. It asks you why, and the look is noted.
person-revealed =
    <b>{ $field }</b>
    { $value }
person-value = { $label }: { $value }

detail-name = Name
detail-email = E-mail
detail-phone = Phone
detail-picture = Picture
detail-first_name = Name on Telegram
detail-username = @username
detail-bio = About
detail-links = Links
detail-company = Company
detail-position = Position
detail-city = City
detail-born = Date of birth
detail-measures = Measurements
detail-portfolio = Photos, agency
detail-page = Portfolio page

looks-title = <b>Who looked</b>
looks-line = { $day } · { $who } · { $field } · “{ $reason }”
looks-me = you
looks-none = Nobody has looked behind the dots.

error-UnknownNumber = I know nobody by that. Please check it, and send it again.
error-LookedTooOften = { $limit ->
    [one] That was the one look that an hour has.
   *[other] Those were { $limit } looks within an hour, which is the most.
 } Please go on a little later.
