"""A guest reaches a human: the guided dialog, and what it says to what does not fit."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from bot.callbacks.wire import Move
from storage.ids import new_id
from tests.factories import Owner, make_event
from tests.flows.asking_for_help import drafts, enquiries
from tests.guest import labels, said
from tests.portal_fixtures import Portal
from tests.visitor import Message, a_visitor, an_administrator


async def make_order(owner: Owner, user_id: UUID, number: str, title: str) -> UUID:
    show = await make_event(owner, title=title)
    row = await owner.insert(
        "orders",
        id=new_id(),
        user_id=user_id,
        event_id=show.id,
        number=number,
        total_amount=Decimal(45),
        currency="EUR",
        expires_at=datetime.now(UTC) + timedelta(minutes=15),
    )
    order_id: UUID = row["id"]
    return order_id


async def test_a_question_reaches_everybody_who_runs_the_portal(
    portal: Portal, owner: Owner
) -> None:
    administrators = [await an_administrator(owner, portal, name) for name in ("Ada", "Grace")]
    giulia = await a_visitor(portal)
    screen = await giulia.says("/support")
    assert "1 of 3" in said(screen)
    screen = await giulia.taps("Payment and refund")
    assert "2 of 3" in said(screen)
    screen = await giulia.says("  I paid <b>twice</b> & want\tone back. ")
    assert "3 of 3" in said(screen)
    screen = await giulia.sends("photo")
    assert "Payment and refund" in said(screen)
    assert "I paid <b>twice</b> & want one back." in said(screen)
    assert "one photo" in said(screen)
    screen = await giulia.taps("Send")
    assert "it is with us" in said(screen)

    (enquiry,) = await enquiries(owner)
    assert enquiry["topic"] == "payment"
    assert enquiry["message"] == "I paid <b>twice</b> & want one back."
    assert enquiry["photo"]
    assert enquiry["status"] == "open"
    assert enquiry["user_id"] == await portal.user_id(owner, giulia.guest)
    told = await owner.fetch("SELECT user_id, template, arguments FROM notifications")
    assert {each["user_id"] for each in told} == {
        await portal.user_id(owner, each.guest) for each in administrators
    }
    assert {each["template"] for each in told} == {"enquiry"}
    assert await drafts(owner) == 0


async def test_paysupport_opens_the_same_dialog(portal: Portal) -> None:
    giulia = await a_visitor(portal)
    assert "Write to the house" in said(await giulia.says("/paysupport"))


async def test_own_orders_are_offered_and_nobody_elses(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    mine = await make_order(
        owner, await portal.user_id(owner, giulia.guest), "AAA111", "Velvet Hour"
    )
    other = await a_visitor(portal, "Sten Ström")
    theirs = await make_order(
        owner, await portal.user_id(owner, other.guest), "BBB222", "Night Bloom"
    )
    await giulia.says("/support")
    screen = await giulia.taps("Tickets")
    assert "2 of 4" in said(screen)
    assert [label for label in labels(screen) if "·" in label] == ["AAA111 · Velvet Hour"]
    forged = Move(form="support", turn=turn_on(screen), act="answer", answer=theirs.hex)
    await giulia.guest.tap_data(screen["message_id"], forged.pack())
    assert "2 of 4" in await giulia.guest.words()
    await giulia.taps("AAA111")
    await giulia.says("Where is my ticket?")
    screen = await giulia.taps("Skip")
    assert "AAA111 · Velvet Hour" in said(screen)
    await giulia.taps("Send")
    assert (await enquiries(owner))[0]["order_id"] == mine


def turn_on(screen: Message) -> str:
    """The turn that a screen's buttons carry."""
    data = screen["inline_keyboard"][0][0]["callback_data"]
    return Move.unpack(data).turn


async def test_an_order_can_be_left_out(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    await make_order(owner, await portal.user_id(owner, giulia.guest), "AAA111", "Velvet Hour")
    await giulia.says("/support")
    await giulia.taps("Something else")
    await giulia.taps("Skip")
    await giulia.says("Hello")
    await giulia.taps("Skip")
    await giulia.taps("Send")
    assert (await enquiries(owner))[0]["order_id"] is None


async def test_what_is_wrong_is_said_and_the_question_stays(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    screen = await giulia.says("my tickets please")
    assert "please tap one of the buttons" in said(screen)
    assert "1 of 3" in said(screen)
    assert "Tickets" in labels(screen)
    await giulia.taps("Tickets")
    screen = await giulia.sends("photo")
    assert "Thank you for the photo, but here I need words" in said(screen)
    screen = await giulia.sends("document")
    assert "Here I need words" in said(screen)
    screen = await giulia.says("\u200b\u202e \u2060")
    assert "nothing in that message" in said(screen)
    screen = await giulia.says("x" * 1001)
    assert "1,001 characters" in said(screen)
    assert "1,000" in said(screen)
    assert "2 of 3" in said(screen)
    screen = await giulia.says("x" * 1000)
    assert "3 of 3" in said(screen)
    screen = await giulia.sends("document")
    assert "as a picture and not as a file" in said(screen)
    screen = await giulia.says("no photo")
    assert "please send one" in said(screen)
    await giulia.taps("Skip")
    screen = await giulia.says("yes, send it")
    assert "please tap one of the buttons" in said(screen)
    assert "Send" in labels(screen)
    await giulia.taps("Send")
    assert [each["message"] for each in await enquiries(owner)] == ["x" * 1000]


async def test_back_and_change_lose_nothing(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await giulia.taps("Tickets")
    await giulia.says("First words")
    screen = await giulia.taps("Back")
    assert "First words" in said(screen)
    screen = await giulia.taps("Back")
    assert "✓ Tickets" in labels(screen)
    screen = await giulia.taps("Keep it")
    assert "3 of 3" in said(screen)
    await giulia.taps("Skip")
    screen = await giulia.taps("Change: Message")
    assert "First words" in said(screen)
    screen = await giulia.says("Better words")
    assert "Better words" in said(screen)
    await giulia.taps("Change: About")
    screen = await giulia.taps("Accessibility")
    assert "Shall I send it?" in said(screen)
    await giulia.taps("Send")
    (enquiry,) = await enquiries(owner)
    assert (enquiry["topic"], enquiry["message"]) == ("accessibility", "Better words")


async def test_cancel_ends_it_by_button_and_by_command(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    screen = await giulia.taps("Cancel")
    assert "Nothing was sent" in said(screen)
    await giulia.says("/support")
    await giulia.taps("Tickets")
    screen = await giulia.says("/cancel")
    assert "Nothing was sent" in said(screen)
    assert await drafts(owner) == 0
    screen = await giulia.says("hello?")
    assert "unfinished" not in said(screen)
    assert await enquiries(owner) == []


async def test_another_command_leaves_the_dialog_and_its_answers(
    portal: Portal, owner: Owner
) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await giulia.taps("Tickets")
    await giulia.says("/tickets")
    screen = await giulia.says("/support")
    assert "You had begun" in said(screen)
    screen = await giulia.taps("Go on")
    assert "2 of 3" in said(screen)
    await giulia.says("/support")
    screen = await giulia.taps("Begin anew")
    assert "1 of 3" in said(screen)
    assert "✓ Tickets" not in labels(screen)


@pytest.mark.parametrize(
    "data",
    [
        Move(form="nonsense", turn="0", act="send").pack(),
        Move(form="support", turn="0", act="send").pack(),
        Move(form="support", turn="", act="edit", answer="topic").pack(),
    ],
)
async def test_a_forged_button_gets_an_alert(portal: Portal, owner: Owner, data: str) -> None:
    giulia = await a_visitor(portal)
    screen = await giulia.guest.screen()
    alert = await giulia.guest.tap_data(screen["message_id"], data)
    assert "no longer open" in alert["text"]
