"""The jobs of a portal under test: messages go to the sandbox, letters to a mailbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from redis.asyncio import Redis

from bot.limiter import Limiter
from bot.mailer import Mailer
from bot.transport import Sender
from jobs.deliver import Deliverer
from jobs.notices import Notices
from jobs.post import Post
from storage.database import Database
from tests.jobs.delivering import Kept
from tests.keeping import VAULT
from tests.mailbox import Mailbox
from tests.portal_fixtures import TOKEN, Portal
from tests.storage.database_fixtures import Scratch


@asynccontextmanager
async def open_post_office(
    database: Scratch, portal: Portal, redis: Redis, mailbox: Mailbox | None
) -> AsyncIterator[Deliverer]:
    """A delivery worker during the block."""
    db = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    limiter = Limiter(redis, portal.desk.bot_id)
    async with Sender(TOKEN, portal.sandbox.url, limiter) as sender:
        deliverer = Deliverer(
            db,
            Post(sender, Kept()),
            Notices(db, portal.desk),
            mailer=None if mailbox is None else Mailer(mailbox.address),
        )
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(deliverer.run())
            try:
                yield deliverer
            finally:
                deliverer.stop()
    await db.close()
