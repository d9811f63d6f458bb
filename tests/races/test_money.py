"""Money that comes twice, late, or for nothing: it is never lost and never doubles a ticket."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from domain import orders, payments
from domain.actors import WORKER, Person
from domain.baskets import Basket
from domain.errors import DomainError, HoldExpired, OrderChanged, PaymentUnderWay
from domain.money import Money
from domain.payments import Charge, Invoice, Outcome
from storage.context import Claim
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.factories import (
    MadeEvent,
    Owner,
    counters_agree,
    ledger_agrees,
    make_event,
    make_person,
)
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

CODES = TicketCodes(b"k" * 32)
PRICE = Money(4500, "EUR")


@pytest.fixture
async def later(database: Scratch):
    """The portal twenty minutes later."""
    offset = timedelta(minutes=20)
    opened = Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=VAULT,
        clock_offset=offset,
    )
    yield opened
    await opened.close()


@pytest.fixture
async def jobs(database: Scratch):
    """What happens by itself, twenty minutes later."""
    opened = Database(
        database.dsn("portal_worker"), role="portal_worker", clock_offset=timedelta(minutes=20)
    )
    yield opened
    await opened.close()


_buyers: dict[UUID, UUID] = {}
"""Whose each order is."""


async def hold(db: Database, show: MadeEvent, buyer: UUID, update: int = 1) -> UUID:
    held = await orders.reserve(
        db,
        claim=Claim(7, update),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((1,)),
        shown_total=PRICE.amount,
    )
    _buyers[held.order_id] = buyer
    return held.order_id


async def pay(db: Database, order: UUID, charge: str, paid: Money = PRICE) -> Outcome:
    async with db.begin(Person("person", _buyers[order])) as tx:
        return await payments.confirm(
            tx.session,
            order_id=order,
            charge=Charge(charge, f"provider {charge}", "telegram", paid),
            codes=CODES,
            now=tx.now,
        )


async def check(db: Database, order: UUID, buyer: UUID, attempt: int = 1) -> None:
    async with db.begin(Person("person", buyer)) as tx:
        await payments.check_payable(
            tx.session, invoice=Invoice(order, attempt), payer=buyer, asked=PRICE, now=tx.now
        )


async def expire(jobs: Database) -> int:
    async with jobs.begin(WORKER) as tx:
        return await orders.expire_due(tx.session, now=tx.now, limit=100)


async def test_one_charge_told_twenty_times_is_one_payment(db: Database, owner: Owner) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    outcomes = await asyncio.gather(*(pay(db, order, "c1") for _ in range(20)))
    assert sorted(outcomes) == [Outcome.FULFILLED] + [Outcome.REPEATED] * 19
    assert await owner.value("SELECT count(*) FROM payments") == 1
    assert await owner.value("SELECT count(*) FROM tickets") == 1
    assert await owner.value("SELECT count(*) FROM notifications WHERE template = 'ticket'") == 1
    assert await counters_agree(owner)
    assert await ledger_agrees(owner)


async def test_two_charges_for_one_order_pay_once_and_owe_once(db: Database, owner: Owner) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    outcomes = await asyncio.gather(pay(db, order, "c1"), pay(db, order, "c2"))
    assert sorted(outcomes) == [Outcome.FULFILLED, Outcome.REFUND_DUE]
    assert await owner.value("SELECT count(*) FROM tickets") == 1
    assert await owner.value("SELECT count(*) FROM refunds WHERE reason = 'double'") == 1
    assert await owner.value("SELECT payment_status FROM orders") == "overpaid"


async def test_what_expired_is_paid_all_the_same_while_places_are_left(
    db: Database, later: Database, jobs: Database, owner: Owner
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    assert await expire(jobs) == 1
    assert await expire(jobs) == 0
    assert await owner.value("SELECT held FROM quotas") == 0
    assert await pay(later, order, "late") is Outcome.FULFILLED
    assert await counters_agree(owner)


async def test_money_that_comes_when_the_places_have_gone_is_owed_back(
    db: Database, later: Database, jobs: Database, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 1)})
    slow, quick = await make_person(owner), await make_person(owner)
    order = await hold(db, show, slow)
    await expire(jobs)
    await hold(db, show, quick, update=2)
    with pytest.raises(HoldExpired):
        await check(later, order, slow)
    assert await pay(later, order, "late") is Outcome.REFUND_DUE
    told = await owner.fetch("SELECT user_id FROM notifications WHERE template = 'refund-due'")
    assert {row["user_id"] for row in told} == {slow, show.organizer}
    assert await owner.value("SELECT amount FROM refunds") == PRICE.major
    assert await counters_agree(owner)


async def test_a_payment_that_we_agreed_to_outlives_the_deadline(
    db: Database, jobs: Database, owner: Owner, database: Scratch
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    at_the_end = Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=VAULT,
        clock_offset=timedelta(minutes=14),
    )
    after = Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=VAULT,
        clock_offset=timedelta(minutes=20),
    )
    await check(at_the_end, order, buyer)
    assert await expire(jobs) == 0
    assert await pay(after, order, "c1") is Outcome.FULFILLED
    await at_the_end.close()
    await after.close()


async def test_expiry_and_payment_at_the_same_moment_agree(
    db: Database, later: Database, jobs: Database, owner: Owner
) -> None:
    """Whoever comes first, the counters are right and nobody's money is lost."""
    show = await make_event(owner, types={"Standing": ("45.00", 50)})
    buyers = [await make_person(owner) for _ in range(20)]
    held = [await hold(db, show, buyer, number) for number, buyer in enumerate(buyers)]

    async def settle(number: int, order: UUID) -> Outcome:
        return await pay(later, order, f"c{number}")

    results = await asyncio.gather(
        *(settle(number, order) for number, order in enumerate(held)),
        *(expire(jobs) for _ in range(5)),
    )
    assert results[: len(held)] == [Outcome.FULFILLED] * len(held)
    assert await owner.value("SELECT sold FROM quotas") == len(held)
    assert await counters_agree(owner)


@pytest.mark.parametrize(
    ("paid", "reason"),
    [(Money(4400, "EUR"), "wrong-amount"), (Money(4500, "USD"), "wrong-amount")],
)
async def test_another_sum_or_currency_buys_nothing(
    db: Database, owner: Owner, paid: Money, reason: str
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    assert await pay(db, order, "c1", paid) is Outcome.REFUND_DUE
    assert await owner.value("SELECT reason FROM refunds") == reason
    assert await owner.value("SELECT count(*) FROM tickets") == 0


async def test_a_changed_order_refuses_its_older_invoice(db: Database, owner: Owner) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    changed = await orders.reserve(
        db,
        claim=Claim(7, 2),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((2,)),
        shown_total=9000,
    )
    assert changed.order_id == order
    with pytest.raises(OrderChanged):
        await check(db, order, buyer)
    assert await owner.value("SELECT held FROM quotas") == 2


async def test_who_chose_anew_does_not_pay_what_expired(
    db: Database, later: Database, jobs: Database, owner: Owner
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    await expire(jobs)
    # Ten taps on the old bill and a new choice in the same moment: one of the two is pending.
    asked = await asyncio.gather(
        *(check(later, order, buyer) for _ in range(10)),
        hold(later, show, buyer, update=2),
        return_exceptions=True,
    )
    assert {type(each) for each in asked if isinstance(each, Exception)} <= {OrderChanged}
    assert await owner.value("SELECT count(*) FROM orders WHERE status = 'pending'") == 1
    assert await counters_agree(owner)


async def test_a_payment_for_a_cancelled_show_is_refused_and_owed_back(
    db: Database, owner: Owner
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    await owner.fetch("UPDATE events SET status = 'cancelled'")
    with pytest.raises(DomainError):
        await check(db, order, buyer)
    assert await pay(db, order, "c1") is Outcome.REFUND_DUE


async def test_places_are_not_given_back_while_a_payment_is_under_way(
    db: Database, owner: Owner
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    order = await hold(db, show, buyer)
    await check(db, order, buyer)
    with pytest.raises(PaymentUnderWay):
        async with db.begin(Person("person", buyer)) as tx:
            await orders.release(tx.session, order_id=order, buyer=buyer, now=tx.now)
    assert await pay(db, order, "c1") is Outcome.FULFILLED
    assert await counters_agree(owner)
