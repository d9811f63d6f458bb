"""Whom and what people follow: designers, houses and cities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import programme
from domain.errors import NotAvailable
from domain.events import Page
from storage.queries import follows as queries

MOST = 40
"""As many as the list of what one follows shows."""


class Kind(StrEnum):
    """What can be followed, as buttons name it."""

    DESIGNER = "d"
    HOUSE = "o"
    CITY = "c"


@dataclass(frozen=True, slots=True)
class Followed:
    """Something that a person follows; `key` is an id or a city's code, as buttons carry it."""

    kind: Kind
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class HousePage:
    """A house, what it holds next, and whether the person follows."""

    id: UUID
    name: str
    about: str
    followed: bool
    next: Page


async def get_house(
    session: AsyncSession, *, organizer: UUID, person: UUID, now: datetime
) -> HousePage:
    """The page of a house. Raises `NotAvailable`, also for one that never held an evening."""
    row = await queries.house(session, organizer=organizer, person=person)
    if row is None:
        raise NotAvailable
    return HousePage(
        row.id,
        row.name,
        row.about or "",
        row.followed,
        await programme.of_house(session, organizer=organizer, now=now),
    )


async def mine(session: AsyncSession, *, person: UUID) -> Sequence[Followed]:
    """What a person follows, the newest first, at most `MOST`."""
    rows = await queries.of_person(session, person=person, limit=MOST)
    return [_followed(row) for row in rows]


def _followed(row: Any) -> Followed:
    if row.designer_id is not None:
        return Followed(Kind.DESIGNER, row.designer_id.hex, row.name)
    if row.organizer_id is not None:
        return Followed(Kind.HOUSE, row.organizer_id.hex, row.name)
    return Followed(Kind.CITY, row.city_code, row.name)


async def follows_designer(session: AsyncSession, *, person: UUID, designer: UUID) -> bool:
    """Whether a person follows a designer."""
    return await queries.follows(session, person=person, thing={"designer_id": designer})


async def follows_city(session: AsyncSession, *, person: UUID, city: str) -> bool:
    """Whether a person follows the city of this name."""
    return await queries.follows(session, person=person, thing={"city": city})


async def follow(session: AsyncSession, *, person: UUID, kind: Kind, key: str) -> str:
    """From now on a person follows; a second time changes nothing. The name of what it is.

    Raises `NotAvailable` for what the public cannot see.
    """
    match kind:
        case Kind.CITY:
            name = (await programme.get_city(session, code=key)).name
            thing: Mapping[str, Any] = {"city": name}
        case Kind.DESIGNER | Kind.HOUSE:
            name, thing = await _get_maker(session, kind, key, person)
    await queries.add(session, person=person, thing=thing)
    return name


async def unfollow(session: AsyncSession, *, person: UUID, kind: Kind, key: str) -> None:
    """A person follows no longer, also what has left the public. Raises `NotAvailable`."""
    if kind is not Kind.CITY:
        await queries.remove(session, person=person, thing=_maker(kind, key))
        return
    for each in await mine(session, person=person):
        if each.kind is kind and each.key == key:
            await queries.remove(session, person=person, thing={"city": each.name})


async def _get_maker(
    session: AsyncSession, kind: Kind, key: str, person: UUID
) -> tuple[str, Mapping[str, Any]]:
    thing = _maker(kind, key)
    (maker,) = thing.values()
    if kind is Kind.DESIGNER:
        row = await queries.designer(session, designer=maker)
    else:
        row = await queries.house(session, organizer=maker, person=person)
    if row is None:
        raise NotAvailable
    return row.name, thing


def _maker(kind: Kind, key: str) -> Mapping[str, Any]:
    try:
        return {"designer_id" if kind is Kind.DESIGNER else "organizer_id": UUID(key)}
    except ValueError:
        raise NotAvailable from None
