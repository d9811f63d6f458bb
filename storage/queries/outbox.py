"""The outbox: deliveries that wait, are leased to one worker, and end.

A lease moves `due_at` to its own end, so that a worker that dies gives its deliveries back by
doing nothing, and nobody scans what others hold. Whoever writes an end names the lease's token:
a worker that slept through its lease changes nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CursorResult,
    DateTime,
    Integer,
    Row,
    TextClause,
    Uuid,
    bindparam,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import Lane, NotificationStatus, NotificationType

_ADD = text(
    "SELECT sec.notify(:id, :user_id, CAST(:lane AS smallint), :template, :arguments, :due_at,"
    " CAST(:channel AS notification_type))"
).bindparams(bindparam("arguments", type_=JSONB))
_LEASE = text(
    """
    WITH due AS (
        SELECT id FROM notifications
        WHERE due_at <= :now
        ORDER BY lane, due_at LIMIT :limit
        FOR UPDATE SKIP LOCKED
    ), leased AS (
        UPDATE notifications n
        SET lease_token = :token, leased_until = :until, due_at = :until, attempts = attempts + 1
        FROM due WHERE n.id = due.id
        RETURNING n.id, n.user_id, n.chat_id, n.lane, n.template, n.arguments, n.attempts,
                  n.campaign_id, n.type, old.due_at AS was_due_at,
                  old.status = 'sending' AS interrupted
    )
    SELECT l.id, l.user_id, l.lane, l.template, l.arguments, l.attempts, l.interrupted,
           l.campaign_id, l.type,
           coalesce(l.chat_id, a.chat_id, a.telegram_id) AS chat_id,
           coalesce(a.chosen_language, a.language) AS language,
           coalesce(a.reachable, true) AS reachable
    FROM leased l LEFT JOIN telegram_accounts a ON a.user_id = l.user_id
    ORDER BY l.lane, l.was_due_at
    """
)
_SENDING = text(
    """
    UPDATE notifications SET status = 'sending', leased_until = :until, due_at = :until
    WHERE id = :id AND lease_token = :token
    """
)
# A campaign's deliveries of one lease: whatever speaks against one of them is decided here, in the
# statement that says that the call comes next. Until then a person may opt out, or it may pause,
# and the night may fall. In the order of their ids, so that two packs lock people alike.
_SENDING_CAMPAIGN = text(
    """
    WITH held AS (
        SELECT n.id, q.until, CASE
            WHEN c.status = 'paused' THEN 'paused'
            WHEN c.status <> 'active' THEN 'cancelled'
            WHEN c.purpose = 'marketing' AND s.granted IS NOT TRUE THEN 'no consent'
            WHEN c.purpose = 'marketing' AND u.restricted_at IS NOT NULL THEN 'restricted'
            WHEN q.until > :now THEN 'quiet'
            WHEN c.purpose = 'marketing' AND is_capped(n.user_id, n.campaign_id, :now, :per_week)
            THEN 'capped'
        END AS objection
        FROM notifications n
        JOIN campaigns c ON c.id = n.campaign_id
        LEFT JOIN consent_states s ON s.user_id = n.user_id AND s.purpose = 'marketing'
            AND s.channel = n.type AND s.version >= sec.words_version()
        LEFT JOIN users u ON u.id = n.user_id
        LEFT JOIN telegram_accounts a ON a.user_id = n.user_id
        LEFT JOIN LATERAL (
            SELECT quiet_until(
                :now, coalesce(a.time_zone, c.time_zone, 'Europe/Paris'),
                coalesce(CAST(u.preferences #>> '{quiet,0}' AS integer), :quiet_from),
                coalesce(CAST(u.preferences #>> '{quiet,1}' AS integer), :quiet_to)
            ) AS until
        ) q ON c.purpose = 'marketing' AND n.type <> 'email'
        WHERE n.id = ANY (:ids) AND n.lease_token = :token
        ORDER BY n.user_id
    ), sending AS (
        UPDATE notifications n SET status = 'sending', leased_until = :until, due_at = :until
        FROM held h WHERE n.id = h.id AND h.objection IS NULL
    ), put_back AS (
        UPDATE notifications n
        SET due_at = CASE h.objection WHEN 'paused' THEN '9999-12-31 00:00+00' ELSE h.until END,
            attempts = n.attempts - 1, last_error = nullif(h.objection, 'paused'),
            leased_until = NULL, lease_token = NULL
        FROM held h WHERE n.id = h.id AND h.objection IN ('paused', 'quiet')
    ), skipped AS (
        UPDATE notifications n
        SET status = 'skipped', due_at = NULL, last_error = h.objection,
            leased_until = NULL, lease_token = NULL
        FROM held h WHERE n.id = h.id AND h.objection NOT IN ('paused', 'quiet')
    )
    SELECT id, objection FROM held
    """
).bindparams(
    bindparam("ids", type_=ARRAY(Uuid)),
    bindparam("now", type_=DateTime(timezone=True)),
    *(bindparam(name, type_=Integer) for name in ("quiet_from", "quiet_to", "per_week")),
)
_SENT_ALL = text(
    """
    UPDATE notifications n
    SET status = 'sent', sent_at = :sent_at, message_id = b.message_id, last_error = NULL,
        due_at = NULL, leased_until = NULL, lease_token = NULL
    FROM unnest(:ids, :messages) AS b (id, message_id)
    WHERE n.id = b.id AND n.id = ANY (:ids) AND n.lease_token = :token
    """
).bindparams(bindparam("ids", type_=ARRAY(Uuid)), bindparam("messages", type_=ARRAY(BigInteger)))
_PUT_BACK = text(
    """
    UPDATE notifications
    SET status = 'pending', due_at = :due_at, last_error = :error,
        attempts = attempts - CASE WHEN :spent THEN 0 ELSE 1 END,
        leased_until = NULL, lease_token = NULL
    WHERE id = :id AND lease_token = :token
    """
)
_CLOSE = """
    UPDATE notifications
    SET status = CAST(:status AS notification_status), sent_at = :sent_at,
        message_id = :message_id, last_error = :error,
        due_at = NULL, leased_until = NULL, lease_token = NULL
    WHERE id = :id AND
"""
_CLOSE_LEASED = text(_CLOSE + "lease_token = :token")
_CLOSE_OPEN = text(_CLOSE + "due_at IS NOT NULL")
_UNREACHABLE = text(
    """
    UPDATE telegram_accounts SET reachable = false, blocked_at = :now
    WHERE user_id = :user_id AND reachable
    """
)
_CHAT_OF_PERSON = text(
    "UPDATE telegram_accounts SET chat_id = :new WHERE user_id = :user_id AND chat_id = :old"
)
_CHAT_OF_OPEN = text(
    "UPDATE notifications SET chat_id = :new WHERE due_at IS NOT NULL AND chat_id = :old"
)


async def add(
    session: AsyncSession,
    *,
    id: UUID,
    user_id: UUID,
    lane: Lane,
    template: str,
    arguments: Mapping[str, Any],
    due_at: datetime,
    channel: NotificationType,
) -> None:
    """Queue a delivery; one that is there already stays as it is."""
    values = {
        "id": id,
        "user_id": user_id,
        "lane": lane.value,
        "template": template,
        "arguments": dict(arguments),
        "due_at": due_at,
        "channel": channel.value,
    }
    await session.execute(_ADD, values)


async def lease(
    session: AsyncSession, *, limit: int, token: UUID, now: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """Lease at most `limit` deliveries that are due, the most urgent lane first.

    `interrupted` tells that an earlier call's outcome was never written down.
    """
    values = {"limit": limit, "token": token, "now": now, "until": until}
    return (await session.execute(_LEASE, values)).all()


async def mark_sending(session: AsyncSession, *, id: UUID, token: UUID, until: datetime) -> bool:
    """Write down that the call is about to be made, and renew the lease; whether it held."""
    return await _changed(session, _SENDING, {"id": id, "token": token, "until": until})


async def mark_campaign_sending(
    session: AsyncSession,
    *,
    ids: Sequence[UUID],
    token: UUID,
    until: datetime,
    now: datetime,
    quiet: tuple[int, int],
    per_week: int,
) -> Mapping[UUID, str | None]:
    """Write down that these calls come next, where nothing speaks against it.

    `quiet` are the full hours between which who never chose is left in peace, `per_week` how many
    campaigns a person gets within seven days (0: any). Returns, for each that is still leased
    under `token`, what spoke against it: "paused" (it waits for the resume), "quiet" (it waits for
    the end of the person's quiet hours), "cancelled", "no consent", "restricted" or "capped" (it
    is skipped), or None.
    """
    values = {
        "ids": list(ids),
        "token": token,
        "until": until,
        "now": now,
        "quiet_from": quiet[0],
        "quiet_to": quiet[1],
        "per_week": per_week,
    }
    rows = await session.execute(_SENDING_CAMPAIGN, values)
    return {row.id: row.objection for row in rows}


async def close_sent(
    session: AsyncSession, *, messages: Mapping[UUID, int], token: UUID, sent_at: datetime
) -> int:
    """End deliveries that are leased under `token` as sent; how many held."""
    values = {
        "ids": list(messages),
        "messages": list(messages.values()),
        "token": token,
        "sent_at": sent_at,
    }
    result = await session.execute(_SENT_ALL, values)
    return result.rowcount if isinstance(result, CursorResult) else 0


async def put_back(
    session: AsyncSession, *, id: UUID, token: UUID, due_at: datetime, error: str, spent: bool
) -> bool:
    """Make the delivery wait until `due_at`; unless `spent`, the attempt does not count."""
    values = {"id": id, "token": token, "due_at": due_at, "error": error, "spent": spent}
    return await _changed(session, _PUT_BACK, values)


async def close_leased(
    session: AsyncSession,
    *,
    id: UUID,
    token: UUID,
    status: NotificationStatus,
    sent_at: datetime | None = None,
    message_id: int | None = None,
    error: str | None = None,
) -> bool:
    """End a delivery that is leased under `token`; whether the lease held."""
    values = _end(id, status, sent_at, message_id, error)
    return await _changed(session, _CLOSE_LEASED, {**values, "token": token})


async def close_open(
    session: AsyncSession, *, id: UUID, sent_at: datetime, message_id: int | None
) -> bool:
    """End a delivery as sent, whoever leases it; whether it was still open."""
    values = _end(id, NotificationStatus.SENT, sent_at, message_id, None)
    return await _changed(session, _CLOSE_OPEN, values)


async def mark_unreachable(session: AsyncSession, *, user_id: UUID, now: datetime) -> None:
    """Telegram does not let us write to this person any more."""
    await session.execute(_UNREACHABLE, {"user_id": user_id, "now": now})


async def replace_chat(session: AsyncSession, *, user_id: UUID | None, old: int, new: int) -> None:
    """A chat got another id: change it for the person and in all that waits for it."""
    values = {"old": old, "new": new}
    if user_id is not None:
        await session.execute(_CHAT_OF_PERSON, {**values, "user_id": user_id})
    await session.execute(_CHAT_OF_OPEN, values)


def _end(
    id: UUID,
    status: NotificationStatus,
    sent_at: datetime | None,
    message_id: int | None,
    error: str | None,
) -> dict[str, Any]:
    return {
        "id": id,
        "status": status.value,
        "sent_at": sent_at,
        "message_id": message_id,
        "error": error,
    }


async def _changed(session: AsyncSession, statement: TextClause, values: dict[str, Any]) -> bool:
    result = await session.execute(statement, values)
    return isinstance(result, CursorResult) and result.rowcount == 1
