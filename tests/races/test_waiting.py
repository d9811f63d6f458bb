"""Seats that come free are due to those who wait for them, whoever presses at that moment."""

import asyncio
import itertools
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest

from domain import orders, payments, seat_offers, waitlist
from domain.actors import WORKER, Person
from domain.baskets import Basket
from domain.errors import HoldExpired, NotAvailable, SoldOut, StillToBeHad
from domain.money import Money
from domain.payments import Charge, Invoice, Outcome
from jobs.waitlist import serve_waitlists
from storage.context import Claim
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.factories import MadeEvent, Owner, counters_agree, make_event, make_person
from tests.storage.database_fixtures import Scratch, patient_database

CODES = TicketCodes(b"k" * 32)
PRICE = 4500
_updates = itertools.count(1)


@pytest.fixture
async def jobs(database: Scratch):
    """What happens by itself; a test moves its clock."""
    opened = Database(database.dsn("portal_worker"), role="portal_worker")
    yield opened
    await opened.close()


async def buys(db: Database, show: MadeEvent, buyer: UUID, seats: int = 1) -> UUID:
    held = await orders.reserve(
        db,
        claim=Claim(7, next(_updates)),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((seats,)),
        shown_total=seats * PRICE,
    )
    return held.order_id


async def gives_back(db: Database, buyer: UUID, order: UUID) -> None:
    async with db.begin(Person("person", buyer)) as tx:
        await orders.release(tx.session, order_id=order, buyer=buyer, now=tx.now)


async def joins(
    db: Database, show: MadeEvent, person: UUID, seats: int = 1, late: UUID | None = None
) -> UUID:
    (type_id,) = show.types.values()
    async with db.begin(Person("person", person)) as tx:
        return await waitlist.join(
            tx.session, type_id=type_id, seats=seats, now=tx.now, late_order=late
        )


async def expires(jobs: Database) -> int:
    async with jobs.begin(WORKER) as tx:
        return await orders.expire_due(tx.session, now=tx.now, limit=100)


async def place(db: Database, person: UUID, entry: UUID) -> waitlist.Place:
    async with db.read(Person("person", person)) as tx:
        return await waitlist.get(tx.session, entry_id=entry, person=person)


async def sold_out(db: Database, owner: Owner, seats: int, **changes) -> tuple:
    """A show with so many seats, each held by somebody."""
    show = await make_event(owner, types={"Standing": ("45.00", seats)}, **changes)
    buyers = [await make_person(owner) for _ in range(seats)]
    return show, {buyer: await buys(db, show, buyer) for buyer in buyers}


async def told(owner: Owner, template: str) -> list[UUID]:
    """Who is told something, one of each message."""
    rows = await owner.fetch(
        "SELECT user_id FROM notifications WHERE template = $1 ORDER BY id", template
    )
    return [row["user_id"] for row in rows]


async def test_a_family_gets_its_three_seats_together_and_nobody_buys_them_before(
    db: Database, jobs: Database, owner: Owner
) -> None:
    show, held = await sold_out(db, owner, 3)
    family, single, stranger = [await make_person(owner) for _ in range(3)]
    entry, behind = await joins(db, show, family, 3), await joins(db, show, single)
    assert await joins(db, show, family, 3) == entry
    for number, (buyer, order) in enumerate(held.items(), 1):
        await gives_back(db, buyer, order)
        with pytest.raises(SoldOut) as refused:
            await buys(db, show, stranger)
        assert (refused.value.reason, refused.value.left) == ("ordered", 0)
        await serve_waitlists(jobs)
        assert await told(owner, "seats-offered") == [family] * (number == 3)
    offered = await place(db, family, entry)
    assert (offered.state, offered.offered) == ("offered", 3)
    assert (await place(db, single, behind)).ahead == 0
    with pytest.raises(SoldOut):
        await buys(db, show, stranger)
    assert await owner.value("SELECT count(*) FROM waitlist_calls WHERE due_at IS NULL") == 0
    assert await counters_agree(owner)


async def test_a_family_is_asked_about_fewer_and_what_it_declines_goes_on(
    db: Database, jobs: Database, owner: Owner
) -> None:
    show, held = await sold_out(db, owner, 3)
    family, couple, stranger = [await make_person(owner) for _ in range(3)]
    entry, _ = await joins(db, show, family, 3), await joins(db, show, couple, 2)
    for buyer, order in list(held.items())[:2]:
        await gives_back(db, buyer, order)
    await serve_waitlists(jobs)
    assert await told(owner, "seats-offered") == []
    jobs.clock_offset = timedelta(minutes=31)
    await serve_waitlists(jobs)
    asked = await place(db, family, entry)
    assert (asked.state, asked.offered, asked.seats) == ("offered", 2, 3)
    await gives_back(db, family, asked.offer)
    assert (await place(db, family, entry)).state == "waiting"
    await serve_waitlists(jobs)
    assert await told(owner, "seats-offered") == [family, couple]
    with pytest.raises(SoldOut):
        await buys(db, show, stranger)
    assert await counters_agree(owner)


async def test_who_takes_fewer_has_as_long_as_the_offer_said(
    db: Database, jobs: Database, owner: Owner
) -> None:
    show, held = await sold_out(db, owner, 2)
    couple = await make_person(owner)
    await joins(db, show, couple, 2)
    for buyer, order in held.items():
        await gives_back(db, buyer, order)
    await serve_waitlists(jobs)
    until = "SELECT expires_at FROM orders WHERE status = 'pending'"
    promised = await owner.value(until)
    await buys(db, show, couple, 1)
    assert await owner.value(until) == promised
    assert await owner.value("SELECT held FROM quotas") == 1
    assert await counters_agree(owner)


async def test_an_offer_that_lapses_goes_to_the_next_and_is_told_once(
    db: Database, jobs: Database, owner: Owner
) -> None:
    show, held = await sold_out(db, owner, 1)
    first, second, stranger = [await make_person(owner) for _ in range(3)]
    entry, _ = await joins(db, show, first), await joins(db, show, second)
    ((buyer, order),) = held.items()
    await gives_back(db, buyer, order)
    await serve_waitlists(jobs)
    jobs.clock_offset = timedelta(minutes=121)
    assert await expires(jobs) == 1
    with pytest.raises(SoldOut):
        await buys(db, show, stranger)
    await serve_waitlists(jobs)
    assert await told(owner, "seats-offered") == [first, second]
    assert await told(owner, "order-expired") == [first]
    assert (await place(db, first, entry)).state == "lapsed"
    assert await joins(db, show, first) != entry
    assert await counters_agree(owner)


async def test_nobody_waits_for_what_can_be_had_and_the_last_to_leave_frees_it(
    db: Database, jobs: Database, owner: Owner
) -> None:
    show, held = await sold_out(db, owner, 2)
    waiting, stranger = await make_person(owner), await make_person(owner)
    entry = await joins(db, show, waiting, 2)
    (buyer, order), _ = held.items()
    await gives_back(db, buyer, order)
    await serve_waitlists(jobs)
    async with db.begin(Person("person", waiting)) as tx:
        await waitlist.leave(tx.session, entry_id=entry, person=waiting)
    await serve_waitlists(jobs)
    assert await owner.value("SELECT waiting_claim FROM quotas") is False
    with pytest.raises(StillToBeHad):
        await joins(db, show, waiting)
    await buys(db, show, stranger)
    assert await counters_agree(owner)


async def _freed_among_buyers(db: Database, jobs: Database, owner: Owner, claim: bool) -> int:
    """One seat comes free while thirty press and two services run; how many bought it."""
    show, held = await sold_out(db, owner, 1)
    await joins(db, show, await make_person(owner))
    if not claim:
        await owner.fetch("UPDATE quotas SET waiting_claim = false")
    ((buyer, order),) = held.items()
    public = [await make_person(owner) for _ in range(30)]
    await gives_back(db, buyer, order)
    results = await asyncio.gather(
        *(buys(db, show, each) for each in public),
        serve_waitlists(jobs),
        serve_waitlists(jobs),
        return_exceptions=True,
    )
    assert all(each is None or isinstance(each, UUID | SoldOut) for each in results), results
    assert await counters_agree(owner)
    return sum(isinstance(each, UUID) for each in results)


async def test_a_freed_seat_is_offered_once_and_never_sold_past_the_line(
    db: Database, jobs: Database, owner: Owner
) -> None:
    assert await _freed_among_buyers(db, jobs, owner, claim=True) == 0
    assert len(await told(owner, "seats-offered")) == 1
    assert await owner.value("SELECT count(*) FROM waitlist_offers") == 1


async def test_without_the_claim_somebody_buys_past_the_line(
    db: Database, jobs: Database, owner: Owner
) -> None:
    """The negative control."""
    assert await _freed_among_buyers(db, jobs, owner, claim=False) == 1


async def test_offer_and_message_are_there_together_or_not_at_all(
    db: Database, jobs: Database, owner: Owner
) -> None:
    show, held = await sold_out(db, owner, 1)
    await joins(db, show, await make_person(owner))
    ((buyer, order),) = held.items()
    await gives_back(db, buyer, order)
    with suppress(ZeroDivisionError):
        async with jobs.begin(WORKER) as tx:
            assert await seat_offers.offer_next(tx.session, event_id=show.id, now=tx.now)
            raise ZeroDivisionError  # dies before the commit
    assert await told(owner, "seats-offered") == []
    assert await owner.value("SELECT held FROM quotas") == 0
    async with jobs.begin(WORKER) as tx:  # dies after it
        assert await seat_offers.offer_next(tx.session, event_id=show.id, now=tx.now)
    await serve_waitlists(jobs)
    assert len(await told(owner, "seats-offered")) == 1
    assert await counters_agree(owner)


async def test_an_offer_is_paid_or_lapses_never_both(
    db: Database, jobs: Database, owner: Owner, database: Scratch
) -> None:
    """Its deadline comes in the moment in which it is paid."""
    show, held = await sold_out(db, owner, 8)
    waiting = [await make_person(owner) for _ in range(16)]
    for each in waiting:
        await joins(db, show, each)
    for buyer, order in held.items():
        await gives_back(db, buyer, order)
    await serve_waitlists(jobs)
    offers = await owner.fetch(
        "SELECT x.order_id, w.user_id FROM waitlist_offers x"
        " JOIN waitlist_entries w ON w.id = x.entry_id"
    )
    assert {each["user_id"] for each in offers} == set(waiting[:8])
    late = patient_database(database, size=25)
    late.clock_offset = jobs.clock_offset = timedelta(minutes=121)

    async def pays(order: UUID, person: UUID) -> bool:
        async with late.begin(Person("person", person)) as tx:
            try:
                await payments.check_payable(
                    tx.session,
                    invoice=Invoice(order, 1),
                    payer=person,
                    asked=Money(PRICE, "EUR"),
                    now=tx.now,
                )
            except HoldExpired:
                return False
        async with late.begin(Person("person", person)) as tx:
            charge = Charge(str(order), str(order), "telegram", Money(PRICE, "EUR"))
            outcome = await payments.confirm(
                tx.session, order_id=order, charge=charge, codes=CODES, now=tx.now
            )
        return outcome is Outcome.FULFILLED

    paid, _ = await asyncio.gather(
        asyncio.gather(*(pays(each["order_id"], each["user_id"]) for each in offers)),
        asyncio.gather(*(expires(jobs) for _ in range(3)), serve_waitlists(jobs)),
    )
    await serve_waitlists(jobs)
    await late.close()
    rows = await owner.fetch(
        "SELECT state::text, count(*) AS n FROM waitlist_entries GROUP BY state"
    )
    states = {row["state"]: row["n"] for row in rows}
    assert states.get("taken", 0) == sum(paid)
    assert states.get("lapsed", 0) == states.get("offered", 0) == 8 - sum(paid)
    assert await counters_agree(owner)


async def test_who_paid_too_late_may_go_ahead_of_the_line_once(
    db: Database, jobs: Database, owner: Owner, database: Scratch
) -> None:
    show, held = await sold_out(db, owner, 1)
    ((late, order),) = held.items()
    quick, patient, other = [await make_person(owner) for _ in range(3)]
    jobs.clock_offset = timedelta(minutes=16)
    assert await expires(jobs) == 1
    bought = await buys(db, show, quick)
    entry = await joins(db, show, patient)
    async with db.begin(Person("person", late)) as tx:
        charge = Charge("c", "c", "telegram", Money(PRICE, "EUR"))
        assert (
            await payments.confirm(
                tx.session, order_id=order, charge=charge, codes=CODES, now=tx.now
            )
            is Outcome.REFUND_DUE
        )
    for seats in (0, 999, 10**12):
        with pytest.raises(NotAvailable):
            await joins(db, show, other, seats)
    await joins(db, show, other, late=order)  # somebody else's order helps nobody
    ahead = await joins(db, show, late, late=order)
    assert [
        (await place(db, who, which)).ahead for who, which in ((late, ahead), (patient, entry))
    ] == [0, 1]
    await gives_back(db, quick, bought)
    await serve_waitlists(jobs)
    assert await told(owner, "seats-offered") == [late]
    assert await owner.value("SELECT count(*) FROM waitlist_entries WHERE priority > 0") == 1
