"""Works off an evening that was called off, in a process of its own; its argument is the DSN.

It says a word for each order, before that is committed.
"""

import asyncio
import sys
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import calling_off
from jobs.calling_off import work_off_cancelled
from storage.database import Database
from tests.keeping import VAULT

_work_off = calling_off.work_off


async def _work_off_aloud(session: AsyncSession, *, order_id: UUID, now: datetime) -> None:
    await _work_off(session, order_id=order_id, now=now)
    sys.stdout.write("worked off\n")
    sys.stdout.flush()


async def _work(dsn: str) -> None:
    await work_off_cancelled(Database(dsn, role="portal_worker", vault=VAULT))


if __name__ == "__main__":
    calling_off.work_off = _work_off_aloud
    asyncio.run(_work(*sys.argv[1:]))
