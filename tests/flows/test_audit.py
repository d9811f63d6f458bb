"""Who changed what is told in the chat: an event's story to its makers, all to the office."""

import json

from bot.callbacks.making import AtDesk, ShowHistory
from bot.callbacks.office import ShowAudit, ShowChange
from bot.callbacks.wire import short
from tests.factories import Owner
from tests.flows.buying import holds
from tests.flows.making import an_organizer
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import a_visitor, an_administrator


async def test_the_makers_of_an_event_see_who_changed_it(portal: Portal, owner: Owner) -> None:
    renata = await an_organizer(portal, owner)
    event = await renata.makes("Velvet Hour", seats=100)
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45.00", "60")
    marta = await a_visitor(portal, "Marta Bianchi")
    manager = await portal.user_id(owner, marta.guest)
    await owner.insert("event_staff", event_id=event, user_id=manager, role="manager")
    await marta.says("/mine")
    await marta.taps("Velvet Hour")
    await marta.taps("Change")
    await marta.taps("Title")
    await marta.says("Velvet Night")

    await renata.says("/mine")
    await renata.taps("Velvet Night")
    story = said(await renata.taps("Who changed this"))
    assert "Who changed “Velvet Night”" in story
    assert "Marta Bianchi" in story
    assert "title “Velvet Hour” → “Velvet Night”" in story
    assert "A ticket “Standing”: added" in story
    assert "you" in story
    assert story.index("Marta") < story.index("Standing")

    await marta.says("/mine")
    await marta.taps("Velvet Night")
    marta_reads = said(await marta.taps("Who changed this"))
    assert "you" in marta_reads
    [told] = await owner.fetch(
        "SELECT user_id, capacity, request FROM audit_logs WHERE entity_type = 'events'"
        " AND action = 'update' AND changes -> 'new' ->> 'title' = 'Velvet Night'"
    )
    assert (told["user_id"], told["capacity"]) == (manager, "person")
    assert told["request"].startswith("update ")


async def test_a_story_names_no_buyer_and_says_when_it_was_published(
    portal: Portal, owner: Owner
) -> None:
    renata = await an_organizer(portal, owner)
    await renata.makes("Velvet Hour", seats=1)
    await renata.taps("Tickets")
    await renata.adds_type("Standing", "45.00", "1")
    await renata.taps("The evening")
    await renata.taps("Publish")
    giulia = await portal.guest("Giulia Conti")
    await holds(portal, giulia, "Velvet Hour", places=1)
    assert await owner.value("SELECT status FROM ticket_types") == "sold_out"
    await renata.says("/mine")
    await renata.taps("Velvet Hour")
    story = said(await renata.taps("Who changed this"))
    assert "status “draft” → “published”" in story
    assert "G•••" not in story
    assert "A ticket: " not in story


async def test_a_long_story_has_pages(portal: Portal, owner: Owner) -> None:
    renata = await an_organizer(portal, owner)
    event = await renata.makes("Velvet Hour")
    for number in range(9):
        await owner.connection.execute(
            "UPDATE events SET title = $2 WHERE id = $1", event, f"Velvet {number}"
        )
    await renata.says("/mine")
    await renata.taps("Velvet 8")
    first = await renata.taps("Who changed this")
    assert "whoever runs the machine" in said(first)
    assert "the portal itself" not in said(first)
    assert "Velvet 8" in said(first)
    second = await renata.taps("Older")
    assert "“Velvet 1” → “Velvet 2”" in said(second)
    assert "“Velvet 8”: added" not in said(second)
    assert "“Velvet 7” → “Velvet 8”" in said(await renata.taps("The newest"))


async def test_a_story_is_nobody_elses(portal: Portal, owner: Owner) -> None:
    renata = await an_organizer(portal, owner)
    event = await renata.makes("Velvet Hour")
    giulia = await a_visitor(portal, "Giulia Conti")
    screen = await giulia.guest.screen()
    [change, *_] = await owner.fetch("SELECT id FROM audit_logs WHERE entity_type = 'events'")
    for act in (
        AtDesk(event=event, room="history"),
        ShowHistory(event=event),
        ShowAudit(),
        ShowAudit(scope="t", about=short(change["id"])),
        ShowChange(change=change["id"]),
    ):
        pressed = await giulia.guest.tap_data(screen["message_id"], act.pack())
        assert "not for you to see" in str(pressed.get("text")), act


async def test_the_office_reads_by_time_person_and_thing(portal: Portal, owner: Owner) -> None:
    renata = await an_organizer(portal, owner)
    event = await renata.makes("Velvet Hour")
    ada = await an_administrator(owner, portal)
    await owner.fetch(
        "INSERT INTO notifications (id, user_id, lane, template, due_at)"
        " SELECT uuidv7(), id, 2, 'news', now() + interval '1 day' FROM users"
    )
    await ada.says("/admin")
    newest = await ada.taps("Who did what")
    assert "administrators · insert" in said(newest)
    assert "notifications" not in said(newest)
    assert {"1", "A day back", "A week back", "The office"} <= set(labels(newest))

    whole = await ada.taps("1")
    told = await owner.fetch(
        "SELECT * FROM audit_logs WHERE entity_type <> 'notifications' ORDER BY id DESC LIMIT 1"
    )
    assert told[0]["entity_type"] in said(whole)
    back = await ada.taps("Who did what")
    assert "Who did what" in said(back)

    [made] = await owner.fetch(
        "SELECT id, changes FROM audit_logs WHERE entity_type = 'events' AND action = 'insert'"
    )
    screen = await ada.guest.screen()
    await ada.guest.tap_data(screen["message_id"], ShowChange(change=made["id"]).pack())
    whole = said(await ada.guest.screen())
    assert str(event) in whole
    assert "title: Velvet Hour" in whole
    assert json.loads(made["changes"])["new"]["title"] == "Velvet Hour"
    thing = said(await ada.taps("All of this row"))
    assert "What became of one row" in thing
    assert "events · insert" in thing
    assert "administrators" not in thing

    await ada.guest.tap_data(screen["message_id"], ShowChange(change=made["id"]).pack())
    acts = said(await ada.taps("What they did"))
    assert "What one person did" in acts
    assert "administrators" not in acts
    assert "Nothing before that" in said(await ada.taps("A week back"))
