command-incidents = Che cosa non va
button-incidents = Che cosa non va
incidents-title = <b>Che cosa non va</b>
incidents-none = Niente: va tutto bene.
incidents-past = <b>Che cosa non andava</b>
incidents-now = <b>{ $what }</b>, da { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minuti
 }
incidents-line = { $when } · { $what } · { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minuti
 }
incident-begun = <b>{ $what }</b>
incident-since = Da { $when } (UTC). Un secondo messaggio dirà quando è finita.
incident-over = <b>Finita: { $what }.</b> Cominciata { $since } (UTC), è durata { $minutes ->
    [one] { $minutes } minuto.
   *[other] { $minutes } minuti.
 }

incident-database = Il database è assente
incident-means-database = Vendite e risposte attendono il suo ritorno. Niente di ciò che era convenuto va perso.
incident-pool = Tutte le connessioni sono occupate
incident-means-pool = Le risposte tardano più del dovuto. Aiutano più processi, o meno ospiti insieme.
incident-keys = Il deposito delle chiavi è assente
incident-means-keys = Ciò che le persone ci hanno detto non si può leggere, e nessuno di nuovo si può accogliere, fino al suo ritorno.
incident-redis = Redis è assente
incident-means-redis = Le vendite continuano. Un dialogo può ripetere una domanda, e i messaggi partono più lentamente.
incident-telegram = Telegram non risponde
incident-means-telegram = Niente arriva e niente parte. Telegram conserva ciò che le persone scrivono, e noi ciò che deve partire.
incident-timetable = Un lavoro tarda o fallisce
incident-means-timetable = Si tratta di: { $detail }. Il registro dice perché.
incident-deliveries = Dei messaggi attendono troppo
incident-means-deliveries = Biglietti o promemoria che dovevano partire più di cinque minuti fa: { $detail }.
incident-errors = Molti errori
incident-means-errors = Errori nell’ultimo minuto: { $detail }. Il registro dice quali.
incident-audit = { $detail ->
    [late] Il registro non viene più sigillato
   *[other] Un sigillo non tiene
}
incident-means-audit = { $detail ->
    [late] Alcune righe attendono il sigillo da più di un quarto d’ora. Di solito resta aperta una transazione nella base dati: <code>pg_stat_activity</code> mostra quale.
   *[other] Il sigillo { $detail } del registro non è più com’era. Qualcuno può averlo alterato: si esegua <code>main.py audit verify</code>.
}
incident-counts = Posti e denaro non concordano
incident-means-counts = Ricontati dalle righe: { $detail } <code>main.py invariants</code> dice tutto.
incident-provider = Gli ospiti non possono pagare
incident-means-provider = { $detail ->
    [portal] Telegram rifiuta il fornitore del portale: guardi <code>PAYMENT_PROVIDER_TOKEN</code>, e @BotFather.
   *[other] Telegram rifiuta i token dei fornitori di tante maison: { $detail }. Sono avvisate, e possono collegarne uno nuovo.
 }
incident-money = Del denaro è bloccato
incident-means-money = Rimborsi che sarebbero dovuti partire, e annunci del fornitore su denaro qui sconosciuto: { $detail }. Le pagine di Stripe e il registro dicono quali.
incident-services = Un servizio non risponde
incident-means-services = Si tratta di: { $detail }. Ciò che doveva partire di lì aspetta. La schermata dei servizi e il registro dicono perché.
