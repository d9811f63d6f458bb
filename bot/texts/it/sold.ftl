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
sold-state-awaiting_approval = attende la Sua parola
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
       *[other] {" "}{ $back } tornano da dove ha pagato.
    } Il codice non apre più la porta.
error-UnknownOrder = Questa serata non ha ordini con quel numero. Lo controlli e lo mandi di nuovo.
button-sold-call-off = Annullarlo…
button-sold-give = Rendere denaro…
sold-why-off =
    <b>Ordine { $number }</b>

    Non è ancora pagato: { $total }. I suoi posti tornano subito in vendita. Perché? La risposta lo annulla, e l’ospite la legge.
notice-order-called-off =
    <b>I suoi posti sono tornati in vendita</b>
    { $title } · ordine { $number }

    { $why ->
        [asked] { $house } lo ha fatto come aveva chiesto.
        [mistake] { $house } dice: è stato un nostro errore, e ci dispiace.
       *[other] { $house } lo ha fatto. Può chiedere perché con /support.
    } Nulla è stato addebitato.
notice-money-given =
    <b>{ $amount } tornano a lei</b>
    { $title } · ordine { $number }

    { $why ->
        [promised] { $house } lo aveva promesso.
        [mistake] { $house } dice: è stato un nostro errore, e ci dispiace.
       *[other] { $house } desidera così.
    } I suoi biglietti restano validi.
form-give-back-title = Rendere denaro
form-give-back-done = L’ospite lo legge. Il portale lo invia se ha il denaro; ciò che è presso il suo fornitore l’attende in <i>Conti</i>.
form-give-back-amount = Quanto rendere dell’ordine { $number }? Al massimo { $left }; i suoi biglietti restano validi.
form-give-back-amount-label = Importo
form-give-back-why = Perché? L’ospite lo legge.
form-give-back-why-label = Motivo
form-give-back-why-promised = Lo avevamo promesso
form-give-back-why-mistake = È stato un nostro errore
form-give-back-why-other = Un altro motivo
form-give-back-surely = { $amount } tornano da dove sono stati pagati, e i biglietti restano validi. Non si può annullare. È sicuro?
form-give-back-surely-label = Sicuro
form-give-back-surely-yes = Sì
error-MoreThanCame = Di questo ordine possono tornare al massimo { $left }: indichi un importo più piccolo.
sold-back = ↩ { $amount } { $state ->
    [done] resi
    [external] resi
    [in_transit] in viaggio
   *[other] da rendere
 }
