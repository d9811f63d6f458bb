"""What comes back of a ticket's price, and until when (rules.md ORD13).

A policy is data, so that an order keeps what its buyer saw whatever its house decides later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from domain.money import Money

_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class Step:
    """Until so many `hours` before the start, `percent` of the price comes back."""

    hours: int
    percent: int


@dataclass(frozen=True, slots=True)
class Split:
    """Of one price: what goes `back`, and what the house has `kept`."""

    back: Money
    kept: Money


@dataclass(frozen=True, slots=True)
class Policy:
    """Steps, the earliest first; after the last nothing comes back, without any nothing ever."""

    steps: tuple[Step, ...] = ()

    @classmethod
    def read(cls, data: Sequence[Mapping[str, Any]]) -> "Policy":
        """From the database, in whichever order its steps stand there."""
        steps = [Step(each["hours"], each["percent"]) for each in data]
        return cls(tuple(sorted(steps, key=lambda step: -step.hours)))

    def wire(self) -> list[dict[str, int]]:
        """For the database."""
        return [{"hours": step.hours, "percent": step.percent} for step in self.steps]

    def split(self, price: Money, *, now: datetime, starts_at: datetime) -> Split:
        """What comes back of `price` at `now`; half a cent goes to the guest."""
        back = Money(-(-price.amount * self._percent(starts_at - now) // _ALL), price.currency)
        return Split(back, Money(price.amount - back.amount, price.currency))

    def _percent(self, ahead: timedelta) -> int:
        """The first step that is not over says it."""
        open_now = (step.percent for step in self.steps if ahead >= timedelta(hours=step.hours))
        return next(open_now, 0)


WHOLE: Final = Policy((Step(-(10**6), _ALL),))
"""All of it, whenever: where it is the house that breaks the promise."""


class Terms(StrEnum):
    """What a house chooses from. `USUAL` is what an event begins with."""

    USUAL = "usual"
    EARLY = "early"
    DAY = "day"
    LAST = "last"
    NONE = "none"

    @property
    def policy(self) -> Policy:
        """The steps that it stands for."""
        return _POLICIES[self]


_POLICIES: Final[Mapping[Terms, Policy]] = {
    Terms.USUAL: Policy((Step(7 * 24, _ALL), Step(48, 50))),
    Terms.EARLY: Policy((Step(14 * 24, _ALL), Step(7 * 24, 50))),
    Terms.DAY: Policy((Step(24, _ALL),)),
    Terms.LAST: Policy((Step(0, _ALL),)),
    Terms.NONE: Policy(),
}
