button-privacy-menu = I miei dati
button-privacy-erase = Dimenticarmi
button-privacy-devices = I miei dispositivi
button-privacy-kept = Che cosa resta
button-privacy-consents = I miei consensi
button-privacy-export = Portare via tutto
button-privacy-correct = Correggere
button-privacy-restrict = Sospendere l’uso
button-privacy-requests = Le mie richieste
button-requests = Richieste sui dati
command-requests = Che cosa si chiede sui propri dati
privacy =
    <b>I Suoi dati sono Suoi</b>

    Conserviamo ciò che serve alle Sue serate e ciò che ci dice. I nomi, il Suo /profile e ciò che ci scrive sono chiusi con una chiave solo Sua. Nulla è venduto o mostrato ad altri.

    Qui può vedere che cosa conserviamo, portarlo via, correggerlo o sospenderne l’uso.
privacy-kept =
    <b>Che cosa conserviamo</b>

    Ciò che in questo elenco La riguarda, e nient’altro; e per ogni cosa, perché ci è permesso.
privacy-kept-locked = Chi amministra vede i profili mascherati, e una parte in chiaro solo con un motivo, che viene annotato. Un luogo condiviso serve una volta e non viene conservato; i pulsanti del suo elenco lo portano con un’approssimazione di circa cento metri. All’ingresso l’addetto vede il nome e un’iniziale.
privacy-basis-contract = <b>Perché ce l’ha chiesto</b>
privacy-basis-consent = <b>Perché lo permette</b>, finché lo permette
privacy-basis-law = <b>Perché lo chiede la legge</b>
privacy-basis-interest = <b>Perché rispondiamo di questo portale</b>
privacy-correct =
    <b>Qualcosa non è giusto?</b>

    Ciò che dice di sé può cambiarlo: il profilo, chi segue, che cosa riceve. L’iscrizione come stilista, modella o maison si modifica con /register.

    Ciò che non può cambiare da sé, come il nome su un ordine pagato, lo corregge una persona: scriva a /support.
privacy-requests = <b>Che cosa ha chiesto</b>
privacy-requests-none = Nulla finora. Quando chiede i Suoi dati, o che siano cancellati, la richiesta sta qui, con il giorno fissato dalla legge.
privacy-request = { $kind } · <b>{ $state }</b>
    { $open ->
        [yes] Chiesto il { $asked }; entro il { $due }.
       *[other] Chiesto il { $asked }; concluso il { $done }.
    }
request-kind-export = Portare via i dati
request-kind-erase = Cancellare tutto
request-kind-restrict = Sospendere l’uso
request-kind-rectify = Correggere
request-kind-object = Opposizione
request-state-waiting = in attesa
request-state-running = in corso
request-state-done = fatto
request-state-refused = respinto
request-state-withdrawn = ritirato
requests = <b>Richieste sui dati</b>
requests-none = Nessuno aspetta nulla.
requests-line = { $late ->
        [yes] <b>In ritardo dal { $due }</b>
       *[other] Entro il { $due }
    }
    { $kind } · { $who } · chiesto il { $asked }
error-AlreadyAsked = L’ha già chiesto, il { $asked_at } (UTC). È in corso, entro il { $due_at }: si veda /privacy, Le mie richieste.

error-DataAtRest = Questa persona vuole che i suoi dati restino senza essere usati: finché dura, nessuno guarda dietro una maschera.
error-AskedLately = I Suoi dati Le sono stati consegnati da poco. Possono essere preparati di nuovo dal { $again_at } (UTC).
privacy-export =
    <b>Portare via i Suoi dati</b>

    Tutto ciò che conserviamo di Lei, in un solo file: una pagina da leggere e stampare, e lo stesso per le macchine. Viene preparato ora e inviato qui, una volta; non ne teniamo copia.

    Di altre persone non contiene nulla. Le password e i codici dei biglietti sono nominati, non dati: aprono qualcosa a chi li ha.
button-export = Preparare e inviare
privacy-export-under-way =
    <b>I Suoi dati sono in preparazione</b>

    { $bar } { $percent } %

    Il file arriva qui da sé.
privacy-export-sent =
    <b>I Suoi dati sono pronti</b>

    Il file è qui sotto. Si potrà chiedere di nuovo più avanti.
privacy-export-too-large =
    <b>Il file non è stato fatto</b>

    Sarebbe più grande di quanto Telegram accetti. Scriva a /support, e troveremo un’altra via per farglielo avere.
export-caption = <b>Tutto ciò che conserviamo di Lei.</b> Apra index.html per leggerlo. Chi ha questo file può leggerlo: lo custodisca bene.
export-title = Che cosa Fashionista Portal conserva di Lei
export-made = Com’era il { $day }.
export-readme = index.html è da leggere e stampare; data.json contiene lo stesso per le macchine: ogni tabella che può contenere qualcosa di Lei, ogni colonna con il suo nome e ciò a cui serve.
export-readme-left = Dove una riga nomina un’altra persona, sta scritto «qualcun altro». Ciò che apre qualcosa a chi lo ha, come una password o il codice di un biglietto, è solo detto conservato. Le foto stanno come identificativi di Telegram; sono quelle che ha inviato in chat.
export-held = conservato, ma non dato: apre qualcosa a chi lo ha
export-somebody = qualcun altro
export-not-own = non dato: riguarda ciò che non è solo Suo
export-yes = sì
export-no = no

suggest-question =
    <b>Possiamo scegliere per Lei?</b>

    «Per Lei» guarda chi segue, che cosa Le piace e dove è stato, e mette prima quelle serate. Nessun altro lo vede, e /privacy lo fa finire in ogni momento.
button-suggest-yes = Sì, volentieri
button-suggest-no = No, grazie

consents =
    <b>Che cosa permette</b>

    Ognuno di questi consensi è Suo da dare e da ritirare, in ogni momento; ciò che aspetta di partire si ferma subito. Biglietti, ricevute e cambi delle Sue serate non ne chiedono: arrivano sempre.
consents-line = { $what }: { $said ->
        [yes] <b>sì</b>, dal { $since }
        [no] <b>no</b>, dal { $since }
       *[none] <b>no</b>; non ha ancora detto nulla
    }
consents-body = Il corpo e le foto come modella: <b>sì</b>, dal { $since }. Si ritira con /register.
consents-guardian = La parola del genitore, il { $day }: <b>{ $said ->
        [yes] sì
       *[no] no
    }</b>
consents-as-guardian = La Sua parola di genitore, il { $day }: <b>{ $said ->
        [yes] sì
       *[no] no
    }</b>
consents-said = <b>Che cosa ha detto finora</b>
consents-said-line = { $day } · { $what }: { $said ->
        [yes] sì
       *[no] no
    } (testo n. { $version })
consent-news-push = Novità qui
consent-news-email = Novità per e-mail
consent-news-sms = Novità per SMS
consent-suggestions = «Per Lei»
consent-urgent = Un SMS se una serata cambia entro un giorno e Telegram non La raggiunge
consent-urgent-short = SMS urgenti
button-consent-give = Permettere: { $what }
button-consent-withdraw = Non più: { $what }

privacy-restrict =
    <b>Far riposare i Suoi dati?</b>

    Li conserviamo e non li usiamo: niente novità, niente «Per Lei»; il Suo marchio e il nome d’arte lasciano il programma e il casting, e in ufficio nessuno guarda dietro una maschera. Biglietti, ordini e messaggi che li riguardano continuano come prima.

    Un tocco lo fa finire.
privacy-restricted =
    <b>I Suoi dati riposano dal { $since }</b>

    Sono conservati e non usati: niente novità, niente «Per Lei»; il Suo marchio e il nome d’arte sono fuori dal programma e dal casting. Biglietti, ordini e messaggi che li riguardano continuano come prima.
button-restrict-on = Far riposare i dati
button-restrict-off = Usarli di nuovo

purpose-users = Il Suo account: per riconoscerLa e chiamarLa per nome
purpose-users-2 = Per raggiungerLa fuori dalla chat, se ce l’ha dato
purpose-user_profiles = Ciò che dice di sé, per trovare ciò che Le piace
purpose-telegram_accounts = Per risponderLe in chat, nella Sua lingua e alla Sua ora
purpose-email_confirmations = Per provare con una lettera che un indirizzo è Suo
purpose-administrators = Chi tiene il portale, e chi l’ha permesso
purpose-sessions = Perché resti connesso su una pagina web
purpose-dialog_drafts = Per riprendere un dialogo lasciato aperto
purpose-one_time_links = Chi è stato invitato a lavorare qui, ed è venuto
purpose-enquiries = Per rispondere a ciò che ci ha chiesto
purpose-consents = La prova di ciò che ha permesso, e di quando l’ha ritirato
purpose-consent_states = Per scrivere solo a chi lo permette ora
purpose-data_requests = Che cosa ci ha chiesto sui Suoi dati
purpose-follows = Chi segue, per mostrarlo prima e parlargliene
purpose-designers = Un marchio come lo vedono tutti
purpose-collections = Ciò che crea uno stilista, mostrato quando è pubblicato
purpose-models = Per essere considerati come modelle e trovati per altezza
purpose-models-2 = Corpo e foto di una modella
purpose-stage_names = Il nome pubblico di una modella
purpose-houses = Il nome pubblico di una maison
purpose-seller_accounts = Perché gli ospiti paghino una maison tramite il suo fornitore, e per sapere poi chi ha il loro denaro
purpose-sellers = Ciò che le ricevute di una maison dicono di chi ha venduto
purpose-organizer_applications = Per decidere chi può vendere qui
purpose-approvals = Chi è stato ammesso o respinto, da chi e perché
purpose-guardian_consents = La parola di un genitore per chi ha meno di 18 anni
purpose-events = Ciò che una maison organizza, bozze comprese
purpose-event_staff = Chi lavora a una serata, e come
purpose-event_models = Chi sfila, con il nome d’arte
purpose-event_search = Il programma come lo si cerca
purpose-user_quota = Per tenere un limite a persona
purpose-orders = Ciò che ha comprato: per onorarlo, e per i conti
purpose-order_lines = { purpose-orders }
purpose-order_answers = Ciò che la maison deve sapere di chi viene, come ha chiesto
purpose-order_approvals = Che cosa ha detto la maison di un ordine prima del pagamento
purpose-ledger_lines = { purpose-orders }
purpose-payments = Ciò che ha pagato, per i conti e per renderlo
purpose-refunds = Ciò che è stato rimborsato, per i conti
purpose-waitlist_entries = Per servire a suo turno chi attende dei posti
purpose-waitlist_offers = Per tenere dei posti a chi li ha attesi
purpose-tickets = Per farLa entrare dove ha un posto
purpose-ticket_gifts = Un biglietto regalato: chi lo ha dato, e chi lo ha adesso
purpose-door_posts = Dove sta chi lavora all’ingresso
purpose-checkins = Chi è entrato quando, e chi l’ha fatto passare
purpose-campaigns = Ciò che una maison ha scritto a molti, e chi l’ha inviato
purpose-notifications = Per dirLe qualcosa, e sapere se è arrivato
purpose-version_control = Chi ha cambiato una serata, e che cosa diceva prima
purpose-audit_logs = Chi ha cambiato, visto o non ha potuto fare che cosa
purpose-settings = Chi ha regolato il funzionamento del portale, e perché
purpose-quarantined_updates = Per rimediare a ciò che è andato storto, senza i testi
purpose-house_channels = Dove una maison lascia pubblicare le sue campagne
