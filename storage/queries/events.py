"""Questions about the programme."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.queries.programme import LINES

_KEPT_BY = text(
    f"""
    WITH found AS MATERIALIZED (
        SELECT e.id AS event_id, CAST(NULL AS double precision) AS metres,
            row_number() OVER (ORDER BY e.start_date, e.id) AS place
        FROM events e
        WHERE e.end_date > CAST(:now AS timestamptz) - interval '1 day' AND (
            e.organizer_id = :user_id
            OR EXISTS (SELECT FROM event_staff s WHERE s.event_id = e.id AND s.user_id = :user_id)
        )
        ORDER BY e.start_date, e.id LIMIT 20
    )
    {LINES}
    """
)
_ANY_CARD = """
    SELECT e.id, e.organizer_id, e.title, e.description, e.type, e.status, e.start_date,
           e.end_date, e.time_zone, e.currency, e.meta_data, e.updated_at, e.refund_policy,
           v.name AS venue,
           v.address, v.city, v.latitude, v.longitude, h.name AS house,
           coalesce(v.facilities @> '{"step_free": true}', false) AS step_free,
           sec.takes_codes(e.id, :now) AS takes_codes
    FROM events e
    LEFT JOIN venues v ON v.id = e.venue_id
    LEFT JOIN houses h ON h.user_id = e.organizer_id
    WHERE e.id = :event_id
"""
_CARD = text(_ANY_CARD + " AND e.status IN ('published', 'cancelled', 'completed')")
_DRAFTED_CARD = text(_ANY_CARD)
_LINEUP = text(
    """
    SELECT d.id AS designer_id, d.brand_name, c.name AS collection, c.season, c.year
    FROM event_collections ec
    JOIN collections c ON c.id = ec.collection_id
    JOIN designers d ON d.id = c.designer_id
    WHERE ec.event_id = :event_id ORDER BY ec.position, c.id
    """
)
_WALKERS = text(
    """
    SELECT m.name AS stage_name
    FROM event_models em JOIN stage_names m ON m.model_id = em.model_id
    WHERE em.event_id = :event_id ORDER BY em.position, m.model_id
    """
)
_SCHEDULE = text(
    """
    SELECT id, title, start_time, end_time, type, location
    FROM event_schedules
    WHERE event_id = :event_id AND type <> 'backstage' ORDER BY start_time, "order", id
    """
)
_ON_SALE = """
    SELECT t.id, t.position, t.name, t.description, t.price, t.benefits, t.sale_start, t.sale_end,
           t.max_per_person, t.hidden, t.needs_approval, {promo} AS promo_price, q.left, q.gone,
           q.closed, q.claimed,
           EXISTS (SELECT FROM waitlists l WHERE l.ticket_type_id = t.id AND l.closed)
               AS line_closed
    FROM ticket_types t
    CROSS JOIN LATERAL (
        SELECT min(greatest(s.size - s.sold - s.held, 0)) FILTER (WHERE s.size IS NOT NULL)
                   AS left,
               count(*) = 0 OR coalesce(bool_or(s.sold >= s.size), false) AS gone,
               coalesce(bool_or(s.closed), false) AS closed,
               coalesce(bool_or(s.waiting_claim), false) AS claimed
        FROM quota_ticket_types m JOIN quotas s ON s.id = m.quota_id
        WHERE m.ticket_type_id = t.id
    ) q
    WHERE t.event_id = :event_id AND t.status <> 'inactive' AND (NOT t.hidden OR {opened})
    ORDER BY t.position
"""
_FOR_SALE = text(_ON_SALE.format(promo="CAST(NULL AS numeric)", opened="false"))
_PROMO = "sec.promo_price(t.event_id, :code, t.id)"
_FOR_SALE_WITH = text(_ON_SALE.format(promo=_PROMO, opened=f"{_PROMO} IS NOT NULL"))


async def kept_by(session: AsyncSession, *, user_id: UUID, now: datetime) -> Sequence[Row[Any]]:
    """Events that a person organizes or is staff of, until a day after their end."""
    return (await session.execute(_KEPT_BY, {"user_id": user_id, "now": now})).all()


async def card(session: AsyncSession, *, event_id: UUID, now: datetime) -> Row[Any] | None:
    """An event that the public may see, with its venue and its house."""
    return (await session.execute(_CARD, {"event_id": event_id, "now": now})).one_or_none()


async def any_card(session: AsyncSession, *, event_id: UUID, now: datetime) -> Row[Any] | None:
    """The same of any event, for who makes it."""
    values = {"event_id": event_id, "now": now}
    return (await session.execute(_DRAFTED_CARD, values)).one_or_none()


async def lineup(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """The collections that an event shows, in their order."""
    return (await session.execute(_LINEUP, {"event_id": event_id})).all()


async def walkers(session: AsyncSession, *, event_id: UUID) -> Sequence[str]:
    """The stage names of the models who walk, in their order."""
    return (await session.execute(_WALKERS, {"event_id": event_id})).scalars().all()


async def schedule(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """What happens when, without what is for the team only."""
    return (await session.execute(_SCHEDULE, {"event_id": event_id})).all()


async def for_sale(
    session: AsyncSession, *, event_id: UUID, code: str | None = None
) -> Sequence[Row[Any]]:
    """The ticket types of an event with what is left of each over all its quotas.

    `code` is the handle of a promo code: it opens hidden types, and prices with it are told.
    """
    if code is None:
        return (await session.execute(_FOR_SALE, {"event_id": event_id})).all()
    return (await session.execute(_FOR_SALE_WITH, {"event_id": event_id, "code": code})).all()
