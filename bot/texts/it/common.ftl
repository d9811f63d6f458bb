when = { $day }, { $clock }
clock-there = { $clock } (ora di { $city }{ $turn ->
    [before] , prima del cambio d’ora
    [after] , dopo il cambio d’ora
   *[none] {""}
 })
clock-twice = { $clock } ({ $turn ->
    [before] prima del cambio d’ora
   *[after] dopo il cambio d’ora
 })
unavailable = non disponibile

bot-about = Sfilate di moda, e come entrarci. Trovare una serata, acquistare in chat, mostrare l’immagine all’ingresso.
bot-short = Sfilate di moda, e come entrarci.

command-start = La maison, dall’inizio
command-events = In programma
command-tickets = I miei biglietti
command-orders = I miei ordini e le ricevute
command-help = Come funziona
command-support = Parlare con una persona
command-privacy = I miei dati
command-terms = Condizioni di vendita
command-cancel = Interrompere ciò che è in corso
command-door = L’ingresso
command-admin = L’ufficio
command-enquiries = Le domande in attesa di risposta

button-programme = In programma
button-my-tickets = I miei biglietti
button-my-orders = I miei ordini
button-door = L’ingresso
button-office = L’ufficio
button-back = ‹ Indietro
button-menu = ‹ Inizio
button-more = Altro ›
button-earlier = ‹ Precedenti

menu =
    <b>Che piacere averLa qui, { $name }.</b>

    Questa è la casa delle serate di moda: qui si trova una sfilata, si prendono i posti in chat e si entra con un’immagine.
menu-tickets = { $count ->
    [one] C’è <b>un biglietto</b> a Suo nome.
   *[other] Ci sono <b>{ $count } biglietti</b> a Suo nome.
 }

help =
    <b>Come funziona</b>

    /events mostra che cosa è in programma. Basta toccare una serata, scegliere i posti e pagare qui in chat.
    Il biglietto arriva come immagine, da mostrare all’ingresso. Si ritrova sempre con /tickets.

    Qualcosa non va? Con /support risponde una persona. /cancel interrompe qualunque cosa sia in corso.
terms =
    <b>Condizioni di vendita</b>

    Il contratto è con la maison che organizza la serata; il portale raccoglie l’ordine per suo conto. I posti restano riservati fino all’ora indicata sull’ordine, poi tornano in vendita. Un biglietto fa entrare una persona, una volta.

    Se una serata è annullata, il denaro è restituito. Per tutto il resto c’è /support.
cancelled = Va bene. Nulla è andato perso; ecco di nuovo la maison.
not-understood = Temo di non aver capito. Ecco che cosa posso fare.
not-a-picture = Grazie della foto, ma qui non saprei come usarla. Forse uno di questi pulsanti?
old-button = Quel pulsante era di un altro giorno. Ecco come stanno le cose adesso.
link-unknown = Questo link non porta da nessuna parte. Forse si è persa una lettera per strada? Ecco la maison.
guest = gentile ospite
language = Italiano
