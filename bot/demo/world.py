"""The whole demo as one value: `world(now)`."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.demo import content
from bot.demo.people import GUESTS, PEOPLE
from bot.demo.shapes import (
    Collection,
    CollectionPlan,
    Designer,
    Entry,
    EntryPlan,
    Event,
    EventPlan,
    FromNow,
    Model,
    NextAt,
    OnDay,
    Organizer,
    Person,
    Start,
    TicketType,
    TypePlan,
    Venue,
)

_SALES_LEAD = timedelta(days=28)
_STEP = timedelta(minutes=5)
_SOONEST = timedelta(minutes=45)
_LANGUAGE = "en"


@dataclass(frozen=True)
class World:
    """Everything that the demo starts with; times are aware UTC, prices minor units.

    `guests` are names for those who bought before the demo started.
    """

    people: tuple[Person, ...]
    guests: tuple[str, ...]
    venues: tuple[Venue, ...]
    organizers: tuple[Organizer, ...]
    designers: tuple[Designer, ...]
    collections: tuple[Collection, ...]
    models: tuple[Model, ...]
    events: tuple[Event, ...]

    def event(self, key: str) -> Event:
        """The event with this key. Raises KeyError."""
        return {event.key: event for event in self.events}[key]

    def venue(self, key: str) -> Venue:
        """The venue with this key. Raises KeyError."""
        return {venue.key: venue for venue in self.venues}[key]


def world(now: datetime) -> World:
    """The demo's world as seen at `now` (aware): one show is on, the others are dated from it."""
    venues = content.venues()
    places = {venue.key: venue for venue in venues}
    events = (_event(plan, places[plan.venue], now) for plan in content.events())
    return World(
        people=PEOPLE,
        guests=GUESTS,
        venues=venues,
        organizers=content.houses(),
        designers=content.designers(),
        collections=tuple(_collection(plan, now) for plan in content.collections()),
        models=content.models(),
        events=tuple(sorted(events, key=lambda event: event.starts_at)),
    )


def season_at(now: datetime, back: int = 0) -> tuple[str, int]:
    """The season shown at `now`, or so many seasons `back`: its name and year.

    Autumn/Winter is shown in the first half of its year, Spring/Summer in the half before it.
    """
    half = now.year * 2 + (1 if now.month > 6 else 0) - back
    year, second = divmod(half, 2)
    return ("Spring/Summer", year + 1) if second else ("Autumn/Winter", year)


def _event(plan: EventPlan, venue: Venue, now: datetime) -> Event:
    zone = ZoneInfo(venue.time_zone)
    start = _instant(plan.start, zone, now)
    end = start + timedelta(minutes=plan.minutes)
    opens = min(start, _floor(now)) - _SALES_LEAD
    if plan.sales_open:
        opens = _instant(plan.sales_open, zone, now)
    return Event(
        key=plan.key,
        title=plan.title,
        description=plan.description,
        kind=plan.kind,
        status=plan.status,
        venue=plan.venue,
        organizer=plan.organizer,
        currency=plan.currency,
        language=_LANGUAGE,
        time_zone=venue.time_zone,
        starts_at=start,
        ends_at=end,
        capacity=plan.capacity,
        look=plan.look,
        collections=plan.collections,
        models=plan.models,
        schedule=tuple(_entry(entry, start) for entry in plan.schedule),
        types=tuple(_ticket_type(kind, opens, end) for kind in plan.types),
        pools=plan.pools,
        staff=plan.staff,
        questions=plan.questions,
        codes=plan.codes,
    )


def _instant(when: Start, zone: ZoneInfo, now: datetime) -> datetime:
    match when:
        case FromNow(minutes):
            return _floor(now) + timedelta(minutes=minutes)
        case OnDay(days, hour, minute):
            return _at(zone, now, days, time(hour, minute))
        case NextAt(hour, minute):
            today, tomorrow = (_at(zone, now, days, time(hour, minute)) for days in (0, 1))
            return today if today - now >= _SOONEST else tomorrow


def _at(zone: ZoneInfo, now: datetime, days: int, clock: time) -> datetime:
    day = now.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _floor(now: datetime) -> datetime:
    """The last five minutes: shows start at round times."""
    return now.astimezone(UTC) - (now - datetime.min.replace(tzinfo=UTC)) % _STEP


def _entry(plan: EntryPlan, start: datetime) -> Entry:
    begins = start + timedelta(minutes=plan.at)
    return Entry(
        kind=plan.kind,
        title=plan.title,
        starts_at=begins,
        ends_at=begins + timedelta(minutes=plan.minutes),
        location=plan.location,
    )


def _ticket_type(plan: TypePlan, opens: datetime, closes: datetime) -> TicketType:
    return TicketType(
        key=plan.key,
        name=plan.name,
        price=plan.price,
        quantity=plan.quantity,
        sold=plan.sold,
        description=plan.description,
        benefits=plan.benefits,
        max_per_person=plan.max_per_person,
        looks_first=plan.looks_first,
        sale_start=opens,
        sale_end=closes,
    )


def _collection(plan: CollectionPlan, now: datetime) -> Collection:
    season, year = season_at(now, plan.seasons_back)
    return Collection(
        key=plan.key,
        designer=plan.designer,
        name=plan.name,
        description=plan.description,
        looks=plan.looks,
        cuts=plan.cuts,
        look=plan.look,
        season=season,
        year=year,
        status=plan.status,
    )
