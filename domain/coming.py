"""Whether the evenings of a campaign still come: the one that it is about, and those that its
buttons lead to. Nothing leaves that is about an evening that is over, or that invites to nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from domain.errors import (
    ButtonLeavesTooLate,
    ButtonToNothing,
    EventCalledOff,
    EventOver,
    LeavesTooLate,
)


@dataclass(frozen=True, slots=True)
class Evening:
    """An evening that a campaign is about, or leads to."""

    title: str
    ends_at: datetime
    time_zone: str
    called_off: bool

    def is_over(self, now: datetime) -> bool:
        """Whether it has ended."""
        return self.ends_at <= now


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a campaign cannot leave: an evening is over or was `called_off`, which it is about, or
    to which a button leads."""

    title: str
    called_off: bool
    by_button: bool = False

    @property
    def why(self) -> str:
        """What speaks against it, as texts name it."""
        return "called-off" if self.called_off else "over"


@dataclass(frozen=True, slots=True)
class Coming:
    """The evening that a campaign is about, and of those that its buttons lead to the one that is
    first in its way. `invites`: it is no notice of what guests must know, which still leaves when
    their evening was called off."""

    about: Evening | None = None
    led_to: Evening | None = None
    invites: bool = True

    def objection(self, now: datetime) -> Objection | None:
        """What speaks against its leaving now."""
        if self.about is not None:
            if self.about.is_over(now):
                return Objection(self.about.title, called_off=False)
            if self.about.called_off and self.invites:
                return Objection(self.about.title, called_off=True)
        if self.led_to is not None and (self.led_to.called_off or self.led_to.is_over(now)):
            return Objection(self.led_to.title, self.led_to.called_off, by_button=True)
        return None

    def require(self, *, now: datetime, at: datetime | None = None) -> None:
        """Raises `EventOver`, `EventCalledOff` or `ButtonToNothing` where something speaks against
        it now; `LeavesTooLate` or `ButtonLeavesTooLate` where an evening will be over `at` the
        time when it is to leave."""
        found = self.objection(now)
        if found is not None and found.by_button:
            raise ButtonToNothing(found.title, found.why)
        if found is not None:
            raise EventCalledOff(found.title) if found.called_off else EventOver(found.title)
        for evening, error in (
            (self.about, LeavesTooLate),
            (self.led_to, ButtonLeavesTooLate),
        ):
            if at is not None and evening is not None and evening.is_over(at):
                raise error(evening.title, evening.ends_at, evening.time_zone)
