"""The shapes of the demo's content. Things refer to each other by `key`.

`…Plan` is what is written down in `content/`, with times relative to the moment the demo starts;
the shapes without "Plan" are what `bot.demo.world.world` makes of it, with aware UTC instants.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.drawing.garment import Cut
from bot.drawing.look import Look
from storage.enums import ApprovalStatus, CollectionStatus, EventStatus, EventType, StaffRole


@dataclass(frozen=True)
class Said:
    """A text in the three languages of the portal."""

    en: str
    fr: str
    it: str


@dataclass(frozen=True)
class Person:
    """Somebody whom a visitor of the demo can be; `telegram_id` is above 2^31.

    `role` is what the portal lets them do, `about` the caption on the chat page.
    """

    key: str
    telegram_id: int
    first_name: str
    last_name: str
    username: str
    language_code: str
    about: str
    role: str


@dataclass(frozen=True)
class Purchase:
    """Tickets that one of the people has when the demo starts; all by key."""

    person: str
    event: str
    kind: str
    quantity: int


@dataclass(frozen=True)
class Venue:
    """A place; `facilities` as `venues.facilities` keeps them."""

    key: str
    name: str
    address: str
    city: str
    country: str
    latitude: float
    longitude: float
    time_zone: str
    capacity: int
    facilities: tuple[tuple[str, bool], ...]
    directions: Said


@dataclass(frozen=True)
class Organizer:
    """A house that makes events. `person` is the key of somebody of the demo, or ""."""

    key: str
    name: str
    full_name: str
    about: str
    seal: str
    person: str = ""


@dataclass(frozen=True)
class Designer:
    """A brand and the person behind it."""

    key: str
    brand: str
    full_name: str
    city: str
    about: Said
    specialties: tuple[str, ...]
    experience: str
    achievements: tuple[str, ...]
    look: Look
    person: str = ""
    status: ApprovalStatus = ApprovalStatus.APPROVED


@dataclass(frozen=True)
class CollectionPlan:
    """A collection; `seasons_back` 0 is the season that is shown now.

    `looks` are captions, `cuts` what is worn in each.
    """

    key: str
    designer: str
    name: str
    description: Said
    looks: tuple[Said, ...]
    cuts: tuple[Cut, ...]
    look: Look
    seasons_back: int = 0
    status: CollectionStatus = CollectionStatus.PUBLISHED


@dataclass(frozen=True)
class Collection:
    """A collection with its season and year."""

    key: str
    designer: str
    name: str
    description: Said
    looks: tuple[Said, ...]
    cuts: tuple[Cut, ...]
    look: Look
    season: str
    year: int
    status: CollectionStatus


@dataclass(frozen=True)
class Model:
    """Somebody who walks; height and measurements in centimetres, the shoe in European sizes."""

    key: str
    stage_name: str
    full_name: str
    city: str
    height: int
    bust: int
    waist: int
    hips: int
    shoe: int
    age: int
    experience: str
    about: str
    person: str = ""
    status: ApprovalStatus = ApprovalStatus.APPROVED


@dataclass(frozen=True)
class FromNow:
    """A start so many minutes after the demo starts (before it, if negative)."""

    minutes: int


@dataclass(frozen=True)
class OnDay:
    """A start so many days after today at a time of the day in the venue's city."""

    days: int
    hour: int
    minute: int = 0


@dataclass(frozen=True)
class NextAt:
    """A start at the next such time of the day in the venue's city, three quarters of an hour
    from now at the least: this evening, or tomorrow's for who starts the demo at night.
    """

    hour: int
    minute: int = 0


Start = FromNow | OnDay | NextAt


@dataclass(frozen=True)
class EntryPlan:
    """A line of the programme, `at` minutes after the start; `kind` as in event_schedules.type."""

    kind: str
    title: Said
    at: int
    minutes: int
    location: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of the programme."""

    kind: str
    title: Said
    starts_at: datetime
    ends_at: datetime
    location: str


@dataclass(frozen=True)
class TypePlan:
    """A ticket type; `price` in minor units, `sold` of `quantity` are gone when the demo starts.

    `quantity` None: only the pools and the event's capacity limit it. `looks_first`: the house
    looks at each order for it.
    """

    key: str
    name: Said
    price: int
    quantity: int | None
    sold: int
    description: Said
    benefits: tuple[Said, ...]
    max_per_person: int = 6
    looks_first: bool = False


@dataclass(frozen=True)
class TicketType:
    """A ticket type with the times of its sale."""

    key: str
    name: Said
    price: int
    quantity: int | None
    sold: int
    description: Said
    benefits: tuple[Said, ...]
    max_per_person: int
    looks_first: bool
    sale_start: datetime
    sale_end: datetime


@dataclass(frozen=True)
class Pool:
    """A quota that several types of one event draw from, beside their own."""

    name: str
    size: int
    types: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """What a house asks with an order, in its own words; answered by one of `choices`, if any."""

    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Code:
    """A promo code: so many percent off, for `budget` tickets, `each` for one person."""

    word: str
    percent: int
    budget: int
    each: int


@dataclass(frozen=True)
class Staff:
    """Who of the demo's people works at an event, and as what."""

    person: str
    role: StaffRole


@dataclass(frozen=True)
class EventPlan:
    """An event as it is written down; `minutes` is how long it lasts. A title is a name."""

    key: str
    title: str
    description: Said
    kind: EventType
    venue: str
    organizer: str
    currency: str
    start: Start
    minutes: int
    capacity: int
    look: Look
    collections: tuple[str, ...]
    schedule: tuple[EntryPlan, ...]
    types: tuple[TypePlan, ...]
    models: tuple[str, ...] = ()
    pools: tuple[Pool, ...] = ()
    staff: tuple[Staff, ...] = ()
    questions: tuple[Question, ...] = ()
    codes: tuple[Code, ...] = ()
    sales_open: OnDay | None = None
    status: EventStatus = EventStatus.PUBLISHED


@dataclass(frozen=True)
class Event:
    """An event with its instants. `collections` is the line-up in order, `models` who walks."""

    key: str
    title: str
    description: Said
    kind: EventType
    status: EventStatus
    venue: str
    organizer: str
    currency: str
    language: str
    time_zone: str
    starts_at: datetime
    ends_at: datetime
    capacity: int
    look: Look
    collections: tuple[str, ...]
    models: tuple[str, ...]
    schedule: tuple[Entry, ...]
    types: tuple[TicketType, ...]
    pools: tuple[Pool, ...]
    staff: tuple[Staff, ...]
    questions: tuple[Question, ...]
    codes: tuple[Code, ...]

    @property
    def sold(self) -> int:
        """Seats that are gone when the demo starts."""
        return sum(kind.sold for kind in self.types)
