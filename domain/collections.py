"""Collections: a season's looks of one designer, built in private, shown when published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import BrandNotApproved, NotAvailable
from domain.wording import Words
from storage.enums import CollectionStatus
from storage.ids import new_id
from storage.queries import collections as queries
from storage.queries import designers

LONGEST_NAME = 60
LONGEST_DESCRIPTION = 600
MOST_PHOTOS = 50
SEASONS = ("Spring/Summer", "Autumn/Winter", "Resort", "Pre-Fall", "Couture")

_MOST = 30


@dataclass(frozen=True, slots=True)
class Image:
    """A look: a photo's file id, or the number of a plate that is drawn; `caption` may be ""."""

    photo: str | None
    number: int
    caption: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection; `own`: it belongs to who looks at it. `look` is how its plates are drawn."""

    id: UUID
    designer_id: UUID
    brand: str
    name: str
    description: str
    season: str
    year: int | None
    status: CollectionStatus
    images: Sequence[Image]
    look: Mapping[str, Any]
    own: bool


@dataclass(frozen=True, slots=True)
class LookBook:
    """What a designer shows to everybody."""

    designer_id: UUID
    brand: str
    about: str
    specialties: Sequence[str]
    portfolio: str | None
    logo: str | None
    collections: Sequence[Collection]
    own: bool


async def require_designer(session: AsyncSession, *, person: UUID) -> None:
    """Raises `NotAvailable` for who did not register as a designer."""
    if await designers.of_person(session, person=person) is None:
        raise NotAvailable


async def create(
    session: AsyncSession,
    *,
    person: UUID,
    name: str,
    season: str,
    year: int,
    description: str | None,
    photos: Sequence[str],
) -> UUID:
    """Keep a new collection as a draft of who registered as a designer; returns its id.

    Raises `NotAvailable` for who did not.
    """
    designer = await designers.of_person(session, person=person)
    if designer is None:
        raise NotAvailable
    id = new_id()
    await queries.add(
        session,
        id=id,
        designer_id=designer.id,
        name=name,
        season=season,
        year=year,
        description=description,
        images=[{"photo": photo} for photo in photos],
    )
    return id


async def amend(
    session: AsyncSession,
    *,
    collection_id: UUID,
    person: UUID,
    name: str,
    season: str,
    year: int,
    description: str | None,
    photos: Sequence[str],
) -> None:
    """Keep other words and photos of one's own collection. Captions stay with their photos.

    Raises `NotAvailable` for the collection of another.
    """
    before = await get_own(session, collection_id=collection_id, person=person)
    captions = {each.photo: each.caption for each in before.images if each.caption}
    images = [
        {"photo": photo} | ({"caption": captions[photo]} if photo in captions else {})
        for photo in photos
    ]
    await queries.change(
        session,
        id=collection_id,
        name=name,
        season=season,
        year=year,
        description=description,
        images=images,
    )


async def mine(session: AsyncSession, *, person: UUID) -> Sequence[Collection]:
    """What a person made, in any state, the newest first."""
    rows = await queries.of_person(session, person=person, limit=_MOST)
    return [_collection(row, person, "en") for row in rows]


async def get_own(
    session: AsyncSession, *, collection_id: UUID, person: UUID, locale: str = "en"
) -> Collection:
    """One's own collection, in English to change it. Raises `NotAvailable` for another's."""
    row = await queries.find(session, id=collection_id)
    if row is None or row.user_id != person:
        raise NotAvailable
    return _collection(row, person, locale)


async def publish(session: AsyncSession, *, collection_id: UUID, person: UUID) -> None:
    """Show a collection to everybody; twice is once.

    Raises `NotAvailable` for the collection of another and for one without photos, and
    `BrandNotApproved` while the designer waits for approval.
    """
    row = await queries.find(session, id=collection_id)
    if row is None or row.user_id != person or not row.images:
        raise NotAvailable
    if not row.in_business:
        raise BrandNotApproved
    hidden = (CollectionStatus.DRAFT, CollectionStatus.ARCHIVED)
    await queries.set_status(
        session, id=collection_id, was=hidden, status=CollectionStatus.PUBLISHED
    )


async def archive(session: AsyncSession, *, collection_id: UUID, person: UUID) -> None:
    """Take a collection out of sight; twice is once. Raises `NotAvailable` for another's."""
    await get_own(session, collection_id=collection_id, person=person)
    await queries.set_status(
        session,
        id=collection_id,
        was=(CollectionStatus.PUBLISHED,),
        status=CollectionStatus.ARCHIVED,
    )


async def get(
    session: AsyncSession, *, collection_id: UUID, person: UUID, locale: str
) -> Collection:
    """A collection that everybody may see, or one's own. Raises `NotAvailable`."""
    row = await queries.find(session, id=collection_id)
    if row is None or not (_is_public(row) or row.user_id == person):
        raise NotAvailable
    return _collection(row, person, locale)


async def look_book(
    session: AsyncSession, *, designer_id: UUID, person: UUID, locale: str
) -> LookBook:
    """What a designer shows; to themselves also what nobody else sees yet.

    Raises `NotAvailable` for one who is not approved, or pauses.
    """
    designer = await designers.find(session, id=designer_id)
    if designer is None or not (designer.public or designer.user_id == person):
        raise NotAvailable
    own = designer.user_id == person
    rows = await queries.of_designer(session, designer=designer_id, limit=_MOST)
    words = Words.of(designer.meta_data, locale)
    return LookBook(
        designer_id=designer_id,
        brand=designer.brand_name,
        about=words.text("about", designer.meta_data.get("about")),
        specialties=tuple(designer.specialties),
        portfolio=designer.portfolio_url,
        logo=designer.meta_data.get("logo"),
        collections=[_collection(row, person, locale) for row in rows if own or _is_public(row)],
        own=own,
    )


def _is_public(row: Row[Any]) -> bool:
    return bool(row.in_business) and row.status == CollectionStatus.PUBLISHED


def _collection(row: Row[Any], person: UUID, locale: str) -> Collection:
    words = Words.of(row.meta_data, locale)
    captions = words.texts("looks", [each.get("caption") or "" for each in row.images])
    return Collection(
        id=row.id,
        designer_id=row.designer_id,
        brand=row.brand_name,
        name=row.name,
        description=words.text("description", row.description),
        season=row.season or "",
        year=row.year,
        status=CollectionStatus(row.status),
        images=[
            Image(each.get("photo"), each.get("look") or number, caption)
            for number, (each, caption) in enumerate(zip(row.images, captions, strict=True), 1)
        ],
        look=row.meta_data.get("look") or {},
        own=row.user_id == person,
    )
