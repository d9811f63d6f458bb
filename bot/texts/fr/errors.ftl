error-unknown = Quelque chose a mal tourné de notre côté. C’est noté et rien n’est perdu : réessayez dans un instant, ou écrivez à /support.
error-unreadable = Une donnée qui a sa place ici ne peut pas être lue pour le moment. C’est noté ; écrivez à /support si vous en avez besoin.
error-own-deleted = Ce que vous nous aviez confié est effacé pour toujours, et rien de nouveau ne peut être gardé pour vous. Défilés et billets restent comme avant.
error-deleted = Cette donnée est effacée pour toujours : plus personne ne peut la lire.

error-NotAvailable = Je ne trouve pas cela. Cela n’existe peut-être plus, ou ne vous est pas ouvert.
error-NotAllowed = Ce geste ne vous revient pas. Si vous pensez le contraire, écrivez à /support.
error-Busy = Il y a foule en ce moment. Réessayez dans un instant, s’il vous plaît.

error-CodeRefused = { $trouble ->
    [unknown] Ce n’est pas un code de cette soirée. Renvoyez-le, ou choisissez sans lui.
    [later] { $minutes ->
        [one] Cela fait beaucoup de mots qui ne sont pas un code. Réessayez dans une minute, ou choisissez sans code.
       *[other] Cela fait beaucoup de mots qui ne sont pas un code. Réessayez dans { $minutes } minutes, ou choisissez sans code.
     }
    [paused] Ce code ne vaut pas en ce moment. Choisissez sans lui, s’il vous plaît.
    [over] Ce code n’est plus valable. Choisissez sans lui, s’il vous plaît.
    [other] Ce code ne vaut pour aucun des billets choisis. Choisissez-en d’autres, ou continuez sans lui.
    [yours] { $left ->
        [0] Vous avez utilisé ce code autant de fois qu’une personne le peut. Choisissez sans lui.
        [one] Ce code vaut encore pour un de vos billets. Choisissez-en moins, ou continuez sans lui.
       *[other] Ce code vaut encore pour { $left } de vos billets. Choisissez-en moins, ou continuez sans lui.
     }
   *[used_up] { $left ->
        [0] Ce code vient d’être épuisé. Rien n’a été débité. Choisissez sans lui, s’il vous plaît.
        [one] Ce code ne vaut plus que pour un billet. Choisissez-en moins, ou continuez sans lui.
       *[other] Ce code ne vaut plus que pour { $left } billets. Choisissez-en moins, ou continuez sans lui.
     }
 }
error-SoldOut = { $reason ->
    [held] Les dernières places sont retenues pour d’autres. Il peut en revenir : réessayez dans quelques minutes.
    [ordered] Toutes les places sont commandées, ou promises à la liste d’attente.
   *[gone] { $left ->
        [0] Complet : la dernière place vient de partir. Rien n’a été débité.
        [one] Il ne reste plus qu’une place. Choisissez à nouveau, s’il vous plaît.
       *[other] Il ne reste plus que { $left } places. Choisissez à nouveau, s’il vous plaît.
     }
 }
error-SalesClosed = { $opens_at ->
    [none] La vente est terminée.
   *[other] La vente n’a pas commencé : elle ouvre le { $opens_at } (UTC).
 }
error-LimitReached = { $limit ->
    [one] Une seule place par personne, en comptant celles que vous avez déjà.
   *[other] { $limit } places au plus par personne, en comptant celles que vous avez déjà.
 }
error-StillToBeHad = { $left ->
    [one] Nul besoin d’attendre : une place est disponible tout de suite. Choisissez de nouveau.
   *[other] Nul besoin d’attendre : { $left } places sont disponibles tout de suite. Choisissez de nouveau.
 }
error-LineClosed = La liste d’attente est close : la maison n’y inscrit plus personne.
error-PriceChanged = Le prix a changé depuis votre dernier regard. Vérifiez le nouveau total avant de payer.
error-EmptyBasket = Rien n’est encore choisi. Touchez d’abord + à côté d’un billet.
error-PaymentAway = Le prestataire de paiement n’accepte rien pour l’instant. Vos places sont réservées jusqu’au { $until }, et nous sommes prévenus. Réessayez un peu plus tard.
error-HoldExpired = Le délai de cette commande est passé et ses places ont été remises en vente. Rien n’a été débité : choisissez à nouveau.
error-OrderChanged = Cette facture date d’un choix précédent. Réglez la plus récente, dans Mes commandes.
error-AlreadyPaid = Cette commande est déjà réglée. Vos billets sont dans Mes billets.
error-MoneyTaken = Cette commande est déjà réglée : n’encaissez rien. Scannez le billet pour voir qui est entré.
error-PlacesLetGo = Ces places ont été libérées avant d’être payées : n’encaissez rien. S’il en reste, l’invité le voit sur la page de la soirée.
error-NotYours = Cette commande est celle de quelqu’un d’autre ; vous ne pouvez pas la régler.
error-EventCancelled = Cette soirée a été annulée : il n’y a rien à payer.

error-LinkUsed = Ce lien a déjà servi. Il ne fonctionne qu’une fois : demandez-en un nouveau.
error-LinkExpired = Ce lien arrive trop tard. Demandez-en un nouveau.

error-DialogOver = Cette question n’est plus ouverte : la réponse a été envoyée, ou annulée. Rien de plus à faire ici.
error-EnquiryAnswered = Quelqu’un de la maison a déjà répondu.
error-RefundLeft = Cet argent est déjà en route : il n’y a plus rien à faire.
error-PaymentUnderWay = Un paiement est en cours pour cette commande. S’il n’aboutit pas, vous pourrez rendre les places dans quelques minutes.

error-OwnEmail = Cette adresse est déjà confirmée : elle figure dans votre profil.
error-TooManyLetters = Cela fait { $most } lettres en une heure, et davantage serait importun. La prochaine peut partir dans { $minutes ->
    [one] une minute.
   *[other] { $minutes } minutes.
 }
error-NumberTaken = Ce numéro ne peut être conservé avec votre compte. S’il est à vous, /support peut aider.
error-PublicName = Votre société est le nom public de votre maison : il change avec votre inscription, sous /register.
error-WrongPassword = Cela n’a pas fonctionné : l’adresse et le mot de passe ne vont pas ensemble, ou ne sont à personne ici. Un lien de la conversation fonctionne toujours : /devices.
error-TooManyTries = Trop d’essais. Le prochain sera entendu dans { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
 } ; un lien de la conversation fonctionne tout de suite : /devices.
error-PasswordTooShort = C’est trop court : au moins { $least } caractères.
error-PasswordTooLong = C’est trop long : au plus { $most } caractères.
error-PasswordOwn = Votre nom ou votre adresse, c’est ce qu’on essaie d’abord. Choisissez autre chose.
error-PasswordCommon = On le devinerait vite. Quelques mots que vous seriez seul à réunir valent mieux.

error-NothingToUndo = Rien n’a été scanné avec ce billet : il n’y a rien à annuler.
error-TooManyWrongCodes = Trop de codes inexistants. Le prochain sera lu dans { $minutes } minutes ; le scan fonctionne comme avant.
error-FewerOutside = { $left ->
    [0] Tous sont déjà passés.
    [one] Une seule personne peut encore passer. Scannez de nouveau le code.
   *[other] Seules { $left } personnes peuvent encore passer. Scannez de nouveau le code.
 }
error-GiftTaken = Quelqu’un a été un instant plus rapide : ce billet a trouvé son invité.
error-GiftOver = Cette carte ne compte plus : elle a été reprise, a expiré, ou le billet a changé.
error-GiftUnclaimed = Personne n’a encore ouvert votre carte.
error-TicketPassed = Quelqu’un est entré avec ce billet : il ne peut plus être offert.
error-TicketEnded = Ce billet a été annulé ou remboursé : il n’y a rien à offrir.
error-TicketBlocked = Ce billet attend une réponse de la maison. D’ici là, il reste où il est : /support.
error-TicketUnpaid = Ce billet se paie à l’entrée : il ne peut pas être offert avant.
error-RefundUnderWay = Un remboursement de cette commande est en cours. D’ici là, le billet reste à vous.
error-NoAddress = Vous n’avez pas d’adresse confirmée où la lettre pourrait aller : donnez-en une dans votre profil, puis réessayez.
