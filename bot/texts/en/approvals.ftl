command-approvals = Who waits to be let in
button-approvals = Who waits
button-look = Have a look
button-approve = Approve
button-refuse = Refuse
button-photos = { $count ->
    [one] The photo
   *[other] The { $count } photos
 }
approvals = { $count ->
    [one] <b>One registration waits.</b> The first who decides has decided.
   *[other] <b>{ $count } registrations wait.</b> The first who decides has decided.
 }
approvals-none = Nobody waits to be let in. Well done.
approvals-label = { $name } · { $trade }
approval-notice = <b>{ $name }</b> would like to be let in: { $trade }.
approval-head =
    <b>{ $name }</b> · { $trade }
    sent by { $person }
approval-age = { $born } ({ $years } years)
approval-guardian-label = Guardian
approval-guardian = { $name } agreed on { $day }
approval-approved = ✓ Approved. They have been told.
approval-rejected = ✕ Refused, with a reason. They have been told.

form-refusal-title = Refuse
form-refusal-reason = Why not, and what would help? They read it word for word, at most 500 characters, and can send their answers again.
form-refusal-reason-label = Reason
form-refusal-reason-invalid = Please give the reason in words: it is all they have to go by.
form-refusal-done = <b>They have been told.</b>

error-AlreadyDecided = Somebody of the house has decided this already.
error-RegistrationChanged = They have changed it since you looked. Please look again: this is how it stands now.
error-AlreadyRegistered = You are approved already: there is nothing more to register.
error-OwnGuardian = This link is for a parent or guardian of age, and works only from their own account. Please send it to them.
error-BrandNotApproved = Your brand is not approved at the moment: /register says how it stands. The collection is kept; you can publish it once it is.
