button-call-off = Annullare la serata…
button-call-off-go-on = Continuare
button-call-off-surely = Sì, annullarla per sempre
button-call-off-keep = ‹ No, si tiene
button-calling-off = A che punto sono gli ordini
button-moved-keep = { $count ->
    [one] Tengo il biglietto
   *[other] Tengo i biglietti
 }
button-moved-back = { $paid ->
    [yes] Rivoglio il denaro
   *[no] { $count ->
        [one] Lo restituisco
       *[other] Li restituisco
    }
 }
button-moved-orders = I miei ordini
call-off =
    <b>Annullare?</b> · { $title }

    { $paid ->
        [0] Nessuno ha ancora pagato
        [one] Un ordine è pagato
       *[other] { $paid } ordini sono pagati
    }{ $worth ->
        [none] {"; non c’è nulla da restituire."}
       *[other] ; si restituisce tutto: <b>{ $worth }</b>.
    }{ $waiting ->
        [0] {""}
        [one] {" Un ordine attende il pagamento e sarà lasciato andare."}
       *[other] {" "}{ $waiting } ordini attendono il pagamento e saranno lasciati andare.
    }

    La vendita si ferma subito, ogni biglietto finisce, e chi ne ha comprato o ne tiene uno viene avvisato.
call-off-surely =
    <b>Ne è sicuro?</b> · { $title }

    Non si può tornare indietro. { $worth ->
        [none] Tutti vengono avvisati che la serata non si tiene.
       *[other] <b>{ $worth }</b> tornano indietro per { $paid ->
            [one] un ordine
           *[other] { $paid } ordini
        }, spese comprese, e tutti vengono avvisati che la serata non si tiene.
    }
calling-off =
    <b>{ $finished ->
        [yes] Annullata
       *[no] Annullamento in corso
    }</b> · { $title }

    { $bar } { $done } su { $total }
    Rimborsati: { $refunded }, in tutto { $back }
    Lasciati andare: { $released }{ $failed ->
        [0] {""}
       *[other] {" · da vedere: "}{ $failed }
    }
notice-called-off =
    <b>Annullata</b> · { $title }

    { $total ->
        [0] Non c’era nessun ordine da sbrigare.
        [one] Il suo unico ordine è sbrigato; tornano { $back }.
       *[other] Tutti e { $total } gli ordini sono sbrigati; tornano { $back }.
    }{ $failed ->
        [0] {""}
       *[other] {" "}{ $failed } non è stato possibile: La aspettano fra gli ordini.
    } Tutti sono avvisati.
notice-event-cancelled =
    <b>{ $title } non si terrà</b>
    { $when }

    Ce ne dispiace: { $house } ha annullato la serata, e { $what ->
        [request] la Sua richiesta { $number } finisce qui: nulla è stato addebitato.
        [tickets] i biglietti dell’ordine { $number } non valgono più.
       *[places] i posti riservati con l’ordine { $number } vengono lasciati.
    }{ $back ->
        [none] {""}
       *[other] {" "}<b>{ $back }</b> tornano là da dove ha pagato. Non deve fare nulla.
    }
notice-line-ended =
    <b>{ $title } non si terrà</b>

    Ci dispiace: la serata è annullata, e la sua lista d’attesa finisce qui. Nulla è stato addebitato, e non deve fare nulla.
notice-event-moved =
    <b>{ $title } cambia orario o luogo</b>
    { $when }
    { $place }

    { $what ->
        [request] { $orders ->
            [one] La Sua richiesta { $number } resta, e i posti restano riservati. Se non potrà venire, la ritiri: nulla è stato addebitato.
           *[other] Le Sue richieste { $number } restano, e i posti restano riservati. Se non potrà venire, le ritiri: nulla è stato addebitato.
        }
        [places] I posti riservati con { $orders ->
            [one] l’ordine
           *[other] gli ordini
        } { $number } restano riservati. Se non potrà venire, li lasci.
       *[tickets] { $count ->
            [one] Il biglietto resta valido, con lo stesso codice.
           *[other] I biglietti restano validi, con gli stessi codici.
        }
    }{ $until ->
        [none] {""}
       *[other] {" "}Se non potrà venire, { $count ->
            [one] lo restituisca
           *[other] li restituisca
        } entro <b>{ $until }</b> e riavrà tutto ciò che ha pagato.
    }
returns-terms-whole = La serata è stata spostata: si rimborsa tutto.
purpose-cancellations = Chi ha annullato una serata, e dove si vede a che punto è
purpose-cancelled_orders = Che cosa è stato di un ordine la cui serata è annullata
text-off = Fashionista Portal: { $title }, { $when }, è annullato. Il denaro pagato torna da sé.
text-moved = Fashionista Portal: { $title } è cambiato. Ora comincia { $when }, { $venue }.{ $holds ->
    [yes] {" "}Il Suo biglietto resta valido.
   *[no] {""}
 }
