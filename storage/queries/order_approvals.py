"""Statements about orders that a house looks at before they are paid."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import Field, full_name, shown, vault_of
from storage.tables.approving import OrderApproval

_WORDS = Field("order_approvals", "words", "user_id", "id")

# With the checks of its own: who comes second finds no such order.
_ASK = text(
    """
    UPDATE orders SET status = 'awaiting_approval', expires_at = :until, precheckout_until = NULL
    WHERE id = :order_id AND user_id = :buyer AND status = 'pending' AND NOT at_door
        AND expires_at > :now
        AND (precheckout_until IS NULL OR precheckout_until <= :now)
    RETURNING event_id, attempt
    """
)
_DECIDE = text("SELECT sec.decide_order(:order_id, :approved, :words, :until, :now)")
_OF_ORDER = text(
    """
    SELECT a.id, a.user_id, a.asked_at, a.approved, a.decided_at, a.decided_by, a.words,
           b.full_name AS buyer, d.full_name AS decider
    FROM order_approvals a
    JOIN orders o ON o.id = a.order_id AND o.attempt = a.attempt
    LEFT JOIN users b ON b.id = a.user_id
    LEFT JOIN users d ON d.id = a.decided_by
    WHERE a.order_id = :order_id
    """
)
_WAITING = text(
    """
    SELECT o.id, o.number, o.user_id, o.total_amount, o.currency, o.expires_at, a.asked_at,
           u.full_name AS buyer,
           (SELECT json_agg(json_build_object('name', t.name, 'quantity', l.quantity)
                            ORDER BY t.position)
            FROM order_lines l JOIN ticket_types t ON t.id = l.ticket_type_id
            WHERE l.order_id = o.id) AS lines
    FROM orders o
    JOIN order_approvals a ON a.order_id = o.id AND a.attempt = o.attempt
    LEFT JOIN users u ON u.id = o.user_id
    WHERE o.event_id = :event_id AND o.status = 'awaiting_approval' AND o.expires_at > :now
    ORDER BY a.asked_at, o.id LIMIT :limit
    """
)
_COUNT = text(
    """
    SELECT count(*) FROM orders
    WHERE event_id = :event_id AND status = 'awaiting_approval' AND expires_at > :now
    """
)
_OF_BUYER = text(
    """
    SELECT o.id, t.position, l.quantity FROM orders o
    JOIN order_lines l ON l.order_id = o.id
    JOIN ticket_types t ON t.id = l.ticket_type_id
    WHERE o.user_id = :buyer AND o.event_id = :event_id AND o.status = 'awaiting_approval'
    """
)
_TOLD = text(
    """
    SELECT e.title, (
        SELECT count(*) FROM orders o
        WHERE o.event_id = e.id AND o.status = 'awaiting_approval' AND o.expires_at > :now
    ) AS waiting
    FROM events e WHERE e.id = :event_id
    """
)
_DECIDERS = text(
    """
    SELECT organizer_id FROM events WHERE id = :event_id
    UNION SELECT user_id FROM event_staff WHERE event_id = :event_id AND role = 'manager'
    """
)
# Events somebody should be told of: at once after a pause, else together.
_UNTOLD = text(
    """
    WITH due AS (
        SELECT o.event_id FROM orders o
        JOIN order_approvals a ON a.order_id = o.id AND a.attempt = o.attempt
        WHERE o.status = 'awaiting_approval' GROUP BY o.event_id
        HAVING bool_or(a.told_at IS NULL)
            AND coalesce(max(a.told_at) <= :quiet_since, true)
        ORDER BY o.event_id LIMIT :limit
    ), told AS (
        UPDATE order_approvals a SET told_at = :now
        FROM due d WHERE a.event_id = d.event_id AND a.told_at IS NULL
        RETURNING a.event_id
    )
    SELECT DISTINCT t.event_id, e.title FROM told t JOIN events e ON e.id = t.event_id
    """
)
# As long ago as one may have to pay at most; older ones have lapsed. A question that was added
# since comes first: who answers it takes the order with that.
_FREE = text(
    """
    SELECT o.id FROM order_approvals a
    JOIN orders o ON o.id = a.order_id AND o.attempt = a.attempt
    WHERE a.approved AND a.decided_at > CAST(:now AS timestamptz) - interval '2 days'
        AND o.status = 'pending' AND o.total_amount = 0 AND o.expires_at > :now
        AND NOT EXISTS (
            SELECT FROM event_questions q WHERE q.event_id = o.event_id AND NOT EXISTS (
                SELECT FROM order_answers s WHERE s.order_id = o.id AND s.question_id = q.id
            )
        )
    ORDER BY a.decided_at
    """
)


async def ask(
    session: AsyncSession,
    *,
    id: UUID,
    order_id: UUID,
    buyer: UUID,
    until: datetime,
    now: datetime,
) -> bool:
    """A held order waits for the word of its house until a moment; False where it cannot."""
    values = {"order_id": order_id, "buyer": buyer, "until": until, "now": now}
    row = (await session.execute(_ASK, values)).one_or_none()
    if row is None:
        return False
    await session.execute(
        insert(OrderApproval).values(
            id=id,
            order_id=order_id,
            event_id=row.event_id,
            user_id=buyer,
            attempt=row.attempt,
            asked_at=now,
        )
    )
    return True


async def decide(
    session: AsyncSession,
    *,
    id: UUID,
    order_id: UUID,
    buyer: UUID,
    approved: bool,
    words: str | None,
    until: datetime,
    now: datetime,
) -> str:
    """The word of who acts about the order of `buyer`, with a sentence; as `sec.decide_order`."""
    sealed = None
    if words is not None:
        sealed = await vault_of(session).seal(buyer, "order_approvals", "words", id, words)
    values = {
        "order_id": order_id,
        "approved": approved,
        "words": sealed,
        "until": until,
        "now": now,
    }
    return str((await session.execute(_DECIDE, values)).scalar_one())


async def of_order(session: AsyncSession, *, order_id: UUID) -> SimpleNamespace | None:
    """What was asked and said about the present choice of an order, with names."""
    rows = (await session.execute(_OF_ORDER, {"order_id": order_id})).all()
    opened = await shown(
        session, rows, words=_WORDS, buyer=full_name(), decider=full_name("decided_by")
    )
    return next(iter(opened), None)


async def of_buyer(session: AsyncSession, *, event_id: UUID, buyer: UUID) -> Sequence[Row[Any]]:
    """The lines of a buyer's order that waits for the word of an event's house, if one does."""
    values = {"event_id": event_id, "buyer": buyer}
    return (await session.execute(_OF_BUYER, values)).all()


async def waiting(
    session: AsyncSession, *, event_id: UUID, now: datetime, limit: int
) -> Sequence[SimpleNamespace]:
    """The orders of an event that wait for a word, the longest waiting first."""
    values = {"event_id": event_id, "now": now, "limit": limit}
    rows = (await session.execute(_WAITING, values)).all()
    return await shown(session, rows, buyer=full_name())


async def count(session: AsyncSession, *, event_id: UUID, now: datetime) -> int:
    """How many those are."""
    values = {"event_id": event_id, "now": now}
    return int((await session.execute(_COUNT, values)).scalar_one())


async def told(session: AsyncSession, *, event_id: UUID, now: datetime) -> Row[Any] | None:
    """The title of an event, and how many those are."""
    values = {"event_id": event_id, "now": now}
    return (await session.execute(_TOLD, values)).one_or_none()


async def deciders(session: AsyncSession, *, event_id: UUID) -> Sequence[UUID]:
    """Who may decide: the organizer and the managers."""
    return (await session.execute(_DECIDERS, {"event_id": event_id})).scalars().all()


async def free(session: AsyncSession, *, now: datetime) -> Sequence[UUID]:
    """Approved orders that are pending, cost nothing and leave nothing unanswered."""
    return (await session.execute(_FREE, {"now": now})).scalars().all()


async def untold(
    session: AsyncSession, *, quiet_since: datetime, now: datetime, limit: int
) -> Sequence[Row[Any]]:
    """Events with requests that nobody was told of, unless somebody was told after a moment.

    From now on they count as told.
    """
    values = {"quiet_since": quiet_since, "now": now, "limit": limit}
    return (await session.execute(_UNTOLD, values)).all()
