"""A code makes tickets cheaper as often as it may, and opens what is hidden."""

import asyncio
from collections import Counter
from decimal import Decimal

import asyncpg
import pytest

from tests.signing import act_as
from tests.storage.database_fixtures import Scratch
from tests.storage.shop import Shop, open_shop

FIVE = Decimal("5.00")
BUYERS, BUDGET = 20, 3
_UPDATE = "c.used + v_of.seats <= c.budget"
_PERSON = "sum(r.seats) > c.per_person"


@pytest.fixture
async def shop(database: Scratch):
    async with open_shop(database, connections=BUYERS, patience="60s") as shop:
        yield shop


async def lift(shop: Shop, guard: str) -> None:
    """Take a guard of the counter off."""
    source = await shop.owner.fetchval("SELECT pg_get_functiondef('sec.promo_shift'::regproc)")
    assert source.count(guard) == 1
    await shop.owner.execute(source.replace(guard, "true" if guard == _UPDATE else "false"))


async def expired(shop: Shop, order) -> None:
    async with shop.worker.acquire() as connection, connection.transaction():
        await connection.fetch("SELECT quota_return($1)", [order])
        await connection.execute("UPDATE orders SET status = 'expired' WHERE id = $1", order)


async def test_the_price_is_halved_frozen_and_told(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(9))
    code = await shop.code(budget=4)
    buyer = await shop.person()
    refused = await shop.reserve(buyer, {standing: 2}, code="code")
    assert (refused["outcome"], refused["total"]) == ("price_changed", 2 * FIVE)
    held = await shop.reserve(buyer, {standing: 2}, total=2 * FIVE, code="code")
    assert (held["outcome"], held["total"]) == ("ok", 2 * FIVE)
    await shop.owner.execute("UPDATE promo_codes SET percent = 90")
    line = await shop.owner.fetchrow("SELECT unit_price, discount FROM order_lines")
    assert tuple(line) == (FIVE, FIVE)
    told = await shop.owner.fetchrow("SELECT code, seats, discount FROM promo_redemptions")
    assert tuple(told) == ("CODE", 2, 2 * FIVE)
    assert await shop.used(code) == (2, 2)


async def test_a_new_choice_keeps_changes_or_drops_the_code(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(9))
    code, other = await shop.code(budget=2), await shop.code(handle="other", percent=100)
    buyer = await shop.person()
    for basket, total, handle, used in (
        (1, FIVE, "code", (1, 0)),
        (2, 2 * FIVE, "code", (2, 0)),
        (2, Decimal(0), "other", (0, 2)),
        (2, 4 * FIVE, None, (0, 0)),
        (2, 2 * FIVE, "code", (2, 0)),
    ):
        held = await shop.reserve(buyer, {standing: basket}, total=total, code=handle)
        assert held["outcome"] == "ok"
        assert ((await shop.used(code))[1], (await shop.used(other))[1]) == used
        assert await shop.used(code) == (used[0], used[0])
    assert held["attempt"] == 5


@pytest.mark.parametrize(
    ("changes", "handle", "reason"),
    [
        ({}, "wrong", "unknown"),
        ({"paused": True}, "code", "paused"),
        ({"valid_until": "now"}, "code", "over"),
    ],
)
async def test_a_code_that_does_not_count_is_refused(shop: Shop, changes, handle, reason):
    standing = await shop.ticket_type(await shop.quota(9))
    if "valid_until" in changes:
        changes = {"valid_until": await shop.owner.fetchval("SELECT now()")}
    await shop.code(**changes)
    answer = await shop.reserve(await shop.person(), {standing: 1}, total=FIVE, code=handle)
    assert (answer["outcome"], answer["reason"]) == ("code_refused", reason)
    assert not any((await shop.rows()).values())


async def test_a_hidden_type_is_had_with_its_code_alone(shop: Shop):
    quota = await shop.quota(9)
    salon, standing = await shop.ticket_type(quota, hidden=True), await shop.ticket_type(quota)
    await shop.code(salon, handle="salon", effect="access", percent=None)
    await shop.code(handle="half")
    buyer = await shop.person()
    for handle in (None, "half", "wrong"):
        answer = await shop.reserve(buyer, {salon: 1}, code=handle)
        assert answer["outcome"] == "unknown"
    other = await shop.reserve(buyer, {standing: 1}, code="salon")
    assert (other["outcome"], other["reason"]) == ("code_refused", "other")
    opened = await shop.reserve(buyer, {salon: 1, standing: 2}, code="salon")
    assert (opened["outcome"], opened["total"]) == ("ok", 3 * 2 * FIVE)
    assert await shop.owner.fetchval("SELECT seats FROM promo_redemptions") == 1


async def test_an_amount_never_makes_a_price_negative(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(9))
    await shop.code(effect="amount", percent=None, amount=Decimal(25))
    held = await shop.reserve(await shop.person(), {standing: 2}, total=Decimal(0), code="code")
    assert (held["outcome"], held["total"]) == ("ok", 0)


async def test_what_lapses_comes_back_and_a_late_payment_takes_only_what_is_left(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(9))
    code = await shop.code(budget=1)
    late = await shop.reserve(await shop.person(), {standing: 1}, total=FIVE, code="code")
    await expired(shop, late["order_id"])
    assert await shop.used(code) == (0, 0)
    quick = await shop.reserve(await shop.person(), {standing: 1}, total=FIVE, code="code")
    take = "SELECT quota_take($1, true, 'public')"
    assert await shop.worker.fetchval(take, late["order_id"]) is False
    assert await shop.used(code) == (1, 1)
    await expired(shop, quick["order_id"])
    assert await shop.worker.fetchval(take, late["order_id"]) is True
    assert await shop.used(code) == (1, 1)


async def rush(shop: Shop) -> tuple[Counter, tuple[int, int]]:
    """Twenty want a ticket each with a code that is for three."""
    standing = await shop.ticket_type(await shop.quota(99))
    code = await shop.code(budget=BUDGET)
    buyers = await shop.people(BUYERS)
    answers = await asyncio.gather(
        *(shop.reserve(each, {standing: 1}, total=FIVE, code="code") for each in buyers)
    )
    outcomes = Counter((each["outcome"], each["reason"], each["left"]) for each in answers)
    return outcomes, await shop.used(code)


async def test_a_budget_of_three_and_twenty_buyers_at_once(shop: Shop):
    outcomes, used = await rush(shop)
    assert outcomes == {("ok", None, None): 3, ("code_refused", "used_up", 0): 17}
    assert used == (3, 3)
    assert (await shop.rows())["orders"] == 3
    assert await shop.drift() == []


async def test_without_its_guard_the_check_still_holds_and_then_nothing(shop: Shop):
    """The negative control: the guard off, and then the table's CHECK."""
    await lift(shop, _UPDATE)
    with pytest.raises(asyncpg.CheckViolationError):
        await rush(shop)
    await shop.owner.execute(
        "ALTER TABLE promo_codes DROP CONSTRAINT ck_promo_codes_within_budget"
    )
    await shop.owner.execute("UPDATE promo_codes SET code = 'OLD', handle = 'old'")
    outcomes, used = await rush(shop)
    assert outcomes == {("ok", None, None): BUYERS}
    assert used == (BUYERS, BUYERS)


async def pay_all_late(shop: Shop) -> int:
    """One person pays, all at once, for orders that have lapsed, with a code that is for one."""
    standing = await shop.ticket_type(await shop.quota(99))
    code = await shop.code(per_person=1, budget=50)
    buyer = await shop.person()
    lapsed = []
    for _ in range(8):
        held = await shop.reserve(buyer, {standing: 1}, total=FIVE, code="code")
        await expired(shop, held["order_id"])
        lapsed.append(held["order_id"])

    async def pay(order) -> bool:
        async with shop.bot.acquire() as connection, connection.transaction():
            await act_as(connection, buyer)
            return await connection.fetchval("SELECT quota_take($1, true, 'public')", order)

    taken = await asyncio.gather(*(pay(order) for order in lapsed))
    assert await shop.used(code) == (sum(taken), sum(taken))
    return sum(taken)


async def test_one_person_has_a_code_as_often_as_one_may(shop: Shop):
    assert await pay_all_late(shop) == 1
    standing = await shop.ticket_type(await shop.quota(99))
    await shop.code(handle="two", per_person=2, budget=5)
    buyer = await shop.person()
    held = await shop.reserve(buyer, {standing: 1}, total=FIVE, code="two")
    assert held["outcome"] == "ok"
    more = await shop.reserve(buyer, {standing: 3}, total=3 * FIVE, code="two")
    assert (more["outcome"], more["reason"], more["left"]) == ("code_refused", "yours", 2)
    assert (await shop.reserve(buyer, {standing: 2}, total=2 * FIVE, code="two"))["attempt"] == 2


async def test_without_that_guard_one_person_has_it_more_often(shop: Shop):
    await lift(shop, _PERSON)
    assert await pay_all_late(shop) == 8


async def test_crossing_changes_of_codes_do_not_deadlock(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(999))
    codes = [await shop.code(handle=name, budget=30) for name in ("one", "two", "three")]
    buyers = await shop.people(12)

    async def visit(buyer, turn: int) -> None:
        for step in range(8):
            handle = ("one", "two", "three")[(turn * step + turn) % 3]
            held = await shop.reserve(
                buyer, {standing: 1 + step % 2}, total=FIVE * (1 + step % 2), code=handle
            )
            assert held["outcome"] in ("ok", "code_refused")
            if held["outcome"] == "ok" and step % 3 == 2:
                await expired(shop, held["order_id"])

    await asyncio.gather(*(visit(buyer, turn) for turn, buyer in enumerate(buyers)))
    for code in codes:
        counter, rows = await shop.used(code)
        assert counter == rows
    assert await shop.drift() == []


@pytest.mark.parametrize(
    "change",
    [
        "used = budget + 1",
        "used = -1",
        "percent = 101",
        "percent = NULL",
        "amount = 5",
        "effect = 'access', percent = NULL",
        "code = 'small'",
        "budget = 0",
    ],
)
async def test_no_code_is_what_cannot_be(shop: Shop, change: str):
    await shop.code(budget=3)
    with pytest.raises(asyncpg.CheckViolationError):
        await shop.owner.execute(f"UPDATE promo_codes SET {change}")
