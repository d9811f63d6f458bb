"""Questions about the programme: which evenings, in which order. All of them read `event_search`.

What is on and what comes next are looked for apart, each through its own index, so that years of
past evenings cost nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from hashlib import md5
from typing import Any
from uuid import UUID

from sqlalchemy import Row, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

MOST_COUNTED = 100
"""Evenings are counted up to here; more are many."""

_NOW = "CAST(:now AS timestamptz)"
_NIGHT = "interval '4 hours'"  # a night ends at four in the morning
_LONGEST = "interval '90 days'"  # an exhibition that is on for longer is not near
_NEAR = 300  # so many venues around a place are near; what takes place beyond them is not
_SOON = 100  # so many evenings ahead are looked at for who shows next
_CONDITIONS: Mapping[str, str] = {
    "city": "s.city_code = :city",
    "kind": "s.type = CAST(:kind AS event_type)",
    "most": "s.cheapest <= :most",
    "free": "s.free",
    "step_free": "s.step_free",
    "organizer": "s.organizer_id = :organizer",
    "designer": "s.event_id IN (SELECT x.event_id FROM collections c JOIN event_collections x"
    " ON x.collection_id = c.id WHERE c.designer_id = :designer)",
    "tonight": f"s.starts_at < {_NOW} + interval '30 hours'"
    f" AND (s.starts_at AT TIME ZONE s.time_zone) - {_NIGHT}"
    f" < date_trunc('day', ({_NOW} AT TIME ZONE s.time_zone) - {_NIGHT}) + interval '1 day'",
    "week": f"s.starts_at < {_NOW} + interval '7 days'",
    "first_day": "CAST(s.ends_at AT TIME ZONE s.time_zone AS date) >= :first_day",
    "last_day": "s.starts_at < CAST(:last_day AS date) + interval '39 hours'"
    " AND CAST(s.starts_at AT TIME ZONE s.time_zone AS date) <= :last_day",
}
_AFTER = {
    True: f"greatest({_NOW}, CAST(:first_day AS date) - interval '15 hours')",
    False: _NOW,
}

# Whether an evening suits the tastes of a profile, its city apart.
_SUITS = """
    (NOT p.preferences ? 'types' OR p.preferences -> 'types' ? CAST(o.type AS text))
    AND (
        NOT p.preferences ? 'price'
        OR CASE WHEN p.preferences -> 'price' = '0' THEN o.free
           ELSE o.cheapest <= CAST(p.preferences ->> 'price' AS numeric) END
    )
"""

# What a person follows or likes, and who showed at evenings that they have tickets for.
_MINE = f"""
    SELECT x.event_id FROM follows f
    JOIN collections c ON c.designer_id = f.designer_id
    JOIN event_collections x ON x.collection_id = c.id
    WHERE f.user_id = :person
    UNION
    SELECT u.event_id FROM follows f CROSS JOIN LATERAL (
        SELECT o.event_id FROM event_search o
        WHERE o.organizer_id = f.organizer_id AND o.starts_at > {_NOW} - interval '1 day'
        ORDER BY o.starts_at LIMIT :reach
    ) u
    WHERE f.user_id = :person
    UNION
    SELECT u.event_id FROM follows f CROSS JOIN LATERAL (
        SELECT o.event_id FROM event_search o
        WHERE o.city_code = left(md5(f.city), 5) AND o.starts_at > {_NOW} - interval '1 day'
        ORDER BY o.starts_at LIMIT :reach
    ) u
    WHERE f.user_id = :person
    UNION
    SELECT x.event_id FROM (
        SELECT DISTINCT c.designer_id FROM tickets t
        JOIN event_collections w ON w.event_id = t.event_id
        JOIN collections c ON c.id = w.collection_id
        WHERE t.user_id = :person AND t.status IN ('valid', 'used')
    ) d
    JOIN collections c ON c.designer_id = d.designer_id
    JOIN event_collections x ON x.collection_id = c.id
    UNION
    SELECT x.event_id FROM user_profiles p
    CROSS JOIN LATERAL jsonb_array_elements_text(p.preferences -> 'brands') b (id)
    JOIN collections c ON c.designer_id = CAST(b.id AS uuid)
    JOIN event_collections x ON x.collection_id = c.id
    WHERE p.user_id = :person
    UNION
    SELECT u.event_id FROM user_profiles p
    CROSS JOIN LATERAL jsonb_array_elements_text(p.preferences -> 'cities') b (city)
    CROSS JOIN LATERAL (
        SELECT o.event_id FROM event_search o
        WHERE o.city_code = left(md5(b.city), 5) AND o.starts_at > {_NOW} - interval '1 day'
            AND {_SUITS}
        ORDER BY o.starts_at LIMIT :reach
    ) u
    WHERE p.user_id = :person
    UNION
    SELECT u.event_id FROM user_profiles p CROSS JOIN LATERAL (
        SELECT o.event_id FROM event_search o
        WHERE o.starts_at > {_NOW} - interval '1 day' AND {_SUITS}
        ORDER BY o.starts_at LIMIT :reach
    ) u
    WHERE p.user_id = :person AND p.preferences ?| ARRAY['types', 'price']
        AND NOT p.preferences ? 'cities'
"""
_NOT_MINE_YET = """
    NOT EXISTS (
        SELECT FROM tickets t
        WHERE t.user_id = :person AND t.event_id = s.event_id AND t.status IN ('valid', 'used')
    )
"""

LINES = """
    SELECT e.id, e.title, e.type, e.start_date, e.end_date, e.time_zone, e.currency,
           e.meta_data -> 'look' AS look, e.meta_data ->> 'poster' AS poster, h.name AS house,
           v.name AS venue, v.city, p.cheapest, p.dearest, p.left, f.metres
    FROM found f
    JOIN events e ON e.id = f.event_id
    LEFT JOIN venues v ON v.id = e.venue_id
    LEFT JOIN houses h ON h.user_id = e.organizer_id
    LEFT JOIN LATERAL (
        SELECT min(t.price) AS cheapest, max(t.price) AS dearest, max(q.left) AS left
        FROM ticket_types t
        CROSS JOIN LATERAL (
            SELECT min(CASE WHEN s.waiting_claim THEN 0
                ELSE greatest(coalesce(s.size, 1000000) - s.sold - s.held, 0) END) AS left
            FROM quota_ticket_types m JOIN quotas s ON s.id = m.quota_id
            WHERE m.ticket_type_id = t.id
        ) q
        WHERE t.event_id = e.id AND t.status <> 'inactive' AND NOT t.hidden
    ) p ON true
    ORDER BY f.place
"""
"""The evenings of `found (event_id, place, metres)` as a list shows them."""


def _soonest(keys: frozenset[str]) -> str:
    wanted = " AND ".join(_CONDITIONS[key] for key in sorted(keys)) or "true"
    after = _AFTER["first_day" in keys]
    return f"""
        SELECT event_id, starts_at, CAST(NULL AS double precision) AS metres FROM (
            SELECT s.event_id, s.starts_at FROM event_search s
            WHERE tstzrange(s.starts_at, s.ends_at) @> {after} AND {wanted}
            UNION ALL
            (
                SELECT s.event_id, s.starts_at FROM event_search s
                WHERE s.starts_at > {after} AND {wanted}
                ORDER BY s.starts_at, s.event_id LIMIT :reach
            )
        ) u ORDER BY starts_at, event_id
    """


def _nearest(keys: frozenset[str]) -> str:
    """Venue by venue, so that the past of a venue and what a filter leaves out cost little."""
    wanted = " AND ".join(_CONDITIONS[key] for key in sorted(keys)) or "true"
    after = _AFTER["first_day" in keys]
    among = "left(md5(v.city), 5) = :city" if "city" in keys else "true"
    away = "ll_to_earth(v.latitude, v.longitude) <-> ll_to_earth(:latitude, :longitude)"
    return f"""
        SELECT s.event_id, s.starts_at, sec_to_gc(v.away) AS metres
        FROM (
            SELECT v.id, {away} AS away FROM venues v
            WHERE v.latitude IS NOT NULL AND {among} ORDER BY {away} LIMIT {_NEAR}
        ) v
        CROSS JOIN LATERAL (
            SELECT s.event_id, s.starts_at FROM event_search s
            WHERE s.venue_id = v.id AND s.starts_at > {after} - {_LONGEST}
                AND s.ends_at > {after} AND {wanted}
            ORDER BY s.starts_at LIMIT :reach
        ) s
        ORDER BY v.away, s.starts_at, s.event_id
    """


def _for_me(keys: frozenset[str]) -> str:
    wanted = " AND ".join(_CONDITIONS[key] for key in sorted(keys)) or "true"
    return f"""
        SELECT s.event_id, s.starts_at, CAST(NULL AS double precision) AS metres
        FROM ({_MINE}) m JOIN event_search s ON s.event_id = m.event_id
        WHERE s.ends_at > {_NOW} AND {wanted} AND {_NOT_MINE_YET}
        ORDER BY s.starts_at, s.event_id
    """


def _chosen(keys: frozenset[str]) -> str:
    narrowing = keys & _CONDITIONS.keys()
    if "latitude" in keys:
        return _nearest(narrowing)
    return _for_me(narrowing) if "person" in keys else _soonest(narrowing)


@cache
def evenings(keys: frozenset[str]) -> TextClause:
    """The statement for a page of the evenings that `keys` of the values ask for."""
    return text(
        f"""
        WITH found AS MATERIALIZED (
            SELECT event_id, metres, row_number() OVER () AS place
            FROM ({_chosen(keys)} LIMIT :limit OFFSET :offset) c
        )
        {LINES}
        """
    )


@cache
def _counting(keys: frozenset[str]) -> TextClause:
    return text(f"SELECT count(*) FROM ({_chosen(keys)} LIMIT :limit) c")


_ROOMS = text(
    f"""
    SELECT
        EXISTS ({_soonest(frozenset({"tonight"}))}) AS tonight,
        EXISTS ({_soonest(frozenset({"week"}))}) AS week,
        EXISTS ({_soonest(frozenset({"free"}))}) AS free,
        EXISTS ({_soonest(frozenset())}) AS anything,
        EXISTS ({_for_me(frozenset())}) AND NOT EXISTS (
            SELECT FROM users u LEFT JOIN consent_states c ON c.user_id = u.id
                AND c.purpose = 'suggestions' AND c.channel = 'push'
            WHERE u.id = :person AND (u.restricted_at IS NOT NULL OR NOT c.granted)
        ) AS mine,
        EXISTS (SELECT FROM follows f WHERE f.user_id = :person) AS follows
    """
)
_CITIES = text(
    f"""
    WITH RECURSIVE codes AS (
        (SELECT city_code FROM event_search WHERE city_code IS NOT NULL ORDER BY city_code LIMIT 1)
        UNION ALL
        SELECT (SELECT s.city_code FROM event_search s
                WHERE s.city_code > c.city_code ORDER BY s.city_code LIMIT 1)
        FROM codes c WHERE c.city_code IS NOT NULL
    )
    SELECT city, city_code FROM (
        SELECT u.city, u.city_code FROM codes c CROSS JOIN LATERAL (
            SELECT s.city, s.city_code FROM event_search s
            WHERE s.city_code = c.city_code AND s.starts_at > {_NOW}
            ORDER BY s.starts_at LIMIT 1
        ) u
        UNION
        SELECT s.city, s.city_code FROM event_search s
        WHERE s.city IS NOT NULL AND tstzrange(s.starts_at, s.ends_at) @> {_NOW}
    ) there
    ORDER BY plain(city)
    """
)
_BRANDS = text(
    f"""
    SELECT d.id, d.brand_name AS name FROM (
        SELECT c.designer_id, min(s.starts_at) AS first
        FROM (
            SELECT event_id, starts_at FROM event_search
            WHERE starts_at > {_NOW} ORDER BY starts_at LIMIT {_SOON}
        ) s
        JOIN event_collections x ON x.event_id = s.event_id
        JOIN collections c ON c.id = x.collection_id
        GROUP BY c.designer_id
    ) n
    JOIN designers d ON d.id = n.designer_id
    WHERE d.approval_status = 'approved' AND d.paused_at IS NULL
    ORDER BY n.first, plain(d.brand_name) LIMIT :limit
    """
)
_BRANDS_OF = text(
    """
    SELECT d.id, d.brand_name AS name FROM designers d
    WHERE d.id = ANY (:ids) AND d.approval_status = 'approved' ORDER BY plain(d.brand_name)
    """
)
_CITY = text("SELECT city FROM event_search WHERE city_code = :code LIMIT 1")


async def page(
    session: AsyncSession, *, limit: int, offset: int, values: Mapping[str, Any]
) -> Sequence[Row[Any]]:
    """Evenings as a list shows them, the soonest or the nearest first.

    `values` hold `now` and what is asked for: a key of `_CONDITIONS`, `latitude` and `longitude`,
    or `person` for what is theirs.
    """
    asked = {**values, "limit": limit, "offset": offset, "reach": limit + offset}
    return (await session.execute(evenings(frozenset(values) - {"now"}), asked)).all()


async def count(session: AsyncSession, *, values: Mapping[str, Any]) -> int:
    """How many evenings there are, up to `MOST_COUNTED`."""
    asked = {**values, "limit": MOST_COUNTED, "reach": MOST_COUNTED}
    counted: int = (
        await session.execute(_counting(frozenset(values) - {"now"}), asked)
    ).scalar_one()
    return counted


async def rooms(session: AsyncSession, *, person: UUID, now: datetime) -> Row[Any]:
    """Which lists have something for a person."""
    values = {"person": person, "now": now, "reach": 1}
    return (await session.execute(_ROOMS, values)).one()


async def cities(session: AsyncSession, *, now: datetime) -> Sequence[Row[Any]]:
    """The cities where something is on or comes, by name."""
    return (await session.execute(_CITIES, {"now": now})).all()


def city_code(name: str) -> str:
    """What stands for a city on buttons and in indexes."""
    return md5(name.encode(), usedforsecurity=False).hexdigest()[:5]


async def brands(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[Row[Any]]:
    """Whose collections are shown next."""
    return (await session.execute(_BRANDS, {"now": now, "limit": limit})).all()


async def brands_of(session: AsyncSession, *, ids: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Designers that the public may see, by name."""
    return (await session.execute(_BRANDS_OF, {"ids": list(ids)})).all()


async def city(session: AsyncSession, *, code: str) -> str | None:
    """The city of a code."""
    name: str | None = (await session.execute(_CITY, {"code": code})).scalar()
    return name
