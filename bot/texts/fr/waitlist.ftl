# La liste d’attente : une place dans la file, des propositions, et ce que décide la maison.

button-wait = Liste d’attente · { $name }
button-wait-seats = { $count ->
    [one] Une place
   *[other] { $count } ensemble
 }
button-leave-line = Quitter la liste
button-join-again = Me réinscrire
button-wait-ahead = Attendre en tête
button-wait-line = En attente · { $title }
button-wait-offer = Gardé pour vous · { $title }
button-offer-only = { $count ->
    [one] Une seule
   *[other] Seulement { $count }
 }
button-offer-pass = Pas cette fois
button-offer-wait-on = Attendre les { $count }

wait-title =
    <b>Liste d’attente</b> · { $name }
    { $title }
    { $when }
wait-ask = Toutes les places sont prises pour l’instant. Dès qu’il s’en libère assez, elles sont gardées pour vous et je vous écris ; personne ne peut les acheter avant vous. Combien en faut-il ?
wait-over = La vente est terminée, et la liste d’attente aussi.
wait-seats = { $seats ->
    [one] Vous attendez <b>une place</b>.
   *[other] Vous attendez <b>{ $seats } places ensemble</b>.
 }
wait-ahead = { $ahead ->
    [0] Vous êtes <b>en tête de la file</b>.
    [one] <b>Une</b> demande précède la vôtre.
   *[other] <b>{ $ahead }</b> demandes précèdent la vôtre.
 }
wait-first = Votre paiement était arrivé trop tard : vous passez donc avant les autres.
wait-together = Vos places vous sont proposées ensemble. S’il n’y en a qu’une partie pendant un moment, je vous pose la question, et vous gardez votre rang si vous préférez attendre.
wait-smaller = Dans cette file, un petit groupe peut passer d’abord quand il y a trop peu de places pour un plus grand.
wait-promise = Je vous écris dès que c’est votre tour.
wait-left = Vous avez quitté cette liste d’attente. Vous y serez toujours bienvenu, à la fin de la file.

countdown = bientôt
offer-made =
    <b>{ $seats ->
        [one] Une place s’est libérée pour vous
       *[other] { $seats } places se sont libérées pour vous, ensemble
     }</b>

    { $title } · { $name }
    { $when }
    Total : <b>{ $total }</b>

    Rien que pour vous jusqu’à <b>{ $clock }</b>, { $countdown }.
offer-fewer =
    <b>{ $seats ->
        [one] Une place est libre ; vous en souhaitiez { $wanted }
       *[other] { $seats } places sont libres ; vous en souhaitiez { $wanted }
     }</b>

    { $title } · { $name }
    { $when }
    Total : <b>{ $total }</b>

    Rien que pour vous jusqu’à <b>{ $clock }</b>, { $countdown }. Si vous préférez attendre { $wanted } places ensemble, vous gardez votre rang, et ce qui est libre va à d’autres.
offer-lapsed = Le délai pour ces places est passé, et elles sont allées au suivant de la file. Rien n’a été débité. Si vous souhaitez toujours venir, réinscrivez-vous : vous serez alors en fin de file.
offer-passed = Merci de nous l’avoir dit : ce qui se libère va au suivant de la file. Rien n’a été débité.
offer-declined = Vous gardez votre rang, et je vous écris dès qu’il y a des places pour vous tous.

order-late-ahead = Si vous souhaitez toujours venir, vous pouvez attendre en tête de la file : ce qui se libère vous sera proposé d’abord.
order-late-again = Si vous souhaitez toujours venir : il y a des places en ce moment, choisissez de nouveau, s’il vous plaît.{ $code ->
    [none] {""}
   *[other] {" "}Le code { $code } est peut-être épuisé.
 }

type-line = { $people ->
    [0] Personne n’attend.
    [one] <b>Une</b> demande en attente, pour { $seats ->
        [one] une place
       *[other] { $seats } places
     }.
   *[other] <b>{ $people }</b> demandes en attente, pour { $seats } places.
 }
type-line-closed = La liste d’attente est close : personne ne peut s’y inscrire ; qui attend déjà est encore servi.
type-line-smaller = Les petits groupes passent d’abord quand un plus grand ne tient pas.
button-line-close = Clore la liste
button-line-open = Rouvrir la liste
button-line-smaller = Petits d’abord
button-line-in-turn = Chacun à son tour
