"""An evening is called off (rules.md ORD17): sales stop first, then its orders, one by one.

The first commit closes the sale and is quick. From then on jobs work off one order a commit: what
is paid goes back whole, what is held is let go, and who bought or holds a ticket is told. A row
for each order says that it was done, so whoever goes on after a crash pays nobody twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import making, notifications, productions, returning
from domain.errors import EventHasBegun, NotAvailable
from domain.money import Money
from domain.refund_policies import WHOLE
from storage.enums import EventStatus, OrderStatus, RefundSource
from storage.queries import calling_off as queries
from storage.queries import orders, waitlists

REASON = "event-cancelled"
"""What the refund of such an order is for."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What calling an evening off would mean: orders that are paid, what goes back for them, and
    orders that wait for their payment."""

    event_id: UUID
    title: str
    paid: int
    worth: Money
    waiting: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How many orders were worked off, with which end; `returned` goes back for them.

    The bar stands in the chat of who called the evening off, as `message_id`; `shown` is a sign of
    what it says.
    """

    event_id: UUID
    title: str
    refunded: int
    released: int
    nothing: int
    failed: int
    waiting: int
    returned: Money
    finished: bool
    chat_id: int | None
    message_id: int | None
    shown: str
    language: str | None

    @property
    def done(self) -> int:
        """Orders with an end."""
        return self.refunded + self.released + self.nothing + self.failed

    @property
    def total(self) -> int:
        """All orders that there are to work off."""
        return self.done + self.waiting

    @property
    def sign(self) -> str:
        """What tells one state of the bar from another."""
        return f"{self.done}/{self.total}/{self.failed}/{self.finished}"


async def outlook(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> Outlook:
    """What it would mean, for who makes the event.

    Raises `NotAvailable`; `EventHasBegun` for a draft, and for what is over or was called off.
    """
    event = await productions.get(session, event_id=event_id, by=by)
    if event.status is not EventStatus.PUBLISHED or event.is_over(now):
        raise EventHasBegun
    row = await queries.outlook(session, event_id=event_id)
    worth = Money.of(row.worth, event.currency)
    return Outlook(event_id, event.title, row.paid, worth, row.waiting)


async def call_off(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> None:
    """Nothing more is sold from this commit on; twice is once. Raises what `outlook` raises."""
    row = await productions.hold(session, event_id=event_id, by=by)
    if row.status == EventStatus.CANCELLED:
        return
    if row.status != EventStatus.PUBLISHED or row.end_date <= now:
        raise EventHasBegun
    await making.put(session, row, None, status=EventStatus.CANCELLED)
    await queries.begin(session, event_id=event_id, by=by, now=now)


async def waiting(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[UUID]:
    """Orders that are still to be worked off."""
    return await queries.waiting(session, now=now, limit=limit)


async def work_off(session: AsyncSession, *, order_id: UUID, now: datetime) -> None:
    """Give one order's money back and its places up, and tell whom it concerns; twice is once."""
    row = await orders.lock(session, order_id=order_id)
    if row is None:
        raise NotAvailable
    back = Money(0, row.currency)
    result = "nothing"
    holders = {row.user_id}
    if row.status == OrderStatus.COMPLETED:
        back, held_by = await _end(session, row, now)
        holders |= held_by
        if held_by:
            result = "refunded" if back.amount else "released"
    elif row.status in (OrderStatus.PENDING, OrderStatus.AWAITING_APPROVAL):
        await orders.return_held(session, [row.id])
        await orders.set_status(session, orders=[row.id], status=OrderStatus.CANCELLED)
        result = "released"
    noted = await queries.note(
        session,
        order_id=row.id,
        event_id=row.event_id,
        result=result,
        returned=back.major,
        now=now,
    )
    if noted and result != "nothing":
        await _tell(session, row, holders, back, now)


async def note_failed(session: AsyncSession, *, order_id: UUID, now: datetime) -> None:
    """An order could not be worked off: somebody has to look at it, and the others go on."""
    row = await orders.find(session, order_id=order_id)
    if row is not None:
        await queries.note(
            session,
            order_id=order_id,
            event_id=row.event_id,
            result="failed",
            returned=Money(0, row.currency).major,
            now=now,
        )


async def dismiss(session: AsyncSession, *, now: datetime, limit: int) -> int:
    """Tell at most `limit` people that there is nothing to wait for; how many they were."""
    gone = await waitlists.dismiss(session, now=now, limit=limit)
    for row in gone:
        await notifications.add(
            session,
            to=row.user_id,
            template="line-ended",
            arguments={"event": str(row.event_id)},
            key=f"line-ended {row.id}",
            caused_at=row.created_at,
            due_at=now,
        )
    return len(gone)


async def finish(session: AsyncSession, *, now: datetime) -> None:
    """Close those with no order left, and tell who called them off."""
    for row in await queries.finish(session, now=now):
        await notifications.add(
            session,
            to=row.called_off_by,
            template="called-off",
            arguments={"event": str(row.event_id)},
            key=f"called-off {row.event_id}",
            caused_at=row.created_at,
            due_at=now,
        )


async def progress(session: AsyncSession, *, event_id: UUID, by: UUID | None = None) -> Progress:
    """How far it is, for who makes the event, or for jobs. Raises `NotAvailable`."""
    if by is not None:
        await productions.get(session, event_id=event_id, by=by)
    row = await queries.find(session, event_id=event_id)
    if row is None:
        raise NotAvailable
    return _progress(row)


async def shown(session: AsyncSession) -> Sequence[Progress]:
    """How far those are whose progress is shown somewhere."""
    return [_progress(row) for row in await queries.bars(session)]


async def show_bar(
    session: AsyncSession, *, event_id: UUID, message_id: int | None, shown: str
) -> None:
    """From now on the progress is shown in this message, which says `shown`; None: nowhere."""
    await queries.set_bar(session, event_id=event_id, message=message_id, shown=shown)


async def _end(session: AsyncSession, row: Row[Any], now: datetime) -> tuple[Money, set[UUID]]:
    """End all tickets of a paid order, also of who is inside; what goes back, and whose it was."""
    parts = await returning.living(session, row, WHOLE, now=now, used=True)
    if parts:
        await returning.end(session, row, parts, source=RefundSource.ADMIN, reason=REASON, now=now)
    back = sum(part.back.amount for part in parts)
    return Money(back, row.currency), {part.holder for part in parts}


async def _tell(
    session: AsyncSession, row: Row[Any], holders: set[UUID], back: Money, now: datetime
) -> None:
    for to in holders:
        await notifications.add(
            session,
            to=to,
            template="event-cancelled",
            arguments={
                "order": str(row.id),
                "amount": back.amount if to == row.user_id else 0,
                "asked": row.status == OrderStatus.AWAITING_APPROVAL,
            },
            key=f"event-cancelled {row.id} {to}",
            caused_at=row.created_at,
            due_at=now,
        )


def _progress(row: Row[Any]) -> Progress:
    return Progress(
        event_id=row.event_id,
        title=row.title,
        refunded=row.refunded,
        released=row.released,
        nothing=row.nothing,
        failed=row.failed,
        waiting=row.waiting,
        returned=Money.of(row.returned, row.currency),
        finished=row.finished_at is not None,
        chat_id=row.chat_id,
        message_id=row.bar_message_id,
        shown=row.bar_shown or "",
        language=row.language,
    )
