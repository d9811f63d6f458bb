"""Servers of this test process, killed and started again."""

import asyncio
import os
from collections.abc import Awaitable, Callable

import asyncpg
import psutil
from redis.asyncio import Redis
from redis.exceptions import RedisError

from storage.embedded import Servers


def kill(servers: Servers, name: str) -> None:
    """kill -9 of this process's server that works in the directory of `servers`."""
    directory = os.fspath(servers.data_dir)
    for child in psutil.Process().children():
        if child.name() == name and child.cwd().startswith(directory):
            child.kill()
            child.wait()
            return
    raise AssertionError(f"no {name} runs in {directory}")


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
