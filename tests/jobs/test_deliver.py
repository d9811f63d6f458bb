"""The delivery worker against a Telegram that says all it can say."""

import asyncio
import json
import time
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from bot.screen import Picture, Screen, copy, link
from bot.texts import Texts
from bot.transport import Sender
from domain import notifications
from domain.actors import WORKER
from domain.errors import NotAvailable
from domain.house_rules import ATTEMPTS
from domain.notifications import LONGEST_PAUSE, Delivery
from storage.database import Database
from storage.enums import Lane
from tests.factories import Owner
from tests.jobs.delivering import Kept, delivering
from tests.jobs.people import Ledger, People, until
from tests.jobs.telegram import Telegram, refusal

BLOCKED = refusal(403, "Forbidden: bot was blocked by the user")


async def test_a_message_arrives_once_in_the_persons_language(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    await people.arrive(1, language="fr-CA")
    id = await people.told(1)
    async with delivering(db, sender):
        row = await ledger.becomes(id, "sent")
    [call] = telegram.calls
    assert (call.method, call.parameters["text"]) == ("sendMessage", "ticket for 1 in fr-CA")
    assert call.parameters["parse_mode"] == "HTML"
    assert row["message_id"] == 101
    assert row["sent_at"] is not None


async def test_buttons_and_pictures_arrive_and_bytes_leave_once(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    drawn = 0

    async def draw() -> bytes:
        nonlocal drawn
        drawn += 1
        return b"\x89PNG"

    async def ticket(delivery: Delivery, t: Texts) -> Screen:
        rows = [[link("Map", "https://maps.example/1"), copy("Code", "K7")]]
        return Screen("<b>Row 1</b>", rows, Picture("same", draw, "ticket.png"))

    file_ids = Kept()
    async with delivering(db, sender, ticket, file_ids=file_ids):
        await ledger.becomes(await people.told(1), "sent")
        await ledger.becomes(await people.told(2), "sent")
        telegram.script[3].append(refusal(400, "Bad Request: wrong file identifier/HTTP URL"))
        await ledger.becomes(await people.told(3), "sent")
    assert [(call.method, call.upload) for call in telegram.calls] == [
        ("sendPhoto", True),
        ("sendPhoto", False),
        ("sendPhoto", False),
        ("sendPhoto", True),
    ]
    assert telegram.calls[1].parameters["photo"] == "kept"
    assert telegram.calls[0].parameters["photo"].filename == "ticket.png"
    [[first, second]] = json.loads(telegram.calls[0].parameters["reply_markup"])["inline_keyboard"]
    assert first == {"text": "Map", "url": "https://maps.example/1"}
    assert second == {"text": "Code", "copy_text": {"text": "K7"}}
    assert drawn == 2
    assert file_ids.ids == {"same": "kept"}


async def test_a_server_without_pictures_gets_the_text(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    async def draw() -> bytes:
        return b"\x89PNG"

    async def ticket(delivery: Delivery, t: Texts) -> Screen:
        return Screen("Row 1", picture=Picture("key", draw))

    telegram.script[1].append(refusal(404, "Not Found"))
    async with delivering(db, sender, ticket):
        await ledger.becomes(await people.told(1), "sent")
    assert [call.method for call in telegram.calls] == ["sendPhoto", "sendMessage"]


async def test_too_many_requests_waits_as_long_as_told_and_is_no_attempt(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    telegram.script[1].append(refusal(429, "Too Many Requests: retry after 2", retry_after=2))
    id = await people.told(1)
    async with delivering(db, sender):
        await telegram.called(1)
        told_at = asyncio.get_running_loop().time()
        row = await ledger.becomes(id, "sent")
    waited = asyncio.get_running_loop().time() - told_at
    assert waited > 1.9
    assert len(telegram.calls) == 2
    assert row["attempts"] == 1


async def test_a_long_pause_is_kept_in_the_table_and_not_in_a_worker(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    owner: Owner,
    ledger: Ledger,
) -> None:
    telegram.script[1].append(refusal(429, "Too Many Requests", retry_after=10_072))
    first = await people.told(1)
    async with delivering(db, sender, at_once=1):
        await telegram.called(1)
        second = await people.told(1)  # our own pace stops this one
        other = await people.told(2)
        await ledger.becomes(other, "sent")
    for id in (first, second):
        row = await ledger.of(id)
        assert (row["status"], row["attempts"]) == ("pending", 0)
        wait = await owner.value("SELECT extract(epoch FROM $1 - now())", row["due_at"])
        assert 10_000 < wait < 10_100
    assert telegram.chats() == [1, 2]


async def test_more_of_a_campaign_is_taken_when_its_moment_is_near(
    db: Database, sender: Sender, people: People, ledger: Ledger, redis: Redis
) -> None:
    """What a worker holds leaves after a pause, and the moments of many workers add up."""
    news = await people.told(1, lane=Lane.CAMPAIGN, template="campaign")
    ticket = await people.told(2)
    in_an_hour = int(time.time() + 3600) * 1_000_000
    await redis.set("pace:4242:all", in_an_hour)  # the other workers have all moments till then

    async def is_looked_at() -> bool:
        return (await ledger.of(ticket))["last_error"] is not None

    async with delivering(db, sender, at_once=None):
        await until(is_looked_at)
        row = await ledger.of(news)
        assert (row["status"], row["last_error"], row["lease_token"]) == ("pending", None, None)
        await redis.delete("pace:4242:all")
        await ledger.becomes(news, "sent")


@pytest.mark.parametrize(
    "answer",
    [
        BLOCKED,
        refusal(403, "Forbidden: user is deactivated"),
        refusal(403, "Forbidden: bot can't initiate conversation with a user"),
        refusal(400, "Bad Request: chat not found"),
    ],
)
async def test_who_cannot_be_reached_is_not_tried_again(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    owner: Owner,
    ledger: Ledger,
    answer: tuple[int, dict[str, object]],
) -> None:
    telegram.script[1].append(answer)
    async with delivering(db, sender):
        await ledger.becomes(await people.told(1), "blocked")
        await ledger.becomes(await people.told(1, lane=Lane.CAMPAIGN), "blocked")
    assert len(telegram.calls) == 1
    assert not await owner.value("SELECT reachable FROM telegram_accounts")


async def test_a_server_that_says_no_gets_the_campaign_again_too(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    telegram.script[1].append(refusal(500, "Internal Server Error"))
    campaign = await people.told(1, lane=Lane.CAMPAIGN)
    async with delivering(db, sender) as deliverer:
        await telegram.called(1)
        await ledger.becomes(campaign, "pending")
        db.clock_offset = timedelta(minutes=1)
        deliverer.wake()
        row = await ledger.becomes(campaign, "sent")
    assert row["attempts"] == 2


async def test_of_a_server_that_does_not_know_the_receipt_is_sent_again_and_the_campaign_not(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    for chat_id in (1, 2):
        telegram.script[chat_id].append(refusal(504, "Gateway Timeout"))
    receipt = await people.told(1)
    campaign = await people.told(2, lane=Lane.CAMPAIGN)
    async with delivering(db, sender) as deliverer:
        await ledger.becomes(campaign, "unknown")
        await ledger.becomes(receipt, "pending")
        db.clock_offset = timedelta(minutes=1)
        deliverer.wake()
        row = await ledger.becomes(receipt, "sent")
    assert row["attempts"] == 2
    assert sorted(telegram.chats()) == [1, 1, 2]


async def test_what_telegram_will_never_take_is_dead(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    telegram.script[1].append(refusal(400, "Bad Request: can't parse entities"))
    async with delivering(db, sender):
        row = await ledger.becomes(await people.told(1), "dead")
    assert row["last_error"] == "Can't parse entities"


async def test_a_group_that_became_a_supergroup_gets_it_under_its_new_number(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    owner: Owner,
    ledger: Ledger,
) -> None:
    new = -(2**51)
    telegram.script[1].append(refusal(400, "Bad Request: moved", migrate_to_chat_id=new))
    async with delivering(db, sender):
        await ledger.becomes(await people.told(1), "sent")
        await ledger.becomes(await people.told(1), "sent")
    assert telegram.chats() == [1, new, new]
    assert await owner.value("SELECT chat_id FROM telegram_accounts") == new


async def test_a_poison_dies_without_stopping_its_lane(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    async def draw(delivery: Delivery, t: Texts) -> Screen:
        if delivery.template == "poison":
            raise ZeroDivisionError("never")
        return Screen(delivery.template)

    poison = await people.told(1, template="poison")
    async with delivering(db, sender, draw, at_once=1) as deliverer:
        for attempt in range(1, ATTEMPTS.usual + 1):
            await ledger.becomes(await people.told(attempt + 1), "sent")
            row = await ledger.of(poison)
            assert row["attempts"] == attempt
            db.clock_offset += LONGEST_PAUSE
            deliverer.wake()
        row = await ledger.becomes(poison, "dead")
    assert row["last_error"] == "ZeroDivisionError: never"
    assert len(telegram.calls) == ATTEMPTS.usual


async def test_what_is_not_true_any_more_is_skipped(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    async def draw(delivery: Delivery, t: Texts) -> Screen:
        raise NotAvailable

    async with delivering(db, sender, draw):
        row = await ledger.becomes(await people.told(1), "skipped")
    assert row["last_error"] == "NotAvailable"
    assert telegram.calls == []


async def test_three_workers_send_each_of_sixty_once(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    for number in range(1, 61):
        await people.told(number)
    async with delivering(db, sender), delivering(db, sender), delivering(db, sender):
        await ledger.settles()
    assert sorted(telegram.chats()) == list(range(1, 61))
    assert await ledger.count("sent") == 60


async def test_no_connection_is_held_while_talking_to_telegram(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    held: list[int] = []
    telegram.on_call = lambda: held.append(db.checked_out)
    async with delivering(db, sender, at_once=1):
        for number in range(1, 6):
            await ledger.becomes(await people.told(number), "sent")
    assert held == [0] * 5


async def test_a_direct_reply_in_the_last_moment_stops_the_second_copy(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    rendering = asyncio.Event()
    replied = asyncio.Event()

    async def draw(delivery: Delivery, t: Texts) -> Screen:
        rendering.set()
        await replied.wait()
        return Screen("copy")

    id = await people.told(1)
    async with delivering(db, sender, draw):
        await rendering.wait()
        async with db.begin(WORKER) as tx:
            await notifications.close(tx.session, id=id, message_id=9, now=tx.now)
        replied.set()
    assert telegram.calls == []
    assert (await ledger.of(id))["message_id"] == 9


async def test_stopping_ends_what_is_on_its_way_and_begins_nothing(
    db: Database, sender: Sender, telegram: Telegram, people: People, ledger: Ledger
) -> None:
    telegram.may_answer.clear()
    for number in range(1, 4):
        await people.told(number)
    async with delivering(db, sender, at_once=2) as deliverer:
        await telegram.called(2)
        deliverer.stop()
        telegram.may_answer.set()
    assert await ledger.count("sent") == 2
    assert await ledger.count("pending") == 1
    assert len(telegram.calls) == 2


async def test_a_database_that_was_away_finds_the_worker_waiting(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    owner: Owner,
    ledger: Ledger,
) -> None:
    telegram.may_answer.clear()
    id = await people.told(1)
    async with delivering(db, sender):
        await telegram.called(1)
        await owner.fetch(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        telegram.may_answer.set()
        await ledger.becomes(id, "sent")
        await ledger.becomes(await people.told(2), "sent")
    assert telegram.chats() == [1, 2]
