"""Those who make events, at the same moment as each other and as those who buy."""

import asyncio
from datetime import timedelta
from uuid import UUID

from domain import clashes, making, productions, ticket_types
from domain.baskets import Basket
from domain.clashes import Field
from domain.errors import ChangedSince, DomainError, HasSales, MoreThanSeats, SoldOut, VenueBooked
from domain.venues import VenueName
from domain.versions import Kind
from storage.database import Database
from storage.errors import Unavailable
from tests.domain.houses import House, make_house
from tests.factories import MadeEvent, Owner, counters_agree
from tests.races.test_rush import crowd, rush

HOUSES = 12
BUYERS = 120


async def rivals(db: Database, owner: Owner) -> list[tuple[House, UUID]]:
    """Houses, each with a draft that wants the same venue on the same evening."""
    first = await make_house(db, owner, "House 0")
    starts_at = await first.now() + timedelta(days=7)
    made = [(first, await first.event(starts_at=starts_at))]
    venue = (await owner.fetch("SELECT * FROM venues"))[0]
    place = VenueName(
        venue["id"], venue["name"], venue["city"], "Italy", venue["capacity"], "Europe/Rome"
    )
    for number in range(1, HOUSES):
        house = await make_house(db, owner, f"House {number}")
        made.append((house, await house.event(venue=place, starts_at=starts_at)))
    for house, event_id in made:
        await house.type(event_id)
    return made


async def all_publish(made: list[tuple[House, UUID]]) -> list[DomainError | None]:
    """What came of every tap on "Publish", all at once."""

    async def publish(house: House, event_id: UUID) -> DomainError | None:
        try:
            await house.does(making.publish, event_id=event_id)
        except DomainError as refusal:
            return refusal
        return None

    return await asyncio.gather(*(publish(*each) for each in made))


async def test_one_of_twelve_gets_the_venue_and_the_others_learn_who(
    db: Database, owner: Owner
) -> None:
    made = await rivals(db, owner)
    answers = await all_publish(made)
    refused = [answer for answer in answers if answer is not None]
    assert len(refused) == HOUSES - 1
    assert {type(answer) for answer in refused} == {VenueBooked}
    assert await owner.value("SELECT count(*) FROM events WHERE status = 'published'") == 1


async def test_without_the_constraint_all_of_them_would_have_it(
    db: Database, owner: Owner
) -> None:
    """The negative control: it is the database that refuses."""
    made = await rivals(db, owner)
    await owner.fetch("ALTER TABLE events DROP CONSTRAINT ex_events_venue_once")
    assert await all_publish(made) == [None] * HOUSES


async def on_sale(db: Database, owner: Owner) -> tuple[House, MadeEvent]:
    """An event of 100 seats with one type of as many."""
    house = await make_house(db, owner)
    event_id = await house.event(seats=100)
    type_id = await house.type(event_id, quantity=100)
    await house.does(making.publish, event_id=event_id)
    return house, MadeEvent(event_id, "Velvet Hour", house.id, {"Standing": type_id}, {})


async def test_seats_go_up_and_down_while_people_buy_and_the_counts_agree(
    db: Database, owner: Owner
) -> None:
    house, show = await on_sale(db, owner)
    type_id = show.types["Standing"]

    async def resize() -> None:
        for seats in (40, 90, 10, 70, 30, 60):
            for act, values in (
                (making.set_seats, {"event_id": show.id, "seats": seats}),
                (ticket_types.set_quantity, {"type_id": type_id, "quantity": min(seats, 10)}),
                (ticket_types.set_quantity, {"type_id": type_id, "quantity": seats}),
            ):
                await patiently(house, act, values)

    buyers = await crowd(owner, BUYERS)
    came, _, _ = await asyncio.gather(
        rush(db, show, buyers, Basket((1,)), 4500), resize(), resize()
    )
    assert set(came.refusals) <= {SoldOut.__name__}
    assert await counters_agree(owner)
    event = await house.looks(productions.get, event_id=show.id)
    assert event.held == len(came.orders)
    assert event.held <= 100
    left = await rush(db, show, await crowd(owner, BUYERS), Basket((1,)), 4500)
    event = await house.looks(productions.get, event_id=show.id)
    assert event.seats == 60
    assert event.held == max(60, len(came.orders))
    assert len(left.orders) == max(60 - len(came.orders), 0)
    assert await counters_agree(owner)


async def patiently(house: House, act, values: dict) -> None:
    """As the bot does it: who finds the database busy is tried again."""
    for _ in range(10):
        try:
            await house.does(act, **values)
        except Unavailable:
            continue
        except MoreThanSeats:
            return  # the other one has just made the room smaller
        return
    raise AssertionError("busy ten times")


async def test_a_type_that_is_taken_away_while_somebody_buys_is_gone_or_sold_never_both(
    db: Database, owner: Owner
) -> None:
    for _ in range(5):
        house, show = await on_sale(db, owner)
        type_id = show.types["Standing"]

        async def remove(house: House = house, type_id: UUID = type_id) -> bool:
            try:
                await house.does(ticket_types.remove, type_id=type_id)
            except HasSales:
                return False
            return True

        came, removed = await asyncio.gather(
            rush(db, show, await crowd(owner, 3), Basket((1,)), 4500), remove()
        )
        assert removed == (not came.orders)
    assert await counters_agree(owner)


async def both_rename(house: House, event_id: UUID, *, look: bool) -> list[DomainError | None]:
    """Two who began with the same title save another one at the same moment, many times."""
    manager = await house.manager(event_id)
    came = []
    for round in range(10):
        async with house.db.read(house.context) as tx:
            since = await clashes.newest(tx.session, kind=Kind.EVENT, thing=event_id)

        async def rename(maker: House, title: str, since: int = since) -> DomainError | None:
            async with maker.db.begin(maker.context) as tx:
                try:
                    if look:
                        await clashes.require_seen(
                            tx.session,
                            kind=Kind.EVENT,
                            thing=event_id,
                            event_id=event_id,
                            by=maker.id,
                            since=since,
                            field=Field("title"),
                        )
                    await making.rename(
                        tx.session, event_id=event_id, by=maker.id, title=title, now=tx.now
                    )
                except DomainError as refusal:
                    return refusal
            return None

        came += await asyncio.gather(
            rename(house, f"Morning {round}"), rename(manager, f"Night {round}")
        )
    return came


async def test_of_two_who_save_the_same_field_one_is_told(db: Database, owner: Owner) -> None:
    house = await make_house(db, owner)
    event_id = await house.event()
    came = await both_rename(house, event_id, look=True)
    assert [type(each) for each in came if each is not None] == [ChangedSince] * 10
    numbers = await owner.fetch(
        "SELECT version FROM version_control WHERE entity_id = $1 ORDER BY version", event_id
    )
    assert [row["version"] for row in numbers] == list(range(1, 12))


async def test_without_the_question_the_first_one_is_lost(db: Database, owner: Owner) -> None:
    """The negative control: the event's lock alone lets both save."""
    house = await make_house(db, owner)
    assert await both_rename(house, await house.event(), look=False) == [None] * 20
