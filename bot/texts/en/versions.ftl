button-versions = All versions
button-restore = Bring this one back
button-restore-yes = Yes, bring it back
button-restore-no = No, leave it
versions-title = <b>“{ $title }”, version by version</b>
versions-hint = A number shows a version as it was, and can bring it back.
version-line = { $number }. { $when } · { $who } · version { $version }
version-reason = <i>“{ $reason }”</i>
version-somebody = somebody who has left the team
version-title = <b>{ $thing }, version { $number }</b>
version-value = { $field }: { $value }
version-change = • { $change }
version-would = <b>If it came back, this would change:</b>
version-back = • { $thing } would be there again
version-is-now = This is how it is now.
version-gone = It was taken away then. An earlier version can bring it back.
version-surely = <b>{ $thing }: bring version { $number } back?</b>
version-stays = What there is now stays in the list: nothing is lost.
version-stays-reason = Guests have seen this evening: the reason will be asked next. What there is now stays in the list.
version-ticket-active = on sale
version-ticket-inactive = taken away
version-ticket-sold_out = sold out
version-collection-draft = draft
version-collection-published = published
version-collection-archived = put away
version-part-events = { history-part-events }
version-part-ticket_types = { history-part-ticket_types }
version-part-event_schedules = { history-part-event_schedules }
version-part-collections = The collection
history-field-season = season
history-field-year = year
history-field-images = photos
button-overwrite = Save mine all the same
form-clash = Meanwhile, on { $when }, { $who } has changed this: { $change }. Shall yours be saved all the same? “Cancel” keeps what is there now.
form-restore-title = Bring a version back
form-restore-done = It is as it was again, as the newest version.
form-restore-reason = { form-ev-start-reason }
form-restore-reason-invalid = { form-ev-start-reason-invalid }
error-AsItWas = It is like that already: there is nothing to bring back.
error-WasAnotherState = The evening was not in the programme then, and it does not leave it like this. Please choose a version from after it was published.
error-FewerThanTaken = { $taken } are sold or held, and that version had { $wanted }. Nothing was changed; please set another number instead.
error-ChangedSince =
    { $who ->
        [none] Somebody has changed it since you looked,
       *[other] { $who } has changed it since you looked,
    } on { $at }. Nothing of yours was lost; please look again.
