"""The house rules: caps, limits and times that an administrator sets while the portal runs.

Each is declared here once, with its unit and its bounds, and stands as a row of `settings`, where
the database holds it to the same bounds. Whoever needs one asks it where it acts:

    HOLD.lasts(db)                how long places are held, as a timedelta
    LETTERS.number(tx.session)    how many letters an hour

It is the value that this process last read, half a second ago (`follow`).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.errors import Unavailable
from storage.in_force import InForce
from storage.queries import settings as queries

_READS_EVERY = 0.5
_log = structlog.get_logger(__name__)

Place = AsyncSession | Database | InForce
"""Where a rule can be asked for."""


class Unit(StrEnum):
    """What a number counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    PER_SECOND = "per_second"
    PER_MINUTE = "per_minute"
    PER_HOUR = "per_hour"
    TIMES = "times"
    OCLOCK = "oclock"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what holds until somebody sets it, and the bounds, both possible."""

    name: str
    unit: Unit
    usual: int
    lowest: int
    highest: int

    def number(self, place: Place) -> int:
        """What is in force; within the bounds, also where an older portal knows narrower ones."""
        value = _in_force(place).get(self.name)
        return self.usual if value is None else min(max(value, self.lowest), self.highest)


class Span(Rule):
    """A rule about a time."""

    __slots__ = ()

    def lasts(self, place: Place) -> timedelta:
        """How long it is now."""
        return timedelta(**{self.unit.value: self.number(place)})

    @property
    def usually(self) -> timedelta:
        """How long it is where nobody has set it."""
        return timedelta(**{self.unit.value: self.usual})


def _in_force(place: Place) -> InForce:
    if isinstance(place, InForce):
        return place
    found: InForce = place.in_force if isinstance(place, Database) else place.info["in_force"]
    return found


HOLD: Final = Span("order_hold_minutes", Unit.MINUTES, 15, 5, 60)
"""How long places are held for a payment."""

GRACE: Final = Span("payment_grace_minutes", Unit.MINUTES, 10, 5, 60)
"""How long after we agreed to a payment it may still come."""

TICKETS: Final = Rule("tickets_per_person", Unit.TIMES, 4, 1, 20)
"""Tickets of a new type that one person may have."""

OFFER: Final = Span("waitlist_offer_minutes", Unit.MINUTES, 120, 5, 2880)
"""How long seats are held for who has waited for them."""

FEWER: Final = Span("waitlist_fewer_minutes", Unit.MINUTES, 30, 1, 1440)
"""How long a group waits for seats together until it is asked about the fewer that are free."""

APPROVAL: Final = Span("approval_hours", Unit.HOURS, 48, 1, 336)
"""How long a house may take to answer who asks for tickets that it looks at first."""

DOOR_OPENS: Final = Span("door_opens_hours", Unit.HOURS, 12, 1, 72)
"""How long before the start a ticket opens the door."""

DOOR_CLOSES: Final = Span("door_closes_hours", Unit.HOURS, 6, 1, 48)
"""How long after the end it still does."""

HOLDERS_FIXED: Final = Span("holders_fixed_hours", Unit.HOURS, 1, 0, 168)
"""How long before the start a ticket is no longer given back or away: the door's list stands."""

MOVED_ANSWER: Final = Span("moved_answer_days", Unit.DAYS, 7, 1, 60)
"""How long holders of a moved show may still say that they want their money back."""

BULK: Final = Rule("bulk_per_second", Unit.PER_SECOND, 25, 1, 1000)
"""Pushed messages a second, of all processes. Telegram allows about 30 (rules.md TG18); more is
for servers of one's own, and for who pays it for each message (TG19)."""

ATTEMPTS: Final = Rule("delivery_attempts", Unit.TIMES, 12, 3, 30)
"""Attempts before a delivery is dead: with twelve, about two and a half hours."""

LETTERS: Final = Rule("letters_per_hour", Unit.PER_HOUR, 5, 1, 20)
"""Letters with codes that a person may ask for, and that go to one address."""

CODE_LASTS: Final = Span("code_lasts_minutes", Unit.MINUTES, 15, 5, 60)
"""How long a mailed code counts."""

CODE_TRIES: Final = Rule("code_tries", Unit.TIMES, 5, 3, 10)
"""Wrong codes after which it no longer does."""

WORDS: Final = Rule("promo_tries", Unit.TIMES, 10, 3, 100)
"""Wrong words for promo codes after which a person has to wait."""

LOOKS: Final = Rule("looks_per_hour", Unit.PER_HOUR, 30, 1, 200)
"""Looks behind masks; `sec.reveal` counts them by the same row."""

TEAM_LINK: Final = Span("team_link_hours", Unit.HOURS, 72, 1, 336)
"""How long a link into a team works."""

GUARDIAN_LINK: Final = Span("guardian_link_days", Unit.DAYS, 7, 1, 30)
"""How long a guardian's link works."""

ADMINISTRATOR_LINK: Final = Span("administrator_link_hours", Unit.HOURS, 24, 1, 72)
"""How long a link that makes an administrator works."""

DRAFTS_KEPT: Final = Span("drafts_kept_days", Unit.DAYS, 30, 7, 365)
"""How long an unfinished dialog is kept."""

ERASE_COOL_OFF: Final = Span("erase_cool_off_hours", Unit.HOURS, 24, 24, 72)
"""How long somebody can think better of being forgotten."""

EXPORT_AGAIN: Final = Span("export_again_hours", Unit.HOURS, 24, 1, 168)
"""How long after a person had their data they can ask for them once more."""

ERRORS: Final = Rule("errors_per_minute", Unit.PER_MINUTE, 20, 1, 1000)
"""Errors in the logs of all processes from which on something is wrong."""

CALM: Final = Span("incident_calm_minutes", Unit.MINUTES, 2, 1, 60)
"""How long nothing must be seen of an incident until it is over."""

STUCK: Final = Span("money_stuck_hours", Unit.HOURS, 24, 1, 168)
"""How long money may be on its way until somebody must look where it is."""

QUIET_FROM: Final = Rule("quiet_from_hour", Unit.OCLOCK, 22, 0, 23)
"""From which hour on, in their own zone, campaigns do not reach people who never chose."""

QUIET_TO: Final = Rule("quiet_to_hour", Unit.OCLOCK, 8, 0, 23)
"""Until which; the same hour as `QUIET_FROM`: they always do."""

PER_WEEK: Final = Rule("campaigns_per_week", Unit.TIMES, 7, 0, 100)
"""Campaigns that one person gets within seven days, of all houses; 0: as many as there are."""

SECOND_PERSON: Final = Rule("approval_above_people", Unit.PEOPLE, 1000, 0, 10_000_000)
"""A campaign to more people wants a second person's yes; the database asks its own row."""

RULES: Final[Mapping[str, Rule]] = {
    rule.name: rule
    for rule in (
        *(HOLD, GRACE, TICKETS, OFFER, FEWER, APPROVAL, DOOR_OPENS, DOOR_CLOSES),
        *(HOLDERS_FIXED, MOVED_ANSWER, BULK, ATTEMPTS, LETTERS),
        *(CODE_LASTS, CODE_TRIES, WORDS, LOOKS, TEAM_LINK, GUARDIAN_LINK, ADMINISTRATOR_LINK),
        *(DRAFTS_KEPT, ERASE_COOL_OFF, EXPORT_AGAIN, ERRORS, CALM, STUCK),
        *(QUIET_FROM, QUIET_TO, PER_WEEK, SECOND_PERSON),
    )
}
"""All of them, in the order in which they are shown."""


async def refresh(db: Database) -> Mapping[str, int]:
    """Read what is in force now; returns what has changed. Raises `Unavailable`."""
    changed = db.in_force.put(await queries.values(db))
    if changed:
        _log.info("house rules have changed", keep=True, **changed)
    return changed


async def follow(db: Database) -> None:
    """Keep what is in force true, until cancelled; while the database is away the last holds."""
    while True:
        try:
            await refresh(db)
        except Unavailable as error:
            _log.debug("the house rules cannot be read now", reason=str(error))
        await asyncio.sleep(_READS_EVERY)
