error-unknown = Qualcosa è andato storto da parte nostra. È stato annotato e nulla è perso: riprovare tra un momento, o scrivere a /support.
error-unreadable = Qualcosa che sta qui non si può leggere in questo momento. Ne abbiamo preso nota; scriva a /support se le serve.
error-own-deleted = Quello che ci aveva affidato è cancellato per sempre e non possiamo conservare altro per lei. Sfilate e biglietti funzionano come prima.
error-deleted = Questo dato è cancellato per sempre: nessuno può più leggerlo.

error-NotAvailable = Non riesco a trovarlo. Forse non c’è più, o non è visibile a tutti.
error-NotAllowed = Questa azione non è consentita da qui. Se dovrebbe esserlo, basta scrivere a /support.
error-Busy = In questo momento c’è molta folla. Si può riprovare tra un attimo.

error-CodeRefused = { $trouble ->
    [unknown] Non è un codice di questa serata. Lo mandi di nuovo, o scelga senza.
    [later] { $minutes ->
        [one] Sono già molte parole che non sono un codice. Riprovi tra un minuto, o scelga senza.
       *[other] Sono già molte parole che non sono un codice. Riprovi tra { $minutes } minuti, o scelga senza.
     }
    [paused] Al momento il codice non vale. Si può scegliere senza.
    [over] Il codice è scaduto. Si può scegliere senza.
    [other] Il codice non vale per nessuno dei biglietti scelti. Ne scelga altri, o continui senza.
    [yours] { $left ->
        [0] Ha già usato il codice quanto può una persona. Si può scegliere senza.
        [one] Il codice vale ancora per un Suo biglietto. Ne scelga meno, o continui senza.
       *[other] Il codice vale ancora per { $left } Suoi biglietti. Ne scelga meno, o continui senza.
     }
   *[used_up] { $left ->
        [0] Il codice si è appena esaurito. Nessun addebito. Si può scegliere senza.
        [one] Il codice vale ormai per un solo biglietto. Ne scelga meno, o continui senza.
       *[other] Il codice vale ormai per soli { $left } biglietti. Ne scelga meno, o continui senza.
     }
 }
error-SoldOut = { $reason ->
    [held] Gli ultimi posti sono trattenuti per altri. Qualcuno può liberarsi: conviene riprovare tra pochi minuti.
    [ordered] Tutti i posti sono ordinati, o promessi a chi è in lista d’attesa.
   *[gone] { $left ->
        [0] Esaurito: l’ultimo posto è appena andato. Nessun addebito.
        [one] È rimasto un solo posto. La scelta è da rifare.
       *[other] Sono rimasti solo { $left } posti. La scelta è da rifare.
     }
 }
error-SalesClosed = { $opens_at ->
    [none] La vendita è chiusa.
   *[other] La vendita non è ancora iniziata: apre il { $opens_at } (UTC).
 }
error-LimitReached = { $limit ->
    [one] Un solo posto a persona, compresi quelli già presi.
   *[other] Al massimo { $limit } posti a persona, compresi quelli già presi.
 }
error-StillToBeHad = { $left ->
    [one] Non occorre attendere: un posto si può avere subito. Scelga di nuovo.
   *[other] Non occorre attendere: { $left } posti si possono avere subito. Scelga di nuovo.
 }
error-LineClosed = La lista d’attesa è chiusa: la maison non accetta altri nomi.
error-PriceChanged = Nel frattempo il prezzo è cambiato. Ecco il nuovo totale, da vedere prima di pagare.
error-EmptyBasket = Non c’è ancora nulla di scelto. Prima basta toccare + accanto a un biglietto.
error-PaymentAway = Il fornitore di pagamenti ora non accetta denaro. I suoi posti sono tenuti fino a { $until }, e ne siamo informati. Riprovi fra poco.
error-HoldExpired = Il tempo per questo ordine è finito e i posti sono tornati in vendita. Nessun addebito: la scelta è da rifare.
error-OrderChanged = Questa fattura è di una scelta precedente. Quella da pagare è la più recente, in I miei ordini.
error-AlreadyPaid = Questo ordine è già pagato. I biglietti sono in I miei biglietti.
error-MoneyTaken = Questo ordine è già pagato: non incassi nulla. Scansioni il biglietto per vedere chi è entrato.
error-PlacesLetGo = Questi posti sono stati lasciati prima del pagamento: non incassi nulla. Se ce ne sono ancora, l’ospite lo vede nella pagina della serata.
error-NotYours = Questo ordine è di un’altra persona, perciò non è possibile pagarlo.
error-EventCancelled = Questa serata è stata annullata: non c’è nulla da pagare.

error-LinkUsed = Questo link è già stato usato. Funziona una volta sola: occorre chiederne uno nuovo.
error-LinkExpired = Questo link è scaduto. Occorre chiederne uno nuovo.

error-DialogOver = Questa domanda non è più aperta: è stata inviata, o annullata. Non resta altro da fare qui.
error-EnquiryAnswered = Qualcuno della maison ha già risposto.
error-RefundLeft = Questo denaro è già sulla via del ritorno: non c’è altro da fare.
error-PaymentUnderWay = È in corso un pagamento per questo ordine. Se non arriva, tra qualche minuto sarà possibile restituire i posti.

error-OwnEmail = Quell’indirizzo è già confermato: sta nel Suo profilo.
error-TooManyLetters = Sono già { $most } lettere in un’ora, e di più sarebbe una seccatura. La prossima può partire tra { $minutes ->
    [one] un minuto.
   *[other] { $minutes } minuti.
 }
error-NumberTaken = Questo numero non si può conservare con il Suo account. Se è Suo, /support può aiutare.
error-PublicName = La Sua azienda è il nome pubblico della Sua maison: cambia con la registrazione, in /register.
error-WrongPassword = Non ha funzionato: indirizzo e password non vanno insieme, o non sono di nessuno che lavora qui. Un link dalla chat funziona sempre: /devices.
error-TooManyTries = Troppi tentativi. Il prossimo sarà ascoltato tra { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
 }; un link dalla chat funziona subito: /devices.
error-PasswordTooShort = È troppo corta: almeno { $least } caratteri.
error-PasswordTooLong = È troppo lunga: al massimo { $most } caratteri.
error-PasswordOwn = Il proprio nome o indirizzo è la prima cosa che si prova. Scelga altro.
error-PasswordCommon = Si indovinerebbe presto. Meglio qualche parola che solo Lei metterebbe insieme.

error-NothingToUndo = Con questo biglietto non è stato scansionato nulla: non c’è nulla da annullare.
error-TooManyWrongCodes = Troppi codici inesistenti. Il prossimo sarà letto fra { $minutes } minuti; la scansione funziona come prima.
error-FewerOutside = { $left ->
    [0] Sono già passati tutti.
    [one] Può passare ancora una sola persona. Inquadrare di nuovo il codice.
   *[other] Possono passare ancora solo { $left } persone. Inquadrare di nuovo il codice.
 }
error-GiftTaken = Qualcuno è stato un attimo più veloce: questo biglietto ha trovato il suo ospite.
error-GiftOver = Questa cartolina non vale più: è stata ritirata, è scaduta, o il biglietto è cambiato.
error-GiftUnclaimed = Nessuno ha ancora aperto la cartolina.
error-TicketPassed = Con questo biglietto qualcuno è già entrato: non si può più regalare.
error-TicketEnded = Questo biglietto è stato annullato o rimborsato: non c’è nulla da regalare.
error-TicketBlocked = Questo biglietto attende una risposta della maison. Fino ad allora resta dov’è: /support.
error-TicketUnpaid = Questo biglietto si paga all’ingresso: prima non si può regalare.
error-RefundUnderWay = Un rimborso di questo ordine è in corso. Fino ad allora il biglietto resta Suo.
error-NoAddress = Non ha un indirizzo e-mail confermato a cui mandare la lettera: ne dia uno nel Suo profilo, poi riprovi.
