form-support-title = Écrire à la maison
form-support-topic = Une vraie personne vous lit et vous répond ici, dans la conversation. De quoi s’agit-il ?
form-support-topic-label = Sujet
form-support-topic-tickets = Billets
form-support-topic-payment = Paiement et remboursement
form-support-topic-accessibility = Accessibilité
form-support-topic-other = Autre chose
form-support-order = S’agit-il de l’une de vos commandes ?
form-support-order-label = Commande
form-support-message = Racontez-nous ce qui s’est passé, ou ce que vous souhaitez, en 1000 caractères au plus.
form-support-message-label = Message
form-support-photo = Une photo nous aiderait-elle à comprendre ? Envoyez-la, ou passez.
form-support-photo-label = Photo
form-support-done = <b>Merci, c’est entre nos mains.</b> Une personne de la maison lira votre message et vous répondra ici.
support-order = { $number } · { $title }

form-answer-title = Votre réponse
form-answer-answer = Écrivez-la comme la maison la dirait, en 1000 caractères au plus. Elle parviendra telle quelle à l’invité.
form-answer-answer-label = Réponse
form-answer-done = C’est envoyé. L’invité a votre réponse dans la conversation.

enquiry-head = <b>{ $name }</b> vous écrit · { $topic }
enquiry-head-order =
    <b>{ $name }</b> vous écrit · { $topic }
    Commande { $number }, { $title }
enquiry-message = <blockquote>{ $message }</blockquote>
enquiry-answer =
    <b>La maison vous répond</b>

    { $answer }

    <blockquote>{ $message }</blockquote>
    Autre chose ? /support est toujours ouvert.
enquiries-title = <b>En attente d’une réponse</b>
enquiries-line =
    { $head }
    { $message }
enquiries-none = Personne n’attend de réponse. Bravo.
button-answer = Répondre
button-answer-to = Répondre à { $name }
button-photo = Voir la photo
