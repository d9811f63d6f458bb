"""Many buyers of one type in one statement: each is answered as if they had come alone."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import asyncpg
import pytest

from storage.context import Claim, Context
from storage.database import Database
from storage.ids import new_id
from storage.queries.reserving import ALONE, Wish, reserve, reserve_many
from storage.till import till_of
from tests.factories import MadeEvent, Owner, counters_agree, make_event, make_person
from tests.races.test_rush import take_the_guards_off
from tests.storage.database_fixtures import Scratch, patient_database

PEOPLE, PLACES = 200, 50
_updates = itertools.count(1)


@pytest.fixture
async def db(database: Scratch) -> AsyncIterator[Database]:
    opened = patient_database(database, size=12)
    await opened.call("SELECT 1")  # the clock that a signature ends by
    yield opened
    await opened.close()


def wish(db: Database, show: MadeEvent, buyer: UUID, places: int = 1, **changes: object) -> Wish:
    given = {
        "claim": Claim(7, next(_updates)),
        "order_id": new_id(),
        "buyer": buyer,
        "event_id": show.id,
        "positions": (0,),
        "quantities": (places,),
        "shown_total": Decimal(45) * places,
        "hold": timedelta(minutes=15),
        "signed": db.sign(Context("person", buyer)),
    }
    return Wish(**(given | changes))  # type: ignore[arg-type]


async def crowd(owner: Owner, size: int = PEOPLE) -> list[UUID]:
    made = [new_id() for _ in range(size)]
    await owner.connection.executemany(
        "INSERT INTO users (id) VALUES ($1)", [(id,) for id in made]
    )
    return made


async def told(answers: list[asyncpg.Record]) -> Counter[str]:
    return Counter(answer["outcome"] for answer in answers)


async def rush(db: Database, show: MadeEvent, buyers: list[UUID]) -> Counter[str]:
    """Everybody in statements of fifty, several at once; who is left alone asks again, alone."""
    wishes = [wish(db, show, buyer) for buyer in buyers]
    groups = [wishes[start : start + 50] for start in range(0, len(wishes), 50)]
    answered = await asyncio.gather(*(reserve_many(db, group) for group in groups))
    pairs = [
        pair
        for group, answers in zip(groups, answered, strict=True)
        for pair in zip(group, answers, strict=True)
    ]
    again = [asked for asked, answer in pairs if answer["outcome"] == ALONE]
    rest = await asyncio.gather(*(reserve(db, asked) for asked in again))
    done = [answer for _, answer in pairs if answer["outcome"] != ALONE]
    return await told([*done, *rest])


@pytest.mark.parametrize("capacity", [None, PLACES], ids=["one pool", "two pools"])
async def test_two_hundred_on_fifty_places(
    db: Database, owner: Owner, capacity: int | None
) -> None:
    size = PLACES if capacity is None else 2 * PLACES
    show = await make_event(owner, types={"Standing": ("45.00", size)}, capacity=capacity)
    assert await rush(db, show, await crowd(owner)) == {"ok": PLACES, "sold_out": PEOPLE - PLACES}
    assert await owner.value("SELECT count(*) FROM orders") == PLACES
    assert await owner.value("SELECT status FROM ticket_types") == "sold_out"
    assert await counters_agree(owner)


async def test_the_same_crowd_oversells_with_the_guards_off(db: Database, owner: Owner) -> None:
    """The negative control: statements that look at the same moment believe in the same places."""
    show = await make_event(owner, types={"Standing": ("45.00", PLACES)})
    await take_the_guards_off(owner)
    assert (await rush(db, show, await crowd(owner)))["ok"] > PLACES


async def test_each_row_is_answered_on_its_own_and_written_down_as_its_buyers(
    db: Database, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 5)}, limit=3)
    four, held, forged, twice, plain, last = await crowd(owner, 6)
    await reserve(db, wish(db, show, held))
    strange = db.sign(Context("person", plain))
    answers = await reserve_many(
        db,
        [
            wish(db, show, four, 4),
            wish(db, show, held),
            wish(db, show, forged, signed=strange),
            wish(db, show, twice),
            wish(db, show, twice),
            wish(db, show, plain, shown_total=Decimal(40)),
            wish(db, show, plain, 3),
            wish(db, show, last),
            wish(db, show, forged, 2),
        ],
    )
    outcomes = [answer["outcome"] for answer in answers]
    assert outcomes == [
        *("limit_reached", ALONE, ALONE, "ok", ALONE, ALONE),
        *(ALONE, "ok", ALONE),  # whom a row speaks of twice is answered once
    ]
    assert answers[0]["limit"] == 3
    written = await owner.fetch(
        "SELECT a.user_id AS actor, o.user_id AS buyer FROM audit_logs a"
        " JOIN orders o ON o.id = a.entity_id WHERE a.entity_type = 'orders'"
    )
    assert len(written) == 3
    assert all(row["actor"] == row["buyer"] for row in written)
    assert await counters_agree(owner)


async def test_a_bigger_wish_is_refused_and_a_smaller_one_behind_it_fits(
    db: Database, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 3)})
    one, two, three = await crowd(owner, 3)
    answers = await reserve_many(
        db, [wish(db, show, one, 2), wish(db, show, two, 2), wish(db, show, three, 1)]
    )
    by_buyer = {answer["n"]: answer for answer in answers}
    assert [by_buyer[n]["outcome"] for n in (1, 2, 3)] == ["ok", "sold_out", "ok"]
    assert (by_buyer[2]["reason"], by_buyer[2]["left"]) == ("held", 0)


async def test_both_forms_at_once_neither_oversell_nor_wait_for_each_other(
    db: Database, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", PLACES)})
    buyers = await crowd(owner)
    many, singles = buyers[:100], buyers[100:]
    together, alone = await asyncio.gather(
        rush(db, show, many),
        asyncio.gather(*(reserve(db, wish(db, show, buyer)) for buyer in singles)),
    )
    assert (together + await told(list(alone))) == {"ok": PLACES, "sold_out": PEOPLE - PLACES}
    assert await counters_agree(owner)


@pytest.mark.parametrize("times", [1, pytest.param(20, marks=pytest.mark.chaos)])
async def test_the_till_serves_two_hundred_on_fifty_places(
    db: Database, owner: Owner, times: int
) -> None:
    buyers = await crowd(owner)
    for _ in range(times):
        show = await make_event(owner, types={"Standing": ("45.00", PLACES)})
        till = till_of(db)
        answers = await asyncio.gather(*(till.reserve(db, wish(db, show, b)) for b in buyers))
        assert await told(list(answers)) == {"ok": PLACES, "sold_out": PEOPLE - PLACES}
        assert await counters_agree(owner)


async def test_ten_taps_of_one_buyer_in_a_crowd_are_one_order_and_ten_same_answers(
    db: Database, owner: Owner
) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", PLACES)})
    buyer, till = await make_person(owner), till_of(db)
    others = await crowd(owner, 100)
    taps = [wish(db, show, each) for each in [*others[:50], *[buyer] * 10, *others[50:]]]
    answers = await asyncio.gather(*(till.reserve(db, tap) for tap in taps))
    mine = [answer for tap, answer in zip(taps, answers, strict=True) if tap.buyer == buyer]
    assert {answer["outcome"] for answer in mine} in ({"ok"}, {"sold_out"})
    assert len({answer["order_id"] for answer in mine}) == 1
    assert await counters_agree(owner)


async def test_who_leaves_the_line_holds_nobody_up(db: Database, owner: Owner) -> None:
    show = await make_event(owner)
    till = till_of(db)
    asked = [
        asyncio.create_task(till.reserve(db, wish(db, show, buyer)))
        for buyer in await crowd(owner, 40)
    ]
    await asyncio.sleep(0)
    for task in asked[3::2]:
        task.cancel()
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert {type(answer) for answer in answers[3::2]} == {asyncio.CancelledError}
    assert {answer["outcome"] for answer in [*answers[:3], *answers[4::2]]} == {"ok"}
