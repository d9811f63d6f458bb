ticket-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Code <code>{ $code }</code>

    Montrez cette image à l’entrée. Elle fait entrer une personne, une seule fois.
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

    Un seul code pour vous { $count } · commande { $number }

    Montrez cette image à l’entrée. On vous demande combien entrent ; qui arrive plus tard la montre de nouveau.

button-renew = On m’a pris mon code
button-renew-surely = Oui, un nouveau code
button-renew-keep = ‹ Garder le mien
renew =
    <b>{ $title }</b>
    { $type }

    Votre téléphone a-t-il été volé, ou quelqu’un a-t-il vu votre image ? Je donne un nouveau code à votre billet. L’ancien, où qu’il soit, n’ouvre alors plus aucune porte. Pour revoir votre billet, rien ne doit changer : il est sous /tickets.
renewed = <b>L’ancien code ne vaut plus rien.</b> Voici votre billet avec le nouveau.
