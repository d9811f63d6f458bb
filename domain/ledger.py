"""The books of what was sold (ORD16): lines that are only added to.

Whoever makes tickets or takes them back writes here in the same transaction, so that the sum of an
order's lines is always its live tickets and what was kept of the others.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.money import Money
from storage.queries import ledger as queries


async def sold(
    session: AsyncSession,
    *,
    order_id: UUID,
    event_id: UUID,
    lines: Sequence[tuple[UUID, int, Money]],
    now: datetime,
) -> None:
    """An order was fulfilled: `lines` are (ticket type, tickets, price of one). Twice is once."""
    await queries.add(
        session,
        [
            {
                "order_id": order_id,
                "event_id": event_id,
                "ticket_type_id": ticket_type_id,
                "kind": "sold",
                "count": count,
                "unit_price": price.major,
                "currency": price.currency,
                "cause": order_id,
                "created_at": now,
            }
            for ticket_type_id, count, price in lines
        ],
    )


async def taken_back(
    session: AsyncSession,
    *,
    tickets: Sequence[UUID],
    cause: UUID,
    now: datetime,
    kept: Money | None = None,
) -> None:
    """Tickets of one order are none any more, by an act whose id is `cause`; twice is once.

    `kept` is what of their price does not go back, such as a fee; None: nothing is kept.
    """
    worth = await queries.take_back(session, tickets=tickets, cause=cause, now=now)
    if kept is not None and kept.amount:
        await queries.keep(session, worth=dict.fromkeys(worth, kept.major), cause=cause, now=now)


async def given(
    session: AsyncSession,
    *,
    order_id: UUID,
    event_id: UUID,
    amount: Money,
    cause: UUID,
    now: datetime,
) -> None:
    """So much of a sale that stands goes back, by an act whose id is `cause`; twice is once."""
    line = {
        "order_id": order_id,
        "event_id": event_id,
        "kind": "given",
        "count": -1,
        "unit_price": amount.major,
        "currency": amount.currency,
        "cause": cause,
        "created_at": now,
    }
    await queries.add(session, [line])
