news-question =
    <b>Una domanda, una volta sola</b>

    Possiamo scriverLe quando c’è qualcosa di nuovo: una sfilata nella Sua città, una serata di una maison che segue? Biglietti e promemoria arrivano in ogni caso.
news-thanks =
    <b>Che piacere.</b> Le scriveremo quando una serata ne varrà la pena.

    Basta un tocco sotto uno di questi messaggi per smettere, e con /settings si cambia idea in qualsiasi momento.
news-declined =
    <b>Va benissimo.</b> Le scriveremo soltanto per i Suoi biglietti e le Sue serate.

    Se cambia idea: /settings.
button-news-yes = Sì, volentieri
button-news-no = No, grazie
button-news-stop = Niente più novità
button-news-start = Ricevere le novità
button-news-again = Ricevere di nuovo le novità
button-settings = Che cosa ricevo
button-reminder-on = ✓ { $hours } h
button-reminder-off = { $hours } h
alert-news-stopped = Fatto: niente più novità da parte nostra. Biglietti e promemoria continuano ad arrivare. Se cambia idea, il pulsante qui sotto le riporta.
alert-news-again = Che piacere riaverla con noi. Avrà nostre notizie.
settings =
    <b>Che cosa riceve</b>

    Novità sulle serate: <b>{ $news ->
        [yes] sì, con piacere
       *[other] no
    }</b>
    Prima di ogni serata per cui ha un biglietto arriva un promemoria; scelga qui sotto quante ore prima.

    Biglietti, ricevute e cambiamenti delle Sue serate arrivano sempre.
button-quiet = Ore di quiete: { $span }
button-quiet-on = ✓ { $span }
button-quiet-off = { $span }
button-clock = Il mio orario
button-clock-house = Quello di chi scrive
quiet-never = nessuna
quiet-span = { $start }:00 – { $end }:00
quiet-clock-unknown = chi scrive
quiet-place = { $zone ->
    [LosAngeles] Los Angeles
    [NewYork] New York
    [SaoPaulo] San Paolo
    [London] Londra
    [Athens] Atene
    [Dubai] Dubai
    [Kolkata] Mumbai, Delhi
    [Shanghai] Shanghai
    [Tokyo] Tokyo
    [Sydney] Sydney
   *[Paris] Parigi, Milano
 }
quiet =
    <b>Ore di quiete</b>

    { $kind ->
        [never] Le novità arrivano a ogni ora.
       *[hours] Le novità La lasciano riposare: <b>{ $span }</b>, secondo l’ora di <b>{ $clock }</b>. Ciò che verrebbe allora arriva dopo.
    }

    Biglietti, promemoria e cambiamenti delle Sue serate arrivano sempre.
quiet-zones = Secondo quale ora vive? Scelga la città più vicina che ha la Sua stessa ora.
command-settings = Novità e promemoria
