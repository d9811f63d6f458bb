button-profile = Mon profil
command-profile = Ce que je vous ai dit de moi

profile =
    <b>Votre profil</b>

    Rien de tout cela n’est nécessaire pour acheter un billet. Le nom est lu à l’entrée ; aucun autre invité ne voit le reste. Chaque partie se change ou s’efface ; /privacy dit comment elle est gardée.

    { $lines }

    { $tastes }
profile-house = Votre société est le nom de votre maison : les invités le lisent sur chaque soirée et chaque reçu.
profile-line-name = Nom · <b>{ $value }</b>
profile-line-photo = Photo · <b>{ $value }</b>
profile-line-email = E-mail · <b>{ $value }</b>
profile-line-phone = Téléphone · <b>{ $value }</b>
profile-line-bio = À propos de vous · <b>{ $value }</b>
profile-line-links = Liens · <b>{ $value }</b>
profile-line-company = Société · <b>{ $value }</b>
profile-line-position = Fonction · <b>{ $value }</b>
profile-line-city = Ville · <b>{ $value }</b>
profile-photo-there = conservée
profile-tastes = « Pour vous » cherche : <b>{ $said }</b>
profile-tastes-none = Dites-nous vos goûts, et « Pour vous » les suivra.
profile-tastes-brands = { $count ->
    [one] une marque
   *[other] { $count } marques
 }
button-profile-add = + { $part }
button-profile-tastes = Mes goûts
button-profile-change = Changer
button-profile-remove = Effacer
button-profile-telegram = Comme dans Telegram

profile-part-name =
    <b>Nom</b>
    { $value }

    À l’entrée, on lit le prénom et une initiale ; l’équipe de votre soirée le lit en entier.
profile-part-photo =
    <b>Photo</b>

    Aucun autre invité ne la voit.
profile-part-email =
    <b>E-mail</b>
    { $value }

    Confirmé. Aucun autre invité ne le voit.
profile-part-phone =
    <b>Téléphone</b>
    { $value }

    Aucun autre invité ne le voit.
profile-part-bio =
    <b>À propos de vous</b>
    { $value }

    Aucun autre invité ne le voit.
profile-part-links =
    <b>Liens</b>
    { $value }

    Aucun autre invité ne les voit.
profile-part-company =
    <b>Société</b>
    { $value }

    Aucun autre invité ne la voit.
profile-part-house =
    <b>Société</b>
    { $value }

    C’est le nom public de votre maison. Il change avec votre inscription.
profile-part-position =
    <b>Fonction</b>
    { $value }

    Aucun autre invité ne la voit.
profile-part-city =
    <b>Ville</b>
    { $value }

    Aucun autre invité ne la voit.

form-my-name-title = Nom
form-my-name-name = Sous quel nom l’entrée doit-elle vous connaître ? Il reste, même si votre nom change dans Telegram.
form-my-name-name-invalid = Un nom a des lettres, pour qu’on puisse le dire : écrivez le vôtre, s’il vous plaît.
form-my-name-done = <b>C’est noté.</b>

form-my-photo-title = Photo
form-my-photo-photo = Envoyez une photo de vous, s’il vous plaît.
form-my-photo-done = <b>Merci, elle est conservée.</b>

form-my-bio-title = À propos de vous
form-my-bio-bio = Que faut-il savoir de vous ? Jusqu’à 1000 caractères.
form-my-bio-done = <b>Merci, c’est conservé.</b>

form-my-links-title = Liens
form-my-links-links = Où vous trouve-t-on ? Jusqu’à cinq adresses en un message, par exemple <i>@votrenom</i> pour Instagram.
form-my-links-done = <b>Merci, ils sont conservés.</b>

form-my-company-title = Société
form-my-company-company = Où travaillez-vous ?
form-my-company-company-invalid = Un nom a des lettres : écrivez le nom de la société, s’il vous plaît.
form-my-company-done = <b>Merci, c’est conservé.</b>

form-my-position-title = Fonction
form-my-position-position = Qu’y faites-vous ?
form-my-position-position-invalid = Une fonction a des lettres : écrivez-la, par exemple <i>acheteuse</i>.
form-my-position-done = <b>Merci, c’est conservé.</b>

form-my-city-title = Ville
form-my-city-city = Dans quelle ville habitez-vous ?
form-my-city-city-invalid = Une ville a des lettres : écrivez son nom, par exemple <i>Paris</i>.
form-my-city-done = <b>Merci, c’est conservé.</b>

form-my-email-title = E-mail
form-my-email-address = Quelle est votre adresse ? J’y écris une lettre avec six chiffres.
form-my-email-code = Une lettre part vers cette adresse. Tapez les six chiffres qui s’y trouvent ; ils ne comptent qu’un court moment. Rien n’arrive ? Regardez parmi les indésirables, ou revenez vérifier l’adresse.
form-my-email-done = <b>Confirmé, merci.</b>
button-letter-again = Une autre lettre
form-expects-email = Il me faut ici une adresse e-mail : écrivez-la dans un message, s’il vous plaît.
form-no-email = Cela ne ressemble pas à une adresse e-mail. Écrivez-la ainsi : <i>nom@exemple.fr</i>
form-expects-code = Il me faut ici les six chiffres de la lettre : tapez-les dans un message, s’il vous plaît.
form-no-code = Le code a six chiffres, par exemple <i>012345</i>. Tapez ceux de la lettre, s’il vous plaît.
form-code-wrong = Ce ne sont pas les chiffres de la dernière lettre. Regardez encore, s’il vous plaît.
form-code-over = Ce code ne compte plus. Touchez « Une autre lettre », et une nouvelle part aussitôt.
form-code-taken = Cette adresse ne peut être confirmée ici : elle appartient peut-être à un autre de vos comptes. /support peut aider.
form-letter-again = C’est fait : une autre lettre est en route. Seuls ses chiffres comptent désormais.

phone-title = Téléphone
phone-question =
    <b>Votre numéro</b>

    Touchez le bouton ci-dessous et Telegram me donne votre propre numéro. Il n’est jamais nécessaire pour acheter, et vous pouvez l’effacer à tout moment.
button-share-number = Partager mon numéro
button-keep-number = Pas mon numéro
phone-not-now = Très bien, pas de numéro.
phone-kept = <b>Merci, votre numéro est conservé.</b>
phone-of-another = Cette fiche n’est pas la vôtre, je n’en garde donc rien. Pour me donner votre numéro, ouvrez /profile et touchez Téléphone.

form-my-tastes-title = Vos goûts
form-my-tastes-types = Qu’aimez-vous voir ? Touchez tout ce qui convient, ou passez.
form-my-tastes-types-label = Soirées
form-my-tastes-types-fashion_show = Défilés
form-my-tastes-types-exhibition = Expositions
form-my-tastes-types-workshop = Ateliers
form-my-tastes-cities = Dans quelles villes ? Touchez tout ce qui convient, ou passez.
form-my-tastes-cities-label = Villes
form-my-tastes-brands = Les collections de qui ? Touchez toutes celles que vous aimez, ou passez.
form-my-tastes-brands-label = Marques
form-my-tastes-price = Jusqu’à quel prix ? Le billet le moins cher compte.
form-my-tastes-price-label = Prix
form-my-tastes-price-free = Gratuit
form-my-tastes-price-50 = Jusqu’à 50
form-my-tastes-price-100 = Jusqu’à 100
form-my-tastes-done = <b>C’est noté.</b> « Pour vous » le suit désormais.

letter-code-subject = { $code } est votre code pour Fashionista Portal
letter-code =
    Bonjour,

    quelqu’un, vous nous l’espérons, a donné cette adresse dans la conversation de Fashionista Portal. Ces chiffres la confirment :

    { $code }

    Tapez-les là-bas d’ici { $minutes ->
        [one] une minute
       *[other] { $minutes } minutes
     }, s’il vous plaît. Si ce n’était pas vous, il n’y a rien à faire : sans les chiffres, rien ne se passe.

    La maison Fashionista Portal
letter-known-subject = Votre adresse chez Fashionista Portal
letter-known =
    Bonjour,

    quelqu’un, peut-être vous, a donné cette adresse dans la conversation de Fashionista Portal. Elle y est déjà confirmée, avec un autre compte Telegram ; rien n’a donc été changé.

    Pour l’utiliser avec le nouveau compte, effacez-la d’abord de l’ancien, ou écrivez /support dans la conversation. Si ce n’était pas vous, il n’y a rien à faire.

    La maison Fashionista Portal
email-bounced =
    <b>Votre adresse e-mail ne fonctionne pas</b>

    Le serveur de courrier dit que personne n’est là ; nous n’y envoyons donc plus de lettres. Tout vous parvient ici, dans la conversation, comme avant. Dans votre profil, vous pouvez confirmer l’adresse de nouveau, ou en donner une autre.
