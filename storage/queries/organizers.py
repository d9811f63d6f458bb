"""Statements about houses: the people who hold events."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ApprovalStatus
from storage.security.sealing import open_row, seal_row, vault_of
from storage.tables.people import OrganizerApplication, UserProfile

_OF_PERSON = text(
    """
    SELECT o.user_id, o.approval_status, o.note, h.name, p.location, p.social_links
    FROM organizer_applications o JOIN user_profiles p ON p.user_id = o.user_id
    LEFT JOIN houses h ON h.user_id = o.user_id
    WHERE o.user_id = :person
    """
)

_NAME = text(
    """
    INSERT INTO houses (user_id, name) VALUES (:person, :name)
    ON CONFLICT (user_id) DO UPDATE SET name = excluded.name
    """
)


async def of_person(session: AsyncSession, *, person: UUID) -> SimpleNamespace | None:
    """The house that a person applied for, opened. Raises `Tampered`, `KeyDestroyed`."""
    row = (await session.execute(_OF_PERSON, {"person": person})).one_or_none()
    if row is None:
        return None
    return SimpleNamespace(**await open_row(vault_of(session), "user_profiles", row._asdict()))


async def status(session: AsyncSession, *, person: UUID) -> ApprovalStatus | None:
    """How the application of a person stands."""
    wanted = select(OrganizerApplication.approval_status)
    return (
        await session.scalars(wanted.where(OrganizerApplication.user_id == person))
    ).one_or_none()


async def put(session: AsyncSession, *, person: UUID, status: ApprovalStatus, note: str) -> None:
    """Write an application down, over an earlier one."""
    statement = insert(OrganizerApplication).values(
        user_id=person, approval_status=status, note=note
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["user_id"], set_={"approval_status": status, "note": note}
        )
    )


async def put_house(
    session: AsyncSession, *, person: UUID, name: str, city: str, links: Mapping[str, Any]
) -> None:
    """The public name of the house, where it is, and its links."""
    values = {"user_id": person, "company": name, "location": city, "social_links": dict(links)}
    row = await seal_row(vault_of(session), "user_profiles", values)
    await session.execute(update(UserProfile).where(UserProfile.user_id == person).values(**row))
    await session.execute(_NAME, {"person": person, "name": name})
