"""The key store of one machine: an SQLite file beside the embedded data, for us alone."""

import asyncio
import os
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from storage.errors import KeysUnavailable, Misconfigured
from storage.security.keystore import Count, MasterVersion, WrappedKey

FILE_NAME = "keys.sqlite"
FILES = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm")
_BUSY_SECONDS = 3.0
_MOST_VALUES = 1000  # of one statement

_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS keys (
        owner BLOB PRIMARY KEY, kind TEXT NOT NULL, master TEXT NOT NULL, wrapped BLOB,
        created REAL NOT NULL, destroyed REAL, older BLOB,
        CHECK ((wrapped IS NULL) = (destroyed IS NOT NULL))
    ) WITHOUT ROWID
    """,
    "CREATE INDEX IF NOT EXISTS keys_by_master ON keys (master) WHERE wrapped IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS masters (name TEXT PRIMARY KEY, created REAL NOT NULL)",
)
_COLUMNS_SINCE = {"older": "ALTER TABLE keys ADD COLUMN older BLOB"}
"""What older files have not."""

_ADD = """
    INSERT INTO keys (owner, kind, master, wrapped, created) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
"""
_TABLE = "FROM keys "
_COLUMNS = "SELECT owner, kind, master, wrapped, created, older " + _TABLE
_BEHIND = _COLUMNS + "WHERE master {} ? AND wrapped IS NOT NULL LIMIT ?"
_OF_KIND = "WHERE kind = ? AND wrapped IS NOT NULL AND created < ? "
_AGED = _COLUMNS + _OF_KIND + "AND older IS NULL LIMIT ?"
_REPLACING = _COLUMNS + _OF_KIND + "AND older IS NOT NULL LIMIT ?"
_OWNERS = "SELECT owner " + _TABLE + _OF_KIND + "AND owner > ? ORDER BY owner LIMIT ?"
_RENEW = """
    UPDATE keys SET master = ?, wrapped = ?, older = ?, created = ?
    WHERE owner = ? AND destroyed IS NULL AND older IS NULL
"""
_REWRAP = """
    UPDATE keys SET master = ?, wrapped = ?, older = ?
    WHERE owner = ? AND created = ? AND destroyed IS NULL
"""
_CENSUS = """
    SELECT kind, destroyed IS NOT NULL, master, count(*), min(created), count(older)
    FROM keys
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
T = TypeVar("T")


class FileKeyStore:
    """The keys in the file `place`, worked in a thread, so that the event loop never waits."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None

    async def prepare(self) -> None:
        """See `KeyStore`."""

        def make(connection: sqlite3.Connection) -> None:
            for statement in _TABLES:
                connection.execute(statement)
            there = {row[1] for row in connection.execute("PRAGMA table_info(keys)")}
            for name, statement in _COLUMNS_SINCE.items():
                if name not in there:
                    connection.execute(statement)

        try:
            await self._work(make)
        except KeysUnavailable as error:
            raise Misconfigured(
                f"The key store {self._place} cannot be used ({error}): see that we may read and"
                " write it, or bring it back from its backup."
            ) from None

    async def add(self, keys: Sequence[WrappedKey]) -> None:
        """See `KeyStore`."""
        rows = [
            (key.owner.bytes, key.kind, key.master, key.wrapped, key.created.timestamp())
            for key in keys
        ]
        await self._work(lambda connection: connection.executemany(_ADD, rows).close())

    async def find(self, owners: Collection[UUID]) -> Sequence[WrappedKey]:
        """See `KeyStore`."""

        def look(connection: sqlite3.Connection) -> list[WrappedKey]:
            found: list[WrappedKey] = []
            for some in _in_parts([owner.bytes for owner in owners]):
                where = f"WHERE owner IN ({','.join('?' * len(some))})"
                found += map(_key, connection.execute(_COLUMNS + where, some))
            return found

        return await self._work(look)

    async def behind(self, master: str, limit: int) -> Sequence[WrappedKey]:
        """See `KeyStore`."""

        def look(connection: sqlite3.Connection) -> list[WrappedKey]:
            # Two ranges of the index: `<>` would read every key that is not behind.
            rows: list[tuple[bytes, str, str, bytes, float, bytes]] = []
            for side in ("<", ">"):
                values = (master, limit - len(rows))
                rows += connection.execute(_BEHIND.format(side), values)
            return [_key(row) for row in rows]

        return await self._work(look)

    async def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        """See `KeyStore`."""
        rows = [
            (key.master, key.wrapped, key.older, key.owner.bytes, key.created.timestamp())
            for key in keys
        ]
        await self._work(lambda connection: connection.executemany(_REWRAP, rows).close())

    async def aged(self, kind: str, before: datetime, limit: int) -> Sequence[WrappedKey]:
        """See `KeyStore`."""
        return await self._keys(_AGED, kind, before.timestamp(), limit)

    async def renew(self, keys: Sequence[WrappedKey]) -> None:
        """See `KeyStore`."""
        rows = [
            (key.master, key.wrapped, key.older, key.created.timestamp(), key.owner.bytes)
            for key in keys
        ]
        await self._work(lambda connection: connection.executemany(_RENEW, rows).close())

    async def replacing(self, kind: str, before: datetime, limit: int) -> Sequence[WrappedKey]:
        """See `KeyStore`."""
        return await self._keys(_REPLACING, kind, before.timestamp(), limit)

    async def settle(self, owners: Collection[UUID]) -> None:
        """See `KeyStore`."""
        rows = [(owner.bytes,) for owner in owners]
        statement = "UPDATE keys SET older = NULL WHERE owner = ?"
        await self._work(lambda connection: connection.executemany(statement, rows).close())

    async def owners(self, kind: str, before: datetime, after: UUID, limit: int) -> Sequence[UUID]:
        """See `KeyStore`."""
        values = (kind, before.timestamp(), after.bytes, limit)

        def look(connection: sqlite3.Connection) -> list[UUID]:
            return [UUID(bytes=owner) for (owner,) in connection.execute(_OWNERS, values)]

        return await self._work(look)

    async def remove(self, owners: Collection[UUID]) -> None:
        """See `KeyStore`."""
        rows = [(owner.bytes,) for owner in owners]
        statement = "DELETE FROM keys WHERE owner = ?"
        await self._work(lambda connection: connection.executemany(statement, rows).close())

    async def destroy(self, owner: UUID, at: datetime) -> bool:
        """See `KeyStore`. The bytes are overwritten in the file and gone from its log."""

        def remove(connection: sqlite3.Connection) -> bool:
            done = connection.execute(
                "UPDATE keys SET wrapped = NULL, older = NULL, destroyed = ?"
                " WHERE owner = ? AND destroyed IS NULL",
                (at.timestamp(), owner.bytes),
            )
            return done.rowcount > 0

        removed = await self._work(remove)
        if removed:
            await self._work(_empty_log, transaction=False)
        return removed

    async def census(self) -> Sequence[Count]:
        """See `KeyStore`."""

        def look(connection: sqlite3.Connection) -> list[Count]:
            return [
                Count(kind, bool(destroyed), master, number, _moment(oldest), replacing)
                for kind, destroyed, master, number, oldest, replacing in connection.execute(
                    _CENSUS
                )
            ]

        return await self._work(look)

    async def uses(self, master: str) -> bool:
        """See `KeyStore`."""
        statement = "SELECT 1 FROM keys WHERE master = ? AND wrapped IS NOT NULL LIMIT 1"
        found = await self._work(lambda each: each.execute(statement, (master,)).fetchone())
        return found is not None

    async def note_master(self, version: MasterVersion) -> None:
        """See `KeyStore`."""
        row = (version.name, version.created.timestamp())
        statement = "INSERT INTO masters (name, created) VALUES (?, ?) ON CONFLICT DO NOTHING"
        await self._work(lambda connection: connection.execute(statement, row).close())

    async def masters(self) -> Sequence[MasterVersion]:
        """See `KeyStore`."""

        def look(connection: sqlite3.Connection) -> list[MasterVersion]:
            rows = connection.execute("SELECT name, created FROM masters ORDER BY created DESC")
            return [MasterVersion(name, _moment(created)) for name, created in rows]

        return await self._work(look)

    async def close(self) -> None:
        """See `KeyStore`."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened is not None:
            await asyncio.to_thread(opened.close)

    async def _keys(self, statement: str, *values: object) -> list[WrappedKey]:
        def look(connection: sqlite3.Connection) -> list[WrappedKey]:
            return [_key(row) for row in connection.execute(statement, values)]

        return await self._work(look)

    async def _work(
        self, act: Callable[[sqlite3.Connection], T], *, transaction: bool = True
    ) -> T:
        # No cursor leaves the thread: one that is forgotten elsewhere resets its statement, which
        # the next thread may be at.
        def run() -> T:
            with self._lock, self._connection() as connection:
                if not transaction:
                    return act(connection)
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    return act(connection)

        return await asyncio.to_thread(run)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            if self._opened is None:
                self._opened = _open(self._place)
            yield self._opened
        except (sqlite3.Error, OSError) as error:
            opened, self._opened = self._opened, None
            if opened is not None:
                opened.close()
            raise KeysUnavailable(type(error).__name__) from None


def _open(place: Path) -> sqlite3.Connection:
    place.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        # SQLite gives its log the same mode. To open and close a file that is in use would let go
        # of the locks that this process has on it (sqlite.org/howtocorrupt.html, 2.2).
        os.close(os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    connection = sqlite3.connect(
        place, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for setting in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _empty_log(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _in_parts(values: list[bytes]) -> Iterator[list[bytes]]:
    for start in range(0, len(values), _MOST_VALUES):
        yield values[start : start + _MOST_VALUES]


def _key(row: tuple[bytes, str, str, bytes | None, float, bytes | None]) -> WrappedKey:
    owner, kind, master, wrapped, created, older = row
    return WrappedKey(UUID(bytes=owner), kind, master, wrapped, _moment(created), older)


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)
