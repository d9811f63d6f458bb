command-rules = House rules
button-rules = House rules
button-rule-change = Change it
button-rule-back = Back to { $value }
rules-title = <b>House rules</b>
rules-line = { $number }. { $rule }: <b>{ $value }</b>
rules-hint = A number opens a rule: what it means, what it was, and how to change it. A change holds everywhere within a second.

rule-head =
    <b>{ $rule }</b>
    { $what }
rule-stands =
    Now: <b>{ $value }</b>
    Usual: { $usual }
    Possible: { $low } to { $high }
rule-history = <b>What it was</b>
rule-never = Nobody has changed it yet.
rule-line = { $when } · { $who } · { $before } → { $value }
rule-because = { $line } · “{ $reason }”
rule-operator = whoever runs the machine
rule-value = { $unit ->
    [minutes] { $value ->
        [one] { $value } minute
       *[other] { $value } minutes
     }
    [hours] { $value ->
        [one] { $value } hour
       *[other] { $value } hours
     }
    [days] { $value ->
        [one] { $value } day
       *[other] { $value } days
     }
    [per_second] { $value } a second
    [per_minute] { $value } a minute
    [per_hour] { $value } an hour
    [oclock] { $value }:00
    [people] { $value ->
        [one] { $value } person
       *[other] { $value } people
     }
   *[times] { $value }
 }

rule-order_hold_minutes = Places are held
rule-what-order_hold_minutes = How long the places of an order wait for its payment. Orders that wait already keep their time.
rule-payment_grace_minutes = A payment may still come
rule-what-payment_grace_minutes = How long an order is kept once its payment is under way.
rule-tickets_per_person = Tickets a person
rule-what-tickets_per_person = How many tickets of a new kind one person may have. Its house can choose another number.
rule-waitlist_offer_minutes = Seats offered are held
rule-what-waitlist_offer_minutes = How long seats are held for somebody who has waited for them. Offers that are out already keep their time.
rule-waitlist_fewer_minutes = A group is asked about fewer after
rule-what-waitlist_fewer_minutes = How long a group waits for seats together, once fewer are free, until it is asked whether it takes those.
rule-approval_hours = A house answers within
rule-what-approval_hours = How long a house may take to answer who asks for tickets that it looks at first; the places are kept meanwhile. Requests that wait already keep their time.
rule-door_opens_hours = The door opens before
rule-what-door_opens_hours = How long before the start a ticket is let in.
rule-door_closes_hours = The door closes after
rule-what-door_closes_hours = How long after the end a ticket is still let in.
rule-holders_fixed_hours = Tickets stay put
rule-what-holders_fixed_hours = How long before the start a ticket is no longer given back or away: the door’s list stands still.
rule-moved_answer_days = A moved evening is answered
rule-what-moved_answer_days = How long guests of an evening that was moved can still say that they want all of their money back.
rule-bulk_per_second = Messages sent
rule-what-bulk_per_second = How fast reminders and campaigns leave, from all machines together. Telegram allows about thirty; more is for a server of your own, or a bot that pays for it.
rule-delivery_attempts = Attempts to deliver
rule-what-delivery_attempts = How often a message is tried before it counts as undeliverable.
rule-letters_per_hour = Letters with codes
rule-what-letters_per_hour = How many letters with a code one person may ask for, and how many go to one address.
rule-code_lasts_minutes = A mailed code counts
rule-what-code_lasts_minutes = How long the figures in a letter can be typed in.
rule-code_tries = Wrong codes
rule-what-code_tries = How many may be tried for one letter.
rule-promo_tries = Wrong promo codes
rule-what-promo_tries = How many wrong words one person may send within a quarter of an hour before none is heard for the rest of it.
rule-looks_per_hour = Looks behind masks
rule-what-looks_per_hour = How often one person who runs the portal may read what stands masked.
rule-team_link_hours = A link into a team works
rule-what-team_link_hours = How long a new invitation into a team can be opened.
rule-guardian_link_days = A guardian’s link works
rule-what-guardian_link_days = How long the link that asks a guardian can be opened.
rule-administrator_link_hours = An administrator’s link works
rule-what-administrator_link_hours = How long the link that makes an administrator can be opened.
rule-drafts_kept_days = Unfinished dialogs are kept
rule-what-drafts_kept_days = How long answers that were never sent are kept.
rule-erase_cool_off_hours = Time to think before erasing
rule-what-erase_cool_off_hours = How long somebody who wants to be forgotten can think better of it.
rule-export_again_hours = An export can be asked again after
rule-what-export_again_hours = How long after a person has had their data they can ask for them once more.
rule-errors_per_minute = Errors that alarm
rule-what-errors_per_minute = So many errors within a minute, and the office is told.
rule-incident_calm_minutes = Calm that ends an incident
rule-what-incident_calm_minutes = How long nothing more must be seen until the office is told that it is over.
rule-money_stuck_hours = Time until money is stuck
rule-what-money_stuck_hours = How long money may be on its way back until the office is told to look where it is.
rule-quiet_from_hour = The quiet hours begin
rule-what-quiet_from_hour = From this hour on, in each guest’s own time zone, campaigns wait until morning. A guest can choose other hours. Tickets and service notices always arrive.
rule-quiet_to_hour = The quiet hours end
rule-what-quiet_to_hour = At this hour what has waited overnight arrives. The same hour as their beginning: there are none.
rule-campaigns_per_week = Campaigns a guest and week
rule-what-campaigns_per_week = How many campaigns one guest gets within seven days, of all houses together; more are left out for them. 0: no bound.
rule-approval_above_people = A second person agrees above
rule-what-approval_above_people = Marketing to more people than this leaves when somebody else of the house, or of the office, has agreed. Service notices never wait.

form-rule-title = A house rule
form-rule-value = Which value shall hold from now on? Please write a whole number.
form-rule-reason = Why? Your reason is kept with your name and the time, at most 500 characters.
form-rule-reason-invalid = Please say why, in a few words.
form-rule-done = <b>It holds from now on</b>, everywhere.

error-OutOfBounds = That is outside of what is possible for this rule: from { $lowest } to { $highest }.
error-DecidedMeanwhile = Somebody else has changed this rule since you looked. Please look at it again before you decide.
