"""`reserve`: what it takes, what it refuses and why, and that a refusal leaves nothing."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import asyncpg
import pytest

from storage.context import Context
from storage.ids import new_id
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch
from tests.storage.shop import PRICE, Shop, open_shop


@pytest.fixture
async def shop(database: Scratch):
    async with open_shop(database) as shop:
        yield shop


async def refused(shop: Shop, call) -> asyncpg.Record:
    """The answer, after making sure that the call left nothing behind."""
    before = await shop.rows()
    quotas = await shop.owner.fetch("SELECT id, held, sold FROM quotas ORDER BY id")
    answer = await call
    assert answer["outcome"] != "ok"
    assert await shop.rows() == before
    assert await shop.owner.fetch("SELECT id, held, sold FROM quotas ORDER BY id") == quotas
    return answer


async def test_a_basket_is_held_until_a_deadline_by_the_database_clock(shop: Shop):
    quota = await shop.quota(5)
    standing = await shop.ticket_type(quota)
    buyer = await shop.person()
    answer = await shop.reserve(buyer, {standing: 2})
    assert answer["outcome"] == "ok"
    assert (answer["status"], answer["attempt"]) == ("pending", 1)
    assert (answer["total"], answer["currency"]) == (Decimal(20), "EUR")
    now = await shop.owner.fetchval("SELECT now()")
    assert timedelta(minutes=9) < answer["expires_at"] - now <= timedelta(minutes=10)
    order = await shop.owner.fetchrow("SELECT * FROM orders")
    for column in ("number", "expires_at", "attempt", "currency"):
        assert order[column] == answer[column]
    line = await shop.owner.fetchrow("SELECT * FROM order_lines")
    assert (line["quantity"], line["unit_price"], line["event_id"]) == (2, PRICE, shop.event)
    assert await shop.counts(quota) == (2, 0)


async def test_a_ticket_takes_a_unit_of_every_pool_it_belongs_to(shop: Shop):
    house, front, back = await shop.quota(5, "event"), await shop.quota(3), await shop.quota(None)
    seat, standing = await shop.ticket_type(house, front), await shop.ticket_type(house, back)
    assert (await shop.reserve(await shop.person(), {seat: 2, standing: 1}))["outcome"] == "ok"
    assert [await shop.counts(pool) for pool in (house, front, back)] == [(3, 0), (2, 0), (1, 0)]
    answer = await refused(shop, shop.reserve(await shop.person(), {seat: 1, standing: 2}))
    assert (answer["outcome"], answer["reason"], answer["left"]) == ("sold_out", "held", 2)


async def test_what_its_house_looks_at_is_held_until_the_evening_begins(shop: Shop):
    quota = await shop.quota(5)
    standing = await shop.ticket_type(quota, needs_approval=True)
    free = await shop.ticket_type(await shop.quota(5))
    starts_at = await shop.owner.fetchval("SELECT start_date - now() FROM events")
    begun = starts_at + timedelta(minutes=1)
    both = {standing: 1, free: 1}
    for basket in ({standing: 1}, both):
        answer = await refused(shop, shop.reserve(await shop.person(), basket, offset=begun))
        assert (answer["outcome"], answer["reason"]) == ("sales_closed", "over")
    before = starts_at - timedelta(minutes=1)
    assert (await shop.reserve(await shop.person(), both, offset=before))["outcome"] == "ok"
    assert (await shop.reserve(await shop.person(), {free: 1}, offset=begun))["outcome"] == "ok"


async def test_the_same_update_again_shows_the_first_order(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(5))
    buyer = await shop.person()
    first = await shop.reserve(buyer, {standing: 1}, update=99)
    again = await refused(shop, shop.reserve(buyer, {standing: 3}, update=99))
    assert again["outcome"] == "already_done"
    assert {**again, "outcome": "ok"} == dict(first)


async def test_the_same_update_many_times_at_once_is_one_order(database: Scratch):
    async with open_shop(database, connections=20, patience="20s") as shop:
        quota = await shop.quota(50)
        standing = await shop.ticket_type(quota)
        buyer = await shop.person()
        answers = await asyncio.gather(
            *(shop.reserve(buyer, {standing: 1}, update=5) for _ in range(50))
        )
        assert sorted(answer["outcome"] for answer in answers) == ["already_done"] * 49 + ["ok"]
        assert len({answer["order_id"] for answer in answers}) == 1
        assert await shop.counts(quota) == (1, 0)


async def test_a_tap_that_arrives_as_two_updates_is_one_hold(shop: Shop):
    quota = await shop.quota(5)
    standing = await shop.ticket_type(quota)
    buyer = await shop.person()
    first, second = [await shop.reserve(buyer, {standing: 1}) for _ in range(2)]
    assert dict(first) == dict(second)
    assert await shop.counts(quota) == (1, 0)


async def test_a_new_choice_replaces_the_lines_and_takes_only_the_difference(shop: Shop):
    small, large = await shop.quota(2), await shop.quota(5)
    seat, standing = await shop.ticket_type(small), await shop.ticket_type(large)
    buyer = await shop.person()
    first = await shop.reserve(buyer, {seat: 2})
    assert await shop.status(seat) == "sold_out"
    second = await shop.reserve(buyer, {seat: 1, standing: 2})
    assert (second["order_id"], second["attempt"]) == (first["order_id"], 2)
    assert (await shop.counts(small), await shop.counts(large)) == ((1, 0), (2, 0))
    assert await shop.status(seat) == "active"
    assert await shop.drift() == []


async def test_what_somebody_holds_already_counts_as_left_for_them(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(3))
    buyer = await shop.person()
    await shop.reserve(buyer, {standing: 2})
    answer = await refused(shop, shop.reserve(buyer, {standing: 4}))
    assert (answer["outcome"], answer["left"]) == ("sold_out", 3)
    assert (await shop.reserve(buyer, {standing: 3}))["outcome"] == "ok"


async def test_an_order_whose_payment_is_under_way_is_not_replaced(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(3))
    buyer = await shop.person()
    first = await shop.reserve(buyer, {standing: 1})
    await shop.owner.execute("UPDATE orders SET precheckout_until = now() + interval '1 minute'")
    answer = await refused(shop, shop.reserve(buyer, {standing: 2}))
    assert (answer["outcome"], answer["order_id"]) == ("in_payment", first["order_id"])
    later = timedelta(minutes=2)
    assert (await shop.reserve(buyer, {standing: 2}, offset=later))["outcome"] == "ok"


@pytest.mark.parametrize(
    ("quota", "reason", "left"),
    [
        ({"size": 2, "sold": 2}, "gone", 0),
        ({"size": 0}, "gone", 0),
        ({"size": 4, "sold": 3}, "gone", 1),
        ({"size": 3, "sold": 1, "held": 1}, "held", 1),
        ({"size": 3, "held": 3}, "held", 0),
        ({"size": 9, "closed": True}, "ordered", 0),
        ({"size": 9, "waiting_claim": True}, "ordered", 0),
        ({"size": None, "closed": True}, "ordered", 0),
    ],
)
async def test_what_is_gone_ordered_or_held_is_told_apart(shop: Shop, quota, reason, left):
    standing = await shop.ticket_type(await shop.quota(**quota))
    answer = await refused(shop, shop.reserve(await shop.person(), {standing: 2}))
    assert (answer["outcome"], answer["reason"], answer["left"]) == ("sold_out", reason, left)
    assert answer["short_type"] == standing


async def test_a_type_in_no_pool_is_not_for_sale(shop: Shop):
    pooled = await shop.ticket_type(await shop.quota(3))
    lost = await shop.ticket_type()
    for basket in ({lost: 1}, {pooled: 1, lost: 1}):
        answer = await refused(shop, shop.reserve(await shop.person(), basket))
        assert (answer["outcome"], answer["reason"]) == ("sales_closed", "no_quota")


async def test_the_sale_has_a_beginning_and_an_end(shop: Shop):
    opens = datetime.now(UTC) + timedelta(days=1)
    quota = await shop.quota(9)
    standing = await shop.ticket_type(quota, sale_start=opens, sale_end=opens + timedelta(days=1))
    answer = await refused(shop, shop.reserve(await shop.person(), {standing: 1}))
    assert (answer["outcome"], answer["reason"], answer["opens_at"]) == (
        "sales_closed",
        "not_yet",
        opens,
    )
    late = timedelta(days=2, minutes=1)
    answer = await refused(shop, shop.reserve(await shop.person(), {standing: 1}, offset=late))
    assert (answer["outcome"], answer["reason"]) == ("sales_closed", "over")
    between = timedelta(days=1, minutes=1)
    assert (await shop.reserve(await shop.person(), {standing: 1}, offset=between))[
        "outcome"
    ] == "ok"


@pytest.mark.parametrize(
    ("change", "outcome", "reason"),
    [
        ("UPDATE events SET status = 'cancelled'", "sales_closed", "cancelled"),
        ("UPDATE events SET status = 'completed'", "sales_closed", "over"),
        ("UPDATE events SET status = 'draft'", "unknown", None),
        (
            "UPDATE events SET start_date = now() - interval '2 h', end_date = now()",
            "sales_closed",
            "over",
        ),
        ("UPDATE ticket_types SET status = 'inactive'", "sales_closed", "over"),
        ("UPDATE ticket_types SET price = 11", "price_changed", None),
    ],
)
async def test_what_changed_since_the_screen_is_refused(shop: Shop, change, outcome, reason):
    standing = await shop.ticket_type(await shop.quota(9))
    await shop.owner.execute(change)
    answer = await refused(shop, shop.reserve(await shop.person(), {standing: 1}))
    assert (answer["outcome"], answer["reason"]) == (outcome, reason)


async def test_a_changed_price_comes_with_the_new_total(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(9), price=Decimal("12.50"))
    answer = await refused(shop, shop.reserve(await shop.person(), {standing: 2}))
    assert (answer["outcome"], answer["total"]) == ("price_changed", Decimal("25.00"))


async def test_a_forged_basket_is_unknown(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(9))
    stranger = new_id()
    for basket in ({}, {stranger: 1}, {standing: 0}, {standing: -1}, {standing: 101}):
        answer = await refused(shop, shop.reserve(await shop.person(), basket))
        assert answer["outcome"] == "unknown", basket
    twice = "SELECT outcome FROM sec.reserve($1, 1, 1, $2, $3, $4, $5, '{1,1}', 20, '10 min')"
    buyer = await shop.person()
    signed = SIGNER.sign(Context("person", buyer), now=time.time())
    values = (signed, new_id(), buyer, shop.event, [standing, standing])
    shown = await shop.bot.fetchval(twice, *values)
    assert shown == "unknown"


async def test_nobody_gets_more_than_their_limit(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(50), max_per_person=3)
    other = await shop.ticket_type(await shop.quota(50))
    buyer = await shop.person()
    answer = await refused(shop, shop.reserve(buyer, {standing: 4}))
    assert (answer["outcome"], answer["limit"]) == ("limit_reached", 3)
    assert answer["short_type"] == standing
    assert (await shop.reserve(buyer, {standing: 2, other: 9}))["outcome"] == "ok"
    assert (await shop.reserve(buyer, {standing: 3}))["outcome"] == "ok"
    await shop.owner.execute("UPDATE orders SET status = 'completed', payment_status = 'paid'")
    await _issue_tickets(shop)
    answer = await refused(shop, shop.reserve(buyer, {standing: 1}))
    assert answer["outcome"] == "limit_reached"
    assert (await shop.reserve(await shop.person(), {standing: 3}))["outcome"] == "ok"


async def test_a_limit_set_during_the_sale_counts_what_was_bought_before(shop: Shop):
    standing = await shop.ticket_type(await shop.quota(50))
    buyer = await shop.person()
    await shop.reserve(buyer, {standing: 5})
    await shop.owner.execute("UPDATE orders SET status = 'completed'")
    await _issue_tickets(shop)
    await shop.owner.execute("UPDATE ticket_types SET max_per_person = 6")
    assert (await refused(shop, shop.reserve(buyer, {standing: 2})))["outcome"] == "limit_reached"
    assert (await shop.reserve(buyer, {standing: 1}))["outcome"] == "ok"
    assert await shop.owner.fetchval("SELECT taken FROM user_quota") == 6


async def _issue_tickets(shop: Shop) -> None:
    await shop.owner.execute(
        """
        INSERT INTO tickets (ticket_type_id, order_id, event_id, user_id, qr_code, short_code)
        SELECT l.ticket_type_id, o.id, o.event_id, o.user_id, md5(random()::text),
            left(md5(random()::text), 8)
        FROM orders o JOIN order_lines l ON l.order_id = o.id, generate_series(1, l.quantity)
        WHERE o.status = 'completed'
        """
    )
