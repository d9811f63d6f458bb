when = { $day }, { $clock }
clock-there = { $clock } (heure de { $city }{ $turn ->
    [before] , avant le changement d’heure
    [after] , après le changement d’heure
   *[none] {""}
 })
clock-twice = { $clock } ({ $turn ->
    [before] avant le changement d’heure
   *[after] après le changement d’heure
 })
unavailable = indisponible

bot-about = Des défilés, et votre place. Trouvez une soirée, achetez ici même, montrez l’image à l’entrée.
bot-short = Des défilés, et votre place.

command-start = La maison, depuis le début
command-events = À l’affiche
command-tickets = Mes billets
command-orders = Mes commandes et reçus
command-help = Comment ça marche
command-support = Parler à quelqu’un
command-privacy = Mes données
command-terms = Conditions de vente
command-cancel = Arrêter ce qui est en cours
command-door = L’entrée
command-admin = Le bureau
command-enquiries = Les questions en attente d’une réponse

button-programme = À l’affiche
button-my-tickets = Mes billets
button-my-orders = Mes commandes
button-door = L’entrée
button-office = Le bureau
button-back = ‹ Retour
button-menu = ‹ Accueil
button-more = Suite ›
button-earlier = ‹ Précédent

menu =
    <b>Quel plaisir de vous voir, { $name }.</b>

    Bienvenue dans la maison des soirées de mode : trouvez un défilé, prenez vos places ici même, dans la conversation, et entrez avec une simple image.
menu-tickets = { $count ->
    [one] Vous avez <b>un billet</b>.
   *[other] Vous avez <b>{ $count } billets</b>.
 }

help =
    <b>Comment ça marche</b>

    /events montre ce qui est à l’affiche. Touchez une soirée, choisissez vos places et payez ici même, dans la conversation.
    Votre billet arrive sous forme d’image : montrez-la à l’entrée. Vous le retrouvez à tout moment par /tickets.

    Quelque chose ne va pas ? /support vous met en contact avec une personne. /cancel arrête ce que vous étiez en train de faire.
terms =
    <b>Conditions de vente</b>

    Votre contrat est conclu avec la maison qui organise la soirée ; le portail prend la commande en son nom. Vos places vous sont gardées jusqu’à l’heure indiquée sur la commande ; ensuite, elles sont remises en vente. Un billet fait entrer une personne, une seule fois.

    Si une soirée est annulée, votre argent vous est rendu. Pour tout le reste, il y a /support.
cancelled = Très bien. Rien n’est perdu ; voici de nouveau la maison.
not-understood = Je n’ai pas bien saisi. Voici ce que je peux faire pour vous.
not-a-picture = Merci pour la photo, mais je ne sais qu’en faire ici. Peut-être l’un de ces boutons ?
old-button = Ce bouton datait d’un autre jour. Voici où en sont les choses.
link-unknown = Ce lien ne mène nulle part. Une lettre s’est peut-être perdue en route ? Voici la maison.
guest = invité(e) de la maison
language = Français
