error-EmptyAudience = Nobody would receive this: nobody in this audience has agreed to news yet. Choose another audience, or wait for followers.
error-CampaignLeft = This message is leaving or has left, so it stays as it is. Cancel what is still to go, and “Write it again” begins a new one with its words.
error-MarketingNeeded = Writing to guests is for houses: the owner, a manager, or who does the marketing of an evening. If you work for one, ask its owner for that role, under “The team”.
error-EventOver = “{ $title }” is over, so nothing about it leaves any more. Write to your followers instead: choose “Change it”, then “Audience”.
error-EventCalledOff = “{ $title }” was called off, so no invitation to it leaves any more. Write to your followers instead: “Change it”, then “Audience”.
error-LeavesTooLate = “{ $title }” is over by then: it ends { $ends_at }. Please choose an earlier time.
error-ButtonToNothing = A button leads to “{ $title }”, which { $why ->
        [called-off] was called off
       *[over] is over
    }. Take the button away or choose another evening: with “Change it” while it is a draft, else with “Write it again”.
error-ButtonLeavesTooLate = A button leads to “{ $title }”, which is over by then: it ends { $ends_at }. Please choose an earlier time, or another button.
error-OwnCampaign = You wrote this one, so somebody else has to agree: of your house, or of the office.
command-broadcast = Write to your guests
button-campaigns = Write to guests
button-newest = ‹ The newest
button-compose = ✎ A new message
button-campaign = { $state ->
    [draft] ✎
    [scheduled] ◷
    [waiting] ◔
    [active] ▶
    [paused] ❚❚
    [completed] ✓
   *[cancelled] ✕
 } { $name }
campaigns =
    <b>Write to your guests</b>

    What you wrote, the newest first. It reaches those who asked for news; what holders of a ticket must know reaches them all.
campaigns-none =
    <b>Write to your guests</b>

    One message, to everybody whom it concerns: your followers, a city, or the guests of an evening.

form-campaign-title = A message to your guests
form-campaign-house = For which house do you write?
form-campaign-house-label = House
form-campaign-audience = Whom is it for? The numbers are those who can be reached now and agreed to news.
form-campaign-audience-label = Audience
form-campaign-city = The followers of which city?
form-campaign-city-label = City
form-campaign-event = The guests of which evening?
form-campaign-event-label = Evening
form-campaign-part = All of them, or only some? Skip this for all.
form-campaign-part-label = Only some
form-campaign-purpose = What is it about? What guests must know about their evening reaches every one of them. An invitation to something else reaches only those who agreed to news.
form-campaign-purpose-label = Kind
form-campaign-purpose-service = About this evening
form-campaign-purpose-marketing = News or an invitation
form-campaign-picture = A picture above the words, or an album of up to 10? Send them one by one or together, or skip this. One picture and up to 1,024 characters arrive as one message; otherwise the pictures come first, then the words with their buttons.
form-campaign-picture-label = Pictures
form-campaign-words =
    Now write it, as it should arrive. <b>Bold</b>, <i>italics</i>, links and quotes stay as you set them.

    Where {"{first_name}"} stands, each guest reads their first name: <i>Dear {"{first_name}"}</i> becomes <i>Dear Camilla</i>.
form-campaign-words-label = Text
form-campaign-links = Buttons below that lead to your evenings? Tap those that you want.
form-campaign-links-label = Buttons
form-campaign-done = <b>Kept as a draft.</b> Below it stands as your guests will see it.
form-campaign-time-title = When shall it leave?
form-campaign-time-time = On which day, and at what time? Say it in { $city } time.
form-campaign-time-done = <b>It will leave by itself.</b>
campaign-left-before = <b>It had left already</b> when you chose a time, so nothing was moved.

form-link-foreign = The link { $address } would open nothing for your guests. A link begins with https://, and the name of a page follows. Please mend it and send the text again.
form-markup-open = The formatting is broken: &lt;{ $tag }&gt; is opened and never closed. Please add &lt;/{ $tag }&gt; and send it again, or format it with Telegram’s own menu.
form-markup-close = The formatting is broken: &lt;/{ $tag }&gt; closes something that is not open. Please look again and send it once more.
form-markup-unknown = Telegram does not know the formatting &lt;{ $tag }&gt;. Bold &lt;b&gt;, italics &lt;i&gt;, links &lt;a&gt; and quotes &lt;blockquote&gt; work; please send it again with those.
form-markup-hidden = “{ $words }” stands in angle brackets as a remark, and nobody would see it. Please write it without &lt; and &gt;, or leave it out, and send it again.
form-links-long = The addresses of your links are longer than Telegram can take in one message. Please take fewer links, or shorter ones, and send it again.
form-filled-unknown = I do not know what should stand for { $word }. A first name is written { $known }, exactly so; please change that and send it again.
form-filled-torn = The formatting begins or ends in the middle of { $known }, and no name could be put there. Please format all of it, or nothing of it, and send it again.
form-filled-long = With the longest first names that would be { $length } characters, and I have room for { $limit }: please make it shorter and send it again.

campaign-own-house = My own house
campaign-guest = guest
audience-everyone = everybody who wants news
audience-followers = your followers, and those of your designers
audience-followers-of = followers of { $house } and of its designers
audience-city = followers of { $city }
audience-holders = guests of { $title } who want news
audience-holders-service = every guest of { $title }
form-campaign-audience-everyone = Everybody
form-campaign-audience-followers = Followers
form-campaign-audience-city = A city
form-campaign-audience-holders = Guests of an evening
audience-waiting = who waits for { $title } and wants news
audience-part = { $whole }: { $part }
audience-about = { $name } · { $count }+
audience-some = { $kind ->
    [designers] designers
    [models] models
    [waiting] who waits for a place
   *[taste] who likes: { $taste }
 }
audience-sized = { $name } · { $count }

campaign-desk =
    <b>Ready to leave</b>

    For { $audience }: <b>{ $count ->
        [one] one person
       *[other] { $count } people
    }</b>, in about { $duration }.
campaign-desk-capped = A guest gets at most { $most ->
    [one] one campaign
   *[other] { $most } campaigns
 } a week, from all houses together: who has had enough is left out.
campaign-desk-asleep = Who is in their quiet hours gets it when those are over.
campaign-desk-empty =
    <b>Nobody to write to yet</b>

    For { $audience }: nobody who could be reached now, so there is nothing to launch. Choose another audience, or come back later: the draft is kept.
campaign-desk-over =
    <b>“{ $title }” is over</b>

    Nothing about it leaves any more, neither to its guests nor an invitation. With “Change it” you choose whom you write to instead, such as your followers; the words stay.
campaign-desk-button =
    <b>A button leads to “{ $title }”, which { $why ->
        [called-off] was called off
       *[over] is over
    }</b>

    So it does not leave. “Change it” and keep it without that button, or choose another evening; the words stay.
campaign-desk-called-off =
    <b>“{ $title }” was called off</b>

    No news and no invitation about it leaves any more. With “Change it” you choose whom you write to instead, such as your followers; the words stay. What its guests must know still leaves, as “About this evening”.
campaign-scheduled =
    <b>{ $name }</b>

    Leaves by itself: <b>{ $when }</b>
    For { $audience }, { $count ->
        [0] nobody as of now
        [one] one person as of now
       *[other] { $count } people as of now
    }.

    To change its words, cancel it: “Write it again” then begins with them.
campaign-head =
    <b>{ $name }</b>
    { $state ->
        [active] On its way
        [paused] Paused
        [completed] All sent
        [cancelled] Cancelled
       *[other] Waiting
    }
campaign-preparing = Making the list … { $count } so far
campaign-bar =
    { $bar } { $percent } %
    { $done } of { $total }
campaign-sent = ✓ { $count } delivered
campaign-blocked = ✕ { $count } out of reach: they blocked the bot, or never opened it
campaign-asleep = ☾ { $count } waiting for the end of their quiet hours
campaign-capped = − { $count } left out: they have had enough campaigns this week
campaign-skipped = − { $count } left out: they want no more news, or it was cancelled
campaign-failed = ⚠ { $count } could not be delivered
campaign-unknown = ◌ { $count } uncertain: on the way when something broke off. Perhaps they arrived; they are not sent again
campaign-rest = About { $duration } to go.
campaign-held = Telegram asks us to wait until <b>{ $until }</b>. It goes on by itself then, and takes about { $duration } more.
campaign-unknown-title =
    <b>{ $name }</b>

    Of these guests nobody can say whether the message arrived. It is not sent to them a second time.
campaign-unknown-line = · { $name }
campaign-started = <b>{ $name }</b> is leaving now.
campaign-dropped =
    <b>{ $name }</b>

    Given up. Nothing of it was sent. “Write it again” begins a new one with its words and pictures.
campaign-beside = { $state ->
    [left] <b>The former text has left meanwhile.</b>
   *[waits] <b>The former text has been launched meanwhile</b>, and waits to leave.
 } This one would be a second message to the same people.
button-campaign-launch = Launch now
button-campaign-later = At a time
button-campaign-move = Move it
button-campaign-test = Try on me
button-campaign-look = Look at it
button-campaign-preview = Look again
button-campaign-change = Change it
button-campaign-drop = Give it up
button-campaign-pause = ❚❚ Pause
button-campaign-resume = ▶ Resume
button-campaign-cancel = ✕ Cancel
button-campaign-list = Who is uncertain
button-campaign-open = To the message
button-campaign-watch = Watch it leave
button-campaign-see = See it
alert-campaign-test = On its way to you alone.
duration-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
 }
duration-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
 }
duration-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
 }
form-campaign-channel = In the chat, or by e-mail? The numbers are those whom it reaches so: by e-mail, who confirmed an address and agreed to news there.
form-campaign-channel-label = Way
form-campaign-subject = What shall the subject of the letter be?
form-campaign-subject-label = Subject
campaign-subject = <b>Subject:</b> { $subject }
campaign-by-message = In the chat
campaign-by-letter = By e-mail
letter-why = You get this letter because you agreed to news by e-mail.
letter-stop = No more such letters
campaign-desk-large = It is for more than { $most } people, so a second person reads it first: “Launch now” and “At a time” ask somebody of your house, or of the office.
campaign-awaiting =
    <b>{ $name }</b>

    For { $audience }, { $count ->
        [0] nobody as of now
        [one] one person as of now
       *[other] { $count } people as of now
    }.
    { $who ->
        [own] A second person reads it first: somebody of your house, or of the office. They have been asked, and you will hear. To change it, “Take it back” first.
       *[second] It is large, so somebody who did not write it reads it first: please look at it, and say yes or no.
    }
    { $leaves ->
        [now] Once agreed to, it leaves at once.
       *[then] Once agreed to, it leaves by itself: <b>{ $when }</b>
    }
campaign-maker = Somebody
campaign-asked =
    <b>May this leave?</b>

    { $maker } wrote “{ $name }” for { $audience }. A message to so many people leaves when a second person has agreed.
campaign-asked-of = It leaves in the name of <b>{ $house }</b>.
campaign-agreed = <b>{ $name }</b> has been agreed to, and goes its way.
campaign-steered = { $done ->
    [launched] <b>{ $name }</b> is leaving: { $who } has launched it.
    [moved] { $who } has chosen when <b>{ $name }</b> is to leave: <b>{ $when }</b>.
    [paused] { $who } has paused <b>{ $name }</b>. Nothing more of it leaves for now.
    [resumed] { $who } has let <b>{ $name }</b> go on.
   *[cancelled] { $who } has cancelled <b>{ $name }</b>. What had not left yet will not leave.
 }
campaign-moved = <b>{ $name }</b>, to which you agreed, has been moved and now leaves: <b>{ $when }</b>. Your yes stands; if this is not right, cancel it there.
campaign-declined = <b>{ $name }</b> has not been agreed to. It is a draft again: change it, and ask once more.
campaign-declined-why = <blockquote>{ $why }</blockquote>
campaign-grown = <b>{ $name }</b> was to leave now. Its audience has grown so much that a second person reads it first; they have been asked.
campaign-too-late = <b>{ $name }</b> did not leave: when its time came, “{ $title }” { $why ->
        [called-off] had been called off
       *[over] was over
    }. It is a draft again. { $led ->
        [yes] One of its buttons leads there: “Change it” lets you take it away, or choose another evening.
       *[no] “Change it” lets you write to your followers instead.
    }
campaign-test-failed = You tried <b>{ $name }</b> on yourself, and it did not arrive.
campaign-not-shown = { $way ->
    [letter] <b>Telegram cannot show this letter</b> as it is.
   *[message] <b>Telegram cannot show this message</b> as it is, so your guests would not get it either.
 }
campaign-refused-said = Telegram said: <code>{ $said }</code>
campaign-refused-why = { $kind ->
    [button] It refuses a button: please choose other buttons.
    [picture] It does not take the picture: please send the picture anew.
    [text] It does not take the text: please make it a little shorter, with simpler formatting and fewer links.
    [away] Telegram itself is in trouble. Nothing is wrong with your message: try it once more in a while.
    [address] Your e-mail address does not take it. Please look at the address in your profile, then try it once more.
    [letter] The mail server does not take this letter. Please change its subject or its text, a little shorter and with fewer links.
    [server] The mail server could not be reached, however often we tried. Nothing is wrong with your letter: try it once more in a while.
    [ours] It failed on our side, however often we tried. Try it once more in a while; if that does not help, write to us: /support.
   *[other] Please look at its text, its pictures and its buttons once more, then try it again.
 }
campaign-stopped = <b>{ $name }</b> has paused itself: the first messages all failed, and alike.
campaign-stopped-why =
    Telegram said: <code>{ $said }</code>
    { $kind ->
        [button] It refuses a button. Cancel it, and write it again with other buttons.
        [picture] It does not take the picture. Cancel it, and write it again with the picture sent anew.
        [text] It does not take the text. Cancel it, and write it again, a little shorter and with simpler formatting.
        [away] Telegram itself is in trouble. Resume it in a while.
       *[other] Try it on yourself; once it works, resume it. Nobody gets it twice.
    }
button-campaign-again = Write it again
button-campaign-recall = Take it back
button-campaign-agree = ✓ Let it leave
button-campaign-decline = ✕ Not like this
form-campaign-no-title = Not like this
form-campaign-no-why = What should be different? Who wrote it reads your sentence, at most 500 characters.
form-campaign-no-why-invalid = Please say it in a few words.
form-campaign-no-done = <b>Sent back.</b> Who wrote it has your sentence, and a draft to change.
campaign-waits-no-more = <b>{ $wanted ->
    [agree] Your yes is not needed any more.
    [preview] There is nothing left to look at.
   *[decline] Nothing was sent back.
 }</b> { $state ->
    [agreed] It has been agreed to meanwhile.
    [given-up] It has been given up meanwhile.
    [draft] Its maker has it back as a draft.
   *[other] It does not wait any more.
 }
campaign-by-post = Posted for everybody
audience-channels = everybody who reads your channels
audience-channels-of = everybody who reads the channels of { $house }
campaign-desk-posts =
    <b>Ready to be posted</b>

    In <b>{ $count ->
        [one] one place
       *[other] { $count } places
    }</b>: your channels, and where the portal itself posts. It will stand there for everybody, once.
button-channel = Post in a channel
channel-how =
    <b>Your campaigns in a channel</b>

    Make me an administrator of your channel, allowed to post: that is all. Am I one already? Write <code>/channel @name</code>, or forward me a post of the channel. You must be an administrator there yourself.
channel-wrong = { $state ->
    [not-mine] I may not post in { $title } yet. Make me an administrator there, with the right to post messages.
    [not-yours] { $title } is not yours to connect: Telegram does not name you among its administrators.
    [no-house] A channel is connected by the house itself: its owner does this.
   *[unknown] I cannot see such a channel. Write its name as Telegram has it, with @, and make me an administrator there first.
 }
channel-connected = <b>{ $title }</b> is connected: campaigns can be posted there. Take my rights away in the channel, and it ends.
channel-lost = <b>{ $title }</b> is not connected any more.
