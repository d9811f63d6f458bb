"""A guest reaches a human: the guided dialog, whatever happens in the middle of it."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import aiohttp
import orjson
import pytest
from PIL import Image
from redis.asyncio import Redis

from bot.callbacks.office import AnswerEnquiry, ShowEnquiryPhoto
from bot.callbacks.wire import Move
from bot.screen import Screen
from bot.texts import Texts
from domain.notifications import Delivery
from jobs.notices import Notices
from storage.database import Database
from storage.enums import Lane
from storage.ids import new_id
from tests.factories import Owner, make_event
from tests.guest import Guest, NoSuchButton, labels, said
from tests.keeping import VAULT
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch

Message = dict[str, Any]


@dataclass
class Visitor:
    """A guest in conversation: everything they do waits for the bot's answer."""

    portal: Portal
    guest: Guest

    async def _heard(self) -> int:
        return len([each for each in await self.guest.messages() if each["from"]["is_bot"]])

    async def _answer(self, heard: int) -> Message:
        def answered(messages: list[Message]) -> bool:
            return len([each for each in messages if each["from"]["is_bot"]]) > heard

        await self.portal.until(self.guest, answered)
        return await self.guest.screen()

    async def says(self, text: str) -> Message:
        heard = await self._heard()
        await self.guest.send(text)
        return await self._answer(heard)

    async def sends(self, kind: str) -> Message:
        """A photo or a document."""
        heard = await self._heard()
        picture = BytesIO()
        Image.new("RGB", (40, 30), "purple").save(picture, "PNG")
        form = aiohttp.FormData()
        form.add_field("file", picture.getvalue(), filename="seat.png", content_type="image/png")
        address = f"/client/chats/{self.guest.id}/{kind}"
        async with self.guest.http.post(address, data=form) as answer:
            assert answer.status == 200, await answer.text()
        return await self._answer(heard)

    async def taps(self, label: str, *, among: Message | None = None) -> Message:
        """The screen after the tap."""
        await self.guest.tap(label, among=among)
        return await self.guest.screen()

    async def taps_old(self, label: str, screen: Message) -> str:
        """A button that the screen carried once; the alert, "" where there was none."""
        data = next(
            button["callback_data"]
            for row in screen["inline_keyboard"]
            for button in row
            if label in button["text"]
        )
        answer = await self.guest.tap_data(screen["message_id"], data)
        return str(answer.get("text") or "")

    async def until_review(self) -> Message:
        await self.says("/support")
        await self.taps("Accessibility")
        await self.says("Is there a ramp?")
        return await self.taps("Skip")


async def a_visitor(portal: Portal, name: str = "Giulia Conti") -> Visitor:
    return Visitor(portal, await portal.guest(name))


async def enquiries(owner: Owner) -> list[dict[str, Any]]:
    return await owner.opened("enquiries", "SELECT * FROM enquiries ORDER BY id")


async def drafts(owner: Owner) -> int:
    count: int = await owner.value("SELECT count(*) FROM dialog_drafts")
    return count


async def make_administrator(owner: Owner, portal: Portal, name: str = "Ada King") -> Visitor:
    visitor = await a_visitor(portal, name)
    await owner.insert("administrators", user_id=await portal.user_id(owner, visitor.guest))
    return visitor


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
    administrators = [await make_administrator(owner, portal, name) for name in ("Ada", "Grace")]
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


async def test_redis_forgets_and_nothing_is_lost(
    portal: Portal, owner: Owner, redis: Redis
) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await giulia.taps("Tickets")
    await redis.flushall()
    screen = await giulia.says("My seat is missing.")
    assert "shall I take this as your answer" in said(screen)
    screen = await giulia.taps("Go on")
    assert "3 of 3" in said(screen)
    await redis.flushall()
    screen = await giulia.sends("photo")
    assert "shall I take this as your answer" in said(screen)
    screen = await giulia.taps("Go on")
    assert "My seat is missing." in said(screen)
    assert "one photo" in said(screen)
    await redis.flushall()
    await giulia.taps("Send")
    assert [each["message"] for each in await enquiries(owner)] == ["My seat is missing."]


async def test_what_fits_no_question_is_not_taken_as_an_answer(
    portal: Portal, redis: Redis
) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await redis.flushall()
    screen = await giulia.says("hello?")
    assert "shall we go on where you stopped" in said(screen)
    screen = await giulia.taps("Go on")
    assert "1 of 3" in said(screen)
    await giulia.taps("Tickets")
    await redis.flushall()
    await giulia.says("x" * 1001)
    screen = await giulia.taps("Go on")
    assert "1,001 characters" in said(screen)
    assert "2 of 3" in said(screen)


async def test_an_unfinished_dialog_can_be_let_go(
    portal: Portal, owner: Owner, redis: Redis
) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await redis.flushall()
    await giulia.says("hello?")
    await giulia.taps("Cancel")
    assert await drafts(owner) == 0


async def test_a_dialog_goes_on_after_a_deploy(
    database: Scratch, owner: Owner, redis: Redis, sandbox: Sandbox
) -> None:
    async with open_portal(database, redis, sandbox) as before:
        giulia = await a_visitor(before)
        await giulia.says("/support")
        await giulia.taps("Tickets")
    async with open_portal(database, redis, sandbox) as after:
        giulia = Visitor(after, giulia.guest)
        screen = await giulia.says("Written to the old one, read by the new one.")
        assert "3 of 3" in said(screen)
    async with open_portal(database, redis, sandbox) as last:
        giulia = Visitor(last, giulia.guest)
        await giulia.taps("Skip")
        await giulia.taps("Send")
    assert len(await enquiries(owner)) == 1


async def test_a_dialog_goes_on_after_days_but_not_for_ever(
    database: Scratch, owner: Owner, redis: Redis, sandbox: Sandbox
) -> None:
    async with open_portal(database, redis, sandbox) as today:
        giulia = await a_visitor(today)
        await giulia.says("/support")
        old = await giulia.taps("Tickets")
    later = timedelta(days=6)
    async with open_portal(database, redis, sandbox, clock_offset=later) as in_days:
        giulia = Visitor(in_days, giulia.guest)
        await redis.flushall()
        assert "unfinished" in said(await giulia.says("I am back."))
        await giulia.taps("Go on")
    too_late = timedelta(days=14)
    async with open_portal(database, redis, sandbox, clock_offset=too_late) as in_weeks:
        giulia = Visitor(in_weeks, giulia.guest)
        assert "no longer open" in await giulia.taps_old("Back", old)
        assert "unfinished" not in said(await giulia.says("I am back."))
        assert "1 of 3" in said(await giulia.says("/support"))


async def test_a_stale_button_shows_the_open_question(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    first = await giulia.says("/support")
    await giulia.taps("Tickets")
    await giulia.says("Where is my seat?")
    for label in ("Payment and refund", "Cancel"):
        await giulia.taps_old(label, first)
        assert "3 of 3" in await giulia.guest.words()
    review = await giulia.taps("Skip")
    assert "Tickets" in said(review)
    await giulia.taps("Change: Message")
    await giulia.taps_old("Send", review)
    assert await enquiries(owner) == [], "what is sent is what was shown last"


async def test_sending_twice_is_sending_once(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    review = await giulia.until_review()
    await giulia.taps("Send")
    assert "no longer open" in await giulia.taps_old("Send", review)
    assert "it is with us" in await giulia.guest.words()
    assert len(await enquiries(owner)) == 1


async def test_a_button_of_an_earlier_dialog_does_not_send_a_later_one(
    portal: Portal, owner: Owner
) -> None:
    giulia = await a_visitor(portal)
    old = await giulia.until_review()
    await giulia.taps("Cancel")
    await giulia.until_review()
    await giulia.taps_old("Send", old)
    assert await enquiries(owner) == []


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


async def test_the_same_update_twenty_times_is_one_answer(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await giulia.taps("Tickets")
    raw = written(giulia.guest, 900_000_001, "Only once.")
    await asyncio.gather(*(portal.updates.handle(raw) for _ in range(20)))
    (draft,) = await owner.fetch("SELECT step, version, answers FROM dialog_drafts")
    assert (draft["step"], draft["version"]) == ("photo", 3)
    screens = [said(each) for each in await giulia.guest.messages() if each["from"]["is_bot"]]
    assert "3 of 3" in screens[-1]


async def test_an_update_that_was_cut_off_before_its_reply_still_gets_one(
    portal: Portal, owner: Owner
) -> None:
    giulia = await a_visitor(portal)
    review = await giulia.until_review()
    raw = tapped(giulia.guest, 900_000_002, review, "send")
    await portal.updates.handle(raw)
    await portal.updates.handle(raw)
    assert "it is with us" in await giulia.guest.words()
    assert len(await enquiries(owner)) == 1


def _from(guest: Guest) -> dict[str, Any]:
    return {"id": guest.id, "is_bot": False, "first_name": "Giulia", "language_code": "en"}


def _chat(guest: Guest) -> dict[str, Any]:
    return {"id": guest.id, "type": "private", "first_name": "Giulia"}


def written(guest: Guest, update_id: int, text: str) -> dict[str, Any]:
    """An update as Telegram delivers it, to be delivered again."""
    return {
        "update_id": update_id,
        "message": {
            "message_id": 9_000,
            "date": int(datetime.now(UTC).timestamp()),
            "chat": _chat(guest),
            "from": _from(guest),
            "text": text,
        },
    }


def tapped(guest: Guest, update_id: int, screen: Message, act: str) -> dict[str, Any]:
    """A tap on the button that does `act`."""
    data = next(
        button["callback_data"]
        for row in screen["inline_keyboard"]
        for button in row
        if f":{act}:" in button["callback_data"]
    )
    return {
        "update_id": update_id,
        "callback_query": {
            "id": str(update_id),
            "chat_instance": "1",
            "from": _from(guest),
            "data": data,
            "message": {
                "message_id": screen["message_id"],
                "date": screen["date"],
                "chat": _chat(guest),
                "text": said(screen),
            },
        },
    }


async def test_the_house_answers_once_and_the_guest_is_told(portal: Portal, owner: Owner) -> None:
    ada = await make_administrator(owner, portal)
    grace = await make_administrator(owner, portal, "Grace Hopper")
    giulia = await a_visitor(portal)
    await giulia.until_review()
    await giulia.taps("Send")
    (enquiry,) = await enquiries(owner)
    second = await grace.says("/enquiries")
    await grace.taps("Answer Giulia")
    await grace.says("Too late.")

    screen = await ada.says("/enquiries")
    assert "Is there a ramp?" in said(screen)
    screen = await ada.taps("Answer Giulia")
    assert "Your answer" in said(screen)
    screen = await ada.says("Yes, at the side door.")
    assert "Yes, at the side door." in said(screen)
    await ada.taps("Send")

    (answered,) = await enquiries(owner)
    assert answered["status"] == "answered"
    assert answered["answer"] == "Yes, at the side door."
    assert answered["answered_by"] == await portal.user_id(owner, ada.guest)
    (told,) = await owner.fetch("SELECT * FROM notifications WHERE template = 'enquiry-answer'")
    assert told["user_id"] == await portal.user_id(owner, giulia.guest)
    assert str(enquiry["id"]) in told["arguments"]

    alert = await grace.guest.tap("Send")
    assert "answered this already" in alert["text"]
    assert "answered this already" in await grace.taps_old("Answer Giulia", second)
    assert (await enquiries(owner))[0]["answer"] == "Yes, at the side door."


async def delivered(portal: Portal, database: Scratch, owner: Owner, template: str) -> Screen:
    """What a worker sends for the only delivery of a template."""
    (row,) = await owner.fetch("SELECT * FROM notifications WHERE template = $1", template)
    worker = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    try:
        delivery = Delivery(
            id=row["id"],
            token=new_id(),
            user_id=row["user_id"],
            chat_id=1,
            lane=Lane.RECEIPT,
            template=template,
            arguments=orjson.loads(row["arguments"]),
            attempt=1,
            language="en",
        )
        return await Notices(worker, portal.desk)(delivery, Texts("en"))
    finally:
        await worker.close()


async def test_the_notices_carry_question_and_answer(
    portal: Portal, owner: Owner, database: Scratch
) -> None:
    ada = await make_administrator(owner, portal)
    giulia = await a_visitor(portal)
    await giulia.until_review()
    await giulia.taps("Send")
    notice = await delivered(portal, database, owner, "enquiry")
    assert "<b>Giulia Conti</b> asks · Accessibility" in notice.text
    assert "Is there a ramp?" in notice.text
    who = notice.rows[-1][0].callback_data or ""
    await ada.guest.tap_data((await ada.guest.screen())["message_id"], who)
    assert "G••• C•••" in said(await ada.guest.screen())
    act = notice.rows[0][0].callback_data or ""
    await ada.guest.tap_data((await ada.guest.screen())["message_id"], act)
    await ada.says("Yes, at the side door.")
    await ada.taps("Send")
    answer = await delivered(portal, database, owner, "enquiry-answer")
    assert "Yes, at the side door." in answer.text
    assert "Is there a ramp?" in answer.text


async def test_only_the_house_answers_and_looks(portal: Portal, owner: Owner) -> None:
    giulia = await a_visitor(portal)
    await giulia.until_review()
    screen = await giulia.taps("Send")
    (enquiry,) = await enquiries(owner)
    for forged in (
        AnswerEnquiry(enquiry=enquiry["id"]),
        ShowEnquiryPhoto(enquiry=enquiry["id"]),
        AnswerEnquiry(enquiry=new_id()),
    ):
        alert = await giulia.guest.tap_data(screen["message_id"], forged.pack())
        assert "I cannot find that" in alert["text"]
    assert "I cannot find that" in said(await giulia.says("/enquiries"))


async def test_the_photo_is_shown_to_the_house(portal: Portal, owner: Owner) -> None:
    ada = await make_administrator(owner, portal)
    giulia = await a_visitor(portal)
    await giulia.says("/support")
    await giulia.taps("Tickets")
    await giulia.says("Look:")
    await giulia.sends("photo")
    await giulia.taps("Send")
    (enquiry,) = await enquiries(owner)
    screen = await ada.guest.screen()
    await ada.guest.tap_data(screen["message_id"], ShowEnquiryPhoto(enquiry=enquiry["id"]).pack())
    assert (await ada.guest.screen())["photo"]


async def test_nobody_waiting_is_said(portal: Portal, owner: Owner) -> None:
    ada = await make_administrator(owner, portal)
    assert "Nobody is waiting" in said(await ada.says("/enquiries"))
    with pytest.raises(NoSuchButton):
        await ada.guest.tap("Answer")
