"""Reaching a human: what people ask the house, and what it answers (rules.md TG12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators, notifications
from domain.actors import Person
from domain.errors import EnquiryAnswered, NotAvailable
from storage.enums import EnquiryStatus, EnquiryTopic
from storage.ids import new_id
from storage.queries import enquiries as queries

LONGEST = 1000
"""Characters of a message and of an answer."""

_ORDERS = 6
_WAITING = 10


@dataclass(frozen=True, slots=True)
class OrderName:
    """An order in a list of choices."""

    id: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Enquiry:
    """What a person asked. `order` is None where it is about none, `answer` while it is open."""

    id: UUID
    user_id: UUID
    topic: EnquiryTopic
    name: str
    order: str | None
    title: str | None
    message: str
    photo: str | None
    status: EnquiryStatus
    answer: str | None
    created_at: datetime


async def recent_orders(session: AsyncSession, *, buyer: UUID) -> Sequence[OrderName]:
    """A person's newest orders, to say which one an enquiry is about."""
    rows = await queries.orders_of(session, user_id=buyer, limit=_ORDERS)
    return [OrderName(row.id, row.number, row.title) for row in rows]


async def require_own(session: AsyncSession, *, order_id: UUID, person: UUID) -> None:
    """Raises `NotAvailable` for an order of somebody else, as for one that never was."""
    if not await queries.is_order_of(session, order_id=order_id, user_id=person):
        raise NotAvailable


async def ask(
    session: AsyncSession,
    *,
    person: UUID,
    topic: EnquiryTopic,
    order_id: UUID | None,
    message: str,
    photo: str | None,
    now: datetime,
) -> UUID:
    """Put a question to the house and tell everybody who runs it; returns the enquiry's id.

    Raises `NotAvailable` for an order that is not the person's.
    """
    if order_id is not None:
        await require_own(session, order_id=order_id, person=person)
    id = new_id()
    await queries.add(
        session,
        id=id,
        user_id=person,
        topic=topic,
        order_id=order_id,
        message=message,
        photo=photo,
        now=now,
    )
    for administrator in await administrators.present(session):
        await _tell(session, administrator, "enquiry", id, now)
    return id


async def answer(
    session: AsyncSession, *, enquiry_id: UUID, by: Person, text: str, now: datetime
) -> None:
    """Answer a person as the house; the answer is delivered to them.

    Raises `NotAvailable` for who does not run the portal, `EnquiryAnswered`.
    """
    asked = await get(session, enquiry_id=enquiry_id, by=by)
    answered = await queries.answer(
        session, id=enquiry_id, user_id=asked.user_id, text=text, by=by.id, now=now
    )
    if answered is None:
        raise EnquiryAnswered
    await _tell(session, answered.user_id, "enquiry-answer", enquiry_id, now)


async def get_open(session: AsyncSession, *, enquiry_id: UUID, by: Person) -> Enquiry:
    """An enquiry that waits for an answer. Raises `NotAvailable`, `EnquiryAnswered`."""
    enquiry = await get(session, enquiry_id=enquiry_id, by=by)
    if enquiry.status is not EnquiryStatus.OPEN:
        raise EnquiryAnswered
    return enquiry


async def get(session: AsyncSession, *, enquiry_id: UUID, by: Person) -> Enquiry:
    """An enquiry, for who runs the portal. Raises `NotAvailable`."""
    await administrators.require(session, by)
    return await told(session, enquiry_id=enquiry_id)


async def waiting(session: AsyncSession, *, by: Person) -> Sequence[Enquiry]:
    """What nobody has answered yet, the oldest first. Raises `NotAvailable`."""
    await administrators.require(session, by)
    return [_enquiry(row) for row in await queries.waiting(session, limit=_WAITING)]


async def told(session: AsyncSession, *, enquiry_id: UUID) -> Enquiry:
    """The enquiry of a notice, as it is delivered. Raises `NotAvailable`."""
    row = await queries.find(session, id=enquiry_id)
    if row is None:
        raise NotAvailable
    return _enquiry(row)


async def _tell(
    session: AsyncSession, to: UUID, template: str, enquiry_id: UUID, now: datetime
) -> None:
    await notifications.add(
        session,
        to=to,
        template=template,
        arguments={"enquiry": str(enquiry_id)},
        key=f"{template} {enquiry_id} {to}",
        caused_at=now,
    )


def _enquiry(row: SimpleNamespace) -> Enquiry:
    return Enquiry(
        id=row.id,
        user_id=row.user_id,
        topic=EnquiryTopic(row.topic),
        name=row.name or "",
        order=row.order_number,
        title=row.event_title,
        message=row.message,
        photo=row.photo,
        status=EnquiryStatus(row.status),
        answer=row.answer,
        created_at=row.created_at,
    )
