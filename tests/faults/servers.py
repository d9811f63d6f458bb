"""Servers of this test process, killed and started again."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

import asyncpg
import psutil
from redis.asyncio import Redis
from redis.exceptions import RedisError

from storage.embedded import Servers


def kill(servers: Servers, name: str) -> None:
    """kill -9 of this process's server that works in the directory of `servers`."""
    server = _server(servers, name)
    server.kill()
    server.wait()


def _server(servers: Servers, name: str) -> psutil.Process:
    directory = os.fspath(servers.data_dir)
    for child in psutil.Process().children():
        if child.name() == name and child.cwd().startswith(directory):
            return child
    raise AssertionError(f"no {name} runs in {directory}")


@contextmanager
def frozen(servers: Servers) -> Iterator[None]:
    """The PostgreSQL of `servers` keeps its connections, takes new ones, and never answers."""
    server = _server(servers, "postgres")
    family = [server, *server.children(recursive=True)]
    for each in family:
        each.suspend()
    try:
        yield
    finally:
        for each in family:
            with suppress(psutil.NoSuchProcess):
                each.resume()


async def revive(servers: Servers, answers: Callable[[], Awaitable[object]]) -> None:
    """Start again what was killed; return when it answers."""
    async with asyncio.timeout(60):
        while not await _well(answers):
            servers.revive()


async def _well(answers: Callable[[], Awaitable[object]]) -> bool:
    try:
        await answers()
    except (asyncpg.PostgresError, RedisError, OSError):
        return False
    return True


async def postgres_answers(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    await connection.close()


async def valkey_answers(url: str) -> None:
    async with Redis.from_url(url) as client:
        await client.ping()
