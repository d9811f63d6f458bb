error-EmptyAudience = Personne ne recevrait ce message : dans ce public, personne n’a encore accepté de nouvelles. Choisissez un autre public, ou attendez des abonnés.
error-CampaignLeft = Ce message est en chemin ou parti : il reste tel quel. Annulez ce qui doit encore partir, puis « Écrire de nouveau » en commence un autre avec ses mots.
error-MarketingNeeded = Seules les maisons écrivent aux invités : leur propriétaire, un responsable, ou qui fait leur communication. Si vous travaillez pour l’une d’elles, demandez-lui ce rôle dans l’équipe.
error-EventOver = La soirée « { $title } » est terminée : plus rien ne part à son sujet. Écrivez plutôt à vos abonnés : « Le modifier », puis « Public ».
error-EventCalledOff = La soirée « { $title } » est annulée : plus aucune invitation ne part. Écrivez plutôt à vos abonnés : « Le modifier », puis « Public ».
error-LeavesTooLate = La soirée « { $title } » sera terminée à ce moment-là : elle finit { $ends_at }. Merci de choisir une heure plus proche.
error-ButtonToNothing = Un bouton mène à la soirée « { $title } », qui est { $why ->
        [called-off] annulée
       *[over] terminée
    }. Retirez ce bouton ou choisissez une autre soirée : « Le modifier » tant que c’est un brouillon, « Écrire de nouveau » ensuite.
error-ButtonLeavesTooLate = Un bouton mène à la soirée « { $title } », qui sera terminée à ce moment-là : elle finit { $ends_at }. Merci de choisir une heure plus proche, ou un autre bouton.
error-OwnCampaign = Vous l’avez écrit : c’est à quelqu’un d’autre de donner son accord, de votre maison ou du bureau.
command-broadcast = Écrire à vos invités
button-campaigns = Écrire aux invités
button-newest = ‹ Les plus récents
button-compose = ✎ Nouveau message
button-campaign = { $state ->
    [draft] ✎
    [scheduled] ◷
    [waiting] ◔
    [active] ▶
    [paused] ❚❚
    [completed] ✓
   *[cancelled] ✕
 } { $name }
campaigns =
    <b>Écrire à vos invités</b>

    Vos messages, du plus récent au plus ancien. Ils parviennent à qui a souhaité des nouvelles ; ce que les détenteurs d’un billet doivent savoir leur parvient à tous.
campaigns-none =
    <b>Écrire à vos invités</b>

    Un seul message pour toutes les personnes concernées : vos abonnés, une ville, ou les invités d’une soirée.

form-campaign-title = Un message à vos invités
form-campaign-house = Pour quelle maison écrivez-vous ?
form-campaign-house-label = Maison
form-campaign-audience = À qui s’adresse-t-il ? Les nombres sont ceux des personnes joignables qui ont accepté les nouvelles.
form-campaign-audience-label = Public
form-campaign-city = Les abonnés de quelle ville ?
form-campaign-city-label = Ville
form-campaign-event = Les invités de quelle soirée ?
form-campaign-event-label = Soirée
form-campaign-part = Tous, ou seulement certains ? Passez cette question pour tous.
form-campaign-part-label = Certains seulement
form-campaign-purpose = De quoi s’agit-il ? Ce que les invités doivent savoir de leur soirée parvient à chacun. Une invitation à autre chose ne parvient qu’à ceux qui ont accepté les nouvelles.
form-campaign-purpose-label = Nature
form-campaign-purpose-service = Au sujet de cette soirée
form-campaign-purpose-marketing = Nouvelle ou invitation
form-campaign-picture = Une image au-dessus du texte, ou un album de 10 au plus ? Envoyez-les une à une ou ensemble, ou passez. Une image et 1 024 caractères au plus arrivent en un seul message ; sinon les images viennent d’abord, puis le texte et ses boutons.
form-campaign-picture-label = Images
form-campaign-words =
    Écrivez-le maintenant, tel qu’il doit arriver. Le <b>gras</b>, l’<i>italique</i>, les liens et les citations restent comme vous les posez.

    À la place de {"{first_name}"}, chaque invité lit son prénom : <i>Bonjour {"{first_name}"}</i> devient <i>Bonjour Camille</i>.
form-campaign-words-label = Texte
form-campaign-links = Des boutons au-dessous, qui mènent à vos soirées ? Touchez ceux que vous souhaitez.
form-campaign-links-label = Boutons
form-campaign-done = <b>Gardé comme brouillon.</b> Le voici ci-dessous, tel que vos invités le verront.
form-campaign-time-title = Quand doit-il partir ?
form-campaign-time-time = Quel jour, et à quelle heure ? Dites-le à l’heure de { $city }.
form-campaign-time-done = <b>Il partira de lui-même.</b>
campaign-left-before = <b>Il était déjà parti</b> quand vous avez choisi une heure : rien n’a été déplacé.

form-link-foreign = Le lien { $address } n’ouvrirait rien chez vos invités. Un lien commence par https://, suivi du nom d’une page. Corrigez-le et renvoyez le texte.
form-markup-open = La mise en forme est incomplète : &lt;{ $tag }&gt; est ouvert et jamais fermé. Ajoutez &lt;/{ $tag }&gt; et renvoyez le texte, ou servez-vous du menu de Telegram.
form-markup-close = La mise en forme est incorrecte : &lt;/{ $tag }&gt; ferme ce qui n’est pas ouvert. Vérifiez et renvoyez le texte.
form-markup-unknown = Telegram ne connaît pas la mise en forme &lt;{ $tag }&gt;. Gras &lt;b&gt;, italique &lt;i&gt;, liens &lt;a&gt; et citations &lt;blockquote&gt; conviennent ; renvoyez le texte avec celles-ci.
form-markup-hidden = « { $words } » est entre chevrons, comme une remarque, et personne ne le verrait. Écrivez-le sans &lt; ni &gt;, ou retirez-le, et renvoyez le texte.
form-links-long = Les adresses de vos liens sont plus longues que ce que Telegram accepte en un message. Mettez moins de liens, ou de plus courts, et renvoyez le texte.
form-filled-unknown = Je ne sais pas ce qui doit remplacer { $word }. Un prénom s’écrit { $known }, exactement ainsi ; corrigez et renvoyez le texte.
form-filled-torn = La mise en forme commence ou finit au milieu de { $known }, et aucun prénom ne pourrait y prendre place. Mettez-le en forme en entier, ou pas du tout, et renvoyez le texte.
form-filled-long = Avec les prénoms les plus longs, cela ferait { $length } caractères et j’ai de la place pour { $limit } : raccourcissez un peu et renvoyez.

campaign-own-house = Ma propre maison
campaign-guest = invité(e) de la maison
audience-everyone = toutes les personnes qui souhaitent des nouvelles
audience-followers = vos abonnés et ceux de vos créateurs
audience-followers-of = les abonnés de la maison { $house } et de ses créateurs
audience-city = les abonnés de { $city }
audience-holders = les invités de { $title } qui souhaitent des nouvelles
audience-holders-service = tous les invités de { $title }
form-campaign-audience-everyone = Tout le monde
form-campaign-audience-followers = Abonnés
form-campaign-audience-city = Une ville
form-campaign-audience-holders = Invités d’une soirée
audience-waiting = les personnes en attente pour { $title } qui souhaitent des nouvelles
audience-part = { $whole } : { $part }
audience-about = { $name } · { $count }+
audience-some = { $kind ->
    [designers] créateurs
    [models] mannequins
    [waiting] en liste d’attente
   *[taste] amateurs : { $taste }
 }
audience-sized = { $name } · { $count }

campaign-desk =
    <b>Prêt à partir</b>

    Pour { $audience } : <b>{ $count ->
        [one] une personne
       *[other] { $count } personnes
    }</b>, en { $duration } environ.
campaign-desk-capped = Un invité reçoit au plus { $most ->
    [one] une campagne
   *[other] { $most } campagnes
 } par semaine, toutes maisons confondues : qui en a déjà reçu assez ne recevra pas celle-ci.
campaign-desk-asleep = Pendant leurs heures calmes, vos invités sont laissés en paix ; le message leur parvient ensuite.
campaign-desk-empty =
    <b>Personne à qui écrire pour l’instant</b>

    Pour { $audience } : personne n’est joignable pour l’instant, il n’y a donc rien à envoyer. Choisissez un autre public, ou revenez plus tard : le brouillon est gardé.
campaign-desk-over =
    <b>La soirée « { $title } » est terminée</b>

    Plus rien ne part à ce sujet, ni pour ses invités ni comme invitation. « Le modifier » vous laisse choisir un autre public, vos abonnés par exemple ; le texte reste.
campaign-desk-button =
    <b>Un bouton mène à la soirée « { $title } », qui est { $why ->
        [called-off] annulée
       *[over] terminée
    }</b>

    Le message ne part donc pas. Avec « Le modifier », gardez-le sans ce bouton, ou choisissez une autre soirée ; le texte reste.
campaign-desk-called-off =
    <b>La soirée « { $title } » est annulée</b>

    Plus aucune nouvelle ni invitation ne part à son sujet. Avec « Le modifier », vous choisissez à qui écrire à la place, vos abonnés par exemple ; les mots restent. Ce que ses invités doivent savoir part toujours, sous « Au sujet de cette soirée ».
campaign-scheduled =
    <b>{ $name }</b>

    Part de lui-même : <b>{ $when }</b>
    Pour { $audience }, { $count ->
        [0] personne en ce moment
        [one] une personne en ce moment
       *[other] { $count } personnes en ce moment
    }.

    Pour en changer les mots, annulez-le : « Écrire de nouveau » repart alors d’eux.
campaign-head =
    <b>{ $name }</b>
    { $state ->
        [active] En chemin
        [paused] En pause
        [completed] Tout est parti
        [cancelled] Annulé
       *[other] En attente
    }
campaign-preparing = La liste se prépare … { $count } pour l’instant
campaign-bar =
    { $bar } { $percent } %
    { $done } sur { $total }
campaign-sent = ✓ { $count } remis
campaign-blocked = ✕ { $count } hors d’atteinte : bot bloqué, ou jamais ouvert
campaign-asleep = ☾ { $count } en attente de la fin de leurs heures calmes
campaign-capped = − { $count ->
    [one] { $count } épargnée : elle a reçu assez de campagnes cette semaine
   *[other] { $count } épargnées : elles ont reçu assez de campagnes cette semaine
 }
campaign-skipped = − { $count ->
    [one] { $count } laissée de côté : elle ne souhaite plus de nouvelles, ou l’envoi a été annulé
   *[other] { $count } laissées de côté : elles ne souhaitent plus de nouvelles, ou l’envoi a été annulé
 }
campaign-failed = ⚠ { $count ->
    [one] { $count } n’a pas pu être remis
   *[other] { $count } n’ont pas pu être remis
 }
campaign-unknown = ◌ { $count ->
    [one] { $count } incertain : en chemin quand l’envoi s’est interrompu. Peut-être arrivé, il n’est pas renvoyé
   *[other] { $count } incertains : en chemin quand l’envoi s’est interrompu. Peut-être arrivés, ils ne sont pas renvoyés
 }
campaign-rest = Encore { $duration } environ.
campaign-held = Telegram nous demande d’attendre jusqu’au <b>{ $until }</b>. Ensuite l’envoi reprend de lui-même ; il faudra encore { $duration } environ.
campaign-unknown-title =
    <b>{ $name }</b>

    Pour ces invités, nul ne peut dire si le message est arrivé. Il ne leur est pas envoyé une seconde fois.
campaign-unknown-line = · { $name }
campaign-started = <b>{ $name }</b> part maintenant.
campaign-dropped =
    <b>{ $name }</b>

    Abandonné. Rien n’en a été envoyé. « Écrire de nouveau » en commence un autre, avec ses mots et ses images.
campaign-beside = { $state ->
    [left] <b>Le texte précédent est parti entre-temps.</b>
   *[waits] <b>Le texte précédent a été lancé entre-temps</b>, et attend de partir.
 } Celui-ci serait un second message aux mêmes personnes.
button-campaign-launch = Envoyer
button-campaign-later = Choisir l’heure
button-campaign-move = Le déplacer
button-campaign-test = L’essayer sur moi
button-campaign-look = Le regarder
button-campaign-preview = Le revoir
button-campaign-change = Le modifier
button-campaign-drop = L’abandonner
button-campaign-pause = ❚❚ Pause
button-campaign-resume = ▶ Reprendre
button-campaign-cancel = ✕ Annuler
button-campaign-list = Qui est incertain
button-campaign-open = Voir le message
button-campaign-watch = Le suivre
button-campaign-see = Voir
alert-campaign-test = Il arrive, pour vous seul.
duration-seconds = { $count ->
    [one] une seconde
   *[other] { $count } secondes
 }
duration-minutes = { $count ->
    [one] une minute
   *[other] { $count } minutes
 }
duration-hours = { $count ->
    [one] une heure
   *[other] { $count } heures
 }
form-campaign-channel = Dans la conversation, ou par e-mail ? Les nombres disent qui est atteint ainsi : par e-mail, ceux qui ont confirmé une adresse et y acceptent les nouvelles.
form-campaign-channel-label = Envoi
form-campaign-subject = Quel sera l’objet de la lettre ?
form-campaign-subject-label = Objet
campaign-subject = <b>Objet :</b> { $subject }
campaign-by-message = Dans la conversation
campaign-by-letter = Par e-mail
letter-why = Vous recevez cette lettre parce que vous avez accepté les nouvelles par e-mail.
letter-stop = Ne plus recevoir ces lettres
campaign-desk-large = Il s’adresse à plus de { $most } personnes : une seconde personne le lit d’abord. « Envoyer » et « Choisir l’heure » le demandent à quelqu’un de votre maison, ou du bureau.
campaign-awaiting =
    <b>{ $name }</b>

    Pour { $audience }, { $count ->
        [0] personne en ce moment
        [one] une personne en ce moment
       *[other] { $count } personnes en ce moment
    }.
    { $who ->
        [own] Une seconde personne le lit d’abord, de votre maison ou du bureau. La demande est faite, et vous aurez la réponse. Pour le modifier, « Le reprendre » d’abord.
       *[second] Il est destiné à beaucoup de monde : quelqu’un qui ne l’a pas écrit le lit d’abord. Regardez-le, puis dites oui ou non.
    }
    { $leaves ->
        [now] Une fois accepté, il part aussitôt.
       *[then] Une fois accepté, il part de lui-même : <b>{ $when }</b>
    }
campaign-maker = Quelqu’un
campaign-asked =
    <b>Ce message peut-il partir ?</b>

    { $maker } a écrit « { $name } » pour { $audience }. Un message destiné à tant de personnes part lorsqu’une seconde personne a donné son accord.
campaign-asked-of = Il part au nom de la maison <b>{ $house }</b>.
campaign-agreed = <b>{ $name }</b> est accepté et suit son chemin.
campaign-steered = { $done ->
    [launched] <b>{ $name }</b> part maintenant : c’est { $who } qui l’a lancé.
    [moved] { $who } a choisi quand <b>{ $name }</b> doit partir : <b>{ $when }</b>.
    [paused] { $who } a mis <b>{ $name }</b> en pause. Plus rien n’en part pour l’instant.
    [resumed] { $who } a fait repartir <b>{ $name }</b>.
   *[cancelled] { $who } a annulé <b>{ $name }</b>. Ce qui n’était pas encore parti ne partira pas.
 }
campaign-moved = <b>{ $name }</b>, que vous avez accepté, a été déplacé et part désormais : <b>{ $when }</b>. Votre accord tient ; si cela ne convient pas, ouvrez-le et annulez-le.
campaign-declined = <b>{ $name }</b> n’a pas reçu d’accord. C’est de nouveau un brouillon : modifiez-le et demandez encore.
campaign-declined-why = <blockquote>{ $why }</blockquote>
campaign-grown = <b>{ $name }</b> devait partir maintenant. Son public a tant grandi qu’une seconde personne le lit d’abord ; la demande est faite.
campaign-too-late = <b>{ $name }</b> n’est pas parti : à l’heure dite, la soirée « { $title } » { $why ->
        [called-off] avait été annulée
       *[over] était terminée
    }. C’est de nouveau un brouillon. { $led ->
        [yes] L’un de ses boutons y mène : « Le modifier » vous permet de le retirer, ou de choisir une autre soirée.
       *[no] « Le modifier » vous permet d’écrire plutôt à vos abonnés.
    }
campaign-test-failed = Vous avez essayé <b>{ $name }</b> sur vous, et rien n’est arrivé.
campaign-not-shown = { $way ->
    [letter] <b>Telegram ne peut pas afficher cette lettre</b> telle quelle.
   *[message] <b>Telegram ne peut pas afficher ce message</b> tel quel : vos invités ne le recevraient pas non plus.
 }
campaign-refused-said = Telegram a dit : <code>{ $said }</code>
campaign-refused-why = { $kind ->
    [button] Un bouton est refusé : choisissez d’autres boutons.
    [picture] L’image n’est pas acceptée : renvoyez-la.
    [text] Le texte n’est pas accepté : raccourcissez-le un peu, avec une mise en forme plus simple et moins de liens.
    [away] Telegram lui-même a des difficultés. Votre message n’y est pour rien : essayez de nouveau dans un moment.
    [address] Votre adresse e-mail ne l’accepte pas. Vérifiez l’adresse dans votre profil, puis essayez de nouveau.
    [letter] Le serveur de courrier n’accepte pas cette lettre. Changez-en l’objet ou le texte : un peu plus court, avec moins de liens.
    [server] Le serveur de courrier est resté injoignable, malgré tous nos essais. Votre lettre n’y est pour rien : essayez de nouveau dans un moment.
    [ours] L’envoi a échoué de notre côté, malgré tous nos essais. Essayez de nouveau dans un moment ; si cela ne suffit pas, écrivez-nous : /support.
   *[other] Revoyez le texte, les images et les boutons, puis essayez de nouveau.
 }
campaign-stopped = <b>{ $name }</b> s’est mis en pause : les premiers envois ont tous échoué, et de la même façon.
campaign-stopped-why =
    Telegram a dit : <code>{ $said }</code>
    { $kind ->
        [button] Un bouton est refusé. Annulez, puis écrivez de nouveau avec d’autres boutons.
        [picture] L’image n’est pas acceptée. Annulez, puis écrivez de nouveau en renvoyant l’image.
        [text] Le texte n’est pas accepté. Annulez, puis écrivez de nouveau, un peu plus court et avec une mise en forme plus simple.
        [away] Telegram lui-même a des difficultés. Reprenez dans un moment.
       *[other] Essayez-le sur vous ; dès que cela marche, reprenez. Personne ne le reçoit deux fois.
    }
button-campaign-again = Écrire de nouveau
button-campaign-recall = Le reprendre
button-campaign-agree = ✓ Laisser partir
button-campaign-decline = ✕ Pas ainsi
form-campaign-no-title = Pas ainsi
form-campaign-no-why = Qu’est-ce qui devrait changer ? Qui l’a écrit lit votre phrase, 500 caractères au plus.
form-campaign-no-why-invalid = Dites-le en quelques mots.
form-campaign-no-done = <b>Renvoyé.</b> Qui l’a écrit a votre phrase, et un brouillon à modifier.
campaign-waits-no-more = <b>{ $wanted ->
    [agree] Votre accord n’est plus nécessaire.
    [preview] Il n’y a plus rien à regarder.
   *[decline] Rien n’a été renvoyé.
 }</b> { $state ->
    [agreed] Quelqu’un a donné son accord entre-temps.
    [given-up] On y a renoncé entre-temps.
    [draft] La personne qui l’a écrit l’a de nouveau, en brouillon.
   *[other] Il n’attend plus.
 }
campaign-by-post = Publié pour tous
audience-channels = tous ceux qui lisent vos canaux
audience-channels-of = tous ceux qui lisent les canaux de la maison { $house }
campaign-desk-posts =
    <b>Prêt à être publié</b>

    { $count ->
        [one] À un endroit
       *[other] À { $count } endroits
    } : vos canaux, et là où le portail publie lui-même. Chacun pourra le lire, une seule fois.
button-channel = Publier sur un canal
channel-how =
    <b>Vos messages sur un canal</b>

    Faites de moi un administrateur de votre canal, avec le droit de publier : cela suffit. Je le suis déjà ? Écrivez <code>/channel @nom</code>, ou transférez-moi une publication du canal. Vous devez vous-même y être administrateur.
channel-wrong = { $state ->
    [not-mine] Je ne peux pas encore publier sur { $title }. Faites de moi un administrateur, avec le droit de publier des messages.
    [not-yours] Ce n’est pas à vous de relier { $title } : Telegram ne vous nomme pas parmi ses administrateurs.
    [no-house] Un canal est relié par la maison elle-même : son propriétaire s’en charge.
   *[unknown] Je ne vois pas ce canal. Écrivez son nom tel que Telegram le connaît, avec @, et faites d’abord de moi un administrateur.
 }
channel-connected = <b>{ $title }</b> est relié : vos campagnes peuvent y être publiées. Retirez-moi mes droits dans le canal, et c’est fini.
channel-lost = <b>{ $title }</b> n’est plus relié.
