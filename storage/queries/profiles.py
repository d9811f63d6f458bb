"""Statements about what people tell about themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.blind import canonical_phone
from storage.security.sealed import Sealed
from storage.security.sealing import open_row, seal_row, vault_of
from storage.security.unreadable import UNREADABLE
from storage.tables.people import TelegramAccount, User, UserProfile

_OF_PERSON = text(
    """
    SELECT u.full_name, u.email, u.phone_number, u.profile_image_url,
           p.bio, p.social_links ->> 'sealed' AS social_links, p.company, p.position, p.location,
           EXISTS (SELECT FROM houses h WHERE h.user_id = u.id) AS is_house
    FROM users u JOIN user_profiles p ON p.user_id = u.id
    WHERE u.id = :person
    """
)
_TASTES = text("SELECT p.preferences FROM user_profiles p WHERE p.user_id = :person")
_USERS = ("full_name", "email", "phone_number", "profile_image_url")
_PROFILES = ("bio", "social_links", "company", "position", "location")


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """What a person told, opened; what cannot be read is `UNREADABLE`, `links` too."""

    full_name: str | None
    email: str | None
    phone_number: str | None
    profile_image_url: str | None
    bio: str | None
    links: tuple[str, ...] | str
    company: str | None
    position: str | None
    location: str | None
    is_house: bool


async def of_person(session: AsyncSession, *, person: UUID) -> KeptProfile:
    """What a person told about themselves."""
    row = (await session.execute(_OF_PERSON, {"person": person})).one()._asdict()
    places = [*(("users", name) for name in _USERS), *(("user_profiles", n) for n in _PROFILES)]
    read = await vault_of(session).read_many(
        [Sealed(person, table, name, person, row[name]) for table, name in places]
    )
    opened = dict(zip((name for _, name in places), read, strict=True))
    return KeptProfile(
        links=_links(opened.pop("social_links")),
        is_house=row["is_house"],
        **opened,
    )


def _links(opened: str | None) -> tuple[str, ...] | str:
    if opened is None:
        return ()
    if opened is UNREADABLE:
        return opened
    return tuple(orjson.loads(opened).get("links") or ())


async def change_user(session: AsyncSession, *, person: UUID, **values: Any) -> None:
    """Keep columns of `users`, sealed."""
    row = await seal_row(vault_of(session), "users", {"id": person, **values})
    del row["id"]  # it is not the bot's to change
    await session.execute(update(User).where(User.id == person).values(**row))


async def change_profile(session: AsyncSession, *, person: UUID, **values: Any) -> None:
    """Keep columns of `user_profiles`, sealed."""
    row = await seal_row(vault_of(session), "user_profiles", {"user_id": person, **values})
    await session.execute(update(UserProfile).where(UserProfile.user_id == person).values(**row))


async def telegram_name(session: AsyncSession, *, person: UUID) -> str | None:
    """A person's name as Telegram has it. Raises `Tampered`, `KeyDestroyed`."""
    wanted = select(
        TelegramAccount.telegram_id, TelegramAccount.user_id, TelegramAccount.first_name
    ).where(TelegramAccount.user_id == person)
    row = (await session.execute(wanted)).one_or_none()
    if row is None:
        return None
    opened = await open_row(vault_of(session), "telegram_accounts", row._asdict())
    name: str | None = opened["first_name"]
    return name


async def put_phone(session: AsyncSession, *, person: UUID, number: str) -> bool:
    """Write down that a number is a person's; False where it is somebody else's.

    Raises `ValueError` for what is no international number.
    """
    canonical = canonical_phone(number)
    index = await vault_of(session).blind("users", "phone_number", canonical)
    try:
        async with session.begin_nested():
            await change_user(session, person=person, phone_number=canonical, phone_index=index)
    except IntegrityError:
        return False
    return True


async def remove_phone(session: AsyncSession, *, person: UUID) -> None:
    """A person has no number any more."""
    await change_user(session, person=person, phone_number=None, phone_index=None)


async def tastes(session: AsyncSession, *, person: UUID) -> Mapping[str, Any]:
    """What a person likes to see."""
    found: Mapping[str, Any] = (await session.execute(_TASTES, {"person": person})).scalar_one()
    return found


async def put_tastes(session: AsyncSession, *, person: UUID, tastes: Mapping[str, Any]) -> None:
    """Keep what a person likes to see."""
    await session.execute(
        update(UserProfile).where(UserProfile.user_id == person).values(preferences=dict(tastes))
    )
