office =
    <b>Le bureau</b>

    Personnes : { $people }
    Soirées à venir : { $events }
    Commandes réglées : { $orders }
    Remboursements dus : { $refunds }
    Messages non parvenus : { $dead }
    Mises à jour écartées : { $quarantined }
office-silence = ⏳ Telegram ne veut aucun envoi jusqu’au <b>{ $until }</b> (UTC). Ce qui doit partir attend, puis partira de lui-même.
admin-welcome = <b>Bienvenue au bureau.</b> Vous faites désormais partie de l’administration.

notice-order-paid = <b>{ $title }</b> : { $count } × vendu, { $total }. Commande { $number }.
notice-refund-due = <b>Remboursement dû</b> : { $total } pour la commande { $number }, { $title }. { $reason ->
    [double] Elle a été réglée deux fois.
    [late] Le paiement est arrivé quand les places étaient parties.
    [wrong-amount] La somme payée n’est pas celle demandée.
    [event-cancelled] La soirée est annulée.
    [unapproved] Vous examinez d’abord cette commande, et n’aviez pas dit oui.
   *[other] La commande était close avant l’arrivée du paiement.
 }
notice-incident = <b>Un incident s’est produit.</b> La mise à jour { $update } a été écartée : { $why }. Elle attend dans la table des mises à jour en quarantaine.
