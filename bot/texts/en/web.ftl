# The web pages of who works here. No markup: a template has it.
web-house = Fashionista Portal
web-staff = For those who work here
web-sorry = We are sorry
web-elsewhere = This did not come from one of our own pages. Please open the page again and try once more.
web-no-page = There is no such page.
web-busy = We cannot answer at this moment. Please try again in a minute; nothing is lost.
web-failed = Something went wrong on our side. Please try again.
web-to-chat = Back to the chat
web-sign-in = Sign in
web-sign-in-words = With the e-mail address that you confirmed in the chat, and the password you chose. Or without either: ask for a link in the chat, with /devices.
web-email = E-mail address
web-password = Password
web-button-sign-in = Sign in
web-link = Sign in here
web-link-words = This link signs you in on this device, once. Go on only if you asked for it yourself, on a device that is yours.
web-link-over = This link leads nowhere any more
web-link-used = It has been used: it works only once. A new one is in the chat, with /devices.
web-link-expired = It was good for ten minutes, and those are over. A new one is in the chat, with /devices.
web-link-unknown = It is not valid. A new one is in the chat, with /devices.
web-choose-password = Choose a password
web-password-words = At least { $least } characters. A few words that only you would put together are easy to keep in mind and hard to guess.
web-new-password = New password
web-password-again = Once more
web-button-keep = Keep it
web-not-the-same = The two are not the same: please type them once more.
web-password-set = Your password is set
web-password-set-words = Every device that was signed in is signed out. From now on you sign in with your e-mail address and the new password.
web-hello = Good to see you, { $name }
web-hello-nobody = Good to see you
web-home-words = You are signed in. Everything else is in the chat.
web-role-admin = Runs the portal
web-role-organizer = Organizer
web-role-staff = On the team
web-evenings = Your evenings
web-no-evenings = There is nothing ahead.
web-own = your own
web-devices = Where you are signed in
web-here = this device
web-button-end = Sign out
web-button-others = Sign out everywhere else
web-button-out = Sign out
device-named = { $browser } on { $system }
device-unknown = A browser
device-last = last used { $last }
device-last-from = last used { $last }, from { $place }
just-now = just now

command-devices = Where I am signed in
button-devices = My devices
button-devices-link = Sign in on another device
button-devices-password = Set a password
button-devices-renew = New password
button-devices-email = Confirm an e-mail address
button-devices-end = Sign out { $number }. { $name }
button-devices-end-all = Sign out everywhere
button-devices-open = Sign in
button-devices-choose = Choose a password
button-devices-copy = Copy the link
button-devices-not-me = This was not me
devices =
    <b>My devices</b>

    Where you are signed in to the web pages of the house.
devices-none = <i>Nowhere at this moment.</i>
devices-line = { $number }. <b>{ $name }</b>: { $note }
devices-password = You can also sign in with your e-mail address and your password.
devices-no-password = With a password you can also sign in without the chat.
devices-no-email = To sign in with a password, too, confirm an e-mail address first.
devices-unreachable =
    <b>My devices</b>

    The house has no web pages yet: whoever runs the portal has not said where they are (PUBLIC_URL).
devices-link =
    <b>A link that signs you in</b>

    It works once, within { $minutes } minutes, on the device where it is opened. Keep it to yourself: whoever opens it is signed in as you.
devices-password-link =
    <b>A link to choose a password</b>

    It works once, within { $minutes } minutes. A new password signs every device out. Please never type a password here in the chat.
devices-signed-in =
    <b>You have just signed in</b>

    { $name }. If that was not you, one tap ends it.
devices-tried =
    <b>Somebody is trying passwords with your e-mail address</b>

    They have not got in, and they now have to wait longer after each try. If it was you: a link from the chat signs you in without a password.
devices-disowned =
    <b>Everybody is out</b>

    Every device is signed out, and your old password works no more. Choose a new one, and one that you use nowhere else.

purpose-web_links = To sign you in on the web, or to let you choose a password, by a link that works once
purpose-sign_in_tries = To let nobody guess passwords one after another
web-letters = No more letters with news?
web-letters-words = Whatever concerns your tickets still reaches you. In the chat you can change your mind at any time.
web-letters-button = No more such letters
web-letters-ended = You get no more of these letters
web-letters-ended-words = It holds from this moment on. Whatever concerns your tickets still reaches you.
web-letters-over = This link belongs to no address that we write to: there is nothing to end. If you still get letters, please write to us in the chat.
