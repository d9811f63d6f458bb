"""A season of evenings: two years of them in twelve cities, half of them over."""

from uuid import UUID

import asyncpg

BRANDS, VENUES = 3_000, 2_000
BRAND = "ferradini"
"""The name of a brand that shows at a few evenings."""

ADMIRER = UUID("00000000-0000-7000-8001-000000000001")
"""A person who follows five designers, a city and a house."""

TASTER, ROAMER = (UUID(f"00000000-0000-7000-8001-{n:012}") for n in (2, 3))
"""Persons who told their tastes: one with brands and a city, one with a kind and a price alone."""

# `word(n)` is a name of two to four syllables that n spells: 8,000 of them, most quite unlike.
_SEASON = f"""
SET session_replication_role = replica;
CREATE FUNCTION pg_temp.k(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (
        '00000000-0000-7000-8' || lpad(kind::text, 3, '0') || '-' || lpad(n::text, 12, '0')
    )::uuid
$$;
CREATE FUNCTION pg_temp.word(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT initcap(string_agg(
        (ARRAY['va','lor','mi','sen','ta','ru','bel','no','gri','sou','fa','del','qui','mar',
               'ze','lin','po','cha','ver','tis'])[1 + (n / 20 ^ p)::bigint % 20], ''
    ORDER BY p)) FROM generate_series(0, 1 + (n % 3)::int) p
$$;
INSERT INTO users (id, full_name) SELECT pg_temp.k(1, n), 'Person ' || n
FROM generate_series(1, {BRANDS}) n;
INSERT INTO user_profiles (user_id) SELECT pg_temp.k(1, n) FROM generate_series(1, {BRANDS}) n;
INSERT INTO houses (user_id, name)
SELECT pg_temp.k(1, n), pg_temp.word(n + 17) FROM generate_series(1, {BRANDS}) n;
INSERT INTO designers (id, user_id, brand_name, approval_status)
SELECT pg_temp.k(8, n), pg_temp.k(1, n),
    CASE WHEN n = 1 THEN initcap('{BRAND}')
         ELSE pg_temp.word(n * 7) || ' ' || pg_temp.word(n) END, 'approved'
FROM generate_series(1, {BRANDS}) n;
INSERT INTO collections (id, designer_id, name, status)
SELECT pg_temp.k(9, n), pg_temp.k(8, n), pg_temp.word(n * 11), 'published'
FROM generate_series(1, {BRANDS}) n;
INSERT INTO venues (id, name, city, time_zone, latitude, longitude, facilities)
SELECT pg_temp.k(2, n), 'Sala ' || pg_temp.word(n * 3), c.name, c.zone,
    c.latitude + (n % 97 - 48) * 0.002, c.longitude + (n % 89 - 44) * 0.002,
    jsonb_build_object('step_free', n % 5 < 3)
FROM generate_series(1, {VENUES}) n
JOIN (VALUES
    (0, 'Milan', 'Europe/Rome', 45.46, 9.19), (1, 'Paris', 'Europe/Paris', 48.86, 2.35),
    (2, 'London', 'Europe/London', 51.51, -0.13), (3, 'Rome', 'Europe/Rome', 41.9, 12.5),
    (4, 'Berlin', 'Europe/Berlin', 52.52, 13.4), (5, 'Madrid', 'Europe/Madrid', 40.42, -3.7),
    (6, 'Copenhagen', 'Europe/Copenhagen', 55.68, 12.57), (7, 'Turin', 'Europe/Rome', 45.07, 7.69),
    (8, 'Antwerp', 'Europe/Brussels', 51.22, 4.4), (9, 'Vienna', 'Europe/Vienna', 48.21, 16.37),
    (10, 'Lyon', 'Europe/Paris', 45.76, 4.84), (11, 'Tokyo', 'Asia/Tokyo', 35.68, 139.69)
) c (number, name, zone, latitude, longitude) ON c.number = n % 12;
ALTER TABLE events DROP CONSTRAINT ex_events_venue_once;
INSERT INTO events (id, organizer_id, venue_id, title, description, type, status, currency,
    time_zone, start_date, end_date)
SELECT pg_temp.k(3, n), pg_temp.k(1, n % {BRANDS} + 1), v.id,
    pg_temp.word(n) || ' ' || pg_temp.word(n / 3),
    'An evening of ' || pg_temp.word(n / 5) || ' and silk on the runway, with music.',
    (ARRAY['fashion_show', 'exhibition', 'workshop'])[1 + (n / 7) % 3]::event_type,
    'published', 'EUR', v.time_zone, s.at,
    s.at + CASE WHEN n % 40 = 1 THEN interval '20 days' ELSE interval '3 hours' END
FROM generate_series(1, [EVENTS]) n
JOIN venues v ON v.id = pg_temp.k(2, n % {VENUES} + 1)
CROSS JOIN LATERAL (
    SELECT now() + (n * 7919 % [EVENTS] - [EVENTS] / 2)
        * interval '1 min' * (1050000 / [EVENTS]) AS at
) s;
INSERT INTO event_collections (event_id, collection_id)
SELECT pg_temp.k(3, n), pg_temp.k(9, n % {BRANDS} + 1) FROM generate_series(1, [EVENTS]) n
UNION SELECT pg_temp.k(3, n), pg_temp.k(9, n % 1777 + 1) FROM generate_series(1, [EVENTS]) n;
INSERT INTO ticket_types (id, event_id, name, price, position)
SELECT pg_temp.k(4, n), pg_temp.k(3, n), 'T', CASE WHEN n / 3 % 10 = 0 THEN 0 ELSE n % 150 END, 0
FROM generate_series(1, [EVENTS]) n;
INSERT INTO quotas (id, event_id, name, size)
SELECT pg_temp.k(5, n), pg_temp.k(3, n), 'Q', 100 FROM generate_series(1, [EVENTS]) n;
INSERT INTO quota_ticket_types (ticket_type_id, quota_id)
SELECT pg_temp.k(4, n), pg_temp.k(5, n) FROM generate_series(1, [EVENTS]) n;
RESET session_replication_role;
INSERT INTO event_search (
    event_id, organizer_id, venue_id, starts_at, ends_at, time_zone, type, city,
    city_code, latitude, longitude, cheapest, free, step_free, names, words)
SELECT e.id, d.* FROM events e CROSS JOIN LATERAL search_document(e.id) d;
INSERT INTO search_words (word) SELECT DISTINCT unnest(names) FROM event_search;
INSERT INTO follows (user_id, designer_id)
SELECT pg_temp.k(1, 1), pg_temp.k(8, n * 9) FROM generate_series(1, 5) n;
UPDATE user_profiles SET preferences = jsonb_build_object(
    'cities', '["Milan"]'::jsonb, 'types', '["workshop"]'::jsonb,
    'brands', jsonb_build_array(pg_temp.k(8, 9), pg_temp.k(8, 18)))
WHERE user_id = pg_temp.k(1, 2);
UPDATE user_profiles SET preferences = '{{"types": ["workshop"], "price": 0}}'
WHERE user_id = pg_temp.k(1, 3);
INSERT INTO follows (user_id, city) VALUES (pg_temp.k(1, 1), 'Milan');
INSERT INTO follows (user_id, organizer_id) VALUES (pg_temp.k(1, 1), pg_temp.k(1, 77));
"""


async def fill(dsn: str, *, events: int) -> None:
    """Fill the database at `dsn` (the superuser's) with so many evenings; let the planner know."""
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(_SEASON.replace("[EVENTS]", str(events)), timeout=600)
        await connection.execute("VACUUM ANALYZE", timeout=300)
    finally:
        await connection.close()
