button-trades = Créateurs, mannequins et maisons
command-register = Pour créateurs, mannequins et maisons

trades =
    <b>Travaillons ensemble</b>

    Montrez vos collections, défilez, ou donnez votre propre soirée. Dites-moi ce que vous êtes ; je pose quelques questions, et les administrateurs regardent chaque inscription.
trade-name-designer = Créateur ou créatrice
trade-name-model = Mannequin
trade-name-organizer = Maison
trade-label = { $name } · { $status }
trade-status-draft = pas encore envoyée
trade-status-pending = entre nos mains
trade-status-approved = acceptée
trade-status-rejected = à revoir
trade-status-suspended = suspendue

trade-designer =
    <b>Vous créez ?</b>

    Huit brèves questions sur votre marque, dont quatre que vous pouvez passer. Ensuite vous composez votre look-book tout de suite ; il sera montré dès votre acceptation.
trade-model =
    <b>Vous défilez ?</b>

    Treize brèves questions : votre nom de scène, vos mensurations, quelques photos. Seul le nom de scène est public. Tout est gardé au fur et à mesure : vous pouvez vous arrêter et reprendre plus tard.
trade-organizer =
    <b>Vous donnez des soirées ?</b>

    Quatre brèves questions sur votre maison. Vous pouvez préparer vos soirées et votre équipe tout de suite ; les soirées se publient dès votre acceptation.
trade-guardian =
    <b>Il manque une signature.</b>

    Vous avez moins de 18 ans : un parent ou tuteur doit donner son accord, depuis son propre Telegram. Créez un lien et envoyez-le-lui ; dès son accord, votre inscription part d’elle-même vers les administrateurs.
trade-waits =
    <b>Votre inscription est entre nos mains : { $what }.</b>

    Les administrateurs du portail décident, en général sous deux jours ouvrés. Vous le lirez ici aussitôt. D’ici là, vous pouvez encore modifier ce que vous avez envoyé.
trade-refused =
    <b>Pas encore, malheureusement.</b>

    Les administrateurs ont écrit : <blockquote>{ $reason }</blockquote>
    Vous pouvez modifier vos réponses et les renvoyer ; rien de ce que vous avez écrit n’est perdu.
trade-suspended = Votre inscription est suspendue par les administrateurs. /support permet de les joindre.
trade-welcome-designer =
    <b>Bienvenue : votre marque est acceptée.</b>

    Vos collections peuvent être publiées, et les maisons peuvent les inviter à leur line-up.
trade-welcome-model =
    <b>Bienvenue : votre inscription de mannequin est acceptée.</b>

    Les maisons peuvent vous inviter à leur line-up, sous votre nom de scène.
trade-welcome-organizer =
    <b>Bienvenue : votre maison est acceptée.</b>

    Vos soirées peuvent être publiées.

button-register = Commençons
button-amend = Modifier
button-send-again = Modifier et renvoyer
button-my-registration = Mon inscription
button-my-collections = Mes collections

button-invite-guardian = Un lien pour mon tuteur
guardian-invitation =
    <b>Pour votre parent ou tuteur</b>

    Envoyez-lui ce lien. Il vaut { $lasts }, pour la première personne qui l’ouvre, et pas depuis votre propre compte. En créer un autre met fin à celui-ci.

    { $link }
guardian-question =
    <b>On vous demande votre accord</b>

    <b>{ $name }</b>, date de naissance { $born }, souhaite s’inscrire ici comme mannequin et vous indique comme parent ou tuteur.

    Avec votre accord, nous gardons sa date de naissance, ses mensurations et ses photos, et nous les montrons aux administrateurs et aux maisons qui cherchent des mannequins. Le public ne voit que le nom de scène. Vous pouvez reprendre votre accord à tout moment par /support.

    En acceptant, vous déclarez être majeur et pouvoir décider pour cette personne.
button-guardian-yes = Parent ou tuteur, j’accepte
button-guardian-no = Je n’accepte pas
guardian-thanks-yes = Merci. Votre accord pour <b>{ $name }</b> est noté, et l’inscription part maintenant vers les administrateurs.
guardian-thanks-no = C’est noté : vous n’acceptez pas. L’inscription de <b>{ $name }</b> s’arrête là.
guardian-notice-yes = Votre tuteur a donné son accord. Votre inscription est maintenant chez les administrateurs, qui décident en général sous deux jours ouvrés.
guardian-notice-no = Votre tuteur n’a pas donné son accord, et votre inscription s’arrête là pour le moment. Si c’était une erreur, vous pouvez créer un autre lien.

form-designer-title = Inscription de créateur
form-designer-brand = Comment s’appelle votre marque ?
form-designer-brand-label = Marque
form-designer-brand-invalid = Il faut des lettres dans un nom, pour qu’on puisse le dire : écrivez le nom de votre marque.
form-designer-specialties = Que faites-vous ? Touchez tout ce qui convient.
form-designer-specialties-label = Spécialités
form-designer-specialties-couture = Couture
form-designer-specialties-ready-to-wear = Prêt-à-porter
form-designer-specialties-evening = Soirée
form-designer-specialties-bridal = Mariée
form-designer-specialties-tailoring = Tailleur
form-designer-specialties-knitwear = Maille
form-designer-specialties-menswear = Homme
form-designer-specialties-streetwear = Streetwear
form-designer-specialties-sportswear = Sport
form-designer-specialties-accessories = Accessoires
form-designer-specialties-footwear = Chaussures
form-designer-specialties-jewellery = Bijoux
form-designer-experience = Depuis quand montrez-vous vos collections ?
form-designer-experience-label = Expérience
form-designer-experience-student = Encore à l’école
form-designer-experience-emerging = Premières collections
form-designer-experience-established = Plusieurs saisons
form-designer-experience-house = Une maison établie
form-designer-about = Présentez votre marque aux invités en quelques phrases, 600 caractères au plus. Elles ouvrent votre look-book.
form-designer-about-label = Présentation
form-designer-portfolio = Où peut-on voir votre travail ? Envoyez l’adresse de votre portfolio, ou passez.
form-designer-portfolio-label = Portfolio
form-designer-achievements = Prix, défilés, presse ? Un par ligne, 600 caractères au plus, ou passez.
form-designer-achievements-label = Distinctions
form-designer-links = Vos pages sociales : jusqu’à cinq adresses en un message, par exemple <i>@votremarque</i> pour Instagram. Ou passez.
form-designer-links-label = Réseaux
form-designer-logo = Votre logo, comme photo. Ou passez.
form-designer-logo-label = Logo
form-designer-done = <b>Merci. C’est entre nos mains.</b>

form-model-title = Inscription de mannequin
form-model-stage = Sous quel nom défilez-vous ? Ce nom de scène est public.
form-model-stage-label = Nom de scène
form-model-stage-invalid = Il faut des lettres dans un nom, pour qu’on puisse le dire : écrivez votre nom de scène.
form-model-born = Quelle est votre date de naissance ? Écrivez-la, par exemple <i>24 mai 2003</i>. Nous travaillons avec des mannequins dès 16 ans ; avant 18 ans, un tuteur doit donner son accord. Seuls les administrateurs voient la date.
form-model-born-label = Naissance
form-model-consent =
    Viennent maintenant les mensurations et les photos. Elles sont sensibles, il me faut donc votre parole :

    <blockquote>J’accepte que le portail garde mes mensurations et mes photos et les montre à ses administrateurs et aux maisons qui cherchent des mannequins. Je peux revenir là-dessus à tout moment par /support ; elles sont alors effacées.</blockquote>
form-model-consent-label = Accord
form-model-consent-agreed = J’accepte
form-model-height = Quelle est votre taille ? En centimètres, par exemple <i>178</i>, ou en pieds et pouces, par exemple <i>5'10"</i>.
form-model-height-label = Taille
form-model-bust = Votre tour de poitrine ? En cm, par exemple <i>86</i>, ou en pouces, par exemple <i>34"</i>.
form-model-bust-label = Poitrine
form-model-waist = Votre tour de taille ? En cm ou en pouces.
form-model-waist-label = Tour de taille
form-model-hips = Votre tour de hanches ? En cm ou en pouces.
form-model-hips-label = Hanches
form-model-shoe = Votre pointure européenne, par exemple <i>40</i> ? Ou passez.
form-model-shoe-label = Pointure
form-model-measured = Quel jour ces mesures ont-elles été prises ? Elles valent un an.
form-model-measured-label = Mesuré le
form-model-experience = Combien de fois avez-vous défilé ?
form-model-experience-label = Expérience
form-model-experience-new = Pas encore
form-model-experience-some = Quelques fois
form-model-experience-experienced = Bien des saisons
form-model-link = Où peut-on voir votre travail ? Envoyez l’adresse de votre portfolio, ou passez.
form-model-link-label = Portfolio
form-model-photos = Envoyez de deux à douze photos de vous, aussi en album : visage et plein pied, lumière naturelle, sans filtre.
form-model-photos-label = Photos
form-model-agency = Une agence vous représente-t-elle ? Son nom, ou passez.
form-model-agency-label = Agence
form-model-agency-invalid = Il faut des lettres dans un nom : écrivez celui de l’agence, ou passez.
form-model-done = <b>Merci. J’ai tout ce qu’il me faut.</b>

form-house-title = Maison
form-house-name = Comment s’appelle votre maison ? Les invités lisent ce nom sur chaque soirée et chaque reçu.
form-house-name-label = Maison
form-house-name-invalid = Il faut des lettres dans un nom, pour qu’on puisse le dire : écrivez le nom de votre maison.
form-house-city = Dans quelle ville est-elle ?
form-house-city-label = Ville
form-house-city-invalid = Une ville a des lettres : écrivez son nom, par exemple <i>Milan</i>.
form-house-note = Que proposez-vous, et pour qui ? Quelques phrases pour les administrateurs, 800 caractères au plus.
form-house-note-label = Soirées
form-house-note-invalid = Dites-le avec des mots : que proposez-vous, et pour qui ?
form-house-links = Où peut-on le voir ? Jusqu’à cinq adresses en un message, ou passez.
form-house-links-label = Liens
form-house-done = <b>Merci. C’est entre nos mains.</b>
