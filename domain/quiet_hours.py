"""Quiet hours: when campaigns leave a person in peace, by the clock of where they are.

Tickets, receipts, reminders and service notices heed none. Whether somebody may be disturbed is
decided in the statement that says that the call comes next (`storage/queries/leases.py`).
"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.house_rules import QUIET_FROM, QUIET_TO, Place
from storage.queries import quiet_hours as queries

Hours = tuple[int, int]
"""From one full hour to another; the same twice: never quiet."""

NEVER: Final[Hours] = (0, 0)
CHOICES: Final[tuple[Hours, ...]] = ((20, 10), (21, 9), (22, 8), (23, 7))

ZONES: Final = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Paris",
    "Europe/Athens",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
)
"""The clocks that a person can choose from, from west to east."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A person's quiet hours, and their time zone where it is known."""

    hours: Hours
    zone: str | None


def usual(place: Place) -> Hours:
    """What holds for who never chose: the house rule."""
    return QUIET_FROM.number(place), QUIET_TO.number(place)


async def chosen(session: AsyncSession, *, person: UUID) -> Quiet:
    """When a person is left in peace."""
    row = await queries.chosen(session, user_id=person)
    hours = usual(session) if row.quiet is None else (int(row.quiet[0]), int(row.quiet[1]))
    return Quiet(hours, row.time_zone)


async def choose(session: AsyncSession, *, person: UUID, hours: Hours) -> None:
    """Be left in peace between these hours. Hours that are not offered change nothing."""
    if hours in (*CHOICES, NEVER, usual(session)):
        await queries.choose(session, user_id=person, hours=hours)


async def live_by(session: AsyncSession, *, person: UUID, zone: str | None) -> None:
    """Live by the clock of a zone, None: of the house that writes. One that is not offered
    changes nothing."""
    if zone is None or zone in ZONES:
        await queries.live_by(session, user_id=person, zone=zone)
