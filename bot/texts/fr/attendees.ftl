button-attendees = Les invités en fichier
purpose-attendee_files = Qui a demandé la liste des invités d’une soirée en fichier, et s’il l’a reçue
attendees-under-way =
    <b>{ $title }</b>

    La liste se prépare : une ligne par billet.

    { $bar } { $percent } %

    Elle arrive ici d’elle-même.
attendees-delivered = <b>La liste est prête.</b> La voici ci-dessous.
attendees-not-theirs = La liste n’a pas été faite : cette soirée n’est plus la vôtre.
attendees-too-large = La liste n’a pas été faite : Telegram ne prend pas un si grand fichier.
attendees-caption = <b>Vos invités.</b> Une ligne par billet ; les noms sont abrégés, on les lit en entier à la porte. Il est noté que vous les avez : gardez ce fichier pour vous, et pas plus longtemps qu’il ne faut.
attendees-table = invités
attendees-number = N°
attendees-name = Invité
attendees-type = Billet
attendees-order = Commande
attendees-state = État
attendees-since = Depuis
