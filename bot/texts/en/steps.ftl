# What the kinds of questions of a guided dialog say (bot/steps).

form-photos-attached = { $count ->
    [one] one photo
   *[other] { $count } photos
 }
form-length = { $cm } cm ({ $feet })

form-hint-day = Tap a day below, or write it, such as <i>{ $example }</i>.
form-hint-moment = Tap the day below, or write day and time, such as <i>3 December 19:30</i>.
form-hint-number = From { $low } to { $high } is possible.
form-hint-time = Now the time: tap an hour, or write it, such as <i>19:30</i>.

form-expects-number = Here I need a number, written in digits as a message.
form-expects-length = { $sent ->
    [voice] I cannot listen to voice messages yet: please write the measure, such as <i>178</i> (cm) or <i>5'10"</i>.
   *[other] Here I need a measure in words: please write it, such as <i>178</i> (cm) or <i>5'10"</i>.
 }
form-expects-girth = { $sent ->
    [voice] I cannot listen to voice messages yet: please write the measure, such as <i>86</i> (cm) or <i>34"</i>.
   *[other] Here I need a measure in words: please write it, such as <i>86</i> (cm) or <i>34"</i>.
 }
form-expects-percent = Here I need a number of percent, written as a message, such as <i>22</i> or <i>8.1</i>.
form-no-percent = I cannot read that as a number of percent: please write one from 0 to 99.99, such as <i>22</i> or <i>8.1</i>.
form-expects-amount = Here I need an amount, written as a message, such as <i>45</i> or <i>45.50</i>.
form-expects-link = Here I need an address on the web, written as a message, such as <i>yourname.com</i>.
form-expects-day = Here I need a date, written as a message, such as <i>3 December 2026</i>.
form-expects-moment = Here I need a day and a time, written as a message, such as <i>3 December 19:30</i>.
form-expects-photos = { $sent ->
    [document] That came as a file: please send it once more as a photo, then everybody can see it at once.
    [text] Here I need photos: please send one or more, as pictures and not as files.
   *[other] I cannot use this kind of message here: please send photos, as pictures and not as files.
 }
form-expects-place = { $sent ->
    [text] I cannot find a place in that: please tap the paper clip, choose <b>Location</b>, and send the spot on the map.
   *[other] Here I need a place on the map: please tap the paper clip, choose <b>Location</b>, and send the spot.
 }
form-no-number = I cannot read that as a whole number: please write one from { $low } to { $high }.
form-number-range = That is outside of what is possible here: please write a number from { $low } to { $high }.
form-no-length = I cannot read that as a measure: please write centimetres, such as <i>178</i>, or feet and inches, such as <i>5'10"</i>. From { $low } to { $high } cm ({ $lowest } to { $highest }) is possible.
form-no-girth = I cannot read that as a measure: please write centimetres, such as <i>86</i>, or inches, such as <i>34"</i>. From { $low } to { $high } cm ({ $lowest } to { $highest }) is possible.
form-length-range = That measure seems out of range: I can take { $low } to { $high } cm ({ $lowest } to { $highest }). Please look again and send it once more.
form-no-amount = I cannot read that as an amount of money: please write it in { $currency }, in digits, such as <i>45</i>.
form-amount-decimals = { $digits ->
    [0] In { $currency } there is nothing smaller than one: please write a whole amount.
   *[other] In { $currency } an amount has at most { $digits } decimals: please write it that way.
 }
form-amount-range = I can take from { $low } to { $high } here: please write an amount between the two.
form-no-link = That is not an address on the web: it should look like <i>yourname.com/lookbook</i>. Please send it again.
form-links-many = That is more than I have room for: please send at most { $most } addresses in one message.
form-no-day = I cannot read that as a date: please write day, month and year, such as <i>3 December 2026</i> or <i>3.12.2026</i>.
form-no-moment = I cannot read that as a day and a time: please write both, such as <i>3 December 19:30</i>.
form-no-time = I cannot read that as a time of day: please write it such as <i>19:30</i>.
form-no-such-day = No calendar has that day: please look again and send the date once more.
form-day-range = That day cannot be right here: from { $first } to { $last } is possible.
form-day-over = { $day } is over. If you mean the next one, please write its year too.
form-moment-past = That moment is over already (it is { $now } there now): please choose a later one.
form-moment-after = This must be later than { $earliest }: please choose another time.
form-time-skipped = The clocks go forward that night, and that hour is skipped: please choose another time.
form-photos-full = { $most ->
    [one] There is room for one photo, and it is taken: take it back first if you would rather show this one.
   *[other] There is room for { $most } photos, and they are all taken. { $left ->
        [one] The newest one was
       *[other] The last { $left } were
    } not added; take one back first if you would rather show another.
 }

day-today = today
day-tomorrow = tomorrow
day-after-tomorrow = the day after tomorrow

button-form-undo = Take the last back
button-form-clear = All of them anew
button-form-other-day = ‹ Another day
