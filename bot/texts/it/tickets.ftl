ticket-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Codice <code>{ $code }</code>

    Da mostrare all’ingresso: questa immagine fa entrare una persona, una volta.
ticket-caption-used =
    <b>{ $title }</b>
    { $type } · { $holder }

    Usato. Speriamo sia stata una bella serata.
tickets-title = <b>I miei biglietti</b>
tickets-empty =
    <b>I miei biglietti</b>

    Ancora nessuno. Cerchiamo insieme una serata?
button-ticket = { $day } · { $title } · { $type }
button-order = L’ordine
button-party = Un solo codice per { $count }
party-picture = Gruppo di { $count }
party-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    Un solo codice per tutti e { $count } · ordine { $number }

    Da mostrare all’ingresso: viene chiesto quanti entrano; chi arriva più tardi lo mostra di nuovo.

button-renew = Mi hanno preso il codice
button-renew-surely = Sì, un nuovo codice
button-renew-keep = ‹ Tenere quello che ho
renew =
    <b>{ $title }</b>
    { $type }

    Le hanno rubato il telefono, o qualcuno ha visto l’immagine? Do al biglietto un nuovo codice. Quello vecchio, dovunque sia, non apre più nessuna porta. Per rivedere il biglietto non serve cambiare nulla: è sotto /tickets.
renewed = <b>Il vecchio codice non vale più.</b> Ecco il biglietto con quello nuovo.
