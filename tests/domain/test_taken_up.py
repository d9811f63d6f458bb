"""Which sales follow a campaign: for a week, of its house, given to the one followed last."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from domain import taps
from domain.actors import WORKER
from domain.money import Money
from domain.taps import Sales, TakenUp
from storage.database import Database
from storage.ids import new_id
from tests.factories import MadeEvent, Owner, make_event, make_person
from tests.storage.database_fixtures import Scratch

DAY = timedelta(days=1)


@pytest.fixture
async def db(database: Scratch):
    opened = Database(database.dsn("portal_worker"), role="portal_worker")
    yield opened
    await opened.close()


async def taken(db: Database, campaign: UUID) -> TakenUp:
    async with db.read(WORKER) as tx:
        return await taps.taken_up(tx.session, campaign_id=campaign, worker=True)


async def write(owner: Owner, house: UUID, now: datetime, *people: UUID, ago: int = 3) -> UUID:
    """A campaign that left, whose only button these people followed so many days ago."""
    row = await owner.insert(
        "campaigns", name="News", organizer_id=house, status="completed", launched_at=now - 9 * DAY
    )
    for person in people:
        await owner.insert(
            "campaign_taps",
            campaign_id=row["id"],
            user_id=person,
            button=1,
            tapped_at=now - ago * DAY,
        )
    campaign: UUID = row["id"]
    return campaign


async def sell(
    owner: Owner, show: MadeEvent, buyer: UUID, at: datetime, *lines: tuple[str, int, str]
) -> None:
    """An order with these lines of the ledger: kind, count, price."""
    [type_id] = show.types.values()
    order = await owner.insert(
        "orders",
        user_id=buyer,
        event_id=show.id,
        number=new_id().hex[-8:].upper(),
        total_amount=Decimal(1),
        currency="EUR",
        status="completed",
        payment_status="paid",
    )
    for kind, count, price in lines:
        of_type = {"ticket_type_id": type_id} if kind in ("sold", "taken_back") else {}
        values: dict[str, Any] = {
            "order_id": order["id"],
            "event_id": show.id,
            "kind": kind,
            "count": count,
            "unit_price": Decimal(price),
            "currency": "EUR",
            "cause": new_id(),
            "created_at": at if kind == "sold" else at + DAY,
        }
        await owner.insert("ledger_lines", **values, **of_type)


def sold(orders: int, tickets: int, cents: int) -> tuple[Sales, ...]:
    return (Sales(orders, tickets, Money(cents, "EUR")),)


async def test_sales_follow_for_a_week_and_only_at_the_house_that_wrote(
    owner: Owner, db: Database
) -> None:
    now = await owner.value("SELECT now()")
    house, ada, bea, cleo = [await make_person(owner) for _ in range(4)]
    show = await make_event(owner, organizer=house)
    elsewhere = await make_event(owner, title="Elsewhere")
    campaign = await write(owner, house, now, ada, bea, ago=8)
    one = ("sold", 1, "45.00")
    await sell(owner, show, ada, now - 8 * DAY - timedelta(seconds=1), one)  # before
    await sell(owner, show, ada, now - DAY, one)
    await sell(owner, show, bea, now - DAY + timedelta(seconds=1), one)  # a week and a second
    await sell(owner, show, cleo, now - 2 * DAY, one)  # followed nothing
    await sell(owner, elsewhere, ada, now - 2 * DAY, one)
    found = await taken(db, campaign)
    assert found.people == 2
    assert tuple(found.sales) == sold(1, 1, 4500)


async def test_an_order_counts_for_the_last_campaign_that_was_followed_before_it(
    owner: Owner, db: Database
) -> None:
    now = await owner.value("SELECT now()")
    house, ada = await make_person(owner), await make_person(owner)
    rival = await make_person(owner)
    show = await make_event(owner, organizer=house)
    first = await write(owner, house, now, ada, ago=5)
    last = await write(owner, house, now, ada, ago=3)
    later = await write(owner, house, now, ada, ago=1)
    strangers = await write(owner, rival, now, ada, ago=2)
    await sell(owner, show, ada, now - 2 * DAY, ("sold", 2, "45.00"))
    each = [tuple((await taken(db, id)).sales) for id in (first, last, later, strangers)]
    assert each == [(), sold(1, 2, 9000), (), ()]


async def test_what_went_back_counts_no_more(owner: Owner, db: Database) -> None:
    now = await owner.value("SELECT now()")
    house, ada, bea, cleo = [await make_person(owner) for _ in range(4)]
    show = await make_event(owner, organizer=house)
    campaign = await write(owner, house, now, ada, bea, cleo)
    at = now - 2 * DAY
    await sell(owner, show, ada, at, ("sold", 2, "45.00"), ("taken_back", -1, "45.00"))
    await sell(
        owner, show, bea, at, ("sold", 1, "45.00"), ("taken_back", -1, "45.00"), ("kept", 1, "5")
    )
    await sell(owner, show, cleo, at, ("sold", 1, "0.00"))
    assert tuple((await taken(db, campaign)).sales) == sold(2, 2, 4500)
