doors-title = <b>Vos entrées</b>
doors-empty = Aucune entrée ne vous est confiée pour l’instant.
button-refresh = Actualiser

scan-ok =
    ✅ <b>Bienvenue</b>

    <b>{ $holder }</b>
    { $type }
    { $benefits }
    { $title }
scan-canceled =
    ⛔ <b>Non valable</b>

    { $holder } · { $type }. Ce billet a été annulé ou remboursé.
scan-blocked =
    ⛔ <b>Bloqué</b>

    { $holder } · { $type }. Appelez un responsable.
scan-invalid-time =
    ⛔ <b>Pas maintenant</b>

    { $holder } · { $type }. Ce billet est pour { $title }, { $when }.
scan-invalid =
    ⛔ <b>Ce billet n’est pas de chez nous</b>

    Ce code n’a pas été émis par la maison. Ne laissez pas entrer.
scan-stranger = Ce lien ne s’ouvre que pour son détenteur, et à l’entrée.
door-title =
    <b>L’entrée · { $title }</b>
    { $when }

    À l’intérieur : <b>{ $inside }</b>. Venus : { $came } sur { $sold }{ $gates }

    { $gate ->
        [none] Vous laissez les invités { $way ->
            [exit] <b>sortir</b>
           *[entry] <b>entrer</b>
        }.
       *[other] Vous êtes à <b>{ $gate }</b> et laissez les invités { $way ->
            [exit] <b>sortir</b>
           *[entry] <b>entrer</b>
        }.
    } { $reentry ->
        [yes] Qui est sorti peut entrer de nouveau.
       *[no] Qui est sorti n’entre plus.
    }{ $money ->
        [yes] {" "}On peut payer à l’entrée ; les places impayées sont libérées { $release ->
            [0] au début.
            [one] une heure avant le début.
           *[other] { $release } heures avant le début.
        }
       *[no] {""}
    }

    Scannez l’image de l’invité avec l’appareil photo du téléphone. La réponse arrive ici.
door-gate = { $name } : { $inside } à l’intérieur, { $came } venus
button-gate = Je suis à { $name }
button-let-out = Faire sortir
button-let-in = Faire entrer
button-find-guest = Saisir un code ou un nom
button-type-code = Saisir un code
button-admit = Laisser entrer quand même
button-undo = Annuler ce passage
button-why = { $why ->
    [phone] Le téléphone est éteint
    [picture] L’image est illisible
    [known] La maison connaît cette personne
    [mistake] Scanné par erreur
    [wrong-person] C’était quelqu’un d’autre
   *[stayed-outside] La personne est restée dehors
}
ask-why = { $act ->
    [undo] <b>Annuler un passage</b>
   *[admit] <b>Laisser entrer sur votre parole</b>
 }

    { $holder } · { $type }. Pour quelle raison ? Elle est notée avec votre nom.
ask-guest =
    <b>{ $title }</b>

    { $rank ->
        [supervisor] Écrivez les 8 caractères sous l’image, un numéro de commande ou un nom.
       *[steward] Écrivez les 8 caractères sous l’image.
    }
guests-found = { $count ->
    [one] Un invité de ce nom. Touchez pour voir.
   *[other] { $count } invités de ce nom. Touchez pour voir.
 }
guests-none =
    <b>{ $title }</b>

    { $rank ->
        [supervisor] Personne n’est attendu sous ce nom ou ce numéro. Essayez une autre orthographe.
       *[steward] Un code compte 8 caractères. Un responsable peut chercher un nom.
    }
button-guest = { $used ->
    [yes] ✓ { $holder } · { $type }
   *[no] { $holder } · { $type }
}
guest-expected =
    <b>Attendu</b>

    <b>{ $holder }</b> · { $type }
scan-already-redeemed = { $way ->
    [out] ⛔ <b>Déjà sorti</b>
   *[in] ⛔ <b>Déjà à l’intérieur</b>
 }

    <b>{ $holder }</b> · { $type }
    { $way ->
        [out] Sortie le { $when }
       *[in] Entrée le { $when }
    }{ $gate ->
        [none] {""}
       *[other] , { $gate }
    }, par { $staff }
scan-out =
    👋 <b>Au revoir</b>

    <b>{ $holder }</b> · { $type }
scan-not-inside =
    ⚠️ <b>Pas à l’intérieur</b>

    { $holder } · { $type }. Personne n’est entré avec ce billet : il n’y a rien à compter. Laissez sortir.
scan-product =
    ⛔ <b>Une autre entrée</b>

    { $holder } · { $type }. { $gate } n’admet pas ce billet : indiquez-leur la bonne entrée.
scan-stray =
    ⛔ <b>Pas un billet pour { $title }</b>

    Il est pour une autre soirée, ou n’est pas de chez nous. Ne laissez pas entrer.
scan-wrong-code =
    ⛔ <b>Code inconnu</b>

    Aucun billet pour { $title } ne le porte. Comparez encore une fois les 8 caractères.
scan-undone =
    ↩️ <b>Passage annulé</b>

    { $holder } · { $type }. { $now ->
        [inside] La personne compte de nouveau comme présente.
       *[outside] La personne compte comme absente, et le billet peut être scanné de nouveau.
    }
party-asks =
    <b>Le groupe de { $holder }</b>

    { $way ->
        [exit] Sur { $size } personnes, { $waiting } sont à l’intérieur. Combien sortent maintenant ?
       *[entry] Sur { $size } personnes, { $waiting } sont encore attendues. Combien entrent maintenant ?
    }
party-passed = { $way ->
    [exit] 👋 <b>Au revoir : { $passed }</b>
   *[entry] ✅ <b>Bienvenue : { $passed }</b>
 }

    Le groupe de <b>{ $holder }</b>, { $size } personnes. { $waiting ->
        [0] Personne ne manque plus.
       *[other] { $way ->
            [exit] Encore à l’intérieur : { $waiting }.
           *[entry] Encore attendus : { $waiting }.
        }
    }
scan-revoked =
    ⛔ <b>Image périmée</b>

    { $why ->
        [given] Ce billet a été offert à un proche : c’est lui qui a le code. Ne laissez pas entrer.
       *[renewed] Ce billet a un code plus récent. Demandez à l’invité de le rouvrir dans Mes billets.
    }
button-reentry-on = Permettre de rentrer
button-reentry-off = Ne plus laisser rentrer
button-door-money-on = Encaisser à l’entrée
button-door-money-off = Ne pas encaisser à l’entrée
button-door-release = { $hours ->
    [0] Garder les impayés jusqu’au début
    [one] Libérer les impayés 1 h avant
   *[other] Libérer les impayés { $hours } h avant
}
button-take-money = { $total } reçus : laisser entrer
scan-unpaid =
    ⛔ <b>Non payé</b>

    { $holder } · { $type }. { $due ->
        [none] Appelez un responsable.
       *[other] À payer pour la commande : <b>{ $due }</b>.
    }
