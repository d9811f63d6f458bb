button-services = Services
services-title = <b>What the portal talks to</b>
services-none = Nothing yet: Telegram and the mail server appear here within minutes of the start.
services-line-active = 🟢 <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] letters
    [sms] text messages
   *[social] posts
 }
services-line-failing = 🟡 <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] letters
    [sms] text messages
   *[social] posts
 } · fails now and then
services-line-error = 🔴 <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] letters
    [sms] text messages
   *[social] posts
 } · rests after failures
services-line-inactive = ⚪️ <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] letters
    [sms] text messages
   *[social] posts
 } · switched off
services-unheard = Not heard of yet.
services-heard = { $minutes ->
    [0] Heard of just now.
    [one] Heard of { $minutes } minute ago.
   *[other] Heard of { $minutes } minutes ago.
 }
services-fails = The last time: { $kind ->
    [away] nobody answered at its address.
    [slow] it did not answer in time.
    [login] it does not let us in: look at its name, password or token.
    [unproven] it does not prove who it is: look at its certificate.
    [answer] it answered with the error { $number }.
   *[other] <code>{ $why }</code>
 }
services-how = Who runs the machine adds, tries and removes them: <code>main.py services</code>
