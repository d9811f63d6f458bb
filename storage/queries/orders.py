"""Statements about orders and their money. Quota counters change only in the SQL functions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Row, Uuid, bindparam, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import OrderStatus, PaymentStatus
from storage.tables.orders import Order, Payment

_ORDER = """
    SELECT o.id, o.number, o.user_id, o.event_id, o.status, o.payment_status, o.total_amount,
           o.currency, o.attempt, o.expires_at, o.precheckout_until, o.created_at,
           o.refund_policy, gone.tickets AS ended, gone.returned, gone.given,
           moved.whole_until,
           (o.meta_data ->> 'bill')::bigint AS bill, o.at_door, q.asked, q.unanswered,
           needs.approval AND w.approved IS NOT true AND NOT o.at_door AS unapproved,
           w.id IS NOT NULL AS requested, w.approved,
           CASE WHEN d.takes_money
               THEN e.start_date - d.release_hours * interval '1 h'
           END AS door_until,
           CASE WHEN o.status = 'expired' AND e.status = 'published' AND EXISTS (
               SELECT FROM refunds r WHERE r.order_id = o.id AND r.reason = 'late'
           ) THEN CASE WHEN EXISTS (
               SELECT FROM (
                   SELECT array_agg(l.ticket_type_id) AS types, array_agg(l.quantity) AS wanted
                   FROM order_lines l WHERE l.order_id = o.id
               ) b, quota_shortage(b.types, b.wanted, 'public')
           ) THEN 'ahead' ELSE 'again' END END AS late,
           e.title, e.start_date, e.time_zone, e.meta_data,
           e.status AS event_status, e.organizer_id, h.name AS house, h.account_id, promo.code
    FROM orders o
    JOIN events e ON e.id = o.event_id
    LEFT JOIN houses h ON h.user_id = e.organizer_id
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE t.status IN ('cancelled', 'refunded')) AS tickets,
               coalesce(sum(t.returned) FILTER (WHERE t.status IN ('cancelled', 'refunded')), 0)
                   AS returned,
               count(*) FILTER (
                   WHERE t.status NOT IN ('cancelled', 'refunded') AND t.user_id <> o.user_id
               ) AS given
        FROM tickets t WHERE t.order_id = o.id
    ) gone
    CROSS JOIN LATERAL (
        SELECT max(least(m.answer_until, e.start_date)) AS whole_until FROM event_moves m
        WHERE m.event_id = o.event_id AND m.created_at > o.created_at
    ) moved
    CROSS JOIN LATERAL (
        SELECT count(*) AS asked, count(*) FILTER (WHERE NOT EXISTS (
            SELECT FROM order_answers a WHERE a.order_id = o.id AND a.question_id = x.id
        )) AS unanswered
        FROM event_questions x WHERE x.event_id = o.event_id
    ) q
    CROSS JOIN LATERAL (
        SELECT EXISTS (
            SELECT FROM order_lines l JOIN ticket_types t ON t.id = l.ticket_type_id
            WHERE l.order_id = o.id AND t.needs_approval
        ) AS approval
    ) needs
    LEFT JOIN order_approvals w ON w.order_id = o.id AND w.attempt = o.attempt
    LEFT JOIN door_settings d ON d.event_id = o.event_id
    LEFT JOIN promo_redemptions promo ON promo.order_id = o.id
"""
_LINES = text(
    """
    SELECT l.ticket_type_id, l.quantity, l.unit_price, l.discount, t.name, t.position
    FROM order_lines l JOIN ticket_types t ON t.id = l.ticket_type_id
    WHERE l.order_id = :order_id ORDER BY t.position
    """
)
_OF_BUYER = text(_ORDER + "WHERE o.user_id = :buyer ORDER BY o.id DESC LIMIT 20")
_FIND = text(_ORDER + "WHERE o.id = :order_id")
_LOCKED = text(_ORDER + "WHERE o.id = :order_id FOR UPDATE OF o")
_DUE = text(
    """
    SELECT o.id, o.user_id, o.event_id, o.created_at, o.status FROM orders o
    WHERE o.status IN ('pending', 'awaiting_approval') AND o.expires_at <= :now
      AND (o.precheckout_until IS NULL OR o.precheckout_until <= :now)
    ORDER BY o.expires_at LIMIT :limit FOR UPDATE SKIP LOCKED
    """
)
_RETURN = text("SELECT quota_return(:orders)").bindparams(bindparam("orders", type_=ARRAY(Uuid)))
_KEEP_BILL = text(
    """
    UPDATE orders SET meta_data = meta_data || jsonb_build_object('bill', CAST(:bill AS bigint))
    WHERE id = :order_id
    """
)
_SELL = text("SELECT quota_sell(:order_id)")
# As `sec.reserve` has it: one choice of one buyer for one event at a time.
_ONE_CHOICE = text("SELECT pg_advisory_xact_lock(uuid_hash(:buyer), uuid_hash(:event_id))")
_HAS_PENDING = text(
    "SELECT EXISTS (SELECT FROM orders"
    " WHERE user_id = :buyer AND event_id = :event_id"
    " AND status IN ('pending', 'awaiting_approval'))"
)
_TAKE = text("SELECT quota_take(:order_id, :sold, 'public')")


async def find(session: AsyncSession, *, order_id: UUID) -> Row[Any] | None:
    """An order with its event."""
    return (await session.execute(_FIND, {"order_id": order_id})).one_or_none()


async def lock(session: AsyncSession, *, order_id: UUID) -> Row[Any] | None:
    """An order with its event, nobody else's until the end of the transaction."""
    return (await session.execute(_LOCKED, {"order_id": order_id})).one_or_none()


async def of_buyer(session: AsyncSession, *, buyer: UUID) -> Sequence[Row[Any]]:
    """The newest orders of a person."""
    return (await session.execute(_OF_BUYER, {"buyer": buyer})).all()


async def lines(session: AsyncSession, *, order_id: UUID) -> Sequence[Row[Any]]:
    """What an order is for."""
    return (await session.execute(_LINES, {"order_id": order_id})).all()


async def lock_due(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Open orders past their deadline that no payment is under way for."""
    return (await session.execute(_DUE, {"now": now, "limit": limit})).all()


async def set_status(
    session: AsyncSession,
    *,
    orders: Sequence[UUID],
    status: OrderStatus,
    payment_status: PaymentStatus | None = None,
) -> None:
    """Write where orders stand."""
    values: dict[str, Any] = {"status": status}
    if payment_status is not None:
        values["payment_status"] = payment_status
    await session.execute(update(Order).where(Order.id.in_(orders)).values(**values))


async def set_deadline(
    session: AsyncSession, *, order_id: UUID, expires_at: datetime, precheckout_until: datetime
) -> None:
    """Keep an order for a payment that is under way; an expired one is pending again."""
    await session.execute(
        update(Order)
        .where(Order.id == order_id)
        .values(
            status=OrderStatus.PENDING,
            expires_at=expires_at,
            precheckout_until=precheckout_until,
        )
    )


async def keep_for_door(session: AsyncSession, *, order_id: UUID, until: datetime) -> None:
    """Hold an order that is to be paid at the door; a new choice does not replace it."""
    await session.execute(
        update(Order)
        .where(Order.id == order_id)
        .values(at_door=True, expires_at=until, precheckout_until=until)
    )


async def keep_bill(session: AsyncSession, *, order_id: UUID, bill: int) -> None:
    """Remember the message that bills an order, instead of the one before."""
    await session.execute(_KEEP_BILL, {"order_id": order_id, "bill": bill})


async def add_payment(session: AsyncSession, **values: Any) -> bool:
    """Record money that came; False when this charge was recorded before."""
    statement = upsert(Payment).values(**values).on_conflict_do_nothing().returning(Payment.id)
    return (await session.execute(statement)).scalar_one_or_none() is not None


async def return_held(session: AsyncSession, orders: Sequence[UUID]) -> None:
    """What these orders hold is free again."""
    await session.execute(_RETURN, {"orders": list(orders)})


async def sell_held(session: AsyncSession, order_id: UUID) -> None:
    """What the order holds is sold."""
    await session.execute(_SELL, {"order_id": order_id})


async def chose_anew(session: AsyncSession, *, buyer: UUID, event_id: UUID) -> bool:
    """Whether a buyer has an open order for an event; none comes until the transaction's end."""
    values = {"buyer": buyer, "event_id": event_id}
    await session.execute(_ONE_CHOICE, values)
    return bool((await session.execute(_HAS_PENDING, values)).scalar_one())


async def take_again(session: AsyncSession, order_id: UUID, *, sold: bool) -> bool:
    """Hold, or sell at once, what an expired order was for; False when it has gone to others."""
    taken = await session.execute(_TAKE, {"order_id": order_id, "sold": sold})
    return bool(taken.scalar_one())
