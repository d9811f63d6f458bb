"""Rows that have served: let go of a batch at a time, so that no lock is held for long, as the
rules in `retention_rules` say it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import CursorResult, Row, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.datamap.retention import Action, rules, statement

BATCH = 5000
"""Rows that one call lets go of at most."""

_SEED = text(
    """
    INSERT INTO retention_rules (table_name, basis, since, action, keep, least)
    VALUES (:table, :basis, :since, :action, :keep, :least) ON CONFLICT DO NOTHING
    """
)
_RULES = text(
    """
    SELECT table_name, basis, since, action, keep, least, version, last_run_at, last_count
    FROM retention_rules ORDER BY table_name
    """
)
_NOTE = text(
    """
    UPDATE retention_rules SET last_run_at = :now, last_count = :count
    WHERE table_name = :table
    """
)
_KEEP = text(
    """
    UPDATE retention_rules SET keep = :keep, version = version + 1, changed_at = :now
    WHERE table_name = :table AND keep <> :keep RETURNING version
    """
)
_DRAFTS = text(
    """
    DELETE FROM dialog_drafts
    WHERE updated_at < :before AND id IN (
        SELECT id FROM dialog_drafts
        WHERE updated_at < :before ORDER BY updated_at LIMIT :limit
    )
    """
)


async def seed(session: AsyncSession) -> None:
    """Add the rules of the data map that the database does not have yet; others stay."""
    there = {row.table_name for row in await in_force(session)}
    values = [
        {
            "table": rule.table,
            "basis": rule.basis,
            "since": rule.since,
            "action": rule.action,
            "keep": rule.keep,
            "least": rule.least,
        }
        for rule in rules().values()
        if rule.table not in there
    ]
    if values:
        await session.execute(_SEED, values)


async def in_force(session: AsyncSession) -> Sequence[Row[Any]]:
    """The rules as they stand, by table."""
    return (await session.execute(_RULES)).all()


async def apply(
    session: AsyncSession, *, table: str, since: str, action: str, before: datetime
) -> int:
    """Do to some rows of a table what its rule says; how many it were, at most `BATCH`."""
    done = _statement(table, since, Action(action))
    return 0 if done is None else await _forget(session, done, before)


async def note(session: AsyncSession, *, table: str, count: int, now: datetime) -> None:
    """Write down what the last run of a rule came to."""
    await session.execute(_NOTE, {"table": table, "count": count, "now": now})


async def keep(session: AsyncSession, *, table: str, span: timedelta, now: datetime) -> bool:
    """Keep rows of a table for another time from now on; False where it is that already."""
    changed = await session.execute(_KEEP, {"table": table, "keep": span, "now": now})
    return changed.scalar() is not None


async def forget_drafts(session: AsyncSession, *, before: datetime) -> int:
    """Forget dialogs left alone since that moment; how many it were, at most `BATCH`."""
    return await _forget(session, _DRAFTS, before)


@cache
def _statement(table: str, since: str, action: Action) -> TextClause | None:
    written = statement(table, since, action)
    return None if written is None else text(written)


async def _forget(session: AsyncSession, statement: TextClause, before: datetime) -> int:
    result = await session.execute(statement, {"before": before, "limit": BATCH})
    return result.rowcount if isinstance(result, CursorResult) else 0
