button-seller = Vos encaissements
button-seller-token = Relier votre prestataire
button-seller-other = Un autre jeton
button-seller-remove = Le retirer
button-seller-surely = Oui, le retirer

seller-title = <b>Comment votre maison est payée</b>
seller-by-portal = Vos invités paient par le prestataire du portail. Avec un prestataire à vous, Stripe par exemple, l’argent de vos soirées vous parvient directement.
seller-by-nobody = Vos invités ne peuvent pas encore payer dans la conversation : seules les places gratuites, et celles réglées à l’entrée, sont proposées. Reliez un prestataire à vous, Stripe par exemple, et ils le pourront.
seller-own = Vos invités vous paient par votre propre prestataire : le jeton qui finit par <code>{ $ending }</code>, relié le { $since }.
seller-test = <b>C’est un jeton d’essai</b> : les factures sont les mêmes, et aucun argent réel ne circule.
seller-refused = <b>Telegram le refuse</b> depuis le { $when } : personne ne peut payer. Veuillez relier un nouveau jeton.
seller-gives-back = Ce qui est arrivé par là se trouve chez votre prestataire, et vous seul pouvez le rendre. Quand de l’argent est dû à un invité, je vous le dis.
seller-surely =
    <b>Retirer le jeton qui finit par { $ending } ?</b>

    { $then ->
        [portal] Vos invités paieront alors par le prestataire du portail.
       *[nobody] Vos invités ne pourront alors plus payer dans la conversation : seules resteront les places gratuites, et celles réglées à l’entrée.
    } Les factures déjà ouvertes peuvent encore vous être payées.

form-seller-token-title = Votre propre prestataire
form-seller-token-token =
    Envoyez-moi le jeton de votre prestataire de paiement. La personne qui s’occupe de ce bot le trouve chez @BotFather : <code>/mybots</code>, ce bot, Payments, votre prestataire.

    Il ressemble à <code>284685063:LIVE:NzE1…</code>, avec TEST au lieu de LIVE tant qu’aucun argent réel ne doit circuler. J’efface votre message aussitôt, je garde le jeton scellé, et je n’en montre que les quatre derniers caractères.
form-seller-token-token-invalid = Ce n’est pas le jeton d’un prestataire. Il a des chiffres, puis LIVE ou TEST entre deux-points, puis des lettres et des chiffres sans espace, par exemple 284685063:LIVE:NzE1… Le jeton d’un bot est autre chose. J’ai tout de même effacé votre message.
form-seller-token-done = C’est relié. Votre message avec le jeton est effacé.

notice-account-refused =
    <b>Vos invités ne peuvent pas payer</b>

    Telegram refuse le jeton de votre prestataire de paiement. Les places choisies restent réservées jusqu’à leur échéance. Veuillez relier un nouveau jeton.

button-seller-data = Mentions des reçus
button-seller-no-data = Notre nom seul
seller-no-data = <b>Les reçus</b> portent votre nom public. S’il vous faut une raison sociale, une adresse ou la TVA, dites-le-moi.
seller-data =
    <b>Les reçus</b> portent :
    { $name }
    { $address }
seller-data-number = Numéro fiscal { $number }
seller-data-rate = Vos prix comprennent { $rate } % de TVA

form-seller-data-title = Ce que portent vos reçus
form-seller-data-done = C’est noté. Les reçus de ce qui est payé désormais le porteront ; les précédents restent tels quels.
form-seller-data-name = Sous quelle raison sociale vendez-vous ?
form-seller-data-name-label = Raison sociale
form-seller-data-name-invalid = Un nom a des lettres ou des chiffres : écrivez-le comme à l’immatriculation.
form-seller-data-address = À quelle adresse ? Rue, ville et pays, en un message.
form-seller-data-address-label = Adresse
form-seller-data-address-invalid = Une adresse a des lettres ou des chiffres, par exemple <i>Corso Venezia 16, 20121 Milano, Italie</i>.
form-seller-data-number = Quel numéro de TVA ou fiscal faut-il y mettre ? Passez s’il n’en faut pas.
form-seller-data-number-label = Numéro fiscal
form-seller-data-number-invalid = Un numéro a des lettres ou des chiffres, par exemple <i>FR12345678901</i>.
form-seller-data-rate = Combien de pour cent de TVA vos prix comprennent-ils ? Passez si vos reçus n’ont pas à le dire ; écrivez 0 si vous êtes exonéré.
form-seller-data-rate-label = TVA

button-receipt = Reçu
button-receipt-mail = L’envoyer par e-mail
receipt-mailed = Il part vers votre adresse.
receipt-subject = Reçu { $number } · { $title }
receipt-head =
    <b>Reçu</b> · commande { $number }
    { $day }, { $clock }
receipt-buyer = Pour { $buyer }
receipt-evening = { $title }, { $when }
receipt-seller = Vendu par <b>{ $name }</b>
receipt-address = { $address }
receipt-number = Numéro fiscal { $number }
receipt-discount = Remise{ $code ->
        [none] {""}
       *[other] , code { $code }
    } · −{ $amount }
receipt-total = En tout <b>{ $total }</b>, { $method ->
    [door] réglé à l’entrée
   *[chat] réglé dans la conversation
 }
receipt-vat = dont TVA { $rate } % : { $amount }
receipt-went = ↩ { $amount } rendus le { $day }
receipt-kept = Reste <b>{ $amount }</b>{ $vat ->
    [none] {""}
   *[other] , dont TVA { $vat }
 }
