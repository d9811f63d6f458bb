"""Consent: whether a person wants news. Tickets and what concerns them need none."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ConsentPurpose, NotificationType
from storage.queries import consents as queries

VERSION = 1
"""Of the words that people agree to; another number asks for another consent."""


async def wants_news(session: AsyncSession, *, person: UUID) -> bool:
    """Whether a person agreed to news of shows in the chat."""
    said = await queries.granted(
        session,
        user_id=person,
        purpose=ConsentPurpose.MARKETING,
        channel=NotificationType.PUSH,
    )
    return said is True


async def decide(session: AsyncSession, *, person: UUID, news: bool, now: datetime) -> None:
    """A person says yes or no to news; it holds from this commit on, also for what is queued.

    Saying again what holds already adds nothing.
    """
    said = await queries.granted(
        session,
        user_id=person,
        purpose=ConsentPurpose.MARKETING,
        channel=NotificationType.PUSH,
    )
    if said is news:
        return
    await queries.add(
        session,
        user_id=person,
        purpose=ConsentPurpose.MARKETING,
        channel=NotificationType.PUSH,
        granted=news,
        version=VERSION,
        now=now,
    )


async def ask_once(session: AsyncSession, *, person: UUID) -> bool:
    """Whether the question may be put now: it never was, and nothing was said unasked."""
    return await queries.mark_asked(session, user_id=person)
