"""Files that somebody waits for: the jobs that make them, and what arrives in the chat."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from redis.asyncio import Redis

from bot.limiter import Limiter
from bot.texts import Texts
from bot.transport import Sender
from domain import files
from domain.actors import WORKER
from domain.files import Kind, Lost, Task
from jobs.bars import Redrawer
from jobs.files import Files, Writer
from storage.database import Database
from tests.flows.broadcasting import PACE
from tests.guest import Guest
from tests.keeping import VAULT
from tests.portal_fixtures import TOKEN, Portal
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch


@dataclass
class Makers:
    """The jobs that make one kind of file."""

    portal: Portal
    database: Scratch
    redis: Redis
    kind: Kind
    writer: Callable[[Database, Task, Texts], Writer]

    def worker(self, *, later: timedelta = timedelta(0)) -> Database:
        """The database as they enter it, at another hour."""
        dsn = self.database.dsn("portal_worker")
        return Database(dsn, role="portal_worker", signer=SIGNER, vault=VAULT, clock_offset=later)

    async def make(self, *, later: timedelta = timedelta(0)) -> None:
        """Make all that wait."""
        db = self.worker(later=later)
        limiter = Limiter(self.redis, 77, PACE)
        async with Sender(TOKEN, self.portal.sandbox.url, limiter) as sender:
            await Files(db, sender, Redrawer(sender), self.kind, self.writer).make()
        await db.close()

    async def are_cut_off(self, guest: Guest) -> None:
        """A worker takes the guest's file and is killed: nobody else has it until its lease is
        over, then it comes once, and had that worker only slept, it would be told."""
        db = self.worker()
        async with db.begin(WORKER) as tx:
            cut_off = await files.begin(tx.session, self.kind, now=tx.now)
        assert cut_off is not None
        await self.make()
        assert await files_of(guest) == []
        await self.make(later=files.LEASE)
        await self.make(later=files.LEASE)
        assert len(await files_of(guest)) == 1
        with pytest.raises(Lost):
            async with db.begin(WORKER) as tx:
                await files.advance(tx.session, task=cut_off, progress=9, now=tx.now)
        await db.close()


async def files_of(guest: Guest) -> list[ZipFile]:
    """Each file that somebody was sent."""
    found = []
    for message in await guest.messages():
        if document := message.get("document"):
            async with guest.http.get(f"/client/files/{document['file_id']}") as answer:
                found.append(ZipFile(BytesIO(await answer.read())))
    return found
