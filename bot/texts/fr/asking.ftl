order-held-asks =
    <b>Places retenues pour vous</b> · commande { $number }

    { $lines }

    Total : <b>{ $total }</b>
    Elles vous attendent jusqu’à <b>{ $clock }</b>. { $count ->
        [one] La maison a d’abord une question.
       *[other] La maison a d’abord { $count } questions.
    }
order-held-free =
    <b>Places retenues pour vous</b> · commande { $number }

    { $lines }

    Elles vous attendent jusqu’à <b>{ $clock }</b>. Prenez vos places d’ici là, et elles sont à vous.
button-answer-house = Répondre à la maison
button-answers = Mes réponses

form-answers-title = La maison aimerait savoir
form-answers-done = Merci. La maison sait tout ce qu’il lui faut.
answers-question =
    { $question }

    Vos places sont gardées jusqu’à <b>{ $clock }</b>.
answers-label = { $question }
form-review-go = Tout est-il juste ?
button-form-go = C’est juste

button-questions = Questions
button-new-question = Une question de plus
questions-head = <b>Questions avant le paiement</b> · { $title }
questions-none = Rien n’est demandé. S’il vous faut savoir quelque chose de chaque personne qui commande, comme ce qu’elle ne peut pas manger, demandez-le ici : elle répond avant de payer.
questions-how = Chaque personne qui commande y répond avant de payer ; vous le lisez avec la commande. Une question à laquelle on a répondu reste.
questions-line = { $number }. { $question }
questions-choices = <i>{ $choices }</i>
answers-line =
    <i>{ $question }</i>
    { $answer }
form-ask-title = Une question avant le paiement
form-ask-done = Elle est posée dès maintenant.
form-ask-what = Que vous faut-il savoir de chaque personne qui commande ? Écrivez-le comme elle le lira.
form-ask-what-label = Question
form-ask-what-invalid = Il n’y a pas de mots là-dedans : écrivez la question, je vous prie.
form-ask-how = Comment y répond-on ?
form-ask-how-label = Réponse
form-ask-how-words = Avec ses mots
form-ask-how-choices = Par un de vos choix
form-ask-choices = Quels sont les choix ? Envoyez-les en un seul message, un par ligne : de deux à huit, de 40 caractères au plus.
form-ask-choices-label = Choix
form-ask-choices-invalid = Il me faut de deux à huit choix différents, un par ligne, de 40 caractères au plus.

error-QuestionsOpen = La maison demande quelque chose avant le paiement. Vous le trouvez sous Mes commandes : cela prend une minute.
error-QuestionAnswered = Quelqu’un a déjà répondu à cette question : elle reste donc.
error-AnswersFixed = Cette commande est payée ou close : ses réponses restent comme elles sont. S’il y a une erreur, écrivez à /support.
