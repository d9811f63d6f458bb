ticket-caption =
    <b>{ $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Codice <code>{ $code }</code>

    { $unpaid ->
        [yes] Da mostrare all’ingresso, dove si paga.
       *[no] Da mostrare all’ingresso: questa immagine fa entrare una persona, una volta.
    }
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

    Un solo codice per i Suoi { $count } posti · ordine { $number }

    Da mostrare all’ingresso: viene chiesto quanti entrano; chi arriva più tardi lo mostra di nuovo.

button-renew = Codice rubato
button-renew-surely = Sì, un nuovo codice
button-renew-keep = ‹ Tenere quello che ho
renew =
    <b>{ $title }</b>
    { $type }

    Le hanno rubato il telefono, o qualcuno ha visto l’immagine? Do al biglietto un nuovo codice. Quello vecchio, dovunque sia, non apre più nessuna porta. Per rivedere il biglietto non serve cambiare nulla: è sotto /tickets.
renewed = <b>Il vecchio codice non vale più.</b> Ecco il biglietto con quello nuovo.
button-gift = Regalare a un amico
button-gift-chat = Scegliere una chat
button-gift-copy = Copiare il link
button-gift-yes = Sì, è suo
button-gift-give = Darlo a { $friend }
button-gift-no = Ritirare la cartolina
button-gift-claim = Con piacere
button-ticket-show = Mostrare il mio biglietto
gift-card =
    <b>Regalare il biglietto a un amico</b>
    { $title } · { $type }
    { $when }

    La cartolina si manda in una chat, il link come si preferisce. Chi lo apre per primo chiede il biglietto; passa di mano con il Suo sì. Fino ad allora la Sua immagine resta valida.

    La cartolina vale fino a { $until }.
gift-claimed-card =
    <b>Qualcuno ha aperto la cartolina</b>
    { $title } · { $type }
    { $when }

    Con il Suo sì il biglietto passa di mano: da quel momento la Sua immagine non apre più alcuna porta. La domanda resta aperta fino a { $until }.
gift-article = Il Suo biglietto per { $title }
gift-message =
    <b>Un biglietto per te</b>
    { $title }
    { $when }

    Non posso venire. Ti farebbe piacere il mio posto?
gift-waiting =
    <b>Con piacere.</b>

    Ora viene interpellato chi ha il biglietto. Appena dice di sì, arriva in questa chat con un codice tutto suo.
gift-done =
    <b>Il biglietto ha cambiato mano.</b>

    Il Suo amico lo riceve fra un istante, con un codice tutto suo. La vecchia immagine non apre più alcuna porta. L’ordine e la ricevuta restano Suoi.
gift-withdrawn = <b>La cartolina è ritirata.</b> Il biglietto è Suo come prima, e la sua immagine resta valida.
notice-gift-claimed =
    <b>{ $friend }</b> vorrebbe il Suo biglietto per { $title }.

    Glielo regala? Da quel momento la Sua immagine non apre più alcuna porta.
notice-gift-given =
    <b>{ $giver } Le ha regalato un biglietto</b>
    { $title }
    { $when }

    Arriva con il prossimo messaggio, con un codice tutto Suo.
notice-gift-over = Il biglietto per { $title } resta a chi lo aveva. Speriamo di vederLa un’altra sera.
notice-gift-expired = La cartolina per { $title } è scaduta. Il biglietto è Suo come prima; si può mandare una nuova cartolina in ogni momento.
