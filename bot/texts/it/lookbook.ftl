command-collections = Le mie collezioni

look-book = <b>{ $brand }</b>
look-book-makes =
    <b>{ $brand }</b>
    { $makes }
look-book-about = { $about }
look-book-empty = <i>Per ora qui non c’è nulla da vedere. Vale la pena di tornare.</i>
button-look-book = Look-book
button-portfolio = Portfolio
button-see-photos = Vedere le foto
collection =
    <b>{ $name }</b>
    { $brand } · { $season }
collection-page = <i>Album { $page } di { $pages }</i>
plate-caption = { $caption }

collections = <b>Le collezioni</b>
collections-none =
    <b>Il look-book è ancora vuoto.</b>

    Si comincia con una collezione: il nome, la stagione, e fino a cinquanta foto. Nessuno la vede prima che sia pubblicata.
collection-state = { $state } · { $count ->
    [one] una foto
   *[other] { $count } foto
 }
collection-is-draft = Bozza, visibile solo qui
collection-is-published = Pubblicata
collection-is-archived = Riposta, visibile solo qui
button-new-collection = Nuova collezione
button-publish-collection = Pubblicare
button-archive = Riporre

form-collection-title = Collezione
form-collection-name = Come si chiama la collezione?
form-collection-name-label = Nome
form-collection-name-invalid = Un nome ha bisogno di lettere, perché si possa pronunciare: serve quello della collezione.
form-collection-season = Di quale stagione è?
form-collection-season-label = Stagione
form-collection-year = Di quale anno, per esempio <i>2027</i>?
form-collection-year-label = Anno
form-collection-description = Che cosa bisogna sapere guardandola? Non più di 600 caratteri, oppure si salta.
form-collection-description-label = Testo
form-collection-photos = E ora i look: le foto una a una o come album, nell’ordine in cui si mostrano. Al massimo cinquanta.
form-collection-photos-label = Foto
form-collection-done = <b>Conservata.</b>

season-spring-summer = Primavera/Estate
season-autumn-winter = Autunno/Inverno
season-resort = Resort
season-pre-fall = Pre-Fall
season-couture = Couture
