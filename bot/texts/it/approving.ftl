choose-looks-first = <i>La maison esamina di persona ciascuno di questi ordini prima del pagamento.</i>
button-ask-for = { $count ->
    [one] Chiedere questo posto
   *[other] Chiedere questi { $count } posti
 }
button-ask-house = Chiedere alla maison
button-take-request-back = Ritirare la richiesta
order-held-looks =
    <b>Posti riservati</b> · ordine { $number }

    { $lines }

    Totale: <b>{ $total }</b>
    Riservati fino alle <b>{ $clock }</b>. La maison esamina di persona ciascuno di questi ordini: la richiesta entro allora li tiene fino alla sua risposta.
order-awaiting =
    <b>Nelle mani della maison</b> · ordine { $number }

    { $lines }

    Totale: <b>{ $total }</b>
    { $house } esamina di persona ciascuno di questi ordini. I Suoi posti sono tenuti, e avrà nostre notizie entro <b>{ $until }</b>. { $free ->
        [yes] Con un sì i biglietti arrivano subito.
       *[other] Con un sì potrà pagare, non prima.
    }
order-declined = { $house } non ha potuto accettare l’ordine { $number }: i posti sono tornati in vendita. Nessun addebito.
order-unanswered = { $house } non ha risposto in tempo all’ordine { $number }: i posti sono tornati in vendita. Nessun addebito.
notice-order-approved =
    <b>{ $house } dice di sì</b>
    { $title }, { $when } · ordine { $number }
house-words = <blockquote>{ $words }</blockquote>
approved-pay = I Suoi posti sono tenuti fino a <b>{ $until }</b>: con il pagamento entro allora sono Suoi.
approved-asks = Nel frattempo la maison ha aggiunto una domanda. Con una risposta entro <b>{ $until }</b> i biglietti arrivano subito.
approved-yours = { $count ->
    [one] Il biglietto è Suo; si ritrova anche con /tickets.
   *[other] I { $count } biglietti sono Suoi; si ritrovano anche con /tickets.
 }
notice-order-declined =
    <b>{ $house } questa volta non può dire di sì</b>
    { $title } · ordine { $number }
declined-nothing-charged = I posti sono tornati in vendita. Nessun addebito.
notice-order-unanswered =
    <b>{ $house } non ha risposto in tempo</b>
    { $title } · ordine { $number }

    Ci dispiace. I posti sono tornati in vendita, senza alcun addebito. Può chiedere di nuovo.
notice-request-missed =
    <b>Una richiesta è scaduta</b>
    { $title } · ordine { $number }

    Nessuno ha risposto in tempo. I posti sono di nuovo liberi, e l’ospite lo sa.
notice-orders-wait =
    <b>{ $title }</b>

    { $count ->
        [one] Un ordine attende la Sua parola.
       *[other] { $count } ordini attendono la Sua parola.
    } Intanto i posti sono tenuti.
button-orders-wait = Attendono la Sua parola ({ $count })
awaited-head = <b>In attesa della Sua parola</b> · { $title }
awaited-none = Nessuno attende. Tutto fatto.
awaited-line =
    <b>{ $name }</b> · { $tickets } · { $total }
    risposta attesa entro { $until }
awaited-more = { $count ->
    [one] Dopo questi ne viene un altro.
   *[other] Dopo questi ne vengono altri { $count }.
 }
button-request = { $name } · { $count }
button-approve-order = Accettare
button-decline-order = Rifiutare
sold-word-awaited = <b>{ $name }</b> chiede { $tickets }, e attende la Sua parola fino a { $until }. I posti sono tenuti.
sold-word-yes = Accettato da { $name }, { $when }.
sold-word-no = Rifiutato da { $name }, { $when }.
sold-word-never = Nessuno ha risposto.
form-approve-order-title = Accettare
form-approve-order-done = L’ospite lo sa.
form-approve-order-words = Una frase per l’ospite? La legge insieme al Suo sì. Altrimenti si può saltare.
form-approve-order-words-invalid = Lì non ci sono parole: scriva una frase, o la salti.
form-decline-order-title = Rifiutare
form-decline-order-done = L’ospite lo sa, e i posti sono liberi.
form-decline-order-words = Che cosa posso dire all’ospite? Legge queste parole come Lei le scrive.
form-decline-order-words-invalid = Lì non ci sono parole: scriva una frase che l’ospite leggerà.
type-looks-first = <b>Prima esamina Lei:</b> ogni ordine attende la Sua parola prima del pagamento, con i posti tenuti.
button-type-look-first = Esaminare prima
button-type-look-no-more = Vendere senza esame
error-ApprovalOpen = La maison esamina questo ordine prima del pagamento. Lo trova sotto I miei ordini; nessun addebito.
error-AwaitsWord = Ha chiesto alla maison dei posti per questa serata, e non ha ancora risposto. Per sceglierne altri, ritiri prima quella richiesta con /orders.
error-TooLateToAsk = La serata è iniziata o è stata annullata: la maison non risponde più alle richieste.
error-DecidedBefore = { $name ->
    [none] Questa richiesta è conclusa: è stata ritirata, o il suo tempo è passato.
   *[other] { $name } ha già deciso.
 }
error-RequestChanged = Nel frattempo l’ospite ha scelto altro: guardi prima che cosa chiede ora.
