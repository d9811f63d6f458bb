office =
    <b>L’ufficio</b>

    Persone: { $people }
    Serate in arrivo: { $events }
    Ordini pagati: { $orders }
    Rimborsi dovuti: { $refunds }
    Messaggi non arrivati: { $dead }
    Aggiornamenti messi da parte: { $quarantined }
office-silence = ⏳ Telegram non vuole invii fino a <b>{ $until }</b> (UTC). Ciò che deve partire attende, e poi parte da solo.
admin-welcome = <b>Benvenuti in ufficio.</b> Da adesso l’amministrazione è aperta.

notice-order-paid = <b>{ $title }</b>: { $count } × venduti, { $total }. Ordine { $number }.
notice-refund-due = <b>Rimborso dovuto</b>: { $total } per l’ordine { $number }, { $title }. { $reason ->
    [double] È stato pagato due volte.
    [late] Il pagamento è arrivato quando i posti non c’erano più.
    [wrong-amount] È stata pagata una somma diversa da quella richiesta.
    [event-cancelled] La serata è annullata.
    [unapproved] Questo ordine lo esamina prima Lei, e non aveva ancora detto di sì.
   *[other] L’ordine era chiuso prima che arrivasse il pagamento.
 }
notice-incident = <b>Si è verificato un problema.</b> L’aggiornamento { $update } è stato messo da parte: { $why }. Attende nella tabella degli aggiornamenti in quarantena.
