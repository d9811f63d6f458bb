"""Questions about what people asked the house."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import EnquiryStatus, EnquiryTopic
from storage.security.sealing import Field, full_name, shown, vault_of
from storage.tables.enquiries import Enquiry

_VIEW = """
    SELECT q.id, q.user_id, q.topic, q.message, q.photo, q.status, q.answer, q.created_at,
           u.full_name AS name, o.number AS order_number, e.title AS event_title
    FROM enquiries q
    LEFT JOIN users u ON u.id = q.user_id
    LEFT JOIN orders o ON o.id = q.order_id
    LEFT JOIN events e ON e.id = o.event_id
"""
_FIELDS = {
    "name": full_name(),
    "message": Field("enquiries", "message", "user_id", "id"),
    "answer": Field("enquiries", "answer", "user_id", "id"),
}
_FIND = text(_VIEW + "WHERE q.id = :id")
_WAITING = text(_VIEW + "WHERE q.status = 'open' ORDER BY q.created_at LIMIT :limit")
_ORDERS_OF = text(
    """
    SELECT o.id, o.number, e.title FROM orders o JOIN events e ON e.id = o.event_id
    WHERE o.user_id = :user_id ORDER BY o.id DESC LIMIT :limit
    """
)
_IS_ORDER_OF = text(
    "SELECT EXISTS (SELECT FROM orders WHERE id = :order_id AND user_id = :user_id)"
)


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
    sealed = await vault_of(session).seal(user_id, "enquiries", "message", id, message)
    await session.execute(
        insert(Enquiry).values(
            id=id,
            user_id=user_id,
            topic=topic,
            order_id=order_id,
            message=sealed,
            photo=photo,
            created_at=now,
        )
    )


async def find(session: AsyncSession, *, id: UUID) -> SimpleNamespace | None:
    """An enquiry with who asked and the order it is about."""
    rows = (await session.execute(_FIND, {"id": id})).all()
    return next(iter(await shown(session, rows, **_FIELDS)), None)


async def waiting(session: AsyncSession, *, limit: int) -> Sequence[SimpleNamespace]:
    """Those that nobody has answered, the oldest first."""
    rows = (await session.execute(_WAITING, {"limit": limit})).all()
    return await shown(session, rows, **_FIELDS)


async def is_order_of(session: AsyncSession, *, order_id: UUID, user_id: UUID) -> bool:
    """Whether the order is this person's."""
    values = {"order_id": order_id, "user_id": user_id}
    return bool((await session.execute(_IS_ORDER_OF, values)).scalar_one())


async def orders_of(session: AsyncSession, *, user_id: UUID, limit: int) -> Sequence[Row[Any]]:
    """A person's newest orders: id, number and the event's title."""
    return (await session.execute(_ORDERS_OF, {"user_id": user_id, "limit": limit})).all()


async def answer(
    session: AsyncSession, *, id: UUID, user_id: UUID, text: str, by: UUID, now: datetime
) -> Row[Any] | None:
    """Answer an open enquiry of `user_id`; None where it was answered before."""
    sealed = await vault_of(session).seal(user_id, "enquiries", "answer", id, text)
    changed = await session.execute(
        update(Enquiry)
        .where(Enquiry.id == id, Enquiry.status == EnquiryStatus.OPEN)
        .values(status=EnquiryStatus.ANSWERED, answer=sealed, answered_by=by, answered_at=now)
        .returning(Enquiry.user_id)
    )
    return changed.one_or_none()
