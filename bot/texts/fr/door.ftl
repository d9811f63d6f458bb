door-title =
    <b>L’entrée · { $title }</b>
    { $when }

    À l’intérieur : <b>{ $inside }</b> sur { $sold }

    Scannez l’image de l’invité avec l’appareil photo du téléphone. La réponse arrive ici.
doors-title = <b>Vos entrées</b>
doors-empty = Aucune entrée ne vous est confiée pour l’instant.
button-refresh = Actualiser

scan-ok =
    ✅ <b>Bienvenue</b>

    <b>{ $holder }</b>
    { $type }
    { $benefits }
    { $title }
scan-already-redeemed =
    ⛔ <b>Déjà à l’intérieur</b>

    <b>{ $holder }</b> · { $type }
    Entrée le { $when }{ $gate ->
        [none] {""}
       *[other] , { $gate }
    }, par { $staff }
scan-canceled =
    ⛔ <b>Non valable</b>

    { $type }, { $holder }. Ce billet a été annulé ou remboursé.
scan-revoked =
    ⛔ <b>Image périmée</b>

    Ce billet a un code plus récent. Demandez à l’invité de le rouvrir dans Mes billets.
scan-unpaid =
    ⛔ <b>Non payé</b>

    { $type }, { $holder }. Appelez un responsable.
scan-blocked =
    ⛔ <b>Bloqué</b>

    { $type }, { $holder }. Appelez un responsable.
scan-invalid-time =
    ⛔ <b>Pas maintenant</b>

    { $type }, { $holder }. Ce billet est pour { $title }, { $when }.
scan-invalid =
    ⛔ <b>Ce billet n’est pas de chez nous</b>

    Ce code n’a pas été émis par la maison. Ne laissez pas entrer.
scan-stranger = Ce lien ne s’ouvre que pour son détenteur, et à l’entrée.
