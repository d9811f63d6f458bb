# The web pages of who works here. No markup: a template has it.
web-house = Fashionista Portal
web-staff = Per chi lavora qui
web-sorry = Ci dispiace
web-elsewhere = Questo non viene da una delle nostre pagine. Riapra la pagina e provi ancora una volta.
web-no-page = Questa pagina non esiste.
web-busy = In questo momento non possiamo rispondere. Riprovi tra un minuto; nulla va perso.
web-failed = Qualcosa è andato storto da parte nostra. Riprovi, per favore.
web-to-chat = Tornare alla chat
web-sign-in = Accedere
web-sign-in-words = Con l’indirizzo e-mail confermato nella chat e la password scelta. Oppure senza l’uno e l’altra: chieda un link nella chat, con /devices.
web-email = Indirizzo e-mail
web-password = Password
web-button-sign-in = Accedere
web-link = Accedere qui
web-link-words = Questo link dà accesso da questo dispositivo, una volta sola. Prosegua solo se l’ha chiesto Lei, su un dispositivo Suo.
web-link-over = Questo link non porta più da nessuna parte
web-link-used = È già stato usato: funziona una volta sola. Uno nuovo è nella chat, con /devices.
web-link-expired = Valeva dieci minuti, e sono passati. Uno nuovo è nella chat, con /devices.
web-link-unknown = Non è valido. Uno nuovo è nella chat, con /devices.
web-choose-password = Scegliere una password
web-password-words = Almeno { $least } caratteri. Qualche parola che solo Lei metterebbe insieme si ricorda bene e si indovina male.
web-new-password = Nuova password
web-password-again = Ancora una volta
web-button-keep = Conservare
web-not-the-same = Le due non sono uguali: le scriva ancora una volta.
web-password-set = La password è scelta
web-password-set-words = Tutti i dispositivi collegati sono stati scollegati. D’ora in poi si accede con l’indirizzo e-mail e la nuova password.
web-hello = Che piacere, { $name }
web-hello-nobody = Che piacere
web-home-words = L’accesso è fatto. Tutto il resto è nella chat.
web-role-admin = Gestisce il portale
web-role-organizer = Organizza
web-role-staff = Della squadra
web-evenings = Le Sue serate
web-no-evenings = Non c’è nulla in programma.
web-own = Sua
web-devices = Dove ha accesso
web-here = questo dispositivo
web-button-end = Scollegare
web-button-others = Scollegare tutti gli altri
web-button-out = Uscire
device-named = { $browser } su { $system }
device-unknown = Un browser
device-last = ultimo uso { $last }
device-last-from = ultimo uso { $last }, da { $place }
just-now = proprio ora

command-devices = Dove ho accesso
button-devices = I miei dispositivi
button-devices-link = Accedere da un altro dispositivo
button-devices-password = Scegliere una password
button-devices-renew = Nuova password
button-devices-email = Confermare un indirizzo e-mail
button-devices-end = Scollegare { $number }. { $name }
button-devices-end-all = Scollegare tutto
button-devices-open = Accedere
button-devices-choose = Scegliere una password
button-devices-copy = Copiare il link
button-devices-not-me = Non ero io
devices =
    <b>I miei dispositivi</b>

    Dove ha accesso alle pagine web della maison.
devices-none = <i>In questo momento da nessuna parte.</i>
devices-line = { $number }. <b>{ $name }</b>: { $note }
devices-password = Può accedere anche con l’indirizzo e-mail e la password.
devices-no-password = Con una password può accedere anche senza la chat.
devices-no-email = Per accedere anche con una password, confermi prima un indirizzo e-mail.
devices-unreachable =
    <b>I miei dispositivi</b>

    La maison non ha ancora pagine web: chi gestisce il portale non ha detto dove sono (PUBLIC_URL).
devices-link =
    <b>Un link che dà accesso</b>

    Funziona una volta, entro { $minutes } minuti, sul dispositivo dove si apre. Lo tenga per sé: chi lo apre entra al Suo posto.
devices-password-link =
    <b>Un link per scegliere una password</b>

    Funziona una volta, entro { $minutes } minuti. Una nuova password scollega tutti i dispositivi. Non scriva mai una password qui nella chat.
devices-signed-in =
    <b>C’è appena stato un accesso</b>

    { $name }. Se non era Lei, un tocco lo chiude.
devices-tried =
    <b>Qualcuno prova password con il Suo indirizzo e-mail</b>

    Non è entrato, e ora deve aspettare di più dopo ogni tentativo. Se era Lei: un link dalla chat dà accesso senza password.
devices-disowned =
    <b>Sono tutti fuori</b>

    Tutti i dispositivi sono scollegati, e la vecchia password non vale più. Ne scelga una nuova, che non usa altrove.

purpose-web_links = Per darLe accesso sul web, o farLe scegliere una password, con un link che vale una volta sola
purpose-sign_in_tries = Perché nessuno indovini password una dopo l’altra
web-letters = Niente più novità per e-mail?
web-letters-words = Ciò che riguarda i Suoi biglietti continua ad arrivarLe. Nella chat può cambiare idea in ogni momento.
web-letters-button = Non ricevere più queste lettere
web-letters-ended = Non riceverà più queste lettere
web-letters-ended-words = Vale da questo momento. Ciò che riguarda i Suoi biglietti continua ad arrivarLe.
web-letters-over = Questo link non corrisponde a nessun indirizzo a cui scriviamo: non c’è niente da fermare. Se arrivano ancora lettere, ci scriva nella chat.
