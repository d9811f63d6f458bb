"""An evening moves within a day: who blocked the bot reads it on their phone, if they agreed."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from bot.screens.notices import urgent
from bot.texts import Texts, supported
from domain import calling_off, consents, services
from domain.actors import WORKER, Person
from domain.services import Kind
from domain.urgent import Notice
from jobs.calling_off import tell_of_moves, work_off_cancelled
from storage.database import Database
from storage.enums import ConsentPurpose, NotificationType
from storage.ids import new_id
from storage.security.sealing import seal_row
from tests.factories import MadeEvent, Owner
from tests.flows.broadcasting import house_event, jobs_of, make_house, make_ticket
from tests.guest import Guest
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.receiver import Receiver, open_receiver
from tests.storage.database_fixtures import Scratch

PHONE = "+33612345678"


@pytest.fixture
async def receiver(database: Scratch) -> AsyncIterator[Receiver]:
    """A gateway, added by an operator."""
    async with open_receiver() as opened:
        db = Database(database.dsn("portal_migrate"), role="portal_owner", vault=VAULT)
        async with db.begin(WORKER) as tx:
            await services.add(tx.session, name="texts", kind=Kind.SMS, address=opened.sms)
        await db.close()
        yield opened


async def make_absent(
    owner: Owner, portal: Portal, show: MadeEvent, name: str, phone: str, *, agrees: bool
) -> Guest:
    """Somebody with a ticket and a number, who has blocked the bot."""
    guest = await portal.guest(name)
    id = await portal.user_id(owner, guest)
    await make_ticket(owner, portal, show, id)
    index = await VAULT.blind("users", "phone_number", phone)
    row = await seal_row(VAULT, "users", {"id": id, "phone_number": phone})
    await owner.fetch(
        "UPDATE users SET phone_number = $2, phone_number_mask = $3, phone_index = $4"
        " WHERE id = $1",
        id,
        row["phone_number"],
        row["phone_number_mask"],
        index,
    )
    if agrees:
        async with portal.db.begin(Person("person", id)) as tx:
            await consents.allow(
                tx.session,
                person=id,
                purpose=ConsentPurpose.URGENT,
                channel=NotificationType.SMS,
                granted=True,
                now=tx.now,
            )
    await owner.fetch("UPDATE telegram_accounts SET chat_id = 4242424242 WHERE user_id = $1", id)
    return guest


async def move(owner: Owner, show: MadeEvent, by: timedelta) -> None:
    """The evening begins later, and everybody is to be told."""
    await owner.fetch(
        "UPDATE events SET start_date = start_date + $2, end_date = end_date + $2 WHERE id = $1",
        show.id,
        by,
    )
    await owner.insert("event_moves", event_id=show.id, answer_until=await in_a_day(owner))


async def in_a_day(owner: Owner) -> object:
    return await owner.value("SELECT now() + interval '1 day'")


async def texts(owner: Owner) -> Sequence[dict]:
    return await owner.fetch("SELECT * FROM notifications WHERE type = 'sms' ORDER BY id")


async def test_who_blocked_the_bot_is_told_once_by_a_text_message_if_they_agreed(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, receiver: Receiver
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, starts_in=timedelta(hours=20))
    await make_absent(owner, portal, show, "Ines", PHONE, agrees=True)
    await make_absent(owner, portal, show, "Otto", "+33612345679", agrees=False)
    far = await house_event(owner, portal, house, title="Far", starts_in=timedelta(days=9))
    await make_absent(owner, portal, far, "Lea", "+33612345670", agrees=True)
    with capture_logs() as logs:
        async with jobs_of(portal, database, redis) as jobs:
            await move(owner, show, timedelta(days=40))
            await move(owner, far, timedelta(days=1))
            await tell_of_moves(jobs.db)
            told = await receiver.has(1)
            await move(owner, show, timedelta(0))  # the same time, told once more
            await tell_of_moves(jobs.db)
            await jobs.settle(owner)
    assert len(receiver.posts) == 1
    assert told["to"] == PHONE
    assert told["message"].startswith("Fashionista Portal: Velvet Hour has changed.")
    assert told["message"].endswith("Your ticket stays valid.")
    assert len(told["message"]) <= 160
    [row] = await texts(owner)
    assert row["status"] == "sent"
    calls = await owner.fetch("SELECT * FROM integration_logs")
    assert [call["event_type"] for call in calls] == ["text"]
    assert not any(PHONE[1:] in str(each) for each in (*calls, row, *logs))


@pytest.mark.parametrize("language", ["en", "fr", "it"])
def test_who_only_asked_for_places_reads_of_no_ticket(language: str) -> None:
    told = Notice(PHONE, "Velvet Hour", False, datetime.now(UTC), "UTC", "Palazzo", holds=False)
    asks, holds = (
        urgent(Texts(supported(language)), each) for each in (told, replace(told, holds=True))
    )
    assert holds.startswith(asks)
    assert asks.endswith("Palazzo.")


async def test_who_blocked_the_bot_reads_that_the_evening_is_called_off(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, receiver: Receiver
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, starts_in=timedelta(hours=20))
    await make_absent(owner, portal, show, "Ines", PHONE, agrees=True)
    await make_absent(owner, portal, show, "Otto", "+33612345679", agrees=False)
    by = Person("person", await portal.user_id(owner, house))
    async with portal.db.begin(by) as tx:
        await calling_off.call_off(tx.session, event_id=show.id, by=by.id, now=tx.now)
    async with jobs_of(portal, database, redis) as jobs:
        await work_off_cancelled(jobs.db)
        told = await receiver.has(1)
        await work_off_cancelled(jobs.db)
        await jobs.settle(owner)
    assert len(receiver.posts) == 1
    assert told["to"] == PHONE
    assert told["message"].startswith("Fashionista Portal: Velvet Hour, ")
    assert "is called off" in told["message"]
    assert len(told["message"]) <= 160
    assert [row["status"] for row in await texts(owner)] == ["sent"]


@pytest.mark.parametrize(("answers", "ends"), [(500, "unknown"), (400, "dead")])
async def test_a_text_message_that_may_have_arrived_is_not_sent_again(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    redis: Redis,
    receiver: Receiver,
    answers: int,
    ends: str,
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house, starts_in=timedelta(hours=20))
    await make_absent(owner, portal, show, "Ines", PHONE, agrees=True)
    receiver.answers = answers
    async with jobs_of(portal, database, redis) as jobs:
        await move(owner, show, timedelta(hours=1))
        await tell_of_moves(jobs.db)
        await receiver.has(1)
        await jobs.settle(owner)
    [row] = await texts(owner)
    assert row["status"] == ends
    assert len(receiver.posts) == 1


async def test_a_text_message_of_a_killed_worker_is_unknown_and_not_sent_again(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, receiver: Receiver
) -> None:
    guest = await portal.guest("Ines")
    id = new_id()
    await owner.fetch(
        "INSERT INTO notifications (id, user_id, type, status, lane, template, due_at, attempts,"
        " leased_until, lease_token) VALUES ($1, $2, 'sms', 'sending', 0, 'urgent',"
        " now() - interval '1 s', 1, now() - interval '1 s', $1)",
        id,
        await portal.user_id(owner, guest),
    )
    async with jobs_of(portal, database, redis) as jobs:
        await jobs.settle(owner)
    [row] = await texts(owner)
    assert (row["status"], receiver.posts) == ("unknown", [])
