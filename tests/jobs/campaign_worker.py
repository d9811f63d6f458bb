"""The jobs of campaigns in a process of their own; arguments: DSN, Bot API, Redis, rate."""

import asyncio
import sys

from redis.asyncio import Redis

from bot.desk import Desk
from bot.limiter import Limiter, Pace
from bot.transport import Sender
from jobs.bars import Redrawer
from jobs.campaigns import Bars, run_campaigns
from jobs.deliver import Deliverer
from jobs.notices import Notices
from jobs.post import Post
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.jobs.daytime import by_day
from tests.jobs.delivering import Kept
from tests.keeping import VAULT
from tests.portal_fixtures import MASTER_KEY, TOKEN, USERNAME

_TICK = 1.0


async def work(dsn: str, api: str, redis_url: str, per_second: float) -> None:
    """Launch, queue, deliver and show campaigns until cancelled."""
    db = Database(dsn, role="portal_worker", vault=VAULT)
    by_day(db, bulk_per_second=int(per_second))
    desk = Desk(1, USERNAME, TicketCodes(MASTER_KEY))
    pace = Pace(bulk_per_second=per_second)
    async with (
        Redis.from_url(redis_url) as redis,
        Sender(TOKEN, api, Limiter(redis, 4242, pace)) as sender,
        asyncio.TaskGroup() as tasks,
    ):
        deliverer = Deliverer(db, Post(sender, Kept()), Notices(db, desk))
        bars = Bars(db, sender, Redrawer(sender))
        tasks.create_task(deliverer.run())
        while True:
            await run_campaigns(db)
            await bars.show()
            await asyncio.sleep(_TICK)


if __name__ == "__main__":
    asyncio.run(work(*sys.argv[1:4], per_second=float(sys.argv[4])))
