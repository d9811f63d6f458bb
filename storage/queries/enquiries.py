"""Questions about what people asked the house."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import EnquiryStatus, EnquiryTopic
from storage.tables.enquiries import Enquiry

_VIEW = """
    SELECT q.id, q.user_id, q.topic, q.message, q.photo, q.status, q.answer, q.created_at,
           u.full_name AS name, o.number AS order_number, e.title AS event_title
    FROM enquiries q
    JOIN users u ON u.id = q.user_id
    LEFT JOIN orders o ON o.id = q.order_id
    LEFT JOIN events e ON e.id = o.event_id
"""
_FIND = text(_VIEW + "WHERE q.id = :id")
_WAITING = text(_VIEW + "WHERE q.status = 'open' ORDER BY q.created_at LIMIT :limit")
_ORDERS_OF = text(
    """
    SELECT o.id, o.number, e.title FROM orders o JOIN events e ON e.id = o.event_id
    WHERE o.user_id = :user_id ORDER BY o.id DESC LIMIT :limit
    """
)

_ADMINISTRATORS = text("SELECT * FROM sec.administrators()")


async def add(
    session: AsyncSession,
    *,
    id: UUID,
    user_id: UUID,
    topic: EnquiryTopic,
    order_id: UUID | None,
    message: str,
    photo: str | None,
    now: datetime,
) -> None:
    """Write down what a person asks."""
    await session.execute(
        insert(Enquiry).values(
            id=id,
            user_id=user_id,
            topic=topic,
            order_id=order_id,
            message=message,
            photo=photo,
            created_at=now,
        )
    )


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """An enquiry with who asked and the order it is about."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def waiting(session: AsyncSession, *, limit: int) -> Sequence[Row[Any]]:
    """Those that nobody has answered, the oldest first."""
    return (await session.execute(_WAITING, {"limit": limit})).all()


async def orders_of(session: AsyncSession, *, user_id: UUID, limit: int) -> Sequence[Row[Any]]:
    """A person's newest orders: id, number and the event's title."""
    return (await session.execute(_ORDERS_OF, {"user_id": user_id, "limit": limit})).all()


async def answer(
    session: AsyncSession, *, id: UUID, text: str, by: UUID, now: datetime
) -> Row[Any] | None:
    """Answer an open enquiry; None where it was answered before."""
    changed = await session.execute(
        update(Enquiry)
        .where(Enquiry.id == id, Enquiry.status == EnquiryStatus.OPEN)
        .values(status=EnquiryStatus.ANSWERED, answer=text, answered_by=by, answered_at=now)
        .returning(Enquiry.user_id)
    )
    return changed.one_or_none()


async def administrators(session: AsyncSession) -> Sequence[UUID]:
    """Who runs the portal now."""
    return (await session.execute(_ADMINISTRATORS)).scalars().all()
