"""Where wrapped data keys are kept, apart from the database that they lock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

PERSON = "person"
"""The class of the keys of people. The house's own keys are each a class of their own name."""


class WrappedKey(NamedTuple):
    """A data key as it is kept. `wrapped` is None once it is destroyed: that it was there stays.

    `master` names the version of the master key that wrapped it; `created` is aware UTC. `older`
    is the key that this one replaces, for as long as something may still be sealed with that.
    """

    owner: UUID
    kind: str
    master: str
    wrapped: bytes | None
    created: datetime
    older: bytes | None = None

    def __repr__(self) -> str:
        return f"WrappedKey({self.owner}, {self.kind!r}, {self.master!r}, …)"


@dataclass(frozen=True, slots=True)
class Count:
    """How many keys of one class, state and master version there are, and since when.

    `replacing` of them have an older one beside them that still opens something.
    """

    kind: str
    destroyed: bool
    master: str
    number: int
    oldest: datetime
    replacing: int


@dataclass(frozen=True, slots=True)
class MasterVersion:
    """A version of the master key that was in use here at some time, and since when."""

    name: str
    created: datetime


class KeyStore(Protocol):
    """Every method raises `KeysUnavailable` while the store cannot be reached."""

    async def prepare(self) -> None:
        """Make what the store needs, where it is not there. Raises `Misconfigured`."""

    async def add(self, keys: Sequence[WrappedKey]) -> None:
        """Keep new keys, durably when this returns; one that is there already stays as it is."""

    async def find(self, owners: Collection[UUID]) -> Sequence[WrappedKey]:
        """The keys of these owners, destroyed ones too, in any order."""

    async def behind(self, master: str, limit: int) -> Sequence[WrappedKey]:
        """At most `limit` keys that another version than `master` wrapped."""

    async def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        """Replace how these keys are wrapped, all or none.

        One that was destroyed or renewed since it was read stays as it is.
        """

    async def aged(self, kind: str, before: datetime, limit: int) -> Sequence[WrappedKey]:
        """At most `limit` keys of a class that were made before a moment and replace no other."""

    async def renew(self, keys: Sequence[WrappedKey]) -> None:
        """Put new keys in the place of those that they name as `older`, all or none.

        One that was destroyed, or replaces another already, stays as it is.
        """

    async def replacing(self, kind: str, before: datetime, limit: int) -> Sequence[WrappedKey]:
        """At most `limit` keys of a class that replaced another before a moment."""

    async def settle(self, owners: Collection[UUID]) -> None:
        """Let go of the keys that these owners' keys have replaced."""

    async def owners(self, kind: str, before: datetime, after: UUID, limit: int) -> Sequence[UUID]:
        """At most `limit` owners of a class behind `after`, in order: those whose keys were made
        before a moment and are not destroyed."""

    async def remove(self, owners: Collection[UUID]) -> None:
        """Remove keys that never locked anything, without a trace."""

    async def destroy(self, owner: UUID, at: datetime) -> bool:
        """Remove a key for good; False where there is none or it is destroyed already."""

    async def census(self) -> Sequence[Count]:
        """All keys, counted."""

    async def uses(self, master: str) -> bool:
        """Whether a key that is not destroyed is wrapped by this version of the master key."""

    async def note_master(self, version: MasterVersion) -> None:
        """Remember since when a version of the master key is in use; the first word stands."""

    async def masters(self) -> Sequence[MasterVersion]:
        """The versions that were ever noted, the newest first."""

    async def close(self) -> None:
        """Give back what is open."""
