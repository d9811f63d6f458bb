"""What a house may do with its events, and what is refused."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain import copies, lineups, making, productions, schedules, teams, ticket_types, venues
from domain.errors import (
    CurrencyFixed,
    DomainError,
    EndsBeforeStart,
    EventHasBegun,
    InThePast,
    LinkUsed,
    MoreThanTheVenueHolds,
    NotAllowed,
    NotAnOrganizer,
    NotApproved,
    NotAvailable,
    NotReady,
    OutsideTheEvent,
    ReasonNeeded,
    TooLong,
    VenueBooked,
)
from domain.productions import Gap
from domain.schedules import EntryKind
from domain.wording import Words
from storage.database import Database
from storage.enums import EventStatus, EventType, StaffRole
from tests.domain.houses import HOUR, LONDON, PALAZZO, House, make_house, row, sells
from tests.factories import Owner, make_person

STRANGE: list[tuple[Any, dict[str, Any]]] = [
    (making.rename, {"title": "Mine now"}),
    (making.describe, {"locale": "en", "text": "Mine"}),
    (making.set_kind, {"kind": EventType.WORKSHOP}),
    (making.set_poster, {"poster": "file"}),
    (making.set_currency, {"currency": "USD"}),
    (making.set_seats, {"seats": 1}),
    (making.publish, {}),
    (copies.duplicate, {}),
    (lineups.remove, {"id": uuid4()}),
    (lineups.move_up, {"id": uuid4()}),
    (lineups.add, {"id": uuid4()}),
    (teams.invite, {"role": StaffRole.STEWARD}),
]


async def test_a_draft_takes_clock_and_money_from_its_venue(house: House, owner: Owner) -> None:
    event = await row(owner, await house.event())
    assert (event["time_zone"], event["currency"]) == ("Europe/Rome", "EUR")
    assert event["end_date"] - event["start_date"] == making.LASTS
    venue = (await owner.fetch("SELECT * FROM venues"))[0]
    assert (venue["country"], venue["latitude"]) == ("Italy", 45.4642)
    made = "SELECT count(*) FROM version_control WHERE entity_type IN ('events', 'venues')"
    assert await owner.value(made) == 2


async def test_who_is_no_house_makes_nothing(db: Database, owner: Owner) -> None:
    refused = await make_house(db, owner, "Rex", status="rejected")
    with pytest.raises(NotAnOrganizer):
        await refused.event()
    with pytest.raises(NotAnOrganizer):
        await House(db, owner, await make_person(owner, "Nobody")).event()
    assert await owner.value("SELECT count(*) FROM venues") == 0


async def test_a_house_that_waits_prepares_everything_and_publishes_nothing(
    db: Database, owner: Owner
) -> None:
    waiting = await make_house(db, owner, status="pending")
    event_id = await waiting.event()
    await waiting.type(event_id)
    event = await waiting.looks(productions.get, event_id=event_id)
    assert event.gaps(await waiting.now()) == [Gap.APPROVAL]
    with pytest.raises(NotApproved):
        await waiting.does(making.publish, event_id=event_id)
    await owner.fetch("UPDATE organizer_applications SET approval_status = 'approved'")
    await waiting.does(making.publish, event_id=event_id)
    assert (await row(owner, event_id))["status"] == "published"


async def test_the_list_says_exactly_what_is_missing(house: House, owner: Owner) -> None:
    event_id = await house.event()
    await owner.fetch(
        "UPDATE events SET venue_id = NULL, capacity = 0, start_date = now() - interval '1 hour'"
    )
    event = await house.looks(productions.get, event_id=event_id)
    missing = [Gap.VENUE, Gap.TIME, Gap.SEATS, Gap.TICKETS]
    assert event.gaps(await house.now()) == missing
    with pytest.raises(NotReady):
        await house.does(making.publish, event_id=event_id)


async def test_more_seats_than_the_venue_has_are_refused(house: House) -> None:
    with pytest.raises(MoreThanTheVenueHolds) as refused:
        await house.event(seats=301)
    assert (refused.value.capacity, refused.value.venue) == (300, "Palazzo Serbelloni")
    event_id = await house.event()
    with pytest.raises(MoreThanTheVenueHolds):
        await house.does(making.set_seats, event_id=event_id, seats=301)


async def test_a_start_in_the_past_and_an_end_before_the_start_are_refused(
    house: House, owner: Owner
) -> None:
    now = await house.now()
    with pytest.raises(InThePast):
        await house.event(starts_at=now - HOUR)
    event_id = await house.event()
    before = await row(owner, event_id)
    starts_at = before["start_date"]
    ends = {"event_id": event_id, "reason": None}
    with pytest.raises(EndsBeforeStart):
        await house.does(making.end_at, ends_at=starts_at - HOUR, **ends)
    with pytest.raises(EndsBeforeStart):
        await house.does(making.end_at, ends_at=starts_at, **ends)
    with pytest.raises(TooLong):
        await house.does(making.end_at, ends_at=starts_at + timedelta(days=61), **ends)
    with pytest.raises(InThePast):
        await house.does(making.move, starts_at=now - HOUR, **ends)
    assert await row(owner, event_id) == before


async def test_a_venue_is_not_booked_twice_and_the_refusal_names_the_other(
    house: House, owner: Owner
) -> None:
    first = await house.published(title="First Light")
    (venue,) = await house_venues(house)
    starts_at = (await row(owner, first))["start_date"]
    second = await house.event(title="Second Skin", venue=venue, starts_at=starts_at + HOUR)
    await house.type(second)
    with pytest.raises(VenueBooked) as refused:
        await house.does(making.publish, event_id=second)
    assert (refused.value.venue, refused.value.title) == ("Palazzo Serbelloni", "First Light")
    assert refused.value.time_zone == "Europe/Rome"
    assert (await row(owner, second))["status"] == "draft"

    later = starts_at + making.LASTS
    await house.does(making.move, event_id=second, starts_at=later, reason=None)
    await house.does(making.publish, event_id=second)
    with pytest.raises(VenueBooked):
        await house.does(making.move, event_id=second, starts_at=starts_at, reason="Rain")
    with pytest.raises(VenueBooked):
        await house.does(making.end_at, event_id=first, ends_at=later + HOUR, reason="Longer")


async def house_venues(house: House):
    async with house.db.read(house.context) as tx:
        return await venues.of_house(tx.session, person=house.id)


async def test_guests_who_saw_an_event_are_owed_a_reason_which_is_kept(
    house: House, owner: Owner
) -> None:
    event_id = await house.published()
    before = await row(owner, event_id)
    entry = await add_entry(house, event_id, before["start_date"] - HOUR)
    later = before["start_date"] + timedelta(days=1)
    with pytest.raises(ReasonNeeded):
        await house.does(making.move, event_id=event_id, starts_at=later, reason=None)
    await house.does(making.move, event_id=event_id, starts_at=later, reason="The hall floods")
    after = await row(owner, event_id)
    assert (after["start_date"], after["end_date"]) == (later, before["end_date"] + 24 * HOUR)
    moved = await owner.value("SELECT start_time FROM event_schedules WHERE id = $1", entry)
    assert moved == later - HOUR
    kept = await owner.value(
        "SELECT comment FROM version_control WHERE entity_id = $1 ORDER BY version DESC LIMIT 1",
        event_id,
    )
    assert kept == "The hall floods"


async def test_another_venue_keeps_the_clock_on_the_wall(house: House, owner: Owner) -> None:
    event_id = await house.event()
    before = (await row(owner, event_id))["start_date"]
    await house.does(making.relocate, event_id=event_id, venue=LONDON, reason=None)
    after = await row(owner, event_id)
    assert after["time_zone"] == "Europe/London"
    assert after["start_date"] - before == HOUR


async def test_what_has_begun_is_not_moved_and_what_is_over_not_changed(
    house: House, owner: Owner
) -> None:
    event_id = await house.published()
    now = await house.now()
    await owner.fetch(
        "UPDATE events SET start_date = now() - interval '1 hour',"
        " end_date = now() + interval '1 hour'"
    )
    with pytest.raises(EventHasBegun):
        await house.does(making.move, event_id=event_id, starts_at=now + HOUR, reason="Too early")
    await house.does(making.end_at, event_id=event_id, ends_at=now + 2 * HOUR, reason="It goes on")
    await owner.fetch("UPDATE events SET end_date = now() - interval '1 minute'")
    with pytest.raises(EventHasBegun):
        await house.does(making.rename, event_id=event_id, title="Other")


async def test_the_currency_stays_once_somebody_has_ordered(house: House, owner: Owner) -> None:
    event_id = await house.event()
    type_id = await house.type(event_id)
    await house.does(making.set_currency, event_id=event_id, currency="CHF")
    await sells(owner, event_id, type_id, 1)
    with pytest.raises(CurrencyFixed):
        await house.does(making.set_currency, event_id=event_id, currency="EUR")
    await house.does(making.set_currency, event_id=event_id, currency="CHF")


async def test_each_language_is_read_in_its_own_words(house: House, owner: Owner) -> None:
    event_id = await house.event()
    describe = {"event_id": event_id}
    await house.does(making.describe, locale="it", text="Una sera di velluto.", **describe)
    event = await house.looks(productions.get, event_id=event_id)
    assert event.description == "Una sera di velluto."
    await house.does(making.describe, locale="en", text="An evening of velvet.", **describe)
    event = await house.looks(productions.get, event_id=event_id)
    assert event.description == "An evening of velvet."
    said = Words.of(event.meta_data, "it").text("description", event.description)
    assert said == "Una sera di velluto."


@pytest.mark.parametrize("role", [None, "steward", "supervisor", "marketing"])
async def test_nobody_else_works_at_this_desk(
    db: Database, house: House, owner: Owner, role: str | None
) -> None:
    event_id = await house.event()
    type_id = await house.type(event_id)
    before = await row(owner, event_id)
    other = await make_house(db, owner, "Other House")
    if role is not None:
        await owner.insert("event_staff", event_id=event_id, user_id=other.id, role=role)
    for act, values in STRANGE:
        with pytest.raises(NotAvailable):
            await other.does(act, event_id=event_id, **values)
    for look in (productions.get, lineups.get, teams.get, schedules.of_event):
        with pytest.raises(NotAvailable):
            await other.looks(look, event_id=event_id)
    for act, values in (
        (ticket_types.rename, {"name": "Mine"}),
        (ticket_types.set_price, {"price": 0}),
        (ticket_types.set_quantity, {"quantity": 0}),
        (ticket_types.close, {"closed": True}),
        (ticket_types.remove, {}),
    ):
        with pytest.raises(NotAvailable):
            await other.does(act, type_id=type_id, **values)
    assert await row(owner, event_id) == before


async def test_a_manager_works_at_the_same_desk_but_makes_no_managers(
    db: Database, house: House, owner: Owner
) -> None:
    event_id = await house.event()
    await house.type(event_id)
    secret = await house.does(teams.invite, event_id=event_id, role=StaffRole.MANAGER)
    manager = House(db, owner, await make_person(owner, "Marta"))
    joining = {"secret": secret}
    joined = await joins(manager, **joining)
    assert (joined.event_id, joined.role) == (event_id, StaffRole.MANAGER)
    assert await joins(manager, **joining) == joined
    with pytest.raises(LinkUsed):
        await joins(House(db, owner, await make_person(owner, "Late")), **joining)
    await manager.does(making.rename, event_id=event_id, title="By Marta")
    with pytest.raises(NotAllowed):
        await manager.does(teams.invite, event_id=event_id, role=StaffRole.MANAGER)
    await manager.does(teams.invite, event_id=event_id, role=StaffRole.STEWARD)
    await manager.does(making.publish, event_id=event_id)
    taken = {"event_id": event_id, "user_id": manager.id, "role": StaffRole.MANAGER}
    await house.acts(teams.remove, **taken)
    with pytest.raises(NotAvailable):
        await manager.does(making.rename, event_id=event_id, title="Again")


async def joins(house: House, *, secret: str) -> teams.Joined:
    async with house.db.begin(house.context) as tx:
        return await teams.join(tx.session, secret=secret, person=house.id, now=tx.now)


async def add_entry(house: House, event_id: UUID, at: Any, ends_at: Any = None) -> UUID:
    return await house.does(
        schedules.add,
        event_id=event_id,
        kind=EntryKind.DOORS,
        titles={"en": "Doors", "fr": "Portes", "it": "Porte"},
        starts_at=at,
        ends_at=ends_at,
    )


async def test_a_schedule_is_around_its_event_and_speaks_every_language(
    house: House, owner: Owner
) -> None:
    event_id = await house.event()
    start = (await row(owner, event_id))["start_date"]
    for at, ends_at, refusal in (
        (await house.now() - HOUR, None, InThePast),
        (start - 25 * HOUR, None, OutsideTheEvent),
        (start + 20 * HOUR, None, OutsideTheEvent),
        (start, start - HOUR, EndsBeforeStart),
    ):
        with pytest.raises(refusal):
            await add_entry(house, event_id, at, ends_at)
    entry = await add_entry(house, event_id, start - HOUR)
    facts = (await house.looks(productions.get, event_id=event_id)).meta_data
    assert Words.of(facts, "fr").part("schedule", entry).text("title", "Doors") == "Portes"
    await house.does(schedules.remove, entry_id=entry)
    assert await house.looks(schedules.of_event, event_id=event_id) == []


async def test_the_same_once_more_is_a_draft_of_the_same_weekday(
    house: House, owner: Owner
) -> None:
    event_id = await house.published()
    start = (await row(owner, event_id))["start_date"]
    await add_entry(house, event_id, start - HOUR)
    copy = await house.does(copies.duplicate, event_id=event_id)
    made = await house.looks(productions.get, event_id=copy)
    assert (made.status, made.title, made.seats) == (EventStatus.DRAFT, "Velvet Hour", 100)
    assert made.starts_at - start == timedelta(days=7)
    (entry,) = await house.looks(schedules.of_event, event_id=copy)
    assert entry.starts_at == made.starts_at - HOUR
    assert Words.of(made.meta_data, "it").part("schedule", entry.id).fields == {"title": "Porte"}
    (kind,) = await house.looks(ticket_types.of_event, event_id=copy)
    assert (kind.name, kind.size, kind.sold) == ("Standing", 50, 0)
    assert made.gaps(await house.now()) == []


async def test_a_refusal_leaves_the_event_as_it_was(house: House, owner: Owner) -> None:
    event_id = await house.event()
    before = await row(owner, event_id)
    with pytest.raises(DomainError):
        await house.does(making.relocate, event_id=event_id, venue=tiny(), reason=None)
    assert await row(owner, event_id) == before
    assert await owner.value("SELECT count(*) FROM venues") == 1


def tiny() -> venues.NewVenue:
    return replace(PALAZZO, name="A closet", capacity=2)
