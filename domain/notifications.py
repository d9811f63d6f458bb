"""The outbox: who gets told, once it is certain that there is something to tell.

`add` joins the transaction of its cause, so the message exists exactly when the cause does. A
worker claims, sends outside of any transaction, and writes the outcome down. Between the call and
that line the outcome is unknown to us, and Telegram has no key to ask by: what a person needs is
then sent again, what we merely want them to read is not.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, quiet_hours, urgent
from storage.database import Database
from storage.enums import Lane, NotificationStatus, NotificationType
from storage.ids import derived_id, new_id
from storage.queries import emails as addresses
from storage.queries import leases, outbox

LEASE = timedelta(seconds=60)
"""How long one attempt may take before another worker makes the next."""

_TO_BE_CONFIRMED = "email-code"
"""The letter that goes to an address which is nobody's yet."""

_FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)
_LONGEST_REASON = 500
_RESTING = ("paused", "cancelled")


@dataclass(frozen=True, slots=True)
class Sent:
    """It is in the chat, as the message of this id; a letter has none."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Postponed:
    """It was not its turn; this was no attempt."""

    delay: timedelta
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """It did not work now. `uncertain`: it may have arrived all the same."""

    reason: str
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The person blocked the bot, never started it, or is gone."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take this message."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unwanted:
    """What it would tell is not true any more."""

    reason: str


@dataclass(frozen=True, slots=True)
class Bounced:
    """Nobody is at the address of a letter, said the mail server for good."""

    reason: str


Outcome = Bounced | Sent | Postponed | Failed | Unreachable | Refused | Unwanted


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that a worker holds.

    `attempt` counts from 1. `language` is what the person chose or Telegram says, if known.
    `foregone` is how it ends without an attempt, where none must be made. `messages` are those
    that the pace counts: an album and its words are several.
    """

    id: UUID
    token: UUID
    user_id: UUID | None
    chat_id: int
    lane: Lane
    template: str
    arguments: Mapping[str, Any]
    attempt: int
    language: str | None
    foregone: Outcome | None = None
    campaign_id: UUID | None = None
    channel: NotificationType = NotificationType.PUSH
    messages: int = 1


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a worker holds now, of `looked_at` that were due; and the campaigns of which nothing
    may leave, though it waits."""

    deliveries: Sequence[Delivery] = ()
    looked_at: int = 0
    resting: frozenset[UUID] = frozenset()


async def add(
    session: AsyncSession,
    *,
    to: UUID,
    template: str,
    arguments: Mapping[str, Any],
    key: str,
    caused_at: datetime,
    due_at: datetime | None = None,
    lane: Lane = Lane.RECEIPT,
    channel: NotificationType = NotificationType.PUSH,
) -> UUID:
    """Queue a message to a person in the transaction of its cause; returns the delivery's id.

    `key` and the fixed moment `caused_at` of the cause name the delivery: the same two, the same
    delivery, however often it is added. It is due with its cause unless another moment is given.
    `arguments` are JSON and hold ids, not texts of people.
    """
    id = derived_id(caused_at, key)
    await outbox.add(
        session,
        id=id,
        user_id=to,
        lane=lane,
        template=template,
        arguments=arguments,
        due_at=due_at or caused_at,
        channel=channel,
    )
    return id


async def close(session: AsyncSession, *, id: UUID, message_id: int | None, now: datetime) -> bool:
    """The person got it in a direct reply; whether it was still waiting."""
    return await outbox.close_open(session, id=id, sent_at=now, message_id=message_id)


async def claim(db: Database, *, limit: int, lane: Lane = Lane.CAMPAIGN) -> Claimed:
    """Lease at most `limit` deliveries that are due, of all lanes up to `lane`, the most urgent
    first; those of campaigns are begun with it. Raises `Unavailable`.

    Others of campaigns wait for theirs to be resumed or for the end of the person's quiet hours,
    or were skipped: the campaign was cancelled, the person wants no more news, or had enough
    campaigns this week.
    """
    token = new_id()
    rows = await leases.take(
        db,
        limit=limit,
        lane=lane,
        token=token,
        lasts=LEASE,
        quiet=quiet_hours.usual(db),
        per_week=house_rules.PER_WEEK.number(db),
    )
    most = house_rules.ATTEMPTS.number(db)
    return Claimed(
        [_delivery(row, token, most) for row in rows if row["objection"] is None],
        len(rows),
        frozenset(row["campaign_id"] for row in rows if row["objection"] in _RESTING),
    )


async def begin_sending(session: AsyncSession, *, delivery: Delivery, now: datetime) -> bool:
    """Write down that the call comes next; False when it is not ours to send any more."""
    return await outbox.mark_sending(
        session, id=delivery.id, token=delivery.token, until=now + LEASE
    )


async def finish_sent(db: Database, *, token: UUID, messages: Mapping[UUID, int]) -> int:
    """Write down the message ids of deliveries of one lease; how many were ours to end.

    Raises `Unavailable`.
    """
    return await leases.end_as_sent(db, token=token, messages=messages)


async def finish(
    session: AsyncSession, *, delivery: Delivery, outcome: Outcome, now: datetime
) -> NotificationStatus | None:
    """Write down how an attempt ended; the delivery's status, None when it was not ours to end."""
    match outcome:
        case Sent(message_id):
            return await _end(
                session, delivery, NotificationStatus.SENT, sent_at=now, message_id=message_id
            )
        case Postponed(delay, reason):
            return await _wait(session, delivery, now + delay, reason, spent=False)
        case Failed(reason, uncertain):
            if uncertain and _is_once(delivery.lane, delivery.channel):
                return await _end(session, delivery, NotificationStatus.UNKNOWN, reason)
            if delivery.attempt >= house_rules.ATTEMPTS.number(session):
                return await _end(session, delivery, NotificationStatus.DEAD, reason)
            due_at = now + backoff(delivery.attempt)
            return await _wait(session, delivery, due_at, reason, spent=True)
        case Unreachable(reason):
            if delivery.user_id is not None:
                await outbox.mark_unreachable(session, user_id=delivery.user_id, now=now)
            await urgent.fall_back(
                session,
                person=delivery.user_id,
                template=delivery.template,
                arguments=delivery.arguments,
                now=now,
            )
            return await _end(session, delivery, NotificationStatus.BLOCKED, reason)
        case Refused(reason):
            return await _end(session, delivery, NotificationStatus.DEAD, reason)
        case Bounced(reason):
            await _nobody_there(session, delivery, now)
            return await _end(session, delivery, NotificationStatus.DEAD, reason)
        case Unwanted(reason):
            return await _end(session, delivery, NotificationStatus.SKIPPED, reason)
        case _:
            assert_never(outcome)


async def chat_moved(session: AsyncSession, *, delivery: Delivery, chat_id: int) -> None:
    """The chat of a delivery got another id."""
    await outbox.replace_chat(session, user_id=delivery.user_id, old=delivery.chat_id, new=chat_id)


async def _nobody_there(session: AsyncSession, delivery: Delivery, now: datetime) -> None:
    """No letter goes to this address until it is confirmed anew; told in the chat, once."""
    person = delivery.user_id
    if person is None or delivery.template == _TO_BE_CONFIRMED:
        return
    if await addresses.bounced(session, person=person, now=now):
        await add(
            session,
            to=person,
            template="email-bounced",
            arguments={},
            lane=Lane.RECEIPT,
            key=f"email-bounced {person} {now.isoformat()}",
            caused_at=now,
            due_at=now,
        )


def backoff(attempt: int) -> timedelta:
    """The pause after a failed attempt (from 1): doubling up to an hour, half to all of it."""
    pause = min(_FIRST_PAUSE * int(2 ** min(attempt - 1, 20)), LONGEST_PAUSE)
    return pause * random.uniform(0.5, 1)


def _delivery(row: asyncpg.Record, token: UUID, most: int) -> Delivery:
    return Delivery(
        id=row["id"],
        token=token,
        user_id=row["user_id"],
        chat_id=row["chat_id"] or 0,
        lane=Lane(row["lane"]),
        template=row["template"],
        arguments=leases.arguments_of(row),
        attempt=row["attempts"],
        language=row["language"],
        foregone=_foregone(row, most),
        campaign_id=row["campaign_id"],
        channel=NotificationType(row["type"]),
        messages=row["messages"],
    )


def _is_once(lane: Lane, channel: NotificationType) -> bool:
    """Whether a second one would be worse than none: an advertisement, or a text message, which
    costs its sender and says that something is new."""
    return lane is Lane.CAMPAIGN or channel is NotificationType.SMS


def _foregone(row: asyncpg.Record, most: int) -> Outcome | None:
    lane = Lane(row["lane"])
    channel = NotificationType(row["type"])
    if row["interrupted"] and _is_once(lane, channel):
        return Failed("an earlier call was interrupted", uncertain=True)
    if row["attempts"] > most:
        return Failed("every attempt was interrupted")
    if channel is not NotificationType.PUSH:
        return None  # whether Telegram reaches the person is no matter
    if row["chat_id"] is None:
        return Unreachable("no chat")
    if not row["reachable"] and lane is not Lane.RECEIPT:
        return Unreachable("unreachable before")
    return None


async def _wait(
    session: AsyncSession, delivery: Delivery, due_at: datetime, reason: str, *, spent: bool
) -> NotificationStatus | None:
    held = await outbox.put_back(
        session,
        id=delivery.id,
        token=delivery.token,
        due_at=due_at,
        error=reason[:_LONGEST_REASON],
        spent=spent,
    )
    return NotificationStatus.PENDING if held else None


async def _end(
    session: AsyncSession,
    delivery: Delivery,
    status: NotificationStatus,
    reason: str | None = None,
    *,
    sent_at: datetime | None = None,
    message_id: int | None = None,
) -> NotificationStatus | None:
    held = await outbox.close_leased(
        session,
        id=delivery.id,
        token=delivery.token,
        status=status,
        sent_at=sent_at,
        message_id=message_id,
        error=reason and reason[:_LONGEST_REASON],
    )
    return status if held else None
