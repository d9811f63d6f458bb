"""Statements about files that somebody waits for: one way to lease them, for each such table."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ids import new_id


class Queue:
    """A table whose rows are files that somebody asked for and has until `done_at`.

    It has `id`, `user_id`, `starts_at`, `progress`, `attempts`, `bar_chat_id`, `bar_message_id`,
    `done_at` and `outcome`; `about` is the column that names what a file tells of. `lease` is the
    one until when an attempt has a row to itself, `marks` what else is set where an attempt
    begins, and `waits` what is true of a row (`f`) that nobody has at `:now`.
    """

    def __init__(
        self,
        table: str,
        *,
        about: str,
        lease: str = "starts_at",
        waits: str = "f.starts_at <= :now",
        marks: str = "",
    ) -> None:
        def made(statement: str) -> TextClause:
            names = {"table": table, "about": about, "lease": lease}
            return text(statement.format(**names, waits=waits, marks=marks))

        self._add = made(_ADD)
        self._open = made(_OPEN)
        self._set_bar = made(_SET_BAR)
        self._bar = made(_BAR)
        self._lease = made(_LEASE)
        self._advance = made(_ADVANCE)
        self._put_back = made(_PUT_BACK)
        self._end = made(_END)

    async def add(
        self, session: AsyncSession, *, about: UUID, person: UUID, now: datetime
    ) -> Row[Any] | None:
        """Somebody wants a file; who asked before and has none yet, waits for that one.

        What they wait for, with its progress; None where it was made this moment.
        """
        values = {"about": about, "person": person}
        await session.execute(self._add, {**values, "id": new_id(), "now": now})
        return (await session.execute(self._open, values)).one_or_none()

    async def set_bar(
        self, session: AsyncSession, *, id: UUID, chat: int, message: int
    ) -> Row[Any] | None:
        """Where the progress is shown from now on. The message where it was until now, which may
        be none; no row where nobody waits any more."""
        values = {"id": id, "chat": chat, "message": message}
        return (await session.execute(self._set_bar, values)).one_or_none()

    async def bar(self, session: AsyncSession, *, id: UUID) -> Row[Any] | None:
        """Where the progress is shown, if it is anywhere."""
        return (await session.execute(self._bar, {"id": id})).one_or_none()

    async def lease(
        self, session: AsyncSession, *, now: datetime, until: datetime
    ) -> Row[Any] | None:
        """Take a file that waits and that nobody makes, until `until`; with its person's chat."""
        return (await session.execute(self._lease, {"now": now, "until": until})).one_or_none()

    async def advance(
        self, session: AsyncSession, *, id: UUID, attempt: int, progress: int, until: datetime
    ) -> bool:
        """Keep the progress and the lease of an attempt; whether it was still that attempt's."""
        values = {"id": id, "attempt": attempt, "progress": progress, "until": until}
        return (await session.execute(self._advance, values)).scalar() is not None

    async def put_back(
        self, session: AsyncSession, *, id: UUID, attempt: int, until: datetime
    ) -> None:
        """Let it rest until `until`."""
        await session.execute(self._put_back, {"id": id, "attempt": attempt, "until": until})

    async def end(self, session: AsyncSession, *, id: UUID, outcome: str, now: datetime) -> None:
        """Nobody waits for it any more; whichever attempt brought it, they have it."""
        await session.execute(self._end, {"id": id, "outcome": outcome, "now": now})


_ADD = """
    INSERT INTO {table} (id, {about}, user_id, asked_at, starts_at)
    VALUES (:id, :about, :person, :now, :now) ON CONFLICT DO NOTHING
"""
_OPEN = """
    SELECT f.id, f.progress FROM {table} f
    WHERE f.user_id = :person AND f.{about} = :about AND f.done_at IS NULL
"""
_SET_BAR = """
    WITH former AS (
        SELECT f.id, f.bar_message_id AS message FROM {table} f
        WHERE f.id = :id AND f.done_at IS NULL FOR UPDATE
    )
    UPDATE {table} f SET bar_chat_id = :chat, bar_message_id = :message
    FROM former WHERE f.id = former.id RETURNING former.message
"""
_BAR = """
    SELECT f.bar_chat_id AS chat, f.bar_message_id AS message FROM {table} f
    WHERE f.id = :id AND f.bar_message_id IS NOT NULL
"""
_LEASE = """
    WITH next AS (
        SELECT f.id FROM {table} f WHERE f.done_at IS NULL AND {waits}
        ORDER BY f.starts_at, f.id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), leased AS (
        UPDATE {table} f SET attempts = f.attempts + 1, {lease} = :until {marks}
        FROM next WHERE f.id = next.id
        RETURNING f.id, f.{about} AS about, f.user_id AS person, f.attempts
    )
    SELECT l.*, coalesce(a.chat_id, a.telegram_id) AS chat_id,
           coalesce(a.chosen_language, a.language) AS language
    FROM leased l LEFT JOIN telegram_accounts a ON a.user_id = l.person LIMIT 1
"""
_ADVANCE = """
    UPDATE {table} SET progress = :progress, {lease} = :until
    WHERE id = :id AND attempts = :attempt AND done_at IS NULL RETURNING 1
"""
_PUT_BACK = """
    UPDATE {table} SET {lease} = :until
    WHERE id = :id AND attempts = :attempt AND done_at IS NULL
"""
_END = """
    UPDATE {table} SET done_at = :now, outcome = :outcome WHERE id = :id AND done_at IS NULL
"""
