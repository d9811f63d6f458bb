"""Enough rows to make the planner choose: a season of events, orders, tickets and messages."""

from datetime import UTC, datetime

import asyncpg

PEOPLE, EVENTS, ORDERS, MESSAGES = 20_000, 2_000, 40_000, 40_000
LAUNCHED = datetime.now(UTC)

# Keys are spelled `kind-number`, so a test can name any row.
CROWD = f"""
SET session_replication_role = replica;
CREATE FUNCTION pg_temp.k(kind int, n bigint) RETURNS uuid LANGUAGE sql AS $$
    SELECT (
        '00000000-0000-7000-8' || lpad(kind::text, 3, '0') || '-' || lpad(n::text, 12, '0')
    )::uuid
$$;
CREATE FUNCTION pg_temp.e(n bigint) RETURNS bigint LANGUAGE sql AS $$
    SELECT (n + n / {PEOPLE}) % {EVENTS} + 1
$$;
INSERT INTO users (id, full_name) SELECT pg_temp.k(1, n), 'Person ' || n
FROM generate_series(1, {PEOPLE}) n;
INSERT INTO user_profiles (user_id) SELECT id FROM users;
INSERT INTO telegram_accounts (telegram_id, user_id, chat_id, language)
SELECT n, pg_temp.k(1, n), n, 'en' FROM generate_series(1, {PEOPLE}) n;
INSERT INTO venues (id, name, city, time_zone)
SELECT pg_temp.k(2, n), 'V', 'Milan', 'Europe/Rome' FROM generate_series(1, 100) n;
INSERT INTO events
    (id, organizer_id, venue_id, title, type, status, currency, time_zone, start_date, end_date)
SELECT pg_temp.k(3, n), pg_temp.k(1, n), pg_temp.k(2, n % 100 + 1), 'E', 'fashion_show',
    CASE WHEN n % 4 = 0 THEN 'draft' ELSE 'published' END::event_status, 'EUR', 'Europe/Rome',
    now() + (n - 1900) * interval '6 h', now() + (n - 1900) * interval '6 h' + interval '3 h'
FROM generate_series(1, {EVENTS}) n;
INSERT INTO event_schedules (event_id, title, start_time, type)
SELECT id, 'Doors', start_date, 'doors' FROM events, generate_series(1, 4);
INSERT INTO event_staff (event_id, user_id, role)
SELECT pg_temp.k(3, n), pg_temp.k(1, n + 500), 'steward' FROM generate_series(1, {EVENTS}) n;
INSERT INTO ticket_types (id, event_id, name, price, position)
SELECT pg_temp.k(4, n * 2 + p), pg_temp.k(3, n), 'T', 10, p
FROM generate_series(1, {EVENTS}) n, generate_series(0, 1) p;
INSERT INTO quotas (id, event_id, name, size)
SELECT pg_temp.k(5, n * 2 + p), pg_temp.k(3, n), 'Q', 1000
FROM generate_series(1, {EVENTS}) n, generate_series(0, 1) p;
INSERT INTO quota_ticket_types (ticket_type_id, quota_id)
SELECT pg_temp.k(4, n), pg_temp.k(5, n) FROM generate_series(2, {EVENTS} * 2 + 1) n;
INSERT INTO gates (event_id, name) SELECT id, 'Main' FROM events;
INSERT INTO orders
    (id, user_id, event_id, total_amount, currency, number, status, expires_at, created_at)
SELECT pg_temp.k(6, n), pg_temp.k(1, n % {PEOPLE} + 1), pg_temp.k(3, pg_temp.e(n)), 10, 'EUR',
    n::text, CASE WHEN n % 200 = 0 THEN 'pending' ELSE 'completed' END::order_status,
    now() + (n - 30000) * interval '1 s', now()
FROM generate_series(1, {ORDERS}) n;
INSERT INTO order_lines (order_id, ticket_type_id, event_id, quantity, unit_price)
SELECT pg_temp.k(6, n), pg_temp.k(4, (pg_temp.e(n)) * 2), pg_temp.k(3, pg_temp.e(n)), 1, 10
FROM generate_series(1, {ORDERS}) n;
INSERT INTO tickets
    (id, order_id, event_id, ticket_type_id, user_id, qr_code, short_code)
SELECT pg_temp.k(7, n), pg_temp.k(6, n), pg_temp.k(3, pg_temp.e(n)),
    pg_temp.k(4, (pg_temp.e(n)) * 2), pg_temp.k(1, n % {PEOPLE} + 1), md5(n::text), 'C' || n
FROM generate_series(1, {ORDERS}) n;
INSERT INTO checkins (event_id, ticket_id, staff_id, result, nonce)
SELECT pg_temp.k(3, pg_temp.e(n)), pg_temp.k(7, n), pg_temp.k(1, 1), 'ok', n::text
FROM generate_series(1, 20000) n;
INSERT INTO payments (order_id, event_id, amount, currency, payment_method, transaction_id)
SELECT id, event_id, 10, 'EUR', 'provider', id::text FROM orders;
INSERT INTO notifications (id, user_id, lane, template, status, due_at)
SELECT uuidv7(), pg_temp.k(1, n % {PEOPLE} + 1), n % 3, 't',
    CASE WHEN n % 50 = 0 THEN 'pending' ELSE 'sent' END::notification_status,
    CASE WHEN n % 50 = 0 THEN now() - n * interval '1 s' END
FROM generate_series(1, {MESSAGES}) n;
INSERT INTO consents (user_id, purpose, channel, granted, version)
SELECT pg_temp.k(1, n), 'marketing', 'push', true, 1 FROM generate_series(1, {PEOPLE}) n;
INSERT INTO consent_states (user_id, purpose, channel, granted, version, changed_at)
SELECT user_id, purpose, channel, granted, version, created_at FROM consents;
INSERT INTO campaigns (id, name, organizer_id, audience, status, start_date, launched_at)
SELECT pg_temp.k(8, n), 'C', pg_temp.k(1, 1950), 'everyone', 'active', '{LAUNCHED}', '{LAUNCHED}'
FROM generate_series(1, 2) n;
INSERT INTO notifications (id, user_id, campaign_id, lane, template, status, due_at)
SELECT derived_id('{LAUNCHED}', c || ' ' || n), pg_temp.k(1, n), pg_temp.k(8, c), 2, 'campaign',
    'sent', NULL
FROM generate_series(1, 2) c, generate_series(1, 2000) n;
INSERT INTO campaign_taps (campaign_id, user_id, button, tapped_at)
SELECT pg_temp.k(8, c), pg_temp.k(1, n), 1, '{LAUNCHED}'
FROM generate_series(1, 2) c, generate_series(1, 2000) n;
INSERT INTO ledger_lines
    (order_id, event_id, ticket_type_id, kind, count, unit_price, currency, cause)
SELECT order_id, event_id, ticket_type_id, 'sold', 1, 10, 'EUR', order_id FROM order_lines;
INSERT INTO reminder_rounds (event_id, hours_ahead, starts_at, reminded_at)
SELECT id, h, start_date, start_date - h * interval '1 h'
FROM events, unnest(ARRAY[48, 24, 2, 1]) h WHERE start_date < now();
INSERT INTO processed_updates (bot_id, update_id, processed_at)
SELECT 1, n, now() - n * interval '1 min' FROM generate_series(1, 20000) n;
INSERT INTO dialog_drafts (user_id, form, updated_at)
SELECT pg_temp.k(1, n), 'form', now() - n * interval '1 h' FROM generate_series(1, 5000) n;
RESET session_replication_role;
"""


async def gather(dsn: str) -> None:
    """Fill the database at `dsn` (the superuser's) and let the planner know."""
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(CROWD)
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


def key(kind: int, number: int) -> str:
    """The key of a row of the kind that `CROWD` numbers so."""
    return f"00000000-0000-7000-8{kind:03}-{number:012}"


# Everybody has two of them; who was there before has no more.
_MANY = f"""
SET session_replication_role = replica;
INSERT INTO orders
    (id, user_id, event_id, total_amount, currency, number, status, created_at)
SELECT k(6, n), k(1, {PEOPLE} + n / 2), k(3, n % {EVENTS} + 1), 10, 'EUR', n::text, 'completed',
    now()
FROM generate_series({ORDERS} + 1, [MANY]) n;
INSERT INTO tickets (id, order_id, event_id, ticket_type_id, user_id, qr_code, short_code)
SELECT k(7, n), k(6, n), k(3, n % {EVENTS} + 1), k(4, (n % {EVENTS} + 1) * 2),
    k(1, {PEOPLE} + n / 2), md5(n::text), 'C' || n
FROM generate_series({ORDERS} + 1, [MANY]) n;
RESET session_replication_role;
""".replace("k(", "pg_temp.k(")
_KEYS = CROWD[CROWD.index("CREATE FUNCTION pg_temp.k") : CROWD.index("CREATE FUNCTION pg_temp.e")]


async def swell(dsn: str, *, tickets: int) -> None:
    """Let there be so many tickets and orders in a gathered crowd."""
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute(_KEYS)
        await connection.execute(_MANY.replace("[MANY]", str(tickets)), timeout=600)
        await connection.execute("VACUUM ANALYZE orders, tickets", timeout=300)
    finally:
        await connection.close()
