"""What is refused about money that comes and goes back."""

from dataclasses import dataclass
from datetime import datetime

from domain.errors.base import DomainError
from domain.money import Money


@dataclass(eq=False)
class PaymentAway(DomainError):
    """The provider takes no money now. The places are held `until` then, told in `time_zone`."""

    until: datetime
    time_zone: str


class AlreadyPaid(DomainError):
    """The order is paid."""


class MoneyTaken(AlreadyPaid):
    """Its money was taken, at this door or before."""


@dataclass(eq=False)
class MoreThanCame(DomainError):
    """No more than `left` can go back of an order's money."""

    left: Money


class RefundLeft(DomainError):
    """The money is on its way back, or has come: there is nothing to do."""


class PaymentUnderWay(DomainError):
    """A payment for the order was agreed to a moment ago and has not come yet."""


class AmountChanged(DomainError):
    """Something else would come back by now than what was shown."""


class RefundUnderWay(DomainError):
    """Money of the ticket's order is on its way back: until then it stays with its holder."""
