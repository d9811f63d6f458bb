"""What binds somebody to the house, before they ask and while they think."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from domain import people
from domain.errors import Bound
from domain.forgetting import Tie
from storage.database import Database
from storage.ids import new_id
from tests.factories import MadeEvent, Owner, make_event, make_person
from tests.forgetting.acting import (
    COOL_OFF,
    MINUTE,
    asks,
    forgets,
    looks,
    thinks_better_of_it,
)
from tests.forgetting.lives import revenue

pytestmark = pytest.mark.timeout(120)


async def buys(owner: Owner, show: MadeEvent, person: UUID, **order: object) -> UUID:
    """An order for one place, and where it is paid its ticket; the order's id."""
    [type_id] = show.types.values()
    values = {"status": "completed", "payment_status": "paid"} | order
    made = await owner.insert(
        "orders", id=new_id(), user_id=person, event_id=show.id, number=new_id().hex[-8:],
        total_amount=Decimal(45), currency="EUR", **values,
    )  # fmt: skip
    await owner.insert(
        "order_lines", order_id=made["id"], ticket_type_id=type_id, event_id=show.id,
        quantity=1, unit_price=Decimal(45),
    )  # fmt: skip
    column = "sold" if values["status"] == "completed" else "held"
    await owner.connection.execute(f"UPDATE quotas SET {column} = {column} + 1")
    if values["status"] == "completed":
        await owner.insert(
            "tickets", id=new_id(), order_id=made["id"], event_id=show.id, user_id=person,
            ticket_type_id=type_id, qr_code=new_id().hex, short_code=new_id().hex[-8:],
        )  # fmt: skip
    return made["id"]


async def ticket(owner: Owner, person: UUID) -> None:
    await buys(owner, await make_event(owner), person)


async def show_to_walk_in(owner: Owner, person: UUID) -> None:
    show = await make_event(owner)
    model = await owner.insert("models", id=new_id(), user_id=person)
    await owner.insert("event_models", event_id=show.id, model_id=model["id"])


async def payment_under_way(owner: Owner, person: UUID) -> None:
    soon = await owner.value("SELECT now() + interval '5 minutes'")
    await buys(
        owner, await make_event(owner), person, status="pending", payment_status="pending",
        expires_at=soon, precheckout_until=soon,
    )  # fmt: skip


async def refund_on_its_way(owner: Owner, person: UUID) -> None:
    show = await make_event(owner, starts_in=timedelta(days=-2))
    order = await buys(owner, show, person, payment_status="refund_due")
    paid = await owner.insert(
        "payments", id=new_id(), order_id=order, event_id=show.id, amount=Decimal(45),
        currency="EUR", payment_method="provider", status="successful",
    )  # fmt: skip
    await owner.insert(
        "refunds", id=new_id(), payment_id=paid["id"], order_id=order, event_id=show.id,
        amount=Decimal(45), currency="EUR", source="admin", reason="late", cause=paid["id"],
    )  # fmt: skip


async def event_to_come(owner: Owner, person: UUID) -> None:
    await make_event(owner, organizer=person)


async def last_administrator(owner: Owner, person: UUID) -> None:
    await owner.insert("administrators", user_id=person)


TIES = {
    Tie.TICKETS: ticket,
    Tie.SHOWS: show_to_walk_in,
    Tie.PAYMENT: payment_under_way,
    Tie.REFUND: refund_on_its_way,
    Tie.EVENTS: event_to_come,
    Tie.LAST: last_administrator,
}


@pytest.mark.parametrize("tie", TIES)
async def test_what_binds_somebody_is_named_and_must_be_settled(
    bot: Database, owner: Owner, tie: Tie
) -> None:
    person = await make_person(owner)
    await TIES[tie](owner, person)
    assert [each.tie for each in (await looks(bot, person)).obstacles] == [tie]
    with pytest.raises(Bound):
        await asks(bot, person)
    if tie.can_be_given_up:
        await asks(bot, person, gives_up=True)
        assert (await looks(bot, person)).obstacles == []
    else:
        with pytest.raises(Bound):
            await asks(bot, person, gives_up=True)


async def test_a_house_that_owes_money_settles_it_first(bot: Database, owner: Owner) -> None:
    guest = await make_person(owner)
    await refund_on_its_way(owner, guest)
    house = await owner.value("SELECT organizer_id FROM events")
    assert [each.tie for each in (await looks(bot, house)).obstacles] == [Tie.MONEY]


async def test_an_administrator_among_others_may_go(bot: Database, owner: Owner) -> None:
    person, other = await make_person(owner), await make_person(owner)
    for each in (person, other):
        await last_administrator(owner, each)
    await asks(bot, person)


@pytest.mark.parametrize("held", ["pending", "awaiting_approval"])
async def test_given_up_tickets_free_their_places_and_leave_every_sum_as_it_is(
    bot: Database, jobs: Database, owner: Owner, held: str
) -> None:
    person = await make_person(owner)
    show = await make_event(owner, starts_in=timedelta(days=3))
    for _ in range(2):
        await buys(owner, show, person)
    await buys(
        owner, show, person, status=held, payment_status="pending",
        expires_at=await owner.value("SELECT now() + interval '30 hours'"),
    )  # fmt: skip
    before = await revenue(owner.connection)
    await asks(bot, person, gives_up=True)
    there = "SELECT DISTINCT status FROM tickets"
    assert await owner.value(there) == "valid", "until it happens"
    await forgets(jobs)
    assert await owner.value(there) == "cancelled"
    assert await owner.fetch("SELECT held, sold FROM quotas") == [{"held": 0, "sold": 0}]
    paid = [row for row in await revenue(owner.connection) if row[2] == "completed"]
    assert paid == [row for row in before if row[2] == "completed"]


async def test_what_comes_in_between_keeps_the_request_open_and_is_told_once(
    bot: Database, jobs: Database, owner: Owner
) -> None:
    person = await make_person(owner)
    await asks(bot, person)
    await asks(bot, person)  # a second time is the first
    assert await owner.value("SELECT count(*) FROM erasures") == 1
    show = await make_event(owner, starts_in=timedelta(days=3))
    await buys(owner, show, person)
    await forgets(jobs)
    [request] = await owner.fetch("SELECT * FROM erasures")
    assert (request["blocked"], request["forgotten_at"]) == (["tickets"], None)
    told = "SELECT count(*) FROM notifications WHERE template = 'erase-blocked'"
    assert await owner.value(told) == 1
    await owner.connection.execute("UPDATE tickets SET status = 'used'")
    await forgets(jobs)
    assert await owner.value("SELECT finished_at IS NOT NULL FROM erasures")
    assert await owner.value("SELECT state FROM data_requests") == "done"


async def test_who_thinks_better_of_it_stays(bot: Database, jobs: Database, owner: Owner) -> None:
    person = await make_person(owner)
    await asks(bot, person)
    assert await thinks_better_of_it(bot, person)
    assert not await thinks_better_of_it(bot, person)
    await forgets(jobs)
    assert await owner.value("SELECT status FROM users") == "active"
    assert await owner.value("SELECT state FROM data_requests") == "withdrawn"
    await asks(bot, person)  # and may ask again
    assert await owner.value("SELECT count(*) FROM erasures") == 2


async def test_who_was_forgotten_comes_back_as_somebody_new(
    bot: Database, jobs: Database, owner: Owner
) -> None:
    who = {"bot_id": 1, "telegram_id": 7_000_001, "chat_id": 7_000_001, "language": "en"}
    before = await people.enter(bot, name="Nora", **who)
    await asks(bot, before.id)
    await forgets(jobs, after=COOL_OFF - MINUTE)  # its second look is after the cool-off
    assert await owner.value("SELECT forgotten_at FROM erasures") is not None
    assert await owner.value("SELECT chat_id FROM notifications") == who["chat_id"]
    assert not await thinks_better_of_it(bot, before.id)
    await forgets(jobs)
    assert await owner.value("SELECT count(*) FROM notifications") == 0
    again = await people.enter(bot, name="Nora", **who)
    assert again.is_new
    assert again.id != before.id
    assert (await looks(bot, again.id)).request is None
