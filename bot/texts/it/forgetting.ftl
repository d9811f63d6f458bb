forget =
    <b>Dimenticarmi</b>

    <b>Che cosa sparisce per sempre.</b> Il Suo nome, il profilo e i recapiti, ciò che ci ha scritto, chi segue, i consensi e i ruoli; anche il marchio, il nome d’arte, le collezioni e la maison. La chiave che chiude tutto questo viene distrutta: nessuna copia si potrà più leggere. Un ordine non pagato viene liberato.

    <b>Che cosa resta, senza di Lei.</b> Ordini, pagamenti e biglietti usati per dieci anni, perché la legge vuole i libri contabili; e il registro di chi ha cambiato che cosa. Nulla di ciò La nomina più.

    <b>Che cosa non possiamo toccare.</b> I messaggi di questa chat. Può eliminarla Lei, qui in Telegram.

    Avviene { $hours ->
        [one] un’ora
       *[other] { $hours } ore
    } dopo la Sua conferma. Fino ad allora basta un tocco per ripensarci.
forget-campaigns = { $count ->
        [one] Con ciò finisce la Sua comunicazione in corso.
       *[other] Con ciò finiscono le Sue { $count } comunicazioni in corso.
    }
forget-sure-of-it =
    <b>È questo che desidera?</b>

    Tra { $hours ->
        [one] un’ora
       *[other] { $hours } ore
    } La dimentichiamo, e poi nessuno può ripristinare nulla: né Lei, né noi. Se ci scriverà di nuovo, sarà come la prima volta.
forget-gives-up =
    <b>Vi rinuncia, senza rimborso:</b>

    { $lines }
forget-waiting =
    <b>Ha chiesto che La dimentichiamo</b>

    Avviene tra { $hours ->
        [one] meno di un’ora
       *[other] { $hours } ore
    }: { $when } UTC. Un’ora prima Le scriviamo ancora una volta. Fino ad allora tutto funziona come sempre.
forget-under-way =
    <b>Ha chiesto che La dimentichiamo</b>

    Il tempo per ripensarci è passato; avviene non appena nulla lo impedisce.
forget-in-the-way =
    <b>Resta da sistemare:</b>

    { $lines }
forget-held =
    <b>Non ancora, nel Suo interesse</b>

    Qualcosa ci lega ancora. Quando sarà sistemato, torni qui.

    { $lines }
forget-blocked =
    <b>Non abbiamo ancora potuto dimenticarLa</b>

    È intervenuto qualcosa. La Sua richiesta resta aperta, e si compie appena sarà sistemato:

    { $lines }
forget-tie-tickets = <b>Biglietti validi</b>: { $evenings }. Li usi prima, o vi rinunci: i posti vanno ad altri, senza rimborso.
forget-tie-shows = <b>Sfilate a cui partecipa</b>: { $evenings }. Sfili prima, o vi rinunci: il programma La perde.
forget-tie-payment = <b>Un pagamento in corso</b>: { $evenings }. Finisce da sé in pochi minuti, in un modo o nell’altro.
forget-tie-refund = <b>Denaro che Le dobbiamo</b>: { $evenings }. Una volta rimborsato, nulla lo impedisce; /support sa di più.
forget-tie-events = <b>Le Sue serate a venire</b>: { $evenings }. Gli ospiti vi contano: attenda che si siano tenute, o scriva a /support per annullarle o affidarle ad altri.
forget-tie-money = <b>Rimborsi che la Sua maison deve</b>: { $evenings }. Li sistemi prima; /support aiuta.
forget-tie-last = <b>Il portale è amministrato soltanto da Lei.</b> Nomini prima qualcun altro, perché non resti solo.{ $evenings }
forget-lose-tickets = Biglietti: { $evenings }
forget-lose-shows = Sfilate: { $evenings }
forget-evening = { $title } ({ $day })
forget-more = { $count ->
        [one] { $evenings } e un’altra
       *[other] { $evenings } e altre { $count }
    }
forget-kept = <b>Resta con noi, che piacere.</b> Nulla è cambiato, e nulla accadrà.
forget-nothing-asked = Non c’è nulla da ritirare: nessuno ha chiesto qui l’oblio. Se è avvenuto in passato, è un piacere fare di nuovo conoscenza.
forget-soon =
    <b>{ $minutes ->
        [one] Tra un minuto La dimentichiamo
       *[other] Tra { $minutes } minuti La dimentichiamo
    }</b>

    Come da Sua richiesta. Se ci ripensa, basta un tocco; altrimenti non c’è nulla da fare.
forget-done =
    <b>È fatto: l’oblio è compiuto</b>

    Non La conosciamo più, e ciò che ci ha detto non può leggerlo nessuno. Ordini e pagamenti restano nei libri, senza il Suo nome.

    Questi messaggi sono Suoi: elimini la chat quando vuole. Grazie per le serate con noi.
button-forget-sure = Dimenticarmi…
button-forget-ask = Sì, mi dimentichi
button-forget-keep = Tenere il mio account
button-forget-give-up = Rinunciarvi…
error-TooShort = La legge chiede di conservarlo almeno { $days } giorni.
error-Bound = Prima c’è qualcosa da sistemare: si veda /privacy, Dimenticarmi.
purpose-erasures = Che cosa è stato della Sua richiesta di oblio
purpose-campaigns-2 = Dove chi l’ha inviato vede a che punto è
