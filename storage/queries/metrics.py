"""Measures kept for who runs the portal: each sample is one statement."""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
import orjson

from storage.database import Database

_ADD = """
    INSERT INTO performance_metrics (metric_type, value, context, tags)
    SELECT m.* FROM jsonb_to_recordset($1::jsonb) AS m (
        metric_type text, value numeric, context jsonb, tags text[]
    )
"""
_SAMPLE = """
    INSERT INTO performance_metrics (metric_type, value, context, tags)
    SELECT 'queue.due', count(*), jsonb_build_object(
               'oldest_seconds', coalesce(extract(epoch FROM now() - min(due.due_at))::integer, 0)
           ), ARRAY['database']
    FROM (SELECT due_at FROM notifications WHERE due_at <= now() LIMIT 100000) AS due
    UNION ALL
    SELECT 'cache.hits', coalesce(sum(hit_count), 0), jsonb_build_object('entries', count(*)),
           ARRAY['database']
    FROM cache_entries
    UNION ALL
    SELECT 'database.cache_hits', blks_hit, jsonb_build_object(
               'reads', blks_read, 'commits', xact_commit, 'rollbacks', xact_rollback,
               'deadlocks', deadlocks, 'connections', numbackends
           ), ARRAY['database']
    FROM pg_stat_database WHERE datname = current_database()
"""
# A fingerprint is what a statement is without its values; texts of values that an operator's own
# statement might bring are taken out besides.
_STATEMENTS = r"""
    UNION ALL
    (
        SELECT 'statement.seconds', round((total_exec_time / 1000)::numeric, 3),
               jsonb_build_object(
                   'fingerprint', queryid::text, 'calls', calls,
                   'mean_ms', round(mean_exec_time::numeric, 3),
                   'statement', left(regexp_replace(
                       regexp_replace(query, '''[^'']*''|(?<![$\w])\d+(\.\d+)?', '?', 'g'),
                       '\s+', ' ', 'g'
                   ), 200)
               ), ARRAY['database']
        FROM pg_stat_statements
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND queryid IS NOT NULL AND query ~* '^\s*(select|insert|update|delete|with|merge)\M'
        ORDER BY total_exec_time DESC LIMIT 10
    )
"""
_NOT_THERE = (
    asyncpg.ObjectNotInPrerequisiteStateError,
    asyncpg.UndefinedTableError,
    asyncpg.InsufficientPrivilegeError,
)


async def add(db: Database, measures: Sequence[Mapping[str, Any]]) -> None:
    """Keep a process's own measures. Raises `Unavailable`."""
    await db.call(_ADD, orjson.dumps(measures).decode())


async def sample(db: Database) -> None:
    """Keep how the database does: what waits to be sent, hits, the costliest statements.

    A server that does not count statements is measured without them. Raises `Unavailable`.
    """
    try:
        await db.call(_SAMPLE + _STATEMENTS)
    except _NOT_THERE:
        await db.call(_SAMPLE)
