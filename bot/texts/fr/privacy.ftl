button-privacy-menu = Mes données
button-privacy-erase = M’oublier
button-privacy-devices = Mes appareils
button-privacy-kept = Ce qui est gardé
button-privacy-consents = Mes accords
button-privacy-export = Tout emporter
button-privacy-correct = Corriger
button-privacy-restrict = Suspendre l’usage
button-privacy-requests = Mes demandes
button-requests = Demandes sur les données
command-requests = Ce que l’on demande sur ses données
privacy =
    <b>Vos données sont à vous</b>

    Nous gardons ce dont vos soirées ont besoin, et ce que vous nous dites. Les noms, votre /profile et ce que vous nous écrivez sont verrouillés avec une clé qui n’est qu’à vous. Rien n’est vendu ni montré à d’autres.

    Vous pouvez ici voir ce que nous gardons, l’emporter, le corriger ou en suspendre l’usage.
privacy-kept =
    <b>Ce que nous gardons de vous</b>

    Ce qui vous concerne dans cette liste, et rien d’autre ; et pour chaque chose, ce qui nous y autorise.
privacy-kept-locked = L’administration voit les profils masqués, et une partie en clair seulement avec une raison, qui est notée. Un lieu que vous partagez sert une fois et n’est pas conservé ; les boutons de sa liste le portent à une centaine de mètres près. À l’entrée, l’équipe voit votre prénom et une initiale.
privacy-basis-contract = <b>Parce que vous l’avez demandé</b>
privacy-basis-consent = <b>Parce que vous le permettez</b>, tant que vous le permettez
privacy-basis-law = <b>Parce que la loi le demande</b>
privacy-basis-interest = <b>Parce que nous répondons de cette maison</b>
privacy-correct =
    <b>Quelque chose n’est pas juste ?</b>

    Ce que vous dites de vous, vous pouvez le changer : votre profil, qui vous suivez, ce que vous recevez. Une inscription comme créateur, mannequin ou maison se modifie par /register.

    Ce que vous ne pouvez pas changer, comme le nom d’une commande payée, une personne le corrige : écrivez à /support.
privacy-requests = <b>Ce que vous avez demandé</b>
privacy-requests-none = Rien pour le moment. Quand vous demandez vos données, ou leur effacement, cela figure ici, avec le jour fixé par la loi.
privacy-request = { $kind } · <b>{ $state }</b>
    { $open ->
        [yes] Demandé le { $asked } ; à rendre avant le { $due }.
       *[other] Demandé le { $asked } ; terminé le { $done }.
    }
request-kind-export = Emporter les données
request-kind-erase = Tout effacer
request-kind-restrict = Suspendre l’usage
request-kind-rectify = Corriger
request-kind-object = Opposition
request-state-waiting = en attente
request-state-running = en cours
request-state-done = terminé
request-state-refused = refusé
request-state-withdrawn = retiré
requests = <b>Demandes sur les données</b>
requests-none = Personne n’attend rien.
requests-line = { $late ->
        [yes] <b>En retard depuis le { $due }</b>
       *[other] Pour le { $due }
    }
    { $kind } · { $who } · demandé le { $asked }
error-AlreadyAsked = Vous l’avez déjà demandé, le { $asked_at } (UTC). C’est en cours, à rendre avant le { $due_at } : voir /privacy, Mes demandes.

error-DataAtRest = Cette personne veut que ses données soient gardées sans servir : personne ne lit derrière un masque tant que cela dure.
error-AskedLately = Vos données vous ont été remises il y a peu. Elles peuvent être préparées de nouveau à partir du { $again_at } (UTC).
privacy-export =
    <b>Emporter vos données</b>

    Tout ce que nous gardons de vous, en un seul fichier : une page à lire et à imprimer, et la même chose pour les machines. Il est préparé maintenant et vous est envoyé ici, une fois ; nous n’en gardons pas de copie.

    Rien d’autrui n’y figure. Les mots de passe et les codes des billets sont nommés, mais pas donnés : ils ouvrent quelque chose à qui les détient.
button-export = Préparer et envoyer
privacy-export-under-way =
    <b>Vos données sont en préparation</b>

    { $bar } { $percent } %

    Le fichier arrive ici de lui-même.
privacy-export-sent =
    <b>Vos données sont prêtes</b>

    Le fichier est ci-dessous. On pourra le demander de nouveau plus tard.
privacy-export-too-large =
    <b>Le fichier n’a pas été fait</b>

    Il dépasserait ce que Telegram accepte. Écrivez à /support, et nous trouverons une autre façon de vous le faire parvenir.
export-caption = <b>Tout ce que nous gardons de vous.</b> Ouvrez index.html pour le lire. Qui a ce fichier peut le lire : gardez-le bien.
export-title = Ce que Fashionista Portal garde de vous
export-made = État du { $day }.
export-readme = index.html est à lire et à imprimer ; data.json contient la même chose pour les machines : chaque table qui peut contenir quelque chose de vous, chaque colonne par son nom, avec ce à quoi elle sert.
export-readme-left = Là où une ligne nomme une autre personne, il est écrit « quelqu’un d’autre ». Ce qui ouvre quelque chose à qui le détient, comme un mot de passe ou le code d’un billet, est seulement dit gardé. Les photos figurent par leur identifiant Telegram ; ce sont celles que vous avez envoyées dans la conversation.
export-held = gardé, mais pas donné : cela ouvre quelque chose à qui le détient
export-somebody = quelqu’un d’autre
export-not-own = pas donné : cela concerne ce qui n’est pas à vous seul
export-yes = oui
export-no = non

suggest-question =
    <b>Pouvons-nous choisir pour vous ?</b>

    « Pour vous » regarde qui vous suivez, ce que vous aimez et où vous êtes allé, et met ces soirées en premier. Personne d’autre ne le voit, et /privacy y met fin à tout moment.
button-suggest-yes = Oui, volontiers
button-suggest-no = Non, merci

consents =
    <b>Ce que vous permettez</b>

    Vous pouvez donner et reprendre chacun de ces accords à tout moment ; ce qui attend d’être envoyé s’arrête aussitôt. Billets, reçus et changements de vos soirées n’en demandent aucun : ils vous parviennent toujours.
consents-line = { $what } : { $said ->
        [yes] <b>oui</b>, depuis le { $since }
        [no] <b>non</b>, depuis le { $since }
       *[none] <b>non</b> ; vous n’avez encore rien dit
    }
consents-body = Votre corps et vos photos comme mannequin : <b>oui</b>, depuis le { $since }. Cela se reprend par /register.
consents-guardian = La parole de votre parent, le { $day } : <b>{ $said ->
        [yes] oui
       *[no] non
    }</b>
consents-as-guardian = Votre parole de parent, le { $day } : <b>{ $said ->
        [yes] oui
       *[no] non
    }</b>
consents-said = <b>Ce que vous avez dit jusqu’ici</b>
consents-said-line = { $day } · { $what } : { $said ->
        [yes] oui
       *[no] non
    } (texte n° { $version })
consent-news-push = Nouvelles ici
consent-news-email = Nouvelles par e-mail
consent-news-sms = Nouvelles par SMS
consent-suggestions = « Pour vous »
consent-urgent = Un SMS si une soirée change à moins d’un jour et que Telegram ne vous atteint pas
consent-urgent-short = SMS urgents
button-consent-give = Permettre : { $what }
button-consent-withdraw = Arrêter : { $what }

privacy-restrict =
    <b>Laisser reposer vos données ?</b>

    Nous les gardons sans nous en servir : ni nouvelles, ni « Pour vous » ; votre marque et votre nom de scène quittent le programme et le casting, et personne au bureau ne lit derrière un masque. Vos billets, vos commandes et les messages qui les concernent continuent comme avant.

    Un geste y met fin.
privacy-restricted =
    <b>Vos données reposent depuis le { $since }</b>

    Elles sont gardées et ne servent pas : ni nouvelles, ni « Pour vous » ; votre marque et votre nom de scène ont quitté le programme et le casting. Vos billets, vos commandes et les messages qui les concernent continuent comme avant.
button-restrict-on = Laisser reposer mes données
button-restrict-off = S’en servir de nouveau

purpose-users = Votre compte : pour vous reconnaître et vous appeler par votre nom
purpose-users-2 = Pour vous joindre hors de la conversation, si vous l’avez donné
purpose-user_profiles = Ce que vous dites de vous, pour trouver ce qui vous va
purpose-telegram_accounts = Pour vous répondre ici, dans votre langue et à votre heure
purpose-email_confirmations = Pour prouver par une lettre qu’une adresse est la vôtre
purpose-administrators = Qui tient le portail, et qui l’a permis
purpose-sessions = Pour que vous restiez en ligne sur une page web
purpose-dialog_drafts = Pour reprendre un dialogue laissé ouvert
purpose-one_time_links = Qui a été invité à travailler ici, et est venu
purpose-enquiries = Pour répondre à ce que vous nous avez demandé
purpose-consents = La preuve de ce que vous avez permis, et du jour où vous l’avez retiré
purpose-consent_states = Pour n’écrire qu’à qui le permet maintenant
purpose-data_requests = Ce que vous nous avez demandé sur vos données
purpose-follows = Qui vous suivez, pour le montrer d’abord et vous en parler
purpose-designers = Une marque telle que chacun la voit
purpose-collections = Ce qu’une maison crée, montré une fois publié
purpose-models = Pour être retenu comme mannequin, et trouvé par la taille
purpose-models-2 = Le corps et les photos d’un mannequin
purpose-stage_names = Le nom public d’un mannequin
purpose-houses = Le nom public d’une maison
purpose-seller_accounts = Pour que les invités paient une maison par son propre prestataire, et pour savoir plus tard qui a leur argent
purpose-sellers = Ce que les reçus d’une maison disent de qui a vendu
purpose-organizer_applications = Pour décider qui peut vendre ici
purpose-approvals = Qui a été admis ou refusé, par qui et pourquoi
purpose-guardian_consents = La parole d’un parent pour qui a moins de 18 ans
purpose-events = Ce qu’une maison organise, brouillons compris
purpose-event_staff = Qui travaille à une soirée, et à quel titre
purpose-event_models = Qui défile, par son nom de scène
purpose-event_search = Le programme tel qu’on y cherche
purpose-user_quota = Pour tenir une limite par personne
purpose-orders = Ce que vous avez acheté : pour l’honorer, et pour les comptes
purpose-order_lines = { purpose-orders }
purpose-order_answers = Ce que la maison doit savoir de qui vient, comme elle l’a demandé
purpose-order_approvals = Ce que la maison a dit d’une commande avant le paiement
purpose-ledger_lines = { purpose-orders }
purpose-payments = Ce que vous avez payé, pour les comptes et pour le rendre
purpose-refunds = Ce qui a été remboursé, pour les comptes
purpose-waitlist_entries = Pour servir à son tour qui attend des places
purpose-waitlist_offers = Pour garder des places à qui les a attendues
purpose-tickets = Pour vous laisser entrer là où vous avez une place
purpose-ticket_gifts = Un billet offert : qui l’a donné, et qui l’a maintenant
purpose-door_posts = Où se tient quelqu’un de l’équipe d’entrée
purpose-checkins = Qui est entré quand, et qui l’a laissé passer
purpose-campaigns = Ce qu’une maison a écrit à beaucoup, et qui l’a envoyé
purpose-notifications = Pour vous dire quelque chose, et savoir si c’est arrivé
purpose-version_control = Qui a changé une soirée, et ce qu’elle disait avant
purpose-audit_logs = Qui a changé, vu ou s’est vu refuser quoi
purpose-settings = Qui a réglé le fonctionnement du portail, et pourquoi
purpose-quarantined_updates = Pour réparer ce qui a échoué, sans ses textes
purpose-house_channels = Où une maison laisse publier ses campagnes
