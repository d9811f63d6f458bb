reminder-caption =
    <b>{ $hours ->
        [one] Fra un’ora
       *[other] Fra { $hours } ore
    }: { $title }</b>
    { $when }
    { $place }

    { $type } · { $holder }
    Codice <code>{ $code }</code>

    Da mostrare all’ingresso. Avremo il piacere?
button-coming = Ci sarò
button-cannot-come = Non posso
button-give-away = Cederlo
button-keep-ticket = Tenere il biglietto
button-give-back = Restituire il posto
button-write = Scrivere alla maison
alert-coming = Che piacere. La aspettiamo.
cannot-come-free =
    <b>{ $title }</b>

    Che peccato. Restituisco il posto? Qualcun altro potrà prenderlo subito, e il biglietto finirà.
cannot-come-paid =
    <b>{ $title }</b>

    Che peccato. Le mostro prima che cosa si rimborsa; il posto va poi a qualcun altro.
give-away =
    <b>{ $title }</b>

    Viene qualcun altro al Suo posto? Ne scriva il nome alla maison: intesta il biglietto a quel nome e risponde qui. Fino ad allora il biglietto resta Suo.
