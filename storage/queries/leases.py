"""What a worker takes of the outbox at once, and gives back: one statement each, one round trip.

A lease moves `due_at` to its own end, so that a worker that dies gives its deliveries back by
doing nothing, and nobody scans what others hold. Whoever writes an end names the lease's token:
a worker that slept through its lease changes nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from storage.database import Database
from storage.enums import Lane

# What is due, of all lanes up to $5, the most urgent first; of campaigns one message a person.
# Whatever speaks against a campaign's message is decided here, in the statement that says that its
# call comes next. Until then a person may opt out, or it may pause, and the night may fall; an
# evening that it is about, or that one of its buttons leads to, may end or be called off. In the
# order of people, so that two workers lock them alike (`is_capped`).
_LEASE = """
    WITH due AS (
        SELECT id, user_id, campaign_id, due_at FROM notifications
        WHERE due_at <= now() + $1::interval AND lane <= $5
        ORDER BY lane, due_at LIMIT $2
        FOR UPDATE SKIP LOCKED
    ), taken AS (
        SELECT DISTINCT ON (CASE WHEN campaign_id IS NULL THEN id ELSE coalesce(user_id, id) END) *
        FROM due
        ORDER BY CASE WHEN campaign_id IS NULL THEN id ELSE coalesce(user_id, id) END, due_at
    ), nowhere AS MATERIALIZED (
        SELECT c.id, bool_or(x.status = 'cancelled') AS called_off
        FROM (SELECT DISTINCT campaign_id FROM taken) t
        JOIN campaigns c ON c.id = t.campaign_id
        CROSS JOIN LATERAL led_to(c.meta_data) b
        JOIN events x ON x.id = b.event_id
            AND (x.status = 'cancelled' OR x.end_date <= now() + $1)
        GROUP BY c.id
    ), held AS (
        SELECT n.id, n.campaign_id, q.until AS quiet_until,
            CASE WHEN jsonb_array_length(c.meta_data -> 'photos') > 1
                THEN jsonb_array_length(c.meta_data -> 'photos') + 1 ELSE 1
            END AS messages,
            n.campaign_id IS NOT NULL AND n.status = 'pending' AS begins,
            CASE
                WHEN n.campaign_id IS NULL OR n.status <> 'pending' THEN NULL
                WHEN c.status = 'paused' THEN 'paused'
                WHEN c.status <> 'active' THEN 'cancelled'
                WHEN e.end_date <= now() + $1 OR NOT b.called_off THEN 'evening over'
                WHEN c.purpose = 'marketing' AND e.status = 'cancelled' OR b.called_off
                    THEN 'called off'
                WHEN c.purpose = 'marketing' AND s.granted IS NOT TRUE THEN 'no consent'
                WHEN c.purpose = 'marketing' AND u.restricted_at IS NOT NULL THEN 'restricted'
                WHEN q.until > now() + $1 THEN 'quiet'
                WHEN c.purpose = 'marketing'
                    AND is_capped(n.user_id, n.campaign_id, now() + $1, $8) THEN 'capped'
            END AS objection
        FROM taken t
        JOIN notifications n ON n.id = t.id
        LEFT JOIN campaigns c ON c.id = n.campaign_id
        LEFT JOIN events e ON e.id = c.event_id
        LEFT JOIN nowhere b ON b.id = c.id
        LEFT JOIN consent_states s ON s.user_id = n.user_id AND s.purpose = 'marketing'
            AND s.channel = n.type AND s.version >= sec.words_version()
        LEFT JOIN users u ON u.id = n.user_id
        LEFT JOIN telegram_accounts a ON a.user_id = n.user_id
        LEFT JOIN LATERAL (
            SELECT quiet_until(
                now() + $1, coalesce(a.time_zone, c.time_zone, 'Europe/Paris'),
                coalesce(CAST(u.preferences #>> '{quiet,0}' AS integer), $6),
                coalesce(CAST(u.preferences #>> '{quiet,1}' AS integer), $7)
            ) AS until
        ) q ON c.purpose = 'marketing' AND n.type <> 'email'
        ORDER BY n.user_id
    ), leased AS (
        UPDATE notifications n
        SET lease_token = $3, leased_until = now() + $1 + $4::interval,
            due_at = now() + $1 + $4, attempts = attempts + 1,
            status = CASE WHEN h.begins THEN 'sending' ELSE n.status END
        FROM held h WHERE n.id = h.id AND h.objection IS NULL
        RETURNING n.id, n.user_id, n.chat_id, n.lane, n.template, n.arguments, n.attempts,
                  n.campaign_id, n.type, old.due_at AS was_due_at,
                  old.status = 'sending' AS interrupted
    ), put_back AS (
        UPDATE notifications n
        SET due_at = CASE h.objection
                WHEN 'paused' THEN '9999-12-31 00:00+00' ELSE h.quiet_until
            END,
            last_error = nullif(h.objection, 'paused'), leased_until = NULL, lease_token = NULL
        FROM held h WHERE n.id = h.id AND h.objection IN ('paused', 'quiet')
    ), skipped AS (
        UPDATE notifications n
        SET status = 'skipped', due_at = NULL, last_error = h.objection,
            attempts = attempts + 1, leased_until = NULL, lease_token = NULL
        FROM held h WHERE n.id = h.id AND h.objection NOT IN ('paused', 'quiet')
    )
    SELECT h.objection, h.campaign_id, h.messages, l.id, l.user_id, l.lane, l.template,
           l.arguments, l.attempts, l.interrupted, l.type,
           coalesce(l.chat_id, a.chat_id, a.telegram_id) AS chat_id,
           coalesce(a.chosen_language, a.language) AS language,
           coalesce(a.reachable, true) AS reachable
    FROM held h
    LEFT JOIN leased l ON l.id = h.id
    LEFT JOIN telegram_accounts a ON a.user_id = l.user_id
    ORDER BY l.lane, l.was_due_at
"""
_SENT = """
    UPDATE notifications n
    SET status = 'sent', sent_at = now() + $1::interval, message_id = b.message_id,
        last_error = NULL, due_at = NULL, leased_until = NULL, lease_token = NULL
    FROM unnest($3::uuid[], $4::bigint[]) AS b (id, message_id)
    WHERE n.id = b.id AND n.id = ANY ($3) AND n.lease_token = $2
    RETURNING n.id
"""


async def take(
    db: Database,
    *,
    limit: int,
    lane: Lane,
    token: UUID,
    lasts: timedelta,
    quiet: tuple[int, int],
    per_week: int,
) -> Sequence[asyncpg.Record]:
    """Lease at most `limit` deliveries that are due, of all lanes up to `lane`, and write down
    that the calls for those of campaigns come next.

    `quiet` are the full hours between which who never chose is left in peace, `per_week` how many
    campaigns a person gets within seven days (0: any). A row has an `objection` instead of an `id`
    where its campaign's message may not leave: "paused" (it waits for the resume), "quiet" (it
    waits for the end of the person's quiet hours), "cancelled", "evening over", "called off",
    "no consent", "restricted" or "capped" (it is skipped). `messages` are those of one delivery:
    an album and its words are several. `interrupted` tells that an earlier call's outcome was
    never written down. Raises `Unavailable`.
    """
    usual_from, usual_to = quiet
    shifted = (db.clock_offset, limit, token, lasts, lane.value)
    return await db.call(_LEASE, *shifted, usual_from, usual_to, per_week)


async def end_as_sent(db: Database, *, token: UUID, messages: Mapping[UUID, int]) -> int:
    """End what is leased under `token` as sent; how many held. Raises `Unavailable`."""
    ids, numbers = list(messages), list(messages.values())
    return len(await db.call(_SENT, db.clock_offset, token, ids, numbers))


def arguments_of(row: asyncpg.Record) -> Mapping[str, Any]:
    """The arguments of a row that `take` gave."""
    read: Mapping[str, Any] = orjson.loads(row["arguments"])
    return read
