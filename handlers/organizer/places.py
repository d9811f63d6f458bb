"""Where an event takes place, as questions: an earlier venue of the house, or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from bot.screens.parts import place, shorten
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Fact,
    Option,
    Place,
    Text,
    WholeNumber,
    has_letters,
    is_worded,
    some_of,
)
from domain import geography, venues
from domain.venues import Facility, NewVenue, VenueName
from storage.database import Tx

NEW = "new"
_COUNTRIES = 8
_LABEL = 40
_NOWHERE = "UTC"
_NONE, _SOME = "none", "some"


async def _known(asking: Asking) -> Sequence[Option]:
    if asking.answers.get(KNOWN) == _NONE:
        return []
    own = await venues.of_house(asking.tx.session, person=asking.person.id)
    named = [Option(each.id.hex, shorten(place(each.name, each.city), _LABEL)) for each in own]
    return [*named, Option(NEW, asking.t.plain("venue-new"))]


def _is_new(answers: Answers) -> bool:
    return answers.find(VENUE) == NEW or answers.get(KNOWN) == _NONE


def _lacks_name(answers: Answers) -> bool:
    spot = answers.find(SPOT)
    return _is_new(answers) and not (spot and spot.name)


def _lacks_address(answers: Answers) -> bool:
    spot = answers.find(SPOT)
    return _is_new(answers) and not (spot and spot.address)


async def _countries(asking: Asking) -> Sequence[Option]:
    spot = asking.answers.find(SPOT)
    if spot is None:
        return [Option(NEW, NEW)]  # asked once the place is known
    near = geography.countries_near(spot.latitude, spot.longitude, limit=_COUNTRIES)
    return [Option(code, geography.country_name(code, asking.t.locale)) for code in near]


KNOWN = Fact("known", make=str)
VENUE = Choice("venue", make=str, options=_known)
SPOT = Place("spot", when=_is_new)
NAME = Text("place", limit=venues.LONGEST_NAME, check=has_letters, when=_lacks_name)
ADDRESS = Text("address", limit=venues.LONGEST_ADDRESS, check=has_letters, when=_lacks_address)
CITY = Text("city", limit=venues.LONGEST_CITY, check=is_worded, when=_is_new)
COUNTRY = Choice("country", make=str, options=_countries, when=_is_new)
CAPACITY = WholeNumber("holds", low=1, high=venues.LARGEST, when=_is_new)
FACILITIES = some_of("facilities", Facility, optional=True, when=_is_new)
STEPS = (KNOWN, VENUE, SPOT, NAME, ADDRESS, CITY, COUNTRY, CAPACITY, FACILITIES)


async def known(tx: Tx, *, person: UUID) -> dict[str, str]:
    """The fact with which these questions begin: whether there are venues to choose from."""
    own = await venues.of_house(tx.session, person=person)
    return {KNOWN.name: _SOME if own else _NONE}


async def chosen(tx: Tx, answers: Answers, *, person: UUID) -> VenueName | NewVenue:
    """The venue that the answers name. Raises `NotAvailable` for one of another house."""
    if not _is_new(answers):
        id = UUID(answers.get(VENUE))
        return await venues.get_own(tx.session, venue_id=id, person=person)
    spot, facilities = answers.get(SPOT), answers.find(FACILITIES)
    return NewVenue(
        name=spot.name or answers.get(NAME),
        address=spot.address or answers.get(ADDRESS),
        city=answers.get(CITY),
        country=answers.get(COUNTRY),
        capacity=answers.get(CAPACITY),
        latitude=spot.latitude,
        longitude=spot.longitude,
        facilities=facilities or (),
    )


async def zone(asking: Asking) -> str:
    """The clock at the venue that was answered so far."""
    earlier = await _earlier(asking)
    if earlier is not None:
        return earlier.time_zone
    spot, country = asking.answers.find(SPOT), asking.answers.find(COUNTRY)
    if spot is None or country is None:
        return _NOWHERE
    return geography.zone_of(country, spot.latitude, spot.longitude)


async def room(asking: Asking) -> int | None:
    """How many the venue that was answered holds, None while nobody knows."""
    earlier = await _earlier(asking)
    return asking.answers.find(CAPACITY) if earlier is None else earlier.capacity


async def _earlier(asking: Asking) -> VenueName | None:
    if _is_new(asking.answers) or asking.answers.find(VENUE) is None:
        return None
    id = UUID(asking.answers.get(VENUE))
    return await venues.get_own(asking.tx.session, venue_id=id, person=asking.person.id)


@dataclass(frozen=True, kw_only=True)
class Seats(WholeNumber):
    """As many as the venue holds, at most."""

    async def prepared(self, asking: Asking) -> Self:
        """With the venue's room as the limit."""
        holds = await room(asking)
        return self if holds is None else replace(self, high=min(self.high, holds))
