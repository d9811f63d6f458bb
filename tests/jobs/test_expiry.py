"""Orders that nobody paid in time: their places are free again, and their buyers are told."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest

from domain import orders
from domain.actors import WORKER
from domain.baskets import Basket
from domain.house_rules import HOLD
from jobs import expiry
from storage.context import Claim
from storage.database import Database
from tests.factories import MadeEvent, Owner, counters_agree, make_event
from tests.jobs.people import Ledger, People
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

MOMENT = timedelta(seconds=1)


@pytest.fixture
async def desk(database: Scratch) -> AsyncIterator[Database]:
    """The database as the bot sees it."""
    made = Database(database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    yield made
    await made.close()


async def hold_two(desk: Database, event: MadeEvent, buyer: UUID, number: int) -> UUID:
    held = await orders.reserve(
        desk,
        claim=Claim(1, number),
        buyer=buyer,
        event_id=event.id,
        basket=Basket.of({0: 2}),
        shown_total=9000,
    )
    return held.order_id


async def standing(owner: Owner) -> dict[str, int]:
    rows = await owner.fetch("SELECT status::text, count(*) FROM orders GROUP BY 1")
    return {row["status"]: row["count"] for row in rows}


async def test_orders_past_their_deadline_let_go_in_batches(
    db: Database,
    desk: Database,
    owner: Owner,
    people: People,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(expiry, "BATCH", 2)
    event = await make_event(owner)
    for number in range(1, 6):
        await hold_two(desk, event, await people.arrive(number), number)
    await expiry.expire_orders(db)
    assert await standing(owner) == {"pending": 5}

    db.clock_offset = HOLD.usually + MOMENT
    await asyncio.gather(*(expiry.expire_orders(db) for _ in range(3)))
    await expiry.expire_orders(db)
    assert await standing(owner) == {"expired": 5}
    assert await owner.value("SELECT sum(held) FROM quotas") == 0
    assert await counters_agree(owner)
    told = await owner.fetch("SELECT user_id FROM notifications WHERE template = 'order-expired'")
    assert sorted(row["user_id"] for row in told) == sorted(people.ids.values())
    assert await ledger.count("pending") == 5


async def test_an_expiry_that_fails_frees_nothing_and_tells_nobody(
    db: Database, desk: Database, owner: Owner, people: People, ledger: Ledger
) -> None:
    event = await make_event(owner)
    await hold_two(desk, event, await people.arrive(1), 1)
    db.clock_offset = HOLD.usually + MOMENT
    with pytest.raises(ZeroDivisionError):
        await _expire_and_fail(db)
    assert await standing(owner) == {"pending": 1}
    assert await ledger.count("pending") == 0
    assert await owner.value("SELECT sum(held) FROM quotas") == 2


async def _expire_and_fail(db: Database) -> None:
    async with db.begin(WORKER) as tx:
        assert await orders.expire_due(tx.session, now=tx.now, limit=10) == 1
        raise ZeroDivisionError
