error-NotAnOrganizer = Les soirées sont créées par des maisons. /register vous permet d’inscrire la vôtre.
error-NotApproved = Votre maison attend encore son agrément. Tout le reste peut déjà être préparé.
error-NotReady = Pas encore : la liste ci-dessus indique ce qui manque.
error-VenueBooked = { $venue } est pris : « { $title } » s’y tient du { $starts_at } au { $ends_at }. Choisissez une autre heure ou un autre lieu.
error-EndsBeforeStart = La fin viendrait avant le début. Merci d’indiquer une fin plus tardive.
error-TooLong = Cela dure plus de { $days } jours. Merci d’indiquer une fin plus proche.
error-InThePast = Ce moment est passé. Merci d’en choisir un à venir.
error-EventHasBegun = La soirée a commencé, est terminée ou annulée : cela ne peut plus être modifié.
error-MoreThanTheVenueHolds = { $venue } accueille { $capacity } personnes. Choisissez { $capacity } places au plus.
error-MoreThanSeats = La soirée compte { $seats } places. Choisissez-en { $seats } au plus, ou ajoutez d’abord des places.
error-ReasonNeeded = Le public a déjà vu cette soirée : merci de donner la raison du changement.
error-CurrencyFixed = Une commande a déjà été passée : la devise ne change plus.
error-NameTaken = « { $name } » existe déjà. Merci de choisir un autre nom.
error-TooMany = Il y a de la place pour { $most } au plus. Retirez d’abord un élément.
error-HasSales = « { $name } » est vendu ou retenu. Vous pouvez en fermer la vente, mais pas le supprimer.
error-OutsideTheEvent = C’est trop loin de la soirée. Choisissez entre { $earliest } et { $latest }.

button-mine = Mes soirées
button-new-event = Une nouvelle soirée
button-desk = ‹ La soirée
button-preview = Comme le public le verra
button-publish = Publier
button-edit-event = Modifier
button-types = Les billets
button-schedule = Le programme
button-members = Le line-up
button-team = L’équipe
button-sales = Les ventes
button-duplicate = La même, encore une fois
button-field-name = Titre
button-field-start = Début
button-field-end = Fin
button-field-venue = Lieu
button-field-seats = Places
button-field-text = Description
button-field-poster = Affiche
button-field-drawn = L’affiche de la maison
button-field-kind = Genre
button-field-money = Devise
button-field-refunds = Ce qui est rendu
button-type = { $name }
button-new-type = Ajouter un type de billet
button-type-name = Nom
button-type-price = Prix
button-type-quantity = Combien
button-type-limit = Par personne
button-type-benefits = Ce qui est compris
button-type-opens = Ouverture de la vente
button-type-ends = Fin de la vente
button-type-close = Fermer la vente
button-type-open = Rouvrir la vente
button-type-remove = Le retirer
button-strike = ✕ { $clock } { $what }
button-new-entry = Ajouter une ligne
button-member-up = ↑ { $name }
button-member-out = ✕
button-new-member = Ajouter quelqu’un
button-invite = Inviter : { $role }
button-leave = ✕ { $name }
button-leave-surely = Oui, retirer
button-copy-link = Copier le lien

command-mine = Mes soirées
command-new = Une nouvelle soirée
command-sales = Ce qui s’est vendu
command-team = Mon équipe

mine-title = <b>Mes soirées</b>
mine-empty =
    <b>Mes soirées</b>

    Rien pour l’instant. Quelques questions font une soirée : quoi, où, quand, pour combien de personnes, et son affiche.
mine-line =
    <b>{ $title }</b> · { $status }
    { $when } · { $sold } sur { $seats } vendues
mine-draft = brouillon
mine-published = publiée
mine-cancelled = annulée
mine-completed = terminée
mine-over = terminée

desk =
    <b>{ $title }</b> · { $status }

    { $when }
    jusqu’au { $until }
    { $place }
    Places : { $seats } · vendues : { $sold } · retenues : { $held }
desk-no-venue = pas encore de lieu
desk-no-words = pas encore de description
desk-gaps = <b>Avant de pouvoir publier</b>
desk-gap-venue = ○ un lieu
desk-gap-time = ○ un début encore à venir
desk-gap-seats = ○ des places, pas plus que le lieu n’en compte
desk-gap-tickets = ○ au moins un type de billet
desk-gap-approval = ○ l’agrément de votre maison, qui est en cours
desk-ready = <b>Tout ce qu’il faut est là.</b> Regardez-le comme le public le verra, puis publiez.
desk-wishes = Ce serait encore mieux avec
desk-wish-description = · une description
desk-wish-lineup = · un line-up de créateurs et de mannequins
desk-wish-schedule = · un programme

fields =
    <b>{ $title }</b>

    { $when } – { $until }
    { $place }
    { $seats } places · { $kind } · { $currency }

    { $description }

    { $terms }

    Que faut-il changer ?

types-title =
    <b>Les billets</b> · { $title }
    { $seats } places en tout
types-none = Aucun type de billet pour l’instant. Ajoutez le premier : il lui faut un nom et un prix, qui peut être nul.
types-line =
    <b>{ $name }</b> · { $price }
    { $sold } sur { $size } vendus
types-line-closed =
    <b>{ $name }</b> · { $price } · fermé
    { $sold } sur { $size } vendus
types-more = Ensemble, ils offrent { $offered } billets pour { $seats } places : les premiers arrivés les auront, et aucune place n’est vendue deux fois.
types-fewer = Ensemble, ils offrent { $offered } billets. Pas encore en vente : { $rest }.
type =
    <b>{ $name }</b> · { $price }

    En vente : { $size } · vendus : { $sold } · retenus : { $held }
    Par personne : { $limit } au plus
    Compris : { $benefits }
    Ouverture de la vente : { $opens }
    Fin de la vente : { $ends }
type-opens-at-once = dès la publication
type-ends-with-event = avec la fin de la soirée
type-over = Il en circule { $count } de plus que ce nombre. Aucun n’est perdu ; la vente reprendra quand certains reviendront.
type-closed = <b>La vente est fermée.</b>

sales =
    <b>Les ventes</b> · { $title }

    Vendues : <b>{ $sold }</b> · retenues : { $held } · restantes : { $left }
    Encaissé : <b>{ $gross }</b>
sales-line =
    <b>{ $name }</b>
    vendus { $sold } · retenus { $held } · restants { $left } · { $gross }

schedule-head = <b>Le programme</b> · { $title }
schedule-empty = Rien pour l’instant : les portes et le défilé font un bon début.
schedule-entry = { $clock } · { $what } <i>({ $kind })</i>

lineup-head = <b>Le line-up</b> · { $title }
lineup-empty = Personne pour l’instant. Ajoutez des collections publiées par leur marque, et des mannequins par leur nom de scène ; chacun est prévenu.
lineup-collections = <b>Collections</b>
lineup-models = <b>Défilent</b>
lineup-member = { $number }. { $name }

notice-lineup-collection =
    <b>Vous êtes au line-up.</b>

    { $house } présente votre collection { $collection } à <b>{ $title }</b>, { $when }.
notice-lineup-model =
    <b>Vous êtes au line-up.</b>

    { $house } vous fait défiler à <b>{ $title }</b>, { $when }.

team-title = <b>L’équipe</b> · { $title }
team-line = { $name } · { $role }
team-empty = Personne d’autre que vous pour l’instant.
team-how = Un lien fait entrer dans l’équipe la première personne qui l’ouvre. Il sert une seule fois, et pas longtemps.
team-leaving = Retirer { $name } ({ $role }) de l’équipe de <b>{ $title }</b> ?
team-link =
    <b>{ $role }</b> pour { $title } : à transmettre à une seule personne. Le lien sert une fois, pendant { $lasts }.

    { $address }
team-welcome = <b>Bienvenue dans l’équipe.</b> Votre rôle : { $role }.
role-manager = direction
role-marketing = communication
role-supervisor = responsable d’entrée
role-steward = accueil

venue-new = Un nouveau lieu
error-NobodyFound = Je ne connais ni collection publiée ni mannequin de ce nom. Merci d’essayer une autre orthographe.

form-event-title = Une nouvelle soirée
form-event-done = Le brouillon est prêt. Vous et votre direction êtes les seuls à le voir.
form-event-name = Comment s’appelle-t-il ?
form-event-name-label = Titre
form-event-name-invalid = Un titre a besoin de lettres : merci de l’écrire avec des mots.
form-event-venue = Où a-t-il lieu ? Choisissez un lieu connu, ou un nouveau.
form-event-venue-label = Lieu
form-event-spot = Où est-ce ? Envoyez l’endroit sur la carte : le trombone, puis <b>Position</b>. Un lieu trouvé là apporte son nom et son adresse.
form-event-spot-label = Sur la carte
form-event-place = Comment s’appelle le lieu ?
form-event-place-label = Nom du lieu
form-event-place-invalid = Le nom d’un lieu a besoin de lettres : merci de l’écrire avec des mots.
form-event-address = La rue et le numéro, comme pour un taxi.
form-event-address-label = Adresse
form-event-address-invalid = Une adresse a besoin de lettres : merci d’écrire la rue et le numéro.
form-event-city = Dans quelle ville ?
form-event-city-label = Ville
form-event-city-invalid = Le nom d’une ville a besoin de lettres : merci de l’écrire avec des mots.
form-event-country = Dans quel pays ? L’heure et la devise en découlent.
form-event-country-label = Pays
form-event-holds = Combien de personnes le lieu accueille-t-il ?
form-event-holds-label = Le lieu accueille
form-event-facilities = De quoi dispose-t-il ? Touchez tout ce qui est vrai.
form-event-facilities-label = Équipements
form-event-facilities-step_free = plain-pied
form-event-facilities-accessible_toilet = toilettes accessibles
form-event-facilities-hearing_loop = boucle magnétique
form-event-facilities-seats = sièges
form-event-facilities-cloakroom = vestiaire
form-event-facilities-bar = bar
form-event-starts = Quand commence-t-il ? À l’heure du lieu ; il dure trois heures tant que vous ne dites rien d’autre.
form-event-starts-label = Début
form-event-seats = Pour combien de personnes ? Pas plus que le lieu n’en accueille.
form-event-seats-label = Places
form-event-poster = Une affiche, en photo. Passez, et la maison en dessine une.
form-event-poster-label = Affiche

form-ev-name-title = Titre
form-ev-name-done = Le titre est modifié.
form-ev-name-name = Comment doit-il s’appeler ?
form-ev-name-name-invalid = { form-event-name-invalid }
form-ev-text-title = Description
form-ev-text-done = La description est gardée.
form-ev-text-language = Dans quelle langue ?
form-ev-text-words = Que doit lire le public ? Sans texte dans sa langue, il lit le premier.
form-ev-text-words-invalid = Une description a besoin de mots : merci d’écrire une phrase ou deux.
form-ev-kind-title = Genre
form-ev-kind-done = Le genre est modifié.
form-ev-kind-kind = De quel genre de soirée s’agit-il ?
form-ev-kind-kind-fashion_show = défilé
form-ev-kind-kind-exhibition = exposition
form-ev-kind-kind-workshop = atelier
form-ev-seats-title = Places
form-ev-seats-done = Les places sont modifiées.
form-ev-seats-seats = Pour combien de personnes ? La vente continue ; moins que le nombre déjà pris est permis, la vente s’arrête alors.
form-ev-poster-title = Affiche
form-ev-poster-done = L’affiche est modifiée.
form-ev-poster-poster = Merci d’envoyer l’affiche, en photo.
form-ev-money-title = Devise
form-ev-money-done = La devise est modifiée.
form-ev-money-currency = Dans quelle devise le public paie-t-il ?
form-ev-refunds-title = Ce qui est rendu au public
form-ev-refunds-done = C’est valable dès maintenant. Qui a déjà commandé garde ce qui lui a été montré.
form-ev-refunds-terms = Que rendez-vous à qui ne peut pas venir ? Qui a déjà commandé garde ce qui lui a été montré.
form-ev-refunds-terms-usual = Tout jusqu’à 7 jours, moitié jusqu’à 2
form-ev-refunds-terms-early = Tout jusqu’à 14 jours, moitié jusqu’à 7
form-ev-refunds-terms-day = Tout jusqu’à 24 heures avant
form-ev-refunds-terms-last = Tout jusqu’au début
form-ev-refunds-terms-none = Rien
form-ev-start-title = Début
form-ev-start-done = Le début est modifié ; la fin, le programme et les fins de vente ont suivi.
form-ev-start-starts = Quand doit-il commencer, à l’heure du lieu ?
form-ev-start-reason = Le public a déjà vu cette soirée. Quelle en est la raison ? Une phrase suffit.
form-ev-start-reason-invalid = Une raison a besoin de mots : merci d’écrire une courte phrase.
form-ev-end-title = Fin
form-ev-end-done = La fin est modifiée.
form-ev-end-ends = Quand doit-il finir, à l’heure du lieu ?
form-ev-end-reason = { form-ev-start-reason }
form-ev-end-reason-invalid = { form-ev-start-reason-invalid }
form-ev-venue-title = Lieu
form-ev-venue-done = Le lieu est modifié.
form-ev-venue-reason = { form-ev-start-reason }
form-ev-venue-reason-invalid = { form-ev-start-reason-invalid }

form-ticket-title = Un type de billet
form-ticket-done = Le voilà au guichet.
form-ticket-name = Comment s’appelle-t-il ? Par exemple <i>Debout</i> ou <i>Premier rang</i>.
form-ticket-name-label = Nom
form-ticket-name-invalid = Un nom a besoin de lettres : merci de l’écrire avec des mots.
form-ticket-price = Combien coûte un billet ? 0 pour une place offerte.
form-ticket-price-label = Prix
form-ticket-quantity = Combien y en a-t-il ? Passez pour autant qu’il y a de places.
form-ticket-quantity-label = Combien
form-ticket-benefits = Que comprend-il ? Une chose par ligne, comme une coupe à l’arrivée. Ou passez.
form-ticket-benefits-label = Compris
form-ticket-benefits-invalid = Merci d’écrire d’une à huit choses, une par ligne, avec des mots.
form-tt-name-title = Nom
form-tt-name-done = Le nom est modifié.
form-tt-name-name = { form-ticket-name }
form-tt-name-name-invalid = { form-ticket-name-invalid }
form-tt-price-title = Prix
form-tt-price-done = Le prix est modifié pour tous ceux qui viennent désormais.
form-tt-price-price = { form-ticket-price }
form-tt-quantity-title = Combien
form-tt-quantity-done = Le nombre est modifié.
form-tt-quantity-quantity = Combien doit-il y en avoir ? La vente continue ; moins que le nombre déjà pris est permis, la vente s’arrête alors.
form-tt-limit-title = Par personne
form-tt-limit-done = La limite est modifiée.
form-tt-limit-limit = Combien une personne peut-elle en avoir ?
form-tt-benefits-title = Ce qui est compris
form-tt-benefits-done = C’est gardé.
form-tt-benefits-benefits = Que comprend-il ? Une chose par ligne. Passez s’il n’y a rien.
form-tt-benefits-benefits-invalid = { form-ticket-benefits-invalid }
form-tt-opens-title = Ouverture de la vente
form-tt-opens-done = L’ouverture de la vente est modifiée.
form-tt-opens-opens = Quand la vente commence-t-elle ? Passez pour tout de suite.
form-tt-ends-title = Fin de la vente
form-tt-ends-done = La fin de la vente est modifiée.
form-tt-ends-ends = Quand la vente finit-elle ? Passez pour la fin de la soirée.

form-entry-title = Une ligne du programme
form-entry-done = C’est au programme.
form-entry-kind = De quoi s’agit-il ? Seuls le line-up et l’équipe voient les coulisses.
form-entry-kind-doors = Ouverture des portes
form-entry-kind-show = Défilé
form-entry-kind-talk = Rencontre
form-entry-kind-party = Fête
form-entry-kind-backstage = Coulisses
form-entry-starts = Quand cela commence-t-il ? Une heure comme <i>19:30</i> vaut pour le jour de la soirée.
form-entry-ends = Et quand cela finit-il ? Passez si cela n’importe pas.
form-entry-what = Que faut-il y lire ? Passez pour le mot simple, dans chaque langue.
form-entry-what-invalid = Il y faut des lettres : merci de l’écrire avec des mots.
form-member-title = Le line-up
form-member-done = C’est au line-up, et chacun est prévenu.
form-member-who = Quelle marque ou collection, ou quel mannequin ? Écrivez le nom ; il peut être approximatif.
form-member-who-invalid = Un nom a besoin de lettres : merci de l’écrire avec des mots.
form-member-pick = De qui s’agit-il ?

form-ev-venue-venue = { form-event-venue }
form-ev-venue-spot = { form-event-spot }
form-ev-venue-place = { form-event-place }
form-ev-venue-place-invalid = { form-event-place-invalid }
form-ev-venue-address = { form-event-address }
form-ev-venue-address-invalid = { form-event-address-invalid }
form-ev-venue-city = { form-event-city }
form-ev-venue-city-invalid = { form-event-city-invalid }
form-ev-venue-country = { form-event-country }
form-ev-venue-holds = { form-event-holds }
form-ev-venue-facilities = { form-event-facilities }
form-ev-venue-facilities-step_free = { form-event-facilities-step_free }
form-ev-venue-facilities-accessible_toilet = { form-event-facilities-accessible_toilet }
form-ev-venue-facilities-hearing_loop = { form-event-facilities-hearing_loop }
form-ev-venue-facilities-seats = { form-event-facilities-seats }
form-ev-venue-facilities-cloakroom = { form-event-facilities-cloakroom }
form-ev-venue-facilities-bar = { form-event-facilities-bar }

refund-task-created =
    <b>{ $amount } à rendre</b>

    Commande { $number }, { $title }. Le portail les envoie quand un prestataire le peut ; ce qui a été payé autrement, veuillez le rendre vous-même, puis le dire ici.
refund-task-own-account =
    <b>{ $amount } à rendre</b>

    Commande { $number }, { $title }. La somme est arrivée chez le prestataire de votre maison, vous seul pouvez donc la rendre : faites-le dans les pages de votre prestataire, puis dites-le ici.
refund-task-in_transit =
    <b>{ $amount } en route</b>

    Commande { $number }, { $title }. Le prestataire les a ; il n’y a rien à faire.
refund-task-failed =
    <b>{ $amount } n’ont pas pu être rendus</b>

    Commande { $number }, { $title }. Le prestataire répond : <code>{ $failure }</code>. Essayez encore, ou rendez-les vous-même et dites-le ici. L’invité sait que vous vous en occupez.
refund-task-done =
    <b>{ $amount } ont été rendus</b>

    Commande { $number }, { $title }. Il n’y a plus rien à faire.
refund-task-sure = Avez-vous rendu { $amount } vous-même ? L’invité en est averti, et c’est définitif.
button-refund-again = Essayer encore
button-refund-by-hand = Je les ai rendus
button-refund-done = Oui, c’est rendu
button-event-money = Comptes
button-owed = { $amount } · commande { $number }
button-owed-moving = { $amount } · en route
settlement =
    <b>{ $title } : comptes</b>

    Vendu : { $sold }
    Repris : { $returned }
    Retenu sur les reprises : { $kept }
    Rendu par ailleurs : { $given }
    La vente s’élève à <b>{ $net }</b>

    Payé par les invités : { $came }
    Rendu : { $gone }
    Encore à rendre : { $owed }
    Pour vous : <b>{ $due }</b>, avant les frais du prestataire
settlement-owed = { $count ->
    [one] Ceci reste à rendre :
   *[other] Ceci reste à rendre :
 }
refund-task-cancelled =
    <b>{ $amount } n’ont plus à être rendus</b>

    Commande { $number }, { $title }. Il n’y a rien à faire.
refund-task-external =
    <b>{ $amount } ont été rendus hors du portail</b>

    Commande { $number }, { $title }. Le prestataire annonce un remboursement ou un litige qui n’est pas né ici. Les billets de la commande n’ouvrent aucune porte tant que vous n’avez pas décidé.
refund-admitted = Les billets comptent à nouveau.
button-refund-admit = Rétablir les billets
