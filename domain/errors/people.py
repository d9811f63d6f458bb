"""What a person may be refused about what is theirs: account, words, data."""

from dataclasses import dataclass
from datetime import datetime

from domain.errors.base import DomainError


@dataclass(eq=False)
class Bound(DomainError):
    """Somebody cannot be forgotten yet: `ties` name what must be settled before."""

    ties: tuple[str, ...]


class LinkUsed(DomainError):
    """A one-time link was used before."""


class LinkExpired(DomainError):
    """A one-time link came too late."""


class DialogOver(DomainError):
    """The question of a guided dialog that was answered is no longer open."""


class EnquiryAnswered(DomainError):
    """Somebody of the house has answered this person already."""


class NoAddress(DomainError):
    """The person has no e-mail address that works, and a letter would go there."""


class OwnEmail(DomainError):
    """The person has confirmed this address already."""


class WrongPassword(DomainError):
    """Address and password do not belong together, or to nobody who works here."""


@dataclass(eq=False)
class TooManyTries(DomainError):
    """Passwords were tried too often: the next one is heard in `minutes`."""

    minutes: int


@dataclass(eq=False)
class PasswordTooShort(DomainError):
    """A password of fewer characters than `least`."""

    least: int


@dataclass(eq=False)
class PasswordTooLong(DomainError):
    """A password of more characters than `most`."""

    most: int


class PasswordOwn(DomainError):
    """A password that is the person's own name or address."""


class PasswordCommon(DomainError):
    """A password that is guessed early."""


@dataclass(eq=False)
class TooManyLetters(DomainError):
    """The person has asked for `most` letters within an hour; another may leave in `minutes`."""

    most: int
    minutes: int


class NumberTaken(DomainError):
    """The phone number cannot be kept: it stands with another account."""


class PublicName(DomainError):
    """The company is a house's public name, which its registration changes."""


@dataclass(eq=False)
class AskedLately(DomainError):
    """It was given a short while ago, and can be asked for again from `again_at` on."""

    again_at: datetime


class DataAtRest(DomainError):
    """The person wants their data kept and not used: nobody looks behind their masks."""


@dataclass(eq=False)
class AlreadyAsked(DomainError):
    """The same was asked for at `asked_at` and is still open; the law wants it by `due_at`."""

    asked_at: datetime
    due_at: datetime
