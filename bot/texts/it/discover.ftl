list-tonight = <b>Stasera</b>
list-week = <b>I prossimi sette giorni</b>
list-free = <b>Serate a ingresso libero</b>
list-mine = <b>Scelte per Lei</b>
list-near = <b>Le più vicine</b>
list-chosen = <i>{ $chosen }</i>
list-empty = Al momento nulla corrisponde. Si può togliere un criterio, o vedere tutto il programma.
list-mine-empty = Nessuna novità da chi segue. Appena ce ne saranno, si troveranno qui.
programme-away = { $away } · { $place }
days = { $first } – { $last }

button-tonight = Stasera
button-week = Questa settimana
button-near = Vicino a me
button-free = Ingresso libero
button-for-you = Per Lei
button-all = Tutte le serate
button-filter = Filtrare
button-search = Cercare

filter = <b>Quali serate desidera vedere?</b>
filter-nothing = <b>Al momento nulla corrisponde.</b> Togliendo un criterio forse c’è dell’altro.
filter-any = Indifferente
filter-city = Città
filter-days = Data
filter-kind = Genere
filter-price = Prezzo
filter-city-question = <b>Dove?</b>
filter-kind-question = <b>Che genere di serata?</b>
filter-price-question = <b>A che prezzo?</b> Conta il biglietto meno caro.
filter-days-question = <b>Quando?</b> Basta toccare un giorno; un secondo, più avanti, ne fa un periodo.
filter-days-chosen = <b>{ $days }</b>
button-filter-part = { $part }: { $value }
button-show = { $count ->
    [one] Vedere la serata
   *[other] Vedere { $count } serate
 }
button-show-many = Vedere più di { $count } serate
button-clear = Azzerare
button-days-done = Va bene così
when-tonight = Stasera
when-week = Prossimi sette giorni
kind-fashion_show = Sfilate
kind-exhibition = Mostre
kind-workshop = Laboratori
price-free = Ingresso libero
price-most = Fino a { $most }
step-free = Senza gradini

search-question =
    <b>Che cosa cerca?</b>

    Lo scriva qui: una sfilata, uno stilista, un luogo, una città. L’ortografia non è così importante.
search-no-words = So cercare solo parole: una sfilata, uno stilista, un luogo o una città. Che cosa cerchiamo?
search-found = <b>«{ $words }»</b>
search-meant = Non conosco «{ $asked }», ma ecco <b>{ $words }</b>.
search-some = Nulla corrisponde a tutto «{ $asked }». Ecco ciò che più si avvicina.
search-nothing =
    Ho cercato «{ $asked }» dappertutto e torno a mani vuote.

    Si può provare con una sola parola, una griffe o una città, o vedere tutto il programma.

near-question = <b>Dove si trova?</b> Condivida la posizione e Le mostro ciò che è più vicino. Serve solo a questo e non viene conservata. Si può anche inviare un luogo qualsiasi con la graffetta.
near-found = Grazie. Ecco le più vicine.
near-not-now = Va bene, un’altra volta.
button-share-place = Condividere la posizione
button-not-now = Non ora

button-brand = { $name } ›
button-house = La maison { $name } ›
maker-title = <b>{ $name }</b>
maker-about = { $about }
maker-next = <b>Prossimamente</b>
maker-nothing-next = Al momento nulla è annunciato. Seguendo, si troverà sotto «Per Lei».

button-follow = ♡ Seguire { $name }
button-followed = ♥ Segue { $name }
button-following = Chi seguo
button-unfollow = ✕ Non seguire
alert-followed = Ora segue { $name }. Le sue serate si trovano sotto «Per Lei».
alert-unfollowed = Fatto: non segue più.
following =
    <b>Chi segue</b>

    { $count ->
        [one] Un nome. Le sue prossime serate si trovano sotto «Per Lei».
       *[other] { $count } nomi. Le loro prossime serate si trovano sotto «Per Lei».
     }
following-none =
    <b>Non segue ancora nessuno</b>

    Basta aprire una serata, le sue sfilate, e toccare uno stilista: da allora non ne sfuggirà più nulla. Si possono seguire anche le maison e le città.

event-left = { $left ->
    [one] Resta un posto.
   *[other] Restano { $left } posti.
 }

inline-house = { $house }
button-open = Vedere e prendere posto
button-inline-nothing = Nessun risultato. Tutte le serate
button-inline-all = Tutte le serate

command-search = Cercare una sfilata, uno stilista o un luogo
command-near = Che cosa c’è vicino a me
command-following = Chi seguo
