"""Many buyers at the same moment: exactly as many orders as places, in every interleaving."""

import asyncio
import random
from collections import Counter

import asyncpg
import pytest

from tests.storage.database_fixtures import Scratch
from tests.storage.shop import Shop, open_shop

BUYERS, PLACES, CONNECTIONS = 200, 50, 40
UNGUARDED = """
    CREATE OR REPLACE FUNCTION quota_shift(
        p_types uuid[], p_held integer[], p_sold integer[], p_rule text
    ) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE public.quotas q SET held = q.held + 1
        FROM public.quota_ticket_types k
        WHERE k.quota_id = q.id AND k.ticket_type_id = ANY (p_types);
    END $$
"""


async def rush(shop: Shop, standing) -> Counter:
    """Everybody wants one at once; returns how many got which answer."""
    buyers = await shop.people(BUYERS)
    answers = await asyncio.gather(*(shop.reserve(buyer, {standing: 1}) for buyer in buyers))
    return Counter(answer["outcome"] for answer in answers)


@pytest.mark.parametrize("pools", [1, 2])
async def test_200_buyers_on_50_places(database: Scratch, pools: int):
    async with open_shop(database, connections=CONNECTIONS, patience="60s") as shop:
        quotas = [await shop.quota(PLACES, "event"), await shop.quota(PLACES + 9)][:pools]
        standing = await shop.ticket_type(*quotas)
        assert await rush(shop, standing) == {"ok": PLACES, "sold_out": BUYERS - PLACES}
        assert [await shop.counts(quota) for quota in quotas] == [(PLACES, 0)] * pools
        assert await shop.rows() == {
            "orders": PLACES,
            "order_lines": PLACES,
            "processed_updates": PLACES,
            "user_quota": 0,
        }
        assert await shop.status(standing) == "sold_out"
        assert await shop.drift() == []


@pytest.mark.parametrize("pools", [1, 2])
async def test_without_its_guard_the_same_rush_oversells(database: Scratch, pools: int):
    """The negative control: the test above fails when the guard is off."""
    async with open_shop(database, connections=CONNECTIONS, patience="60s") as shop:
        await shop.owner.execute(UNGUARDED)
        await shop.owner.execute("ALTER TABLE quotas DROP CONSTRAINT ck_quotas_not_oversold")
        quotas = [await shop.quota(PLACES, "event"), await shop.quota(PLACES + 9)][:pools]
        standing = await shop.ticket_type(*quotas)
        assert await rush(shop, standing) == {"ok": BUYERS}
        assert [await shop.counts(quota) for quota in quotas] == [(BUYERS, 0)] * pools


async def test_without_its_guard_the_check_still_holds(database: Scratch):
    async with open_shop(database, connections=8, patience="60s") as shop:
        await shop.owner.execute(UNGUARDED)
        quota = await shop.quota(3)
        standing = await shop.ticket_type(quota)
        buyers = await shop.people(20)
        answers = await asyncio.gather(
            *(shop.reserve(buyer, {standing: 1}) for buyer in buyers), return_exceptions=True
        )
        stopped = [each for each in answers if isinstance(each, asyncpg.CheckViolationError)]
        assert len(stopped) == 17
        assert await shop.counts(quota) == (3, 0)


async def test_crossing_baskets_do_not_deadlock(database: Scratch):
    """Three types over four pools, in every order, with changes of mind and returns between."""
    async with open_shop(database, connections=24, patience="60s") as shop:
        house, a, b, c = [await shop.quota(40, name=str(n)) for n in range(4)]
        types = [
            await shop.ticket_type(house, a, b),
            await shop.ticket_type(b, house, c),
            await shop.ticket_type(c, a),
        ]
        dice = random.Random(7)
        buyers = await shop.people(24)
        outcomes: Counter = Counter()

        async def visit(buyer) -> None:
            for _ in range(12):
                wanted = dice.sample(types, dice.randint(1, 3))
                answer = await shop.reserve(buyer, {each: dice.randint(1, 3) for each in wanted})
                outcomes[answer["outcome"]] += 1
                if answer["outcome"] == "ok" and dice.random() < 0.4:
                    await _finish(shop, answer["order_id"], sold=dice.random() < 0.3)

        await asyncio.gather(*(visit(buyer) for buyer in buyers))
        assert await shop.drift() == []
        assert outcomes["ok"] > 24
        assert outcomes.keys() <= {"ok", "sold_out"}


async def test_expiry_of_many_orders_does_not_block_buyers(database: Scratch):
    async with open_shop(database, connections=24, patience="60s") as shop:
        house, front = await shop.quota(30, "event"), await shop.quota(20)
        seat, standing = await shop.ticket_type(front, house), await shop.ticket_type(house)
        first = await shop.people(30)
        held = await asyncio.gather(*(shop.reserve(buyer, {standing: 1}) for buyer in first))
        orders = [answer["order_id"] for answer in held]
        others = await shop.people(60)

        async def expire(batch) -> None:
            async with shop.worker.acquire() as connection, connection.transaction():
                await connection.fetch(
                    "SELECT FROM orders WHERE id = ANY ($1) ORDER BY id FOR UPDATE", batch
                )
                await connection.fetch("SELECT quota_return($1)", batch)
                await connection.execute(
                    "UPDATE orders SET status = 'expired' WHERE id = ANY ($1)", batch
                )

        await asyncio.gather(
            *(expire(orders[start::3]) for start in range(3)),
            *(shop.reserve(buyer, {seat: 1, standing: 1}) for buyer in others),
        )
        assert await shop.drift() == []
        taken, _ = await shop.counts(house)
        assert taken <= 30


async def test_one_buyer_with_many_different_taps_has_one_order(database: Scratch):
    async with open_shop(database, connections=16, patience="60s") as shop:
        quota = await shop.quota(40)
        standing = await shop.ticket_type(quota, max_per_person=5)
        buyer = await shop.person()
        answers = await asyncio.gather(
            *(shop.reserve(buyer, {standing: 1 + n % 6}) for n in range(60))
        )
        assert len({answer["order_id"] for answer in answers if answer["outcome"] == "ok"}) == 1
        assert {answer["outcome"] for answer in answers} == {"ok", "limit_reached"}
        assert await shop.drift() == []
        row = await shop.owner.fetchrow("SELECT taken, max FROM user_quota")
        assert (row["taken"], row["max"]) == ((await shop.counts(quota))[0], 5)


async def _finish(shop: Shop, order, *, sold: bool) -> None:
    """Pay or let go, as the domain does it: the order's row first."""
    async with shop.worker.acquire() as connection, connection.transaction():
        pending = await connection.fetchval(
            "SELECT status = 'pending' FROM orders WHERE id = $1 FOR UPDATE", order
        )
        if pending and sold:
            await connection.fetch("SELECT quota_sell($1)", order)
            await connection.execute("UPDATE orders SET status = 'completed' WHERE id = $1", order)
        elif pending:
            await connection.fetch("SELECT quota_return($1)", [order])
            await connection.execute("UPDATE orders SET status = 'cancelled' WHERE id = $1", order)
