choose-title =
    <b>{ $title }</b>
    { $when }
choose-offer = <b>{ $name }</b> · { $price }
choose-free = in omaggio
choose-benefits = { $benefits }
choose-left = { $left ->
    [one] È l’ultimo.
   *[other] Gli ultimi { $left }.
 }
choose-gone = Esaurito.
choose-ordered = Tutti già ordinati.
choose-held = Gli ultimi sono trattenuti per altri. Qualcuno può liberarsi tra pochi minuti.
choose-not-yet = In vendita da { $when }.
choose-over = La vendita è chiusa.
choose-total = Totale: <b>{ $total }</b>
choose-hint = Basta toccare + per scegliere i posti.
choose-no-more = Di questi posti non se ne possono prendere di più.
button-count = { $count } × { $name }
button-hold = Prenotare e pagare { $total }
button-take = { $count ->
    [one] Prendere il posto
   *[other] Prendere { $count } posti
 }

order-held =
    <b>Posti riservati</b> · ordine { $number }

    { $lines }

    Totale: <b>{ $total }</b>
    Riservati fino alle <b>{ $clock }</b>: con il pagamento entro quell’ora sono Suoi.
order-held-unpayable =
    <b>Posti riservati</b> · ordine { $number }

    { $lines }

    Totale: <b>{ $total }</b>
    Il pagamento in chat non è ancora attivo. Ci scriva con /support prima delle { $clock }.
order-paid =
    <b>Pagato</b> · ordine { $number }

    { $lines }

    Totale: <b>{ $total }</b>
    Venduto da { $house }
order-expired =
    L’ordine { $number } non è stato pagato in tempo: i posti sono tornati in vendita. Nessun addebito.
order-expired-free = L’ordine { $number } non è stato confermato in tempo: i posti sono tornati in vendita.
order-expired-agreed =
    L’ordine { $number } non è stato pagato in tempo: i posti sono tornati in vendita. Se la Sua banca addebita comunque la somma, i posti sono Suoi se sono ancora liberi; altrimenti Le torna tutto.
order-cancelled = I posti dell’ordine { $number } sono stati restituiti. Nessun addebito.
order-overpaid = Per questo ordine ci è arrivato più di un pagamento. L’eccedenza Le viene restituita.
order-given = { $count ->
    [one] 1 biglietto è ora di qualcun altro: lo ha regalato.
   *[other] { $count } biglietti sono ora di altri: li ha regalati.
 }
order-line = { $count } × { $name } · { $price }
orders-title = <b>I miei ordini</b>
orders-empty =
    <b>I miei ordini</b>

    Ancora nessun ordine. Cerchiamo insieme una serata?
orders-line = { $title } · { $state }
order-state-pending = da pagare
order-state-paid = pagato
order-state-expired = scaduto
order-state-cancelled = posti restituiti
order-state-refunded = rimborsato
order-state-returned = restituito
order-state-awaiting = in attesa di conferma
button-pay = Pagare { $total }
button-release = Restituire i posti
button-to-tickets = { $count ->
    [one] Il mio biglietto
   *[other] I miei { $count } biglietti
 }
button-choose-again = Altra scelta
button-show-event = La serata

invoice-title = Ordine { $number }
invoice-about = { $title }, { $when }. Posti riservati fino alle { $clock }.
paid-thanks = { $count ->
    [one] Grazie. Ecco il biglietto; si ritrova anche con /tickets.
   *[other] Grazie. Ecco i { $count } biglietti; si ritrovano anche con /tickets.
 }
taken-thanks = { $count ->
    [one] Il posto è Suo. Ecco il biglietto.
   *[other] I posti sono Suoi. Ecco i { $count } biglietti.
 }
button-pay-at-door = Pagare all’ingresso
door-thanks = { $count ->
    [one] <b>Il posto è riservato.</b> Ecco l’immagine; si paga all’ingresso.
   *[other] <b>I { $count } posti sono riservati.</b> Ecco le immagini; si paga all’ingresso.
 }
order-at-door =
    <b>Da pagare all’ingresso</b> · ordine { $number }

    { $lines }
    Totale: <b>{ $total }</b>

    I posti sono tenuti fino a { $until }. La aspettiamo prima di allora; se non è possibile, basta dircelo.

order-refund-due =
    <b>Ordine { $number }</b>

    Il Suo pagamento di { $total } non poteva più ottenere questi posti. Torna da dove è venuto. Domande? /support
order-money-returned =
    <b>Ordine { $number }</b>

    Non tiene più posti, e il Suo denaro torna da dove è venuto.
money-owed = ↩ { $amount } Le sono dovuti
money-on-its-way = ↩ { $amount } stanno tornando da Lei
money-went = ↩ { $amount } Le sono stati resi
money-notice-sent =
    <b>{ $amount } stanno tornando da Lei.</b>

    Ordine { $number }, { $title }. La somma torna sulla carta o sul conto con cui ha pagato; quasi tutte le banche la mostrano entro dieci giorni.
money-notice-by-hand =
    <b>{ $house } Le ha reso { $amount }.</b>

    Ordine { $number }, { $title }. Se non li ha ricevuti, ci scriva con /support.
money-notice-stalled =
    <b>{ $amount } non hanno potuto tornare per la stessa via.</b>

    Ordine { $number }, { $title }. Il denaro resta Suo: { $house } lo sa e se ne occupa. Le scriveremo appena sarà in viaggio.
button-to-order = Il mio ordine
