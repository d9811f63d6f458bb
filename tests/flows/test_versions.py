"""What an event and a collection were is told in the chat, and brought back from there."""

from bot.callbacks.making import RestoreVersion, ShowVersion, ShowVersions
from tests.factories import Owner
from tests.flows.making import Organizer, an_organizer
from tests.flows.test_look_books import a_designer, make_collection
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor, a_visitor


async def a_manager(portal: Portal, owner: Owner, event) -> Visitor:
    """Marta, who manages an event of Renata's."""
    marta = await a_visitor(portal, "Marta Bianchi")
    manager = await portal.user_id(owner, marta.guest)
    await owner.insert("event_staff", event_id=event, user_id=manager, role="manager")
    return marta


async def opens(visitor: Visitor, title: str) -> None:
    """The desk of one of my events."""
    await visitor.says("/mine")
    await visitor.taps(title)


async def renames(visitor: Visitor, title: str) -> None:
    """Another title, from the desk."""
    await visitor.taps("Change")
    await visitor.taps("Title")
    await visitor.says(title)


async def published(portal: Portal, owner: Owner) -> Organizer:
    """Renata, at the desk of an event that guests see."""
    renata = await an_organizer(portal, owner)
    await renata.makes("Velvet Hour", seats=100)
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45.00", "60")
    await renata.taps("The evening")
    await renata.taps("Publish")
    return renata


async def test_a_version_is_looked_at_and_brought_back_with_a_reason(
    portal: Portal, owner: Owner
) -> None:
    renata = await published(portal, owner)
    event = await owner.value("SELECT id FROM events")
    marta = await a_manager(portal, owner, event)
    await opens(marta, "Velvet Hour")
    await renames(marta, "Velvet Night")

    await opens(renata, "Velvet Night")
    await renata.taps("Who changed this")
    listed = await renata.taps("All versions")
    assert "“Velvet Night”, version by version" in said(listed)
    assert "Marta Bianchi" in said(listed)
    assert "The evening: title “Velvet Hour” → “Velvet Night”" in said(listed)
    assert "A ticket “Standing”: added" in said(listed)
    one = await renata.taps("2")
    assert "The evening, version 2" in said(one)
    assert "title: Velvet Hour" in said(one)
    assert "venue: Palazzo Serbelloni" in said(one)
    assert "• title “Velvet Night” → “Velvet Hour”" in said(one)
    asked = await renata.taps("Bring this one back")
    assert "bring version 2 back?" in said(asked)
    assert "the reason will be asked next" in said(asked)
    await renata.taps("Yes, bring it back")
    assert await owner.value("SELECT title FROM events") == "Velvet Night"
    done = await renata.says("The posters are printed")
    assert "It is as it was again" in said(done)
    assert "“The posters are printed”" in said(done)
    assert await owner.value("SELECT title FROM events") == "Velvet Hour"
    [then, now_is] = await owner.fetch(
        "SELECT data, comment, created_by FROM version_control"
        " WHERE entity_id = $1 AND version IN (2, 4) ORDER BY version",
        event,
    )
    assert now_is["data"] == then["data"]
    assert (now_is["comment"], now_is["created_by"]) == ("The posters are printed", renata.user_id)
    again = await renata.taps("3")
    assert "This is how it is now" in said(again)
    assert "Bring this one back" not in labels(again)


async def test_what_was_struck_comes_back_and_a_second_tap_changes_nothing(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    await renata.makes("Velvet Hour")
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45.00", "60")
    await renata.taps("Standing")
    await renata.taps("Take it away")
    await opens(renata, "Velvet Hour")
    await renata.taps("Who changed this")
    listed = await renata.taps("All versions")
    assert "A ticket “Standing”: taken away" in said(listed)
    assert "It was taken away then" in said(await renata.taps("1"))
    await renata.taps("All versions")
    one = await renata.taps("2")
    assert "A ticket “Standing” would be there again" in said(one)
    await renata.taps("Bring this one back")
    screen = await renata.guest.screen()
    done = await renata.taps("Yes, bring it back")
    assert "A ticket “Standing”: added" in said(done)
    kinds = await owner.fetch("SELECT name, status FROM ticket_types")
    assert [tuple(each.values()) for each in kinds] == [("Standing", "active")]

    [version] = await owner.fetch(
        "SELECT id FROM version_control WHERE entity_type = 'ticket_types' AND version = 1"
    )
    late = RestoreVersion(version=version["id"], seen=2, surely=True)
    pressed = await renata.guest.tap_data(screen["message_id"], late.pack())
    assert "It is like that already" in str(pressed.get("text"))
    count = "SELECT count(*) FROM version_control WHERE entity_type = 'ticket_types'"
    assert await owner.value(count) == 3


async def test_who_restores_second_is_told_who_was_first(portal: Portal, owner: Owner) -> None:
    renata = await an_organizer(portal, owner)
    event = await renata.makes("Velvet Hour")
    marta = await a_manager(portal, owner, event)
    await opens(renata, "Velvet Hour")
    await renames(renata, "Velvet Night")
    await renames(renata, "Velvet Morning")
    for maker in (marta, renata):
        await opens(maker, "Velvet Morning")
        await maker.taps("Who changed this")
        await maker.taps("All versions")
        await maker.taps("3" if maker is marta else "2")
        await maker.taps("Bring this one back")
    await marta.taps("Yes, bring it back")
    screen = await renata.guest.screen()
    [second] = await owner.fetch(
        "SELECT id FROM version_control WHERE entity_id = $1 AND version = 2", event
    )
    late = RestoreVersion(version=second["id"], seen=3, surely=True)
    pressed = await renata.guest.tap_data(screen["message_id"], late.pack())
    assert "Marta Bianchi has changed it since you looked" in str(pressed.get("text"))
    assert await owner.value("SELECT title FROM events") == "Velvet Hour"


async def test_what_cannot_come_back_is_said_before_anybody_gives_a_reason(
    portal: Portal, owner: Owner
) -> None:
    renata = await published(portal, owner)
    await opens(renata, "Velvet Hour")
    await owner.connection.execute(
        "UPDATE events SET start_date = start_date + interval '3 days',"
        " end_date = end_date + interval '3 days'"
    )
    await renata.makes("Silk Road")
    await owner.connection.execute(
        "UPDATE events SET status = 'published', venue_id = (SELECT venue_id FROM events"
        " WHERE title = 'Velvet Hour') WHERE title = 'Silk Road'"
    )
    await opens(renata, "Velvet Hour")
    await renata.taps("Who changed this")
    await renata.taps("All versions")
    await renata.taps("2")
    await renata.taps("Bring this one back")
    screen = await renata.guest.screen()
    [button] = [
        button["callback_data"]
        for row in screen["inline_keyboard"]
        for button in row
        if button["text"] == "Yes, bring it back"
    ]
    before = await owner.value("SELECT count(*) FROM version_control")
    pressed = await renata.guest.tap_data(screen["message_id"], button)
    assert "Palazzo Serbelloni is taken: “Silk Road” is there" in str(pressed.get("text"))
    assert await renata.guest.screen() == screen
    assert await owner.value("SELECT count(*) FROM version_control") == before
    assert await owner.value("SELECT count(*) FROM dialog_drafts WHERE form = 'restore'") == 0


async def test_versions_are_nobody_elses(portal: Portal, owner: Owner) -> None:
    renata = await an_organizer(portal, owner)
    event = await renata.makes("Velvet Hour")
    rival = await an_organizer(portal, owner, name="Ottavia Riva")
    await rival.says("/mine")
    screen = await rival.guest.screen()
    version = await owner.value("SELECT id FROM version_control WHERE entity_id = $1", event)
    for act in (
        ShowVersions(scope="e", about=event),
        ShowVersion(version=version),
        RestoreVersion(version=version, seen=1),
        RestoreVersion(version=version, seen=1, surely=True),
    ):
        pressed = await rival.guest.tap_data(screen["message_id"], act.pack())
        assert "not for you to see" in str(pressed.get("text")), act


async def test_a_designer_brings_a_collection_back(portal: Portal, owner: Owner) -> None:
    noor, _ = await a_designer(portal, owner)
    await make_collection(noor)
    await noor.taps("Publish")
    await owner.connection.execute("UPDATE collections SET name = 'Seta morta', year = 1999")
    listed = await noor.taps("All versions")
    assert "The collection “Seta morta”: name “Seta viva” → “Seta morta”" in said(listed)
    assert "year “2027” → “1999”" in said(listed)
    one = await noor.taps("2")
    assert "season: Spring/Summer" in said(one)
    assert "photos: 5 photos" in said(one)
    await noor.taps("Bring this one back")
    await noor.taps("Yes, bring it back")
    [made] = await owner.fetch("SELECT name, year, status FROM collections")
    assert tuple(made.values()) == ("Seta viva", 2027, "published")
