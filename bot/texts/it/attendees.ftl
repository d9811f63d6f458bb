button-attendees = Gli ospiti in un file
purpose-attendee_files = Chi ha chiesto la lista degli ospiti di una serata in un file, e se l’ha ricevuta
attendees-under-way =
    <b>{ $title }</b>

    La lista si prepara: una riga per biglietto.

    { $bar } { $percent } %

    Arriva qui da sola.
attendees-delivered = <b>La lista è pronta.</b> È qui sotto.
attendees-not-theirs = La lista non è stata fatta: questa serata non è più Sua.
attendees-too-large = La lista non è stata fatta: sarebbe più grande di quanto Telegram accetti.
attendees-caption = <b>I Suoi ospiti.</b> Una riga per biglietto; i nomi sono abbreviati, per intero si leggono all’ingresso. È annotato che Lei li ha: tenga il file per sé, e non più a lungo del necessario.
attendees-table = ospiti
attendees-number = N.
attendees-name = Ospite
attendees-type = Biglietto
attendees-order = Ordine
attendees-state = Stato
attendees-since = Dal
