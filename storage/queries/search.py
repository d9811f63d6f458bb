"""Questions in words: what a word means to the catalogue, and which evenings it finds."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.queries.programme import LINES

_SOONEST, _OFTEN = 400, 8
"""A word that `_OFTEN` of the `_SOONEST` evenings have is common: then the soonest come first.

All others, and all words where there are not so many evenings, are ordered by how well they
answer.
"""

_NEIGHBOURS = 24
_QUERIES = text(
    """
    SELECT a.word, word_query(a.word)::text AS query,
        plainto_tsquery('simple', a.word)::text AS literally
    FROM unnest(CAST(:words AS text[])) WITH ORDINALITY a (word, place) ORDER BY a.place
    """
)
_KNOWN = text(
    f"""
    WITH asked AS (SELECT CAST(:query AS tsquery) AS query)
    SELECT EXISTS (
        SELECT FROM asked a, (
            SELECT s.words FROM event_search s WHERE s.starts_at > :now
            ORDER BY s.starts_at LIMIT {_SOONEST}
        ) c
        WHERE c.words @@ a.query
    ) OR EXISTS (SELECT FROM asked a, event_search s WHERE s.words @@ a.query)
    """
)
_LOOSELY = text("SELECT set_config('pg_trgm.similarity_threshold', '0.25', true)")
_NEAR_WORDS = text(
    """
    SELECT w.word, similarity(w.word, :word) AS likeness FROM search_words w
    WHERE w.word % :word ORDER BY likeness DESC, w.word LIMIT :limit
    """
)
_FOUND = text(
    f"""
    WITH asked AS (SELECT CAST(:query AS tsquery) AS query),
    coming AS NOT MATERIALIZED (
        SELECT s.event_id, s.starts_at, s.words FROM event_search s
        WHERE s.starts_at > CAST(:now AS timestamptz) - interval '1 day' AND s.ends_at > :now
        ORDER BY s.starts_at, s.event_id OFFSET 0
    ),
    common AS (
        SELECT count(*) = {_SOONEST}
            AND count(*) FILTER (WHERE c.words @@ a.query) >= {_OFTEN} AS common
        FROM (SELECT words FROM coming LIMIT {_SOONEST}) c, asked a
    ),
    found AS MATERIALIZED (
        SELECT event_id, CAST(NULL AS double precision) AS metres,
            row_number() OVER (ORDER BY better DESC, starts_at, event_id) AS place
        FROM (
            (
                SELECT s.event_id, s.starts_at,
                    round(ts_rank('{{0, 0.05, 0.4, 1}}', s.words, a.query)::numeric, 1) AS better
                FROM event_search s, asked a
                WHERE s.words @@ a.query AND s.ends_at > :now AND NOT (SELECT common FROM common)
                ORDER BY better DESC, s.starts_at, s.event_id LIMIT :limit OFFSET :offset
            )
            UNION ALL
            (
                SELECT c.event_id, c.starts_at, 0 FROM coming c, asked a
                WHERE c.words @@ a.query AND (SELECT common FROM common)
                LIMIT :limit OFFSET :offset
            )
        ) u
    )
    {LINES}
    """
)
_BRANDS = text(
    """
    SELECT DISTINCT d.id, d.brand_name FROM event_collections x
    JOIN collections c ON c.id = x.collection_id JOIN designers d ON d.id = c.designer_id
    WHERE x.event_id = ANY (:events) AND d.approval_status = 'approved' AND d.paused_at IS NULL
        AND to_tsvector('simple', plain(d.brand_name)) @@ CAST(:query AS tsquery)
    ORDER BY d.brand_name LIMIT 2
    """
)


async def queries_of(session: AsyncSession, *, words: Sequence[str]) -> Sequence[Row[Any]]:
    """What each word asks for, as a tsquery; `query` None for one that says nothing ("the")."""
    return (await session.execute(_QUERIES, {"words": list(words)})).all()


async def known(session: AsyncSession, *, query: str, now: datetime) -> bool:
    """Whether any evening answers to `query` (a tsquery)."""
    asked = {"query": query, "now": now}
    there: bool = (await session.execute(_KNOWN, asked)).scalar_one()
    return there


async def near_words(session: AsyncSession, *, word: str) -> Sequence[str]:
    """Words of names that are spelt a little like `word`, the likest first."""
    await session.execute(_LOOSELY)
    asked = {"word": word, "limit": _NEIGHBOURS}
    return (await session.execute(_NEAR_WORDS, asked)).scalars().all()


async def found(
    session: AsyncSession, *, query: str, now: datetime, limit: int, offset: int
) -> Sequence[Row[Any]]:
    """Evenings that answer to `query` (a tsquery), the best and of these the soonest first."""
    asked = {"query": query, "now": now, "limit": limit, "offset": offset}
    return (await session.execute(_FOUND, asked)).all()


async def brands(
    session: AsyncSession, *, query: str, events: Sequence[UUID]
) -> Sequence[Row[Any]]:
    """The designers at these evenings whose names answer to `query`."""
    return (await session.execute(_BRANDS, {"query": query, "events": list(events)})).all()
