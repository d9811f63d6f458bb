button-profile = My profile
command-profile = What I told you about me

profile =
    <b>Your profile</b>

    Nothing here is needed to buy a ticket. The name is read at the door; no other guest sees the rest. Each part can be changed or removed; /privacy says how it is kept.

    { $lines }

    { $tastes }
profile-house = Your company is the name of your house: guests read it on every evening and receipt.
profile-line-name = Name · <b>{ $value }</b>
profile-line-photo = Photo · <b>{ $value }</b>
profile-line-email = E-mail · <b>{ $value }</b>
profile-line-phone = Phone · <b>{ $value }</b>
profile-line-bio = About you · <b>{ $value }</b>
profile-line-links = Links · <b>{ $value }</b>
profile-line-company = Company · <b>{ $value }</b>
profile-line-position = Position · <b>{ $value }</b>
profile-line-city = City · <b>{ $value }</b>
profile-photo-there = kept
profile-tastes = “For you” looks for: <b>{ $said }</b>
profile-tastes-none = Tell us your tastes, and “For you” follows them.
profile-tastes-brands = { $count ->
    [one] one brand
   *[other] { $count } brands
 }
button-profile-add = + { $part }
button-profile-tastes = My tastes
button-profile-change = Change
button-profile-remove = Remove
button-profile-telegram = As in Telegram

profile-part-name =
    <b>Name</b>
    { $value }

    The steward at the door reads the first name and an initial; the team of your evening reads it whole.
profile-part-photo =
    <b>Photo</b>

    No other guest sees it.
profile-part-email =
    <b>E-mail</b>
    { $value }

    Confirmed. No other guest sees it.
profile-part-phone =
    <b>Phone</b>
    { $value }

    No other guest sees it.
profile-part-bio =
    <b>About you</b>
    { $value }

    No other guest sees it.
profile-part-links =
    <b>Links</b>
    { $value }

    No other guest sees them.
profile-part-company =
    <b>Company</b>
    { $value }

    No other guest sees it.
profile-part-house =
    <b>Company</b>
    { $value }

    This is the public name of your house. It changes with your registration.
profile-part-position =
    <b>Position</b>
    { $value }

    No other guest sees it.
profile-part-city =
    <b>City</b>
    { $value }

    No other guest sees it.

form-my-name-title = Name
form-my-name-name = Under which name shall the door know you? It stays, also when your name in Telegram changes.
form-my-name-name-invalid = A name needs letters, so that people can say it: please write yours.
form-my-name-done = <b>A pleasure.</b>

form-my-photo-title = Photo
form-my-photo-photo = Please send a photo of yourself.
form-my-photo-done = <b>Thank you, it is kept.</b>

form-my-bio-title = About you
form-my-bio-bio = What should one know about you? Up to 1000 characters.
form-my-bio-done = <b>Thank you, it is kept.</b>

form-my-links-title = Links
form-my-links-links = Where does one find you? Up to five addresses in one message, such as <i>@yourname</i> for Instagram.
form-my-links-done = <b>Thank you, they are kept.</b>

form-my-company-title = Company
form-my-company-company = Where do you work?
form-my-company-company-invalid = A name needs letters: please write the name of the company.
form-my-company-done = <b>Thank you, it is kept.</b>

form-my-position-title = Position
form-my-position-position = What do you do there?
form-my-position-position-invalid = A position has letters: please write it, such as <i>buyer</i>.
form-my-position-done = <b>Thank you, it is kept.</b>

form-my-city-title = City
form-my-city-city = In which city are you at home?
form-my-city-city-invalid = A city has letters: please write its name, such as <i>Milan</i>.
form-my-city-done = <b>Thank you, it is kept.</b>

form-my-email-title = E-mail
form-my-email-address = Which address is yours? I write a letter with six figures to it.
form-my-email-code = A letter is on its way to that address. Please type the six figures that stand in it; they count for a short while only. Nothing came? Look among the unwanted mail, or go back and see whether the address is right.
form-my-email-done = <b>Confirmed, thank you.</b>
button-letter-again = Another letter
form-expects-email = Here I need an e-mail address: please write it as a message.
form-no-email = That does not look like an e-mail address. Please write it like this: <i>name@example.com</i>
form-expects-code = Here I need the six figures of the letter: please type them as a message.
form-no-code = The code has six figures, such as <i>012345</i>. Please type those that stand in the letter.
form-code-wrong = Those are not the figures of the last letter. Please look again.
form-code-over = That code counts no longer. Tap “Another letter”, and a new one is on its way.
form-code-taken = This address cannot be confirmed here: it may stand with another account of yours. /support can help.
form-letter-again = Done: another letter is on its way. Only its figures count now.

phone-title = Phone
phone-question =
    <b>Your number</b>

    Tap the button below and Telegram gives me your own number. It is never needed to buy, and you can remove it at any time.
button-share-number = Share my number
button-keep-number = Not my number
phone-not-now = Very well, no number.
phone-kept = <b>Thank you, your number is kept.</b>
phone-of-another = That card is not your own, so I keep nothing of it. To give me your number, open /profile and tap Phone.

form-my-tastes-title = Your tastes
form-my-tastes-types = What do you like to see? Tap all that fit, or skip.
form-my-tastes-types-label = Evenings
form-my-tastes-types-fashion_show = Shows
form-my-tastes-types-exhibition = Exhibitions
form-my-tastes-types-workshop = Workshops
form-my-tastes-cities = In which cities? Tap all that fit, or skip.
form-my-tastes-cities-label = Cities
form-my-tastes-brands = Whose collections? Tap all that you like, or skip.
form-my-tastes-brands-label = Brands
form-my-tastes-price = Up to which price? The cheapest ticket counts.
form-my-tastes-price-label = Price
form-my-tastes-price-free = Free
form-my-tastes-price-50 = Up to 50
form-my-tastes-price-100 = Up to 100
form-my-tastes-done = <b>Noted.</b> “For you” follows it from now on.

letter-code-subject = { $code } is your code for Fashionista Portal
letter-code =
    Good day,

    somebody, we hope you, gave this address in the chat of Fashionista Portal. These figures confirm it:

    { $code }

    Please type them there within { $minutes ->
        [one] a minute.
       *[other] { $minutes } minutes.
     } If it was not you, there is nothing to do: without the figures nothing happens.

    The house of Fashionista Portal
letter-known-subject = Your address at Fashionista Portal
letter-known =
    Good day,

    somebody, perhaps you, gave this address in the chat of Fashionista Portal. It is confirmed there already, with another Telegram account, so nothing was changed.

    If you wish to use it with the new account, remove it from the old one first, or write /support in the chat. If it was not you, there is nothing to do.

    The house of Fashionista Portal
email-bounced =
    <b>Your e-mail address does not work</b>

    The mail server says that nobody is there, so we send no more letters to it. Everything reaches you here in the chat as before. In your profile you can confirm the address once more, or give another.
