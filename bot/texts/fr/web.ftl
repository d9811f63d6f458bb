# The web pages of who works here. No markup: a template has it.
web-house = Fashionista Portal
web-staff = Pour celles et ceux qui travaillent ici
web-sorry = Nous sommes désolés
web-elsewhere = Ceci ne vient pas d’une de nos pages. Ouvrez la page de nouveau, puis réessayez.
web-no-page = Cette page n’existe pas.
web-busy = Nous ne pouvons pas répondre pour l’instant. Réessayez dans une minute ; rien n’est perdu.
web-failed = Quelque chose n’a pas fonctionné de notre côté. Réessayez, s’il vous plaît.
web-to-chat = Retour à la conversation
web-sign-in = Se connecter
web-sign-in-words = Avec l’adresse e-mail que vous avez confirmée dans la conversation et le mot de passe que vous avez choisi. Ou sans l’un ni l’autre : demandez un lien dans la conversation, avec /devices.
web-email = Adresse e-mail
web-password = Mot de passe
web-button-sign-in = Se connecter
web-link = Se connecter ici
web-link-words = Ce lien vous connecte sur cet appareil, une seule fois. Ne continuez que si vous l’avez demandé vous-même, sur un appareil qui est le vôtre.
web-link-over = Ce lien ne mène plus nulle part
web-link-used = Il a déjà servi : il ne fonctionne qu’une fois. Un nouveau vous attend dans la conversation, avec /devices.
web-link-expired = Il valait dix minutes, qui sont passées. Un nouveau vous attend dans la conversation, avec /devices.
web-link-unknown = Il n’est pas valable. Un nouveau vous attend dans la conversation, avec /devices.
web-choose-password = Choisir un mot de passe
web-password-words = Au moins { $least } caractères. Quelques mots que vous seriez seul à réunir se retiennent bien et se devinent mal.
web-new-password = Nouveau mot de passe
web-password-again = Encore une fois
web-button-keep = Le garder
web-not-the-same = Les deux ne sont pas identiques : saisissez-les encore une fois.
web-password-set = Votre mot de passe est choisi
web-password-set-words = Tous les appareils connectés ont été déconnectés. Désormais, vous vous connectez avec votre adresse e-mail et le nouveau mot de passe.
web-hello = Quel plaisir de vous voir, { $name }
web-hello-nobody = Quel plaisir de vous voir
web-home-words = Vous êtes connecté. Tout le reste est dans la conversation.
web-role-admin = Dirige le portail
web-role-organizer = Organisateur
web-role-staff = De l’équipe
web-evenings = Vos soirées
web-no-evenings = Rien n’est prévu.
web-own = la vôtre
web-devices = Où vous êtes connecté
web-here = cet appareil
web-button-end = Déconnecter
web-button-others = Déconnecter partout ailleurs
web-button-out = Se déconnecter
device-named = { $browser } sur { $system }
device-unknown = Un navigateur
device-last = dernier usage { $last }
device-last-from = dernier usage { $last }, depuis { $place }
just-now = à l’instant

command-devices = Où je suis connecté
button-devices = Mes appareils
button-devices-link = Me connecter ailleurs
button-devices-password = Choisir un mot de passe
button-devices-renew = Nouveau mot de passe
button-devices-email = Confirmer une adresse e-mail
button-devices-end = Déconnecter { $number }. { $name }
button-devices-end-all = Déconnecter partout
button-devices-open = Se connecter
button-devices-choose = Choisir un mot de passe
button-devices-copy = Copier le lien
button-devices-not-me = Ce n’était pas moi
devices =
    <b>Mes appareils</b>

    Où vous êtes connecté aux pages web de la maison.
devices-none = <i>Nulle part pour l’instant.</i>
devices-line = { $number }. <b>{ $name }</b> : { $note }
devices-password = Vous pouvez aussi vous connecter avec votre adresse e-mail et votre mot de passe.
devices-no-password = Avec un mot de passe, vous pouvez aussi vous connecter sans la conversation.
devices-no-email = Pour vous connecter aussi avec un mot de passe, confirmez d’abord une adresse e-mail.
devices-unreachable =
    <b>Mes appareils</b>

    La maison n’a pas encore de pages web : qui dirige le portail n’a pas dit où elles sont (PUBLIC_URL).
devices-link =
    <b>Un lien qui vous connecte</b>

    Il fonctionne une fois, dans les { $minutes } minutes, sur l’appareil où il est ouvert. Gardez-le pour vous : qui l’ouvre est connecté à votre place.
devices-password-link =
    <b>Un lien pour choisir un mot de passe</b>

    Il fonctionne une fois, dans les { $minutes } minutes. Un nouveau mot de passe déconnecte tous les appareils. N’écrivez jamais de mot de passe ici, dans la conversation.
devices-signed-in =
    <b>Vous venez de vous connecter</b>

    { $name }. Si ce n’était pas vous, un geste y met fin.
devices-tried =
    <b>Quelqu’un essaie des mots de passe avec votre adresse e-mail</b>

    Il n’est pas entré, et doit maintenant attendre plus longtemps après chaque essai. Si c’était vous : un lien de la conversation vous connecte sans mot de passe.
devices-disowned =
    <b>Tout le monde est dehors</b>

    Tous les appareils sont déconnectés, et l’ancien mot de passe ne vaut plus rien. Choisissez-en un nouveau, qui ne sert nulle part ailleurs.

purpose-web_links = Pour vous connecter sur le web, ou vous laisser choisir un mot de passe, par un lien qui ne sert qu’une fois
purpose-sign_in_tries = Pour que personne ne devine des mots de passe l’un après l’autre
web-letters = Ne plus recevoir de nouvelles par e-mail ?
web-letters-words = Ce qui touche vos billets vous parvient toujours. Dans la conversation, vous pouvez changer d’avis à tout moment.
web-letters-button = Ne plus recevoir ces lettres
web-letters-ended = Vous ne recevrez plus ces lettres
web-letters-ended-words = C’est valable dès maintenant. Ce qui touche vos billets vous parvient toujours.
web-letters-over = Ce lien ne correspond à aucune adresse où nous écrivons : il n’y a rien à arrêter. Si des lettres arrivent encore, écrivez-nous dans la conversation.
