order-held-asks =
    <b>Held for you</b> · order { $number }

    { $lines }

    Together: <b>{ $total }</b>
    Kept for you until <b>{ $clock }</b>. { $count ->
        [one] One question of the house comes first.
       *[other] { $count } questions of the house come first.
    }
order-held-free =
    <b>Held for you</b> · order { $number }

    { $lines }

    Kept for you until <b>{ $clock }</b>. Take them by then and they are yours.
button-answer-house = Answer the house
button-answers = My answers

form-answers-title = The house would like to know
form-answers-done = Thank you. The house knows all it needs.
answers-question =
    { $question }

    Your places are kept until <b>{ $clock }</b>.
answers-label = { $question }
form-review-go = Is all of this right?
button-form-go = That is right

button-questions = Questions
button-new-question = Ask one more
questions-head = <b>Questions before paying</b> · { $title }
questions-none = Nothing is asked. If you must know something of everybody who orders, such as what they cannot eat, ask it here: they answer before they pay.
questions-how = Everybody who orders answers these before they pay; you read it with the order. What somebody has answered stays.
questions-line = { $number }. { $question }
questions-choices = <i>{ $choices }</i>
answers-line =
    <i>{ $question }</i>
    { $answer }
form-ask-title = A question before paying
form-ask-done = It is asked from now on.
form-ask-what = What must you know of everybody who orders? Write it as they will read it.
form-ask-what-label = Question
form-ask-what-invalid = There are no words in that: please write the question.
form-ask-how = How do they answer?
form-ask-how-label = Answered
form-ask-how-words = In their own words
form-ask-how-choices = By a choice of yours
form-ask-choices = Which choices are there? Please send them in one message, one a line: two to eight, each of at most 40 characters.
form-ask-choices-label = Choices
form-ask-choices-invalid = I need two to eight different choices, one a line, each of at most 40 characters.

error-QuestionsOpen = The house asks something before this order can be paid. You find it under My orders: it takes a minute.
error-QuestionAnswered = Somebody has answered this question already, so it stays.
error-AnswersFixed = This order is paid or over, so its answers stay as they are. If something is wrong, write to /support.
