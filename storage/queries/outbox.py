"""The outbox: deliveries are added, and end. How workers lease them: `leases`."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CursorResult,
    TextClause,
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
_SENDING = text(
    """
    UPDATE notifications SET status = 'sending', leased_until = :until, due_at = :until
    WHERE id = :id AND lease_token = :token
    """
)
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


async def mark_sending(session: AsyncSession, *, id: UUID, token: UUID, until: datetime) -> bool:
    """Write down that the call is about to be made, and renew the lease; whether it held."""
    return await _changed(session, _SENDING, {"id": id, "token": token, "until": until})


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
