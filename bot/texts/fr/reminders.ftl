reminder-caption =
    <b>{ $hours ->
        [0] Très bientôt
        [one] Dans une heure
       *[other] Dans { $hours } heures
    } : { $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Code <code>{ $code }</code>

    { $count ->
        [one] Présentez cette image à l’entrée.
       *[other] Vous avez { $count } billets, et voici le premier : chacun a son image, à présenter à l’entrée.
    } Aurons-nous le plaisir de vous voir ?
button-coming = Je viens
button-cannot-come = Je ne peux pas
button-give-away = Le céder
button-keep-ticket = Garder mon billet
button-give-back = Rendre ma place
alert-coming = Quel plaisir. Nous vous attendons : { $when }.
cannot-come-free =
    <b>{ $title }</b>

    Quel dommage. Dois-je rendre votre place ? Quelqu’un d’autre pourra la prendre aussitôt, et votre billet ne sera plus valable.
cannot-come-paid =
    <b>{ $title }</b>

    Quel dommage. Je vous montre d’abord ce qui vous est rendu ; la place va ensuite à quelqu’un d’autre.
cannot-come-given =
    <b>{ $title }</b>

    Quel dommage. Ce billet vous a été offert : il n’y a rien à rembourser, mais un autre proche en serait peut-être heureux.
error-NotTakingPlace = La soirée « { $title } » a été annulée : nous en sommes désolés. Ce qui a été payé est rendu, sans démarche de votre part.
error-TicketGone = Ce billet a été rendu ou n’est plus valable : il n’ouvre plus la porte. Les vôtres sont sous Mes billets.
