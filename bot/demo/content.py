"""Reads the demo's content from `content/*.toml` into the shapes of `bot.demo.shapes`.

A text in three languages is a list there: [English, French, Italian]. A field that nobody knows
is a mistake and raises `TypeError`, a missing one `KeyError`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bot.demo.shapes import (
    Code,
    CollectionPlan,
    Designer,
    EntryPlan,
    EventPlan,
    FromNow,
    Model,
    NextAt,
    OnDay,
    Organizer,
    Pool,
    Question,
    Said,
    Staff,
    Start,
    TypePlan,
    Venue,
)
from bot.drawing.garment import Cut
from bot.drawing.look import Look, Style
from storage.enums import ApprovalStatus, CollectionStatus, EventStatus, EventType, StaffRole

CITIES = ("milan", "paris", "london", "copenhagen", "berlin", "lisbon")

_FOLDER = Path(__file__).parent / "content"
_COUNTRIES = {
    "Milan": ("Italy", "Europe/Rome", "EUR"),
    "Paris": ("France", "Europe/Paris", "EUR"),
    "London": ("United Kingdom", "Europe/London", "GBP"),
    "Copenhagen": ("Denmark", "Europe/Copenhagen", "DKK"),
    "Berlin": ("Germany", "Europe/Berlin", "EUR"),
    "Lisbon": ("Portugal", "Europe/Lisbon", "EUR"),
}
_FACILITIES = ("step_free", "cloakroom", "bar", "seats", "accessible_toilet", "hearing_loop")
_MODEL = (
    "key",
    "stage_name",
    "full_name",
    "city",
    "height",
    "bust",
    "waist",
    "hips",
    "shoe",
    "age",
    "experience",
    "about",
)
_STEWARD = Staff("jonas", StaffRole.STEWARD)
_WHEN = re.compile(r"(?P<day>next|[+-]\d+) (?P<hour>\d\d):(?P<minute>\d\d)")

Table = dict[str, Any]


@cache
def venues() -> tuple[Venue, ...]:
    """Where it happens."""
    return tuple(_venue(**table) for table in _read("places")["venue"])


@cache
def houses() -> tuple[Organizer, ...]:
    """Who makes it."""
    return tuple(Organizer(**table) for table in _read("places")["house"])


@cache
def designers() -> tuple[Designer, ...]:
    """Who shows."""
    return tuple(_designer(**table) for table in _read("designers")["designer"])


@cache
def collections() -> tuple[CollectionPlan, ...]:
    """What they show."""
    return tuple(_collection(**table) for table in _read("collections")["collection"])


@cache
def models() -> tuple[Model, ...]:
    """Who walks."""
    content = _read("models")
    waiting = content["waiting"]
    played = {"amara": "amara"}
    return tuple(
        Model(
            **dict(zip(_MODEL, row, strict=True)),
            person=played.get(row[0], ""),
            status=ApprovalStatus.PENDING if row[0] in waiting else ApprovalStatus.APPROVED,
        )
        for row in content["model"]
    )


@cache
def events() -> tuple[EventPlan, ...]:
    """The weeks of all cities."""
    return tuple(_event(**table) for city in CITIES for table in _read(city)["event"])


@cache
def _read(name: str) -> Table:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _venue(*, place: list[float], has: list[str], directions: list[str], **fields: Any) -> Venue:
    country, time_zone, _ = _COUNTRIES[fields["city"]]
    return Venue(
        country=country,
        latitude=place[0],
        longitude=place[1],
        time_zone=time_zone,
        facilities=tuple((name, name in has) for name in _FACILITIES),
        directions=Said(*directions),
        **fields,
    )


def _designer(*, look: str, about: list[str], status: str = "approved", **fields: Any) -> Designer:
    for name in ("specialties", "achievements"):
        fields[name] = tuple(fields[name])
    return Designer(look=_look(look), about=Said(*about), status=ApprovalStatus(status), **fields)


def _collection(
    *,
    look: str,
    about: list[str],
    looks: list[list[str]],
    cuts: str,
    back: int = 0,
    status: str = "published",
    **fields: Any,
) -> CollectionPlan:
    return CollectionPlan(
        look=_look(look),
        description=Said(*about),
        looks=tuple(Said(*each) for each in looks),
        cuts=tuple(Cut(each) for each in cuts.split()),
        seasons_back=back,
        status=CollectionStatus(status),
        **fields,
    )


def _event(
    *,
    about: list[str],
    kind: str,
    house: str,
    start: int | str,
    look: str,
    programme: list[list[Any]],
    ticket: list[Table],
    status: str = "published",
    sales_open: str = "",
    pools: list[Table] | None = None,
    **fields: Any,
) -> EventPlan:
    city = {venue.key: venue.city for venue in venues()}[fields["venue"]]
    for name in ("collections", "models"):
        fields[name] = tuple(fields.get(name, ()))
    opens = _start(sales_open) if sales_open else None
    return EventPlan(
        description=Said(*about),
        kind=EventType(kind),
        organizer=house,
        currency=_COUNTRIES[city][2],
        start=_start(start),
        sales_open=opens if isinstance(opens, OnDay) else None,
        look=_look(look),
        schedule=tuple(
            EntryPlan(kind=what, title=Said(*title), at=at, minutes=minutes, location=location)
            for what, at, minutes, title, location in programme
        ),
        types=tuple(_type(**each) for each in ticket),
        pools=tuple(
            Pool(each["name"], each["size"], tuple(each["types"])) for each in pools or ()
        ),
        status=EventStatus(status),
        staff=_staff(house, fields.pop("staff", ())),
        questions=tuple(
            Question(text, tuple(choices)) for text, choices in fields.pop("questions", ())
        ),
        codes=tuple(Code(*each) for each in fields.pop("codes", ())),
        **fields,
    )


def _type(
    *,
    key: str,
    price: int,
    sold: int,
    name: list[str],
    about: list[str],
    perks: list[list[str]],
    of: int | None = None,
    limit: int = 6,
    looks_first: bool = False,
) -> TypePlan:
    return TypePlan(
        key=key,
        name=Said(*name),
        price=price,
        quantity=of,
        sold=sold,
        description=Said(*about),
        benefits=tuple(Said(*each) for each in perks),
        max_per_person=limit,
        looks_first=looks_first,
    )


def _staff(house: str, stewards: list[str]) -> tuple[Staff, ...]:
    """The house that a visitor plays has a team everywhere; others borrow its steward."""
    players = {each.key: each.person for each in houses()}
    if players[house]:
        return Staff(players[house], StaffRole.MANAGER), _STEWARD
    return tuple(Staff(each, StaffRole.STEWARD) for each in stewards)


def _start(written: int | str) -> Start:
    """Minutes from now, or `+3 21:00`: in three days, or `next 19:00`."""
    if isinstance(written, int):
        return FromNow(written)
    found = _WHEN.fullmatch(written)
    if found is None:
        raise ValueError(f"no time: {written!r}")
    hour, minute = int(found["hour"]), int(found["minute"])
    return (
        NextAt(hour, minute) if found["day"] == "next" else OnDay(int(found["day"]), hour, minute)
    )


def _look(written: str) -> Look:
    style, palette, seed = written.split()
    return Look(Style(style), palette, int(seed))
