button-sold-orders = Commandes
button-find-order = Chercher un numéro
button-sold-again = Renvoyer ses billets
button-sold-take = Reprendre des billets…
button-sold-keep = ‹ Laisser tel quel
button-sold-one = { $type } · { $code }
button-sold-all = Les { $count }
button-sold-way-all = Tout rendre : { $sum }
button-sold-way-terms = Selon ses conditions : { $sum }
button-sold-way-nothing = Sans remboursement
button-sold-why-asked = À la demande de la personne
button-sold-why-mistake = C’était notre erreur
button-sold-why-refused = Elle n’a pas pu entrer
button-sold-why-other = Autre raison
sold-orders = <b>Commandes</b> · { $title }
sold-orders-none =
    <b>Commandes</b> · { $title }

    Personne n’a encore commandé.
sold-line = { $number } · { $total } · { $state }
sold-state-pending = attend son paiement
sold-state-completed = réglée
sold-state-cancelled = annulée
sold-state-refunded = remboursée
sold-state-awaiting_approval = attend votre accord
sold-state-expired = expirée
sold-order =
    <b>Commande { $number }</b> · { $state }
    { $title }
    { $when } · { $total }
sold-ticket = { $type } · <code>{ $code }</code> · { $state }{ $back ->
    [none] {""}
   *[other] {", "}{ $back } rendus
 }
sold-ticket-valid = valable
sold-ticket-used = entré
sold-ticket-cancelled = annulé
sold-ticket-refunded = rendu
sold-ticket-reserved = à régler à la porte
sold-ticket-blocked = bloqué
sold-which =
    <b>Commande { $number }</b> · { $title }

    Quels billets reprenez-vous ? Leurs codes cessent aussitôt de fonctionner, et les places sont de nouveau en vente.
sold-how-much =
    <b>Commande { $number }</b>

    Combien rendez-vous pour { $count ->
        [one] ce billet
       *[other] ces { $count } billets
    } ?
sold-why =
    <b>Commande { $number }</b>

    { $count ->
        [one] Un billet prend fin
       *[other] { $count } billets prennent fin
    }{ $back ->
        [none] , et rien n’est rendu.
       *[other] , et { $back } retournent là d’où ils ont été payés.
    } Pourquoi ? Votre réponse le fait, et la personne la lira.
form-find-order-title = Chercher une commande
form-find-order-done = La voici.
form-find-order-number-invalid = Un numéro se compose de lettres et de chiffres, par exemple 9F2C41A07B.
form-find-order-number = Quel est le numéro de la commande ? Il figure sur la commande de la personne, par exemple 9F2C41A07B.
notice-taken-back =
    <b>{ $count ->
        [one] Votre billet a été repris
       *[other] { $count } de vos billets ont été repris
    }</b>
    { $title } · commande { $number }

    { $why ->
        [asked] { $house } l’a fait à votre demande.
        [mistake] { $house } vous dit : c’était notre erreur, et nous en sommes désolés.
        [refused] { $house } indique que vous n’avez pas pu entrer.
       *[other] { $house } l’a fait. Vous pouvez demander pourquoi par /support.
    }{ $back ->
        [none] {""}
       *[other] {" "}{ $back } vous reviennent, là d’où vous avez payé.
    } Le code n’ouvre plus la porte.
error-UnknownOrder = Cette soirée n’a aucune commande de ce numéro. Vérifiez-le et envoyez-le encore une fois.
button-sold-call-off = L’annuler…
button-sold-give = Rendre de l’argent…
sold-why-off =
    <b>Commande { $number }</b>

    Elle n’est pas encore réglée : { $total }. Ses places sont aussitôt remises en vente. Pourquoi ? Votre réponse la supprime, et la personne la lit.
notice-order-called-off =
    <b>Vos places ont été remises en vente</b>
    { $title } · commande { $number }

    { $why ->
        [asked] { $house } l’a fait comme vous l’aviez demandé.
        [mistake] { $house } vous dit : c’était notre erreur, nous en sommes désolés.
       *[other] { $house } l’a fait. Vous pouvez demander pourquoi par /support.
    } Rien n’a été débité.
notice-money-given =
    <b>{ $amount } vous sont rendus</b>
    { $title } · commande { $number }

    { $why ->
        [promised] { $house } vous l’avait promis.
        [mistake] { $house } vous dit : c’était notre erreur, nous en sommes désolés.
       *[other] { $house } le souhaite ainsi.
    } Vos billets restent valables.
form-give-back-title = Rendre de l’argent
form-give-back-done = La personne le lit. Le portail l’envoie s’il a l’argent ; ce qui est chez votre prestataire vous attend dans <i>Comptes</i>.
form-give-back-amount = Combien rendre de la commande { $number } ? Au plus { $left } ; ses billets restent valables.
form-give-back-amount-label = Montant
form-give-back-why = Pourquoi ? La personne le lit.
form-give-back-why-label = Raison
form-give-back-why-promised = Nous l’avions promis
form-give-back-why-mistake = C’était notre erreur
form-give-back-why-other = Une autre raison
form-give-back-surely = { $amount } retournent là d’où ils ont été payés, et les billets restent valables. C’est définitif. Est-ce certain ?
form-give-back-surely-label = Certain
form-give-back-surely-yes = Oui
error-MoreThanCame = Au plus { $left } peuvent être rendus de cette commande : indiquez un montant plus petit.
sold-back = ↩ { $amount } { $state ->
    [done] rendus
    [external] rendus
    [in_transit] en route
   *[other] à rendre
 }
