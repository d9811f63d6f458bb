"""What must be true of seats and money: each statement counts from the rows and finds what is not.

A statement sees one moment, so it may run while everybody buys. None takes a lock or an argument:
tests ask them over any connection.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

MOST: Final = 100
"""Findings that one statement names; more would tell nothing else."""

_LONGEST: Final = timedelta(minutes=10)

_POOLS = """
    WITH held AS (
        SELECT l.ticket_type_id AS type, sum(l.quantity) AS n
        FROM orders o JOIN order_lines l ON l.order_id = o.id
        WHERE o.status IN ('pending', 'awaiting_approval') GROUP BY 1
    ), sold AS (
        SELECT t.ticket_type_id AS type, count(*) AS n
        FROM tickets t JOIN orders o ON o.id = t.order_id
        WHERE o.status = 'completed' AND t.status NOT IN ('cancelled', 'refunded') GROUP BY 1
    )
    SELECT q.id AS pool, q.held, q.sold, r.held AS rows_held, r.sold AS rows_sold
    FROM quotas q
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(held.n), 0)::integer AS held, coalesce(sum(sold.n), 0)::integer AS sold
        FROM quota_ticket_types k
        LEFT JOIN held ON held.type = k.ticket_type_id
        LEFT JOIN sold ON sold.type = k.ticket_type_id
        WHERE k.quota_id = q.id
    ) r
    WHERE (q.held, q.sold) <> (r.held, r.sold)
    ORDER BY q.id
"""
_SIZES = """
    SELECT id AS pool, held, sold, size, size_floor FROM quotas
    WHERE sold + held > greatest(size, size_floor) OR held < 0 OR sold < 0
    ORDER BY id
"""
_LIMITS = """
    WITH has AS (
        SELECT o.user_id, l.ticket_type_id, sum(CASE o.status
            WHEN 'completed' THEN (
                SELECT count(*) FROM tickets k
                WHERE k.order_id = o.id AND k.ticket_type_id = l.ticket_type_id
                    AND k.status NOT IN ('cancelled', 'refunded')
            )
            ELSE l.quantity
        END) AS n
        FROM orders o JOIN order_lines l ON l.order_id = o.id
        WHERE o.status IN ('pending', 'completed', 'awaiting_approval')
        GROUP BY 1, 2
    )
    SELECT u.user_id AS person, u.ticket_type_id AS type, u.taken, coalesce(has.n, 0) AS rows_taken
    FROM user_quota u
    JOIN ticket_types t ON t.id = u.ticket_type_id AND t.max_per_person IS NOT NULL
    LEFT JOIN has ON has.user_id = u.user_id AND has.ticket_type_id = u.ticket_type_id
    WHERE u.taken <> coalesce(has.n, 0)
    ORDER BY 1, 2
"""
_TOTALS = """
    SELECT o.id AS "order", o.number, o.total_amount AS total, coalesce(l.sum, 0) AS lines
    FROM orders o
    LEFT JOIN (
        SELECT order_id, sum(quantity * unit_price) AS sum FROM order_lines GROUP BY 1
    ) l ON l.order_id = o.id
    WHERE o.total_amount <> coalesce(l.sum, -1)
    ORDER BY o.id
"""
# Also refunded without any ticket is an order whose money came when it could not buy any more.
_TICKETS = """
    WITH made AS (
        SELECT order_id, ticket_type_id, count(*) AS n FROM tickets GROUP BY 1, 2
    )
    SELECT o.id AS "order", o.number, o.status::text, l.quantity, coalesce(m.n, 0) AS tickets
    FROM orders o
    JOIN order_lines l ON l.order_id = o.id
    LEFT JOIN made m ON m.order_id = o.id AND m.ticket_type_id = l.ticket_type_id
    WHERE l.quantity <> coalesce(m.n, 0) AND (
        o.status = 'completed' OR (
            o.status = 'refunded' AND EXISTS (SELECT FROM made WHERE made.order_id = o.id)
        )
    )
    ORDER BY o.id
"""
_UNPAID = """
    SELECT t.id AS ticket, t.status::text, o.number, o.status::text AS order_status
    FROM tickets t
    JOIN orders o ON o.id = t.order_id
    LEFT JOIN order_lines l ON l.order_id = t.order_id AND l.ticket_type_id = t.ticket_type_id
    WHERE t.status IN ('valid', 'used', 'blocked')
        AND (o.status <> 'completed' OR l.order_id IS NULL)
    ORDER BY t.id
"""
_BOOKS = """
    WITH live AS (
        SELECT order_id, ticket_type_id, count(*) AS n FROM tickets
        WHERE status NOT IN ('cancelled', 'refunded', 'reserved') GROUP BY 1, 2
    ), told AS (
        SELECT order_id, ticket_type_id, sum(count) AS n FROM ledger_lines
        WHERE ticket_type_id IS NOT NULL GROUP BY 1, 2
    )
    SELECT o.number, coalesce(live.ticket_type_id, told.ticket_type_id) AS type,
        coalesce(live.n, 0) AS tickets, coalesce(told.n, 0) AS told
    FROM live FULL JOIN told USING (order_id, ticket_type_id)
    JOIN orders o ON o.id = order_id
    WHERE coalesce(live.n, 0) <> coalesce(told.n, 0)
    ORDER BY 1, 2
"""
_MONEY = """
    WITH came AS (
        SELECT order_id, sum(amount) AS n FROM payments WHERE status = 'successful' GROUP BY 1
    ), back AS (
        SELECT order_id, sum(amount) AS n FROM refunds WHERE status <> 'cancelled' GROUP BY 1
    ), told AS (
        SELECT order_id, sum(count * unit_price) AS n FROM ledger_lines GROUP BY 1
    )
    SELECT o.id AS "order", o.number, o.status::text, o.currency,
        coalesce(came.n, 0) AS came, coalesce(back.n, 0) AS back, coalesce(told.n, 0) AS told
    FROM orders o
    LEFT JOIN came ON came.order_id = o.id
    LEFT JOIN back ON back.order_id = o.id
    LEFT JOIN told ON told.order_id = o.id
    WHERE coalesce(came.n, 0) - coalesce(back.n, 0) <> coalesce(told.n, 0)
    ORDER BY o.id
"""
_REFUNDS = """
    SELECT p.id AS payment, p.amount, sum(r.amount) AS back
    FROM payments p JOIN refunds r ON r.payment_id = p.id AND r.status <> 'cancelled'
    GROUP BY p.id
    HAVING sum(r.amount) > p.amount
        OR bool_or(r.currency <> p.currency OR r.order_id <> p.order_id)
    ORDER BY p.id
"""
_STATES = """
    SELECT o.id AS "order", o.number, o.status::text, o.payment_status::text AS money
    FROM orders o
    WHERE o.payment_status <> ALL (CASE o.status
        WHEN 'pending' THEN '{pending,failed,refund_due,refunded}'
        WHEN 'awaiting_approval' THEN '{pending,failed,refund_due,refunded}'
        WHEN 'completed' THEN '{paid,overpaid,partially_refunded,refund_due,refunded}'
        WHEN 'refunded' THEN '{refunded}'
        ELSE '{pending,failed,refund_due,refunded}'
    END::payment_status[])
    ORDER BY o.id
"""
_CODES = """
    SELECT c.id AS code, c.used, coalesce(r.n, 0) AS rows_used, c.budget
    FROM promo_codes c
    LEFT JOIN (
        SELECT code_id, sum(seats) AS n FROM promo_redemptions WHERE counts GROUP BY 1
    ) r ON r.code_id = c.id
    WHERE c.used <> coalesce(r.n, 0) OR c.used > c.budget
    ORDER BY c.id
"""
_REDEMPTIONS = """
    SELECT o.id AS "order", o.number, o.status::text, r.counts, r.discount,
        coalesce(l.discount, 0) AS lines
    FROM orders o
    LEFT JOIN promo_redemptions r ON r.order_id = o.id
    LEFT JOIN (
        SELECT order_id, sum(quantity * discount) AS discount FROM order_lines
        WHERE discount > 0 GROUP BY 1
    ) l ON l.order_id = o.id
    WHERE (r.order_id IS NOT NULL OR l.order_id IS NOT NULL) AND (
        coalesce(r.discount, 0) <> coalesce(l.discount, 0)
        OR r.counts <> (
            o.status IN ('pending', 'awaiting_approval', 'completed', 'refunded')
            OR o.status = 'cancelled' AND EXISTS (
                SELECT FROM ledger_lines g WHERE g.order_id = o.id AND g.kind = 'sold'
            )
        )
    )
    ORDER BY o.id
"""

STATEMENTS: Final[Mapping[str, str]] = {
    "pools": _POOLS,
    "sizes": _SIZES,
    "limits": _LIMITS,
    "totals": _TOTALS,
    "tickets": _TICKETS,
    "unpaid": _UNPAID,
    "books": _BOOKS,
    "money": _MONEY,
    "refunds": _REFUNDS,
    "states": _STATES,
    "codes": _CODES,
    "redemptions": _REDEMPTIONS,
}
"""By name; in words, each one's columns stand in bot/console/proving.py."""

ALL: Final = " UNION ALL ".join(
    f"SELECT '{name}' AS rule, to_jsonb(found) AS facts FROM ({statement}) found"  # noqa: S608 - our own constants
    for name, statement in STATEMENTS.items()
)
"""All of them at one moment; no rows where all is well."""

_PATIENT = text("SELECT set_config('statement_timeout', :milliseconds, true)")


async def take_time(session: AsyncSession) -> None:
    """Let the statements of this transaction take their time."""
    longest = str(int(_LONGEST.total_seconds() * 1000))
    await session.execute(_PATIENT, {"milliseconds": longest})


async def broken(session: AsyncSession, name: str) -> Sequence[Row[Any]]:
    """Where the statement `name` finds that something is not true, at most `MOST` rows."""
    return (await session.execute(text(f"{STATEMENTS[name]} LIMIT {MOST}"))).all()
