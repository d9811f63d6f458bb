"""The demo's world: everything refers to something, and keeps its promises at any moment."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.demo.shapes import Event
from bot.demo.world import World, season_at, world
from bot.drawing.lettering import drawable
from bot.drawing.palette import PALETTES
from storage.enums import EventStatus, EventType, StaffRole

NOW = datetime(2026, 2, 26, 18, 42, 17, tzinfo=UTC)

moments = st.timedeltas(timedelta(0), timedelta(days=16 * 365)).map(
    lambda passed: datetime(2024, 1, 1, tzinfo=UTC) + passed
)


@pytest.fixture(scope="module")
def week() -> World:
    return world(NOW)


def _upcoming(week: World) -> list[Event]:
    return [event for event in week.events if event.status is EventStatus.PUBLISHED]


def _left(event: Event) -> int:
    """Seats that can still be bought, over the types, pools and the event's capacity."""
    free = {
        kind.key: event.capacity if kind.quantity is None else kind.quantity - kind.sold
        for kind in event.types
    }
    sold = {kind.key: kind.sold for kind in event.types}
    pooled = [
        min(pool.size - sum(sold[key] for key in pool.types), sum(free[key] for key in pool.types))
        for pool in event.pools
    ]
    single = sum(free[key] for key in free if not any(key in pool.types for pool in event.pools))
    return min(event.capacity - event.sold, single + sum(pooled))


def test_a_dozen_events_in_three_cities(week: World) -> None:
    cities = Counter(week.venue(event.venue).city for event in _upcoming(week))
    assert cities == {"Milan": 4, "Paris": 4, "London": 4}
    assert {event.kind for event in week.events} == set(EventType)


def test_every_key_is_there_once(week: World) -> None:
    for things in (
        week.people,
        week.venues,
        week.organizers,
        week.designers,
        week.collections,
        week.models,
        week.events,
    ):
        keys = Counter(thing.key for thing in things)
        assert set(keys.values()) == {1}, keys


def test_everything_refers_to_something(week: World) -> None:
    people = {person.key for person in week.people}
    designers = {designer.key for designer in week.designers}
    collections = {collection.key for collection in week.collections}
    models = {model.key for model in week.models}
    assert {collection.designer for collection in week.collections} <= designers
    for event in week.events:
        assert event.venue in {venue.key for venue in week.venues}
        assert event.organizer in {organizer.key for organizer in week.organizers}
        assert event.collections, event.key
        assert set(event.collections) <= collections
        assert set(event.models) <= models
        assert {staff.person for staff in event.staff} <= people
        kinds = {kind.key for kind in event.types}
        assert len(kinds) == len(event.types)
        assert all(set(pool.types) <= kinds for pool in event.pools)
    played = {one.person for one in week.organizers}
    played |= {one.person for one in week.designers} | {one.person for one in week.models}
    assert played == {"", "marta", "ottavia", "amara"} <= people | {""}


def test_capacities_fit_their_venues_and_what_is_sold(week: World) -> None:
    for event in week.events:
        assert event.capacity <= week.venue(event.venue).capacity, event.key
        assert event.sold <= event.capacity
        for kind in event.types:
            assert kind.quantity is None or kind.sold <= kind.quantity
        for pool in event.pools:
            sold = {kind.key: kind.sold for kind in event.types}
            assert sum(sold[key] for key in pool.types) <= pool.size


def test_one_is_sold_out_one_has_two_left_one_shares_a_pool(week: World) -> None:
    left = {event.key: _left(event) for event in _upcoming(week)}
    assert [key for key, count in left.items() if count == 0] == ["bias"]
    assert [key for key, count in left.items() if count == 2] == ["passage"]
    assert [event.key for event in week.events if event.pools] == ["long_runway"]
    assert len(week.event("long_runway").pools[0].types) == 2


def test_one_event_is_free_and_currencies_follow_the_city(week: World) -> None:
    free = [event.key for event in _upcoming(week) if not any(t.price for t in event.types)]
    assert free == ["colour_field"]
    for event in week.events:
        assert event.currency == ("GBP" if event.time_zone == "Europe/London" else "EUR")


def test_the_door_of_the_show_that_is_on_has_its_steward(week: World) -> None:
    event = week.event("seta_viva")
    assert ("jonas", StaffRole.STEWARD) in {(one.person, one.role) for one in event.staff}
    organizer = {one.key: one for one in week.organizers}[event.organizer]
    assert organizer.person == "marta"


def test_the_people_can_be_told_apart_from_real_ones_and_speak_three_languages(
    week: World,
) -> None:
    assert len(week.people) == 7
    assert len({person.telegram_id for person in week.people}) == 7
    assert all(person.telegram_id > 2**31 for person in week.people)
    assert {person.language_code for person in week.people} == {"en", "fr", "it"}
    assert all(person.username.endswith("_demo") for person in week.people)


def test_texts_fit_the_columns_and_the_fonts(week: World) -> None:
    for event in week.events:
        assert drawable(event.title) == event.title
        assert 80 < len(event.description) < 800
        assert len({entry.starts_at for entry in event.schedule}) == len(event.schedule)
        assert all(len(kind.name) <= 30 for kind in event.types)
        assert event.look.palette in PALETTES


def test_venues_stand_in_their_city(week: World) -> None:
    centres = {"Milan": (45.464, 9.190), "Paris": (48.857, 2.352), "London": (51.507, -0.105)}
    for venue in week.venues:
        latitude, longitude = centres[venue.city]
        assert abs(venue.latitude - latitude) < 0.05
        assert abs(venue.longitude - longitude) < 0.06
        assert ZoneInfo(venue.time_zone).key == venue.time_zone


@given(now=moments)
@example(now=datetime(2026, 3, 28, 23, 59, 59, tzinfo=UTC))
@example(now=datetime(2026, 10, 24, 22, 30, tzinfo=UTC))
@example(now=datetime(2025, 12, 31, 23, 59, tzinfo=UTC))
def test_times_keep_their_promises_at_any_moment(now: datetime) -> None:
    week = world(now)
    assert all(event.starts_at < event.ends_at for event in week.events)
    assert all(event.starts_at.utcoffset() == timedelta(0) for event in week.events)
    on_now = [event.key for event in week.events if event.starts_at <= now < event.ends_at]
    assert on_now == ["seta_viva"]
    assert week.event("seta_viva").ends_at - now > timedelta(hours=5)
    assert timedelta() < week.event("night_check").starts_at - now <= timedelta(hours=3)
    tomorrow = week.event("promesse").starts_at.astimezone(ZoneInfo("Europe/Paris"))
    today = now.astimezone(ZoneInfo("Europe/Paris")).date()
    assert (tomorrow.date() - today).days == 1
    assert (tomorrow.hour, tomorrow.minute) == (19, 30)
    past = [event.key for event in week.events if event.ends_at < now]
    assert past == ["first_fittings"]
    assert all(event.ends_at > now for event in _upcoming(week))


@given(now=moments)
def test_tickets_are_on_sale_now_except_where_sales_open_later(now: datetime) -> None:
    for event in _upcoming(world(now)):
        for kind in event.types:
            assert kind.sale_start < kind.sale_end <= event.ends_at
            assert (kind.sale_start > now) is (event.key == "premiere")
    opens = world(now).event("premiere").types[0].sale_start.astimezone(ZoneInfo("Europe/Paris"))
    assert (opens.hour, opens.minute) == (10, 0)


@given(now=moments)
def test_no_venue_and_no_model_is_in_two_shows_at_once(now: datetime) -> None:
    spans = [
        (event, min(entry.starts_at for entry in event.schedule), event.ends_at)
        for event in world(now).events
    ]
    for (one, begins, ends), (other, starts, stops) in combinations(spans, 2):
        if begins < stops and starts < ends:
            assert one.venue != other.venue
            assert not set(one.models) & set(other.models)


@given(now=moments)
def test_the_programme_ends_with_the_event(now: datetime) -> None:
    for event in world(now).events:
        assert event.schedule == tuple(sorted(event.schedule, key=lambda entry: entry.starts_at))
        assert all(entry.ends_at <= event.ends_at for entry in event.schedule)
        assert {"doors"} <= {entry.kind for entry in event.schedule}


@pytest.mark.parametrize(
    ("month", "season"),
    [(1, ("Autumn/Winter", 2026)), (6, ("Autumn/Winter", 2026)), (7, ("Spring/Summer", 2027))],
)
def test_the_season_that_is_shown(month: int, season: tuple[str, int]) -> None:
    now = datetime(2026, month, 15, tzinfo=UTC)
    assert season_at(now) == season
    assert season_at(now, back=2) == (season[0], season[1] - 1)
