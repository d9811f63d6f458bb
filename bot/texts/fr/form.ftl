form-question =
    <b>{ $title }</b>{ $count ->
        [one] {""}
       *[other] {" "}· { $number } sur { $count }
    }

    { $question }
form-question-answered =
    { $question }

    Pour l’instant : <i>{ $answer }</i>
form-with-refusal =
    { $refusal }

    { $screen }
form-review =
    <b>{ $title }</b>

    { $lines }

    { $question }
form-review-send = J’envoie ?
form-review-draft = Je le garde comme brouillon ? Personne ne le voit encore : vous le relisez d’abord.
form-review-keep = Je le garde ainsi ?
form-review-add = Je l’ajoute ?
form-review-line = <b>{ $label } :</b> { $answer }
form-review-asked =
    <b>{ $label }</b>
    { $answer }
form-skipped = —
form-photo-attached = une photo

form-expects-text = { $sent ->
    [photo] Merci pour la photo, mais il me faut des mots ici : écrivez votre réponse dans un message.
   *[other] Il me faut des mots ici : écrivez votre réponse dans un message.
 }
form-expects-photo = { $sent ->
    [text] Il me faut une photo ici : envoyez-la comme image, pas comme fichier.
   *[other] Je ne peux rien faire de ce message : envoyez une photo, comme image et non comme fichier.
 }
form-expects-button = { $sent ->
    [photo] Une photo ne m’aide pas ici : touchez l’un des boutons.
    [text] Je ne peux pas prendre cela en mots : touchez l’un des boutons.
   *[other] Je ne peux rien en faire ici : touchez l’un des boutons.
 }
form-empty = Je n’ai rien trouvé à lire dans ce message : écrivez quelques mots.
form-long = Cela fait { $length } caractères et j’ai de la place pour { $limit } : raccourcissez un peu et renvoyez.

form-unfinished = <b>{ $title }</b> : tout n’est pas encore rempli. Rien n’est perdu : reprenons-nous là où vous en étiez ?
form-unfinished-answer = <b>{ $title }</b> : tout n’est pas encore rempli. Rien n’est perdu : dois-je prendre ceci pour votre réponse et continuer ?
form-begun-before = Vous aviez commencé <b>{ $title }</b>, et je l’ai gardé. Reprendre où vous en étiez, ou tout recommencer ?
form-surely = <b>{ $title }</b> : { $count } réponses attendent ici sans être envoyées. Faut-il les abandonner, ou reprenons-nous ?
form-cancelled = Très bien, je laisse tomber. Rien n’a été envoyé.

button-form-back = ‹ Retour
button-form-skip = Passer
button-form-keep = Garder
button-form-ready = C’est tout
button-form-cancel = Annuler
button-form-edit = Modifier : { $label }
button-form-send = Envoyer
button-form-draft = Garder le brouillon
button-form-add = Ajouter
button-form-resume = Reprendre
button-form-restart = Recommencer
button-form-drop = Les abandonner
