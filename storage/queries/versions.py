"""Snapshots of rows, one a change. The caller holds the lock of the event they belong to."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id

Kind = Literal["events", "event_schedules", "venues", "ticket_types"]
_KEEP = """
    INSERT INTO version_control
        (id, entity_type, entity_id, version, data, created_by, created_at, comment)
    SELECT CAST(:new_id AS uuid), '{kind}', x.id,
        sec.next_version('{kind}', x.id),
        to_jsonb(x), CAST(:by AS uuid), CAST(:now AS timestamptz), CAST(:comment AS text)
    FROM {kind} x WHERE x.id = :id
"""
_KINDS: tuple[Kind, ...] = ("events", "event_schedules", "venues", "ticket_types")
_STATEMENTS = {kind: text(_KEEP.format(kind=kind)) for kind in _KINDS}


async def keep(
    session: AsyncSession,
    *,
    kind: Kind,
    id: UUID,
    by: UUID,
    comment: str | None = None,
    now: datetime,
) -> None:
    """Keep a row as it is now; `comment` is the reason that was given for the change."""
    values = {"new_id": new_id(), "id": id, "by": by, "now": now, "comment": comment}
    await session.execute(_STATEMENTS[kind], values)
