button-services = Servizi
services-title = <b>Con chi parla il portale</b>
services-none = Ancora niente: Telegram e il server di posta appaiono qui entro pochi minuti dall’avvio.
services-line-active = 🟢 <b>{ $name }</b> · { $kind ->
    [telegram] messaggi
    [mail] lettere
    [sms] SMS
   *[social] pubblicazioni
 }
services-line-failing = 🟡 <b>{ $name }</b> · { $kind ->
    [telegram] messaggi
    [mail] lettere
    [sms] SMS
   *[social] pubblicazioni
 } · a volte non riesce
services-line-error = 🔴 <b>{ $name }</b> · { $kind ->
    [telegram] messaggi
    [mail] lettere
    [sms] SMS
   *[social] pubblicazioni
 } · a riposo dopo degli errori
services-line-inactive = ⚪️ <b>{ $name }</b> · { $kind ->
    [telegram] messaggi
    [mail] lettere
    [sms] SMS
   *[social] pubblicazioni
 } · spento
services-unheard = Ancora nessuna notizia.
services-heard = { $minutes ->
    [0] Notizie proprio ora.
    [one] Notizie { $minutes } minuto fa.
   *[other] Notizie { $minutes } minuti fa.
 }
services-fails = L’ultima volta: { $kind ->
    [away] all’indirizzo non ha risposto nessuno.
    [slow] non ha risposto in tempo.
    [login] non ci lascia entrare: controlli nome, password o token.
    [unproven] non dimostra chi è: controlli il suo certificato.
    [answer] ha risposto con l’errore { $number }.
   *[other] <code>{ $why }</code>
 }
services-how = Chi gestisce la macchina li aggiunge, li prova e li toglie: <code>main.py services</code>
