command-approvals = Les inscriptions en attente
button-approvals = En attente
button-look = Regarder
button-approve = Accepter
button-refuse = Refuser
button-photos = { $count ->
    [one] La photo
   *[other] Les { $count } photos
 }
approvals = { $count ->
    [one] <b>{ $count } inscription attend.</b> La première décision compte.
   *[other] <b>{ $count } inscriptions attendent.</b> La première décision compte.
 }
approvals-none = Personne n’attend. Bravo.
approvals-label = { $name } · { $trade }
approval-notice = <b>{ $name }</b> attend votre réponse : { $trade }.
approval-head =
    <b>{ $name }</b> · { $trade }
    envoyé par { $person }
approval-age = { $born } ({ $years } ans)
approval-guardian-label = Parent ou tuteur
approval-guardian = accord de { $name } le { $day }
approval-approved = ✓ Accepté. La personne a été prévenue.
approval-rejected = ✕ Refusé, avec une raison. La personne a été prévenue.

form-refusal-title = Refuser
form-refusal-reason = Pourquoi, et qu’est-ce qui aiderait ? La personne lira vos mots tels quels, 500 caractères au plus, et pourra renvoyer ses réponses.
form-refusal-reason-label = Raison
form-refusal-reason-invalid = Donnez la raison avec des mots : la personne n’a que cela pour comprendre.
form-refusal-done = <b>La personne a été prévenue.</b>

error-AlreadyDecided = Quelqu’un de la maison a déjà décidé.
error-RegistrationChanged = La demande a changé depuis que vous l’avez lue. Merci de la relire : la voici telle qu’elle est.
error-AlreadyRegistered = Votre inscription est déjà acceptée : il n’y a plus rien à envoyer.
error-OwnGuardian = Ce lien est pour un parent ou tuteur majeur et ne marche que depuis son propre compte. Envoyez-le-lui.
error-BrandNotApproved = Votre marque n’est pas acceptée pour le moment : /register dit où elle en est. La collection est gardée ; vous la publierez ensuite.
