error-unknown = Something went wrong on our side. It was noted, and nothing was lost: please try again in a moment, or write to /support.
error-unreadable = Something that belongs here cannot be read at the moment. It was noted; please write to /support if you need it.
error-own-deleted = What you had told us was deleted for good, and nothing new can be kept for you. Shows and tickets work as before.
error-deleted = That was deleted for good: nobody can read it again.

error-NotAvailable = I cannot find that. It may be gone, or it is not for you to see.
error-NotAllowed = That is not yours to do. If you think it should be, write to /support.
error-Busy = There is quite a crowd just now. Please try that again in a moment.

error-CodeRefused = { $trouble ->
    [unknown] That is no code of this evening. Please send it again, or choose without it.
    [later] { $minutes ->
        [one] Those were many words that are no code. Please try again in a minute, or choose without one.
       *[other] Those were many words that are no code. Please try again in { $minutes } minutes, or choose without one.
     }
    [paused] The code does not count at the moment. Please choose without it.
    [over] The time of this code is over. Please choose without it.
    [other] The code is for none of the tickets that you chose. Choose others, or go on without it.
    [yours] { $left ->
        [0] You have used this code as often as one person may. Please choose without it.
        [one] The code is good for one more ticket of yours. Please choose fewer, or go on without it.
       *[other] The code is good for { $left } more tickets of yours. Please choose fewer, or go on without it.
     }
   *[used_up] { $left ->
        [0] The code has just been used up. Nothing was charged. Please choose without it.
        [one] The code is good for one more ticket only. Please choose fewer, or go on without it.
       *[other] The code is good for { $left } more tickets only. Please choose fewer, or go on without it.
     }
 }
error-SoldOut = { $reason ->
    [held] The last places are being held for others. Some may come back: try again in a few minutes.
    [ordered] All places are ordered, or promised to those on the waiting list.
   *[gone] { $left ->
        [0] Sold out: the last place has just gone. Nothing was charged.
        [one] Only one place is left now. Please choose again.
       *[other] Only { $left } places are left now. Please choose again.
     }
 }
error-SalesClosed = { $opens_at ->
    [none] The sale is over.
   *[other] The sale has not begun: it opens on { $opens_at } (UTC).
 }
error-LimitReached = { $limit ->
    [one] One place is as many as one person may have, counting what you already hold.
   *[other] { $limit } places are as many as one person may have, counting what you already hold.
 }
error-StillToBeHad = { $left ->
    [one] Nobody needs to wait: one place can be had at once. Please choose again.
   *[other] Nobody needs to wait: { $left } places can be had at once. Please choose again.
 }
error-LineClosed = The waiting list is closed: the house takes no more names for it.
error-PriceChanged = The price has changed since you last looked. Please see the new total before you pay.
error-EmptyBasket = Nothing is chosen yet. Tap + beside a ticket first.
error-PaymentAway = The payment provider takes no money just now. Your places are held until { $until }, and we know of it. Please try again a little later.
error-HoldExpired = The time for this order is over and its places went back. Nothing was charged: please choose again.
error-OrderChanged = This is the invoice of an earlier choice. Please pay the newest one, under My orders.
error-AlreadyPaid = This order is paid already. Your tickets are under My tickets.
error-MoneyTaken = This order is paid already: take no money. Scan the ticket, and see who has come in.
error-PlacesLetGo = These places were let go before anybody paid: take no money. Whether some are free, the guest sees under the evening.
error-NotYours = This order belongs to somebody else, so you cannot pay for it.
error-EventCancelled = This evening was cancelled, so there is nothing to pay.

error-LinkUsed = This link has been used. It works only once: please ask for a new one.
error-LinkExpired = This link came too late. Please ask for a new one.

error-DialogOver = That question is no longer open: it was sent, or cancelled. Nothing more to do here.
error-EnquiryAnswered = Somebody of the house has answered this already.
error-RefundLeft = This money is on its way back already: there is nothing more to do.
error-PaymentUnderWay = A payment for this order is under way. If it does not come, you can give the places back in a few minutes.

error-OwnEmail = That address is confirmed already: it stands in your profile.
error-TooManyLetters = That makes { $most } letters within an hour, and more would only be a nuisance. The next one can leave in { $minutes ->
    [one] one minute.
   *[other] { $minutes } minutes.
 }
error-NumberTaken = This number cannot be kept with your account. If it is yours, /support can help.
error-PublicName = Your company is the public name of your house: it changes with your registration, under /register.
error-WrongPassword = That did not work: address and password do not belong together, or are of nobody who works here. A link from the chat always works: /devices.
error-TooManyTries = Too many tries. The next one is heard in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }; a link from the chat works at once: /devices.
error-PasswordTooShort = That is too short: at least { $least } characters.
error-PasswordTooLong = That is too long: at most { $most } characters.
error-PasswordOwn = Your own name or address is the first thing that is tried. Please choose something else.
error-PasswordCommon = That would be guessed early. A few words that only you would put together are better.

error-NothingToUndo = Nothing was scanned with this ticket that could be taken back.
error-TooManyWrongCodes = Too many codes that do not exist. The next one is heard in { $minutes } minutes; scanning works as before.
error-FewerOutside = { $left ->
    [0] All of them have passed already.
    [one] Only one of them can pass now. Please scan the code again.
   *[other] Only { $left } of them can pass now. Please scan the code again.
 }
error-GiftTaken = Somebody else was a moment quicker: this ticket has found its guest.
error-GiftOver = This card counts no longer: it was taken back, has run out, or the ticket has changed.
error-GiftUnclaimed = Nobody has opened your card yet.
error-TicketPassed = Somebody came in with this ticket, so it cannot be given away any more.
error-TicketEnded = This ticket was cancelled or refunded, so there is nothing to give.
error-TicketBlocked = This ticket waits for an answer of the house. Until then it stays where it is: /support.
error-TicketUnpaid = This ticket is paid at the door, so it cannot be given away before.
error-RefundUnderWay = Money of this order is on its way back. Until it has arrived the ticket stays with you.
error-NoAddress = You have no confirmed e-mail address that the letter could go to: give one in your profile, then try again.
