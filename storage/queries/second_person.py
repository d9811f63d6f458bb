"""Statements about what waits for a second person, and what they say."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_DECIDE = text(
    """
    UPDATE campaigns SET decided_by = :person, decided_at = :now, declined_why = :why
    WHERE id = :id
    """
)

_FORGET = text(
    """
    UPDATE campaigns SET decided_by = NULL, decided_at = NULL, declined_why = NULL
    WHERE id = :id AND decided_by IS NOT NULL
    """
)

# Those who may agree to what waits, of its house or of who runs the portal, and do not know yet:
# their delivery has no row under its derived key.
_SECOND_PERSONS = text(
    """
    SELECT c.id, c.asked_at, p.user_id FROM campaigns c
    CROSS JOIN LATERAL (
        SELECT c.organizer_id AS user_id
        UNION
        SELECT s.user_id FROM event_staff s JOIN events e ON e.id = s.event_id
        WHERE e.organizer_id = c.organizer_id AND s.role IN ('manager', 'marketing')
        UNION
        SELECT a.user_id FROM administrators a WHERE a.revoked_at IS NULL
    ) p
    WHERE c.status = 'awaiting_approval' AND c.asked_at IS NOT NULL
      AND p.user_id IS DISTINCT FROM c.created_by
      AND NOT EXISTS (
        SELECT FROM notifications n WHERE n.id = derived_id(
            c.asked_at, 'campaign-asked ' || c.id || ' ' || p.user_id
        )
    )
    ORDER BY c.asked_at, c.id, p.user_id LIMIT :limit
    """
)


_WAS_ASKED = text(
    """
    SELECT EXISTS (
        SELECT FROM notifications
        WHERE user_id = :person AND template = 'campaign-asked'
          AND arguments ->> 'campaign' = CAST(CAST(:id AS uuid) AS text)
    )
    """
)


async def decide(
    session: AsyncSession, *, id: UUID, person: UUID, why: str | None, now: datetime
) -> None:
    """The second person agrees, or says `why` not."""
    await session.execute(_DECIDE, {"id": id, "person": person, "why": why, "now": now})


async def forget(session: AsyncSession, *, id: UUID) -> None:
    """Nobody has said anything of it."""
    await session.execute(_FORGET, {"id": id})


async def was_asked(session: AsyncSession, *, id: UUID, person: UUID) -> bool:
    """Whether a campaign was put before this person at some time."""
    return bool(await session.scalar(_WAS_ASKED, {"id": id, "person": person}))


async def asked(session: AsyncSession, *, limit: int) -> Sequence[Row[Any]]:
    """Whom what waits for a second person is to be put before, the longest wait first."""
    return (await session.execute(_SECOND_PERSONS, {"limit": limit})).all()
