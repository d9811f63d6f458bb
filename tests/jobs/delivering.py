"""A delivery worker for a test, and what it draws."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.mailer import Letter, Mailer
from bot.screen import Screen
from bot.texts import Texts
from bot.transport import Sender
from domain.notifications import Delivery
from jobs.deliver import Deliverer
from jobs.post import Post
from storage.database import Database

Draw = Callable[[Delivery, Texts], Awaitable[Screen | Letter]]


class Kept:
    """File ids in memory."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    async def find(self, key: str) -> str | None:
        """The id."""
        return self.ids.get(key)

    async def keep(self, key: str, file_id: str) -> None:
        """Remember it."""
        self.ids[key] = file_id

    async def forget(self, key: str) -> None:
        """Forget it."""
        self.ids.pop(key, None)


async def plain(delivery: Delivery, t: Texts) -> Screen:
    """Every delivery as a line of text."""
    return Screen(f"{delivery.template} for {delivery.chat_id} in {delivery.language}")


@asynccontextmanager
async def delivering(
    db: Database,
    sender: Sender,
    draw: Draw = plain,
    *,
    file_ids: Kept | None = None,
    at_once: int | None = 8,
    mailer: Mailer | None = None,
) -> AsyncIterator[Deliverer]:
    """A worker that delivers during the block, and ends what it has begun."""
    post = Post(sender, file_ids or Kept())
    deliverer = Deliverer(db, post, draw, mailer=mailer, at_once=at_once)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(deliverer.run())
        try:
            yield deliverer
        finally:
            deliverer.stop()
