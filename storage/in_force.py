"""The settings that are in force, as a process knows them.

Every process reads the whole table twice a second, off the way of those who use it
(`domain/house_rules.py`): a value costs nothing where it is asked for, a change counts everywhere
within a second, and while the database is away the last ones hold.
"""

from collections.abc import Mapping


class InForce:
    """The values that were last read, by name. Shared by all databases of a process."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        self._values: Mapping[str, int] = {}

    def get(self, name: str) -> int | None:
        """A value; None before the first reading, and for a name that the database lacks."""
        return self._values.get(name)

    def put(self, values: Mapping[str, int]) -> Mapping[str, int]:
        """These are in force from now on; returns those that are others than before.

        Of the first reading nothing is new.
        """
        before, self._values = self._values, values
        return {
            name: value for name, value in values.items() if before and before.get(name) != value
        }
