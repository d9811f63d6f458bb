button-call-off = Annullare la serata…
button-call-off-go-on = Continuare
button-call-off-surely = Sì, annullarla davvero
button-call-off-keep = ‹ No, si tiene
button-calling-off = A che punto sono gli ordini
button-moved-keep = { $count ->
    [one] Tengo il biglietto
   *[other] Tengo i biglietti
 }
button-moved-back = { $paid ->
    [yes] Chiedo il rimborso
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
        [one] {" Un ordine attende il pagamento e sarà annullato."}
       *[other] {" "}{ $waiting } ordini attendono il pagamento e saranno annullati.
    }

    La vendita si ferma subito, ogni biglietto perde validità, e chi ne ha comprato o ne ha uno viene avvisato.
call-off-surely =
    <b>Annullare davvero?</b> · { $title }

    Non si può tornare indietro. { $worth ->
        [none] Tutti vengono avvisati che la serata non si tiene.
       *[other] <b>{ $worth }</b> vengono rimborsati per { $paid ->
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
    Annullati senza pagamento: { $released }{ $failed ->
        [0] {""}
       *[other] {" · da vedere: "}{ $failed }
    }
notice-called-off =
    <b>Annullata</b> · { $title }

    { $total ->
        [0] Non c’era nessun ordine da gestire.
        [one] Il suo unico ordine è gestito; si rimborsano { $back }.
       *[other] Tutti e { $total } gli ordini sono gestiti; si rimborsano { $back }.
    }{ $failed ->
        [0] {""}
       *[other] {" Da vedere fra gli ordini: "}{ $failed }.
    } Tutti sono avvisati.
notice-event-cancelled =
    <b>{ $title } non si terrà</b>
    { $when }

    Ci dispiace: { $house } ha annullato la serata, e { $what ->
        [request] la Sua richiesta { $number } finisce qui: nulla è stato addebitato.
        [tickets] i biglietti dell’ordine { $number } non valgono più.
       *[places] i posti riservati con l’ordine { $number } sono liberati.
    }{ $back ->
        [none] {""}
       *[other] {" "}<b>{ $back }</b> tornano da dove ha pagato. Non deve fare nulla.
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
        } { $number } restano riservati. Se non potrà venire, li liberi.
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
text-off = Fashionista Portal: { $title }, { $when }, è annullata. Il denaro pagato viene rimborsato.
text-moved = Fashionista Portal: { $title } è cambiato. Ora comincia { $when }, { $venue }.{ $holds ->
    [yes] {" "}Il Suo biglietto resta valido.
   *[no] {""}
 }
