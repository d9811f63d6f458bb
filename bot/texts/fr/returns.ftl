returns-terms-none = Les billets de cette soirée ne sont pas repris.
returns-terms = Si vous ne pouvez pas venir : { $steps }, rien ensuite.
returns-terms-to-the-start = Si vous ne pouvez pas venir : { $steps }.
returns-terms-step = { $percent ->
    [100] tout est rendu
   *[other] { $percent } % rendus
 } { $ahead ->
    [start] jusqu’au début
   *[other] jusqu’à { $ahead } avant
 }

button-return = { $count ->
    [one] Rendre ma place
   *[other] Rendre des places
 }
button-return-one = { $type } · { $code } · { $back ->
    [free] offerte
   *[other] { $back } rendus
 }
button-return-all = Les { $count }{ $back ->
    [free] {""}
    [none] {" · sans remboursement"}
   *[other] {" · "}{ $back } rendus
 }
button-return-keep = ‹ Tout garder
button-return-surely = Oui, rendre contre { $back }
button-return-for-nothing = Oui, même sans remboursement
return-choose =
    <b>{ $title }</b>
    Commande { $number }

    Quel dommage. Quelles places souhaitez-vous rendre ?
return-ask =
    <b>{ $title }</b>
    { $count ->
        [one] 1 billet, { $type }
       *[other] { $count } billets
    }

    { $back ->
        [none] Rien n’est rendu à présent, et la place va à quelqu’un d’autre.
       *[other] <b>{ $back }</b> vous sont rendus, là d’où vous avez payé.{ $kept ->
            [none] {""}
           *[other] {" "}{ $house } garde { $kept }.
        }
    } Le code de votre image cesse aussitôt de fonctionner.
return-nothing-left = La commande { $number } n’a plus de billet à vous qui puisse être rendu.
order-returned =
    <b>Rendue</b> · { $title }
    Commande { $number }

    { $back ->
        [none] Rien n’est remboursé.
       *[other] <b>{ $back }</b> vous reviennent, là d’où vous avez payé, en général sous quelques jours.
    }{ $kept ->
        [none] {""}
       *[other] {" "}{ $house } garde { $kept }.
    } Vos billets n’ouvrent plus la porte.
order-places-returned =
    <b>Rendue</b> · { $title }
    Commande { $number }

    Merci de nous l’avoir dit ; elle fera le bonheur de quelqu’un.
order-partly-returned = { $count ->
    [one] 1 billet a été rendu
   *[other] { $count } billets ont été rendus
 }{ $back ->
    [none] .
   *[other] {" ; "}{ $back } vous reviennent, là d’où vous avez payé.
 }
notice-tickets-returned =
    <b>{ $count ->
        [one] Un billet a été rendu
       *[other] { $count } billets ont été rendus
    }</b> · { $title }
    Commande { $number }{ $back ->
        [none] . Rien n’est remboursé.
       *[other] . { $back } sont remboursés.
    } La place est de nouveau en vente.
error-TicketUsed = Ce billet a déjà passé la porte : il ne peut plus être rendu.
error-HoldersFixed = { $hours ->
    [one] Dans la dernière heure avant le début
   *[other] Dans les { $hours } dernières heures avant le début
 }, les billets restent à qui les détient : la liste de la porte est faite. La maison peut encore vous aider : /support
error-AmountChanged = La somme rendue a changé depuis votre dernier regard. Voyez la nouvelle avant de décider.
