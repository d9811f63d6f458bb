"""What was sealed and cannot be opened: a word or a neutral sentence, and a line in the log."""

import structlog

from tests.factories import Owner, make_event
from tests.flows.test_buying import holds, pictures_of
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor, a_visitor


async def is_asked(portal: Portal, name: str) -> Visitor:
    """Somebody who has begun to write to the house."""
    visitor = await a_visitor(portal, name)
    await visitor.says("/support")
    await visitor.taps("Accessibility")
    return visitor


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
    await giulia.guest.send("/tickets")
    await portal.until(
        giulia.guest, lambda messages: "Velvet Hour" in "".join(labels(messages[-1]))
    )
    await giulia.guest.tap("Velvet Hour")
    await portal.says(giulia.guest, "unavailable")
