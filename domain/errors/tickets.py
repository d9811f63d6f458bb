"""What is refused about tickets, until and at the door."""

from dataclasses import dataclass

from domain.errors.base import DomainError


class TicketUsed(DomainError):
    """The ticket has passed the door: it cannot end any more."""


@dataclass(eq=False)
class HoldersFixed(DomainError):
    """From `hours` before the start tickets stay with whoever holds them."""

    hours: int


class GiftTaken(DomainError):
    """Somebody else opened the card of a ticket first."""


class GiftOver(DomainError):
    """A ticket's card counts no longer: taken back, too late, or the ticket has changed."""


class GiftUnclaimed(DomainError):
    """Nobody has opened the card of a ticket yet."""


class TicketPassed(DomainError):
    """Somebody came in with the ticket: it stays with its holder."""


class TicketEnded(DomainError):
    """The ticket was cancelled or refunded."""


@dataclass(eq=False)
class NotTakingPlace(DomainError):
    """The event of a ticket was called off."""

    title: str


class TicketGone(DomainError):
    """The holder's ticket was given back, or ended otherwise."""


class TicketBlocked(DomainError):
    """The ticket waits for a dispute to end."""


class TicketUnpaid(DomainError):
    """The ticket is still to be paid."""


@dataclass(eq=False)
class FewerOutside(DomainError):
    """Of a party only `left` have not passed the door yet."""

    left: int


class NothingToUndo(DomainError):
    """Nothing was scanned that could be taken back."""


@dataclass(eq=False)
class TooManyWrongCodes(DomainError):
    """So many codes that are none were typed that the next is heard in `minutes` only."""

    minutes: int
