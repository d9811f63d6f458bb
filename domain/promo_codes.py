"""Promo codes: words that make tickets cheaper or open hidden types (rules.md ORD15).

What a code does to a price is computed in the database alone, where it is also counted; here it is
made, looked at, and refused in words (docs/decisions/0023-promo-codes.md).
"""

import re
import unicodedata
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from math import ceil
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, productions
from domain.errors import CodeRefused, CodeTrouble, NameTaken, NotAvailable, TooMany
from domain.money import Money
from storage.enums import PromoEffect
from storage.ids import new_id
from storage.queries import promo_codes as queries

MOST: Final = 30
"""Codes of one event."""

SHORTEST: Final = 3
LONGEST: Final = 24
LARGEST: Final = 100_000
"""Tickets that a code may be for."""

WINDOW: Final = timedelta(minutes=15)
"""Wrong words are counted, and then none is heard, within this time of the first."""

_PLAIN = re.compile(r"[A-Z0-9][A-Z0-9-]+")
_HANDLE: Final = 6
"""Bytes: nobody guesses one who could not guess the word."""


@dataclass(frozen=True, slots=True)
class PromoCode:
    """A code at its makers' desk. `types` are the names of those it is for, () for all.

    `budget` and `per_person` are tickets, None without a bound; `used` of them count now, and
    `given` is what it took off their prices.
    """

    id: UUID
    event_id: UUID
    code: str
    effect: PromoEffect
    percent: int
    amount: Money
    types: Sequence[str]
    budget: int | None
    per_person: int | None
    valid_until: datetime | None
    paused: bool
    used: int
    given: Money

    def is_over(self, now: datetime) -> bool:
        """Whether its time is over."""
        return self.valid_until is not None and self.valid_until <= now


@dataclass(frozen=True, slots=True)
class Terms:
    """A code as who typed it sees it: good for `left` more tickets of theirs, None: for any."""

    code: str
    handle: str
    effect: PromoEffect
    percent: int
    amount: Money
    left: int | None
    valid_until: datetime | None


def plain(typed: str) -> str:
    """A word as it is kept: capitals and figures, no accents, no blanks; "" for what is none."""
    letters = unicodedata.normalize("NFKD", typed).upper()
    word = "".join(each for each in letters if not unicodedata.combining(each) and each != " ")
    word = re.sub("[\u2010-\u2015_]", "-", word).strip("-")
    fits = SHORTEST <= len(word) <= LONGEST and _PLAIN.fullmatch(word)
    return word if fits else ""


def handle(event_id: UUID, code: str) -> str:
    """How buttons name the `plain` word `code` of an event, in eight characters."""
    digest = sha256(event_id.bytes + code.encode()).digest()
    return urlsafe_b64encode(digest[:_HANDLE]).decode()


def propose(title: str, taken: Sequence[str]) -> str:
    """A word for a new code of the event `title`."""
    words = (plain(each) for each in title.split())
    stem = next((each for each in words if each.isalpha()), "GUEST")[:16]
    numbers = (f"{stem}{number}" for number in (10, *range(11, 100)))
    return next(each for each in numbers if each not in taken)


async def of_event(session: AsyncSession, *, event_id: UUID, by: UUID) -> Sequence[PromoCode]:
    """The codes of an event, the newest first. Raises `NotAvailable`."""
    event = await productions.get(session, event_id=event_id, by=by)
    rows = await queries.of_event(session, event_id=event_id)
    return [_code(row, event.currency) for row in rows]


async def get(session: AsyncSession, *, code_id: UUID, by: UUID) -> PromoCode:
    """One code. Raises `NotAvailable`."""
    row = await queries.find(session, code_id=code_id)
    if row is None:
        raise NotAvailable
    event = await productions.get(session, event_id=row.event_id, by=by)
    return _code(row, event.currency)


async def add(
    session: AsyncSession,
    *,
    event_id: UUID,
    by: UUID,
    code: str,
    effect: PromoEffect,
    number: int,
    types: Sequence[UUID],
    budget: int | None,
    per_person: int | None,
    valid_until: datetime | None,
    now: datetime,
) -> UUID:
    """A new code: `number` is percent, or minor units of each ticket; without `types` it is for
    all that are not hidden.

    Raises `NotAvailable`, `EventHasBegun`, `NameTaken`, `TooMany`.
    """
    event = await productions.hold_living(session, event_id=event_id, by=by, now=now)
    taken = await queries.codes(session, event_id=event_id)
    if code in taken:
        raise NameTaken(code)
    if len(taken) >= MOST:
        raise TooMany(MOST)
    id = new_id()
    off = Money(number, event.currency).major if effect is PromoEffect.AMOUNT else None
    await queries.add(
        session,
        types,
        id=id,
        event_id=event_id,
        code=code,
        handle=handle(event_id, code),
        effect=effect,
        percent=number if effect is PromoEffect.PERCENT else None,
        amount=off,
        every_type=not types,
        budget=budget,
        per_person=per_person,
        valid_until=valid_until,
        created_at=now,
    )
    return id


async def require_free(session: AsyncSession, *, event_id: UUID, code: str) -> None:
    """Raises `NameTaken` where an event has that code already."""
    if code in await queries.codes(session, event_id=event_id):
        raise NameTaken(code)


async def pause(session: AsyncSession, *, code_id: UUID, by: UUID, paused: bool) -> None:
    """Let a code rest, or count again; what was ordered with it stays. Raises `NotAvailable`."""
    await get(session, code_id=code_id, by=by)
    await queries.pause(session, code_id=code_id, paused=paused)


async def look_up(
    session: AsyncSession, *, event_id: UUID, handle: str, now: datetime
) -> Terms | CodeRefused:
    """What a code does, for the person who asks.

    Why it does not count is returned, not raised: a wrong word stands with the commit, and after
    too many of them (`house_rules.WORDS`) none is heard for a while. Raises `NotAvailable` for an
    event that never was.
    """
    most = house_rules.WORDS.number(session)
    row = await queries.try_word(
        session, event_id=event_id, handle=handle, most=most, window=WINDOW, now=now
    )
    if row is None:
        raise NotAvailable
    if row.free_at is not None:
        wait = ceil((row.free_at - now) / timedelta(minutes=1))
        return CodeRefused(CodeTrouble.LATER, minutes=max(wait, 1))
    if row.reason is not None:
        return CodeRefused(CodeTrouble(row.reason), row.left, row.code or "")
    return Terms(
        code=row.code,
        handle=handle,
        effect=PromoEffect(row.effect),
        percent=row.percent or 0,
        amount=Money.of(row.amount or Decimal(0), row.currency),
        left=row.left,
        valid_until=row.valid_until,
    )


def _code(row: Row[Any], currency: str) -> PromoCode:
    return PromoCode(
        id=row.id,
        event_id=row.event_id,
        code=row.code,
        effect=PromoEffect(row.effect),
        percent=row.percent or 0,
        amount=Money.of(row.amount or Decimal(0), currency),
        types=row.types,
        budget=row.budget,
        per_person=row.per_person,
        valid_until=row.valid_until,
        paused=row.paused,
        used=row.used,
        given=Money.of(row.given, currency),
    )
