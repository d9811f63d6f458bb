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
button-campaign-now = Actualiser
purpose-campaign_taps = Pour compter qui est venu par un bouton du message d’une maison ; la maison n’en voit que le nombre
purpose-campaign_files = Qui a demandé le résultat d’une campagne en fichier, et s’il l’a reçu
