"""What people like to see: brands, kinds of evenings, cities, a price. "For you" follows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import follows, programme
from domain.filters import Price
from domain.follows import Kind
from domain.programme import City
from storage.enums import EventType
from storage.queries import profiles as queries
from storage.queries import programme as evenings

MOST = 12
"""Brands, and cities, that can be chosen from."""


@dataclass(frozen=True, slots=True)
class Brand:
    """A designer whose evenings can be liked."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Tastes:
    """What a person likes; nothing chosen means that it does not matter."""

    brands: Sequence[UUID] = ()
    types: Sequence[EventType] = ()
    cities: Sequence[City] = ()
    price: Price | None = None

    @property
    def any(self) -> bool:
        """Whether something was chosen."""
        return bool(self.brands or self.types or self.cities or self.price)


async def find(session: AsyncSession, *, person: UUID) -> Tastes:
    """What a person likes."""
    return _tastes(await queries.tastes(session, person=person))


async def keep(session: AsyncSession, *, person: UUID, tastes: Tastes) -> None:
    """From now on a person likes this."""
    kept: dict[str, Any] = {
        "brands": [str(each) for each in tastes.brands],
        "types": [each.value for each in tastes.types],
        "cities": [each.name for each in tastes.cities],
        "price": None if tastes.price is None else tastes.price.most,
    }
    chosen = {name: value for name, value in kept.items() if value not in (None, [])}
    await queries.put_tastes(session, person=person, tastes=chosen)


async def brands(session: AsyncSession, *, person: UUID, now: datetime) -> Sequence[Brand]:
    """Whom a person may like: those they chose or follow, then who shows next; at most `MOST`."""
    chosen = (await find(session, person=person)).brands
    known = {brand.id: brand for brand in await _named(session, chosen)}
    for each in await follows.mine(session, person=person):
        if each.kind is Kind.DESIGNER:
            known.setdefault(UUID(each.key), Brand(UUID(each.key), each.name))
    for row in await evenings.brands(session, now=now, limit=MOST):
        known.setdefault(row.id, Brand(row.id, row.name))
    return list(known.values())[:MOST]


async def cities(session: AsyncSession, *, person: UUID, now: datetime) -> Sequence[City]:
    """Where a person may like to go: what they chose, then where something is on; `MOST`."""
    chosen = (await find(session, person=person)).cities
    known = {city.name: city for city in chosen}
    known |= {city.name: city for city in await programme.cities(session, now=now)}
    return list(known.values())[:MOST]


async def _named(session: AsyncSession, chosen: Sequence[UUID]) -> Sequence[Brand]:
    rows = await evenings.brands_of(session, ids=chosen) if chosen else ()
    return [Brand(row.id, row.name) for row in rows]


def _tastes(kept: Mapping[str, Any]) -> Tastes:
    price = kept.get("price")
    return Tastes(
        brands=[UUID(each) for each in kept.get("brands") or ()],
        types=[EventType(each) for each in kept.get("types") or ()],
        cities=[City(name, evenings.city_code(name)) for name in kept.get("cities") or ()],
        price=next((each for each in Price if each.most == price), None),
    )
