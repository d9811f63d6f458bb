command-rules = Règles de la maison
button-rules = Règles de la maison
button-rule-change = La modifier
button-rule-back = Revenir à { $value }
rules-title = <b>Règles de la maison</b>
rules-line = { $number }. { $rule } : <b>{ $value }</b>
rules-hint = Un numéro ouvre une règle : son sens, ce qu’elle était, et comment la modifier. Une modification vaut partout en une seconde.

rule-head =
    <b>{ $rule }</b>
    { $what }
rule-stands =
    Actuellement : <b>{ $value }</b>
    D’ordinaire : { $usual }
    Possible : de { $low } à { $high }
rule-history = <b>Ce qu’elle était</b>
rule-never = Personne ne l’a encore modifiée.
rule-line = { $when } · { $who } · { $before } → { $value }
rule-because = { $line } · « { $reason } »
rule-operator = qui fait tourner la machine
rule-value = { $unit ->
    [minutes] { $value ->
        [one] { $value } minute
       *[other] { $value } minutes
     }
    [hours] { $value ->
        [one] { $value } heure
       *[other] { $value } heures
     }
    [days] { $value ->
        [one] { $value } jour
       *[other] { $value } jours
     }
    [per_second] { $value } par seconde
    [per_minute] { $value } par minute
    [per_hour] { $value } par heure
    [oclock] { $value } h
    [people] { $value ->
        [one] { $value } personne
       *[other] { $value } personnes
     }
   *[times] { $value }
 }

rule-order_hold_minutes = Places réservées pendant
rule-what-order_hold_minutes = Combien de temps les places d’une commande attendent son paiement. Les commandes déjà en attente gardent leur délai.
rule-payment_grace_minutes = Paiement encore attendu pendant
rule-what-payment_grace_minutes = Combien de temps une commande est gardée une fois son paiement engagé.
rule-tickets_per_person = Billets par personne
rule-what-tickets_per_person = Combien de billets d’une nouvelle catégorie une personne peut avoir. La maison peut choisir un autre nombre.
rule-waitlist_offer_minutes = Places proposées, gardées
rule-what-waitlist_offer_minutes = Combien de temps des places sont gardées pour qui les a attendues. Les propositions déjà faites gardent leur délai.
rule-waitlist_fewer_minutes = On propose moins à un groupe après
rule-what-waitlist_fewer_minutes = Combien de temps un groupe attend d’être placé ensemble, quand il y a moins de places libres, avant qu’on lui propose celles-ci.
rule-approval_hours = Une maison répond sous
rule-what-approval_hours = Combien de temps une maison peut mettre à répondre à qui demande des billets qu’elle examine d’abord ; les places sont gardées entre-temps. Les demandes en attente gardent leur délai.
rule-door_opens_hours = La porte ouvre avant le début
rule-what-door_opens_hours = Combien de temps avant le début un billet est admis.
rule-door_closes_hours = La porte ferme après la fin
rule-what-door_closes_hours = Combien de temps après la fin un billet est encore admis.
rule-holders_fixed_hours = Les billets ne bougent plus
rule-what-holders_fixed_hours = Combien de temps avant le début un billet n’est plus rendu ni cédé : la liste de la porte est arrêtée.
rule-moved_answer_days = Réponse à un report
rule-what-moved_answer_days = Combien de temps le public d’une soirée déplacée peut encore demander tout son argent.
rule-bulk_per_second = Messages envoyés
rule-what-bulk_per_second = À quelle allure partent rappels et campagnes, de toutes les machines ensemble. Telegram en permet une trentaine ; davantage est pour un serveur à vous, ou un bot qui le paie.
rule-delivery_attempts = Essais de remise
rule-what-delivery_attempts = Combien de fois un message est tenté avant d’être tenu pour non remis.
rule-letters_per_hour = Lettres avec code
rule-what-letters_per_hour = Combien de lettres avec code une personne peut demander, et combien partent vers une même adresse.
rule-code_lasts_minutes = Un code par e-mail vaut
rule-what-code_lasts_minutes = Combien de temps les chiffres d’une lettre peuvent être saisis.
rule-code_tries = Codes erronés
rule-what-code_tries = Combien peuvent être essayés pour une lettre.
rule-promo_tries = Codes promo erronés
rule-what-promo_tries = Combien de mots erronés une personne peut envoyer en un quart d’heure, avant qu’aucun ne soit plus écouté jusqu’à sa fin.
rule-looks_per_hour = Regards sous les masques
rule-what-looks_per_hour = Combien de fois une personne de l’administration peut lire ce qui est masqué.
rule-team_link_hours = Un lien d’équipe vaut
rule-what-team_link_hours = Combien de temps une nouvelle invitation dans une équipe peut être ouverte.
rule-guardian_link_days = Un lien de tutelle vaut
rule-what-guardian_link_days = Combien de temps le lien qui consulte un parent ou tuteur peut être ouvert.
rule-administrator_link_hours = Un lien d’administration vaut
rule-what-administrator_link_hours = Combien de temps le lien qui ouvre l’administration peut être ouvert.
rule-drafts_kept_days = Dialogues inachevés gardés
rule-what-drafts_kept_days = Combien de temps sont gardées des réponses jamais envoyées.
rule-erase_cool_off_hours = Réflexion avant l’effacement
rule-what-erase_cool_off_hours = Combien de temps qui veut être oublié peut encore changer d’avis.
rule-export_again_hours = Un export se redemande après
rule-what-export_again_hours = Combien de temps après avoir reçu ses données on peut les demander de nouveau.
rule-errors_per_minute = Erreurs qui alertent
rule-what-errors_per_minute = Autant d’erreurs en une minute, et le bureau est prévenu.
rule-incident_calm_minutes = Calme qui clôt un incident
rule-what-incident_calm_minutes = Combien de temps plus rien ne doit être vu pour que le bureau apprenne que c’est fini.
rule-money_stuck_hours = Délai avant argent bloqué
rule-what-money_stuck_hours = Combien de temps de l’argent peut rester en route avant que le bureau soit prié de voir où il est.
rule-quiet_from_hour = Début des heures calmes
rule-what-quiet_from_hour = À partir de cette heure, dans le fuseau de chaque invité, les campagnes attendent le matin. Chacun peut choisir d’autres heures. Billets et avis de service parviennent toujours.
rule-quiet_to_hour = Fin des heures calmes
rule-what-quiet_to_hour = À cette heure arrive ce qui a attendu la nuit. La même heure que leur début : il n’y en a pas.
rule-campaigns_per_week = Campagnes par invité et semaine
rule-what-campaigns_per_week = Combien de campagnes un invité reçoit en sept jours, toutes maisons confondues ; le reste lui est épargné. 0 : sans limite.
rule-approval_above_people = Accord d’une seconde personne au-delà de
rule-what-approval_above_people = Une campagne destinée à plus de personnes ne part qu’avec l’accord de quelqu’un d’autre de la maison ou du bureau. Les avis de service n’attendent jamais.

form-rule-title = Une règle de la maison
form-rule-value = Quelle valeur doit valoir désormais ? Merci d’écrire un nombre entier.
form-rule-reason = Pourquoi ? Votre raison est gardée avec votre nom et l’heure, 500 caractères au plus.
form-rule-reason-invalid = Merci de dire pourquoi, en quelques mots.
form-rule-done = <b>C’est en vigueur</b>, partout.

error-OutOfBounds = C’est hors de ce que cette règle permet : de { $lowest } à { $highest }.
error-DecidedMeanwhile = Quelqu’un d’autre a modifié cette règle depuis. Merci de la regarder à nouveau avant de décider.
