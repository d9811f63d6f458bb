command-rules = Regole della casa
button-rules = Regole della casa
button-rule-change = Cambiarla
button-rule-back = Tornare a { $value }
rules-title = <b>Regole della casa</b>
rules-line = { $number }. { $rule }: <b>{ $value }</b>
rules-hint = Un numero apre una regola: che cosa significa, com’era e come cambiarla. Un cambiamento vale ovunque entro un secondo.

rule-head =
    <b>{ $rule }</b>
    { $what }
rule-stands =
    Adesso: <b>{ $value }</b>
    Di solito: { $usual }
    Possibile: da { $low } a { $high }
rule-history = <b>Com’era</b>
rule-never = Nessuno l’ha ancora cambiata.
rule-line = { $when } · { $who } · { $before } → { $value }
rule-because = { $line } · «{ $reason }»
rule-operator = chi gestisce la macchina
rule-value = { $unit ->
    [minutes] { $value ->
        [one] { $value } minuto
       *[other] { $value } minuti
     }
    [hours] { $value ->
        [one] { $value } ora
       *[other] { $value } ore
     }
    [days] { $value ->
        [one] { $value } giorno
       *[other] { $value } giorni
     }
    [per_second] { $value } al secondo
    [per_minute] { $value } al minuto
    [per_hour] { $value } all’ora
    [oclock] ore { $value }
    [people] { $value ->
        [one] { $value } persona
       *[other] { $value } persone
     }
   *[times] { $value }
 }

rule-order_hold_minutes = I posti sono tenuti
rule-what-order_hold_minutes = Per quanto tempo i posti di un ordine attendono il pagamento. Gli ordini già in attesa mantengono il loro tempo.
rule-payment_grace_minutes = Un pagamento è ancora atteso
rule-what-payment_grace_minutes = Per quanto tempo si tiene un ordine il cui pagamento è in corso.
rule-tickets_per_person = Biglietti a persona
rule-what-tickets_per_person = Quanti biglietti di un nuovo tipo può avere una persona. La maison può scegliere un altro numero.
rule-waitlist_offer_minutes = Posti proposti, tenuti per
rule-what-waitlist_offer_minutes = Per quanto tempo i posti sono tenuti per chi li ha attesi. Le proposte già fatte mantengono il loro tempo.
rule-waitlist_fewer_minutes = A un gruppo se ne propongono meno dopo
rule-what-waitlist_fewer_minutes = Per quanto tempo un gruppo attende posti insieme, quando ce ne sono meno liberi, prima che gli si propongano quelli.
rule-approval_hours = Una maison risponde entro
rule-what-approval_hours = Quanto tempo ha una maison per rispondere a chi chiede biglietti che esamina prima; intanto i posti sono tenuti. Le richieste in attesa mantengono il loro tempo.
rule-door_opens_hours = L’ingresso apre prima
rule-what-door_opens_hours = Quanto prima dell’inizio un biglietto è ammesso.
rule-door_closes_hours = L’ingresso chiude dopo
rule-what-door_closes_hours = Quanto dopo la fine un biglietto è ancora ammesso.
rule-holders_fixed_hours = I biglietti restano fermi
rule-what-holders_fixed_hours = Quanto prima dell’inizio un biglietto non si restituisce né si cede più: la lista della porta è ferma.
rule-moved_answer_days = Risposta a uno spostamento
rule-what-moved_answer_days = Per quanto tempo il pubblico di una serata spostata può ancora chiedere tutto il denaro.
rule-bulk_per_second = Messaggi inviati
rule-what-bulk_per_second = A che ritmo partono promemoria e campagne, da tutte le macchine insieme. Telegram ne permette una trentina; di più è per un server proprio, o per un bot che paga.
rule-delivery_attempts = Tentativi di consegna
rule-what-delivery_attempts = Quante volte si prova un messaggio prima di considerarlo non consegnabile.
rule-letters_per_hour = Lettere con codice
rule-what-letters_per_hour = Quante lettere con codice può chiedere una persona, e quante vanno a uno stesso indirizzo.
rule-code_lasts_minutes = Un codice per e-mail vale
rule-what-code_lasts_minutes = Per quanto tempo si possono digitare le cifre di una lettera.
rule-code_tries = Codici errati
rule-what-code_tries = Quanti se ne possono provare per una lettera.
rule-promo_tries = Codici promo errati
rule-what-promo_tries = Quante parole errate può mandare una persona in un quarto d’ora, prima che fino alla sua fine non se ne ascolti più nessuna.
rule-looks_per_hour = Sguardi dietro le maschere
rule-what-looks_per_hour = Quante volte una persona dell’amministrazione può leggere ciò che è mascherato.
rule-team_link_hours = Un link per la squadra vale
rule-what-team_link_hours = Per quanto tempo si può aprire un nuovo invito in una squadra.
rule-guardian_link_days = Un link per il tutore vale
rule-what-guardian_link_days = Per quanto tempo si può aprire il link che interpella un genitore o tutore.
rule-administrator_link_hours = Un link di amministrazione vale
rule-what-administrator_link_hours = Per quanto tempo si può aprire il link che apre l’amministrazione.
rule-drafts_kept_days = Dialoghi non finiti tenuti
rule-what-drafts_kept_days = Per quanto tempo si tengono risposte mai inviate.
rule-erase_cool_off_hours = Tempo per pensarci prima di cancellare
rule-what-erase_cool_off_hours = Per quanto tempo chi vuole essere dimenticato può ripensarci.
rule-export_again_hours = Un’esportazione si richiede di nuovo dopo
rule-what-export_again_hours = Quanto tempo dopo aver avuto i propri dati li si può chiedere di nuovo.
rule-errors_per_minute = Errori che allarmano
rule-what-errors_per_minute = Tanti errori in un minuto, e l’ufficio viene avvisato.
rule-incident_calm_minutes = Calma che chiude un incidente
rule-what-incident_calm_minutes = Per quanto tempo non si deve vedere più nulla prima che l’ufficio sappia che è finita.
rule-money_stuck_hours = Tempo prima del blocco
rule-what-money_stuck_hours = Per quanto tempo il denaro può restare in viaggio prima che l’ufficio sia invitato a vedere dov’è.
rule-quiet_from_hour = Inizio delle ore di quiete
rule-what-quiet_from_hour = Da quest’ora, nel fuso di ogni ospite, le campagne attendono il mattino. Ognuno può scegliere altre ore. Biglietti e avvisi di servizio arrivano sempre.
rule-quiet_to_hour = Fine delle ore di quiete
rule-what-quiet_to_hour = A quest’ora arriva ciò che ha atteso la notte. La stessa ora dell’inizio: non ce ne sono.
rule-campaigns_per_week = Campagne per ospite e settimana
rule-what-campaigns_per_week = Quante campagne riceve un ospite in sette giorni, di tutte le maison insieme; le altre gli sono risparmiate. 0: senza limite.
rule-approval_above_people = Una seconda persona acconsente oltre
rule-what-approval_above_people = Una campagna a più persone di così parte quando qualcun altro della maison, o dell’ufficio, ha acconsentito. Gli avvisi di servizio non attendono mai.

form-rule-title = Una regola della casa
form-rule-value = Quale valore deve valere d’ora in poi? Scriva un numero intero, per favore.
form-rule-reason = Perché? La Sua ragione resta con il Suo nome e l’ora, al massimo 500 caratteri.
form-rule-reason-invalid = Dica perché, in poche parole, per favore.
form-rule-done = <b>Vale da adesso</b>, ovunque.

error-OutOfBounds = È fuori da ciò che questa regola permette: da { $lowest } a { $highest }.
error-DecidedMeanwhile = Qualcun altro ha cambiato questa regola nel frattempo. La guardi di nuovo prima di decidere, per favore.
