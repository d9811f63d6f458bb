button-sold-orders = Ordini
button-find-order = Cercare un numero
button-sold-again = Reinviare i biglietti
button-sold-take = Riprendere biglietti…
button-sold-keep = ‹ Lasciare com’è
button-sold-one = { $type } · { $code }
button-sold-all = Tutti e { $count }
button-sold-way-all = Rimborso intero: { $sum }
button-sold-way-terms = Secondo le condizioni: { $sum }
button-sold-way-nothing = Senza rimborso
button-sold-why-asked = L’ha chiesto l’ospite
button-sold-why-mistake = È stato un nostro errore
button-sold-why-refused = L’ospite non è potuto entrare
button-sold-why-other = Altra ragione
sold-orders = <b>Ordini</b> · { $title }
sold-orders-none =
    <b>Ordini</b> · { $title }

    Nessuno ha ancora ordinato.
sold-line = { $number } · { $total } · { $state }
sold-state-pending = attende il pagamento
sold-state-completed = pagato
sold-state-cancelled = annullato
sold-state-refunded = rimborsato
sold-state-awaiting_approval = attende conferma
sold-state-expired = scaduto
sold-order =
    <b>Ordine { $number }</b> · { $state }
    { $title }
    { $when } · { $total }
sold-ticket = { $type } · <code>{ $code }</code> · { $state }{ $back ->
    [none] {""}
   *[other] {", rimborso "}{ $back }
 }
sold-ticket-valid = valido
sold-ticket-used = entrato
sold-ticket-cancelled = annullato
sold-ticket-refunded = restituito
sold-ticket-reserved = da pagare all’ingresso
sold-ticket-blocked = bloccato
sold-which =
    <b>Ordine { $number }</b> · { $title }

    Quali biglietti riprende? I codici smettono subito di valere, e i posti tornano in vendita.
sold-how-much =
    <b>Ordine { $number }</b>

    Quanto si rimborsa per { $count ->
        [one] questo biglietto
       *[other] questi { $count } biglietti
    }?
sold-why =
    <b>Ordine { $number }</b>

    { $count ->
        [one] Un biglietto finisce
       *[other] { $count } biglietti finiscono
    }{ $back ->
        [none] , senza rimborso.
       *[other] , e { $back } tornano là da dove è stato pagato.
    } Perché? La risposta lo fa, e l’ospite la leggerà.
form-find-order-title = Cercare un ordine
form-find-order-done = Eccolo.
form-find-order-number-invalid = Un numero ha lettere e cifre, per esempio 9F2C41A07B.
form-find-order-number = Che numero ha l’ordine? È scritto sull’ordine dell’ospite, per esempio 9F2C41A07B.
notice-taken-back =
    <b>{ $count ->
        [one] Il Suo biglietto è stato ripreso
       *[other] { $count } dei Suoi biglietti sono stati ripresi
    }</b>
    { $title } · ordine { $number }

    { $why ->
        [asked] { $house } l’ha fatto su Sua richiesta.
        [mistake] { $house } dice: è stato un nostro errore, e ce ne scusiamo.
        [refused] { $house } dice che non è potuto entrare.
       *[other] { $house } l’ha fatto. Può chiedere perché con /support.
    }{ $back ->
        [none] {""}
       *[other] {" "}{ $back } tornano là da dove ha pagato.
    } Il codice non apre più la porta.
error-UnknownOrder = Questo evento non ha ordini con quel numero. Lo controlli e lo mandi di nuovo.
