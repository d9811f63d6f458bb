"""Statements about tickets on their way to a friend."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import full_name, shown
from storage.tables.gifts import TicketGift

_TICKET = text(
    """
    SELECT t.id, t.event_id, t.order_id, t.status, t.generation, tt.name AS type_name,
           tt.id AS ticket_type_id, e.title, e.start_date, e.end_date, e.time_zone,
           e.status AS event_status, e.meta_data,
           EXISTS (
               SELECT FROM refunds r WHERE r.order_id = t.order_id
                   AND r.status IN ('created', 'in_transit')
           ) AS refund
    FROM tickets t
    JOIN ticket_types tt ON tt.id = t.ticket_type_id
    JOIN events e ON e.id = t.event_id
    WHERE t.id = :ticket_id AND t.user_id = :holder FOR UPDATE OF t
    """
)
_OPEN = text(
    """
    SELECT id, generation, expires_at, claimed_by, created_at FROM ticket_gifts
    WHERE ticket_id = :ticket_id AND ended_at IS NULL
    """
)
_FIND = text(
    """
    SELECT g.id, g.ticket_id, g.event_id, g.giver_id, g.generation, g.expires_at, g.claimed_by,
           g.created_at, g.outcome, tt.name AS type_name, tt.id AS ticket_type_id, e.title,
           e.start_date, e.time_zone, e.meta_data
    FROM ticket_gifts g
    JOIN tickets t ON t.id = g.ticket_id
    JOIN ticket_types tt ON tt.id = t.ticket_type_id
    JOIN events e ON e.id = g.event_id
    WHERE g.id = :gift_id
    """
)
_TOLD = text(
    """
    SELECT g.id, g.ticket_id, g.outcome, g.ended_at, g.expires_at, g.giver_id, g.claimed_by,
           u.full_name AS giver, c.full_name AS friend, e.title, e.start_date, e.time_zone
    FROM ticket_gifts g
    JOIN users u ON u.id = g.giver_id
    LEFT JOIN users c ON c.id = g.claimed_by
    JOIN events e ON e.id = g.event_id
    WHERE g.id = :gift_id
    """
)
_END = text(
    """
    UPDATE ticket_gifts SET ended_at = :now, outcome = :outcome
    WHERE id = :gift_id AND ended_at IS NULL RETURNING claimed_by
    """
)
_EXPIRE = text(
    """
    UPDATE ticket_gifts g SET ended_at = :now, outcome = 'expired'
    WHERE g.id IN (
        SELECT id FROM ticket_gifts WHERE ended_at IS NULL AND expires_at <= :now
        ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    RETURNING g.id, g.giver_id, g.claimed_by, g.created_at
    """
)
_CLAIM = text("SELECT * FROM sec.claim_gift(:digest, :now)")
_GIVE = text("SELECT sec.give_ticket(:gift_id, :generation, :digest, :short_code, :now)")
_GIVEN_AWAY = text(
    """
    SELECT EXISTS (
        SELECT FROM ticket_gifts
        WHERE ticket_id = :ticket_id AND generation = :generation AND outcome = 'given'
    )
    """
)


async def lock_ticket(session: AsyncSession, *, ticket_id: UUID, holder: UUID) -> Row[Any] | None:
    """A ticket of its holder, nobody else's until the end of the transaction."""
    values = {"ticket_id": ticket_id, "holder": holder}
    return (await session.execute(_TICKET, values)).one_or_none()


async def open_of(session: AsyncSession, *, ticket_id: UUID) -> Row[Any] | None:
    """The card that is out for a ticket."""
    return (await session.execute(_OPEN, {"ticket_id": ticket_id})).one_or_none()


async def add(session: AsyncSession, **values: Any) -> None:
    """A new card."""
    await session.execute(insert(TicketGift).values(**values))


async def find(session: AsyncSession, *, gift_id: UUID) -> Row[Any] | None:
    """A card, for its giver."""
    return (await session.execute(_FIND, {"gift_id": gift_id})).one_or_none()


async def told(session: AsyncSession, *, gift_id: UUID) -> SimpleNamespace | None:
    """A card with the names of both, for what happens by itself."""
    rows = (await session.execute(_TOLD, {"gift_id": gift_id})).all()
    names = {"giver": full_name("giver_id"), "friend": full_name("claimed_by")}
    if rows and rows[0].claimed_by is None:
        names.pop("friend")
    return next(iter(await shown(session, rows, **names)), None)


async def end(
    session: AsyncSession, *, gift_id: UUID, outcome: str, now: datetime
) -> Row[Any] | None:
    """The card counts no longer; None where it had ended before."""
    values = {"gift_id": gift_id, "outcome": outcome, "now": now}
    return (await session.execute(_END, values)).one_or_none()


async def expire(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Cards whose time is over count no longer."""
    return (await session.execute(_EXPIRE, {"now": now, "limit": limit})).all()


async def claim(session: AsyncSession, *, digest: str, now: datetime) -> Row[Any]:
    """Open a card's link; what came of it."""
    return (await session.execute(_CLAIM, {"digest": digest, "now": now})).one()


async def give(
    session: AsyncSession,
    *,
    gift_id: UUID,
    generation: int,
    digest: str,
    short_code: str,
    now: datetime,
) -> str:
    """The ticket passes to who claimed it; what came of it."""
    values = {
        "gift_id": gift_id,
        "generation": generation,
        "digest": digest,
        "short_code": short_code,
        "now": now,
    }
    return str((await session.execute(_GIVE, values)).scalar_one())


async def given_away(session: AsyncSession, *, ticket_id: UUID, generation: int) -> bool:
    """Whether the ticket was given to somebody when it had the code of this generation."""
    values = {"ticket_id": ticket_id, "generation": generation}
    return bool((await session.execute(_GIVEN_AWAY, values)).scalar_one())
