command-collections = My collections

look-book = <b>{ $brand }</b>
look-book-makes =
    <b>{ $brand }</b>
    { $makes }
look-book-about = { $about }
look-book-empty = <i>Nothing is shown here yet. It is worth looking again.</i>
button-look-book = Look-book
button-portfolio = Portfolio
button-see-photos = See the photos
collection =
    <b>{ $name }</b>
    { $brand } · { $season }
collection-page = <i>Album { $page } of { $pages }</i>
plate-caption = { $caption }

collections = <b>Your collections</b>
collections-none =
    <b>Your look-book is still empty.</b>

    Begin with a collection: its name, the season, and up to fifty photos. Nobody sees it before you publish it.
collection-state = { $state } · { $count ->
    [one] one photo
   *[other] { $count } photos
 }
collection-is-draft = Draft: only you see it
collection-is-published = Published
collection-is-archived = Put away: only you see it
button-new-collection = New collection
button-publish-collection = Publish
button-archive = Put away

form-collection-title = Collection
form-collection-name = What is the collection called?
form-collection-name-label = Name
form-collection-name-invalid = A name needs letters, so that people can say it: please write the name of the collection.
form-collection-season = Which season is it?
form-collection-season-label = Season
form-collection-year = Which year, such as <i>2027</i>?
form-collection-year-label = Year
form-collection-description = What should one know when looking at it? At most 600 characters, or skip.
form-collection-description-label = Words
form-collection-photos = Now the looks: send the photos one by one or as albums, in the order in which they are shown. Up to fifty.
form-collection-photos-label = Photos
form-collection-done = <b>Kept.</b>

season-spring-summer = Spring/Summer
season-autumn-winter = Autumn/Winter
season-resort = Resort
season-pre-fall = Pre-Fall
season-couture = Couture
