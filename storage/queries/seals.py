"""The audit's rows by their transactions, as hashes, and the seals on them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.seals import Leaf, Seal

# Built-in functions only: who verifies must not ask what whoever owns the database has replaced.
_LEAVES = text(
    """
    SELECT id, transaction, sha256(convert_to(jsonb_build_array(
        id, user_id, action, entity_type, entity_id, changes, category, ip_address, user_agent,
        capacity, request, transaction, (extract(epoch FROM created_at) * 1000000)::bigint
    )::text, 'UTF8')) AS hash
    FROM audit_logs WHERE transaction >= :first AND transaction < :before
    ORDER BY transaction, id
    """
)
_NOW = text(
    """
    SELECT pg_snapshot_xmin(s)::text::bigint AS closed, pg_snapshot_xmax(s)::text::bigint AS next,
        clock_timestamp() AS now
    FROM pg_current_snapshot() AS s
    """
)
# Where a seal of at most so many rows ends; all of a transaction's rows are in one seal.
_END = text(
    """
    SELECT (
        SELECT min(transaction) FROM audit_logs
        WHERE transaction >= :first AND transaction < :closed
    ) AS least, (
        SELECT transaction FROM audit_logs
        WHERE transaction >= :first AND transaction < :closed
        ORDER BY transaction OFFSET :most LIMIT 1
    ) AS over
    """
)
_SEALS = text("SELECT * FROM audit_seals WHERE number > :after ORDER BY number LIMIT :limit")
_LAST = text("SELECT * FROM audit_seals ORDER BY number DESC LIMIT 1")
_COUNT = text("SELECT coalesce(sum(row_count), 0) FROM audit_seals")
_ADD = text(
    """
    INSERT INTO audit_seals VALUES (
        :number, :first, :before, :next, :rows, :root, :hints, :previous, :digest, :signature,
        :sealed_at
    )
    """
)
_FOREIGN = text(
    """
    SELECT id FROM audit_logs
    WHERE transaction IS NULL OR transaction < 0 OR transaction >= :next ORDER BY id
    """
)
_WAITING = text(
    """
    SELECT count(*) AS rows, min(created_at) AS since FROM audit_logs
    WHERE transaction >= :first
    """
)


class Moment(NamedTuple):
    """How far the database is: transactions before `closed` are over, `next` is not given out."""

    closed: int
    next: int
    now: datetime


async def moment(session: AsyncSession) -> Moment:
    """Where the database is now."""
    row = (await session.execute(_NOW)).one()
    return Moment(row.closed, row.next, row.now)


async def end_of(session: AsyncSession, *, first: int, closed: int, most: int) -> int | None:
    """Before which transaction a seal from `first` ends, None where there is nothing to seal."""
    row = (await session.execute(_END, {"first": first, "closed": closed, "most": most})).one()
    if row.least is None:
        return None
    if row.over is None:
        return closed
    return int(max(row.over, row.least + 1))


async def leaves(session: AsyncSession, *, first: int, before: int) -> Sequence[Leaf]:
    """The rows of these transactions, in the order of seals."""
    rows = await session.execute(_LEAVES, {"first": first, "before": before})
    return [Leaf(row.id, row.transaction, row.hash) for row in rows]


async def last(session: AsyncSession) -> Seal | None:
    """The newest seal."""
    row = (await session.execute(_LAST)).one_or_none()
    return None if row is None else _seal(row)


async def some(session: AsyncSession, *, after: int, limit: int) -> Sequence[Seal]:
    """At most `limit` seals after the one of that number, in their order."""
    rows = await session.execute(_SEALS, {"after": after, "limit": limit})
    return [_seal(row) for row in rows]


async def sealed_rows(session: AsyncSession) -> int:
    """How many rows the seals say that they bind."""
    return int((await session.execute(_COUNT)).scalar_one())


async def add(session: AsyncSession, seal: Seal) -> None:
    """Keep a seal."""
    names = ("number", "first", "before", "next", "rows", "root", "hints", "previous")
    values = {name: getattr(seal, name) for name in names}
    values |= {"digest": seal.digest, "signature": seal.signature, "sealed_at": seal.sealed_at}
    await session.execute(_ADD, values)


async def foreign(session: AsyncSession, *, next: int) -> Sequence[UUID]:
    """Rows that none of the portal's functions wrote, by the transaction that they name."""
    return (await session.execute(_FOREIGN, {"next": next})).scalars().all()


async def waiting(session: AsyncSession, *, first: int) -> tuple[int, datetime | None]:
    """How many rows no seal binds yet, and the oldest one's moment."""
    row = (await session.execute(_WAITING, {"first": first})).one()
    return row.rows, row.since


def _seal(row: Row[tuple[object, ...]]) -> Seal:
    return Seal(
        number=row.number,
        first=row.from_transaction,
        before=row.before_transaction,
        next=row.next_transaction,
        rows=row.row_count,
        root=row.root,
        hints=row.hints,
        previous=row.previous,
        sealed_at=row.sealed_at,
        signature=row.signature,
    )
