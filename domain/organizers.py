"""Houses: the people who hold events. Work may begin at once; publishing waits for approval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import approvals
from storage.enums import ApprovalStatus, Trade
from storage.queries import organizers as queries

LONGEST_NAME = 60
LONGEST_NOTE = 800


@dataclass(frozen=True, slots=True)
class House:
    """What somebody applies with: the public name, the city, what they hold, and links."""

    name: str
    city: str
    note: str
    links: Sequence[str]
    status: ApprovalStatus = ApprovalStatus.DRAFT


async def find(session: AsyncSession, *, person: UUID) -> House | None:
    """The house that a person applied for, None where they did not."""
    row = await queries.of_person(session, person=person)
    if row is None:
        return None
    return House(
        name=row.name or "",
        city=row.location or "",
        note=row.note or "",
        links=tuple(row.social_links.get("links") or ()),
        status=ApprovalStatus(row.approval_status),
    )


async def register(session: AsyncSession, *, person: UUID, house: House, now: datetime) -> None:
    """Put a house before the portal, or amend what waits or was refused.

    Raises `AlreadyRegistered` for who is approved, `NotAllowed` for who is suspended.
    """
    await approvals.hold(session, person=person, trade=Trade.ORGANIZER)
    approvals.require_open(await queries.status(session, person=person))
    await queries.put(session, person=person, status=ApprovalStatus.PENDING, note=house.note)
    await queries.put_house(
        session,
        person=person,
        name=house.name,
        city=house.city,
        links={"links": list(house.links)},
    )
    await approvals.submit(session, person=person, trade=Trade.ORGANIZER, now=now)


async def may_publish(session: AsyncSession, *, person: UUID) -> bool:
    """Whether a person's house is approved."""
    return await queries.status(session, person=person) is ApprovalStatus.APPROVED
