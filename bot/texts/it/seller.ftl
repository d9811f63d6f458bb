button-seller = I suoi incassi
button-seller-token = Collegare un fornitore
button-seller-other = Un altro token
button-seller-remove = Toglierlo
button-seller-surely = Sì, toglierlo

seller-title = <b>Come viene pagata la sua maison</b>
seller-by-portal = Gli ospiti pagano tramite il fornitore del portale. Con un fornitore suo, per esempio Stripe, il denaro delle sue serate arriva direttamente a lei.
seller-by-nobody = Gli ospiti non possono ancora pagare nella chat: si hanno solo i posti gratuiti e quelli pagati all’ingresso. Colleghi un fornitore suo, per esempio Stripe, e potranno.
seller-own = Gli ospiti la pagano tramite il suo fornitore: il token che finisce con <code>{ $ending }</code>, collegato il { $since }.
seller-test = <b>È un token di prova</b>: le fatture sono uguali, e non si muove denaro vero.
seller-refused = <b>Telegram lo rifiuta</b> dal { $when }: nessuno può pagare. Colleghi un nuovo token.
seller-gives-back = Ciò che è arrivato così è presso il suo fornitore, e solo lei può renderlo. Quando a un ospite è dovuto del denaro, glielo dico.
seller-surely =
    <b>Togliere il token che finisce con { $ending }?</b>

    { $then ->
        [portal] Da quel momento gli ospiti pagano tramite il fornitore del portale.
       *[nobody] Da quel momento gli ospiti non possono pagare nella chat: restano solo i posti gratuiti e quelli pagati all’ingresso.
    } Le fatture già aperte possono ancora esserle pagate.

form-seller-token-title = Il suo fornitore
form-seller-token-token =
    Mi mandi il token del suo fornitore di pagamenti. Chi si occupa di questo bot lo trova presso @BotFather: <code>/mybots</code>, questo bot, Payments, il suo fornitore.

    Somiglia a <code>284685063:LIVE:NzE1…</code>, con TEST al posto di LIVE finché non si deve muovere denaro vero. Cancello subito il suo messaggio, conservo il token sigillato e ne mostro solo gli ultimi quattro caratteri.
form-seller-token-token-invalid = Non è il token di un fornitore. Ha delle cifre, poi :LIVE: o :TEST:, poi lettere e cifre senza spazi, per esempio 284685063:LIVE:NzE1… Il token di un bot è un’altra cosa. Ho cancellato comunque il suo messaggio.
form-seller-token-done = Collegato. Il suo messaggio con il token è cancellato.

notice-account-refused =
    <b>I suoi ospiti non possono pagare</b>

    Telegram rifiuta il token del suo fornitore di pagamenti. I posti già scelti restano tenuti fino alla loro scadenza. Colleghi un nuovo token.

button-seller-data = Dati sulle ricevute
button-seller-no-data = Solo il nostro nome
seller-no-data = <b>Le ricevute</b> portano il suo nome pubblico. Se servono una ragione sociale, un indirizzo o l’IVA, me lo dica.
seller-data =
    <b>Le ricevute</b> portano:
    { $name }
    { $address }
seller-data-number = Partita IVA o codice fiscale { $number }
seller-data-rate = I suoi prezzi comprendono l’IVA al { $rate } %

form-seller-data-title = Che cosa dicono le ricevute
form-seller-data-done = Fatto. Lo diranno le ricevute di ciò che si paga d’ora in poi; le precedenti restano com’erano.
form-seller-data-name = Con quale ragione sociale vende?
form-seller-data-name-label = Ragione sociale
form-seller-data-name-invalid = Un nome ha lettere o cifre: lo scriva com’è registrato.
form-seller-data-address = A quale indirizzo? Via, città e paese, in un messaggio.
form-seller-data-address-label = Indirizzo
form-seller-data-address-invalid = Un indirizzo ha lettere o cifre, per esempio <i>Corso Venezia 16, 20121 Milano, Italia</i>.
form-seller-data-number = Quale partita IVA o codice fiscale va indicato? Si può saltare.
form-seller-data-number-label = Numero fiscale
form-seller-data-number-invalid = Un numero ha lettere o cifre, per esempio <i>IT01234567890</i>.
form-seller-data-rate = Quanto per cento di IVA comprendono i prezzi? Si può saltare se le ricevute non devono dirlo; scriva 0 se è esente.
form-seller-data-rate-label = IVA

button-receipt = Ricevuta
button-receipt-mail = Inviarla per e-mail
receipt-mailed = È in viaggio verso il suo indirizzo.
receipt-subject = Ricevuta { $number } · { $title }
receipt-head =
    <b>Ricevuta</b> · ordine { $number }
    { $day }, { $clock }
receipt-buyer = Per { $buyer }
receipt-evening = { $title }, { $when }
receipt-seller = Venduto da <b>{ $name }</b>
receipt-address = { $address }
receipt-number = Partita IVA o codice fiscale { $number }
receipt-discount = Sconto{ $code ->
        [none] {""}
       *[other] , codice { $code }
    } · −{ $amount }
receipt-total = In tutto <b>{ $total }</b>, { $method ->
    [door] pagato all’ingresso
   *[chat] pagato nella chat
 }
receipt-vat = di cui IVA { $rate } %: { $amount }
receipt-went = ↩ { $amount } resi il { $day }
receipt-kept = Restano <b>{ $amount }</b>{ $vat ->
    [none] {""}
   *[other] , di cui IVA { $vat }
 }
