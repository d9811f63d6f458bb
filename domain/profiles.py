"""What people tell about themselves. All of it may be empty; nothing of it is needed to buy."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NumberTaken, PublicName
from storage.queries import profiles as queries

LONGEST_NAME = 64
LONGEST_BIO = 1000
LONGEST_WORD = 100
"""Characters of a company, a position, a city."""

MOST_LINKS = 5


class Field(StrEnum):
    """A part of the profile that is told in words or as a photo, by the column that keeps it."""

    NAME = "full_name"
    PHOTO = "profile_image_url"
    BIO = "bio"
    LINKS = "social_links"
    COMPANY = "company"
    POSITION = "position"
    CITY = "location"


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as they told us: `photo` is Telegram's file id. What cannot be read now is
    `Unreadable`. `is_house`: the company is the public name of their house."""

    name: str | None
    photo: str | None
    email: str | None
    phone: str | None
    bio: str | None
    links: Sequence[str] | str
    company: str | None
    position: str | None
    city: str | None
    is_house: bool = False


async def get(session: AsyncSession, *, person: UUID) -> Profile:
    """What a person told about themselves."""
    row = await queries.of_person(session, person=person)
    return Profile(
        name=row.full_name,
        photo=row.profile_image_url,
        email=row.email,
        phone=row.phone_number,
        bio=row.bio,
        links=row.links,
        company=row.company,
        position=row.position,
        city=row.location,
        is_house=row.is_house,
    )


async def change(
    session: AsyncSession, *, person: UUID, field: Field, value: str | Sequence[str] | None
) -> None:
    """Keep another value, None for nothing; without a name of their own a person has Telegram's.

    Raises `PublicName` for the company of a house.
    """
    match field:
        case Field.NAME:
            name = value or await queries.telegram_name(session, person=person)
            await queries.change_user(session, person=person, full_name=str(name or ""))
        case Field.PHOTO:
            photo = None if value is None else str(value)
            await queries.change_user(session, person=person, profile_image_url=photo)
        case Field.LINKS:
            links = {"links": list(value)} if value else {}
            await queries.change_profile(session, person=person, social_links=links)
        case Field.COMPANY if (await queries.of_person(session, person=person)).is_house:
            raise PublicName
        case _:
            await queries.change_profile(session, person=person, **{field.value: value})


async def set_phone(session: AsyncSession, *, person: UUID, number: str) -> None:
    """Keep a person's number, which Telegram has said to be theirs.

    Raises `NumberTaken`, for a number that cannot be one too.
    """
    try:
        kept = await queries.put_phone(session, person=person, number=number)
    except ValueError:
        kept = False
    if not kept:
        raise NumberTaken


async def remove_phone(session: AsyncSession, *, person: UUID) -> None:
    """Keep no number of a person."""
    await queries.remove_phone(session, person=person)
