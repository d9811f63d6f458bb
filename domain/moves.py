"""An evening gets another time or place after tickets were sold: keep them, or all the money back.

Who bought before the move may give back for the whole price until a deadline (product.md A15).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, notifications
from storage.enums import EventStatus
from storage.ids import new_id
from storage.queries import moves as queries

_AT_ONCE: Final = 200


async def note(
    session: AsyncSession, row: Row[Any], values: Mapping[str, Any], *, now: datetime
) -> None:
    """Promise the holders of an event that is changed from `row` to `values` their money back,
    where it moves. Until its new start, and as long as the house rule says at most. Who has places
    held, or asked for some, is told with them."""
    if row.status != EventStatus.PUBLISHED:
        return
    starts_at = values.get("start_date", row.start_date)
    at_another_time = starts_at != row.start_date
    if not at_another_time and values.get("venue_id", row.venue_id) == row.venue_id:
        return
    until = min(now + house_rules.MOVED_ANSWER.lasts(session), starts_at)
    await queries.note(
        session,
        id=new_id(),
        event_id=row.id,
        until=until,
        starts_at=starts_at if at_another_time else None,
        now=now,
    )


async def tell_some(session: AsyncSession, *, now: datetime) -> bool:
    """Tell the next people of a move; whether there may be more to tell."""
    move = await queries.untold(session)
    if move is None:
        return False
    rows = await queries.holders(
        session,
        event_id=move.event_id,
        moved_at=move.created_at,
        after=move.told_to,
        limit=_AT_ONCE,
    )
    for row in rows:
        for to in set(row.people):
            await notifications.add(
                session,
                to=to,
                template="event-moved",
                arguments={"order": str(row.id)},
                key=f"event-moved {move.id} {row.id} {to}",
                caused_at=move.created_at,
                due_at=now,
            )
    is_last = len(rows) < _AT_ONCE
    told_to = rows[-1].id if rows else move.told_to
    await queries.told(session, id=move.id, told_to=told_to, told_at=now if is_last else None)
    return True
