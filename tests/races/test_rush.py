"""A rush: more people than places, all in the same moment."""

import asyncio
import itertools
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest

from domain import orders
from domain.baskets import Basket
from domain.errors import DomainError, LimitReached, SalesClosed, SoldOut
from storage.context import Claim
from storage.database import Database
from storage.errors import Unavailable
from tests.factories import MadeEvent, Owner, counters_agree, make_event, make_person
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

PEOPLE, PLACES = 200, 50
BOT = 7
_updates = itertools.count(1)


@dataclass
class Rush:
    """What came of everybody's tap."""

    orders: list[UUID]
    refusals: Counter[str]


@pytest.fixture
async def db(database: Scratch):
    opened = Database(
        database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT, size=20
    )
    yield opened
    await opened.close()


async def crowd(owner: Owner, size: int = PEOPLE) -> list[UUID]:
    return [await make_person(owner, f"Guest {number}") for number in range(size)]


async def rush(
    db: Database, event: MadeEvent, buyers: list[UUID], basket: Basket, total: int
) -> Rush:
    """Everybody taps "Hold" at once; who finds the database busy is tried again, as by the bot."""

    async def reserve(claim: Claim, buyer: UUID) -> UUID:
        held = await orders.reserve(
            db,
            claim=claim,
            buyer=buyer,
            event_id=event.id,
            basket=basket,
            shown_total=total,
        )
        return held.order_id

    async def tap(buyer: UUID) -> UUID | str:
        claim = Claim(BOT, next(_updates))
        for _ in range(10):
            try:
                return await reserve(claim, buyer)
            except DomainError as refusal:
                return type(refusal).__name__
            except Unavailable:
                continue
        return "busy"

    answers = await asyncio.gather(*(tap(buyer) for buyer in buyers))
    held = [answer for answer in answers if isinstance(answer, UUID)]
    return Rush(held, Counter(answer for answer in answers if isinstance(answer, str)))


@pytest.mark.parametrize("capacity", [None, PLACES], ids=["one quota", "two quotas"])
async def test_two_hundred_people_on_fifty_places(
    db: Database, owner: Owner, capacity: int | None
) -> None:
    quantity = PLACES if capacity is None else 2 * PLACES
    show = await make_event(owner, types={"Standing": ("45.00", quantity)}, capacity=capacity)
    came = await rush(db, show, await crowd(owner), Basket((1,)), 4500)
    assert len(set(came.orders)) == PLACES
    assert came.refusals == {SoldOut.__name__: PEOPLE - PLACES}
    assert await owner.value("SELECT count(*) FROM orders") == PLACES
    assert await counters_agree(owner)


async def test_nothing_is_held_that_its_house_would_look_at_once_the_evening_has_begun(
    db: Database, owner: Owner
) -> None:
    show = await make_event(
        owner, types={"Standing": ("45.00", PLACES)}, starts_in=timedelta(minutes=-1)
    )
    await owner.fetch("UPDATE ticket_types SET needs_approval = true")
    came = await rush(db, show, await crowd(owner, PLACES), Basket((1,)), 4500)
    assert came.refusals == {SalesClosed.__name__: PLACES}
    assert await owner.value("SELECT held FROM quotas") == 0
    await owner.fetch("UPDATE ticket_types SET needs_approval = false")
    came = await rush(db, show, await crowd(owner, PLACES), Basket((1,)), 4500)
    assert len(came.orders) == PLACES


async def test_baskets_that_cross_neither_deadlock_nor_oversell(
    db: Database, owner: Owner
) -> None:
    show = await make_event(
        owner,
        types={"Standing": ("45.00", PLACES), "Front row": ("120.00", PLACES)},
        capacity=PLACES,
    )
    buyers = await crowd(owner)
    one_way, other_way = buyers[::2], buyers[1::2]
    first, second = await asyncio.gather(
        rush(db, show, one_way, Basket((1, 1)), 16500),
        rush(db, show, [*reversed(other_way)], Basket((2, 0)), 9000),
    )
    assert set(first.refusals | second.refusals) <= {SoldOut.__name__}
    taken = await owner.value("SELECT held FROM quotas WHERE kind = 'event'")
    assert taken <= PLACES
    assert taken >= PLACES - 1
    assert await counters_agree(owner)


async def test_the_same_rush_oversells_with_the_guard_off(db: Database, owner: Owner) -> None:
    """The negative control: without lock, decision and CHECK more is sold than there is."""
    show = await make_event(owner, types={"Standing": ("45.00", PLACES)})
    await take_the_guards_off(owner)
    came = await rush(db, show, await crowd(owner), Basket((1,)), 4500)
    assert len(came.orders) > PLACES


async def take_the_guards_off(owner: Owner) -> None:
    """The functions as they are, but whatever is asked for fits."""
    await owner.fetch("ALTER TABLE quotas DROP CONSTRAINT ck_quotas_not_oversold")
    for name, guard, off in (
        ("quota_shortage", "WHERE w.need > 0", "WHERE false AND w.need > 0"),
        ("quota_shift", "WHERE q.id = v_ids[i] AND (", "WHERE q.id = v_ids[i] AND (true OR "),
    ):
        source = await owner.value(f"SELECT pg_get_functiondef('public.{name}'::regproc)")
        assert guard in source, name
        await owner.connection.execute(source.replace(guard, off))


async def test_one_person_with_a_hundred_phones_gets_no_more_than_the_limit(
    db: Database, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 500)}, limit=2)
    buyer = await make_person(owner)
    came = await rush(db, show, [buyer] * 100, Basket((2,)), 9000)
    assert len(set(came.orders)) == 1
    assert set(came.refusals) <= {LimitReached.__name__}
    assert await owner.value("SELECT held FROM quotas") == 2
    assert await counters_agree(owner)


async def test_the_same_tap_fifty_times_is_one_order(db: Database, owner: Owner) -> None:
    show = await make_event(owner)
    buyer = await make_person(owner)

    async def tap() -> UUID:
        held = await orders.reserve(
            db,
            claim=Claim(BOT, 1),
            buyer=buyer,
            event_id=show.id,
            basket=Basket((2,)),
            shown_total=9000,
        )
        return held.order_id

    answers = await asyncio.gather(*(tap() for _ in range(50)))
    assert len(set(answers)) == 1
    assert await owner.value("SELECT count(*) FROM processed_updates") == 1
    assert await owner.value("SELECT held FROM quotas") == 2
