"""Who acts, and what they may do."""

from dataclasses import dataclass, field
from uuid import UUID

from storage.context import Context


@dataclass(frozen=True, slots=True)
class Person(Context):
    """Somebody in a chat. `roles` open menus; every act is authorised again where it happens."""

    telegram_id: int = 0
    chat_id: int = 0
    name: str = ""
    locale: str = "en"
    roles: frozenset[str] = field(default_factory=frozenset)
    is_new: bool = False

    @property
    def id(self) -> UUID:
        """The person's id in the portal."""
        if self.user_id is None:
            raise TypeError("a person has an id")
        return self.user_id

    def has(self, role: str) -> bool:
        """Whether the menu of this role is open to them."""
        return role in self.roles


@dataclass(frozen=True, slots=True)
class House(Context):
    """The house itself, for the few steps that rightly touch the rows of another person.

    `user_id` is whose act is the cause, None where nobody's is. Such a step binds keys alone,
    never a text from a person; where they are is listed in tests/storage/test_house.py.
    """

    capacity: str = "house"


WORKER = Context("worker")
"""What happens by itself."""

PUBLIC = Context("public")
"""Whoever looks at the public catalogue."""
