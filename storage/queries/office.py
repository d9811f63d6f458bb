"""The administrator's numbers, and updates put aside."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.system import QuarantinedUpdate

_NUMBERS = text(
    """
    SELECT sec.people() AS people,
           (SELECT count(*) FROM events WHERE status = 'published' AND end_date > :now) AS events,
           (SELECT count(*) FROM orders WHERE status = 'completed') AS orders,
           (SELECT count(*) FROM refunds WHERE status IN ('created', 'in_transit')) AS refunds,
           (SELECT count(*) FROM notifications
            WHERE status = 'dead' AND campaign_id IS NULL) AS dead,
           (SELECT count(*) FROM quarantined_updates) AS quarantined
    """
)


async def numbers(session: AsyncSession, *, now: datetime) -> Row[Any]:
    """How many people, evenings ahead, paid orders, refunds due, dead messages, odd updates."""
    return (await session.execute(_NUMBERS, {"now": now})).one()


async def put_aside(session: AsyncSession, **values: Any) -> bool:
    """Keep an update that could not be handled; False when it is there already."""
    statement = (
        insert(QuarantinedUpdate)
        .values(**values)
        .on_conflict_do_nothing()
        .returning(QuarantinedUpdate.update_id)
    )
    return (await session.execute(statement)).scalar_one_or_none() is not None
