button-trades = Stilisti, modelle, modelli e maison
command-register = Per stilisti, modelle, modelli e maison

trades =
    <b>Lavoriamo insieme</b>

    Mostrare collezioni, sfilare, o organizzare una serata: basta scegliere. Seguono poche domande, e gli amministratori guardano ogni iscrizione.
trade-name-designer = Stilista
trade-name-model = Modella o modello
trade-name-organizer = Maison
trade-label = { $name } · { $status }
trade-status-draft = non ancora inviata
trade-status-pending = nelle nostre mani
trade-status-approved = accolta
trade-status-rejected = da rivedere
trade-status-suspended = sospesa

trade-designer =
    <b>Per chi crea</b>

    Otto brevi domande sul marchio, di cui quattro si possono saltare. Poi si può comporre subito il look-book: sarà visibile appena l’iscrizione è accolta.
trade-model =
    <b>Per chi sfila</b>

    Tredici brevi domande: il nome d’arte, le misure, qualche foto. Solo il nome d’arte è pubblico. Ogni risposta resta conservata: ci si può fermare e riprendere più tardi.
trade-organizer =
    <b>Per chi organizza serate</b>

    Quattro brevi domande sulla maison. Serate e squadra si possono preparare subito; le serate si pubblicano appena l’iscrizione è accolta.
trade-guardian =
    <b>Manca una firma.</b>

    Sotto i 18 anni serve il consenso di un genitore o tutore, dal suo Telegram. Basta creare un link e inviarglielo; dato il consenso, l’iscrizione arriva da sola agli amministratori.
trade-waits =
    <b>L’iscrizione è nelle nostre mani: { $what }.</b>

    Decidono gli amministratori del portale, di regola entro due giorni lavorativi. La risposta arriva qui, subito. Fino ad allora si può ancora cambiare quanto inviato.
trade-refused =
    <b>Non ancora, purtroppo.</b>

    Gli amministratori hanno scritto: <blockquote>{ $reason }</blockquote>
    Si possono cambiare le risposte e inviarle di nuovo; nulla di quanto scritto è perso.
trade-suspended = L’iscrizione è sospesa dagli amministratori. Con /support si può scrivere loro.
trade-welcome-designer =
    <b>Un caloroso benvenuto: il marchio è accolto.</b>

    Ora le collezioni si possono pubblicare, e le maison possono metterle in line-up.
trade-welcome-model =
    <b>Un caloroso benvenuto: l’iscrizione per sfilare è accolta.</b>

    Ora le maison possono invitarLa in line-up, con il nome d’arte.
trade-welcome-organizer =
    <b>Un caloroso benvenuto: la maison è accolta.</b>

    Ora le serate si possono pubblicare.

button-register = Cominciamo
button-amend = Cambiare
button-send-again = Cambiare e inviare di nuovo
button-my-registration = La mia iscrizione
button-my-collections = Le mie collezioni

button-invite-guardian = Un link per il tutore
guardian-invitation =
    <b>Per il genitore o tutore</b>

    Il link va inviato a chi deve dare il consenso. Vale { $lasts }, per la prima persona che lo apre, e non da questo stesso account. Crearne un altro annulla questo.

    { $link }
guardian-question =
    <b>Si chiede un consenso</b>

    <b>{ $name }</b>, data di nascita { $born }, desidera iscriversi qui per sfilare e indica questo account come genitore o tutore.

    Con il consenso conserviamo data di nascita, misure e foto, e le mostriamo agli amministratori e alle maison che cercano modelle e modelli. Il pubblico vede solo il nome d’arte. Il consenso si può ritirare in ogni momento con /support.

    Accettando si dichiara di essere maggiorenne e di poter decidere per questa persona.
button-guardian-yes = Genitore o tutore: acconsento
button-guardian-no = Non acconsento
guardian-thanks-yes = Grazie. Il consenso per <b>{ $name }</b> è annotato, e l’iscrizione passa ora agli amministratori.
guardian-thanks-no = Annotato: nessun consenso. L’iscrizione di <b>{ $name }</b> si ferma qui.
guardian-notice-yes = Il consenso del tutore è arrivato. L’iscrizione è ora dagli amministratori, che decidono di regola entro due giorni lavorativi.
guardian-notice-no = Il tutore non ha dato il consenso, e per ora l’iscrizione si ferma qui. Se è stato un errore, si può creare un altro link.

form-designer-title = Iscrizione per stilisti
form-designer-brand = Come si chiama il marchio?
form-designer-brand-label = Marchio
form-designer-brand-invalid = Un nome ha bisogno di lettere, perché si possa pronunciare: serve il nome del marchio.
form-designer-specialties = Che cosa nasce nell’atelier? Basta toccare tutto ciò che corrisponde.
form-designer-specialties-label = Specialità
form-designer-specialties-couture = Alta moda
form-designer-specialties-ready-to-wear = Prêt-à-porter
form-designer-specialties-evening = Abiti da sera
form-designer-specialties-bridal = Sposa
form-designer-specialties-tailoring = Sartoria
form-designer-specialties-knitwear = Maglieria
form-designer-specialties-menswear = Uomo
form-designer-specialties-streetwear = Streetwear
form-designer-specialties-sportswear = Sport
form-designer-specialties-accessories = Accessori
form-designer-specialties-footwear = Calzature
form-designer-specialties-jewellery = Gioielli
form-designer-experience = Da quanto tempo presenta le Sue collezioni?
form-designer-experience-label = Esperienza
form-designer-experience-student = Ancora a scuola
form-designer-experience-emerging = Prime collezioni
form-designer-experience-established = Varie stagioni
form-designer-experience-house = Una maison affermata
form-designer-about = Qualche frase per presentare il marchio agli ospiti, non più di 600 caratteri. Apre il look-book.
form-designer-about-label = Presentazione
form-designer-portfolio = Dove si possono vedere i lavori? L’indirizzo del portfolio, oppure si salta.
form-designer-portfolio-label = Portfolio
form-designer-achievements = Premi, sfilate, stampa? Uno per riga, non più di 600 caratteri, oppure si salta.
form-designer-achievements-label = Riconoscimenti
form-designer-links = Le pagine social: fino a cinque indirizzi in un messaggio, per esempio <i>@ilmarchio</i> per Instagram. Oppure si salta.
form-designer-links-label = Social
form-designer-logo = Il logo, come foto. Oppure si salta.
form-designer-logo-label = Logo
form-designer-done = <b>Grazie. È nelle nostre mani.</b>

form-model-title = Iscrizione per sfilare
form-model-stage = Con quale nome sfila? Questo nome d’arte è pubblico.
form-model-stage-label = Nome d’arte
form-model-stage-invalid = Un nome ha bisogno di lettere, perché si possa pronunciare: serve il nome d’arte.
form-model-born = Qual è la data di nascita? Va scritta, per esempio <i>24 maggio 2003</i>. Si sfila dai 16 anni; sotto i 18 serve il consenso di un tutore. La data la vedono solo gli amministratori.
form-model-born-label = Nascita
form-model-consent =
    Ora vengono misure e foto. Sono dati delicati, perciò serve una parola chiara:

    <blockquote>Acconsento a che il portale conservi le mie misure e le mie foto e le mostri ai suoi amministratori e alle maison che cercano modelle e modelli. Posso ritirare il consenso in ogni momento con /support; allora vengono cancellate.</blockquote>
form-model-consent-label = Consenso
form-model-consent-agreed = Acconsento
form-model-height = Qual è l’altezza? In centimetri, per esempio <i>178</i>, o in piedi e pollici, per esempio <i>5'10"</i>.
form-model-height-label = Altezza
form-model-bust = Circonferenza del seno o del torace? In cm, per esempio <i>86</i>, o in pollici, per esempio <i>34"</i>.
form-model-bust-label = Torace
form-model-waist = Circonferenza della vita? In cm o in pollici.
form-model-waist-label = Vita
form-model-hips = Circonferenza dei fianchi? In cm o in pollici.
form-model-hips-label = Fianchi
form-model-shoe = Il numero di scarpa europeo, per esempio <i>40</i>? Oppure si salta.
form-model-shoe-label = Scarpa
form-model-measured = In quale giorno sono state prese le misure? Valgono un anno.
form-model-measured-label = Misure del
form-model-experience = Quante sfilate finora?
form-model-experience-label = Esperienza
form-model-experience-new = Ancora nessuna
form-model-experience-some = Qualcuna
form-model-experience-experienced = Molte stagioni
form-model-link = Dove si possono vedere i lavori? L’indirizzo del portfolio, oppure si salta.
form-model-link-label = Portfolio
form-model-photos = Da due a dodici foto, anche come album: viso e figura intera, luce naturale, senza filtri.
form-model-photos-label = Foto
form-model-agency = C’è un’agenzia? Il suo nome, oppure si salta.
form-model-agency-label = Agenzia
form-model-agency-invalid = Un nome ha bisogno di lettere: serve quello dell’agenzia, oppure si salta.
form-model-done = <b>Grazie. C’è tutto.</b>

form-house-title = Maison
form-house-name = Come si chiama la maison? Gli ospiti leggono questo nome su ogni serata e ogni ricevuta.
form-house-name-label = Maison
form-house-name-invalid = Un nome ha bisogno di lettere, perché si possa pronunciare: serve il nome della maison.
form-house-city = In quale città ha sede?
form-house-city-label = Città
form-house-city-invalid = Una città ha delle lettere: serve il suo nome, per esempio <i>Milano</i>.
form-house-note = Quali serate, e per chi? Qualche frase per gli amministratori, non più di 800 caratteri.
form-house-note-label = Serate
form-house-note-invalid = Servono parole: quali serate, e per chi?
form-house-links = Dove si possono vedere? Fino a cinque indirizzi in un messaggio, oppure si salta.
form-house-links-label = Link
form-house-done = <b>Grazie. È nelle nostre mani.</b>
