"""Money at the door is taken once, whoever takes it in the same moment."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from domain import door_money, order_approvals, orders
from domain.actors import WORKER, Person
from domain.baskets import Basket
from domain.errors import AlreadyPaid, ApprovalOpen, HoldExpired, NotAllowed
from storage.context import Claim
from storage.database import Database
from storage.enums import ScanResult
from tests.factories import MadeEvent, Owner, counters_agree, make_event, make_person
from tests.races.test_door import CODES, team
from tests.races.unguarded import all_look_first, without_constraints, without_order_lock
from tests.storage.database_fixtures import Scratch

SUPERVISORS = 10


async def kept_for_the_door(
    db: Database, owner: Owner, places: int = 2
) -> tuple[MadeEvent, UUID, UUID, list[UUID]]:
    """A show, an order that is to be paid at its door, its buyer, and the tickets."""
    show = await make_event(owner)
    await owner.insert("door_settings", event_id=show.id, takes_money=True)
    buyer = await make_person(owner, "Giulia Conti")
    held = await orders.reserve(
        db,
        claim=Claim(7, 1),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((places,)),
        shown_total=4500 * places,
    )
    for _ in range(2):
        async with db.begin(Person("person", buyer)) as tx:
            await door_money.keep(
                tx.session, order_id=held.order_id, buyer=buyer, codes=CODES, now=tx.now
            )
    rows = await owner.fetch("SELECT id FROM tickets WHERE status = 'reserved' ORDER BY id")
    assert len(rows) == places
    return show, held.order_id, buyer, [row["id"] for row in rows]


async def take(db: Database, ticket: UUID, by: UUID, nonce: str) -> ScanResult:
    """A supervisor has the 90 euros in hand."""
    async with db.begin(Person("person", by)) as tx:
        done = await door_money.take(
            tx.session,
            ticket_id=ticket,
            by=by,
            shown_total=9000,
            nonce=nonce,
            codes=CODES,
            now=tx.now,
        )
    return done.result


async def ten_take_it(db: Database, owner: Owner) -> tuple[list[UUID], list]:
    """Ten supervisors, five at each of an order's two tickets; what each is told."""
    show, _, _, tickets = await kept_for_the_door(db, owner)
    supervisors = [await team(owner, show, "supervisor") for _ in range(SUPERVISORS)]
    found = await asyncio.gather(
        *(take(db, tickets[at % 2], by, f"n{at}") for at, by in enumerate(supervisors)),
        return_exceptions=True,
    )
    return supervisors, found


async def test_ten_supervisors_take_the_money_once(db: Database, owner: Owner) -> None:
    supervisors, found = await ten_take_it(db, owner)
    assert found.count(ScanResult.OK) == 1
    assert sum(isinstance(each, AlreadyPaid) for each in found) == SUPERVISORS - 1
    assert await owner.value("SELECT count(*) FROM payments") == 1
    assert await owner.value("SELECT count(*) FROM refunds") == 0
    assert await owner.value("SELECT count(*) FROM tickets WHERE status = 'used'") == 1
    told = await owner.fetch(
        "SELECT entity_type FROM audit_logs WHERE action = 'insert'"
        " AND entity_type IN ('payments', 'checkins') AND user_id = ANY ($1)",
        supervisors,
    )
    assert sorted(each["entity_type"] for each in told) == ["checkins", "payments"]
    assert await counters_agree(owner)


async def test_without_the_lock_the_charge_is_still_one(
    db: Database, owner: Owner, monkeypatch
) -> None:
    without_order_lock(monkeypatch, all_look_first(SUPERVISORS))
    _, found = await ten_take_it(db, owner)
    assert sum(isinstance(each, AlreadyPaid) for each in found) == 0
    assert await owner.value("SELECT count(*) FROM payments") == 1
    assert await counters_agree(owner)


async def test_without_lock_and_constraint_it_is_taken_several_times(
    db: Database, owner: Owner, monkeypatch
) -> None:
    """The negative control of the two tests above: all that stands behind the lock is off."""
    without_order_lock(monkeypatch, all_look_first(SUPERVISORS))
    await without_constraints(owner)
    _, found = await ten_take_it(db, owner)
    assert await owner.value("SELECT count(*) FROM payments") > 1, found


async def test_what_is_promised_at_the_door_is_not_replaced(db: Database, owner: Owner) -> None:
    show, order, buyer, tickets = await kept_for_the_door(db, owner)
    again = await orders.reserve(
        db,
        claim=Claim(7, 2),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((1,)),
        shown_total=4500,
    )
    assert (again.order_id, again.total.amount) == (order, 9000)
    with pytest.raises(NotAllowed):
        await take(db, tickets[0], await team(owner, show), "a steward's")
    assert await owner.value("SELECT count(*) FROM payments") == 0


async def test_places_that_nobody_paid_for_are_let_go(
    db: Database, owner: Owner, database: Scratch
) -> None:
    await kept_for_the_door(db, owner)
    for hours, expected in ((2, 0), (4, 1)):
        jobs = Database(
            database.dsn("portal_worker"),
            role="portal_worker",
            clock_offset=timedelta(hours=hours),
        )
        async with jobs.begin(WORKER) as tx:
            assert await orders.expire_due(tx.session, now=tx.now, limit=9) == expected
        await jobs.close()
    left = await owner.fetch("SELECT DISTINCT status::text FROM tickets")
    assert [each["status"] for each in left] == ["cancelled"]
    assert await owner.value("SELECT held FROM quotas") == 0
    assert await counters_agree(owner)


async def test_the_door_is_promised_nothing_that_the_house_has_not_agreed_to(
    db: Database, owner: Owner
) -> None:
    show, _, _, (ticket, *_) = await kept_for_the_door(db, owner)
    await owner.fetch("UPDATE ticket_types SET needs_approval = true")
    assert await take(db, ticket, show.organizer, "a") is ScanResult.OK  # promised before

    other = Person("person", await make_person(owner, "Ada"))
    held = await orders.reserve(
        db,
        claim=Claim(7, 2),
        buyer=other.id,
        event_id=show.id,
        basket=Basket((1,)),
        shown_total=4500,
    )
    facts = {"order_id": held.order_id, "buyer": other.id}
    with pytest.raises(ApprovalOpen):
        async with db.begin(other) as tx:
            await door_money.keep(tx.session, **facts, codes=CODES, now=tx.now)
    async with db.begin(other) as tx:
        await order_approvals.ask(tx.session, **facts, now=tx.now)
    with pytest.raises(HoldExpired):  # who asks waits
        async with db.begin(other) as tx:
            await door_money.keep(tx.session, **facts, codes=CODES, now=tx.now)
    assert await owner.value("SELECT count(*) FROM tickets WHERE user_id = $1", other.id) == 0
    async with db.begin(Person("person", show.organizer)) as tx:
        yes = {"order_id": held.order_id, "attempt": 1, "by": show.organizer, "words": None}
        await order_approvals.approve(tx.session, **yes, now=tx.now)
    async with db.begin(other) as tx:
        await door_money.keep(tx.session, **facts, codes=CODES, now=tx.now)
    assert await owner.value("SELECT count(*) FROM tickets WHERE user_id = $1", other.id) == 1
    assert await counters_agree(owner)
