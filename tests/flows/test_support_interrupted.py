"""Whatever happens in the middle of a question, nothing is lost and nothing is sent twice."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from redis.asyncio import Redis

from tests.factories import Owner
from tests.flows.asking_for_help import drafts, enquiries, until_review
from tests.guest import Guest, said
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Message, Visitor, a_visitor


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
    review = await until_review(giulia)
    await giulia.taps("Send")
    assert "no longer open" in await giulia.taps_old("Send", review)
    assert "it is with us" in await giulia.guest.words()
    assert len(await enquiries(owner)) == 1


async def test_a_button_of_an_earlier_dialog_does_not_send_a_later_one(
    portal: Portal, owner: Owner
) -> None:
    giulia = await a_visitor(portal)
    old = await until_review(giulia)
    await giulia.taps("Cancel")
    await until_review(giulia)
    await giulia.taps_old("Send", old)
    assert await enquiries(owner) == []


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
    review = await until_review(giulia)
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
