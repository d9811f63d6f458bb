# Ce qu’une campagne a donné : qui est venu par ses boutons, ce qui fut acheté, et le tout en fichier.

campaign-taps = ↗ { $count ->
    [one] { $count } personne a suivi un bouton
   *[other] { $count } personnes ont suivi un bouton
 }
campaign-taps-of-one = · { $label } : { $count }
campaign-sales = ◆ { $count ->
    [one] { $count } commande
   *[other] { $count } commandes
 } dans la semaine : { $tickets ->
    [one] { $tickets } billet
   *[other] { $tickets } billets
 }{ $money ->
    [none] { "" }
   *[other] , { $money }
 }
campaign-elsewhere =
    <b>{ $name }</b>

    Son parcours se suit désormais dans un autre message. <i>Actualiser</i> le ramène ici.
button-campaign-now = Actualiser
purpose-campaign_taps = Pour compter qui est venu par un bouton du message d’une maison ; la maison n’en voit que le nombre
purpose-campaign_files = Qui a demandé le résultat d’une campagne en fichier, et s’il l’a reçu
button-campaign-file = En fichier
campaign-unknown-more = En voici { $listed } sur { $count }. Le fichier les contient tous.
result-file-under-way =
    <b>{ $name }</b>

    Le fichier se prépare : une ligne par destinataire, et les chiffres.

    { $bar } { $percent } %

    Il arrive ici de lui-même.
result-file-delivered = <b>Le fichier est prêt.</b> Il se trouve ci-dessous.
result-file-not-theirs = Le fichier n’a pas été fait : vous n’écrivez plus pour cette maison.
result-file-too-large = Le fichier n’a pas été fait : il dépasserait ce que Telegram accepte. Les chiffres se trouvent avec le message lui-même.
result-file-caption = <b>Ce que votre message a donné.</b> Deux tableaux dans un fichier : une ligne par destinataire, et les chiffres. Seuls sont nommés les invités pour qui nul ne sait si le message est arrivé ; ceux qui ont suivi un bouton sont comptés, jamais nommés.
result-file-receivers = destinataires
result-file-numbers = chiffres
result-file-number = N°
result-file-name = Invité
result-file-status = { $status ->
    [sent] remis
    [blocked] hors d’atteinte
    [failed] non remis
    [unknown] incertain
    [skipped] laissé de côté
   *[waiting] en attente
 }
result-file-result = Résultat
result-file-sent = Remis le
result-file-why = Pourquoi
result-file-because = { $why ->
    [blocked] bot bloqué, jamais ouvert, ou adresse inconnue
    [unknown] en chemin quand l’envoi s’est interrompu ; peut-être arrivé, il n’est pas renvoyé
    [capped] assez de campagnes cette semaine
    [quiet] attend la fin des heures calmes
    [cancelled] envoi annulé
    [withdrawn] plus de nouvelles souhaitées
    [restricted] les données de l’invité reposent
    [no-consent] pas de nouvelles souhaitées
   *[other] ne pouvait plus aller à cet invité
 }
result-file-failed = { $kind ->
    [button] un bouton a été refusé
    [picture] l’image a été refusée
    [text] le texte a été refusé
    [away] le serveur n’a pas répondu
   *[other] refusé définitivement
 }
result-file-campaign = Message
result-file-launched = Envoi
result-file-made = État au
result-file-zone = Fuseau horaire
result-file-all = Destinataires
result-file-taps = Ont suivi un bouton
result-file-taps-of-one = Ont suivi : { $label }
result-file-orders = Commandes dans la semaine
result-file-tickets = Billets de celles-ci
result-file-sales = Leur montant
