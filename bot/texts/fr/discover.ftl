list-tonight = <b>Ce soir</b>
list-week = <b>Les sept prochains jours</b>
list-free = <b>Soirées à entrée libre</b>
list-mine = <b>Pour vous</b>
list-near = <b>Au plus près de vous</b>
list-chosen = <i>{ $chosen }</i>
list-empty = Rien n’y correspond pour le moment. Retirez un critère, ou voyez tout ce qui est à l’affiche.
list-mine-empty = Rien de nouveau chez ceux que vous suivez. Dès qu’il y en aura, ce sera ici.
programme-away = { $away } · { $place }
days = { $first } – { $last }

button-tonight = Ce soir
button-week = Cette semaine
button-near = Près de moi
button-free = Entrée libre
button-for-you = Pour vous
button-all = Toutes les soirées
button-filter = Filtrer
button-search = Chercher

filter = <b>Quelles soirées souhaitez-vous voir ?</b>
filter-nothing = <b>Rien n’y correspond pour le moment.</b> Retirez un critère, et il y en aura peut-être davantage.
filter-any = peu importe
filter-city = Ville
filter-days = Date
filter-kind = Genre
filter-price = Prix
filter-city-question = <b>Où ?</b>
filter-kind-question = <b>Quel genre de soirée ?</b>
filter-price-question = <b>À quel prix ?</b> C’est celui du billet le moins cher qui compte.
filter-days-question = <b>Quand ?</b> Touchez un jour. Un second, plus tard, en fait une période.
filter-days-chosen = <b>{ $days }</b>
button-filter-part = { $part } : { $value }
button-show = { $count ->
    [one] Voir la soirée
   *[other] Voir { $count } soirées
 }
button-show-many = Voir plus de { $count } soirées
button-clear = Tout effacer
button-days-done = C’est bien cela
when-tonight = Ce soir
when-week = Sept prochains jours
kind-fashion_show = Défilés
kind-exhibition = Expositions
kind-workshop = Ateliers
price-free = Entrée libre
price-most = Jusqu’à { $most }
step-free = De plain-pied

search-question =
    <b>Que cherchez-vous ?</b>

    Écrivez-le ici : un défilé, un créateur, un lieu, une ville. L’orthographe n’a pas tant d’importance.
search-no-words = Je ne sais chercher que des mots : un défilé, un créateur, un lieu ou une ville. Lequel ?
search-found = <b>« { $words } »</b>
search-meant = Je ne connais pas « { $asked } », mais voici <b>{ $words }</b>.
search-some = Rien ne répond à tout de « { $asked } ». Voici ce qui s’en approche.
search-nothing =
    J’ai cherché « { $asked } » partout et reviens les mains vides.

    Essayez un seul mot, une marque ou une ville, ou voyez tout ce qui est à l’affiche.

near-question = <b>Où êtes-vous ?</b> Partagez votre position et je vous montre ce qui est le plus proche. Elle ne sert qu’à cela et n’est pas conservée. Vous pouvez aussi envoyer n’importe quel lieu avec le trombone.
near-found = Merci. Voici les plus proches.
near-not-now = Très bien, une autre fois.
button-share-place = Partager ma position
button-not-now = Pas maintenant

button-brand = { $name } ›
button-house = La maison { $name } ›
maker-title = <b>{ $name }</b>
maker-about = { $about }
maker-next = <b>Prochainement</b>
maker-nothing-next = Rien n’est annoncé pour le moment. Suivez, et ce sera sous « Pour vous ».

button-follow = ♡ Suivre { $name }
button-followed = ♥ Vous suivez { $name }
button-following = Mes favoris
button-unfollow = ✕ Ne plus suivre
alert-followed = Vous suivez désormais { $name }. Ses soirées sont sous « Pour vous ».
alert-unfollowed = C’est fait : vous ne suivez plus.
following =
    <b>Vous suivez</b>

    { $count ->
        [one] Un nom. Ses prochaines soirées sont sous « Pour vous ».
       *[other] { $count } noms. Leurs prochaines soirées sont sous « Pour vous ».
     }
following-none =
    <b>Vous ne suivez encore personne</b>

    Ouvrez une soirée, ses défilés, et touchez un créateur : dès lors, rien ne vous échappera. Les maisons et les villes se suivent aussi.

event-left = { $left ->
    [one] Il reste une place.
   *[other] Il reste { $left } places.
 }

inline-house = { $house }
button-open = Voir et prendre place
button-inline-nothing = Rien trouvé. Toutes les soirées
button-inline-all = Toutes les soirées

command-search = Chercher un défilé, un créateur ou un lieu
command-near = Ce qui est près de moi
command-following = Mes favoris
