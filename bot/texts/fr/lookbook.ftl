command-collections = Mes collections

look-book = <b>{ $brand }</b>
look-book-makes =
    <b>{ $brand }</b>
    { $makes }
look-book-about = { $about }
look-book-empty = <i>Rien à voir pour l’instant. Revenez jeter un œil.</i>
button-look-book = Look-book
button-portfolio = Portfolio
button-see-photos = Voir les photos
collection =
    <b>{ $name }</b>
    { $brand } · { $season }
collection-page = <i>Album { $page } sur { $pages }</i>
plate-caption = { $caption }

collections = <b>Vos collections</b>
collections-none =
    <b>Votre look-book est encore vide.</b>

    Commencez par une collection : son nom, la saison, et jusqu’à cinquante photos. Personne ne la voit avant que vous la publiiez.
collection-state = { $state } · { $count ->
    [one] { $count } photo
   *[other] { $count } photos
 }
collection-is-draft = Brouillon, pour vos yeux seuls
collection-is-published = Publiée
collection-is-archived = Rangée, pour vos yeux seuls
button-new-collection = Nouvelle collection
button-publish-collection = Publier
button-archive = Ranger

form-collection-title = Collection
form-collection-name = Comment s’appelle la collection ?
form-collection-name-label = Nom
form-collection-name-invalid = Il faut des lettres dans un nom, pour qu’on puisse le dire : écrivez celui de la collection.
form-collection-season = De quelle saison est-elle ?
form-collection-season-label = Saison
form-collection-year = De quelle année, par exemple <i>2027</i> ?
form-collection-year-label = Année
form-collection-description = Que faut-il savoir en la regardant ? 600 caractères au plus, ou passez.
form-collection-description-label = Texte
form-collection-photos = Et maintenant les looks : envoyez les photos une à une ou en albums, dans l’ordre où elles se montrent. Cinquante au plus.
form-collection-photos-label = Photos
form-collection-done = <b>C’est gardé.</b>

season-spring-summer = Printemps-été
season-autumn-winter = Automne-hiver
season-resort = Croisière
season-pre-fall = Pré-automne
season-couture = Couture
