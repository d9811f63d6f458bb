button-undelivered-count = { $count ->
    [one] 1 message non remis
   *[other] { $count } messages non remis
 }
button-undelivered-list = Tous
button-undelivered = { $count } × { $name }
button-undelivered-again = { $count ->
    [one] Le renvoyer
   *[other] Renvoyer les { $count }
 }
button-undelivered-rest = En rester là
undelivered-title =
    <b>Messages non remis</b>

    Chacun a été tenté aussi souvent que la règle le permet, ou refusé pour de bon. Touchez-en un pour voir pourquoi, et le renvoyer. Ce que les campagnes n’ont pas pu remettre se trouve avec elles.
undelivered-none = <b>Tous les messages sont arrivés</b>, ou en route.
undelivered-kind =
    <b>{ $count } × { $name }</b>
    Le plus récent est du { $when } (UTC).

    La réponse reçue : <i>{ $reason }</i>

    Remédiez d’abord à la cause. Ce qui ne serait plus vrai, comme le rappel d’une soirée passée, ne partira pas.
undelivered-done-again = { $count ->
    [0] Il n’y avait plus rien à envoyer.
    [one] Il est de nouveau en route.
   *[other] Les { $count } sont de nouveau en route.
 }
undelivered-done-rest = { $count ->
    [0] Il n’y avait plus rien.
    [one] On en reste là.
   *[other] On en reste là pour les { $count }.
 }
undelivered-what = { $what ->
    [returned] billets rendus
    [ticket] billet
    [gift] cadeau
    [offer] places pour qui attendait
    [order] commande
    [refund] remboursement
    [moved] soirée déplacée
    [urgent] SMS urgent
    [off] soirée annulée
    [reminder] rappel
    [receipt] reçu
    [incident] panne du portail
    [account] compte de paiement
    [application] candidature
    [enquiry] question et réponse
    [address] adresse e-mail
    [device] nouvelle connexion
    [erasure] demande d’oubli
    [trial] campagne, essai sur soi
    [campaign] sur une campagne
   *[other] message
 }
