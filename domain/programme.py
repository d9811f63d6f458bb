"""The programme: the evenings that a filter lets through, and the lists that have something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from domain.events import PAGE, Page, line_of
from domain.filters import LAST_PAGE, Filter, When
from storage.queries import programme as queries

MANY = queries.MOST_COUNTED
"""Evenings are counted up to here."""


@dataclass(frozen=True, slots=True)
class City:
    """A city where something happens; `code` stands for it on buttons."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Rooms:
    """Which lists have something for a person now, so that no button leads nowhere."""

    tonight: bool
    week: bool
    free: bool
    anything: bool
    mine: bool
    follows: bool


async def evenings(
    session: AsyncSession, *, wanted: Filter, person: UUID | None, now: datetime
) -> Page:
    """A page of what `wanted` lets through; the first one where there is no such page."""
    values = _values(wanted, person, now)
    rows = await queries.page(session, limit=PAGE + 1, offset=wanted.page * PAGE, values=values)
    if not rows and wanted.page:
        return await evenings(session, wanted=wanted.at_page(0), person=person, now=now)
    has_next = len(rows) > PAGE and wanted.page < LAST_PAGE
    return Page([line_of(row) for row in rows[:PAGE]], wanted.page, has_next)


async def count(session: AsyncSession, *, wanted: Filter, person: UUID, now: datetime) -> int:
    """How many evenings `wanted` lets through, up to `MANY`."""
    return await queries.count(session, values=_values(wanted, person, now))


async def of_house(session: AsyncSession, *, organizer: UUID, now: datetime) -> Page:
    """The first page of what a house holds next."""
    return await _first(session, {"now": now, "organizer": organizer})


async def of_designer(session: AsyncSession, *, designer: UUID, now: datetime) -> Page:
    """The first page of where a designer shows next."""
    return await _first(session, {"now": now, "designer": designer})


async def _first(session: AsyncSession, values: Mapping[str, Any]) -> Page:
    rows = await queries.page(session, limit=PAGE + 1, offset=0, values=values)
    return Page([line_of(row) for row in rows[:PAGE]], 0, len(rows) > PAGE)


async def rooms(session: AsyncSession, *, person: UUID, now: datetime) -> Rooms:
    """Which lists have something for a person."""
    row = await queries.rooms(session, person=person, now=now)
    return Rooms(row.tonight, row.week, row.free, row.anything, row.mine, row.follows)


async def cities(session: AsyncSession, *, now: datetime) -> Sequence[City]:
    """The cities where something is on or comes, by name."""
    return [City(row.city, row.city_code) for row in await queries.cities(session, now=now)]


async def find_city(session: AsyncSession, *, code: str) -> City | None:
    """The city of a code, None for a code that no city has."""
    name = await queries.city(session, code=code) if code else None
    return None if name is None else City(name, code)


async def get_city(session: AsyncSession, *, code: str) -> City:
    """The city of a code. Raises `NotAvailable`."""
    city = await find_city(session, code=code)
    if city is None:
        raise NotAvailable
    return city


def _values(wanted: Filter, person: UUID | None, now: datetime) -> dict[str, Any]:
    """What the query is asked; a part of the filter that is not chosen is not there."""
    first, last = wanted.days or (None, None)
    latitude, longitude = wanted.near.degrees if wanted.near else (None, None)
    free = wanted.price is not None and not wanted.price.most
    values = {
        "city": wanted.city,
        "tonight": wanted.when is When.TONIGHT,
        "week": wanted.when is When.WEEK,
        "first_day": first,
        "last_day": last,
        "kind": wanted.kind and wanted.kind.value,
        "free": free,
        "most": wanted.price.most if wanted.price and not free else None,
        "step_free": wanted.step_free,
        "person": person if wanted.mine else None,
        "latitude": latitude,
        "longitude": longitude,
    }
    given = {
        name: value
        for name, value in values.items()
        if value is not None and value is not False and value != ""
    }
    return {"now": now} | given
