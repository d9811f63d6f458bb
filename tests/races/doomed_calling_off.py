"""Works off an evening that was called off, in a process of its own: the DSN, and `apart` for a
worker that writes down what it did in a commit of its own, before it does it.

It says a word for each order before that is committed, and waits for one.
"""

import asyncio
import sys
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import calling_off
from domain.actors import WORKER
from jobs.calling_off import work_off_cancelled
from storage.database import Database
from storage.queries import calling_off as statements
from storage.queries import orders
from tests.keeping import VAULT

_work_off = calling_off.work_off


async def _aloud(session: AsyncSession, *, order_id: UUID, now: datetime) -> None:
    await _work_off(session, order_id=order_id, now=now)
    sys.stdout.write("worked off\n")
    sys.stdout.flush()
    sys.stdin.readline()


async def _noted_first(db: Database, order_id: UUID) -> None:
    async with db.begin(WORKER) as tx:
        row = await orders.find(tx.session, order_id=order_id)
        assert row is not None
        await statements.note(
            tx.session,
            order_id=order_id,
            event_id=row.event_id,
            result="refunded",
            returned=Decimal(0),
            now=tx.now,
        )


async def _work(dsn: str, *apart: str) -> None:
    db = Database(dsn, role="portal_worker", vault=VAULT)

    async def work_off(session: AsyncSession, *, order_id: UUID, now: datetime) -> None:
        if apart:
            await _noted_first(db, order_id)
        await _aloud(session, order_id=order_id, now=now)

    calling_off.work_off = work_off
    await work_off_cancelled(db)


if __name__ == "__main__":
    asyncio.run(_work(*sys.argv[1:]))
