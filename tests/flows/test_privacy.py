"""/privacy: what is kept and why, what a person allows, and letting their data rest."""

from uuid import UUID

from tests.factories import Owner, make_event
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor, a_visitor, an_administrator


async def privacy(visitor: Visitor, *rooms: str) -> dict:
    """The rooms, or the one that some taps lead to."""
    screen = await visitor.says("/privacy")
    for room in rooms:
        screen = await visitor.taps(room)
    return screen


async def person_of(portal: Portal, owner: Owner, visitor: Visitor) -> UUID:
    found: UUID = await portal.user_id(owner, visitor.guest)
    return found


async def test_what_is_kept_is_told_with_its_ground(portal: Portal) -> None:
    nora = await a_visitor(portal, "Nora Lind")
    assert "Your data are yours" in said(await privacy(nora))
    told = said(await nora.taps("What you keep"))
    assert "Because the law asks for it" in told
    assert "What you bought: to fulfil it, and for the books" in told
    assert "Body and photos of a model" not in told  # Nora is none


async def test_each_consent_is_given_and_taken_back_by_itself(
    portal: Portal, owner: Owner
) -> None:
    nora = await a_visitor(portal, "Nora Lind")
    person = await person_of(portal, owner, nora)
    screen = await privacy(nora, "My consents")
    assert "you have not said so far" in said(screen)
    assert not any("e-mail" in each or "text message" in each for each in labels(screen))
    reached = "UPDATE users SET email = 'sealed', phone_number = 'x' WHERE id = $1"
    await owner.fetch(reached, person)
    screen = await privacy(nora, "My consents")
    assert "Allow: News by e-mail" in labels(screen)
    assert "News by text message" not in str(labels(screen))  # nothing sends these
    await owner.insert(
        "consents", user_id=person, purpose="marketing", channel="sms", granted=True, version=1
    )
    screen = await privacy(nora, "My consents")
    screen = await nora.taps("No longer: News by text message")  # from when it was offered
    assert "Allow: News by text message" not in labels(screen)
    await nora.taps("Allow: News by e-mail")
    screen = await nora.taps("Allow: “For you”")
    assert "News by e-mail: yes, since" in said(screen)
    assert "News here: no" in said(screen)
    screen = await nora.taps("No longer: News by e-mail")
    assert said(screen).count("News by e-mail: yes (words no. 1)") == 1
    assert "News by e-mail: no (words no. 1)" in said(screen)
    states = await owner.fetch(
        "SELECT purpose::text, channel::text, granted FROM consent_states"
        " WHERE user_id = $1 ORDER BY 1, 2",
        person,
    )
    assert [tuple(row.values()) for row in states] == [
        ("marketing", "email", False),
        ("marketing", "sms", False),
        ("suggestions", "push", True),
    ]


async def test_words_that_changed_ask_again(portal: Portal, owner: Owner) -> None:
    nora = await a_visitor(portal, "Nora Lind")
    await privacy(nora, "My consents")
    assert "News here: yes" in said(await nora.taps("Allow: News here"))
    await owner.fetch("UPDATE consent_states SET version = 0")
    assert "News here: no; you have not said so far" in said(await privacy(nora, "My consents"))


async def test_who_wants_no_suggestions_sees_the_plain_programme(
    portal: Portal, owner: Owner
) -> None:
    show = await make_event(owner, title="Velvet Hour")
    await make_event(owner, title="Paper Dresses")
    nora = await a_visitor(portal, "Nora Lind")
    person = await person_of(portal, owner, nora)
    await owner.insert("follows", user_id=person, organizer_id=show.organizer)
    await nora.says("/start")
    assert "May we choose" in said(await nora.taps("For you"))
    screen = await nora.taps("No, thank you")
    assert "Paper Dresses" in " ".join([said(screen), *labels(screen)])
    assert "For you" not in labels(await nora.says("/start"))


async def test_data_at_rest_are_kept_and_not_used(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner, title="Velvet Hour")
    nora, ada = await a_visitor(portal, "Nora Lind"), await an_administrator(owner, portal)
    person = await person_of(portal, owner, nora)
    await owner.insert("follows", user_id=person, organizer_id=show.organizer)
    await owner.insert("designers", user_id=person, brand_name="Seta", approval_status="approved")
    await privacy(nora, "Pause its use")
    assert "Your data rest since" in said(await nora.taps("Let my data rest"))
    rests = "SELECT paused_at IS NOT NULL FROM designers WHERE brand_name = 'Seta'"
    assert await owner.value(rests)
    assert "For you" not in labels(await nora.says("/start"))
    assert "Pause its use · done" in said(await privacy(nora, "My requests"))
    await ada.says("/people")
    await ada.says(str(person))
    await ada.taps("Name")
    assert "kept and not used" in said(await ada.says("A guest asked for help"))
    await privacy(nora, "Pause its use")
    assert "Let your data rest?" in said(await nora.taps("Use my data again"))
    assert not await owner.value(rests)


async def test_the_office_sees_what_is_due_first_and_no_name(portal: Portal, owner: Owner) -> None:
    nora, ada = await a_visitor(portal, "Nora Lind"), await an_administrator(owner, portal)
    person = await person_of(portal, owner, nora)
    assert "Nobody waits" in said(await ada.says("/requests"))
    for kind, due in (("erase", "now() + interval '9 d'"), ("rectify", "now() - interval '1 d'")):
        await owner.fetch(
            "INSERT INTO data_requests (user_id, kind, due_at, starts_at)"
            f" VALUES ($1, '{kind}', {due}, now())",
            person,
        )
    told = said(await ada.says("/requests"))
    assert told.index("Overdue since") < told.index("Correct it") < told.index("Erase it")
    assert "Lind" not in told
    assert "cannot find" in said(await nora.says("/requests"))
