command-incidents = Ce qui ne va pas
button-incidents = Ce qui ne va pas
incidents-title = <b>Ce qui ne va pas</b>
incidents-none = Rien : tout va bien.
incidents-past = <b>Ce qui n’allait pas</b>
incidents-now = <b>{ $what }</b>, depuis { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
incidents-line = { $when } · { $what } · { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
incident-begun = <b>{ $what }</b>
incident-since = Depuis le { $when } (UTC). Un second message dira que c’est fini.
incident-over = <b>Terminé : { $what }.</b> Début le { $since } (UTC), durée { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
 }

incident-database = La base de données est absente
incident-means-database = Ventes et réponses attendent son retour. Rien de ce qui était convenu n’est perdu.
incident-pool = Toutes les connexions sont prises
incident-means-pool = Les réponses tardent plus qu’elles ne devraient. Plus de processus y aident, ou moins de monde à la fois.
incident-keys = Le coffre des clés est absent
incident-means-keys = Ce que les gens nous ont confié ne peut être lu, et personne de nouveau accueilli, jusqu’à son retour.
incident-redis = Redis est absent
incident-means-redis = Les ventes continuent. Un dialogue peut reposer une question, et les messages partent plus lentement.
incident-telegram = Telegram ne répond pas
incident-means-telegram = Rien n’arrive et rien ne part. Telegram garde ce que les gens écrivent, et nous ce qui doit partir.
incident-timetable = Un travail tarde ou échoue
incident-means-timetable = Il s’agit de : { $detail }. Le journal dit pourquoi.
incident-deliveries = Des messages attendent trop
incident-means-deliveries = Billets ou rappels qui auraient dû partir il y a plus de cinq minutes : { $detail }.
incident-errors = Beaucoup d’erreurs
incident-means-errors = Erreurs de la dernière minute : { $detail }. Le journal dit lesquelles.
incident-audit = { $detail ->
    [late] Le journal n’est plus scellé
   *[other] Un sceau ne tient pas
}
incident-means-audit = { $detail ->
    [late] Des lignes attendent leur sceau depuis plus d’un quart d’heure. Le plus souvent, une transaction reste ouverte dans la base : <code>pg_stat_activity</code> montre laquelle.
   *[other] Le sceau { $detail } du journal n’est plus tel qu’il fut posé. Quelqu’un l’a peut-être altéré : lancez <code>main.py audit verify</code>.
}
incident-counts = Places et argent ne concordent pas
incident-means-counts = Recomptés d’après les lignes : { $detail } <code>main.py invariants</code> dit tout.
incident-provider = Les invités ne peuvent pas payer
incident-means-provider = { $detail ->
    [portal] Telegram refuse le prestataire du portail : voyez <code>PAYMENT_PROVIDER_TOKEN</code>, et @BotFather.
   *[other] Telegram refuse les jetons de prestataire d’autant de maisons : { $detail }. Elles sont averties, et peuvent en relier un nouveau.
 }
incident-money = De l’argent est bloqué
incident-means-money = Remboursements qui auraient dû partir, et annonces du prestataire sur de l’argent inconnu ici : { $detail }. Les pages de Stripe et le journal disent lesquels.
incident-services = Un service ne répond pas
incident-means-services = Il s’agit de : { $detail }. Ce qui devait partir par là attend. L’écran des services et le journal disent pourquoi.
