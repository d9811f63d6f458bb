reminder-caption =
    <b>{ $hours ->
        [0] Tra poco
        [one] Fra un’ora
       *[other] Fra { $hours } ore
    }: { $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Codice <code>{ $code }</code>

    { $count ->
        [one] Da mostrare all’ingresso.
       *[other] Ha { $count } biglietti, e questo è il primo: ciascuno ha la sua immagine da mostrare all’ingresso.
    } Avremo il piacere di vederLa?
button-coming = Ci sarò
button-cannot-come = Non posso
button-give-away = Cederlo
button-keep-ticket = Tenere il biglietto
button-give-back = Restituire il posto
alert-coming = Che piacere. La aspettiamo: { $when }.
cannot-come-free =
    <b>{ $title }</b>

    Che peccato. Restituisco il posto? Qualcun altro potrà prenderlo subito, e il biglietto non varrà più.
cannot-come-paid =
    <b>{ $title }</b>

    Che peccato. Le mostro prima che cosa si rimborsa; il posto va poi a qualcun altro.
cannot-come-given =
    <b>{ $title }</b>

    Che peccato. Questo biglietto era un regalo: non c’è nulla da rimborsare, ma forse un altro amico ne sarebbe felice.
error-NotTakingPlace = La serata «{ $title }» è stata annullata: ci dispiace. Ciò che è stato pagato viene rimborsato, senza che Lei debba fare nulla.
error-TicketGone = Questo biglietto è stato restituito o non vale più: non apre più la porta. I Suoi stanno in I miei biglietti.
