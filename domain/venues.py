"""Venues: those a house has been at, and new ones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import geography
from domain.errors import NotAvailable
from storage.ids import new_id
from storage.queries import venues as queries

LONGEST_NAME = 200
LONGEST_ADDRESS = 300
LONGEST_CITY = 120
LARGEST = 200_000
"""People in one venue."""

_SHOWN = 8


class Facility(StrEnum):
    """What a guest may want to know before they come."""

    STEP_FREE = "step_free"
    ACCESSIBLE_TOILET = "accessible_toilet"
    HEARING_LOOP = "hearing_loop"
    SEATS = "seats"
    CLOAKROOM = "cloakroom"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class VenueName:
    """A venue in a list of choices; `capacity` None where nobody said."""

    id: UUID
    name: str
    city: str
    country: str
    capacity: int | None
    time_zone: str

    @property
    def currency(self) -> str:
        """The money that is paid with there."""
        return geography.currency_in(self.country)


@dataclass(frozen=True, slots=True)
class NewVenue:
    """A venue to be; `country` is a code of ISO 3166, the place is in degrees."""

    name: str
    address: str
    city: str
    country: str
    capacity: int
    latitude: float
    longitude: float
    facilities: Collection[Facility] = field(default_factory=tuple)

    @property
    def time_zone(self) -> str:
        """The clock there."""
        return geography.zone_of(self.country, self.latitude, self.longitude)


async def of_house(session: AsyncSession, *, person: UUID) -> Sequence[VenueName]:
    """Where this house has been, the latest first."""
    return [_name(row) for row in await queries.of_house(session, person=person, limit=_SHOWN)]


async def get(session: AsyncSession, *, venue_id: UUID) -> VenueName:
    """A venue. Raises `NotAvailable`."""
    row = await queries.find(session, venue_id=venue_id)
    if row is None:
        raise NotAvailable
    return _name(row)


async def get_own(session: AsyncSession, *, venue_id: UUID, person: UUID) -> VenueName:
    """One of the venues of this house. Raises `NotAvailable`."""
    for venue in await of_house(session, person=person):
        if venue.id == venue_id:
            return venue
    raise NotAvailable


async def add(session: AsyncSession, *, venue: NewVenue) -> VenueName:
    """A new venue, with the clock of its place."""
    id = new_id()
    country = geography.country_name(venue.country, "en")
    await queries.add(
        session,
        id=id,
        name=venue.name,
        address=venue.address,
        city=venue.city,
        country=country,
        capacity=venue.capacity,
        facilities={each.value: True for each in venue.facilities},
        latitude=venue.latitude,
        longitude=venue.longitude,
        time_zone=venue.time_zone,
    )
    return VenueName(id, venue.name, venue.city, country, venue.capacity, venue.time_zone)


def _name(row: Row[Any]) -> VenueName:
    return VenueName(row.id, row.name, row.city, row.country or "", row.capacity, row.time_zone)
