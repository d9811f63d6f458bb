"""The key store of several machines: a PostgreSQL of its own, with backups of its own."""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg

from storage import transit
from storage.database import plain_dsn
from storage.errors import KeysUnavailable, Misconfigured, is_transient
from storage.security.keystore import Count, MasterVersion, WrappedKey

_CONNECTIONS = 4
_SECONDS = 2.0
_IDLE_SECONDS = 60.0
_VACUUM_SECONDS = 600.0
_LOCK = 7_361_003

_TABLES = (
    "CREATE SCHEMA IF NOT EXISTS keystore",
    """
    CREATE TABLE IF NOT EXISTS keystore.keys (
        owner uuid PRIMARY KEY, kind text NOT NULL, master text NOT NULL, wrapped bytea,
        created timestamptz NOT NULL, destroyed timestamptz,
        CHECK ((wrapped IS NULL) = (destroyed IS NOT NULL))
    )
    """,
    """
    CREATE INDEX IF NOT EXISTS keys_by_master ON keystore.keys (master)
    WHERE wrapped IS NOT NULL
    """,
    """
    CREATE TABLE IF NOT EXISTS keystore.masters (
        name text PRIMARY KEY, created timestamptz NOT NULL
    )
    """,
    "ALTER TABLE keystore.keys ADD COLUMN IF NOT EXISTS older bytea",
)
_IS_READY = """
    SELECT to_regclass('keystore.masters') IS NOT NULL AND EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = to_regclass('keystore.keys') AND attname = 'older'
    )
"""
_ADD = """
    INSERT INTO keystore.keys (owner, kind, master, wrapped, created)
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::timestamptz[])
    ON CONFLICT DO NOTHING
"""
_TABLE = "FROM keystore.keys "
_COLUMNS = "SELECT owner, kind, master, wrapped, created, older " + _TABLE
_FIND = _COLUMNS + "WHERE owner = ANY($1::uuid[])"
_BEHIND = _COLUMNS + "WHERE (master < $1 OR master > $1) AND wrapped IS NOT NULL LIMIT $2"
_OF_KIND = "WHERE kind = $1 AND wrapped IS NOT NULL AND created < $2 "
_AGED = _COLUMNS + _OF_KIND + "AND older IS NULL LIMIT $3"
_REPLACING = _COLUMNS + _OF_KIND + "AND older IS NOT NULL LIMIT $3"
_OWNERS = "SELECT owner " + _TABLE + _OF_KIND + "AND owner > $3 ORDER BY owner LIMIT $4"
_REWRAP = """
    UPDATE keystore.keys k SET master = new.master, wrapped = new.wrapped, older = new.older
    FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[], $5::timestamptz[])
        AS new (owner, master, wrapped, older, created)
    WHERE k.owner = new.owner AND k.created = new.created AND k.destroyed IS NULL
"""
_RENEW = """
    UPDATE keystore.keys k
    SET master = new.master, wrapped = new.wrapped, older = new.older, created = new.created
    FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[], $5::timestamptz[])
        AS new (owner, master, wrapped, older, created)
    WHERE k.owner = new.owner AND k.destroyed IS NULL AND k.older IS NULL
"""
_SETTLE = "UPDATE keystore.keys SET older = NULL WHERE owner = ANY($1::uuid[])"
_REMOVE = "DELETE FROM keystore.keys WHERE owner = ANY($1::uuid[])"
_DESTROY = """
    UPDATE keystore.keys SET wrapped = NULL, older = NULL, destroyed = $2
    WHERE owner = $1 AND destroyed IS NULL RETURNING owner
"""
_CENSUS = """
    SELECT kind, destroyed IS NOT NULL AS destroyed, master, count(*) AS number,
           min(created) AS oldest, count(older) AS replacing
    FROM keystore.keys GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
_USES = "SELECT owner FROM keystore.keys WHERE master = $1 AND wrapped IS NOT NULL LIMIT 1"
_NOTE = "INSERT INTO keystore.masters (name, created) VALUES ($1, $2) ON CONFLICT DO NOTHING"
_MASTERS = "SELECT name, created FROM keystore.masters ORDER BY created DESC"


class PostgresKeyStore:
    """The keys in the schema `keystore` of the database at `dsn`."""

    def __init__(self, dsn: str) -> None:
        self._dsn = plain_dsn(dsn)
        self._pool: asyncpg.Pool | None = None
        self._opening = asyncio.Lock()

    async def prepare(self) -> None:
        """See `KeyStore`."""
        try:
            async with self._connection() as connection, connection.transaction():
                if await connection.fetchval(_IS_READY):
                    return
                await connection.fetch("SELECT pg_advisory_xact_lock($1)", _LOCK)
                for statement in _TABLES:
                    await connection.fetch(statement)
        except KeysUnavailable as error:
            raise Misconfigured(
                f"The key store of KEYSTORE_URL does not answer ({error}): start it, or mend the"
                " address."
            ) from None
        except (asyncpg.PostgresError, ValueError) as error:
            raise Misconfigured(
                f"The key store of KEYSTORE_URL cannot be used ({type(error).__name__}): its login"
                " needs the right to connect and to make a schema there."
            ) from None

    async def add(self, keys: Sequence[WrappedKey]) -> None:
        """See `KeyStore`."""
        rows = [(key.owner, key.kind, key.master, key.wrapped, key.created) for key in keys]
        await self._fetch(_ADD, *_in_columns(rows, 5))

    async def find(self, owners: Collection[UUID]) -> Sequence[WrappedKey]:
        """See `KeyStore`."""
        return _keys(await self._fetch(_FIND, list(owners)))

    async def behind(self, master: str, limit: int) -> Sequence[WrappedKey]:
        """See `KeyStore`."""
        return _keys(await self._fetch(_BEHIND, master, limit))

    async def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        """See `KeyStore`."""
        await self._fetch(_REWRAP, *_in_columns(_values(keys), 5))

    async def aged(self, kind: str, before: datetime, limit: int) -> Sequence[WrappedKey]:
        """See `KeyStore`."""
        return _keys(await self._fetch(_AGED, kind, before, limit))

    async def renew(self, keys: Sequence[WrappedKey]) -> None:
        """See `KeyStore`."""
        await self._fetch(_RENEW, *_in_columns(_values(keys), 5))

    async def replacing(self, kind: str, before: datetime, limit: int) -> Sequence[WrappedKey]:
        """See `KeyStore`."""
        return _keys(await self._fetch(_REPLACING, kind, before, limit))

    async def settle(self, owners: Collection[UUID]) -> None:
        """See `KeyStore`."""
        await self._fetch(_SETTLE, list(owners))

    async def owners(self, kind: str, before: datetime, after: UUID, limit: int) -> Sequence[UUID]:
        """See `KeyStore`."""
        found = await self._fetch(_OWNERS, kind, before, after, limit)
        return [UUID(int=row["owner"].int) for row in found]

    async def remove(self, owners: Collection[UUID]) -> None:
        """See `KeyStore`."""
        await self._fetch(_REMOVE, list(owners))

    async def destroy(self, owner: UUID, at: datetime) -> bool:
        """See `KeyStore`. The row's older version goes with the next vacuum of the table."""
        destroyed = bool(await self._fetch(_DESTROY, owner, at))
        if destroyed:
            async with self._connection() as connection:
                await connection.fetch("VACUUM keystore.keys", timeout=_VACUUM_SECONDS)
        return destroyed

    async def census(self) -> Sequence[Count]:
        """See `KeyStore`."""
        return [Count(**row) for row in await self._fetch(_CENSUS)]

    async def uses(self, master: str) -> bool:
        """See `KeyStore`."""
        return bool(await self._fetch(_USES, master))

    async def note_master(self, version: MasterVersion) -> None:
        """See `KeyStore`."""
        await self._fetch(_NOTE, version.name, version.created)

    async def masters(self) -> Sequence[MasterVersion]:
        """See `KeyStore`."""
        return [MasterVersion(**row) for row in await self._fetch(_MASTERS)]

    async def close(self) -> None:
        """See `KeyStore`."""
        if self._pool is not None:
            await self._pool.close()

    async def _fetch(self, statement: str, *values: object) -> Sequence[asyncpg.Record]:
        async with self._connection() as connection:
            rows: Sequence[asyncpg.Record] = await connection.fetch(statement, *values)
            return rows

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[asyncpg.Connection]:
        try:
            pool = await self._opened()
            async with pool.acquire(timeout=_SECONDS) as connection:
                yield connection
        except Exception as error:
            if is_transient(error):
                raise KeysUnavailable(type(error).__name__) from None
            raise

    async def _opened(self) -> asyncpg.Pool:
        async with self._opening:
            if self._pool is None:
                self._pool = await asyncpg.create_pool(
                    self._dsn,
                    **transit.way(self._dsn),
                    min_size=0,
                    max_size=_CONNECTIONS,
                    timeout=_SECONDS,
                    command_timeout=_SECONDS,
                    max_inactive_connection_lifetime=_IDLE_SECONDS,
                    server_settings={"application_name": "portal keys"},
                )
        return self._pool


def _in_columns(rows: Sequence[tuple[Any, ...]], number: int) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(number)]


def _values(keys: Sequence[WrappedKey]) -> list[tuple[Any, ...]]:
    return [(key.owner, key.master, key.wrapped, key.older, key.created) for key in keys]


def _keys(rows: Sequence[asyncpg.Record]) -> list[WrappedKey]:
    return [WrappedKey(**row) for row in rows]
