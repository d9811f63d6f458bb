"""Statements about the ledger, which is only added to."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.ledger import LedgerLine

# The price is the one that the line of the sale knows: lines of orders may be gone.
_TAKE_BACK = text(
    """
    INSERT INTO ledger_lines
        (order_id, event_id, ticket_type_id, kind, count, unit_price, currency, cause, created_at)
    SELECT s.order_id, s.event_id, s.ticket_type_id, 'taken_back', -count(*), s.unit_price,
           s.currency, :cause, :now
    FROM tickets t JOIN ledger_lines s ON s.order_id = t.order_id
        AND s.ticket_type_id = t.ticket_type_id AND s.kind = 'sold'
    WHERE t.id = ANY (:tickets) GROUP BY s.id
    ON CONFLICT DO NOTHING RETURNING order_id, event_id, currency, -count * unit_price AS worth
    """
).bindparams(bindparam("tickets", type_=ARRAY(Uuid)))


async def add(session: AsyncSession, lines: Sequence[Mapping[str, Any]]) -> None:
    """Write lines; one that was written for its cause before is not written again."""
    await session.execute(insert(LedgerLine).values(lines).on_conflict_do_nothing())


async def take_back(
    session: AsyncSession, *, tickets: Sequence[UUID], cause: UUID, now: datetime
) -> Mapping[tuple[UUID, UUID, str], Decimal]:
    """A line against each sale of these tickets. What that was worth, in major units, by order,
    event and currency; nothing where this cause had written its lines before."""
    values = {"tickets": list(tickets), "cause": cause, "now": now}
    worth: dict[tuple[UUID, UUID, str], Decimal] = {}
    for row in (await session.execute(_TAKE_BACK, values)).all():
        key = (row.order_id, row.event_id, row.currency)
        worth[key] = worth.get(key, Decimal(0)) + row.worth
    return worth


async def keep(
    session: AsyncSession,
    *,
    worth: Mapping[tuple[UUID, UUID, str], Decimal],
    cause: UUID,
    now: datetime,
) -> None:
    """A line for money that is kept, in major units, by order, event and currency."""
    lines = [
        {
            "order_id": order_id,
            "event_id": event_id,
            "kind": "kept",
            "count": 1,
            "unit_price": amount,
            "currency": currency,
            "cause": cause,
            "created_at": now,
        }
        for (order_id, event_id, currency), amount in worth.items()
        if amount
    ]
    if lines:
        await add(session, lines)
