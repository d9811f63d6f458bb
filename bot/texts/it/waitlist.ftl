# La lista d’attesa: un posto in fila, le proposte, e ciò che decide la maison.

button-wait = Lista d’attesa · { $name }
button-wait-seats = { $count ->
    [one] Un posto
   *[other] { $count } insieme
 }
button-leave-line = Lasciare la lista
button-join-again = Tornare in lista
button-wait-ahead = In testa alla fila
button-wait-line = In attesa · { $title }
button-wait-offer = Tenuto per Lei · { $title }
button-offer-only = { $count ->
    [one] Uno solo
   *[other] Solo { $count }
 }
button-offer-pass = Non questa volta
button-offer-wait-on = Ne attendo { $count }

wait-title =
    <b>Lista d’attesa</b> · { $name }
    { $title }
    { $when }
wait-ask = Per ora tutti i posti sono presi. Appena se ne liberano abbastanza, sono tenuti per Lei e Le scrivo; nessuno può comprarli prima. Quanti ne servono?
wait-over = La vendita è terminata, e anche la lista d’attesa.
wait-seats = { $seats ->
    [one] Attende <b>un posto</b>.
   *[other] Attende <b>{ $seats } posti insieme</b>.
 }
wait-ahead = { $ahead ->
    [0] È <b>in testa alla fila</b>.
    [one] <b>Una</b> richiesta è prima della Sua.
   *[other] <b>{ $ahead }</b> richieste sono prima della Sua.
 }
wait-first = Il Suo pagamento era arrivato troppo tardi: per questo sta davanti agli altri.
wait-together = I posti Le sono proposti insieme. Se per un po’ ce ne sono solo alcuni, Le chiedo se li vuole, e mantiene il Suo posto in fila se preferisce attendere.
wait-smaller = In questa fila un gruppo piccolo può passare prima quando i posti sono troppo pochi per uno più grande.
wait-promise = Le scrivo appena è il Suo turno.
wait-left = Ha lasciato questa lista d’attesa. Può tornarvi quando vuole, in fondo alla fila.

countdown = tra poco
offer-made =
    <b>{ $seats ->
        [one] Si è liberato un posto per Lei
       *[other] Si sono liberati { $seats } posti per Lei, insieme
     }</b>

    { $title } · { $name }
    { $when }
    Totale: <b>{ $total }</b>

    Tenuto solo per Lei fino alle <b>{ $clock }</b>, { $countdown }.
offer-fewer =
    <b>{ $seats ->
        [one] C’è un posto libero; ne desiderava { $wanted }
       *[other] Ci sono { $seats } posti liberi; ne desiderava { $wanted }
     }</b>

    { $title } · { $name }
    { $when }
    Totale: <b>{ $total }</b>

    Tenuto solo per Lei fino alle <b>{ $clock }</b>, { $countdown }. Se preferisce attendere { $wanted } posti insieme, mantiene il Suo posto in fila, e questi vanno ad altri.
offer-lapsed = Il tempo per questi posti è passato, e sono andati a chi segue in fila. Nulla è stato addebitato. Se desidera ancora venire, torni in lista: sarà allora in fondo alla fila.
offer-passed = Grazie di avercelo detto: i posti vanno a chi segue in fila. Nulla è stato addebitato.
offer-declined = Mantiene il Suo posto in fila, e Le scrivo appena ci sono posti per tutti voi.

order-late-ahead = Se desidera ancora venire, può attendere in testa alla fila: ciò che si libera Le sarà proposto per primo.
order-late-again = Se vuole ancora venire: in questo momento ci sono posti, scelga di nuovo.{ $code ->
    [none] {""}
   *[other] {" "}Il codice { $code } può essersi esaurito.
 }

type-line = { $people ->
    [0] Nessuno attende.
    [one] <b>Una</b> richiesta in attesa, per { $seats ->
        [one] un posto
       *[other] { $seats } posti
     }.
   *[other] <b>{ $people }</b> richieste in attesa, per { $seats } posti.
 }
type-line-closed = La lista d’attesa è chiusa: nessuno può iscriversi; chi attende già è ancora servito.
type-line-smaller = I gruppi piccoli passano prima dove uno più grande non entra.
button-line-close = Chiudere la lista
button-line-open = Riaprire la lista
button-line-smaller = Prima i più piccoli
button-line-in-turn = Ognuno a suo turno
