"""The steps of an order's life move units between free, held and sold, and mark what is full."""

from uuid import UUID

import asyncpg
import pytest

from storage.ids import new_id
from tests.signing import act_as
from tests.storage.database_fixtures import Scratch
from tests.storage.shop import Shop, open_shop


@pytest.fixture
async def shop(database: Scratch):
    async with open_shop(database) as shop:
        yield shop


async def _resize(shop: Shop, by: UUID, quota: UUID, size: int | None) -> None:
    async with shop.bot.acquire() as bot, bot.transaction():
        await act_as(bot, by)
        await bot.execute("SELECT quota_resize($1, $2)", quota, size)


async def test_held_sold_and_back_again(shop: Shop):
    house, front = await shop.quota(3, "event"), await shop.quota(2)
    seat, standing = await shop.ticket_type(house, front), await shop.ticket_type(house)
    buyer = await shop.person()
    order = (await shop.reserve(buyer, {seat: 2, standing: 1}))["order_id"]
    assert [await shop.status(each) for each in (seat, standing)] == ["sold_out", "sold_out"]
    await shop.worker.execute("SELECT quota_sell($1)", order)
    assert (await shop.counts(house), await shop.counts(front)) == ((0, 3), (0, 2))
    await shop.worker.execute("SELECT quota_unsell($1, $2, $3)", buyer, [standing], [1])
    assert [await shop.status(each) for each in (seat, standing)] == ["sold_out", "active"]
    await shop.worker.execute("SELECT quota_unsell($1, $2, $3)", buyer, [seat], [1])
    assert (await shop.counts(house), await shop.counts(front)) == ((0, 1), (0, 1))
    assert [await shop.status(each) for each in (seat, standing)] == ["active", "active"]


async def test_holds_of_several_orders_return_together(shop: Shop):
    quota = await shop.quota(6)
    standing = await shop.ticket_type(quota, max_per_person=3)
    orders = [
        (await shop.reserve(await shop.person(), {standing: amount}))["order_id"]
        for amount in (1, 2, 3)
    ]
    assert await shop.status(standing) == "sold_out"
    await shop.worker.execute("SELECT quota_return($1)", orders)
    assert await shop.counts(quota) == (0, 0)
    assert await shop.status(standing) == "active"
    assert await shop.owner.fetchval("SELECT sum(taken) FROM user_quota") == 0


async def test_a_return_for_the_second_time_is_stopped_by_the_check(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(6))
    order = (await shop.reserve(await shop.person(), {standing: 1}))["order_id"]
    await shop.worker.execute("SELECT quota_return($1)", [order])
    with pytest.raises(asyncpg.CheckViolationError):
        await shop.worker.execute("SELECT quota_return($1)", [order])


@pytest.mark.parametrize("sold", [False, True])
async def test_a_late_payment_takes_again_only_what_is_left(shop: Shop, sold: bool):
    quota = await shop.quota(2)
    standing = await shop.ticket_type(quota)
    late = (await shop.reserve(await shop.person(), {standing: 2}))["order_id"]
    await shop.worker.execute("SELECT quota_return($1)", [late])
    await shop.owner.execute("UPDATE orders SET status = 'expired'")
    quick = (await shop.reserve(await shop.person(), {standing: 1}))["order_id"]
    take = "SELECT quota_take($1, $2, $3)"
    assert await shop.worker.fetchval(take, late, sold, "public") is False
    assert await shop.counts(quota) == (1, 0)
    await shop.worker.execute("SELECT quota_return($1)", [quick])
    assert await shop.worker.fetchval(take, late, sold, "public") is True
    assert await shop.counts(quota) == ((0, 2) if sold else (2, 0))
    assert await shop.status(standing) == "sold_out"


async def test_waiting_people_come_first_unless_the_offer_is_theirs(shop: Shop):
    quota = await shop.quota(2)
    standing = await shop.ticket_type(quota)
    order = (await shop.reserve(await shop.person(), {standing: 1}))["order_id"]
    await shop.worker.execute("SELECT quota_return($1)", [order])
    await shop.owner.execute("UPDATE quotas SET waiting_claim = true")
    take = "SELECT quota_take($1, false, $2)"
    assert await shop.worker.fetchval(take, order, "public") is False
    assert await shop.worker.fetchval(take, order, "granted") is True


async def test_a_forced_sale_shows_oversold_and_sells_nothing_more(shop: Shop):
    quota = await shop.quota(1)
    standing = await shop.ticket_type(quota)
    late = (await shop.reserve(await shop.person(), {standing: 1}))["order_id"]
    await shop.worker.execute("SELECT quota_return($1)", [late])
    await shop.owner.execute("UPDATE orders SET status = 'expired'")
    first = (await shop.reserve(await shop.person(), {standing: 1}))["order_id"]
    await shop.worker.execute("SELECT quota_sell($1)", first)
    assert await shop.worker.fetchval("SELECT quota_take($1, true, 'forced')", late) is True
    assert await shop.counts(quota) == (0, 2)
    assert await shop.owner.fetchval("SELECT size_floor FROM quotas") == 2
    answer = await shop.reserve(await shop.person(), {standing: 1})
    assert (answer["outcome"], answer["reason"], answer["left"]) == ("sold_out", "gone", 0)


async def test_a_size_may_fall_below_what_is_taken_and_rise_again(shop: Shop):
    quota = await shop.quota(5)
    standing = await shop.ticket_type(quota)
    buyer = await shop.person()
    order = (await shop.reserve(buyer, {standing: 4}))["order_id"]
    await shop.worker.execute("SELECT quota_sell($1)", order)
    house = await shop.owner.fetchval("SELECT organizer_id FROM events WHERE id = $1", shop.event)
    await _resize(shop, house, quota, 2)
    assert await shop.status(standing) == "sold_out"
    assert (await shop.reserve(await shop.person(), {standing: 1}))["outcome"] == "sold_out"
    await shop.worker.execute("SELECT quota_unsell($1, $2, $3)", buyer, [standing], [1])
    assert await shop.counts(quota) == (0, 3)
    await _resize(shop, house, quota, None)
    assert await shop.status(standing) == "active"
    assert (await shop.reserve(await shop.person(), {standing: 9}))["outcome"] == "ok"


async def test_only_who_makes_the_event_resizes_its_pools(shop: Shop):
    quota = await shop.quota(5)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await _resize(shop, await shop.person(), quota, 2)


async def test_nobody_writes_the_counters_past_the_check(shop: Shop):
    quota = await shop.quota(2)
    for change in ("held = 3", "sold = 3", "held = -1", "held = 1, sold = 2"):
        with pytest.raises(asyncpg.CheckViolationError):
            await shop.owner.execute(f"UPDATE quotas SET {change} WHERE id = $1", quota)


async def test_an_inactive_type_stays_inactive_when_its_pool_has_room_again(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(1))
    order = (await shop.reserve(await shop.person(), {standing: 1}))["order_id"]
    await shop.owner.execute("UPDATE ticket_types SET status = 'inactive'")
    await shop.worker.execute("SELECT quota_return($1)", [order])
    assert await shop.status(standing) == "inactive"


async def test_a_charge_and_a_pending_order_are_there_once(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(9))
    buyer = await shop.person()
    order = (await shop.reserve(buyer, {standing: 1}))["order_id"]
    pay = (
        "INSERT INTO payments (order_id, event_id, amount, currency, payment_method,"
        " transaction_id) VALUES ($1, $2, 10, 'EUR', 'provider', 'charge-1')"
    )
    await shop.owner.execute(pay, order, shop.event)
    with pytest.raises(asyncpg.UniqueViolationError):
        await shop.owner.execute(pay, order, shop.event)
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await shop.owner.execute(pay.replace("charge-1", "charge-2"), order, new_id())
    with pytest.raises(asyncpg.UniqueViolationError):
        await shop.owner.execute(
            "INSERT INTO orders (user_id, event_id, total_amount, currency, number, expires_at)"
            " VALUES ($1, $2, 0, 'EUR', 'other', now())",
            *(buyer, shop.event),
        )
