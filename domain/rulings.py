"""What was decided about the house rules: how they stand, what they were, setting one anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators, trail
from domain.actors import Person
from domain.errors import DecidedMeanwhile, NotAvailable, OutOfBounds
from domain.house_rules import RULES, Rule
from storage.queries import settings as queries
from storage.queries import versions

LONGEST_REASON: Final = 500
_LISTED = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule, what is in force, and of which `version` that is (from 1). `id` is its row."""

    id: UUID
    rule: Rule
    value: int
    version: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A change: aware UTC, by whom (a masked name; "" for oneself, None where no person acted),
    from which value to which, and why, where that was said."""

    id: UUID
    at: datetime
    who: str | None
    before: int
    value: int
    reason: str | None


async def everything(session: AsyncSession, *, by: Person) -> Sequence[Standing]:
    """How all rules stand. Raises `NotAvailable` for who does not run the portal."""
    await administrators.require(session, by)
    return await stand(session)


async def stand(session: AsyncSession) -> Sequence[Standing]:
    """How all rules stand, for whoever may read the table."""
    rows = {row.name: row for row in await queries.everything(session)}
    return [
        Standing(rows[name].id, rule, rows[name].value, rows[name].version)
        for name, rule in RULES.items()
        if name in rows
    ]


async def get(session: AsyncSession, *, by: Person, id: UUID) -> Standing:
    """How the rule of a row stands. Raises `NotAvailable`."""
    for each in await everything(session, by=by):
        if each.id == id:
            return each
    raise NotAvailable


async def history(session: AsyncSession, *, by: Person, name: str) -> Sequence[Decision]:
    """The last changes of a rule, the last first. Raises `NotAvailable`."""
    await administrators.require(session, by)
    rows = await queries.history(session, name=name, limit=_LISTED)
    told: list[Decision] = []
    reason = None
    for row in reversed(rows):
        # What is told of a change is what differs: the same reason twice stands once.
        reason = row.reason if row.has_reason else reason if row.user_id else None
        told.append(_decision(row, reason, by))
    return told[::-1]


async def decide(
    session: AsyncSession, *, by: Person, id: UUID, value: int, reason: str, version: int
) -> UUID:
    """Set a rule that still is of the version that its administrator saw; its row again.

    Raises `NotAvailable`, `OutOfBounds`, `DecidedMeanwhile`.
    """
    now = await get(session, by=by, id=id)
    name = now.rule.name
    require_possible(now.rule, value)
    if now.value == value:
        return id
    await versions.because(session, reason)
    set_now = await queries.change(session, name=name, value=value, reason=reason, version=version)
    if set_now is None:
        raise DecidedMeanwhile
    await trail.setting_changed(session, id=id, name=name, old=now.value, new=value)
    return id


async def decide_as_owner(session: AsyncSession, *, rule: Rule, value: int, reason: str) -> None:
    """Set a rule, as whoever runs the machine. Raises `OutOfBounds`."""
    require_possible(rule, value)
    [now] = [each for each in await stand(session) if each.rule is rule]
    await versions.because(session, reason)
    await queries.change(session, name=rule.name, value=value, reason=reason, version=now.version)


def require_possible(rule: Rule, value: int) -> None:
    """Raises `OutOfBounds`."""
    if not rule.lowest <= value <= rule.highest:
        raise OutOfBounds(rule.lowest, rule.highest)


def _decision(row: Row[Any], reason: str | None, by: Person) -> Decision:
    who = None if row.user_id is None else "" if row.user_id == by.id else row.mask or "•••"
    return Decision(row.id, row.at, who, row.old_value, row.value, reason)
