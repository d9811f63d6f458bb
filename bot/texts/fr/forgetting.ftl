forget =
    <b>M’oublier</b>

    <b>Ce qui disparaît pour de bon.</b> Votre nom, votre profil et vos coordonnées, ce que vous nous avez écrit, qui vous suivez, vos accords et vos rôles ; et aussi votre marque, votre nom de scène, vos collections et votre maison. La clé qui verrouille tout cela est détruite : aucune copie ne pourra plus être lue. Une commande non payée est libérée.

    <b>Ce qui reste, sans vous.</b> Les commandes, paiements et billets utilisés pendant dix ans, car la loi demande les comptes ; et le registre de qui a changé quoi ici. Rien de cela ne vous nomme plus.

    <b>Ce qui nous échappe.</b> Les messages de cette conversation. Vous pouvez la supprimer vous-même, ici dans Telegram.

    Cela se fait { $hours ->
        [one] une heure
       *[other] { $hours } heures
    } après votre confirmation. D’ici là, une touche suffit pour y renoncer.
forget-campaigns = { $count ->
        [one] Votre diffusion en cours s’arrête avec.
       *[other] Vos { $count } diffusions en cours s’arrêtent avec.
    }
forget-sure-of-it =
    <b>Est-ce bien votre souhait ?</b>

    Dans { $hours ->
        [one] une heure
       *[other] { $hours } heures
    } nous vous oublions, et plus personne ne pourra rien rétablir : ni vous, ni nous. Si vous nous écrivez de nouveau, ce sera comme la première fois.
forget-gives-up =
    <b>Vous y renoncez, sans remboursement :</b>

    { $lines }
forget-waiting =
    <b>Vous avez demandé que nous vous oubliions</b>

    Cela se fait dans { $hours ->
        [one] moins d’une heure
       *[other] { $hours } heures
    } : { $when } UTC. Une heure avant, nous vous écrirons encore une fois. D’ici là, tout fonctionne comme toujours.
forget-under-way =
    <b>Vous avez demandé que nous vous oubliions</b>

    Le temps de réflexion est passé ; cela se fait dès que rien ne s’y oppose.
forget-in-the-way =
    <b>Il reste ceci à régler :</b>

    { $lines }
forget-held =
    <b>Pas encore, dans votre intérêt</b>

    Quelque chose nous lie encore. Une fois que c’est réglé, revenez ici.

    { $lines }
forget-blocked =
    <b>Nous n’avons pas encore pu vous oublier</b>

    Quelque chose est survenu entre-temps. Votre demande reste ouverte, et sera faite dès que ceci est réglé :

    { $lines }
forget-tie-tickets = <b>Des billets valables</b> : { $evenings }. Utilisez-les d’abord, ou renoncez-y : vos places vont à d’autres, sans remboursement.
forget-tie-shows = <b>Des défilés où vous marchez</b> : { $evenings }. Défilez d’abord, ou renoncez-y : le programme vous perd.
forget-tie-payment = <b>Un paiement en cours</b> : { $evenings }. Il s’achève de lui-même en quelques minutes, d’une façon ou d’une autre.
forget-tie-refund = <b>De l’argent que nous vous devons</b> : { $evenings }. Une fois remboursé, plus rien ne s’oppose ; /support vous en dit plus.
forget-tie-events = <b>Vos soirées à venir</b> : { $evenings }. Vos invités y comptent : attendez qu’elles aient eu lieu, ou écrivez à /support pour les annuler ou les confier à d’autres.
forget-tie-money = <b>Des remboursements que doit votre maison</b> : { $evenings }. Réglez-les d’abord ; /support vous aide.
forget-tie-last = <b>Personne d’autre n’administre le portail.</b> Nommez d’abord quelqu’un, pour qu’il ne reste pas seul.{ $evenings }
forget-lose-tickets = Billets : { $evenings }
forget-lose-shows = Défilés : { $evenings }
forget-evening = { $title } ({ $day })
forget-more = { $count ->
        [one] { $evenings } et une de plus
       *[other] { $evenings } et { $count } de plus
    }
forget-kept = <b>Vous restez, quel plaisir.</b> Rien n’a changé, et rien n’arrivera.
forget-nothing-asked = Il n’y a rien à retirer : personne n’a demandé ici un oubli. S’il a eu lieu auparavant, c’est avec plaisir que nous faisons de nouveau connaissance.
forget-soon =
    <b>{ $minutes ->
        [one] Dans une minute, nous vous oublions
       *[other] Dans { $minutes } minutes, nous vous oublions
    }</b>

    Comme vous l’avez demandé. Si vous changez d’avis, une touche suffit ; sinon, il n’y a rien à faire.
forget-done =
    <b>C’est fait : l’oubli est accompli</b>

    Nous ne vous connaissons plus, et personne ne peut lire ce que vous nous avez dit. Commandes et paiements restent dans les comptes, sans votre nom.

    Ces messages sont à vous : supprimez la conversation quand vous voulez. Merci pour vos soirées avec nous.
button-forget-sure = M’oublier…
button-forget-ask = Oui, oubliez-moi
button-forget-keep = Garder mon compte
button-forget-give-up = Y renoncer…
error-TooShort = La loi demande de le garder au moins { $days } jours.
error-Bound = Il y a d’abord quelque chose à régler : voyez /privacy, M’oublier.
purpose-erasures = Ce qu’est devenue votre demande d’oubli
purpose-campaigns-2 = Où qui l’a envoyé voit où en est l’envoi
