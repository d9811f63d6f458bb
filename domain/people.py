"""People: who they are when they write, and whether they can be reached."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.actors import Person
from domain.errors import NotAllowed
from storage.database import Database
from storage.enums import UserStatus
from storage.queries import people as queries


async def enter(
    db: Database, *, bot_id: int, telegram_id: int, chat_id: int, name: str, language: str
) -> Person:
    """The person behind a Telegram account, made at the first word, roles read afresh.

    Raises `NotAllowed` for somebody who is suspended.
    """
    row = await queries.enter(
        db,
        bot_id=bot_id,
        telegram_id=telegram_id,
        chat_id=chat_id,
        name=name,
        language=language,
    )
    if row["status"] == UserStatus.INACTIVE:
        raise NotAllowed
    return Person(
        capacity="person",
        user_id=row["user_id"],
        telegram_id=telegram_id,
        chat_id=chat_id,
        name=name.partition(" ")[0],
        locale=row["locale"],
        roles=frozenset(row["roles"]),
        is_new=row["is_new"],
    )


async def find_id(session: AsyncSession, *, telegram_id: int) -> UUID | None:
    """The user's id behind a Telegram id; None for somebody who never wrote."""
    return await queries.find_id(session, telegram_id=telegram_id)


async def first_name(session: AsyncSession, *, person: UUID) -> str | None:
    """What to call a person; None where nothing is written that can be read."""
    name = await queries.full_name(session, person=person)
    return (name or "").partition(" ")[0] or None


async def cover(session: AsyncSession, *, person: UUID) -> None:
    """Let the masks of a person show nothing, as their key is destroyed. The owner's act."""
    await queries.cover(session, person=person)


async def speak(session: AsyncSession, *, person: Person, locale: str) -> None:
    """From now on this person is spoken to in another language."""
    await queries.speak(session, telegram_id=person.telegram_id, locale=locale)


async def blocked(session: AsyncSession, *, user_id: UUID, now: datetime) -> None:
    """The person has blocked the bot: nothing is sent until they write again."""
    await queries.set_blocked(session, user_id=user_id, blocked_at=now)


async def came_back(session: AsyncSession, *, user_id: UUID) -> None:
    """The person can be reached again."""
    await queries.set_blocked(session, user_id=user_id, blocked_at=None)
