"""Statements about what cannot wait for Telegram: whom a text message may tell of it."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import open_row, vault_of

# An evening is near if it begins within a day, or would have begun before it was moved.
_NEAR = text(
    """
    SELECT * FROM (
        SELECT e.id, e.start_date AS new_start, CASE
            WHEN e.start_date BETWEEN :now AND :before THEN e.start_date
            ELSE (
                SELECT max(CAST(v.data ->> 'start_date' AS timestamptz)) FROM version_control v
                WHERE v.entity_type = 'events' AND v.entity_id = e.id
                  AND CAST(v.data ->> 'start_date' AS timestamptz) BETWEEN :now AND :before
            )
        END AS near_at
        FROM orders o JOIN events e ON e.id = o.event_id WHERE o.id = :order_id
    ) n WHERE n.near_at IS NOT NULL
    """
)
_MAY = text(
    """
    SELECT EXISTS (
        SELECT FROM users u
        JOIN consent_states s ON s.user_id = u.id AND s.purpose = 'urgent' AND s.channel = 'sms'
            AND s.granted AND s.version >= sec.words_version()
        WHERE u.id = :person AND u.phone_number IS NOT NULL AND u.status = 'active'
    )
    """
)
_PHONE = text("SELECT id, phone_number FROM users WHERE id = :person AND phone_number IS NOT NULL")
_EVENT = text(
    """
    SELECT e.id, e.title, e.status, e.start_date, e.time_zone, v.name AS venue, EXISTS (
        SELECT FROM tickets t
        WHERE t.event_id = e.id AND t.user_id = :person
          AND t.status IN ('valid', 'reserved', 'blocked')
    ) AS holds
    FROM events e LEFT JOIN venues v ON v.id = e.venue_id WHERE e.id = :event_id
    """
)


async def near(
    session: AsyncSession, *, order_id: UUID, before: datetime, now: datetime
) -> Row[Any] | None:
    """The event of an order if it begins, or was to begin, until `before`: at `near_at`."""
    values = {"order_id": order_id, "before": before, "now": now}
    return (await session.execute(_NEAR, values)).one_or_none()


async def may(session: AsyncSession, *, person: UUID) -> bool:
    """Whether a person gave a number and agreed to urgent text messages."""
    return bool((await session.execute(_MAY, {"person": person})).scalar_one())


async def phone(session: AsyncSession, *, person: UUID) -> str | None:
    """A person's number (E.164). Raises `Tampered`, `KeyDestroyed`."""
    row = (await session.execute(_PHONE, {"person": person})).one_or_none()
    if row is None:
        return None
    opened = SimpleNamespace(**await open_row(vault_of(session), "users", row._asdict()))
    return str(opened.phone_number)


async def event(session: AsyncSession, *, event_id: UUID, person: UUID) -> Row[Any] | None:
    """An event as a short message tells a person of it."""
    values = {"event_id": event_id, "person": person}
    return (await session.execute(_EVENT, values)).one_or_none()
