doors-title = <b>Gli ingressi affidati</b>
doors-empty = Al momento non c’è alcun ingresso da presidiare.
button-refresh = Aggiornare

scan-ok =
    ✅ <b>Prego, si accomodi</b>

    <b>{ $holder }</b>
    { $type }
    { $benefits }
    { $title }
scan-canceled =
    ⛔ <b>Non valido</b>

    { $holder } · { $type }. Questo biglietto è stato annullato o rimborsato.
scan-blocked =
    ⛔ <b>Bloccato</b>

    { $holder } · { $type }. Rivolgersi al responsabile.
scan-invalid-time =
    ⛔ <b>Non adesso</b>

    { $holder } · { $type }. Questo biglietto è per { $title }, { $when }.
scan-invalid =
    ⛔ <b>Non è un nostro biglietto</b>

    Questo codice non è stato emesso dalla maison. Non far entrare.
scan-stranger = Questo link si apre solo per il titolare, e all’ingresso.
door-title =
    <b>L’ingresso · { $title }</b>
    { $when }

    Dentro adesso: <b>{ $inside }</b>. Arrivati: { $came } su { $sold }{ $gates }

    { $gate ->
        [none] Si fanno { $way ->
            [exit] <b>uscire</b>
           *[entry] <b>entrare</b>
        } gli ospiti.
       *[other] Postazione <b>{ $gate }</b>: si fanno { $way ->
            [exit] <b>uscire</b>
           *[entry] <b>entrare</b>
        } gli ospiti.
    } { $reentry ->
        [yes] Chi è uscito può rientrare.
       *[no] Chi è uscito non rientra.
    }{ $money ->
        [yes] {" "}Si può pagare all’ingresso; i posti non pagati si liberano { $release ->
            [0] all’inizio.
            [one] un’ora prima dell’inizio.
           *[other] { $release } ore prima dell’inizio.
        }
       *[no] {""}
    }

    Inquadrare l’immagine dell’ospite con la fotocamera del telefono. La risposta arriva qui.
door-gate = { $name }: { $inside } dentro, { $came } arrivati
button-gate = Sono a { $name }
button-let-out = Far uscire
button-let-in = Far entrare
button-find-guest = Scrivere un codice o un nome
button-type-code = Scrivere un codice
button-admit = Far entrare comunque
button-undo = Annullare il passaggio
button-why = { $why ->
    [phone] Il telefono è scarico
    [picture] L’immagine non si legge
    [known] La maison conosce la persona
    [mistake] Scansione per errore
    [wrong-person] Era un’altra persona
   *[stayed-outside] È rimasta fuori
}
ask-why = { $act ->
    [undo] <b>Annullare un passaggio</b>
   *[admit] <b>Far entrare sulla parola</b>
 }

    { $holder } · { $type }. Per quale motivo? Resta scritto con il nome di chi lo dà.
ask-guest =
    <b>{ $title }</b>

    { $rank ->
        [supervisor] Scrivere gli 8 caratteri sotto l’immagine, un numero d’ordine o un nome.
       *[steward] Scrivere gli 8 caratteri sotto l’immagine.
    }
guests-found = { $count ->
    [one] Un ospite con questo nome. Toccare per vedere.
   *[other] { $count } ospiti con questo nome. Toccare per vedere.
 }
guests-none =
    <b>{ $title }</b>

    { $rank ->
        [supervisor] Nessuno è atteso con questo nome o numero. Forse è scritto in altro modo.
       *[steward] Un codice ha 8 caratteri. Un responsabile può cercare un nome.
    }
button-guest = { $used ->
    [yes] ✓ { $holder } · { $type }
   *[no] { $holder } · { $type }
}
guest-expected =
    <b>Atteso</b>

    <b>{ $holder }</b> · { $type }
scan-already-redeemed = { $way ->
    [out] ⛔ <b>Già uscito</b>
   *[in] ⛔ <b>Già dentro</b>
 }

    <b>{ $holder }</b> · { $type }
    { $way ->
        [out] Uscita { $when }
       *[in] Ingresso { $when }
    }{ $gate ->
        [none] {""}
       *[other] , { $gate }
    }, da { $staff }
scan-out =
    👋 <b>Arrivederci</b>

    <b>{ $holder }</b> · { $type }
scan-not-inside =
    ⚠️ <b>Non è dentro</b>

    { $holder } · { $type }. Nessuno è entrato con questo biglietto: non c’è nulla da contare. Far uscire.
scan-product =
    ⛔ <b>Un altro ingresso</b>

    { $holder } · { $type }. { $gate } non ammette questo biglietto: indicare l’ingresso giusto.
scan-stray =
    ⛔ <b>Non è un biglietto per { $title }</b>

    È per un’altra serata, o non è nostro. Non far entrare.
scan-wrong-code =
    ⛔ <b>Codice inesistente</b>

    Nessun biglietto per { $title } lo porta. Confrontare di nuovo gli 8 caratteri.
scan-undone =
    ↩️ <b>Passaggio annullato</b>

    { $holder } · { $type }. { $now ->
        [inside] Risulta di nuovo dentro.
       *[outside] Risulta fuori, e il biglietto può essere scansionato di nuovo.
    }
party-asks =
    <b>Il gruppo di { $holder }</b>

    { $way ->
        [exit] Su { $size } persone, dentro sono { $waiting }. Quante escono adesso?
       *[entry] Su { $size } persone, da far entrare sono { $waiting }. Quante entrano adesso?
    }
party-passed = { $way ->
    [exit] 👋 <b>Arrivederci: { $passed }</b>
   *[entry] ✅ <b>Prego: { $passed }</b>
 }

    Il gruppo di <b>{ $holder }</b>, { $size } persone. { $waiting ->
        [0] Non manca più nessuno.
       *[other] { $way ->
            [exit] Ancora dentro: { $waiting }.
           *[entry] Ancora attesi: { $waiting }.
        }
    }
scan-revoked =
    ⛔ <b>Immagine superata</b>

    { $why ->
        [given] Questo biglietto è stato regalato: il codice lo ha il nuovo titolare. Non far entrare.
       *[renewed] Questo biglietto ha un codice più recente. L’ospite lo riapra da I miei biglietti.
    }
button-reentry-on = Consentire di rientrare
button-reentry-off = Non far più rientrare
button-door-money-on = Incassare all’ingresso
button-door-money-off = Non incassare all’ingresso
button-door-release = { $hours ->
    [0] Tenere i non pagati fino all’inizio
    [one] Liberare i non pagati 1 h prima
   *[other] Liberare i non pagati { $hours } h prima
}
button-take-money = { $total } ricevuti: far entrare
scan-unpaid =
    ⛔ <b>Non pagato</b>

    { $holder } · { $type }. { $due ->
        [none] Rivolgersi al responsabile.
       *[other] Da pagare per l’ordine: <b>{ $due }</b>.
    }
