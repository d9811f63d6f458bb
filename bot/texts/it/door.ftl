door-title =
    <b>L’ingresso · { $title }</b>
    { $when }

    All’interno: <b>{ $inside }</b> su { $sold }

    Inquadrare l’immagine dell’ospite con la fotocamera del telefono. La risposta arriva qui.
doors-title = <b>Gli ingressi affidati</b>
doors-empty = Al momento non c’è alcun ingresso da presidiare.
button-refresh = Aggiornare

scan-ok =
    ✅ <b>Prego, si accomodi</b>

    <b>{ $holder }</b>
    { $type }
    { $benefits }
    { $title }
scan-already-redeemed =
    ⛔ <b>Già dentro</b>

    <b>{ $holder }</b> · { $type }
    Ingresso { $when }{ $gate ->
        [none] {""}
       *[other] , { $gate }
    }, da { $staff }
scan-canceled =
    ⛔ <b>Non valido</b>

    { $type }, { $holder }. Questo biglietto è stato annullato o rimborsato.
scan-revoked =
    ⛔ <b>Immagine superata</b>

    Questo biglietto ha un codice più recente. L’ospite lo riapra da I miei biglietti.
scan-unpaid =
    ⛔ <b>Non pagato</b>

    { $type }, { $holder }. Rivolgersi al responsabile.
scan-blocked =
    ⛔ <b>Bloccato</b>

    { $type }, { $holder }. Rivolgersi al responsabile.
scan-invalid-time =
    ⛔ <b>Non adesso</b>

    { $type }, { $holder }. Questo biglietto è per { $title }, { $when }.
scan-invalid =
    ⛔ <b>Non è un nostro biglietto</b>

    Questo codice non è stato emesso dalla maison. Non far entrare.
scan-stranger = Questo link si apre solo per il titolare, e all’ingresso.
