"""An evening gets another time or place after tickets were sold: keep them, or all the money back.

Who bought before the move may give back for the whole price until a deadline (product.md A15).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, notifications, orders
from domain.errors import NotAvailable
from domain.orders import OrderView
from storage.enums import EventStatus
from storage.ids import new_id
from storage.queries import moves as queries

_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody has of an evening that moved: an order, and how many living `tickets` of it
    are, or were when they bought it, theirs."""

    order: OrderView
    bought: bool
    tickets: int


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
                arguments={"order": str(row.id), "move": str(move.id)},
                key=f"event-moved {move.id} {to}",  # one, however many orders they have
                caused_at=move.created_at,
                due_at=now,
            )
    is_last = len(rows) < _AT_ONCE
    told_to = rows[-1].id if rows else move.told_to
    await queries.told(session, id=move.id, told_to=told_to, told_at=now if is_last else None)
    return True


async def kept(
    session: AsyncSession, *, order_id: UUID, move_id: UUID | None, person: UUID
) -> Sequence[Kept]:
    """What somebody who is told of a move has of that evening, tickets they bought first.

    `order_id` is one of their orders. Raises `NotAvailable` where nothing is left, and where the
    evening has moved again: then they hear of that.
    """
    view = await orders.told(session, order_id=order_id)
    rows = await queries.kept(session, event_id=view.event_id, person=person, move_id=move_id)
    if not rows:
        raise NotAvailable
    return [
        Kept(await orders.told(session, order_id=row.id), row.bought, row.tickets) for row in rows
    ]
