"""Posts: a campaign that stands where everybody reads it, on the channels of its house and on the
networks of the portal. Each at most once: a second one would be seen by all.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, assert_never
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.notifications import (
    Bounced,
    Failed,
    Outcome,
    Postponed,
    Refused,
    Sent,
    Unreachable,
    Unwanted,
    backoff,
)
from storage.queries import posts as queries

_LEASE: Final = timedelta(minutes=2)
_MOST_ATTEMPTS: Final = 5
_LONGEST_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a worker holds: for a channel's chat, or a service. With neither the channel is
    connected no more. `attempt` counts from 1."""

    id: UUID
    campaign_id: UUID
    chat_id: int | None
    service_id: UUID | None
    attempt: int


async def connect(session: AsyncSession, *, chat_id: int, title: str, now: datetime) -> bool:
    """Who acts let us post in a channel; False for who is no house."""
    return await queries.connect(session, chat_id=chat_id, title=title[:128], now=now)


async def lose(session: AsyncSession, *, chat_id: int) -> bool:
    """We may not post in a channel any more; whether we might before."""
    return await queries.lose(session, chat_id=chat_id)


async def places(session: AsyncSession, *, house: UUID) -> int:
    """In how many places a campaign of a house would stand."""
    return await queries.places(session, house=house)


async def claim(session: AsyncSession, *, now: datetime) -> Post | None:
    """The next post that may be made now; the call comes next."""
    row = await queries.claim(session, now=now, until=now + _LEASE)
    if row is None:
        return None
    return Post(row.id, row.campaign_id, row.chat_id, row.service_id, row.attempts)


async def finish(session: AsyncSession, *, post: Post, outcome: Outcome, now: datetime) -> None:
    """Write down how a post went. What may stand there already is not tried again."""
    match outcome:
        case Sent(message_id):
            await queries.end(session, id=post.id, state="sent", message_id=message_id, now=now)
        case Postponed(delay, reason):
            await queries.wait(session, id=post.id, due_at=now + delay, error=reason, spent=False)
        case Failed(reason, True):
            await _end(session, post, "unknown", reason, now)
        case Failed(reason) if post.attempt < _MOST_ATTEMPTS:
            due_at = now + backoff(post.attempt)
            await queries.wait(session, id=post.id, due_at=due_at, error=reason, spent=True)
        case (
            Failed(reason)
            | Refused(reason)
            | Unreachable(reason)
            | Unwanted(reason)
            | Bounced(reason)
        ):
            await _end(session, post, "failed", reason, now)
        case _:
            assert_never(outcome)


async def _end(session: AsyncSession, post: Post, state: str, reason: str, now: datetime) -> None:
    await queries.end(session, id=post.id, state=state, error=reason[:_LONGEST_REASON], now=now)
