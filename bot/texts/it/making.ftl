error-NotAnOrganizer = Le serate le creano le maison. Con /register si iscrive la propria.
error-NotApproved = La maison attende ancora l’approvazione. Intanto si può preparare tutto il resto.
error-NotReady = Non ancora: l’elenco qui sopra dice che cosa manca.
error-VenueBooked = { $venue } è occupato: «{ $title }» è lì dal { $starts_at } al { $ends_at }. Serve un altro orario o un altro luogo.
error-EndsBeforeStart = La fine verrebbe prima dell’inizio. Serve un orario di fine successivo.
error-TooLong = Sono più di { $days } giorni. Serve una fine più vicina.
error-InThePast = Quel momento è passato. Ne serve uno futuro.
error-EventHasBegun = La serata è iniziata, conclusa o annullata: questo non si può più cambiare.
error-MoreThanTheVenueHolds = { $venue } accoglie { $capacity } persone. Al massimo { $capacity } posti.
error-MoreThanSeats = La serata ha { $seats } posti. Al massimo { $seats }, oppure prima si aggiungono posti.
error-ReasonNeeded = Il pubblico ha già visto questa serata: serve un motivo per il cambiamento.
error-CurrencyFixed = Qualcuno ha già ordinato: la valuta non cambia più.
error-NameTaken = «{ $name }» esiste già. Serve un altro nome.
error-TooMany = C’è posto per { $most } al massimo. Prima va tolto qualcosa.
error-HasSales = «{ $name }» è venduto o trattenuto. La vendita si può chiudere, ma non si può togliere.
error-OutsideTheEvent = È troppo lontano dalla serata. Va scelto tra { $earliest } e { $latest }.

button-mine = Le mie serate
button-new-event = Una nuova serata
button-desk = ‹ La serata
button-preview = Come lo vedrà il pubblico
button-publish = Pubblicare
button-edit-event = Modificare
button-types = I biglietti
button-schedule = Il programma
button-members = La line-up
button-team = La squadra
button-sales = Le vendite
button-duplicate = La stessa, un’altra volta
button-field-name = Titolo
button-field-start = Inizio
button-field-end = Fine
button-field-venue = Luogo
button-field-seats = Posti
button-field-text = Descrizione
button-field-poster = Locandina
button-field-drawn = La locandina della maison
button-field-kind = Genere
button-field-money = Valuta
button-field-refunds = Che cosa si rimborsa
button-type = { $name }
button-new-type = Aggiungere un tipo di biglietto
button-type-name = Nome
button-type-price = Prezzo
button-type-quantity = Quanti
button-type-limit = A persona
button-type-benefits = Che cosa comprende
button-type-opens = Inizio vendita
button-type-ends = Fine vendita
button-type-close = Chiudere la vendita
button-type-open = Riaprire la vendita
button-type-remove = Toglierlo
button-strike = ✕ { $clock } { $what }
button-new-entry = Aggiungere una voce
button-member-up = ↑ { $name }
button-member-out = ✕
button-new-member = Aggiungere qualcuno
button-invite = Invitare: { $role }
button-leave = ✕ { $name }
button-leave-surely = Sì, fuori dalla squadra
button-copy-link = Copiare il link

command-mine = Le mie serate
command-new = Una nuova serata
command-sales = Che cosa si è venduto
command-team = La mia squadra

mine-title = <b>Le mie serate</b>
mine-empty =
    <b>Le mie serate</b>

    Ancora niente. Bastano poche domande per una serata: che cosa, dove, quando, per quante persone, e la locandina.
mine-line =
    <b>{ $title }</b> · { $status }
    { $when } · { $sold } di { $seats } venduti
mine-draft = bozza
mine-published = pubblicata
mine-cancelled = annullata
mine-completed = conclusa
mine-over = conclusa

desk =
    <b>{ $title }</b> · { $status }

    { $when }
    fino a { $until }
    { $place }
    Posti: { $seats } · venduti: { $sold } · trattenuti: { $held }
desk-no-venue = ancora nessun luogo
desk-no-words = ancora nessuna descrizione
desk-gaps = <b>Prima di poter pubblicare</b>
desk-gap-venue = ○ un luogo
desk-gap-time = ○ un inizio ancora da venire
desk-gap-seats = ○ i posti, non più di quanti ne ha il luogo
desk-gap-tickets = ○ almeno un tipo di biglietto
desk-gap-approval = ○ l’approvazione della maison, che è in corso
desk-ready = <b>C’è tutto ciò che serve.</b> Resta da guardarlo come lo vedrà il pubblico, poi pubblicare.
desk-wishes = Sarebbe ancora meglio con
desk-wish-description = · una descrizione
desk-wish-lineup = · una line-up di stilisti e modelli
desk-wish-schedule = · un programma

fields =
    <b>{ $title }</b>

    { $when } – { $until }
    { $place }
    { $seats } posti · { $kind } · { $currency }

    { $description }

    { $terms }

    Che cosa va cambiato?

types-title =
    <b>I biglietti</b> · { $title }
    { $seats } posti in tutto
types-none = Ancora nessun tipo di biglietto. Al primo servono un nome e un prezzo, che può essere zero.
types-line =
    <b>{ $name }</b> · { $price }
    { $sold } di { $size } venduti
types-line-closed =
    <b>{ $name }</b> · { $price } · chiuso
    { $sold } di { $size } venduti
types-more = Insieme offrono { $offered } biglietti per { $seats } posti: li ha chi arriva prima, e nessun posto si vende due volte.
types-fewer = Insieme offrono { $offered } biglietti. Non ancora in vendita: { $rest }.
type =
    <b>{ $name }</b> · { $price }

    In vendita: { $size } · venduti: { $sold } · trattenuti: { $held }
    A persona: al massimo { $limit }
    Compreso: { $benefits }
    Inizio vendita: { $opens }
    Fine vendita: { $ends }
type-opens-at-once = con la pubblicazione
type-ends-with-event = con la fine della serata
type-over = Ce ne sono { $count } in più, già presi, di quanti previsti ora. Nessuno va perso; la vendita riprende quando qualcuno ne restituisce.
type-closed = <b>La vendita è chiusa.</b>

sales =
    <b>Le vendite</b> · { $title }

    Venduti: <b>{ $sold }</b> · trattenuti: { $held } · liberi: { $left }
    Incassato: <b>{ $gross }</b>
sales-line =
    <b>{ $name }</b>
    venduti { $sold } · trattenuti { $held } · liberi { $left } · { $gross }

schedule-head = <b>Il programma</b> · { $title }
schedule-empty = Ancora niente: porte e sfilata sono un buon inizio.
schedule-entry = { $clock } · { $what } <i>({ $kind })</i>

lineup-head = <b>La line-up</b> · { $title }
lineup-empty = Ancora nessuno. Si aggiungono collezioni pubblicate con il nome del marchio, e modelli con il nome d’arte; vengono avvisati.
lineup-collections = <b>Collezioni</b>
lineup-models = <b>Sfilano</b>
lineup-member = { $number }. { $name }

notice-lineup-collection =
    <b>La Sua collezione è in line-up.</b>

    { $house } presenta { $collection } a <b>{ $title }</b>, { $when }.
notice-lineup-model =
    <b>Lei è in line-up.</b>

    Sfila per { $house } a <b>{ $title }</b>, { $when }.

team-title = <b>La squadra</b> · { $title }
team-line = { $name } · { $role }
team-empty = Ancora nessun altro.
team-how = Un link fa entrare in squadra la prima persona che lo apre. Vale una volta sola, e non a lungo.
team-leaving = { $name } ({ $role }) lascia la squadra di <b>{ $title }</b>?
team-link =
    <b>{ $role }</b> per { $title }: da passare a una sola persona. Vale una volta, per { $lasts }.

    { $address }
team-welcome = <b>Le diamo il benvenuto in squadra.</b> Il Suo ruolo: { $role }.
role-manager = manager
role-marketing = marketing
role-supervisor = supervisione
role-steward = accoglienza

venue-new = Un nuovo luogo
error-NobodyFound = Non conosco collezioni pubblicate né modelli con questo nome. Meglio provare un’altra grafia.

form-event-title = Una nuova serata
form-event-done = La bozza è pronta. La vede solo chi la prepara.
form-event-name = Come si chiama?
form-event-name-label = Titolo
form-event-name-invalid = Un titolo ha bisogno di lettere: va scritto a parole.
form-event-venue = Dove si tiene? Un luogo già noto, o uno nuovo.
form-event-venue-label = Luogo
form-event-spot = Dov’è? Va inviato il punto sulla mappa: la graffetta, poi <b>Posizione</b>. Un luogo trovato lì porta con sé nome e indirizzo.
form-event-spot-label = Sulla mappa
form-event-place = Come si chiama il luogo?
form-event-place-label = Nome del luogo
form-event-place-invalid = Il nome di un luogo ha bisogno di lettere: va scritto a parole.
form-event-address = Via e numero, come li vuole un taxi.
form-event-address-label = Indirizzo
form-event-address-invalid = Un indirizzo ha bisogno di lettere: via e numero, per favore.
form-event-city = In quale città?
form-event-city-label = Città
form-event-city-invalid = Il nome di una città ha bisogno di lettere: va scritto a parole.
form-event-country = In quale paese? Ora e valuta ne derivano.
form-event-country-label = Paese
form-event-holds = Quante persone accoglie il luogo?
form-event-holds-label = Il luogo accoglie
form-event-facilities = Che cosa offre? Va toccato tutto ciò che è vero.
form-event-facilities-label = Servizi
form-event-facilities-step_free = senza gradini
form-event-facilities-accessible_toilet = bagno accessibile
form-event-facilities-hearing_loop = anello magnetico
form-event-facilities-seats = posti a sedere
form-event-facilities-cloakroom = guardaroba
form-event-facilities-bar = bar
form-event-starts = Quando comincia? Nell’ora del luogo; dura tre ore, salvo diversa indicazione.
form-event-starts-label = Inizio
form-event-seats = Per quante persone? Non più di quante ne accoglie il luogo.
form-event-seats-label = Posti
form-event-poster = Una locandina, come foto. Saltando, la disegna la maison.
form-event-poster-label = Locandina

form-ev-name-title = Titolo
form-ev-name-done = Il titolo è cambiato.
form-ev-name-name = Come si deve chiamare?
form-ev-name-name-invalid = { form-event-name-invalid }
form-ev-text-title = Descrizione
form-ev-text-done = La descrizione è salvata.
form-ev-text-language = In quale lingua?
form-ev-text-words = Che cosa leggerà il pubblico? Senza un testo nella propria lingua, leggerà il primo.
form-ev-text-words-invalid = Una descrizione ha bisogno di parole: una frase o due, per favore.
form-ev-kind-title = Genere
form-ev-kind-done = Il genere è cambiato.
form-ev-kind-kind = Di che genere di serata si tratta?
form-ev-kind-kind-fashion_show = sfilata
form-ev-kind-kind-exhibition = mostra
form-ev-kind-kind-workshop = laboratorio
form-ev-seats-title = Posti
form-ev-seats-done = I posti sono cambiati.
form-ev-seats-seats = Per quante persone? La vendita continua; meno di quanti sono già presi è permesso, e allora la vendita si ferma.
form-ev-poster-title = Locandina
form-ev-poster-done = La locandina è cambiata.
form-ev-poster-poster = La locandina va inviata come foto.
form-ev-money-title = Valuta
form-ev-money-done = La valuta è cambiata.
form-ev-money-currency = In quale valuta paga il pubblico?
form-ev-refunds-title = Che cosa si rimborsa al pubblico
form-ev-refunds-done = Vale da adesso. Chi ha già ordinato conserva ciò che ha visto.
form-ev-refunds-terms = Che cosa rimborsa a chi non può venire? Chi ha già ordinato conserva ciò che ha visto.
form-ev-refunds-terms-usual = Tutto fino a 7 giorni, metà fino a 2
form-ev-refunds-terms-early = Tutto fino a 14 giorni, metà fino a 7
form-ev-refunds-terms-day = Tutto fino a 24 ore prima
form-ev-refunds-terms-last = Tutto fino all’inizio
form-ev-refunds-terms-none = Nulla
form-ev-start-title = Inizio
form-ev-start-done = L’inizio è cambiato; fine, programma e fine delle vendite si sono spostati insieme.
form-ev-start-starts = Quando deve cominciare, nell’ora del luogo?
form-ev-start-reason = Il pubblico ha già visto questa serata. Qual è il motivo? Basta una frase.
form-ev-start-reason-invalid = Un motivo ha bisogno di parole: una breve frase, per favore.
form-ev-end-title = Fine
form-ev-end-done = La fine è cambiata.
form-ev-end-ends = Quando deve finire, nell’ora del luogo?
form-ev-end-reason = { form-ev-start-reason }
form-ev-end-reason-invalid = { form-ev-start-reason-invalid }
form-ev-venue-title = Luogo
form-ev-venue-done = Il luogo è cambiato.
form-ev-venue-reason = { form-ev-start-reason }
form-ev-venue-reason-invalid = { form-ev-start-reason-invalid }

form-ticket-title = Un tipo di biglietto
form-ticket-done = Eccolo in biglietteria.
form-ticket-name = Come si chiama? Per esempio <i>In piedi</i> o <i>Prima fila</i>.
form-ticket-name-label = Nome
form-ticket-name-invalid = Un nome ha bisogno di lettere: va scritto a parole.
form-ticket-price = Quanto costa uno? 0 per un posto gratuito.
form-ticket-price-label = Prezzo
form-ticket-quantity = Quanti ce ne sono? Saltando, tanti quanti i posti.
form-ticket-quantity-label = Quanti
form-ticket-benefits = Che cosa comprende? Una cosa per riga, come un calice all’arrivo. Oppure si salta.
form-ticket-benefits-label = Compreso
form-ticket-benefits-invalid = Da una a otto cose, una per riga, a parole.
form-tt-name-title = Nome
form-tt-name-done = Il nome è cambiato.
form-tt-name-name = { form-ticket-name }
form-tt-name-name-invalid = { form-ticket-name-invalid }
form-tt-price-title = Prezzo
form-tt-price-done = Il prezzo è cambiato per chi arriva da ora in poi.
form-tt-price-price = { form-ticket-price }
form-tt-quantity-title = Quanti
form-tt-quantity-done = Il numero è cambiato.
form-tt-quantity-quantity = Quanti devono essere? La vendita continua; meno di quanti sono già presi è permesso, e allora la vendita si ferma.
form-tt-limit-title = A persona
form-tt-limit-done = Il limite è cambiato.
form-tt-limit-limit = Quanti ne può avere una persona?
form-tt-benefits-title = Che cosa comprende
form-tt-benefits-done = È salvato.
form-tt-benefits-benefits = Che cosa comprende? Una cosa per riga. Saltando, niente.
form-tt-benefits-benefits-invalid = { form-ticket-benefits-invalid }
form-tt-opens-title = Inizio vendita
form-tt-opens-done = L’inizio della vendita è cambiato.
form-tt-opens-opens = Quando comincia la vendita? Saltando, subito.
form-tt-ends-title = Fine vendita
form-tt-ends-done = La fine della vendita è cambiata.
form-tt-ends-ends = Quando finisce la vendita? Saltando, con la fine della serata.

form-entry-title = Una voce del programma
form-entry-done = È nel programma.
form-entry-kind = Di che cosa si tratta? Il backstage lo vedono solo line-up e squadra.
form-entry-kind-doors = Apertura porte
form-entry-kind-show = Sfilata
form-entry-kind-talk = Incontro
form-entry-kind-party = Festa
form-entry-kind-backstage = Backstage
form-entry-starts = Quando comincia? Un’ora come <i>19:30</i> vale per il giorno della serata.
form-entry-ends = E quando finisce? Si salta, se non importa.
form-entry-what = Che cosa va scritto? Saltando, la parola semplice, in ogni lingua.
form-entry-what-invalid = Servono lettere: va scritto a parole.
form-member-title = La line-up
form-member-done = Fatto: è in line-up e viene avvisato.
form-member-who = Quale marchio o collezione, o quale modello? Basta il nome, anche non esatto.
form-member-who-invalid = Un nome ha bisogno di lettere: va scritto a parole.
form-member-pick = Di chi si tratta?

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
    <b>{ $amount } da rendere</b>

    Ordine { $number }, { $title }. Il portale li invia dove un fornitore può; ciò che è stato pagato altrimenti va reso di persona, poi lo indichi qui.
refund-task-own-account =
    <b>{ $amount } da rendere</b>

    Ordine { $number }, { $title }. La somma è arrivata al fornitore della sua maison, quindi solo lei può renderla: lo faccia nelle pagine del suo fornitore, poi lo indichi qui.
refund-task-in_transit =
    <b>{ $amount } in viaggio</b>

    Ordine { $number }, { $title }. Li ha il fornitore: non c’è nulla da fare.
refund-task-failed =
    <b>{ $amount } non hanno potuto tornare</b>

    Ordine { $number }, { $title }. Il fornitore risponde: <code>{ $failure }</code>. Può riprovare, oppure renderli di persona e indicarlo qui. L’ospite sa che se ne sta occupando.
refund-task-done =
    <b>{ $amount } sono stati resi</b>

    Ordine { $number }, { $title }. Non c’è altro da fare.
refund-task-sure = Ha reso { $amount } di persona? L’ospite viene avvisato, e non si può annullare.
button-refund-again = Riprovare
button-refund-by-hand = Li ho resi
button-refund-done = Sì, sono resi
button-event-money = Conti
button-owed = { $amount } · ordine { $number }
button-owed-moving = { $amount } · in viaggio
settlement =
    <b>{ $title }: conti</b>

    Venduto: { $sold }
    Ripreso: { $returned }
    Trattenuto sulle riprese: { $kept }
    Reso comunque: { $given }
    La vendita ammonta a <b>{ $net }</b>

    Pagato dagli ospiti: { $came }
    Reso: { $gone }
    Ancora da rendere: { $owed }
    Suoi: <b>{ $due }</b>, prima di quanto chiede il fornitore
settlement-owed = { $count ->
    [one] Questo resta da rendere:
   *[other] Questi restano da rendere:
 }
refund-task-cancelled =
    <b>{ $amount } non vanno più resi</b>

    Ordine { $number }, { $title }. Non c’è nulla da fare.
refund-task-external =
    <b>{ $amount } sono stati resi fuori dal portale</b>

    Ordine { $number }, { $title }. Il fornitore annuncia un rimborso o una contestazione non nati qui. I biglietti dell’ordine non aprono alcuna porta finché non decide.
refund-admitted = I biglietti valgono di nuovo.
button-refund-admit = Riammettere
