"""Seals what people tell us before it reaches the database, and opens it again.

Every person has a data key of their own, kept in the key store and wrapped by the master key.
A value is sealed for its place (person, table, column, row) and opens nowhere else.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID, uuid5

import structlog
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import KeyDestroyed, KeysUnavailable, Misconfigured, Tampered
from storage.security.blind import blind_index
from storage.security.key_cache import DataKey, KeyCache
from storage.security.keys import SIZE, MasterKey, NotOurs
from storage.security.keystore import PERSON, KeyStore, MasterVersion, WrappedKey
from storage.security.noticed import Noticed
from storage.security.sealed import Place, Sealed, lock, unlock
from storage.security.unreadable import UNREADABLE

_HOUSE = UUID("6f1c7a52-53a4-4f0e-9a1b-0d9f0f6b7c11")
_KEYS_AT_ONCE = 1000
"""Keys that are fetched with one question to the store."""

_AT_ONCE = 100
"""Records that are opened before others get their turn: about a millisecond."""

_log = structlog.get_logger(__name__)


class Vault:
    """Seals and opens. `read_master` is asked again when a key was wrapped by a version that is
    not known yet, and before new keys are made: a rotation may go on while we work.
    `noticed` learns of every value that was changed or moved.

    What needs the key store raises `KeysUnavailable` while that is away, except where it says
    otherwise; keys that were used within the last minute are still at hand then.
    """

    def __init__(
        self,
        store: KeyStore,
        read_master: Callable[[], MasterKey],
        *,
        cache: KeyCache | None = None,
        noticed: Noticed | None = None,
    ) -> None:
        self.store = store
        self.noticed = noticed or Noticed()
        self._read_master = read_master
        self._master = read_master()
        self._cache = cache or KeyCache()

    async def prepare(self) -> None:
        """At the start: the store is there, and its keys are ours.

        Raises `Misconfigured` where it is not, or a version of the master key is missing.
        """
        await self.store.prepare()
        given = self._master.versions
        for known in await self.store.masters():
            if known.name not in given and await self.store.uses(known.name):
                raise Misconfigured(
                    f"The key store has keys of another master key (version {known.name}): give"
                    " MASTER_KEY, MASTER_KEY_FILE or DATA_DIR/master.key its old value, too."
                )
        for name in reversed(given):
            await self.store.note_master(MasterVersion(name, datetime.now(UTC)))

    async def admit(self, *people: UUID) -> None:
        """Make people's data keys, durable when this returns: before the first row with them."""
        await self._keys(people, make=True)

    async def seal(
        self, person: UUID, table: str, column: str, row: UUID | int, value: str
    ) -> str:
        """The record to keep in `column` of `row`; a key is made for who has none.

        Raises `KeyDestroyed`.
        """
        keys = await self._keys([person], make=True)
        if person not in keys:
            raise KeyDestroyed(person)
        return lock(keys[person].newest, Place(person, table, column, row), value)

    async def open(
        self, person: UUID, table: str, column: str, row: UUID | int, record: str
    ) -> str:
        """The value of one record. Raises `Tampered`, `KeyDestroyed`."""
        [value] = await self.open_many([Sealed(person, table, column, row, record)])
        if value is None:
            raise LookupError("a record opens to a value")
        return value

    async def open_many(self, records: Sequence[Sealed]) -> list[str | None]:
        """The values of records, in their order.

        Raises `Tampered` (after `noticed` was told) for one that was changed or moved,
        and `KeyDestroyed` for a person whose key is gone or never was.
        """
        opened: list[str | None] = []
        async for part, keys in self._parts(records):
            for each in part:
                if each.record is None:
                    opened.append(None)
                elif each.person in keys:
                    opened.append(await self._open(keys[each.person], each, each.record))
                else:
                    raise KeyDestroyed(each.person)
        return opened

    async def read_many(self, records: Sequence[Sealed]) -> list[str | None]:
        """As `open_many`, for lists that people look at: `UNREADABLE` stands for what cannot be
        read, whatever the reason. Raises nothing of the vault's."""
        read: list[str | None] = []
        try:
            async for part, keys in self._parts(records):
                read += [await self._read(keys.get(each.person), each) for each in part]
        except KeysUnavailable as error:
            _log.warning("the key store is away", error=str(error))
            left = records[len(read) :]
            read += [await self._read(self._cache.get(each.person), each) for each in left]
        return read

    async def house_key(self, purpose: str) -> bytes:
        """32 bytes of the house for one purpose, the same for good, also across rotations.

        They follow from the oldest version of the master key until a rotation keeps them.
        """
        [*kept] = await self.store.find([_owner_of(purpose)])
        if not kept:
            return self._master.derive(purpose)
        if kept[0].wrapped is None:
            raise KeyDestroyed(kept[0].owner)
        return self._unwrapped(kept[0].wrapped, kept[0].master)

    async def keep_house_key(self, purpose: str) -> None:
        """Make the key of `purpose` independent of the master key's oldest version."""
        key = await self.house_key(purpose)
        await self.store.add([self._wrap(_owner_of(purpose), purpose, key)])

    async def replaced_house_key(self, purpose: str) -> bytes | None:
        """The key that a house key has replaced, until it is settled."""
        [*kept] = await self.store.find([_owner_of(purpose)])
        if not kept or kept[0].older is None:
            return None
        return self._unwrapped(kept[0].older, kept[0].master)

    async def replace_house_key(self, purpose: str, key: bytes) -> None:
        """Give the house another key of 32 bytes for one purpose; the older one stays at hand."""
        await self.keep_house_key(purpose)
        [kept] = await self.store.find([_owner_of(purpose)])
        await self.store.renew([self._replaced(kept, key)])

    async def settle_house_key(self, purpose: str) -> None:
        """Let the key go that a house key has replaced."""
        await self.store.settle([_owner_of(purpose)])

    async def blind(self, table: str, column: str, canonical: str) -> bytes:
        """16 bytes by which a canonical value is found again without being readable."""
        return blind_index(await self.house_key(f"blind index {table}.{column}"), canonical)

    async def destroy(self, person: UUID) -> bool:
        """Destroy a person's key: nothing of theirs can be read again. False if there is none."""
        self._cache.forget(person)
        return await self.store.destroy(person, datetime.now(UTC))

    async def rewrap_some(self, limit: int) -> int:
        """Wrap at most `limit` keys by the newest version of the master key; how many it were."""
        keys = await self.store.behind(self._master.versions[0], limit)
        await self.store.rewrap([self._wrapped_anew(key) for key in keys])
        return len(keys)

    async def renew_some(self, before: datetime, limit: int) -> int:
        """Give at most `limit` people whose key was made before a moment a new one; how many.

        What is sealed from now on is sealed with that; the older key opens until it is settled.
        """
        self._follow_master()
        keys = await self.store.aged(PERSON, before, limit)
        await self.store.renew([self._replaced(key, secrets.token_bytes(SIZE)) for key in keys])
        return len(keys)

    @property
    def versions(self) -> tuple[str, ...]:
        """The names of the master key's versions, the newest first."""
        return self._master.versions

    async def close(self) -> None:
        """Give back what is open."""
        await self.store.close()

    async def _parts(
        self, records: Sequence[Sealed]
    ) -> AsyncIterator[tuple[Sequence[Sealed], Mapping[UUID, DataKey]]]:
        for start in range(0, len(records), _KEYS_AT_ONCE):
            known = records[start : start + _KEYS_AT_ONCE]
            people = {each.person for each in known if each.record is not None}
            keys = await self._keys(people, make=False)
            for first in range(0, len(known), _AT_ONCE):
                yield known[first : first + _AT_ONCE], keys
                await asyncio.sleep(0)

    async def _open(self, key: DataKey, each: Sealed, record: str) -> str:
        try:
            return unlock(key.newest, each, record)
        except Tampered:
            for other in await self._others(key, each.person):
                with suppress(Tampered):
                    return unlock(other, each, record)
            self.noticed.tell(each)
            raise

    async def _others(self, key: DataKey, person: UUID) -> list[AESGCM]:
        """With what else something of a person may be sealed: the key that theirs replaces, and
        what was made since we fetched it. Nothing more where the store is away."""
        self._cache.forget(person)
        fresh: Mapping[UUID, DataKey] = {}
        with suppress(KeysUnavailable):
            fresh = await self._keys([person], make=False)
        known = (key.older, *fresh.get(person, ()))
        return [each for each in known if each is not None]

    async def _read(self, key: DataKey | None, each: Sealed) -> str | None:
        if each.record is None:
            return None
        if key is None:
            return UNREADABLE
        try:
            return await self._open(key, each, each.record)
        except Tampered:
            return UNREADABLE

    async def _keys(self, people: Collection[UUID], *, make: bool) -> Mapping[UUID, DataKey]:
        """The keys of those people who have one that is not destroyed."""
        keys = {person: key for person in people if (key := self._cache.get(person))}
        missing = [person for person in people if person not in keys]
        if not missing:
            return keys
        found = {key.owner: key for key in await self.store.find(missing)}
        new = [person for person in missing if person not in found] if make else []
        if new:
            self._follow_master()
            fresh = [self._wrap(person, PERSON, secrets.token_bytes(SIZE)) for person in new]
            await self.store.add(fresh)
            # Somebody else may have been quicker: theirs is the one that stands.
            found |= {key.owner: key for key in await self.store.find(new)}
        for each in found.values():
            if each.wrapped is not None:
                keys[each.owner] = DataKey(
                    AESGCM(self._unwrapped(each.wrapped, each.master)),
                    AESGCM(self._unwrapped(each.older, each.master)) if each.older else None,
                )
        self._cache.put(keys)
        return keys

    def _follow_master(self) -> None:
        """Nothing new is wrapped by a version that is about to be taken away."""
        try:
            self._master = self._read_master()
        except Misconfigured as error:
            _log.warning("the master key cannot be read again", error=str(error))

    def _wrap(self, owner: UUID, kind: str, key: bytes) -> WrappedKey:
        wrapped = self._master.wrap(key)
        return WrappedKey(owner, kind, self._master.versions[0], wrapped, datetime.now(UTC))

    def _wrapped_anew(self, key: WrappedKey) -> WrappedKey:
        """The same key, and the one it replaces, under the newest version of the master key."""
        if key.wrapped is None:
            raise KeyDestroyed(key.owner)
        wrapped, older = (
            each and self._master.wrap(self._unwrapped(each, key.master))
            for each in (key.wrapped, key.older)
        )
        return key._replace(master=self._master.versions[0], wrapped=wrapped, older=older)

    def _replaced(self, key: WrappedKey, new: bytes) -> WrappedKey:
        older = self._wrapped_anew(key).wrapped
        return self._wrap(key.owner, key.kind, new)._replace(older=older)

    def _unwrapped(self, wrapped: bytes, version: str) -> bytes:
        if version not in self._master.versions:
            self._master = self._read_master()
        try:
            return self._master.unwrap(wrapped, version)
        except NotOurs:
            _log.error("a data key needs another master key", version=version)
            raise KeysUnavailable(f"master key version {version}") from None


def _owner_of(purpose: str) -> UUID:
    return uuid5(_HOUSE, purpose)
