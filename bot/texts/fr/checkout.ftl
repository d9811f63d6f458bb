choose-title =
    <b>{ $title }</b>
    { $when }
choose-offer = <b>{ $name }</b> · { $price }
choose-free = offert
choose-benefits = { $benefits }
choose-left = { $left ->
    [one] C’est la dernière.
   *[other] Les { $left } dernières.
 }
choose-gone = Complet.
choose-ordered = Toutes sont commandées.
choose-held = Les dernières sont retenues pour d’autres. Revenez dans quelques minutes.
choose-not-yet = En vente à partir du { $when }.
choose-over = La vente est terminée.
choose-total = Total : <b>{ $total }</b>
choose-hint = Touchez + pour choisir vos places.
choose-no-more = Vous avez atteint le maximum de places de ce type.
button-count = { $count } × { $name }
button-hold = Réserver et payer { $total }
button-take = { $count ->
    [one] Prendre ma place
   *[other] Prendre { $count } places
 }

order-held =
    <b>Places retenues pour vous</b> · commande { $number }

    { $lines }

    Total : <b>{ $total }</b>
    Elles vous attendent jusqu’à <b>{ $clock }</b>. Réglez d’ici là et elles sont à vous.
order-held-unpayable =
    <b>Places retenues pour vous</b> · commande { $number }

    { $lines }

    Total : <b>{ $total }</b>
    Le paiement dans la conversation n’est pas encore ouvert. Écrivez-nous par /support avant { $clock }.
order-paid =
    <b>Réglée</b> · commande { $number }

    { $lines }

    Total : <b>{ $total }</b>
    Vendu par { $house }
order-expired =
    La commande { $number } n’a pas été réglée à temps ; ses places ont été remises en vente. Rien n’a été débité.
order-expired-free = La commande { $number } n’a pas été confirmée à temps ; ses places ont été remises en vente.
order-expired-agreed =
    La commande { $number } n’a pas été réglée à temps ; ses places ont été remises en vente. Si votre banque prélève malgré tout la somme, les places sont à vous tant qu’il en reste ; sinon, tout vous est rendu.
order-cancelled = Les places de la commande { $number } ont été rendues. Rien n’a été débité.
order-overpaid = Nous avons reçu plus d’un paiement pour cette commande. Le surplus vous est rendu.
order-given = { $count ->
    [one] 1 billet est à quelqu’un d’autre maintenant : vous l’avez offert.
   *[other] { $count } billets sont à quelqu’un d’autre maintenant : vous les avez offerts.
 }
order-line = { $count } × { $name } · { $price }
orders-title = <b>Mes commandes</b>
orders-empty =
    <b>Mes commandes</b>

    Aucune commande pour l’instant. Cherchons une soirée ensemble ?
orders-line = { $title } · { $state }
order-state-pending = à régler
order-state-paid = réglée
order-state-expired = expirée
order-state-cancelled = places rendues
order-state-refunded = remboursée
order-state-returned = rendue
order-state-awaiting = en attente d’accord
button-pay = Payer { $total }
button-release = Rendre les places
button-to-tickets = { $count ->
    [one] Mon billet
   *[other] Mes { $count } billets
 }
button-choose-again = Autre choix
button-show-event = La soirée

invoice-title = Commande { $number }
invoice-about = { $title }, { $when }. Places retenues pour vous jusqu’à { $clock }.
paid-thanks = { $count ->
    [one] Merci. Voici votre billet ; vous le retrouverez aussi par /tickets.
   *[other] Merci. Voici vos { $count } billets ; vous les retrouverez aussi par /tickets.
 }
taken-thanks = { $count ->
    [one] Elle est à vous. Voici votre billet.
   *[other] Elles sont à vous. Voici vos { $count } billets.
 }
button-pay-at-door = Payer à l’entrée
door-thanks = { $count ->
    [one] <b>Votre place est gardée.</b> Voici votre image ; vous payez à l’entrée.
   *[other] <b>Vos { $count } places sont gardées.</b> Voici vos images ; vous payez à l’entrée.
 }
order-at-door =
    <b>À payer à l’entrée</b> · commande { $number }

    { $lines }
    Total : <b>{ $total }</b>

    Vos places sont gardées jusqu’au { $until }. Venez avant, ou dites-nous que vous ne pouvez pas.

order-refund-due =
    <b>Commande { $number }</b>

    Votre paiement de { $total } est arrivé quand ces places n’étaient plus libres. La somme vous revient par où elle est venue. Des questions ? /support
order-money-returned =
    <b>Commande { $number }</b>

    Elle ne retient plus de places, et votre argent retourne d’où il est venu.
money-owed = ↩ { $amount } vous sont dus
money-on-its-way = ↩ { $amount } vous reviennent
money-went = ↩ { $amount } vous ont été rendus
money-notice-sent =
    <b>{ $amount } vous reviennent.</b>

    Commande { $number }, { $title }. La somme retourne sur la carte ou le compte de votre paiement ; la plupart des banques l’affichent sous dix jours.
money-notice-by-hand =
    <b>{ $house } vous a rendu { $amount }.</b>

    Commande { $number }, { $title }. Si vous ne les avez pas, /support est là pour vous.
money-notice-stalled =
    <b>{ $amount } n’ont pas pu revenir par le même chemin.</b>

    Commande { $number }, { $title }. Cet argent reste le vôtre : { $house } le sait et s’en occupe. Nous vous écrirons dès qu’il sera en route.
button-to-order = Ma commande
