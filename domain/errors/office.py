"""What is refused about registrations, and to who runs the portal."""

from dataclasses import dataclass

from domain.errors.base import DomainError


@dataclass(eq=False)
class TooShort(DomainError):
    """The law wants it kept for `days` at least."""

    days: int


class UnknownNumber(DomainError):
    """Nobody is known by this number or code."""


@dataclass(eq=False)
class LookedTooOften(DomainError):
    """Whoever runs the portal looks behind no more than `limit` masks an hour."""

    limit: int


@dataclass(eq=False)
class OutOfBounds(DomainError):
    """A house rule is set to something from `lowest` to `highest`."""

    lowest: int
    highest: int


class DecidedMeanwhile(DomainError):
    """Somebody else has set this house rule since it was looked at."""


class AlreadyDecided(DomainError):
    """Somebody of the house has decided this registration already."""


class RegistrationChanged(DomainError):
    """The person amended it after the administrator had looked at it."""


class AlreadyRegistered(DomainError):
    """The person is approved already: there is nothing to register."""


class OwnGuardian(DomainError):
    """A guardian's link was opened by the model it is about, or by somebody under age."""


class BrandNotApproved(DomainError):
    """The designer waits for the approval of the house: a collection cannot be shown yet."""
