"""What the audit told, as those may read it who act."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Row, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import full_name, shown

_LINES = text("SELECT * FROM sec.audit_lines(:person, :like, :before, :limit)")
_OF_EVENT = text("SELECT * FROM sec.event_history(:event_id, :before, :limit)")
_NAMES = text(
    "SELECT id AS user_id, full_name AS name FROM users WHERE id = ANY (:people)"
).bindparams(bindparam("people", type_=ARRAY(Uuid)))


async def lines(
    session: AsyncSession, *, person: UUID | None, like: UUID | None, before: UUID, limit: int
) -> Sequence[Row[Any]]:
    """The last rows before a key: of a person, of the thing that the row `like` is about, or all.

    Nothing for who does not run the portal.
    """
    values = {"person": person, "like": like, "before": before, "limit": limit}
    return (await session.execute(_LINES, values)).all()


async def of_event(
    session: AsyncSession, *, event_id: UUID, before: UUID, limit: int
) -> Sequence[Row[Any]]:
    """The last rows before a key that are about an event, for who makes it."""
    values = {"event_id": event_id, "before": before, "limit": limit}
    return (await session.execute(_OF_EVENT, values)).all()


async def names(session: AsyncSession, people: Sequence[UUID]) -> Mapping[UUID, str | None]:
    """The names of those among the people whom who acts may see."""
    rows = (await session.execute(_NAMES, {"people": list(people)})).all()
    found: Sequence[SimpleNamespace] = await shown(session, rows, name=full_name())
    return {row.user_id: row.name for row in found}
