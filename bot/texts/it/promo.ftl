# Promo codes: at the checkout, and at the desk of who makes the evening.

button-have-code = Ho un codice
button-code-off = Senza { $code }
choose-offer-was = <b>{ $name }</b> · <s>{ $was }</s> { $price }
code-percent = { $percent }% in meno a biglietto
code-amount = { $amount } in meno a biglietto
code-access = apre biglietti che gli altri non vedono
code-terms = Codice <b>{ $code }</b>: { $what }.
code-terms-left = { $left ->
    [one] Vale ancora per un Suo biglietto.
   *[other] Vale ancora per { $left } Suoi biglietti.
 }
code-terms-until = Fino a { $until }.
order-line-was = { $count } × { $name } · <s>{ $was }</s> { $price }
order-code = { $saved ->
    [none] Con il codice <b>{ $code }</b>
   *[other] Con il codice <b>{ $code }</b>: { $saved } in meno
 }

form-use-code-title = Ho un codice
form-use-code-done = Il codice vale. Ecco come:
form-use-code-code = Qual è il codice? Maiuscole e minuscole sono uguali.
form-use-code-code-invalid = Un codice ha lettere e cifre, almeno tre, per esempio SILK20. Lo ricontrolli e lo mandi così com’è scritto.
form-promo-unknown = <b>{ $code }</b> non è un codice di questa serata. Lo ricontrolli: forse manca una lettera, o vale per un’altra serata.
form-promo-paused = <b>{ $code }</b> al momento non vale. Chieda a chi gliel’ha dato, o continui senza: la scelta è ancora qui sopra.
form-promo-over = <b>{ $code }</b> è scaduto. Se ha un codice più recente lo mandi; altrimenti si può continuare senza.
form-promo-other = <b>{ $code }</b> non vale per nessuno dei biglietti scelti. Ne scelga altri, o mandi un altro codice.
form-promo-used_up = <b>{ $code }</b> è già stato usato quanto si poteva. Qualche posto può tornare; altrimenti si può continuare senza.
form-promo-yours = Ha già usato <b>{ $code }</b> quanto può una persona. Un altro codice, o senza?
form-promo-later = { $minutes ->
    [one] Sono già molte parole che non sono un codice. Riprovi tra un minuto, o continui senza: la Sua scelta è ancora qui sopra.
   *[other] Sono già molte parole che non sono un codice. Riprovi tra { $minutes } minuti, o continui senza: la Sua scelta è ancora qui sopra.
 }
form-promo-taken = Questa serata ha già un codice <b>{ $code }</b>. Serve un’altra parola.

codes-title = <b>Codici promo</b> · { $title }
codes-none = Ancora nessun codice. Un codice rende i biglietti meno cari a chi lo scrive, o apre tipi che avete nascosto.
codes-line =
    <b>{ $code }</b> · { $what }{ $state ->
        [paused] {" "}· a riposo
        [over] {" "}· scaduto
        [gone] {" "}· esaurito
       *[open] {""}
    }
    { $used ->
        [one] usato per un biglietto
       *[other] usato per { $used } biglietti
    }{ $budget ->
        [none] {""}
       *[other] {" "}su { $budget }
    }
code =
    <b>{ $code }</b>
    { $what }

    Per: { $types }
    Usato per: { $used ->
        [one] un biglietto
       *[other] { $used } biglietti
    }{ $budget ->
        [none] {""}
       *[other] , su { $budget } al massimo
    }
    A persona: { $limit ->
        [none] senza limite
        [one] un biglietto
       *[other] { $limit } biglietti
    }
    Fino a: { $until ->
        [none] la fine della vendita
       *[other] { $until }
    }
    Sconti concessi finora: { $given ->
        [none] nessuno
       *[other] { $given }
    }
code-every-type = tutti quelli non nascosti
code-hidden-type = { $name } (nascosto)
code-note = { $state ->
    [paused] <b>È a riposo:</b> ora nessuno può usarlo. Gli ordini già fatti restano.
    [over] <b>È scaduto.</b>
   *[gone] <b>È esaurito.</b> Ciò che non si paga in tempo gli ritorna.
 }
button-codes = Codici promo
button-code = { $code }
button-new-code = Aggiungere un codice
button-code-pause = Metterlo a riposo
button-code-resume = Farlo valere di nuovo
button-type-hide = Nasconderlo
button-type-unhide = Mostrarlo a tutti
type-hidden = <b>Nascosto:</b> lo vede solo chi ha un codice promo per questo tipo.
types-line-hidden =
    <b>{ $name }</b> · { $price } · nascosto
    { $sold } di { $size } venduti

form-promo-title = Un codice promo
form-promo-done = Il codice è pronto: vale per chi lo scrive.
form-promo-code = Quale parola si deve scrivere? Ne propongo una; oppure un’altra, con lettere, cifre e trattini. Maiuscole e minuscole non contano.
form-promo-code-label = Parola
form-promo-code-invalid = Un codice è una sola parola di 3–24 lettere semplici, cifre e trattini, per esempio SILK20. Si scrive così.
form-promo-effect = Che cosa fa?
form-promo-effect-label = Effetto
form-promo-effect-percent = Una percentuale in meno
form-promo-effect-amount = Un importo in meno
form-promo-effect-access = Apre tipi nascosti
form-promo-percent = Quanto in meno, in percentuale, a biglietto? Da 1 a 100; con 100 è in omaggio.
form-promo-percent-label = Percentuale
form-promo-amount = Quanto in meno a biglietto? Uno che costa meno diventa in omaggio.
form-promo-amount-label = In meno a biglietto
form-promo-types = Per quali tipi? Basta toccarli. O saltare: allora vale per tutti quelli non nascosti.
form-promo-types-label = Per i tipi
form-promo-hidden = Quali tipi nascosti apre?
form-promo-hidden-label = Apre
form-promo-budget = Per quanti biglietti in tutto? O saltare: allora è senza limite.
form-promo-budget-label = In tutto
form-promo-each = Quanti biglietti a persona con questo codice? O saltare: allora contano solo i limiti dei tipi.
form-promo-each-label = A persona
form-promo-until = Fino a quando vale? O saltare: allora vale finché dura la vendita.
form-promo-until-label = Fino a

purpose-promo_tries = Perché nessuno indovini codici promo in serie
purpose-promo_redemptions = Quale codice ha reso un ordine meno caro
