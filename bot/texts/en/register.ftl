button-trades = For designers, models and houses
command-register = For designers, models and houses

trades =
    <b>Work with us</b>

    Show your collections, walk, or hold an evening of your own. Choose what you are; I ask a few questions, and the administrators look at every registration.
trade-name-designer = Designer
trade-name-model = Model
trade-name-organizer = House
trade-label = { $name } · { $status }
trade-status-draft = not sent yet
trade-status-pending = with us
trade-status-approved = approved
trade-status-rejected = please look again
trade-status-suspended = paused

trade-designer =
    <b>You design?</b>

    Eight short questions about your brand, four of which you may skip. Then you can build your look-book at once; it is shown as soon as you are approved.
trade-model =
    <b>You walk?</b>

    Thirteen short questions: your stage name, your measures, a few photos. Only the stage name is public. Everything is kept as you go: you can stop at any time and go on later.
trade-organizer =
    <b>You hold evenings?</b>

    Four short questions about your house. You can prepare evenings and your team at once; they are published as soon as you are approved.
trade-guardian =
    <b>One signature is missing.</b>

    You are under 18, so a parent or guardian has to agree, from their own Telegram. Make a link and send it to them; when they have agreed, your registration goes to the administrators by itself.
trade-waits =
    <b>Your registration is with us: { $what }.</b>

    The administrators of the portal decide, as a rule within two working days. You will read it here at once. Until then you can still change what you sent.
trade-refused =
    <b>Not yet, I am afraid.</b>

    The administrators wrote: <blockquote>{ $reason }</blockquote>
    You can change your answers and send them again; nothing of what you wrote is lost.
trade-suspended = Your registration is paused by the administrators. /support reaches them.
trade-welcome-designer =
    <b>Welcome: you are approved as a designer.</b>

    Your collections can be published now, and houses can put them in their line-up.
trade-welcome-model =
    <b>Welcome: you are approved as a model.</b>

    Houses can put you in their line-up now, under your stage name.
trade-welcome-organizer =
    <b>Welcome: your house is approved.</b>

    Your evenings can be published now.

button-register = Let us begin
button-amend = Change
button-send-again = Change and send again
button-my-registration = My registration
button-my-collections = My collections

button-invite-guardian = A link for my guardian
guardian-invitation =
    <b>For your parent or guardian</b>

    Send them this link. It works for { $lasts }, for the first person who opens it, and not from your own account. Making another one ends it.

    { $link }
guardian-question =
    <b>Your consent is asked for</b>

    <b>{ $name }</b>, born on { $born }, wants to register as a model here and names you as parent or guardian.

    With your consent we keep their date of birth, measures and photos, and show them to the administrators and to houses that cast models. The public sees the stage name only. You can take your consent back at any time with /support.

    By agreeing you declare that you are of age and may decide for them.
button-guardian-yes = I am their guardian and I agree
button-guardian-no = I do not agree
guardian-thanks-yes = Thank you. Your consent for <b>{ $name }</b> is noted, and the registration goes to the administrators now.
guardian-thanks-no = Noted: you do not agree. The registration of <b>{ $name }</b> goes no further.
guardian-notice-yes = Your guardian has agreed. Your registration is with the administrators now, who decide, as a rule, within two working days.
guardian-notice-no = Your guardian did not agree, so your registration goes no further for now. If that was a mistake, you can make another link.

form-designer-title = Designer
form-designer-brand = What is the name of your brand?
form-designer-brand-label = Brand
form-designer-brand-invalid = A name needs letters, so that people can say it: please write the name of your brand.
form-designer-specialties = What do you make? Tap all that fit.
form-designer-specialties-label = Specialties
form-designer-specialties-couture = Couture
form-designer-specialties-ready-to-wear = Ready-to-wear
form-designer-specialties-evening = Evening wear
form-designer-specialties-bridal = Bridal
form-designer-specialties-tailoring = Tailoring
form-designer-specialties-knitwear = Knitwear
form-designer-specialties-menswear = Menswear
form-designer-specialties-streetwear = Streetwear
form-designer-specialties-sportswear = Sportswear
form-designer-specialties-accessories = Accessories
form-designer-specialties-footwear = Footwear
form-designer-specialties-jewellery = Jewellery
form-designer-experience = How long have you been showing?
form-designer-experience-label = Experience
form-designer-experience-student = Still studying
form-designer-experience-emerging = First collections
form-designer-experience-established = Several seasons
form-designer-experience-house = A house of its own
form-designer-about = Tell the guests about your brand in a few sentences, at most 600 characters. It opens your look-book.
form-designer-about-label = About
form-designer-portfolio = Where can one see your work? Send the address of your portfolio, or skip.
form-designer-portfolio-label = Portfolio
form-designer-achievements = Prizes, shows, press? One a line, at most 600 characters, or skip.
form-designer-achievements-label = Achievements
form-designer-links = Your social pages: up to five addresses in one message, such as <i>@yourbrand</i> for Instagram. Or skip.
form-designer-links-label = Social
form-designer-logo = Your logo, as a photo. Or skip.
form-designer-logo-label = Logo
form-designer-done = <b>Thank you. It is with us.</b>

form-model-title = Model
form-model-stage = Under which name do you walk? This stage name is public.
form-model-stage-label = Stage name
form-model-stage-invalid = A name needs letters, so that people can say it: please write your stage name.
form-model-born = When were you born? Please write it, such as <i>24 May 2003</i>. We work with models from 16; under 18 a guardian has to agree. Nobody sees the date but the administrators.
form-model-born-label = Born
form-model-consent =
    Now come measures and photos. They are sensitive, so I need your word:

    <blockquote>I agree that the portal keeps my measures and photos and shows them to its administrators and to houses that cast models. I can take this back at any time with /support; then they are erased.</blockquote>
form-model-consent-label = Consent
form-model-consent-agreed = I agree
form-model-height = How tall are you? In centimetres, such as <i>178</i>, or in feet and inches, such as <i>5'10"</i>.
form-model-height-label = Height
form-model-bust = Your bust or chest? In cm, such as <i>86</i>, or in inches, such as <i>34"</i>.
form-model-bust-label = Bust
form-model-waist = Your waist? In cm or inches.
form-model-waist-label = Waist
form-model-hips = Your hips? In cm or inches.
form-model-hips-label = Hips
form-model-shoe = Your shoe size, European, such as <i>40</i>? Or skip.
form-model-shoe-label = Shoe
form-model-measured = On which day were these measures taken? They count for a year.
form-model-measured-label = Measured
form-model-experience = How often have you walked?
form-model-experience-label = Experience
form-model-experience-new = Not yet
form-model-experience-some = A few times
form-model-experience-experienced = Many seasons
form-model-link = Where can one see your work? Send the address of your portfolio, or skip.
form-model-link-label = Portfolio
form-model-photos = Please send two to twelve photos of yourself, also as an album: face and full length, natural light, no filter.
form-model-photos-label = Photos
form-model-agency = Does an agency represent you? Its name, or skip.
form-model-agency-label = Agency
form-model-agency-invalid = A name needs letters: please write the name of the agency, or skip.
form-model-done = <b>Thank you. I have everything.</b>

form-house-title = House
form-house-name = What is your house called? Guests read this name on every evening and receipt.
form-house-name-label = House
form-house-name-invalid = A name needs letters, so that people can say it: please write the name of your house.
form-house-city = In which city are you at home?
form-house-city-label = City
form-house-city-invalid = A city has letters: please write its name, such as <i>Milan</i>.
form-house-note = What do you hold, and for whom? A few sentences for the administrators, at most 800 characters.
form-house-note-label = Evenings
form-house-note-invalid = Please say it in words: what do you hold, and for whom?
form-house-links = Where can one see it? Up to five addresses in one message, or skip.
form-house-links-label = Links
form-house-done = <b>Thank you. It is with us.</b>
