"""Rows that have served: forgotten a batch at a time, so that no lock is held for long."""

from datetime import datetime

from sqlalchemy import CursorResult, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

BATCH = 5000
"""Rows that one call forgets at most."""

# The age stands twice: a row that was touched while we waited for it is young again.
_UPDATES = text(
    """
    DELETE FROM processed_updates
    WHERE processed_at < :before AND (bot_id, update_id) IN (
        SELECT bot_id, update_id FROM processed_updates
        WHERE processed_at < :before ORDER BY processed_at LIMIT :limit
    )
    """
)
_RUNS = text(
    """
    DELETE FROM job_runs
    WHERE scheduled_for < :before AND (name, scheduled_for) IN (
        SELECT name, scheduled_for FROM job_runs WHERE scheduled_for < :before LIMIT :limit
    )
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
_CACHED = text(
    """
    DELETE FROM cache_entries
    WHERE expiration < :before AND key IN (
        SELECT key FROM cache_entries WHERE expiration < :before ORDER BY expiration LIMIT :limit
    )
    """
)
_CONFIRMATIONS = text(
    """
    DELETE FROM email_confirmations
    WHERE created_at < :before AND id IN (
        SELECT id FROM email_confirmations
        WHERE created_at < :before ORDER BY created_at LIMIT :limit
    )
    """
)
_SESSIONS = text(
    """
    DELETE FROM sessions
    WHERE expires_at < :before AND id IN (
        SELECT id FROM sessions WHERE expires_at < :before ORDER BY expires_at LIMIT :limit
    )
    """
)
_WEB_LINKS = text(
    """
    DELETE FROM web_links
    WHERE expires_at < :before AND id IN (
        SELECT id FROM web_links WHERE expires_at < :before ORDER BY expires_at LIMIT :limit
    )
    """
)
_TRIES = text(
    """
    DELETE FROM sign_in_tries
    WHERE last_at < :before AND (kind, key) IN (
        SELECT kind, key FROM sign_in_tries WHERE last_at < :before ORDER BY last_at LIMIT :limit
    )
    """
)


async def forget_updates(session: AsyncSession, *, before: datetime) -> int:
    """Forget updates handled before that moment; how many it were, at most `BATCH`."""
    return await _forget(session, _UPDATES, before)


async def forget_runs(session: AsyncSession, *, before: datetime) -> int:
    """Forget ticks of the timetable before that moment; how many it were, at most `BATCH`."""
    return await _forget(session, _RUNS, before)


async def forget_drafts(session: AsyncSession, *, before: datetime) -> int:
    """Forget dialogs left alone since that moment; how many it were, at most `BATCH`."""
    return await _forget(session, _DRAFTS, before)


async def forget_cached(session: AsyncSession, *, before: datetime) -> int:
    """Forget what the cache held until that moment; how many it were, at most `BATCH`."""
    return await _forget(session, _CACHED, before)


async def forget_confirmations(session: AsyncSession, *, before: datetime) -> int:
    """Forget letters with codes written before that moment; how many, at most `BATCH`."""
    return await _forget(session, _CONFIRMATIONS, before)


async def forget_sessions(session: AsyncSession, *, before: datetime) -> int:
    """Forget web sessions that were over at that moment; how many, at most `BATCH`."""
    return await _forget(session, _SESSIONS, before)


async def forget_web_links(session: AsyncSession, *, before: datetime) -> int:
    """Forget links to the web pages that were over at that moment; how many, at most `BATCH`."""
    return await _forget(session, _WEB_LINKS, before)


async def forget_tries(session: AsyncSession, *, before: datetime) -> int:
    """Forget tries to sign in that are older than that moment; how many, at most `BATCH`."""
    return await _forget(session, _TRIES, before)


async def _forget(session: AsyncSession, statement: TextClause, before: datetime) -> int:
    result = await session.execute(statement, {"before": before, "limit": BATCH})
    return result.rowcount if isinstance(result, CursorResult) else 0
