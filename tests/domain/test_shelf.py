"""What a house sells at its events: each type from its own pool and from the seats of the room."""

import pytest

from domain import making, ticket_types
from domain.errors import (
    EndsBeforeStart,
    HasSales,
    MoreThanSeats,
    NameTaken,
    NotAvailable,
)
from tests.domain.houses import HOUR, House, row, sells
from tests.factories import Owner, counters_agree


async def test_a_ticket_type_draws_from_its_own_pool_and_from_the_seats(
    house: House, owner: Owner
) -> None:
    event_id = await house.event(seats=100)
    whole = await house.type(event_id, name="Anywhere", quantity=None)
    with pytest.raises(MoreThanSeats) as refused:
        await house.type(event_id, name="Too many", quantity=101)
    assert refused.value.seats == 100
    with pytest.raises(NameTaken):
        await house.type(event_id, name="anywhere")
    pools = await owner.fetch(
        "SELECT q.kind, q.size FROM quota_ticket_types m JOIN quotas q ON q.id = m.quota_id"
        " WHERE m.ticket_type_id = $1 ORDER BY q.kind",
        whole,
    )
    assert [(pool["kind"], pool["size"]) for pool in pools] == [
        ("event", 100),
        ("ticket_type", 100),
    ]


async def test_lower_than_sold_sells_no_more_and_loses_nothing(house: House, owner: Owner) -> None:
    event_id = await house.published()
    type_id = await owner.value("SELECT id FROM ticket_types")
    await sells(owner, event_id, type_id, 10)
    await house.does(ticket_types.set_quantity, type_id=type_id, quantity=5)
    kind = await house.looks(ticket_types.get, type_id=type_id)
    assert (kind.sold, kind.size, kind.left) == (10, 5, -5)
    assert await owner.value("SELECT status FROM ticket_types") == "sold_out"
    await house.does(ticket_types.set_quantity, type_id=type_id, quantity=12)
    assert await owner.value("SELECT status FROM ticket_types") == "active"
    await house.does(making.set_seats, event_id=event_id, seats=10)
    assert await owner.value("SELECT status FROM ticket_types") == "sold_out"
    assert await counters_agree(owner)


async def test_a_type_with_sales_is_closed_and_not_taken_away(house: House, owner: Owner) -> None:
    event_id = await house.published()
    type_id = await owner.value("SELECT id FROM ticket_types")
    await sells(owner, event_id, type_id, 1)
    with pytest.raises(HasSales):
        await house.does(ticket_types.remove, type_id=type_id)
    await house.does(ticket_types.close, type_id=type_id, closed=True)
    assert (await house.looks(ticket_types.get, type_id=type_id)).closed
    await house.does(ticket_types.close, type_id=type_id, closed=False)
    assert not (await house.looks(ticket_types.get, type_id=type_id)).closed


async def test_a_place_on_the_shelf_is_used_again_only_before_anybody_saw_it(
    house: House, owner: Owner
) -> None:
    event_id = await house.event()
    await house.type(event_id, name="First")
    second = await house.type(event_id, name="Second")
    await house.does(ticket_types.remove, type_id=second)
    again = await house.type(event_id, name="Third")
    places = "SELECT position FROM ticket_types WHERE id = $1"
    assert await owner.value(places, again) == 1
    assert await owner.value("SELECT count(*) FROM quotas") == 3
    await house.does(making.publish, event_id=event_id)
    await house.does(ticket_types.remove, type_id=again)
    assert await owner.value(places, await house.type(event_id, name="Fourth")) == 2
    with pytest.raises(NotAvailable):
        await house.looks(ticket_types.get, type_id=again)


async def test_a_sale_ends_after_it_begins_and_not_after_the_event(
    house: House, owner: Owner
) -> None:
    event_id = await house.event()
    type_id = await house.type(event_id)
    event = await row(owner, event_id)
    window = {"type_id": type_id, "starts_at": event["start_date"] - HOUR}
    with pytest.raises(EndsBeforeStart):
        await house.does(ticket_types.set_window, ends_at=event["start_date"] - 2 * HOUR, **window)
    late = event["end_date"] + HOUR
    await house.does(ticket_types.set_window, ends_at=late, **window)
    kind = await house.looks(ticket_types.get, type_id=type_id)
    assert kind.sale_end == event["end_date"]
