button-versions = Toutes les versions
button-restore = Rétablir celle-ci
button-restore-yes = Oui, la rétablir
button-restore-no = Non, laisser ainsi
versions-title = <b>« { $title } », version par version</b>
versions-hint = Un numéro montre une version telle qu’elle était, et permet de la rétablir.
version-line = { $number }. { $when } · { $who } · version { $version }
version-reason = <i>« { $reason } »</i>
version-somebody = quelqu’un qui a quitté l’équipe
version-title = <b>{ $thing }, version { $number }</b>
version-value = { $field } : { $value }
version-change = • { $change }
version-would = <b>La rétablir changerait ceci :</b>
version-back = • { $thing } : de nouveau là
version-is-now = C’est la version d’aujourd’hui.
version-gone = Retrait à ce moment-là. Une version plus ancienne permet de revenir en arrière.
version-surely = <b>{ $thing } : rétablir la version { $number } ?</b>
version-stays = Ce qu’il y a maintenant reste dans la liste : rien n’est perdu.
version-stays-reason = Des invités ont vu cette soirée : la raison vous sera demandée ensuite. Ce qu’il y a maintenant reste dans la liste.
version-ticket-active = en vente
version-ticket-inactive = retiré
version-ticket-sold_out = complet
version-collection-draft = brouillon
version-collection-published = publiée
version-collection-archived = rangée
version-part-events = { history-part-events }
version-part-ticket_types = { history-part-ticket_types }
version-part-event_schedules = { history-part-event_schedules }
version-part-collections = La collection
history-field-season = saison
history-field-year = année
history-field-images = photos
button-overwrite = Garder le mien
form-clash = Entre-temps, { $when }, changement par { $who } : { $change }. Faut-il tout de même enregistrer le vôtre ? « Annuler » garde ce qu’il y a maintenant.
form-restore-title = Rétablir une version
form-restore-done = C’est de nouveau comme avant, en tant que version la plus récente.
form-restore-reason = { form-ev-start-reason }
form-restore-reason-invalid = { form-ev-start-reason-invalid }
error-AsItWas = C’est déjà ainsi : il n’y a rien à rétablir.
error-WasAnotherState = La soirée n’était pas au programme alors, et n’en sort pas ainsi. Choisissez, je vous prie, une version d’après la publication.
error-FewerThanTaken = { $taken } sont vendus ou réservés, cette version en avait { $wanted }. Rien n’a changé ; indiquez plutôt un autre nombre.
error-ChangedSince =
    { $who ->
        [none] Un changement a été fait
       *[other] { $who } a fait un changement
    } depuis ce que vous avez vu, { $at }. Rien n’est perdu ; regardez à nouveau, je vous prie.
