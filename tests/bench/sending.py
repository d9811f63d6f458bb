"""Sends in a process of its own, and says what it took: `worker` delivers, `loop` just posts.

Arguments: `worker` DSN API REDIS PACE, until nothing is due, at so many a second or `lifted`;
`loop` API MESSAGES. It prints, as JSON, seconds of this process's CPU, and when it began and ended
by the clock that all share.
"""

import asyncio
import resource
import sys
import time
from collections.abc import Awaitable, Mapping
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import orjson
import uvloop
from redis.asyncio import Redis

from bot.console.lifetime import settle
from bot.desk import Desk
from bot.limiter import Limiter, Pace
from bot.texts import bundle
from bot.transport import Sender
from jobs.deliver import PACKS, Deliverer, pack_at
from jobs.notices import Notices
from jobs.post import Post
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.jobs.daytime import by_day
from tests.jobs.delivering import Kept
from tests.keeping import VAULT
from tests.portal_fixtures import MASTER_KEY, TOKEN, USERNAME

_ROOT = Path(__file__).parents[2]
TEXT = "<b>Tonight</b> the doors open at nine."
_PER_SECOND = 1000
_OPEN = "SELECT EXISTS (SELECT FROM notifications WHERE due_at IS NOT NULL)"


class Lifted(Limiter):
    """No pace at all."""

    async def acquire(self, chat_id: int | None, *, bulk: bool, messages: int = 1) -> None:
        """At once."""

    async def ahead(self) -> float:
        """All moments are free."""
        return 0.0


async def worker(dsn: str, api: str, redis_url: str, pace: str) -> None:
    """Deliver until nothing is due any more."""
    db = Database(dsn, role="portal_worker", vault=VAULT)
    per_second = _PER_SECOND if pace == "lifted" else int(pace)
    limiter = Lifted if pace == "lifted" else Limiter
    by_day(db, campaigns_per_week=0, bulk_per_second=per_second)
    desk = Desk(1, USERNAME, TicketCodes(MASTER_KEY))
    watching = await asyncpg.connect(dsn)
    async with (
        Redis.from_url(redis_url) as redis,
        Sender(TOKEN, api, limiter(redis, 1, Pace(bulk_per_second=per_second))) as sender,
        asyncio.TaskGroup() as tasks,
    ):
        deliverer = Deliverer(db, Post(sender, Kept()), Notices(db, desk))
        tasks.create_task(deliverer.run())
        while await watching.fetchval(_OPEN):  # noqa: ASYNC110 - as the ledger says
            await asyncio.sleep(0.1)
        deliverer.stop()
    await asyncio.gather(db.close(), watching.close())


async def loop(api: str, messages: int) -> None:
    """Post as many messages as the worker does at once, and read the answers."""
    url = f"{api}/bot{TOKEN}/sendMessage"
    left = iter(range(messages))
    async with aiohttp.ClientSession() as session:

        async def post() -> None:
            for number in left:
                form = {"chat_id": str(number), "text": TEXT, "parse_mode": "HTML"}
                async with session.post(url, data=form) as answer:
                    assert orjson.loads(await answer.read())["ok"]

        await asyncio.gather(*(post() for _ in range(PACKS * pack_at(_PER_SECOND))))


async def measured_apart(*words: str) -> Mapping[str, Any]:
    """What a process of its own says that it took."""
    command = [sys.executable, "-m", "tests.bench.sending", *words]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=_ROOT, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate()
    assert process.returncode == 0, command
    taken: Mapping[str, Any] = orjson.loads(told.splitlines()[-1])
    return taken


async def _measured(act: Awaitable[None]) -> None:
    settle()
    before, began = _cpu(), time.time()
    await act
    taken = {"cpu": _cpu() - before, "began": began, "ended": time.time()}
    sys.stdout.buffer.write(orjson.dumps(taken))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    chosen, *words = sys.argv[1:]
    act = worker(*words) if chosen == "worker" else loop(words[0], int(words[1]))
    bundle("en")  # texts are read once, at the start of a worker: no part of a message
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_measured(act))
