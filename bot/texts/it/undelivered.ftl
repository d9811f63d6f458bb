button-undelivered-count = { $count ->
    [one] 1 messaggio non è arrivato
   *[other] { $count } messaggi non sono arrivati
 }
button-undelivered-list = Tutti
button-undelivered = { $count } × { $name }
button-undelivered-again = { $count ->
    [one] Inviarlo di nuovo
   *[other] Inviare di nuovo tutti i { $count }
 }
button-undelivered-rest = Lasciar stare
undelivered-title =
    <b>Messaggi non arrivati</b>

    Ognuno è stato tentato quante volte la regola permette, o rifiutato in via definitiva. Ne tocchi uno per vedere perché, e inviarlo di nuovo. Ciò che le campagne non hanno potuto consegnare si trova con loro.
undelivered-none = <b>Tutti i messaggi sono arrivati</b>, o sono in viaggio.
undelivered-kind =
    <b>{ $count } × { $name }</b>
    Il più recente: { $when } (UTC).

    La risposta ricevuta: <i>{ $reason }</i>

    Prima rimedi alla causa. Ciò che non è più vero, come il promemoria di una serata passata, non partirà.
undelivered-done-again = { $count ->
    [0] Non c’era più nulla da inviare.
    [one] È di nuovo in viaggio.
   *[other] Tutti i { $count } sono di nuovo in viaggio.
 }
undelivered-done-rest = { $count ->
    [0] Non c’era più nulla.
    [one] Si lascia stare.
   *[other] Si lasciano stare tutti i { $count }.
 }
undelivered-what = { $what ->
    [returned] biglietti restituiti
    [ticket] biglietto
    [gift] regalo
    [offer] posti per chi attendeva
    [order] ordine
    [refund] rimborso
    [moved] serata spostata
    [urgent] SMS urgente
    [off] serata annullata
    [reminder] promemoria
    [receipt] ricevuta
    [incident] guasto del portale
    [account] conto per i pagamenti
    [application] candidatura
    [enquiry] domanda e risposta
    [address] indirizzo e-mail
    [device] nuovo accesso
    [erasure] richiesta di oblio
    [trial] campagna, prova su di sé
    [campaign] su una campagna
   *[other] messaggio
 }
