button-call-off = Annuler la soirée…
button-call-off-go-on = Continuer
button-call-off-surely = Oui, annuler pour de bon
button-call-off-keep = ‹ Non, elle a lieu
button-calling-off = Où en sont les commandes
button-moved-keep = { $count ->
    [one] Je garde mon billet
   *[other] Je garde mes billets
 }
button-moved-back = { $paid ->
    [yes] Je veux un remboursement
   *[no] { $count ->
        [one] Le rendre
       *[other] Les rendre
    }
 }
button-moved-orders = Mes commandes
call-off =
    <b>Annuler ?</b> · { $title }

    { $paid ->
        [0] Personne n’a encore payé
        [one] Une commande est réglée
       *[other] { $paid } commandes sont réglées
    }{ $worth ->
        [none] {" ; rien n’est à rendre."}
       *[other] {" ; tout est rendu : "}<b>{ $worth }</b>.
    }{ $waiting ->
        [0] {""}
        [one] {" Une commande attend son paiement et sera annulée."}
       *[other] {" "}{ $waiting } commandes attendent leur paiement et seront annulées.
    }

    La vente s’arrête aussitôt, chaque billet cesse d’être valable, et toute personne qui en a acheté ou en détient un est prévenue.
call-off-surely =
    <b>Faut-il vraiment annuler ?</b> · { $title }

    On ne peut pas revenir en arrière. { $worth ->
        [none] Tout le monde est prévenu que la soirée n’a pas lieu.
       *[other] <b>{ $worth }</b> sont rendus pour { $paid ->
            [one] une commande
           *[other] { $paid } commandes
        }, frais compris, et tout le monde est prévenu que la soirée n’a pas lieu.
    }
calling-off =
    <b>{ $finished ->
        [yes] Annulée
       *[no] Annulation en cours
    }</b> · { $title }

    { $bar } { $done } sur { $total }
    Remboursées : { $refunded }, ensemble { $back }
    Annulées sans paiement : { $released }{ $failed ->
        [0] {""}
       *[other] {" · à voir par vous : "}{ $failed }
    }
notice-called-off =
    <b>Annulée</b> · { $title }

    { $total ->
        [0] Il n’y avait aucune commande à traiter.
        [one] Sa seule commande est traitée ; { $back } sont rendus.
       *[other] Les { $total } commandes sont traitées ; { $back } sont rendus.
    }{ $failed ->
        [0] {""}
       *[other] {" À voir parmi ses commandes : "}{ $failed }.
    } Tout le monde est prévenu.
notice-event-cancelled =
    <b>{ $title } n’aura pas lieu</b>
    { $when }

    Nous en sommes désolés : { $house } a annulé la soirée, et { $what ->
        [request] votre demande { $number } s’arrête là : rien n’a été débité.
        [tickets] les billets de la commande { $number } ne valent plus.
       *[places] les places réservées sous la commande { $number } sont libérées.
    }{ $back ->
        [none] {""}
       *[other] {" "}<b>{ $back }</b> vous reviennent là d’où vous avez payé. Vous n’avez rien à faire.
    }
notice-line-ended =
    <b>{ $title } n’aura pas lieu</b>

    Nous en sommes désolés : la soirée est annulée, et sa liste d’attente s’arrête ici. Rien n’a été débité, et vous n’avez rien à faire.
notice-event-moved =
    <b>{ $title } change d’heure ou de lieu</b>
    { $when }
    { $place }

    { $what ->
        [request] { $orders ->
            [one] Votre demande { $number } tient toujours, et vos places restent gardées. Si vous ne pouvez pas venir, retirez-la : rien n’a été débité.
           *[other] Vos demandes { $number } tiennent toujours, et vos places restent gardées. Si vous ne pouvez pas venir, retirez-les : rien n’a été débité.
        }
        [places] Les places réservées sous { $orders ->
            [one] la commande
           *[other] les commandes
        } { $number } le restent. Si vous ne pouvez pas venir, libérez-les.
       *[tickets] { $count ->
            [one] Votre billet reste valable, avec le même code.
           *[other] Vos billets restent valables, avec les mêmes codes.
        }
    }{ $until ->
        [none] {""}
       *[other] {" "}Si vous ne pouvez pas venir, { $count ->
            [one] rendez-le
           *[other] rendez-les
        } d’ici au <b>{ $until }</b> et tout ce que vous avez payé vous est rendu.
    }
returns-terms-whole = La soirée a été déplacée : tout vous est rendu.
purpose-cancellations = Qui a annulé une soirée, et où l’on suit l’avancement
purpose-cancelled_orders = Ce qu’est devenue une commande dont la soirée a été annulée
text-off = Fashionista Portal : { $title }, { $when }, est annulée. L’argent versé est rendu, sans démarche.
text-moved = Fashionista Portal : { $title } a changé. Début désormais { $when }, { $venue }.{ $holds ->
    [yes] {" "}Votre billet reste valable.
   *[no] {""}
 }
