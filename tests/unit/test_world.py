"""The demo's world: everything refers to something, and keeps its promises at any moment."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.demo.people import FOLLOWS, PURCHASES
from bot.demo.shapes import Event, Said
from bot.demo.world import World, season_at, world
from bot.drawing.lettering import drawable
from bot.drawing.palette import PALETTES
from domain import designers, models
from storage.enums import ApprovalStatus, CollectionStatus, EventStatus, EventType, StaffRole

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


def test_forty_events_in_six_cities_fifteen_houses_of_fashion_thirty_models(week: World) -> None:
    assert len(week.events) >= 40
    cities = Counter(week.venue(event.venue).city for event in week.events)
    assert set(cities) == {"Milan", "Paris", "London", "Copenhagen", "Berlin", "Lisbon"}
    assert min(cities.values()) >= 5
    assert {event.kind for event in week.events} == set(EventType)
    for things, approved in ((week.designers, 15), (week.models, 30)):
        waits = [thing.status for thing in things].count(ApprovalStatus.PENDING)
        assert (len(things) - waits, waits) == (approved, 1)
    shown = Counter(collection.designer for collection in week.collections)
    approved = {each.key for each in week.designers if each.status is ApprovalStatus.APPROVED}
    assert set(shown) == approved
    assert max(shown.values()) <= 3
    assert {event.organizer for event in week.events} == {one.key for one in week.organizers}


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


def test_currencies_follow_the_city(week: World) -> None:
    abroad = {"Europe/London": "GBP", "Europe/Copenhagen": "DKK"}
    for event in week.events:
        assert event.currency == abroad.get(event.time_zone, "EUR")


def test_nobody_starts_empty_but_the_second_attendee(week: World) -> None:
    has = {bought.person for bought in PURCHASES}
    assert has == {"giulia", "ottavia", "amara"}
    for bought in PURCHASES:
        types = {kind.key: kind for kind in week.event(bought.event).types}
        assert bought.quantity <= types[bought.kind].sold
    designers = {designer.key for designer in week.designers}
    cities = {venue.city for venue in week.venues}
    for person, kind, key in FOLLOWS:
        assert person in {one.key for one in week.people}
        assert key in (designers if kind == "designer" else cities)
    ottavia = next(one.key for one in week.designers if one.person == "ottavia")
    mine = Counter(each.status for each in week.collections if each.designer == ottavia)
    assert mine == {CollectionStatus.PUBLISHED: 2, CollectionStatus.DRAFT: 1}


def test_the_door_of_the_show_that_is_on_has_its_steward(week: World) -> None:
    event = week.event("seta_viva")
    assert ("jonas", StaffRole.STEWARD) in {(one.person, one.role) for one in event.staff}
    organizer = {one.key: one for one in week.organizers}[event.organizer]
    assert organizer.person == "marta"


@given(now=moments)
@settings(deadline=None, max_examples=50)
def test_whatever_a_visitor_buys_for_tonight_the_steward_can_scan(now: datetime) -> None:
    soon = [
        event for event in _upcoming(world(now)) if event.starts_at - now < timedelta(hours=14)
    ]
    assert soon
    for event in soon:
        assert "jonas" in {one.person for one in event.staff}, event.key


def test_the_people_can_be_told_apart_from_real_ones_and_speak_three_languages(
    week: World,
) -> None:
    assert len(week.people) == 7
    assert len({person.telegram_id for person in week.people}) == 7
    assert all(person.telegram_id > 2**31 for person in week.people)
    assert {person.language_code for person in week.people} == {"en", "fr", "it"}
    assert all(person.username.endswith("_demo") for person in week.people)


def test_houses_and_models_say_what_the_dialogs_ask(week: World) -> None:
    for designer in week.designers:
        assert set(designer.specialties) <= set(designers.Specialty), designer.key
        assert designer.experience in set(designers.Experience)
    for model in week.models:
        assert model.experience in set(models.Experience)
        assert 160 <= model.height <= 200
        assert model.waist < min(model.bust, model.hips)
        assert 35 <= model.shoe <= 48
        assert 18 <= model.age <= 80


def test_every_look_has_its_cut(week: World) -> None:
    for collection in week.collections:
        assert len(collection.looks) == len(collection.cuts) >= 2, collection.key


def test_the_line_up_is_published_and_approved(week: World) -> None:
    published = {
        each.key for each in week.collections if each.status is CollectionStatus.PUBLISHED
    }
    approved = {each.key for each in week.models if each.status is ApprovalStatus.APPROVED}
    for event in week.events:
        assert set(event.collections) <= published
        assert set(event.models) <= approved


def _said(week: World) -> Iterator[tuple[str, Said, int]]:
    """Every text in three languages: where it stands, and how long it may be."""
    for venue in week.venues:
        yield venue.key, venue.directions, 120
    for designer in week.designers:
        yield designer.key, designer.about, 160
    for collection in week.collections:
        yield collection.key, collection.description, 160
        for look in collection.looks:
            yield collection.key, look, 64
    for event in week.events:
        yield event.key, event.description, 620
        for entry in event.schedule:
            yield f"{event.key} {entry.kind}", entry.title, 44
        for kind in event.types:
            where = f"{event.key} {kind.key}"
            yield where, kind.name, 30
            yield where, kind.description, 100
            for benefit in kind.benefits:
                yield where, benefit, 44


def test_everything_is_said_in_three_languages_and_fits_its_place(week: World) -> None:
    for where, said, most in _said(week):
        for text in (said.en, said.fr, said.it):
            assert 0 < len(text) <= most, (where, text)
            assert text == " ".join(text.split(" ")).strip(), (where, text)
            assert drawable(text, 1000).replace(" ", "") == re.sub(r"[\s\u202f]", "", text), where
    for event in week.events:
        assert len({event.description.en, event.description.fr, event.description.it}) == 3
        assert min(map(len, vars(event.description).values())) > 120, event.key


def test_every_language_is_set_as_its_printers_would(week: World) -> None:
    for where, said, _ in _said(week):
        for text in (said.en, said.fr, said.it):
            assert not re.search(r"\w'|'\w|\.\.\.|\"", text), (where, text)
        assert not re.search("[^\u202f]([;!?»]|:(?!\\w))|«[^\u202f]", said.fr), (where, said.fr)
        for text in (said.en, said.it):
            assert not re.search(r"\s[;:!?]", text), (where, text)


def test_no_phrase_is_used_twice_in_the_programme(week: World) -> None:
    """Descriptions are written one by one: no two share six words in a row."""
    seen: dict[str, str] = {}
    for event in week.events:
        words = event.description.en.lower().split()
        for start in range(len(words) - 5):
            phrase = " ".join(words[start : start + 6])
            assert seen.setdefault(phrase, event.key) == event.key, phrase


def test_titles_are_drawn_and_programmes_in_order(week: World) -> None:
    for event in week.events:
        assert drawable(event.title) == event.title
        assert len(event.title) <= 30, "buttons show thirty characters"
        assert len({entry.starts_at for entry in event.schedule}) == len(event.schedule)
        assert event.look.palette in PALETTES
    titles = Counter(event.title for event in week.events)
    assert set(titles.values()) == {1}


def test_venues_stand_in_their_city(week: World) -> None:
    centres = {
        "Milan": (45.464, 9.190),
        "Paris": (48.857, 2.352),
        "London": (51.507, -0.105),
        "Copenhagen": (55.676, 12.568),
        "Berlin": (52.520, 13.405),
        "Lisbon": (38.716, -9.139),
    }
    for venue in week.venues:
        latitude, longitude = centres[venue.city]
        assert abs(venue.latitude - latitude) < 0.05
        assert abs(venue.longitude - longitude) < 0.06
        assert ZoneInfo(venue.time_zone).key == venue.time_zone


@settings(deadline=None, max_examples=50)
@given(now=moments)
@example(now=datetime(2026, 3, 28, 23, 59, 59, tzinfo=UTC))
@example(now=datetime(2026, 10, 24, 22, 30, tzinfo=UTC))
@example(now=datetime(2025, 12, 31, 23, 59, tzinfo=UTC))
def test_times_keep_their_promises_at_any_moment(now: datetime) -> None:
    week = world(now)
    assert all(event.starts_at < event.ends_at for event in week.events)
    assert all(event.starts_at.utcoffset() == timedelta(0) for event in week.events)
    on_now = {event.key for event in week.events if event.starts_at <= now < event.ends_at}
    assert on_now == {"seta_viva", "vetrine"}
    assert week.event("seta_viva").ends_at - now > timedelta(hours=5)
    assert timedelta() < week.event("night_check").starts_at - now <= timedelta(hours=3)
    tomorrow = week.event("promesse").starts_at.astimezone(ZoneInfo("Europe/Paris"))
    today = now.astimezone(ZoneInfo("Europe/Paris")).date()
    assert (tomorrow.date() - today).days == 1
    assert (tomorrow.hour, tomorrow.minute) == (19, 30)
    past = [event.key for event in week.events if event.ends_at < now]
    assert len(past) == 7
    assert all(event.ends_at > now for event in _upcoming(week))


@settings(deadline=None, max_examples=50)
@given(now=moments)
@example(now=datetime(2026, 11, 25, 23, 30, tzinfo=UTC))
@example(now=datetime(2026, 11, 25, 6, 0, tzinfo=UTC))
@example(now=datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
def test_every_hour_has_something_soon_something_free_and_a_full_week(now: datetime) -> None:
    """Four evenings come within a day, two of them free; each starts three quarters ahead."""
    week = world(now)
    coming = {event.key: event.starts_at - now for event in _upcoming(week)}
    soon = {key for key, wait in coming.items() if timedelta() < wait <= timedelta(hours=26)}
    assert {"night_check", "bottone", "patron", "strik_natten", "linha"} <= soon
    assert all(coming[key] >= timedelta(minutes=45) for key in soon)
    free = {event.key for event in _upcoming(week) if min(kind.price for kind in event.types) == 0}
    assert {"vetrine", "bottone", "patron"} <= free
    assert len(free) >= 8
    this_week = [key for key, wait in coming.items() if wait < timedelta(days=7)]
    three_weeks = [key for key, wait in coming.items() if wait < timedelta(days=21)]
    assert len(this_week) >= 18
    assert len(three_weeks) == len(coming) - 1, "the première alone is further away"


@settings(deadline=None, max_examples=50)
@given(now=moments)
def test_tickets_are_on_sale_now_except_where_sales_open_later(now: datetime) -> None:
    for event in _upcoming(world(now)):
        for kind in event.types:
            assert kind.sale_start < kind.sale_end <= event.ends_at
            assert (kind.sale_start > now) is (event.key == "premiere")
    opens = world(now).event("premiere").types[0].sale_start.astimezone(ZoneInfo("Europe/Paris"))
    assert (opens.hour, opens.minute) == (10, 0)


@settings(deadline=None, max_examples=50)
@given(now=moments)
@example(now=datetime(2026, 2, 26, 23, 30, tzinfo=UTC))  # Milan is in tomorrow, London is not
def test_no_venue_and_no_model_is_in_two_shows_at_once(now: datetime) -> None:
    spans = [
        (event, min(entry.starts_at for entry in event.schedule), event.ends_at)
        for event in world(now).events
    ]
    for (one, begins, ends), (other, starts, stops) in combinations(spans, 2):
        if begins < stops and starts < ends:
            assert one.venue != other.venue
            assert not set(one.models) & set(other.models)


@settings(deadline=None, max_examples=50)
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
