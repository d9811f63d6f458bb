"""Writing down what happens to the house's safety. Nobody reads it here, or changes it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Context
from storage.database import Database
from storage.enums import AuditCategory

_RECORD = "SELECT sec.record_event($1, $2, $3, $4, $5, $6)"
_NOTE = text(
    """
    SELECT sec.record_event(
        NULL, CAST(:category AS audit_category), :action, :entity_type, :entity_id,
        CAST(:changes AS jsonb)
    )
    """
)


async def record(
    db: Database,
    actor: Context,
    *,
    category: AuditCategory,
    action: str,
    entity_type: str,
    entity_id: UUID | None,
    changes: Mapping[str, Any],
) -> None:
    """Write an event down in a commit of its own."""
    told = orjson.dumps(changes).decode()
    await db.call(_RECORD, category.value, action, entity_type, entity_id, told, actor=actor)


async def note(
    session: AsyncSession,
    *,
    category: AuditCategory,
    action: str,
    entity_type: str,
    entity_id: UUID | None,
    changes: Mapping[str, Any],
) -> None:
    """Write an event down with the transaction that it is about."""
    values = {
        "category": category.value,
        "action": action,
        "entity_type": entity_type,
        "entity_id": entity_id,
        "changes": orjson.dumps(changes).decode(),
    }
    await session.execute(_NOTE, values)
