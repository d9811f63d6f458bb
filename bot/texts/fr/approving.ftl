choose-looks-first = <i>La maison examine elle-même chacune de ces commandes avant le paiement.</i>
button-ask-for = { $count ->
    [one] Demander cette place
   *[other] Demander ces { $count } places
 }
button-ask-house = Demander à la maison
button-take-request-back = Retirer ma demande
order-held-looks =
    <b>Places retenues pour vous</b> · commande { $number }

    { $lines }

    Total : <b>{ $total }</b>
    Elles vous attendent jusqu’à <b>{ $clock }</b>. La maison examine elle-même chacune de ces commandes : demandez-lui d’ici là, et vos places sont gardées jusqu’à sa réponse.
order-awaiting =
    <b>Entre les mains de la maison</b> · commande { $number }

    { $lines }

    Total : <b>{ $total }</b>
    { $house } examine elle-même chacune de ces commandes. Vos places sont gardées, et vous aurez de nos nouvelles avant le <b>{ $until }</b>. { $free ->
        [yes] Si c’est oui, vos billets arrivent aussitôt.
       *[other] Si c’est oui, vous pourrez payer, pas avant.
    }
order-declined = { $house } n’a pas pu accepter la commande { $number } ; ses places ont été remises en vente. Rien n’a été débité.
order-unanswered = { $house } n’a pas répondu à temps à la commande { $number } ; ses places ont été remises en vente. Rien n’a été débité.
notice-order-approved =
    <b>{ $house } dit oui</b>
    { $title }, { $when } · commande { $number }
house-words = <blockquote>{ $words }</blockquote>
approved-pay = Vos places sont gardées jusqu’au <b>{ $until }</b>. Réglez d’ici là et elles sont à vous.
approved-asks = Entre-temps, la maison a ajouté une question. Répondez-y avant le <b>{ $until }</b>, et vos billets arrivent aussitôt.
approved-yours = { $count ->
    [one] Le billet est à vous ; vous le retrouverez aussi par /tickets.
   *[other] Les { $count } billets sont à vous ; vous les retrouverez aussi par /tickets.
 }
notice-order-declined =
    <b>{ $house } ne peut pas dire oui cette fois</b>
    { $title } · commande { $number }
declined-nothing-charged = Vos places ont été remises en vente, et rien n’a été débité.
notice-order-unanswered =
    <b>{ $house } n’a pas répondu à temps</b>
    { $title } · commande { $number }

    Nous en sommes désolés. Vos places ont été remises en vente, et rien n’a été débité. Vous pouvez demander de nouveau.
notice-request-missed =
    <b>Une demande a expiré</b>
    { $title } · commande { $number }

    Personne n’a répondu à temps. Ses places sont de nouveau libres, et la personne le sait.
notice-orders-wait =
    <b>{ $title }</b>

    { $count ->
        [one] Une commande attend votre accord.
       *[other] { $count } commandes attendent votre accord.
    } Les places sont gardées entre-temps.
button-orders-wait = Attendent votre accord ({ $count })
awaited-head = <b>En attente de votre accord</b> · { $title }
awaited-none = Personne n’attend. Tout est fait.
awaited-line =
    <b>{ $name }</b> · { $tickets } · { $total }
    réponse attendue avant le { $until }
awaited-more = { $count ->
    [one] Une autre vient après.
   *[other] { $count } autres viennent après.
 }
button-request = { $name } · { $count }
button-approve-order = Accepter
button-decline-order = Refuser
sold-word-awaited = <b>{ $name }</b> demande { $tickets }, et attend votre réponse jusqu’au { $until }. Les places sont gardées.
sold-word-yes = Accepté par { $name } le { $when }.
sold-word-no = Refusé par { $name } le { $when }.
sold-word-never = Personne n’y a répondu.
form-approve-order-title = Accepter
form-approve-order-done = La personne en est informée.
form-approve-order-words = Une phrase pour elle ? Elle la lit avec votre accord. Sinon, passez.
form-approve-order-words-invalid = Il n’y a pas de mots là-dedans : écrivez une phrase, ou passez.
form-decline-order-title = Refuser
form-decline-order-done = La personne en est informée, et les places sont libres.
form-decline-order-words = Que puis-je lui dire ? Elle lit ces mots comme vous les écrivez.
form-decline-order-words-invalid = Il n’y a pas de mots là-dedans : écrivez une phrase qu’elle lira.
type-looks-first = <b>Vous examinez d’abord :</b> chaque commande attend votre accord avant le paiement, ses places gardées.
button-type-look-first = Examiner d’abord
button-type-look-no-more = Vendre sans examen
error-ApprovalOpen = La maison examine cette commande avant le paiement. Vous la trouvez sous Mes commandes ; rien n’a été débité.
error-AwaitsWord = Vous avez demandé à la maison des places pour cette soirée, et elle n’a pas encore répondu. Pour en choisir d’autres, retirez d’abord cette demande sous /orders.
error-TooLateToAsk = La soirée a commencé ou a été annulée : la maison ne répond plus aux demandes.
error-DecidedBefore = { $name ->
    [none] Cette demande est close : elle a été retirée, ou son délai est passé.
   *[other] { $name } a déjà décidé.
 }
error-RequestChanged = La personne a choisi autre chose entre-temps : voyez d’abord ce qu’elle demande à présent.
