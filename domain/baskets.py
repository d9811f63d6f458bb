"""A basket: how many of each ticket type, by the type's position in its event."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST_OF_ONE = len(_DIGITS) - 1
MOST_TYPES = 12
"""As many as fit a button beside the event's id and the total."""


@dataclass(frozen=True, slots=True)
class Basket:
    """Quantities by position, position 0 first."""

    quantities: tuple[int, ...] = ()

    @classmethod
    def parse(cls, wire: str) -> "Basket":
        """From a button; digits that nobody wrote count as an empty basket."""
        if len(wire) > MOST_TYPES or any(digit not in _DIGITS for digit in wire):
            return cls()
        return cls(tuple(_DIGITS.index(digit) for digit in wire))

    @classmethod
    def of(cls, quantities: Mapping[int, int]) -> "Basket":
        """From quantities by position."""
        size = max(quantities, default=-1) + 1
        return cls(tuple(quantities.get(position, 0) for position in range(size)))

    def wire(self) -> str:
        """For a button."""
        return "".join(_DIGITS[quantity] for quantity in self.quantities).rstrip("0")

    def quantity(self, position: int) -> int:
        """How many of the type at `position`."""
        return self.quantities[position] if position < len(self.quantities) else 0

    def with_quantity(self, position: int, quantity: int) -> "Basket":
        """The basket with another number of one type, between 0 and 35."""
        size = max(len(self.quantities), position + 1)
        changed = [self.quantity(each) for each in range(size)]
        changed[position] = min(max(quantity, 0), MOST_OF_ONE)
        return Basket(tuple(changed))

    def chosen(self) -> Iterator[tuple[int, int]]:
        """Position and quantity of what is in it."""
        return ((place, count) for place, count in enumerate(self.quantities) if count)

    @property
    def size(self) -> int:
        """How many tickets in all."""
        return sum(self.quantities)
