returns-terms-none = I biglietti di questa serata non si restituiscono.
returns-terms = Se non potrà venire: { $steps }, poi nulla.
returns-terms-to-the-start = Se non potrà venire: { $steps }.
returns-terms-step = { $percent ->
    [100] rimborso intero
   *[other] rimborso del { $percent } %
 } { $ahead ->
    [start] fino all’inizio
   *[other] fino a { $ahead } prima
 }

button-return = { $count ->
    [one] Restituire il posto
   *[other] Restituire dei posti
 }
button-return-one = { $type } · { $code } · { $back ->
    [free] gratuito
   *[other] rimborso { $back }
 }
button-return-all = Tutti e { $count }{ $back ->
    [free] {""}
    [none] {" · senza rimborso"}
   *[other] {" · rimborso "}{ $back }
 }
button-return-keep = ‹ Tenere tutto
button-return-surely = Sì, restituire per { $back }
button-return-for-nothing = Sì, anche senza rimborso
return-choose =
    <b>{ $title }</b>
    Ordine { $number }

    Che peccato. Quali posti desidera restituire?
return-ask =
    <b>{ $title }</b>
    { $count ->
        [one] 1 biglietto, { $type }
       *[other] { $count } biglietti
    }

    { $back ->
        [none] Ormai non è previsto un rimborso, e il posto va a qualcun altro.
       *[other] <b>{ $back }</b> tornano da dove ha pagato.{ $kept ->
            [none] {""}
           *[other] {" "}{ $house } trattiene { $kept }.
        }
    } Il codice nell’immagine smette subito di valere.
return-nothing-left = L’ordine { $number } non ha più biglietti Suoi che si possano restituire.
order-returned =
    <b>Restituito</b> · { $title }
    Ordine { $number }

    { $back ->
        [none] Non è previsto un rimborso.
       *[other] <b>{ $back }</b> tornano da dove ha pagato, di solito entro pochi giorni.
    }{ $kept ->
        [none] {""}
       *[other] {" "}{ $house } trattiene { $kept }.
    } Ciò che ha restituito non apre più la porta.
order-places-returned =
    <b>Restituito</b> · { $title }
    Ordine { $number }

    Grazie di averlo detto; farà felice qualcuno.
order-partly-returned = { $count ->
    [one] 1 biglietto è stato restituito
   *[other] { $count } biglietti sono stati restituiti
 }{ $back ->
    [none] .
   *[other] {"; "}{ $back } tornano da dove ha pagato.
 }
notice-tickets-returned =
    <b>{ $count ->
        [one] Un biglietto è stato restituito
       *[other] { $count } biglietti sono stati restituiti
    }</b> · { $title }
    Ordine { $number }{ $back ->
        [none] . Nessun rimborso.
       *[other] . Si rimborsano { $back }.
    } Il posto è di nuovo in vendita.
error-TicketUsed = Questo biglietto ha già passato la porta: non si può più restituire.
error-HoldersFixed = { $hours ->
    [one] Nell’ultima ora prima dell’inizio
   *[other] Nelle ultime { $hours } ore prima dell’inizio
 } i biglietti restano a chi li ha: la lista della porta è fatta. La maison può ancora aiutare: /support
error-AmountChanged = La somma restituita è cambiata da quando ha guardato. Veda la nuova prima di decidere.
