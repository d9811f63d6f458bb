"""Money: whole minor units and their currency. NUMERIC in the database, never a float."""

from dataclasses import dataclass
from decimal import Decimal

_MINOR = Decimal(100)


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` minor units (cents, pence) of an ISO 4217 currency with two decimals."""

    amount: int
    currency: str

    @classmethod
    def of(cls, major: Decimal, currency: str) -> "Money":
        """From the database's decimal."""
        return cls(int((major * _MINOR).to_integral_exact()), currency)

    @property
    def major(self) -> Decimal:
        """For the database."""
        return Decimal(self.amount) / _MINOR

    def times(self, quantity: int) -> "Money":
        """The price of several."""
        return Money(self.amount * quantity, self.currency)
