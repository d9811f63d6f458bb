command-people = Trouver une personne
button-find-person = Trouver quelqu’un
button-who-is-this = Qui est-ce ?
button-person = Retour à la fiche
form-find-title = Trouver une personne
form-find-number = Envoyez ce que vous avez sous la main : le numéro d’une commande, le code d’un billet, une adresse e-mail, un téléphone ou un numéro Telegram.
form-find-number-invalid = Il n’y a là ni lettre ni chiffre. Un numéro de commande ressemble à 7F3A09C2D1, un code de billet à ABCD2345.
form-find-done = Voici la personne. Ce qu’elle nous a confié est masqué.
form-look-title = Lire une donnée
form-look-reason = Pourquoi devez-vous la lire ? Votre raison est gardée avec votre nom et l’heure, 500 caractères au plus.
form-look-reason-invalid = Dites pourquoi, en quelques mots.
form-look-done = <b>C’est noté</b>, avec votre nom, l’heure et votre raison.

person-head =
    <b>{ $name }</b>
    { $roles }
person-is-guest = parmi les invités
person-is-admin = administration
person-is-organizer = organisation
person-is-designer = création de mode
person-is-model = mannequin
person-is-staff = dans une équipe
person-house = Maison : { $name }
person-since = Ici depuis le { $day }
person-last = Dernier passage le { $day }
person-telegram = Numéro Telegram <code>{ $number }</code>, joignable
person-unreachable = Numéro Telegram <code>{ $number }</code>, injoignable
person-suspended = <b>Compte suspendu</b>
person-invited = <b>Invitation envoyée, pas encore de visite</b>
person-hint = Un bouton montre ce que cachent les points. Il vous demande pourquoi, et la lecture est notée.
person-revealed =
    <b>{ $field }</b>
    { $value }
person-value = { $label } : { $value }

detail-name = Nom
detail-email = E-mail
detail-phone = Téléphone
detail-picture = Photo
detail-first_name = Nom sur Telegram
detail-username = @pseudo
detail-bio = Présentation
detail-links = Liens
detail-company = Société
detail-position = Fonction
detail-city = Ville
detail-born = Date de naissance
detail-measures = Mensurations
detail-portfolio = Photos, agence
detail-page = Page de portfolio

looks-title = <b>Qui a regardé</b>
looks-line = { $day } · { $who } · { $field } · « { $reason } »
looks-me = vous
looks-none = Personne n’a regardé derrière les points.

error-UnknownNumber = Je ne connais personne ainsi. Vérifiez ce que vous avez envoyé, puis renvoyez-le.
error-LookedTooOften = { $limit ->
    [one] Cela fait une lecture en une heure, c’est le maximum.
   *[other] Cela fait { $limit } lectures en une heure, c’est le maximum.
 } Continuez un peu plus tard.
