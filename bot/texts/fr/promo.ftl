# Promo codes: at the checkout, and at the desk of who makes the evening.

button-have-code = J’ai un code
button-code-off = Sans { $code }
choose-offer-was = <b>{ $name }</b> · <s>{ $was }</s> { $price }
code-percent = { $percent } % de moins par billet
code-amount = { $amount } de moins par billet
code-access = ouvre des billets que les autres ne voient pas
code-terms = Code <b>{ $code }</b> : { $what }.
code-terms-left = { $left ->
    [one] Il vaut encore pour un de vos billets.
   *[other] Il vaut encore pour { $left } de vos billets.
 }
code-terms-until = Jusqu’au { $until }.
order-line-was = { $count } × { $name } · <s>{ $was }</s> { $price }
order-code = { $saved ->
    [none] Avec le code <b>{ $code }</b>
   *[other] Avec le code <b>{ $code }</b> : { $saved } de moins
 }

form-use-code-title = J’ai un code
form-use-code-done = Le code est accepté. Avec lui :
form-use-code-code = Quel est ce code ? Majuscules et minuscules se valent.
form-use-code-code-invalid = Un code se compose de lettres et de chiffres, trois au moins, par exemple SILK20. Vérifiez-le et envoyez-le tel qu’il est écrit, s’il vous plaît.
form-promo-unknown = <b>{ $code }</b> n’est pas un code de cette soirée. Vérifiez-le, s’il vous plaît : il manque peut-être une lettre, ou il vaut pour une autre soirée.
form-promo-paused = <b>{ $code }</b> ne vaut pas en ce moment. Demandez à qui vous l’a donné, ou continuez sans lui : votre choix est encore là, plus haut.
form-promo-over = <b>{ $code }</b> n’est plus valable. Si vous avez un code plus récent, envoyez-le ; sinon, continuez sans.
form-promo-other = <b>{ $code }</b> ne vaut pour aucun des billets choisis. Choisissez-en d’autres, ou envoyez un autre code.
form-promo-used_up = <b>{ $code }</b> a déjà servi autant de fois que possible. Il peut en revenir ; sinon, continuez sans.
form-promo-yours = Vous avez utilisé <b>{ $code }</b> autant de fois qu’une personne le peut. Un autre code, ou sans ?
form-promo-later = { $minutes ->
    [one] Cela fait beaucoup de mots qui ne sont pas un code. Réessayez dans une minute, ou continuez sans code : votre choix est toujours là, plus haut.
   *[other] Cela fait beaucoup de mots qui ne sont pas un code. Réessayez dans { $minutes } minutes, ou continuez sans code : votre choix est toujours là, plus haut.
 }
form-promo-taken = Cette soirée a déjà un code <b>{ $code }</b>. Choisissez un autre mot, s’il vous plaît.

codes-title = <b>Codes promo</b> · { $title }
codes-none = Aucun code pour l’instant. Un code rend les billets moins chers pour qui le saisit, ou ouvre des types que vous avez cachés.
codes-line =
    <b>{ $code }</b> · { $what }{ $state ->
        [paused] {" "}· au repos
        [over] {" "}· terminé
        [gone] {" "}· épuisé
       *[open] {""}
    }
    { $used ->
        [one] utilisé pour { $used } billet
       *[other] utilisé pour { $used } billets
    }{ $budget ->
        [none] {""}
       *[other] {" "}sur { $budget }
    }
code =
    <b>{ $code }</b>
    { $what }

    Pour : { $types }
    Utilisé pour : { $used ->
        [one] { $used } billet
       *[other] { $used } billets
    }{ $budget ->
        [none] {""}
       *[other] , sur { $budget } au plus
    }
    Par personne : { $limit ->
        [none] sans limite
        [one] un billet
       *[other] { $limit } billets
    }
    Jusqu’à : { $until ->
        [none] la fin de la vente
       *[other] { $until }
    }
    Remises accordées : { $given ->
        [none] aucune
       *[other] { $given }
    }
code-every-type = tous ceux qui ne sont pas cachés
code-hidden-type = { $name } (caché)
code-note = { $state ->
    [paused] <b>Il est au repos :</b> personne ne peut l’utiliser. Les commandes déjà passées restent.
    [over] <b>Il n’est plus valable.</b>
   *[gone] <b>Il est épuisé.</b> Ce qui n’est pas réglé à temps lui revient.
 }
button-codes = Codes promo
button-code = { $code }
button-new-code = Ajouter un code
button-code-pause = Le mettre au repos
button-code-resume = Le remettre en service
button-type-hide = Le cacher
button-type-unhide = Le montrer à tous
type-hidden = <b>Caché :</b> seul qui a un code promo pour lui le voit.
types-line-hidden =
    <b>{ $name }</b> · { $price } · caché
    { $sold } sur { $size } vendus

form-promo-title = Un code promo
form-promo-done = Le code est prêt : il vaut pour qui le saisit.
form-promo-code = Quel mot faudra-t-il saisir ? J’en propose un ; ou écrivez le vôtre, avec des lettres, des chiffres et des tirets. La casse ne compte pas.
form-promo-code-label = Mot
form-promo-code-invalid = Un code est un seul mot de 3 à 24 lettres simples, chiffres ou tirets, par exemple SILK20. Écrivez-le ainsi, s’il vous plaît.
form-promo-effect = Que fait-il ?
form-promo-effect-label = Effet
form-promo-effect-percent = Un pourcentage de moins
form-promo-effect-amount = Un montant de moins
form-promo-effect-access = Ouvre des types cachés
form-promo-percent = Quel pourcentage de moins par billet ? De 1 à 100 ; à 100, il est offert.
form-promo-percent-label = Pourcentage
form-promo-amount = Combien de moins par billet ? Un billet moins cher que cela est offert.
form-promo-amount-label = De moins par billet
form-promo-types = Pour quels types ? Touchez-les. Ou passez : il vaut alors pour tous ceux qui ne sont pas cachés.
form-promo-types-label = Pour les types
form-promo-hidden = Quels types cachés ouvre-t-il ?
form-promo-hidden-label = Ouvre
form-promo-budget = Pour combien de billets en tout ? Ou passez : il est alors sans limite.
form-promo-budget-label = En tout
form-promo-each = Combien de billets par personne avec ce code ? Ou passez : seules comptent alors les limites des types.
form-promo-each-label = Par personne
form-promo-until = Jusqu’à quand vaut-il ? Ou passez : il vaut alors tant que la vente dure.
form-promo-until-label = Jusqu’à

purpose-promo_tries = Pour que personne ne devine des codes promo en série
purpose-promo_redemptions = Quel code a rendu une commande moins chère
