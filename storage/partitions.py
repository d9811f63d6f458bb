"""Monthly partitions of the tables that grow with time, cut along the UUIDv7 of their rows.

There is no DEFAULT partition: it would forbid DETACH CONCURRENTLY, and hide a maker that stopped.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import asyncpg

from storage.bootstrap import OWNER
from storage.database import connect

PARTITIONED = (
    "audit_logs",
    "system_logs",
    "integration_logs",
    "performance_metrics",
    "notifications",
)
MONTHS_AHEAD = 6
MONTHS_BEHIND = 1
"""Rows get keys of a moment that lies a little back, such as the order's of a late reminder."""

_FILL = {"notifications": 70}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOCK = 7_361_003
_MONTHLY = {"audit_logs": "sec.keep_month", "notifications": "sec.guard_month"}
"""What is done to a month of a table so that naming it goes around nothing."""

_KNOWN = "SELECT to_regprocedure($1 || '(regclass)') IS NOT NULL"
_UPPER_BOUNDS = """
    SELECT parent.relname AS name,
           max(substring(pg_get_expr(part.relpartbound, part.oid) FROM $$TO \\('(.*)'\\)$$))::uuid
               AS bound
    FROM pg_class parent
    LEFT JOIN pg_inherits ON inhparent = parent.oid
    LEFT JOIN pg_class part ON part.oid = inhrelid
    WHERE parent.relkind = 'p' AND parent.relnamespace = 'public'::regnamespace
    GROUP BY parent.relname
"""


def uuid_floor(at: datetime) -> UUID:
    """The smallest UUIDv7 of the millisecond of `at` (aware), as `public.uuid_floor` in SQL."""
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (0b10 << 62))


def months(
    now: datetime, *, behind: int = MONTHS_BEHIND, ahead: int = MONTHS_AHEAD
) -> list[datetime]:
    """The first moments of the months around `now`, in UTC, with the end of the last one."""
    first = now.year * 12 + now.month - 1 - behind
    return [
        datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)
        for month in range(first, first + behind + ahead + 2)
    ]


async def make_partitions(dsn: str, *, now: datetime | None = None) -> list[str]:
    """Make the partitions that are missing from a month ago to six months ahead.

    `dsn` is portal_migrate's (or a superuser's); `now` is the database's time unless given.
    Returns the names of those that were made.
    """
    connection = await connect(dsn)
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL lock_timeout = 0")
            await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
            await connection.execute("SET LOCAL lock_timeout = '1s'")
            await connection.fetch(f"SET LOCAL ROLE {OWNER}")
            now = now or await connection.fetchval("SELECT now()")
            there = {
                row["relname"] for row in await connection.fetch("SELECT relname FROM pg_class")
            }
            made = []
            for table in PARTITIONED:
                for name, start, end in _wanted(table, now):
                    if name not in there:
                        await _make(connection, table, name, start, end)
                        made.append(name)
            return made
    finally:
        await connection.close()


async def covered_until(dsn: str) -> datetime:
    """Until when every partitioned table takes rows; the epoch where one has no partition."""
    connection = await connect(dsn)
    try:
        rows = await connection.fetch(_UPPER_BOUNDS)
    finally:
        await connection.close()
    bounds = {row["name"]: row["bound"] for row in rows}
    ends = [bounds.get(table) for table in PARTITIONED]
    return min(_moment(end) if end is not None else _EPOCH for end in ends)


def _wanted(table: str, now: datetime) -> Iterator[tuple[str, datetime, datetime]]:
    edges = months(now)
    for start, end in pairwise(edges):
        yield f"{table}_{start:%Y_%m}", start, end


async def _make(
    connection: asyncpg.Connection, table: str, name: str, start: datetime, end: datetime
) -> None:
    fill = f"WITH (fillfactor = {_FILL[table]})" if table in _FILL else ""
    await connection.fetch(
        f"CREATE TABLE {name} (LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS) {fill}"
    )
    await connection.fetch(
        f"ALTER TABLE {table} ATTACH PARTITION {name} "
        f"FOR VALUES FROM ('{uuid_floor(start)}') TO ('{uuid_floor(end)}')"
    )
    monthly = _MONTHLY.get(table)
    if monthly and await connection.fetchval(_KNOWN, monthly):
        await connection.fetch(f"SELECT {monthly}('{name}')")


def _moment(key: UUID) -> datetime:
    return _EPOCH + timedelta(milliseconds=key.int >> 80)
