choose-looks-first = <i>The house looks at each order for these itself before it is paid.</i>
button-ask-for = Ask for { $count ->
    [one] this place
   *[other] these { $count } places
 }
button-ask-house = Ask the house
button-take-request-back = Take my request back
order-held-looks =
    <b>Held for you</b> · order { $number }

    { $lines }

    Together: <b>{ $total }</b>
    Kept for you until <b>{ $clock }</b>. The house looks at each order for these itself: ask by then, and your places are kept until it answers.
order-awaiting =
    <b>With the house</b> · order { $number }

    { $lines }

    Together: <b>{ $total }</b>
    { $house } looks at each order for these itself. Your places are kept, and you hear from us by <b>{ $until }</b>. { $free ->
        [yes] With a yes your tickets come at once.
       *[other] With a yes you can pay, not before.
    }
order-declined = { $house } could not say yes to order { $number }, so its places went back. Nothing was charged.
order-unanswered = { $house } has not answered order { $number } in time, so its places went back. Nothing was charged.
notice-order-approved =
    <b>{ $house } says yes</b>
    { $title }, { $when } · order { $number }
house-words = <blockquote>{ $words }</blockquote>
approved-pay = Your places are kept until <b>{ $until }</b>. Pay by then and they are yours.
approved-asks = Since you asked, the house has added a question. Answer by <b>{ $until }</b>, and your tickets come at once.
approved-yours = { $count ->
    [one] Your ticket is yours; it waits under /tickets too.
   *[other] Your { $count } tickets are yours; they wait under /tickets too.
 }
notice-order-declined =
    <b>{ $house } cannot say yes this time</b>
    { $title } · order { $number }
declined-nothing-charged = Your places went back, and nothing was charged.
notice-order-unanswered =
    <b>{ $house } has not answered in time</b>
    { $title } · order { $number }

    We are sorry. Your places went back, and nothing was charged. You are welcome to ask again.
notice-request-missed =
    <b>A request has lapsed</b>
    { $title } · order { $number }

    Nobody answered in time. Its places are free again, and the guest was told.
notice-orders-wait =
    <b>{ $title }</b>

    { $count ->
        [one] An order waits for your word. Its places are kept meanwhile.
       *[other] { $count } orders wait for your word. Their places are kept meanwhile.
    }
button-orders-wait = Waiting for your word ({ $count })
awaited-head = <b>Waiting for your word</b> · { $title }
awaited-none = Nobody waits. Well done.
awaited-line =
    <b>{ $name }</b> · { $tickets } · { $total }
    to be answered by { $until }
awaited-more = { $count ->
    [one] One more comes after these.
   *[other] { $count } more come after these.
 }
button-request = { $name } · { $count }
button-approve-order = Say yes
button-decline-order = Decline
sold-word-awaited = <b>{ $name }</b> asks for { $tickets }, and waits for your word until { $until }. The places are kept.
sold-word-yes = Approved by { $name } on { $when }.
sold-word-no = Declined by { $name } on { $when }.
sold-word-never = It was not answered.
form-approve-order-title = Say yes
form-approve-order-done = The guest is told.
form-approve-order-words = A sentence for your guest? They read it with your yes. Or skip this.
form-approve-order-words-invalid = There are no words in that: write a sentence, or skip it.
form-decline-order-title = Decline
form-decline-order-done = The guest is told, and the places are free.
form-decline-order-words = What may I tell your guest? They read these words as you write them.
form-decline-order-words-invalid = There are no words in that: write a sentence that your guest reads.
type-looks-first = <b>You look first:</b> each order waits for your word before it is paid, its places kept.
button-type-look-first = Look at orders first
button-type-look-no-more = Sell without a look
error-ApprovalOpen = The house looks at this order before it is paid. You find it under My orders; nothing was charged.
error-AwaitsWord = You have asked the house for places at this evening, and it has not answered yet. To choose others, take that request back under /orders first.
error-TooLateToAsk = The evening has begun or was cancelled: its house answers no more requests.
error-DecidedBefore = { $name ->
    [none] This request is over: it was taken back, or its time was up.
   *[other] { $name } has decided this already.
 }
error-RequestChanged = Your guest has chosen anew since: please look at what they ask for now.
