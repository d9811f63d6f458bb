"""What was sealed and cannot be opened: a word or a neutral sentence, and a line in the log."""

from base64 import b64decode, b64encode

import structlog

from tests.factories import Owner, make_event
from tests.flows.buying import holds, pictures_of
from tests.guest import labels, said
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.visitor import Visitor, a_visitor, an_administrator


async def is_asked(portal: Portal, name: str) -> Visitor:
    """Somebody who has begun to write to the house."""
    visitor = await a_visitor(portal, name)
    await visitor.says("/support")
    await visitor.taps("Accessibility")
    return visitor


async def asks_for_tickets(portal: Portal, visitor: Visitor) -> None:
    """Until the list of them is the newest screen."""
    await visitor.guest.send("/tickets")
    await portal.until(
        visitor.guest, lambda messages: "Velvet Hour" in "".join(labels(messages[-1]))
    )


async def test_an_answer_that_was_moved_is_a_neutral_sentence(portal: Portal, owner: Owner):
    """The dialogs of two people, exchanged by somebody who can write into the database."""
    giulia = await is_asked(portal, "Giulia Conti")
    await is_asked(portal, "Camille Roux")
    await owner.connection.execute(
        "UPDATE dialog_drafts d SET answers = o.answers FROM dialog_drafts o WHERE o.id <> d.id"
    )
    with structlog.testing.capture_logs() as log:
        answer = await giulia.says("Is there a ramp?")
    assert "cannot be read at the moment" in said(answer)
    events = [line for line in log if line["event"] == "security event"]
    assert {(line["table"], line["column"]) for line in events} == {("dialog_drafts", "answers")}
    assert "ramp" not in str(events)


async def test_a_ticket_whose_name_cannot_be_read_is_shown_all_the_same(
    portal: Portal, owner: Owner
):
    await make_event(owner, types={"Standing": ("45.00", 10)})
    giulia = await a_visitor(portal, "Giulia Conti")
    await holds(portal, giulia.guest, "Velvet Hour", places=1)
    await giulia.guest.pay()
    await pictures_of(portal, giulia.guest, 1)
    await owner.connection.execute(
        "UPDATE users SET full_name = o.full_name FROM users o WHERE o.id <> users.id"
        " AND users.id = $1 AND o.full_name IS NOT NULL",
        await portal.user_id(owner, giulia.guest),
    )
    await asks_for_tickets(portal, giulia)
    await giulia.guest.tap("Velvet Hour")
    await portal.says(giulia.guest, "unavailable")


async def test_a_changed_name_is_told_and_written_down_once(portal: Portal, owner: Owner):
    """However often the ticket that bears it is looked at."""
    await make_event(owner, types={"Standing": ("45.00", 10)})
    giulia = await a_visitor(portal, "Giulia Conti")
    await holds(portal, giulia.guest, "Velvet Hour", places=1)
    await giulia.guest.pay()
    await pictures_of(portal, giulia.guest, 1)
    person = await portal.user_id(owner, giulia.guest)
    record = await owner.value("SELECT full_name FROM users WHERE id = $1", person)
    raw = bytearray(b64decode(record))
    raw[20] ^= 1
    await owner.connection.execute(
        "UPDATE users SET full_name = $2 WHERE id = $1", person, b64encode(raw).decode()
    )
    with structlog.testing.capture_logs() as log:
        for _ in range(2):
            await asks_for_tickets(portal, giulia)
            assert "unavailable" in said(await giulia.taps("Velvet Hour"))
    assert [line["row"] for line in log if line["event"] == "security event"] == [str(person)]
    [event] = await owner.fetch("SELECT * FROM audit_logs WHERE category = 'integrity'")
    assert (event["entity_type"], event["entity_id"]) == ("users", person)
    assert event["user_id"] == person
    assert event["changes"] == '{"column": "full_name"}'


async def test_who_had_everything_deleted_is_told_so_and_goes_on(portal: Portal, owner: Owner):
    """Shows and tickets are theirs as before; nobody is sent round in a circle."""
    await make_event(owner, types={"Standing": ("45.00", 10)})
    giulia = await a_visitor(portal, "Giulia Conti")
    person = await portal.user_id(owner, giulia.guest)
    assert await VAULT.destroy(person)
    answer = said(await giulia.says("/support"))
    assert "deleted for good, and nothing new can be kept for you" in answer
    assert "/support" not in answer
    await holds(portal, giulia.guest, "Velvet Hour", places=1)
    assert (await giulia.guest.pay())["result"] == "paid"
    await pictures_of(portal, giulia.guest, 1)
    await asks_for_tickets(portal, giulia)

    ada = await an_administrator(owner, portal)
    await ada.says("/people")
    await ada.says(str(giulia.guest.id))
    await ada.guest.tap("Name")
    assert "deleted for good: nobody can read it" in said(await ada.says("to greet her"))
