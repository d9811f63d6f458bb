"""What the portal knows of a person, masked, and the looks behind a mask.

For who runs the portal. A look gives a reason, is written down with who looked, and cannot be
taken back; what it was at is read only once that is committed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators, house_rules
from domain.actors import Person
from domain.errors import DataAtRest, LookedTooOften, NotAvailable, UnknownNumber
from storage.enums import UserStatus
from storage.errors import AtRest, TooManyLooks
from storage.queries import dossiers as queries

LONGEST_REASON = 500
SHORTEST_REASON = 3

_LOOKS = 5
_LONGEST_NUMBER = 18
_LONGEST_CODE = 16


class Detail(StrEnum):
    """A field that stands masked."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    PICTURE = "picture"
    FIRST_NAME = "first_name"
    USERNAME = "username"
    BIO = "bio"
    LINKS = "links"
    COMPANY = "company"
    POSITION = "position"
    CITY = "city"
    BORN = "born"
    MEASURES = "measures"
    PORTFOLIO = "portfolio"
    PAGE = "page"


_PLACES: Mapping[Detail, tuple[str, str]] = {
    Detail.NAME: ("users", "full_name"),
    Detail.EMAIL: ("users", "email"),
    Detail.PHONE: ("users", "phone_number"),
    Detail.PICTURE: ("users", "profile_image_url"),
    Detail.FIRST_NAME: ("telegram_accounts", "first_name"),
    Detail.USERNAME: ("telegram_accounts", "username"),
    Detail.BIO: ("user_profiles", "bio"),
    Detail.LINKS: ("user_profiles", "social_links"),
    Detail.COMPANY: ("user_profiles", "company"),
    Detail.POSITION: ("user_profiles", "position"),
    Detail.CITY: ("user_profiles", "location"),
    Detail.BORN: ("models", "birth_date"),
    Detail.MEASURES: ("models", "measurements"),
    Detail.PORTFOLIO: ("models", "portfolio"),
    Detail.PAGE: ("models", "portfolio_url"),
}
_DETAILS = {place: detail for detail, place in _PLACES.items()}
_OBJECTS = frozenset({Detail.LINKS, Detail.MEASURES, Detail.PORTFOLIO})


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked: `by` is their masked name, None where it was oneself."""

    at: datetime
    by: str | None
    detail: Detail
    reason: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person as their card shows them; `masks` has the details that they told."""

    id: UUID
    status: UserStatus
    since: datetime
    last_login: datetime | None
    telegram_id: int | None
    reachable: bool
    roles: Sequence[str]
    house: str | None
    masks: Mapping[Detail, str]
    looks: Sequence[Look]


@dataclass(frozen=True, slots=True)
class Revealed:
    """What a look was at: a text, or the object of `LINKS`, `MEASURES` and `PORTFOLIO`."""

    person: UUID
    detail: Detail
    value: Any


async def find(session: AsyncSession, *, by: Person, asked: str) -> UUID:
    """Who is meant by an order's number, a ticket's code, Telegram's number, an e-mail address,
    a phone number or our own key.

    Raises `NotAvailable` for who does not run the portal, `UnknownNumber`.
    """
    await administrators.require(session, by)
    word = asked.strip().lstrip("#").upper()
    number = word.isascii() and word.isdigit() and len(word) <= _LONGEST_NUMBER
    found = await queries.find(
        session,
        id=_key(word),
        telegram_id=int(word) if number else None,
        code=word if len(word) <= _LONGEST_CODE else None,
    )
    person = found[0] if found else await queries.find_by_address(session, address=asked)
    if person is None:
        raise UnknownNumber
    return person


async def get(session: AsyncSession, *, by: Person, person: UUID) -> Dossier:
    """A person, masked. Raises `NotAvailable`."""
    await administrators.require(session, by)
    row = await queries.masked(session, person=person)
    if row is None:
        raise NotAvailable
    looks = await queries.looks(session, person=person, limit=_LOOKS)
    return _dossier(row, [_look(each) for each in looks])


async def reveal(
    session: AsyncSession, *, by: Person, person: UUID, detail: Detail, reason: str
) -> UUID:
    """Look at a detail: the key of the look, which `revealed` reads once this is committed.

    Raises `NotAvailable`, also where nothing was told, and `LookedTooOften`.
    """
    await administrators.require(session, by)
    entity, field = _PLACES[detail]
    try:
        look = await queries.reveal(
            session, person=person, entity=entity, field=field, reason=reason
        )
    except TooManyLooks:
        raise LookedTooOften(house_rules.LOOKS.number(session)) from None
    except AtRest:
        raise DataAtRest from None
    if look is None:
        raise NotAvailable
    return look


async def revealed(session: AsyncSession, *, by: Person, look: UUID) -> Revealed:
    """What a look of the last minutes was at, for who looked.

    Raises `NotAvailable`, `Tampered`, `KeyDestroyed`.
    """
    await administrators.require(session, by)
    found = await queries.revealed(session, look=look)
    if found is None:
        raise NotAvailable
    person, entity, field, value = found
    detail = _DETAILS[entity, field]
    return Revealed(person, detail, queries.read_object(value) if detail in _OBJECTS else value)


def _key(word: str) -> UUID | None:
    try:
        return UUID(word)
    except ValueError:
        return None


def _dossier(row: Row[Any], looks: Sequence[Look]) -> Dossier:
    return Dossier(
        id=row.id,
        status=UserStatus(row.status),
        since=row.created_at,
        last_login=row.last_login,
        telegram_id=row.telegram_id,
        reachable=bool(row.reachable),
        roles=tuple(row.roles),
        house=row.house,
        masks={
            detail: row.masks[f"{table}.{column}"]
            for detail, (table, column) in _PLACES.items()
            if f"{table}.{column}" in row.masks
        },
        looks=looks,
    )


def _look(row: Row[Any]) -> Look:
    by = None if row.is_me else row.by_mask or "•••"
    return Look(row.at, by, _DETAILS[row.entity, row.field], row.reason)
