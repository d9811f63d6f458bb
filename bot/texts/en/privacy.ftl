button-privacy-menu = My data
button-privacy-erase = Forget me
button-privacy-devices = My devices
button-privacy-kept = What you keep
button-privacy-consents = My consents
button-privacy-export = Take it along
button-privacy-correct = Correct it
button-privacy-restrict = Pause its use
button-privacy-requests = My requests
button-requests = Privacy requests
command-requests = What people asked about their data
privacy =
    <b>Your data are yours</b>

    We keep what your evenings need, and what you tell us. Names, what stands in your /profile and what you write to us is locked with a key of your own. Nothing is sold or shown to others.

    Here you see what we keep, take it along, correct it, or pause its use.
privacy-kept =
    <b>What we keep about you</b>

    Whatever of this applies to you, and nothing else; and for each, why we may.
privacy-kept-locked = Administrators see a profile masked, and a part of it in clear only with a reason, which is noted. A place that you share is used once and not kept; the buttons of its list carry it to about a hundred metres. At the door the steward sees your first name and an initial.
privacy-basis-contract = <b>Because you asked for it</b>
privacy-basis-consent = <b>Because you allowed it</b>, for as long as you do
privacy-basis-law = <b>Because the law asks for it</b>
privacy-basis-interest = <b>Because we must answer for this house</b>
privacy-correct =
    <b>Something is not right?</b>

    What you tell us about yourself is yours to change: your profile, whom you follow, what reaches you. A registration as a designer, model or house is amended under /register.

    What you cannot change yourself, such as a name on a paid order, a person puts right: write to /support.
privacy-requests = <b>What you asked for</b>
privacy-requests-none = Nothing so far. When you ask for your data, or for it to be erased, it stands here with the day by which the law wants it done.
privacy-request = { $kind } · <b>{ $state }</b>
    { $open ->
        [yes] Asked on { $asked }; due by { $due }.
       *[other] Asked on { $asked }; ended on { $done }.
    }
request-kind-export = Take the data along
request-kind-erase = Erase it
request-kind-restrict = Pause its use
request-kind-rectify = Correct it
request-kind-object = Objection
request-state-waiting = waiting
request-state-running = under way
request-state-done = done
request-state-refused = refused
request-state-withdrawn = withdrawn
requests = <b>Privacy requests</b>
requests-none = Nobody waits for anything.
requests-line = { $late ->
        [yes] <b>Overdue since { $due }</b>
       *[other] Due by { $due }
    }
    { $kind } · { $who } · asked on { $asked }
error-AlreadyAsked = You asked for this already, on { $asked_at } (UTC), and it is under way; by law it must be done by { $due_at }. See /privacy, My requests.

error-DataAtRest = This person wants their data kept and not used: nobody looks behind a mask while that lasts.
error-AskedLately = You were given your data a short while ago. From { $again_at } (UTC) on they can be packed anew.
privacy-export =
    <b>Take your data along</b>

    Everything we keep about you, in one file: a page to read and print, and the same for machines. It is packed now and sent to you here, once; we keep no copy of it.

    Of other people there is nothing in it. Passwords and the codes of tickets are named, and not given: they open something for whoever holds them.
button-export = Pack it and send it
privacy-export-under-way =
    <b>Your data are being packed</b>

    { $bar } { $percent } %

    The file comes here by itself.
privacy-export-sent =
    <b>Your data are packed</b>

    The file stands below. It can be asked for again in a while.
privacy-export-too-large =
    <b>The file was not made</b>

    It would be larger than Telegram takes. Write to /support, and we find another way to bring it to you.
export-caption = <b>All that we keep about you.</b> Open index.html to read it. Whoever has this file can read it: keep it well.
export-title = What Fashionista Portal keeps about you
export-made = As it stood on { $day }.
export-readme = index.html is to be read and printed; data.json has the same for machines: every table that can hold something of you, every column by its name, with what it is kept for.
export-readme-left = Where a row names another person, “somebody else” stands instead. What opens something for whoever holds it, such as a password or the code of a ticket, is only said to be kept. Photos stand as Telegram’s file ids; they are those that you sent in the chat.
export-held = kept, and not given: it opens something for whoever holds it
export-somebody = somebody else
export-not-own = not given: it is about something that is not yours alone
export-yes = yes
export-no = no

suggest-question =
    <b>May we choose for you?</b>

    “For you” looks at whom you follow, what you like and where you have been, and puts those evenings first. Nobody else sees it, and /privacy ends it at any time.
button-suggest-yes = Yes, please
button-suggest-no = No, thank you

consents =
    <b>What you allow</b>

    Each of these is yours to give and to take back, at any time; what waits to be sent stops at once. Tickets, receipts and changes to your evenings need no consent: they always reach you.
consents-line = { $what }: { $said ->
        [yes] <b>yes</b>, since { $since }
        [no] <b>no</b>, since { $since }
       *[none] <b>no</b>; you have not said so far
    }
consents-body = Your body and photos as a model: <b>yes</b>, since { $since }. You take it back under /register.
consents-guardian = Your guardian’s word, on { $day }: <b>{ $said ->
        [yes] yes
       *[no] no
    }</b>
consents-as-guardian = Your word as a guardian, on { $day }: <b>{ $said ->
        [yes] yes
       *[no] no
    }</b>
consents-said = <b>What you said so far</b>
consents-said-line = { $day } · { $what }: { $said ->
        [yes] yes
       *[no] no
    } (words no. { $version })
consent-news-push = News here
consent-news-email = News by e-mail
consent-news-sms = News by text message
consent-suggestions = “For you”
consent-urgent = A text message if an evening moves within a day and Telegram does not reach you
consent-urgent-short = urgent text messages
button-consent-give = Allow: { $what }
button-consent-withdraw = No longer: { $what }

privacy-restrict =
    <b>Let your data rest?</b>

    We keep them and do not use them: no news, no “For you”, your brand and your stage name leave the programme and the casting, and nobody in the office looks behind a mask. Your tickets, orders and messages about them go on as before.

    One tap ends it.
privacy-restricted =
    <b>Your data rest since { $since }</b>

    They are kept and not used: no news, no “For you”; your brand and your stage name are out of the programme and the casting. Your tickets, orders and messages about them go on as before.
button-restrict-on = Let my data rest
button-restrict-off = Use my data again

purpose-users = Your account: to know you again, and to call you by name
purpose-users-2 = To reach you outside of the chat, where you gave it
purpose-user_profiles = What you tell about yourself, to find what suits you
purpose-telegram_accounts = To answer you in the chat, in your language and time
purpose-email_confirmations = To prove by a letter that an address is your own
purpose-administrators = Who runs the portal, and who let them
purpose-sessions = To keep you signed in on a web page
purpose-dialog_drafts = To go on with a dialog that you left open
purpose-one_time_links = Who was invited to work here, and came
purpose-enquiries = To answer what you asked us
purpose-consents = Proof of what you allowed, and when you took it back
purpose-consent_states = To write only to who allows it now
purpose-data_requests = What you asked of us about your data
purpose-follows = Whom you follow, to show it first and tell you of it
purpose-designers = A brand as everybody sees it
purpose-collections = What a designer makes, shown once it is published
purpose-models = To be considered as a model, and found by height
purpose-models-2 = Body and photos of a model
purpose-stage_names = The public name of a model
purpose-houses = The public name of a house
purpose-seller_accounts = To let guests pay a house through its own provider, and to know later who has their money
purpose-sellers = What the receipts of a house say of who sold
purpose-organizer_applications = To decide who may sell here
purpose-approvals = Who was let in or refused, by whom and why
purpose-guardian_consents = A guardian’s word for somebody under 18
purpose-events = What a house holds, drafts too
purpose-event_staff = Who works at an evening, and as what
purpose-event_models = Who walks in a show, by stage name
purpose-event_search = The programme as it is searched
purpose-user_quota = To keep to a limit for each person
purpose-orders = What you bought: to fulfil it, and for the books
purpose-order_lines = { purpose-orders }
purpose-order_answers = What the house must know of who comes, as it asked
purpose-order_approvals = What the house said of an order before it was paid
purpose-ledger_lines = { purpose-orders }
purpose-payments = What you paid, for the books and to pay it back
purpose-refunds = What was paid back, for the books
purpose-waitlist_entries = To serve who waits for seats, in their turn
purpose-waitlist_offers = To hold seats for who waited for them
purpose-tickets = To let you in where you have a place
purpose-ticket_gifts = A ticket on its way to a friend: who gave it, and who has it now
purpose-door_posts = Where somebody of the door team stands
purpose-checkins = Who came in when, and who let them
purpose-campaigns = What a house wrote to many, and who sent it
purpose-notifications = To tell you something, and know whether it came
purpose-version_control = Who changed an evening, and what it said before
purpose-audit_logs = Who changed, saw or was refused what
purpose-settings = Who set how the portal works, and why
purpose-quarantined_updates = To mend what went wrong, without its texts
purpose-house_channels = Where a house lets its campaigns be posted
