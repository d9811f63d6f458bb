form-question =
    <b>{ $title }</b>{ $count ->
        [one] {""}
       *[other] {" "}· { $number } of { $count }
    }

    { $question }
form-question-answered =
    { $question }

    So far: <i>{ $answer }</i>
form-with-refusal =
    { $refusal }

    { $screen }
form-review =
    <b>{ $title }</b>

    { $lines }

    { $question }
form-review-send = Shall I send it?
form-review-draft = Shall I keep this as a draft? Nobody sees it yet: you look at it first.
form-review-keep = Shall I keep it so?
form-review-add = Shall I add it?
form-review-line = <b>{ $label }:</b> { $answer }
form-review-asked =
    <b>{ $label }</b>
    { $answer }
form-skipped = —
form-photo-attached = one photo

form-expects-text = { $sent ->
    [photo] Thank you for the photo, but here I need words: please write your answer as a message.
   *[other] Here I need words: please write your answer as a message.
 }
form-expects-photo = { $sent ->
    [text] Here I need a photo: please send one, as a picture and not as a file.
   *[other] I cannot use this kind of message: please send a photo, as a picture and not as a file.
 }
form-expects-button = { $sent ->
    [photo] A photo does not help me here: please tap one of the buttons.
    [text] I cannot take that as words: please tap one of the buttons.
   *[other] I cannot use that here: please tap one of the buttons.
 }
form-empty = There was nothing in that message that I could read: please write a few words.
form-long = That is { $length } characters, and I have room for { $limit }: please make it shorter and send it again.

form-unfinished = <b>{ $title }</b> is still unfinished. Nothing is lost: shall we go on where you stopped?
form-unfinished-answer = <b>{ $title }</b> is still unfinished. Nothing is lost: shall I take this as your answer and go on?
form-begun-before = You had begun <b>{ $title }</b> before, and I kept it. Go on where you stopped, or begin anew?
form-surely = <b>{ $title }</b>: { $count } answers wait here, unsent. Shall I let them go, or do we go on?
form-cancelled = Very well, I let it go. Nothing was sent.

button-form-back = ‹ Back
button-form-skip = Skip
button-form-keep = Keep it
button-form-ready = That is all
button-form-cancel = Cancel
button-form-edit = Change: { $label }
button-form-send = Send
button-form-draft = Keep the draft
button-form-add = Add it
button-form-resume = Go on
button-form-restart = Begin anew
button-form-drop = Let them go
