"""A delivery worker in a process of its own; its arguments are DSN, Bot API and Redis."""

import asyncio
import sys

from redis.asyncio import Redis

from bot.limiter import Limiter
from bot.transport import Sender
from storage.database import Database
from tests.jobs.conftest import QUICK
from tests.jobs.delivering import delivering
from tests.jobs.telegram import TOKEN
from tests.keeping import VAULT

AT_ONCE = 20


async def _deliver(dsn: str, api: str, redis_url: str) -> None:
    db = Database(dsn, role="portal_worker", vault=VAULT)
    async with (
        Redis.from_url(redis_url) as redis,
        Sender(TOKEN, api, Limiter(redis, 1, QUICK)) as sender,
        delivering(db, sender, at_once=AT_ONCE),
    ):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_deliver(*sys.argv[1:]))
