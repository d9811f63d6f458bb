news-question =
    <b>Une question, une seule fois</b>

    Pouvons-nous vous écrire quand il y a du nouveau : un défilé dans votre ville, une soirée d’une maison que vous suivez ? Vos billets et vos rappels vous parviennent de toute façon.
news-thanks =
    <b>Quel plaisir.</b> Nous vous écrirons quand une soirée en vaudra la peine.

    Un geste sous chacun de ces messages suffit pour arrêter, et /settings permet de changer d’avis à tout moment.
news-declined =
    <b>C’est entendu.</b> Nous ne vous écrirons que pour vos billets et vos soirées.

    Si vous changez d’avis : /settings.
button-news-yes = Oui, volontiers
button-news-no = Non, merci
button-news-stop = Ne plus recevoir de nouvelles
button-news-start = Recevoir les nouvelles
button-news-again = Recevoir de nouveau les nouvelles
button-settings = Ce que je reçois
button-reminder-on = ✓ { $hours } h
button-reminder-off = { $hours } h
alert-news-stopped = C’est fait : plus de nouvelles de notre part. Vos billets et vos rappels vous parviennent toujours. Un regret ? Le bouton ci-dessous les rétablit.
alert-news-again = Quel plaisir de vous retrouver. Vous aurez de nos nouvelles.
settings =
    <b>Ce que vous recevez</b>

    Nouvelles des soirées : <b>{ $news ->
        [yes] oui, avec plaisir
       *[other] non
    }</b>
    Un rappel précède chaque soirée dont vous avez le billet ; choisissez ci-dessous combien d’heures avant.

    Billets, reçus et changements de vos soirées vous parviennent toujours.
button-quiet = Heures calmes : { $span }
button-quiet-on = ✓ { $span }
button-quiet-off = { $span }
button-clock = Mon heure
button-clock-house = Celle de la maison qui écrit
quiet-never = aucune
quiet-span = { $start } h – { $end } h
quiet-clock-unknown = la maison qui écrit
quiet-place = { $zone ->
    [LosAngeles] Los Angeles
    [NewYork] New York
    [SaoPaulo] São Paulo
    [London] Londres
    [Athens] Athènes
    [Dubai] Dubaï
    [Kolkata] Mumbai, Delhi
    [Shanghai] Shanghai
    [Tokyo] Tokyo
    [Sydney] Sydney
   *[Paris] Paris, Milan
 }
quiet =
    <b>Heures calmes</b>

    { $kind ->
        [never] Les nouvelles arrivent à toute heure.
       *[hours] Les nouvelles vous laissent en paix : <b>{ $span }</b>, à l’heure de <b>{ $clock }</b>. Ce qui viendrait alors arrive ensuite.
    }

    Billets, rappels et changements de vos soirées vous parviennent toujours.
quiet-zones = À quelle heure vivez-vous ? Choisissez la ville la plus proche qui a la même heure que vous.
command-settings = Nouvelles et rappels
