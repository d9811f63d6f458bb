"""The outbox by itself: what is queued, who holds it, and how it ends."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from domain import house_rules, notifications
from domain.actors import WORKER
from domain.notifications import (
    LEASE,
    Delivery,
    Failed,
    Outcome,
    Postponed,
    Refused,
    Sent,
    Unreachable,
    Unwanted,
)
from storage.database import Database
from storage.enums import Lane, NotificationStatus, NotificationType
from tests.factories import Owner
from tests.jobs.people import Ledger, People

SECOND = timedelta(seconds=1)
ATTEMPTS = house_rules.ATTEMPTS.usual


async def claimed(db: Database, limit: int = 10) -> Sequence[Delivery]:
    return (await notifications.claim(db, limit=limit)).deliveries


async def finished(
    db: Database, delivery: Delivery, outcome: Outcome
) -> NotificationStatus | None:
    async with db.begin(WORKER) as tx:
        return await notifications.finish(
            tx.session, delivery=delivery, outcome=outcome, now=tx.now
        )


async def begun(db: Database, delivery: Delivery) -> bool:
    async with db.begin(WORKER) as tx:
        return await notifications.begin_sending(tx.session, delivery=delivery, now=tx.now)


async def test_a_message_exists_exactly_when_its_cause_was_committed(
    db: Database, owner: Owner, people: People
) -> None:
    user_id = await people.arrive(7)

    async def cause(*, fails: bool, at: datetime) -> None:
        async with db.begin(WORKER) as tx:
            await notifications.add(
                tx.session,
                to=user_id,
                template="ticket",
                arguments={},
                lane=Lane.RECEIPT,
                key="the same",
                caused_at=at,
                due_at=tx.now,
            )
            if fails:
                raise ZeroDivisionError

    async with db.begin(WORKER) as tx:
        at = tx.now
    with pytest.raises(ZeroDivisionError):
        await cause(fails=True, at=at)
    assert await owner.value("SELECT count(*) FROM notifications") == 0
    await asyncio.gather(*(cause(fails=False, at=at) for _ in range(5)))
    assert await owner.value("SELECT count(*) FROM notifications") == 1


async def test_the_urgent_lane_leaves_first_and_nothing_leaves_early(
    db: Database, people: People
) -> None:
    campaign = await people.told(1, lane=Lane.CAMPAIGN)
    receipt = await people.told(2)
    await people.told(3, after=30 * SECOND)
    assert [delivery.id for delivery in await claimed(db)] == [receipt, campaign]
    db.clock_offset = 31 * SECOND
    assert [delivery.chat_id for delivery in await claimed(db)] == [3]


async def test_what_one_worker_is_taking_another_passes_by(
    db: Database, owner: Owner, people: People
) -> None:
    for chat_id in range(10):
        await people.told(chat_id + 1)
    async with owner.connection.transaction():
        others = await owner.fetch(
            "SELECT id FROM notifications ORDER BY due_at LIMIT 6 FOR UPDATE"
        )
        taken = await claimed(db)
    assert {each.id for each in taken}.isdisjoint(row["id"] for row in others)
    assert len(taken) == 4
    assert len(await claimed(db)) == 6
    assert await claimed(db) == []


async def test_somebodys_ticket_finds_its_way_while_there_is_no_room_for_campaigns(
    db: Database, people: People
) -> None:
    await people.told(1, lane=Lane.CAMPAIGN)
    ticket = await people.told(2)
    held = await notifications.claim(db, limit=5, lane=Lane.REMINDER)
    assert [each.id for each in held.deliveries] == [ticket]


async def test_a_lease_that_ended_is_taken_over_and_the_sleeper_changes_nothing(
    db: Database, people: People, ledger: Ledger
) -> None:
    id = await people.told(1)
    [sleeper] = await claimed(db)
    assert await begun(db, sleeper)
    db.clock_offset = LEASE + SECOND
    [heir] = await claimed(db)
    assert heir.id == id
    assert heir.attempt == 2

    assert not await begun(db, sleeper)
    for outcome in (Sent(5), Failed("late"), Postponed(SECOND, "late"), Refused("late")):
        assert await finished(db, sleeper, outcome) is None
    assert (await ledger.of(id))["lease_token"] == heir.token
    assert await finished(db, heir, Sent(6)) is NotificationStatus.SENT
    row = await ledger.of(id)
    assert (row["status"], row["message_id"], row["due_at"]) == ("sent", 6, None)


async def test_a_direct_reply_closes_the_safety_net_even_under_a_worker(
    db: Database, people: People, ledger: Ledger
) -> None:
    waiting = await people.told(1, after=30 * SECOND)
    held = await people.told(2)
    [delivery] = await claimed(db)
    async with db.begin(WORKER) as tx:
        for id in (waiting, held):
            assert await notifications.close(tx.session, id=id, message_id=77, now=tx.now)
            assert not await notifications.close(tx.session, id=id, message_id=78, now=tx.now)

    assert not await begun(db, delivery)
    assert await finished(db, delivery, Sent(79)) is None
    db.clock_offset = timedelta(hours=1)
    assert await claimed(db) == []
    for id in (waiting, held):
        row = await ledger.of(id)
        assert (row["status"], row["message_id"]) == ("sent", 77)


async def test_failures_wait_longer_each_time_and_the_last_one_is_the_end(
    db: Database, people: People, ledger: Ledger
) -> None:
    id = await people.told(1)
    for attempt in range(1, ATTEMPTS):
        [delivery] = await claimed(db)
        assert delivery.attempt == attempt
        assert await finished(db, delivery, Failed("no")) is NotificationStatus.PENDING
        assert await claimed(db) == []
        db.clock_offset += notifications.LONGEST_PAUSE
    [delivery] = await claimed(db)
    assert await finished(db, delivery, Failed("no")) is NotificationStatus.DEAD
    row = await ledger.of(id)
    assert (row["attempts"], row["last_error"], row["due_at"]) == (ATTEMPTS, "no", None)


def test_pauses_double_up_to_an_hour() -> None:
    for attempt, most in ((1, 5), (2, 10), (5, 80), (11, 3600), (500, 3600)):
        pauses = {notifications.backoff(attempt).total_seconds() for _ in range(50)}
        assert len(pauses) > 1
        assert all(most / 2 <= pause <= most for pause in pauses)


async def test_waiting_for_ones_turn_is_no_attempt(db: Database, people: People) -> None:
    await people.told(1)
    for _ in range(ATTEMPTS + 1):
        [delivery] = await claimed(db)
        assert delivery.attempt == 1
        postponed = Postponed(10 * SECOND, "pace")
        assert await finished(db, delivery, postponed) is NotificationStatus.PENDING
        assert await claimed(db) == []
        db.clock_offset += 10 * SECOND


async def test_a_crash_with_an_unknown_outcome_sends_receipts_again_and_campaigns_not(
    db: Database, people: People, ledger: Ledger
) -> None:
    receipt = await people.told(1)
    campaign = await people.told(2, lane=Lane.CAMPAIGN)
    untouched = await people.told(3, lane=Lane.CAMPAIGN)
    for delivery in await claimed(db):
        if delivery.id != untouched:
            assert await begun(db, delivery)
    db.clock_offset = LEASE + SECOND

    again = {delivery.id: delivery for delivery in await claimed(db)}
    assert again[receipt].foregone is None
    assert again[untouched].foregone is None
    foregone = again[campaign].foregone
    assert foregone is not None
    await finished(db, again[campaign], foregone)
    assert (await ledger.of(campaign))["status"] == "unknown"


async def test_a_delivery_that_kills_its_workers_ends_too(db: Database, people: People) -> None:
    await people.told(1)
    for _ in range(ATTEMPTS):
        [delivery] = await claimed(db)
        assert delivery.foregone is None
        db.clock_offset += LEASE + SECOND
    [delivery] = await claimed(db)
    assert delivery.foregone is not None
    assert await finished(db, delivery, delivery.foregone) is NotificationStatus.DEAD


@pytest.mark.parametrize(
    ("lane", "outcome", "status"),
    [
        (Lane.CAMPAIGN, Failed("timed out", uncertain=True), "unknown"),
        (Lane.CAMPAIGN, Failed("database"), "pending"),
        (Lane.REMINDER, Failed("timed out", uncertain=True), "pending"),
        (Lane.RECEIPT, Refused("message is too long"), "dead"),
        (Lane.RECEIPT, Unwanted("NotAvailable"), "skipped"),
    ],
)
async def test_an_outcome_decides_the_status(
    db: Database,
    people: People,
    ledger: Ledger,
    lane: Lane,
    outcome: Failed | Refused | Unwanted,
    status: str,
) -> None:
    id = await people.told(1, lane=lane)
    [delivery] = await claimed(db)
    assert await finished(db, delivery, outcome) == status
    row = await ledger.of(id)
    assert (row["status"], row["last_error"]) == (status, outcome.reason)


async def test_whoever_blocked_the_bot_is_asked_only_for_receipts(
    db: Database, owner: Owner, people: People
) -> None:
    await people.told(1)
    await people.told(2)
    first, _ = await claimed(db)
    assert await finished(db, first, Unreachable("blocked")) is NotificationStatus.BLOCKED
    rows = await owner.fetch(
        "SELECT reachable, blocked_at IS NOT NULL AS dated FROM telegram_accounts"
        " ORDER BY telegram_id"
    )
    assert [tuple(row.values()) for row in rows] == [(False, True), (True, False)]

    receipt = await people.told(1)
    reminder = await people.told(1, lane=Lane.REMINDER)
    foregone = {delivery.id: delivery.foregone for delivery in await claimed(db)}
    assert foregone[receipt] is None
    assert isinstance(foregone[reminder], Unreachable)


async def test_somebody_without_a_chat_is_unreachable(
    db: Database, owner: Owner, people: People
) -> None:
    await people.told(1)
    await owner.connection.execute("DELETE FROM telegram_accounts")
    [delivery] = await claimed(db)
    assert isinstance(delivery.foregone, Unreachable)
    assert await finished(db, delivery, delivery.foregone) is NotificationStatus.BLOCKED


async def test_news_by_letter_leave_also_for_who_blocked_the_bot_or_left_telegram(
    db: Database, owner: Owner, people: People
) -> None:
    for number in (1, 2):
        await people.told(number, lane=Lane.CAMPAIGN, channel=NotificationType.EMAIL)
    await owner.fetch(
        "UPDATE telegram_accounts SET reachable = false, blocked_at = now() WHERE telegram_id = 1"
    )
    await owner.fetch("DELETE FROM telegram_accounts WHERE telegram_id = 2")
    assert [each.foregone for each in await claimed(db)] == [None, None]


async def test_a_message_speaks_the_language_that_its_reader_chose(
    db: Database, owner: Owner, people: People
) -> None:
    for number in (1, 2):
        await people.arrive(number, language="fr")
        await people.told(number)
    await owner.fetch("UPDATE telegram_accounts SET chosen_language = 'it' WHERE telegram_id = 2")
    assert [each.language for each in await claimed(db)] == ["fr", "it"]


async def test_claiming_reads_the_index_of_open_deliveries(
    db: Database, owner: Owner, people: People
) -> None:
    await owner.connection.execute(
        "INSERT INTO notifications (id, user_id, lane, template, status, due_at)"
        " SELECT uuidv7(), $1, 2, 'news', CASE WHEN n % 2 = 0 THEN 'sent' ELSE 'pending' END"
        " ::notification_status, CASE WHEN n % 2 = 1 THEN now() END"
        " FROM generate_series(1, 20000) n",
        await people.arrive(1),
    )
    await owner.connection.execute("ANALYZE notifications")
    plan = await owner.fetch(
        "EXPLAIN SELECT id FROM notifications WHERE due_at <= now() AND lane <= 2"
        " ORDER BY lane, due_at LIMIT 8 FOR UPDATE SKIP LOCKED"
    )
    text = "\n".join(row["QUERY PLAN"] for row in plan)
    month = await owner.value("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')")
    assert f"Index Scan using notifications_{month}_lane_due_at_idx" in text
    assert "Merge Append" in text
