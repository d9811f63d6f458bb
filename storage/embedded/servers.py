"""`running`: the servers of a data directory, started or shared."""

import asyncio
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from storage.embedded import presence
from storage.embedded.errors import EmbeddedError
from storage.embedded.passwords import VALKEY, passwords
from storage.embedded.postgres import DATABASE, PORT, Postgres
from storage.embedded.process import START_SECONDS, Server
from storage.embedded.site import claim, explained, prepare
from storage.embedded.valkey import Valkey

REVIVE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0


@dataclass(frozen=True)
class Servers:
    """Addresses of running servers, each None when it was not asked for."""

    data_dir: Path
    owned: bool  # we supervise them; False: another command does
    socket_dir: Path | None
    redis_url: str | None = field(repr=False)
    passwords: Mapping[str, str] = field(repr=False)
    _children: tuple[Server, ...] = field(repr=False, default=())
    _sign_of_life: int | None = field(repr=False, default=None)

    def dsn(self, role: str = "postgres", database: str = DATABASE) -> str:
        """`postgresql://…` for libpq, asyncpg and (with its driver's name) SQLAlchemy.

        Raises EmbeddedError for a role that has no password or when PostgreSQL was not asked for.
        """
        if self.socket_dir is None:
            raise EmbeddedError("PostgreSQL was not asked for here.")
        if role not in self.passwords:
            raise EmbeddedError(f"There is no database role {role!r} that may log in.")
        host = quote(str(self.socket_dir), safe="/")
        return f"postgresql://{role}:{self.passwords[role]}@/{database}?host={host}&port={PORT}"

    def revive(self) -> list[str]:
        """Start again whichever server has died; returns their names, without waiting for them.

        From the main thread. One that dies again at once is started again by the next call.
        """
        return [child.name for child in self._children if child.revive()]


@contextmanager
def running(
    data_dir: Path,
    *,
    postgres: bool = True,
    valkey: bool = True,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Servers]:
    """PostgreSQL and Valkey in `data_dir`, stopped at the end of the block.

    When another command runs them already, they are shared, and end with that command: see
    `supervisor_gone`. `settings` are PostgreSQL's, for the command that starts it. Enter it
    from the main thread, before the event loop. Raises EmbeddedError.
    """
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("Servers are started by the main thread: they die with their thread.")
    data_dir = claim(data_dir)
    deadline = time.monotonic() + START_SECONDS
    while True:
        with presence.supervising(data_dir) as ours:
            if ours:
                with _started(data_dir, settings, postgres=postgres, valkey=valkey) as servers:
                    yield servers
                return
        if found := presence.find(data_dir):
            facts, sign_of_life = found
            try:
                yield _shared(data_dir, facts, sign_of_life, postgres=postgres, valkey=valkey)
            finally:
                os.close(sign_of_life)
            return
        if time.monotonic() > deadline:
            raise EmbeddedError(
                f"Another command holds {data_dir} and its servers are not ready; stop it first."
            )
        time.sleep(0.05)


async def keep_running(servers: Servers) -> None:
    """Revive servers that die, for ever. Its event loop has to be the main thread's."""
    pause = REVIVE_SECONDS
    while True:
        await asyncio.sleep(pause)
        died = servers.revive()
        pause = min(2 * pause, LONGEST_PAUSE_SECONDS) if died else REVIVE_SECONDS


async def supervisor_gone(servers: Servers) -> None:
    """Return when the command whose servers we share has stopped; never, if they are ours."""
    gone = asyncio.Event()
    if servers._sign_of_life is None:
        await gone.wait()
        return
    loop = asyncio.get_running_loop()
    loop.add_reader(servers._sign_of_life, gone.set)
    try:
        await gone.wait()
    finally:
        loop.remove_reader(servers._sign_of_life)


@contextmanager
def _started(
    data_dir: Path, settings: Mapping[str, str], *, postgres: bool, valkey: bool
) -> Iterator[Servers]:
    with explained(data_dir):
        known = passwords(data_dir, initialised=(data_dir / "pg" / "data").exists())
        site = prepare(data_dir)
    children: list[Server] = []
    try:
        with explained(data_dir):
            if postgres:
                database = Postgres(site, settings)
                database.initialise(known["postgres"])
                children.append(database)
            cache = Valkey(site, known[VALKEY]) if valkey else None
            if cache:
                children.append(cache)
            for child in children:
                child.start()
        socket_dir = site.run if postgres else None
        redis_url = cache.url if cache else None
        facts = presence.Facts(
            sign_of_life=str(site.run / "supervisor"),
            socket_dir=str(socket_dir) if socket_dir else None,
            redis_url=redis_url,
        )
        with presence.announced(data_dir, facts):
            yield Servers(data_dir, True, socket_dir, redis_url, known, tuple(children))
    finally:
        for child in reversed(children):
            child.stop()
        site.leave()


def _shared(
    data_dir: Path, facts: presence.Facts, sign_of_life: int, *, postgres: bool, valkey: bool
) -> Servers:
    if (postgres and facts.socket_dir is None) or (valkey and facts.redis_url is None):
        raise EmbeddedError(
            f"The command that runs in {data_dir} was started without a server that this one"
            " needs; stop it, or give both the same DATABASE_URL and REDIS_URL."
        )
    return Servers(
        data_dir,
        False,
        Path(facts.socket_dir) if postgres and facts.socket_dir else None,
        facts.redis_url if valkey else None,
        passwords(data_dir, initialised=True),
        _sign_of_life=sign_of_life,
    )
