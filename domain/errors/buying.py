"""What a guest may be refused who chooses, waits or holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.errors.base import DomainError


class Unavailability(StrEnum):
    """Why a ticket type cannot be had now (rules.md QUO6)."""

    GONE = "gone"
    ORDERED = "ordered"
    HELD = "held"


@dataclass(eq=False)
class SoldOut(DomainError):
    """Fewer places are left than were asked for."""

    reason: Unavailability
    left: int
    name: str = ""


@dataclass(eq=False)
class SalesClosed(DomainError):
    """The sale has ended, or has not begun; then it opens at `opens_at`."""

    opens_at: datetime | None = None


@dataclass(eq=False)
class LimitReached(DomainError):
    """More than one person may have of this ticket type."""

    limit: int
    name: str = ""


@dataclass(eq=False)
class StillToBeHad(DomainError):
    """Nobody needs to wait: `left` can be had at once."""

    left: int


class LineClosed(DomainError):
    """The house lets nobody join the waiting list any more."""


class CodeTrouble(StrEnum):
    """What is wrong with a promo code."""

    UNKNOWN = "unknown"
    PAUSED = "paused"
    OVER = "over"
    OTHER = "other"
    """It is for none of the types that were chosen."""

    USED_UP = "used_up"
    YOURS = "yours"
    """The person has had it as often as one person may."""

    LATER = "later"
    """Too many words were wrong: none is heard for some minutes."""


@dataclass(eq=False)
class CodeRefused(DomainError):
    """A promo code does not count; of one that is nearly used up `left` tickets still may. `LATER`
    is over in so many `minutes`."""

    trouble: CodeTrouble
    left: int | None = None
    code: str = ""
    minutes: int = 0


class PriceChanged(DomainError):
    """The total is another than the one shown: look again before paying."""


class EmptyBasket(DomainError):
    """Nothing was chosen."""


class HoldExpired(DomainError):
    """The order's time is over and its places have gone to others."""


class PlacesLetGo(HoldExpired):
    """Who wanted to pay at the door came too late: the house has let the places go."""


class OrderChanged(DomainError):
    """The invoice is of an earlier choice of the same order."""


class QuestionsOpen(DomainError):
    """The house asks something that the buyer has not answered yet."""


class ApprovalOpen(DomainError):
    """The house looks at this order before it is paid, and has not said yes yet."""


class AwaitsWord(DomainError):
    """The buyer has asked the house for tickets of the same evening, and waits for its word."""


class TooLateToAsk(DomainError):
    """The evening has begun: its house answers nobody any more."""


class QuestionAnswered(DomainError):
    """Somebody has answered this question: it stays."""


class AnswersFixed(DomainError):
    """The order is paid or over: what was answered for it stays as it is."""


class NotYours(DomainError):
    """The order belongs to somebody else."""


class EventCancelled(DomainError):
    """The show will not take place."""
