"""The one door to PostgreSQL: connections as a role, and the three ways into a transaction."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import asyncpg
import orjson
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import greenlet_spawn

from storage.context import REQUEST, Claim, Context, Signer
from storage.errors import AlreadyDone, is_transient, unavailable
from storage.in_force import InForce
from storage.security.vault import Vault
from storage.transit import way

_ENTER = text(
    "SELECT now() + :offset AS now, set_config('app.context', :context, true), true AS fresh"
)
_ENTER_WITH_CLAIM = text(
    """
    WITH claimed AS (
        INSERT INTO processed_updates (bot_id, update_id, processed_at)
        VALUES (:bot_id, :update_id, now() + :offset)
        ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT now() + :offset AS now, set_config('app.context', :context, true),
           EXISTS (SELECT FROM claimed) AS fresh
    """
)

_IDLE_SECONDS = 60.0
"""How long a connection that nobody needs is kept: each costs the server about five megabytes."""


@dataclass(frozen=True, slots=True)
class Tx:
    """An open transaction: its session and its time (the database's clock, aware UTC)."""

    session: AsyncSession
    now: datetime


@asynccontextmanager
async def undone(session: AsyncSession) -> AsyncIterator[None]:
    """What the block does is undone at its end: to see whether it could be done."""
    async with session.begin_nested() as trial:
        yield
        await trial.rollback()


class Database:
    """A pool of connections that act as one database role.

    `dsn` is a PostgreSQL URL. Where its login is another than `role`, every connection becomes
    `role` as it starts. `signer` signs who acts; what is done without one is nobody's, as what
    happens by itself. `vault` seals and opens what people tell us: a query about that raises
    `LookupError` without one. `in_force` holds the settings, one for all databases of a process.
    `patience` is how long one waits for a connection while all are in use. `clock_offset` moves
    the clock for tests. Raises `Misconfigured` for an address that may not be used.
    """

    def __init__(
        self,
        dsn: str,
        *,
        role: str,
        signer: Signer | None = None,
        vault: Vault | None = None,
        in_force: InForce | None = None,
        size: int = 10,
        statement_timeout: timedelta = timedelta(seconds=2),
        patience: timedelta = timedelta(seconds=5),
        clock_offset: timedelta = timedelta(0),
    ) -> None:
        self._dsn = plain_dsn(dsn)
        self._way = way(dsn)
        self._size = size
        self._settings = _connection_settings(self._dsn, role, statement_timeout)
        self.clock_offset = clock_offset
        self.vault = vault
        self.in_force = in_force or InForce()
        self._signer = signer
        self._lead = 0.0
        self._engine = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=self._connect,
            pool_size=size,
            max_overflow=0,
            hide_parameters=True,  # an error must not carry what people told us into a log
            pool_timeout=patience.total_seconds(),
            json_serializer=lambda value: orjson.dumps(value).decode(),
            json_deserializer=orjson.loads,
        )
        self._sessions = async_sessionmaker(
            self._engine,
            expire_on_commit=False,
            close_resets_only=False,
            info={"vault": vault, "in_force": self.in_force},
        )
        self._patience = patience.total_seconds()
        self._turns = asyncio.Semaphore(size)
        self._most_in_use = 0
        self._pool: asyncpg.Pool | None = None
        self._opening = asyncio.Lock()

    async def _connect(self) -> asyncpg.Connection:
        connection = await asyncpg.connect(
            self._dsn, server_settings=self._settings, timeout=5, **self._way
        )
        await self._read_clock(connection)
        return connection

    async def _read_clock(self, connection: asyncpg.Connection) -> None:
        """A signature ends by the database's clock, whatever ours says."""
        now = await connection.fetchval("SELECT extract(epoch FROM now())::float8")
        self._lead = now - time.monotonic()

    def sign(self, actor: Context) -> str:
        """The context of `actor`, for a statement that carries several; "" without a signer.

        Only after a connection was made: it brings the clock that a signature ends by.
        """
        if self._signer is None:
            return ""
        now = self._lead + time.monotonic()
        return self._signer.sign(actor, now=now, request=REQUEST.get())

    @asynccontextmanager
    async def read(self, actor: Context) -> AsyncIterator[Tx]:
        """A transaction that only looks."""
        async with self._transaction(actor, None, read_only=True) as tx:
            yield tx

    @asynccontextmanager
    async def begin(self, actor: Context, claim: Claim | None = None) -> AsyncIterator[Tx]:
        """A transaction that commits when the block ends well and is undone otherwise.

        With `claim` the update is marked as handled in the same commit. Raises `AlreadyDone`
        when it was marked before, `Crowded` when all connections were in use for too long, and
        `Unavailable` when the database could not do it now.
        """
        async with self._transaction(actor, claim) as tx:
            yield tx

    @asynccontextmanager
    async def _transaction(
        self, actor: Context, claim: Claim | None, *, read_only: bool = False
    ) -> AsyncIterator[Tx]:
        try:
            async with self._sessions() as session, session.begin():
                # The connection comes first: it brings the clock that a signature ends by.
                options = {"postgresql_readonly": True} if read_only else {}
                await session.connection(execution_options=options)
                now = await self._enter(session, actor, claim)
                self._most_in_use = max(self._most_in_use, self._in_transactions)
                yield Tx(session, now)
        except Exception as error:
            if is_transient(error):
                raise unavailable(error) from error
            raise

    async def _enter(self, session: AsyncSession, actor: Context, claim: Claim | None) -> datetime:
        values: dict[str, Any] = {"offset": self.clock_offset, "context": self.sign(actor)}
        if claim is None:
            row = (await session.execute(_ENTER, values)).one()
        else:
            values |= {"bot_id": claim.bot_id, "update_id": claim.update_id}
            row = (await session.execute(_ENTER_WITH_CLAIM, values)).one()
        if not row.fresh:
            raise AlreadyDone
        now: datetime = row.now
        self._lead = (now - self.clock_offset).timestamp() - time.monotonic()
        return now

    async def call(
        self, statement: str, *values: object, actor: Context | None = None
    ) -> Sequence[asyncpg.Record]:
        """Run one prepared statement in its own commit and return its rows.

        For the few hot functions of the database that are a whole unit of work by themselves
        (`sec.reserve`, `sec.enter`). With `actor`, `$1` is their signed context and `values`
        begin with `$2`. Raises `Unavailable`.
        """
        try:
            pool = await self._raw_pool()
            async with self._turn(), pool.acquire(timeout=5) as connection:
                signed = () if actor is None else (self.sign(actor),)
                rows: Sequence[asyncpg.Record] = await connection.fetch(
                    statement, *signed, *values
                )
                return rows
        except Exception as error:
            if is_transient(error):
                raise unavailable(error) from error
            raise

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """One's turn at a connection for a single statement: it is not waited for without end."""
        try:
            async with asyncio.timeout(self._patience):
                await self._turns.acquire()
        except TimeoutError:
            raise PoolTimeout from None
        try:
            yield
        finally:
            self._turns.release()

    async def _raw_pool(self) -> asyncpg.Pool:
        if self._pool is not None:
            return self._pool
        async with self._opening:
            if self._pool is None:
                self._pool = await asyncpg.create_pool(
                    self._dsn,
                    **self._way,
                    server_settings=self._settings,
                    min_size=0,
                    max_size=self._size,
                    max_inactive_connection_lifetime=_IDLE_SECONDS,
                    timeout=5,
                    init=self._read_clock,
                    reset=_leave_as_it_is,
                )
        return self._pool

    @property
    def _in_transactions(self) -> int:
        pool = self._engine.pool
        return pool.checkedout() if isinstance(pool, QueuePool) else 0

    @property
    def checked_out(self) -> int:
        """How many connections are in use now; nobody may talk to Telegram while holding one."""
        busy = self._in_transactions
        if self._pool is not None and self._pool.get_size():
            busy += self._pool.get_size() - self._pool.get_idle_size()
        return busy

    @property
    def size(self) -> int:
        """How many connections transactions may use at once."""
        return self._size

    @property
    def is_full(self) -> bool:
        """Whether every connection for transactions is in use: whoever comes now waits."""
        return self._in_transactions >= self._size

    async def stay_small(self) -> None:
        """Give back what a rush left idle, once a minute, until cancelled."""
        while True:
            await asyncio.sleep(_IDLE_SECONDS)
            await self.give_back_idle()

    async def give_back_idle(self) -> None:
        """Close the idle connections of transactions if there are more than the time since the
        last call needed. While one is in use nothing is closed."""
        pool, needed = self._engine.pool, self._most_in_use
        self._most_in_use = 0
        if not isinstance(pool, QueuePool) or pool.checkedout() or pool.checkedin() <= needed:
            return
        # First another pool, at once, then the farewell: nobody is handed what is being closed.
        await self._engine.dispose(close=False)
        await greenlet_spawn(pool.dispose)

    async def close(self) -> None:
        """Give every connection back."""
        if self._pool is not None:
            await self._pool.close()
        await self._engine.dispose()


async def _leave_as_it_is(_: asyncpg.Connection) -> None:
    """A statement in its own commit leaves nothing to clear: spares each a second round trip."""


async def connect(dsn: str, *, timeout: float | None = None) -> asyncpg.Connection:  # noqa: ASYNC109 - asyncpg's own
    """One connection as the login of `dsn`, within `timeout` seconds.

    Raises asyncpg's errors, and `Misconfigured` for an address that may not be used.
    """
    return await asyncpg.connect(plain_dsn(dsn), timeout=timeout, **way(dsn))


def plain_dsn(url: str) -> str:
    """The URL without a driver's name, as asyncpg and libpq read it."""
    scheme, _, rest = url.partition("://")
    return f"{scheme.partition('+')[0].replace('postgresql', 'postgres')}://{rest}"


def _connection_settings(dsn: str, role: str, statement_timeout: timedelta) -> dict[str, str]:
    settings = {
        "application_name": role,
        "statement_timeout": str(int(statement_timeout.total_seconds() * 1000)),
        "idle_in_transaction_session_timeout": "10000",
        "jit": "off",
    }
    if make_url(dsn.replace("postgres://", "postgresql://", 1)).username != role:
        settings["role"] = role
    return settings
