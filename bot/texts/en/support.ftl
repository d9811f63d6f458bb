form-support-title = Write to the house
form-support-topic = A person reads this, and answers here in the chat. What is it about?
form-support-topic-label = About
form-support-topic-tickets = Tickets
form-support-topic-payment = Payment and refund
form-support-topic-accessibility = Accessibility
form-support-topic-other = Something else
form-support-order = Is it about one of your orders?
form-support-order-label = Order
form-support-message = Tell us what happened, or what you wish for, in up to 1000 characters.
form-support-message-label = Message
form-support-photo = Would a photo help us understand? Send one, or skip this.
form-support-photo-label = Photo
form-support-done = <b>Thank you, it is with us.</b> A person of the house will read it and answer here.
support-order = { $number } · { $title }

form-answer-title = Your answer
form-answer-answer = Write it as the house would say it, in up to 1000 characters. It goes to the guest as it stands.
form-answer-answer-label = Answer
form-answer-done = Sent. The guest has your answer in the chat.

enquiry-head = <b>{ $name }</b> asks · { $topic }
enquiry-head-order =
    <b>{ $name }</b> asks · { $topic }
    Order { $number }, { $title }
enquiry-message = <blockquote>{ $message }</blockquote>
enquiry-answer =
    <b>The house answers</b>

    { $answer }

    <blockquote>{ $message }</blockquote>
    Anything else? /support is always open.
enquiries-title = <b>Waiting for an answer</b>
enquiries-line =
    { $head }
    { $message }
enquiries-none = Nobody is waiting for an answer. Well done.
button-answer = Answer
button-answer-to = Answer { $name }
button-photo = See the photo
