"""Bringing back what was: as the newest version, by the rules of every change."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest

from domain import making, restoring, schedules, ticket_types, versions
from domain.errors import (
    AsItWas,
    ChangedSince,
    CurrencyFixed,
    DomainError,
    EventHasBegun,
    FewerThanTaken,
    InThePast,
    MoreThanTheVenueHolds,
    NameTaken,
    NotAvailable,
    ReasonNeeded,
    VenueBooked,
    WasAnotherState,
)
from domain.schedules import EntryKind
from domain.venues import VenueName
from domain.versions import Kind
from storage.database import Database
from storage.enums import EventType
from tests.domain.houses import HOUR, LONDON, House, make_house, sells
from tests.factories import Owner, counters_agree

DAY = timedelta(days=1)


async def history(owner: Owner, kind: Kind, id: UUID) -> list[Mapping[str, Any]]:
    """Every version of something, the first first."""
    return [
        {**row, "data": orjson.loads(row["data"])}
        for row in await owner.fetch(
            "SELECT id, version, data, created_by, comment FROM version_control"
            " WHERE entity_type = $1 AND entity_id = $2 ORDER BY version",
            kind.value,
            id,
        )
    ]


async def restores(
    house: House, owner: Owner, kind: Kind, id: UUID, number: int, reason: str | None = None
) -> None:
    """Version `number` comes back, and what was before it stays as it was."""
    before = await history(owner, kind, id)
    await house.does(
        restoring.restore,
        version_id=before[number - 1]["id"],
        seen=len(before),
        reason=reason,
    )
    after = await history(owner, kind, id)
    assert after[:-1] == before
    assert after[-1]["version"] == len(before) + 1
    assert after[-1]["data"] == before[number - 1]["data"]
    assert (after[-1]["created_by"], after[-1]["comment"]) == (house.id, reason)


async def refused(
    house: House, owner: Owner, kind: Kind, id: UUID, number: int, reason: str | None = None
) -> DomainError:
    """What stands in the way of version `number`; nothing was changed."""
    before = await history(owner, kind, id)
    with pytest.raises(DomainError) as refusal:
        await house.does(
            restoring.restore,
            version_id=before[number - 1]["id"],
            seen=len(before),
            reason=reason,
        )
    assert await history(owner, kind, id) == before
    return refusal.value


async def test_a_draft_becomes_what_it_was(house: House, owner: Owner) -> None:
    event_id = await house.event()
    at = await house.now() + 10 * DAY
    await house.does(making.rename, event_id=event_id, title="Velvet Night")
    await house.does(making.describe, event_id=event_id, locale="en", text="Silk and music.")
    await house.does(making.describe, event_id=event_id, locale="fr", text="Soie et musique.")
    await house.does(making.set_kind, event_id=event_id, kind=EventType.WORKSHOP)
    await house.does(making.set_poster, event_id=event_id, poster="AgACfile")
    await house.does(making.set_seats, event_id=event_id, seats=40)
    await house.does(making.move, event_id=event_id, starts_at=at, reason=None)
    await house.does(making.relocate, event_id=event_id, venue=LONDON, reason=None)
    for number in (1, 4, 8):
        await restores(house, owner, Kind.EVENT, event_id, number)
    size = await owner.value("SELECT size FROM quotas WHERE event_id = $1", event_id)
    assert size == 40
    assert isinstance(await refused(house, owner, Kind.EVENT, event_id, 8), AsItWas)
    assert await counters_agree(owner)


async def test_guests_are_owed_a_reason_for_what_comes_back_too(
    house: House, owner: Owner
) -> None:
    event_id = await house.published()
    await house.does(making.rename, event_id=event_id, title="Velvet Night")
    assert isinstance(await refused(house, owner, Kind.EVENT, event_id, 2), ReasonNeeded)
    await restores(house, owner, Kind.EVENT, event_id, 2, "The old name is on the posters")
    assert isinstance(
        await refused(house, owner, Kind.EVENT, event_id, 1, "Why not"), WasAnotherState
    )


async def test_a_start_that_comes_back_takes_the_schedule_along(
    house: House, owner: Owner
) -> None:
    event_id = await house.event()
    starts_at = await owner.value("SELECT start_date FROM events")
    entry = await house.does(
        schedules.add,
        event_id=event_id,
        kind=EntryKind.DOORS,
        titles={"en": "Doors", "fr": "Portes"},
        starts_at=starts_at - HOUR,
        ends_at=None,
    )
    await house.does(making.move, event_id=event_id, starts_at=starts_at + DAY, reason=None)
    newest = len(await history(owner, Kind.EVENT, event_id))
    await restores(house, owner, Kind.EVENT, event_id, newest - 1)
    assert await owner.value("SELECT start_time FROM event_schedules") == starts_at - HOUR
    words = await owner.value("SELECT meta_data FROM events")
    assert entry.hex in words.replace("-", "")


async def test_words_of_the_schedule_stay_with_the_schedule(house: House, owner: Owner) -> None:
    event_id = await house.event()
    await house.does(making.rename, event_id=event_id, title="Velvet Night")
    starts_at = await owner.value("SELECT start_date FROM events")
    entry = await house.does(
        schedules.add,
        event_id=event_id,
        kind=EntryKind.DOORS,
        titles={"en": "Doors", "fr": "Portes"},
        starts_at=starts_at,
        ends_at=None,
    )
    first, *_, newest = await history(owner, Kind.EVENT, event_id)
    await house.does(
        restoring.restore, version_id=first["id"], seen=newest["version"], reason=None
    )
    told = orjson.loads(await owner.value("SELECT meta_data FROM events"))
    assert told["texts"]["fr"]["schedule"][str(entry)] == {"title": "Portes"}
    assert await owner.value("SELECT title FROM events") == "Velvet Hour"


async def test_what_stands_in_the_way_is_said(house: House, db: Database, owner: Owner) -> None:
    event_id = await house.event(seats=100)
    type_id = await house.type(event_id, quantity=100)
    starts_at = await owner.value("SELECT start_date FROM events")
    await house.does(making.set_seats, event_id=event_id, seats=120)
    await house.does(making.publish, event_id=event_id)
    later = starts_at + 3 * DAY
    await house.does(making.move, event_id=event_id, starts_at=later, reason="Rain")
    there = await owner.fetch("SELECT * FROM venues")
    hall = there[0]
    place = VenueName(hall["id"], hall["name"], hall["city"], "Italy", 300, "Europe/Rome")
    rival = await make_house(db, owner, "Rival")
    other = await rival.published(venue=place, starts_at=starts_at)
    answer = await refused(house, owner, Kind.EVENT, event_id, 3, "Sun")
    assert isinstance(answer, VenueBooked)
    assert answer.title == "Velvet Hour"
    assert answer.venue == hall["name"]
    await owner.connection.execute("UPDATE events SET status = 'cancelled' WHERE id = $1", other)

    await sells(owner, event_id, type_id, 130)
    await house.does(making.set_seats, event_id=event_id, seats=130)
    answer = await refused(house, owner, Kind.EVENT, event_id, 4, "Sun")
    assert isinstance(answer, FewerThanTaken)
    assert (answer.taken, answer.wanted) == (130, 120)

    await owner.connection.execute("UPDATE venues SET capacity = 110")
    assert isinstance(
        await refused(house, owner, Kind.EVENT, event_id, 4, "Sun"), MoreThanTheVenueHolds
    )
    await owner.connection.execute("UPDATE venues SET capacity = NULL")
    await owner.connection.execute("UPDATE events SET currency = 'GBP' WHERE id = $1", event_id)
    assert isinstance(await refused(house, owner, Kind.EVENT, event_id, 4, "Sun"), CurrencyFixed)
    await owner.connection.execute(
        "UPDATE events SET currency = 'EUR', status = 'cancelled' WHERE id = $1", event_id
    )
    assert isinstance(await refused(house, owner, Kind.EVENT, event_id, 4, "Sun"), EventHasBegun)
    assert await counters_agree(owner)


async def test_a_start_that_is_over_does_not_come_back(house: House, owner: Owner) -> None:
    event_id = await house.event()
    await owner.connection.execute(
        "UPDATE events SET start_date = start_date - interval '30 d',"
        " end_date = end_date - interval '30 d'"
    )
    at = await house.now() + DAY
    await house.does(making.move, event_id=event_id, starts_at=at, reason=None)
    assert isinstance(await refused(house, owner, Kind.EVENT, event_id, 2), InThePast)


async def test_tickets_come_back_with_their_number_and_their_price(
    house: House, owner: Owner
) -> None:
    event_id = await house.published()
    type_id = await owner.value("SELECT id FROM ticket_types")
    await house.does(ticket_types.set_quantity, type_id=type_id, quantity=20)
    await house.does(ticket_types.set_price, type_id=type_id, price=9900)
    await house.does(ticket_types.rename, type_id=type_id, name="Balcony")
    await restores(house, owner, Kind.TICKETS, type_id, 1, "The old prices hold")
    sizes = "SELECT q.size FROM quotas q WHERE q.kind = 'ticket_type'"
    assert await owner.value(sizes) == 50
    await house.does(ticket_types.remove, type_id=type_id)
    assert await owner.value("SELECT closed FROM quotas WHERE kind = 'ticket_type'")
    await house.type(event_id, name="standing")
    answer = await refused(house, owner, Kind.TICKETS, type_id, 1, "Again")
    assert isinstance(answer, NameTaken)
    await restores(house, owner, Kind.TICKETS, type_id, 4, "Again")
    assert not await owner.value("SELECT bool_or(closed) FROM quotas WHERE kind = 'ticket_type'")
    await sells(owner, event_id, type_id, 18)
    await house.does(ticket_types.set_quantity, type_id=type_id, quantity=18)
    assert (
        await owner.value("SELECT status FROM ticket_types WHERE id = $1", type_id) == "sold_out"
    )
    await owner.connection.execute("UPDATE ticket_types SET quantity = 10 WHERE id = $1", type_id)
    await house.does(ticket_types.set_quantity, type_id=type_id, quantity=18)
    ten = len(await history(owner, Kind.TICKETS, type_id)) - 1
    answer = await refused(house, owner, Kind.TICKETS, type_id, ten, "Smaller")
    assert isinstance(answer, FewerThanTaken)
    assert await counters_agree(owner)


async def test_what_was_deleted_comes_back(house: House, owner: Owner) -> None:
    event_id = await house.event()
    type_id = await house.type(event_id)
    starts_at = await owner.value("SELECT start_date FROM events")
    entry = await house.does(
        schedules.add,
        event_id=event_id,
        kind=EntryKind.DOORS,
        titles={"en": "Doors"},
        starts_at=starts_at,
        ends_at=None,
    )
    await house.does(ticket_types.remove, type_id=type_id)
    await house.does(schedules.remove, entry_id=entry)
    for kind, id in ((Kind.TICKETS, type_id), (Kind.SCHEDULE, entry)):
        assert (await history(owner, kind, id))[-1]["data"] == {}
        assert isinstance(await refused(house, owner, kind, id, 2), NotAvailable)
        await restores(house, owner, kind, id, 1)
    pools = "SELECT count(*) FROM quota_ticket_types WHERE ticket_type_id = $1"
    assert await owner.value(pools, type_id) == 2


async def test_another_house_reads_and_restores_nothing(
    house: House, db: Database, owner: Owner
) -> None:
    event_id = await house.event()
    await house.does(making.rename, event_id=event_id, title="Velvet Night")
    rival = await make_house(db, owner, "Rival")
    assert isinstance(await refused(rival, owner, Kind.EVENT, event_id, 1), NotAvailable)
    [first, _] = await history(owner, Kind.EVENT, event_id)
    with pytest.raises(NotAvailable):
        await rival.looks(versions.get, version_id=first["id"])
    with pytest.raises(NotAvailable):
        await rival.looks(versions.of_event, event_id=event_id)


async def test_who_looked_before_somebody_else_changed_it_looks_again(
    house: House, owner: Owner
) -> None:
    event_id = await house.event()
    await house.does(making.rename, event_id=event_id, title="Velvet Night")
    [first, _] = await history(owner, Kind.EVENT, event_id)
    look = await house.looks(versions.get, version_id=first["id"])
    assert (look.seen, look.back) == (2, ["title"])
    await house.does(making.rename, event_id=event_id, title="Velvet Morning")
    with pytest.raises(ChangedSince) as told:
        await house.does(restoring.restore, version_id=first["id"], seen=look.seen, reason=None)
    assert told.value.who
