"""Money that moved without us: refunds from the provider's own pages, and disputes (TG11, ORD12).

What the provider tells is kept first and worked by a job. Money that went back outside is recorded
as `external`, the tickets of its order are blocked, and the house decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications, productions, refunding, refunds
from domain.errors import NotAvailable
from domain.money import Money
from storage.enums import RefundSource, RefundStatus
from storage.ids import derived_id, new_id
from storage.queries import orders
from storage.queries import outside as queries
from storage.queries import refunding as sending
from storage.queries import refunds as books

REFUND: Final = "refund"
DISPUTE: Final = "dispute"
_WENT = ("succeeded", "pending")
_OVER = ("failed", "canceled", "won")


@dataclass(frozen=True, slots=True)
class Told:
    """One event. `kind` is `REFUND` or `DISPUTE`; `thing` its id there, `outcome` how it stands,
    `charges` what the charge is called there, `key` ours where we had wished for it."""

    id: str
    kind: str
    thing: str
    charges: Sequence[str]
    amount: Money
    outcome: str
    key: str | None


async def keep(session: AsyncSession, *, told: Told, now: datetime) -> None:
    """Keep an event until it is worked; one that was told before is there already."""
    await queries.keep(
        session,
        id=told.id,
        kind=told.kind,
        thing=told.thing,
        charges=list(told.charges),
        amount=told.amount.major,
        currency=told.amount.currency,
        outcome=told.outcome,
        key=told.key,
        received_at=now,
    )


async def work(session: AsyncSession, *, now: datetime) -> bool:
    """Work the oldest event that can be; False when none is left.

    One of a charge that we do not know, or not yet, stays.
    """
    event = await queries.next_open(session)
    if event is None:
        return False
    await orders.lock(session, order_id=event.order_id)
    known = await queries.find_refund(session, provider_refund_id=event.thing, key=event.key)
    if event.outcome in _OVER:
        await _undo(session, event, known, now)
    elif known is None and (event.kind == DISPUTE or event.outcome in _WENT):
        await _record(session, event, now)
    elif known is not None and event.key and event.outcome == "succeeded":
        await _went(session, known, event.thing, now)
    await refunds.settle(session, order_id=event.order_id)
    await queries.close(session, id=event.id, now=now)
    return True


async def admit(session: AsyncSession, *, refund: UUID, by: UUID) -> None:
    """The house lets the tickets of an order count all the same.

    Raises `NotAvailable` for who does not make the event, and of money that we sent back.
    """
    row = await sending.find(session, id=refund)
    if row is None:
        raise NotAvailable
    await productions.get(session, event_id=row.event_id, by=by)
    if row.status != RefundStatus.EXTERNAL:
        raise NotAvailable
    await queries.unblock_tickets(session, order_id=row.order_id)


async def _record(session: AsyncSession, event: Row[Any], now: datetime) -> None:
    """Money went back outside. What was owed of that payment and had not gone gives way to it."""
    wanted = Money.of(event.amount, event.currency)
    room = Money.of(await queries.room(session, payment_id=event.payment_id), event.currency)
    for owed in await queries.waiting(session, payment_id=event.payment_id):
        if room.amount >= wanted.amount:
            break
        await sending.change(session, id=owed.id, status=RefundStatus.CANCELLED)
        room = Money(room.amount + Money.of(owed.amount, event.currency).amount, event.currency)
    amount = min(wanted.amount, room.amount)
    if not amount:
        return
    id = new_id()
    await books.add(
        session,
        id=id,
        payment_id=event.payment_id,
        order_id=event.order_id,
        event_id=event.event_id,
        amount=Money(amount, event.currency).major,
        currency=event.currency,
        status=RefundStatus.EXTERNAL,
        source=RefundSource.EXTERNAL,
        reason=event.kind,
        cause=derived_id(event.received_at, event.thing),
        provider_refund_id=event.thing,
        created_at=now,
        finished_at=now,
        meta_data={},
    )
    await queries.block_tickets(session, order_id=event.order_id)
    await _tell(session, to=event.organizer_id, refund=id, now=now)


async def _went(session: AsyncSession, known: Row[Any], thing: str, now: datetime) -> None:
    """What we had wished for has gone, perhaps before its worker heard."""
    if known.status == RefundStatus.IN_TRANSIT:
        await refunding.arrive(session, id=known.id, provider_id=thing, now=now)


async def _undo(
    session: AsyncSession, event: Row[Any], known: Row[Any] | None, now: datetime
) -> None:
    """It did not go after all: what is ours failed, what was outside never was."""
    if known is None:
        return
    if known.source == RefundSource.EXTERNAL:
        await sending.change(session, id=known.id, status=RefundStatus.CANCELLED)
        await queries.unblock_tickets(session, order_id=event.order_id)
    elif known.status in (RefundStatus.IN_TRANSIT, RefundStatus.DONE):
        await sending.change(
            session,
            id=known.id,
            status=RefundStatus.FAILED,
            failure=event.outcome,
            finished_at=None,
        )
        await _tell(session, to=event.organizer_id, refund=known.id, now=now)


async def _tell(session: AsyncSession, *, to: UUID, refund: UUID, now: datetime) -> None:
    await notifications.add(
        session,
        to=to,
        template="refund-task",
        arguments={"refund": str(refund)},
        key=f"outside {refund}",
        caused_at=now,
    )
