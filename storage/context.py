"""Who acts, as the database sees it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Context:
    """The identity a transaction carries: the database role's capacity and the acting person.

    `capacity` is a short word such as "person", "worker" or "house"; `user_id` is None where
    no person acts.
    """

    capacity: str
    user_id: UUID | None = None

    def wire(self) -> str:
        """The context as the setting `app.actor` carries it."""
        return f"{self.capacity}|{self.user_id or ''}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One Telegram update of one bot: handled at most once with effect."""

    bot_id: int
    update_id: int
