ticket-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Code <code>{ $code }</code>

    { $unpaid ->
        [yes] Montrez cette image à l’entrée et payez sur place.
       *[no] Montrez cette image à l’entrée. Elle fait entrer une personne, une seule fois.
    }
ticket-caption-used =
    <b>{ $title }</b>
    { $type } · { $holder }

    Utilisé. Nous espérons que la soirée vous a plu.
tickets-title = <b>Mes billets</b>
tickets-empty =
    <b>Mes billets</b>

    Aucun pour l’instant. Cherchons une soirée ensemble ?
button-ticket = { $day } · { $title } · { $type }
button-order = La commande
button-party = Un seul code pour les { $count }
party-picture = Groupe de { $count }
party-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    Un seul code pour vos { $count } places · commande { $number }

    Montrez-la à l’entrée. On vous demande combien entrent ; qui arrive plus tard la montre de nouveau.

button-renew = On m’a pris mon code
button-renew-surely = Oui, un nouveau code
button-renew-keep = ‹ Garder le mien
renew =
    <b>{ $title }</b>
    { $type }

    Votre téléphone a-t-il été volé, ou quelqu’un a-t-il vu votre image ? Je donne un nouveau code à votre billet. L’ancien, où qu’il soit, n’ouvre alors plus aucune porte. Pour revoir votre billet, rien ne doit changer : il est sous /tickets.
renewed = <b>L’ancien code ne vaut plus rien.</b> Voici votre billet avec le nouveau.
button-gift = Offrir à un proche
button-gift-chat = Choisir à qui
button-gift-copy = Copier le lien
button-gift-yes = Oui, il est à cette personne
button-gift-give = Le donner à { $friend }
button-gift-no = Reprendre la carte
button-gift-claim = Avec plaisir
button-ticket-show = Voir mon billet
gift-card =
    <b>Offrir votre billet à un proche</b>
    { $title } · { $type }
    { $when }

    Envoyez la carte dans une conversation, ou le lien comme il vous plaît. La première personne qui l’ouvre demande le billet ; il est à elle quand vous dites oui. D’ici là, votre image reste valable.

    La carte est valable jusqu’au { $until }.
gift-claimed-card =
    <b>Quelqu’un a ouvert votre carte</b>
    { $title } · { $type }
    { $when }

    Dites oui, et le billet est à cette personne : votre image n’ouvre alors plus aucune porte. La question reste ouverte jusqu’au { $until }.
gift-article = Votre billet pour { $title }
gift-message =
    <b>Un billet pour vous</b>
    { $title }
    { $when }

    Je ne peux pas venir. Ma place vous ferait-elle plaisir ?
gift-waiting =
    <b>Avec plaisir.</b>

    Nous consultons la personne qui détient ce billet. Dès qu’elle dit oui, il arrive dans cette conversation avec son propre code.
gift-done =
    <b>Le billet a changé de mains.</b>

    Votre proche le reçoit dans un instant, avec son propre code. Votre ancienne image n’ouvre plus aucune porte. La commande et le reçu restent les vôtres.
gift-withdrawn = <b>La carte est reprise.</b> Le billet est à vous comme avant, et son image reste valable.
notice-gift-claimed =
    <b>{ $friend }</b> aimerait votre billet pour { $title }.

    Le lui donnez-vous ? Votre image n’ouvre alors plus aucune porte.
notice-gift-given =
    <b>{ $giver } vous offre un billet</b>
    { $title }
    { $when }

    Il arrive avec le prochain message, avec un code à vous.
notice-gift-over = Le billet pour { $title } reste finalement à son détenteur. Nous espérons vous voir un autre soir.
notice-gift-expired = Votre carte pour { $title } n’est plus valable. Le billet est à vous comme avant ; vous pouvez envoyer une nouvelle carte à tout moment.
