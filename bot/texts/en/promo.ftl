# Promo codes: at the checkout, and at the desk of who makes the evening.

button-have-code = I have a code
button-code-off = Without { $code }
choose-offer-was = <b>{ $name }</b> · <s>{ $was }</s> { $price }
code-percent = { $percent } % off each ticket
code-amount = { $amount } off each ticket
code-access = opens tickets that others do not see
code-terms = Code <b>{ $code }</b>: { $what }.
code-terms-left = { $left ->
    [one] It is good for one more ticket of yours.
   *[other] It is good for { $left } more tickets of yours.
 }
code-terms-until = Until { $until }.
order-line-was = { $count } × { $name } · <s>{ $was }</s> { $price }
order-code = { $saved ->
    [none] With code <b>{ $code }</b>
   *[other] With code <b>{ $code }</b>: { $saved } less
 }

form-use-code-title = I have a code
form-use-code-done = The code counts. With it:
form-use-code-code = What does it say? Capitals and small letters are the same to me.
form-use-code-code-invalid = A code has letters and figures, three at least, such as SILK20. Please look again and send it as it stands there.
form-promo-unknown = <b>{ $code }</b> is no code of this evening. Please look again: perhaps a letter is missing, or it belongs to another evening.
form-promo-paused = <b>{ $code }</b> does not count at the moment. Please ask who gave it to you, or go on without it: your choice still stands above.
form-promo-over = The time of <b>{ $code }</b> is over. If you have a newer code, send me that one; else go on without it.
form-promo-other = <b>{ $code }</b> is for none of the tickets that you chose. Please choose others, or send me another code.
form-promo-used_up = <b>{ $code }</b> has been used as often as it may be. Some of its places may come back; else go on without it.
form-promo-yours = You have used <b>{ $code }</b> as often as one person may. Another code, or on without it?
form-promo-later = { $minutes ->
    [one] Those were many words that are no code. Please try again in a minute, or go on without one: your choice still stands above.
   *[other] Those were many words that are no code. Please try again in { $minutes } minutes, or go on without one: your choice still stands above.
 }
form-promo-taken = This evening has a code <b>{ $code }</b> already. Please choose another word.

codes-title = <b>Promo codes</b> · { $title }
codes-none = No code yet. A code makes tickets cheaper for who types it, or opens types that you have hidden.
codes-line =
    <b>{ $code }</b> · { $what }{ $state ->
        [paused] {" "}· resting
        [over] {" "}· over
        [gone] {" "}· used up
       *[open] {""}
    }
    { $used ->
        [one] used for one ticket
       *[other] used for { $used } tickets
    }{ $budget ->
        [none] {""}
       *[other] {" "}of { $budget }
    }
code =
    <b>{ $code }</b>
    { $what }

    For: { $types }
    Used for: { $used ->
        [one] one ticket
       *[other] { $used } tickets
    }{ $budget ->
        [none] {""}
       *[other] , of { $budget } at most
    }
    For one person: { $limit ->
        [none] as many as they like
        [one] one ticket
       *[other] { $limit } tickets
    }
    Until: { $until ->
        [none] the end of the sale
       *[other] { $until }
    }
    Taken off so far: { $given ->
        [none] nothing
       *[other] { $given }
    }
code-every-type = all that are not hidden
code-hidden-type = { $name } (hidden)
code-note = { $state ->
    [paused] <b>It rests:</b> nobody can use it now. What was ordered with it stays as it is.
    [over] <b>Its time is over.</b>
   *[gone] <b>It is used up.</b> What lapses unpaid comes back to it.
 }
button-codes = Promo codes
button-code = { $code }
button-new-code = Add a code
button-code-pause = Let it rest
button-code-resume = Let it count again
button-type-hide = Hide it
button-type-unhide = Show it to all
type-hidden = <b>Hidden:</b> only who has a promo code for it sees it.
types-line-hidden =
    <b>{ $name }</b> · { $price } · hidden
    { $sold } of { $size } sold

form-promo-title = A promo code
form-promo-done = The code is made: whoever types it has it.
form-promo-code = Which word shall people type? I propose one; or write your own, with letters, figures and hyphens. However it is typed, it counts.
form-promo-code-label = Word
form-promo-code-invalid = A code is one word of 3 to 24 plain letters, figures and hyphens, such as SILK20. Please write it that way.
form-promo-effect = What does it do?
form-promo-effect-label = What it does
form-promo-effect-percent = Percent off
form-promo-effect-amount = An amount off
form-promo-effect-access = Opens hidden types
form-promo-percent = How many percent off each ticket? From 1 to 100; with 100 it is free.
form-promo-percent-label = Percent off
form-promo-amount = How much off each ticket? One that costs less is free then.
form-promo-amount-label = Off each ticket
form-promo-types = For which types? Tap them. Or skip this: then it is for all that are not hidden.
form-promo-types-label = For types
form-promo-hidden = Which hidden types does it open?
form-promo-hidden-label = Opens
form-promo-budget = For how many tickets in all? Or skip this: then there is no limit.
form-promo-budget-label = In all
form-promo-each = How many tickets may one person have with it? Or skip this: then only the limits of the types count.
form-promo-each-label = For one person
form-promo-until = Until when does it count? Or skip this: then as long as tickets are on sale.
form-promo-until-label = Until

purpose-promo_tries = To let nobody guess promo codes in bulk
purpose-promo_redemptions = Which code made an order cheaper
