"""Orders as the house that sold them sees and mends them (product.md O10).

Who makes an event finds an order by its number, sends its tickets again, and takes tickets back
for as much as they decide. The buyer is told why. Stewards see nothing of this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications, order_approvals, productions, questions, returning
from domain.errors import (
    AlreadyPaid,
    AmountChanged,
    NotAvailable,
    PaymentUnderWay,
    TicketUsed,
    UnknownOrder,
)
from domain.money import Money
from domain.order_approvals import Word
from domain.questions import Answer
from domain.refund_policies import WHOLE, Policy
from domain.returning import Part
from storage.enums import OrderStatus, PaymentStatus, RefundSource, TicketStatus
from storage.queries import orders
from storage.queries import returns as queries

PAGE = 8
"""Orders on one screen."""


class Payback(StrEnum):
    """How much goes back: by the terms of the order, all, or nothing."""

    TERMS = "terms"
    ALL = "all"
    NOTHING = "nothing"


class Why(StrEnum):
    """What the buyer is told."""

    ASKED = "asked"
    MISTAKE = "mistake"
    REFUSED = "refused"
    OTHER = "other"


UNPAID = (Why.ASKED, Why.MISTAKE, Why.OTHER)
"""Why an order is called off that was not paid."""


@dataclass(frozen=True, slots=True)
class SoldTicket:
    """One ticket; `returned` is what went back for it, None while it lives."""

    id: UUID
    type_name: str
    code: str
    status: TicketStatus
    price: Money
    returned: Money | None


@dataclass(frozen=True, slots=True)
class SoldOrder:
    """An order at its event's desk, with what its buyer answered and the house's own `word`, None
    where it was never asked. `title` and `time_zone` are the event's; a word that is awaited is
    awaited until `expires_at`. `wanted`: so many of each type, by name, its buyer's choice number
    `attempt`."""

    id: UUID
    number: str
    event_id: UUID
    title: str
    time_zone: str
    status: OrderStatus
    payment_status: PaymentStatus
    total: Money
    attempt: int
    created_at: datetime
    tickets: Sequence[SoldTicket]
    answers: Sequence[Answer]
    word: Word | None
    wanted: Sequence[tuple[str, int]]
    expires_at: datetime | None

    @property
    def living(self) -> Sequence[SoldTicket]:
        """Those that can be taken back."""
        return [each for each in self.tickets if each.status in returning.LIVING]


@dataclass(frozen=True, slots=True)
class SoldLine:
    """An order in a list."""

    id: UUID
    number: str
    status: OrderStatus
    total: Money


@dataclass(frozen=True, slots=True)
class Page:
    """Some orders of an event, the newest first."""

    event_id: UUID
    title: str
    lines: Sequence[SoldLine]
    number: int
    has_next: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be taken back, and what would go back for it in each way."""

    order: SoldOrder
    parts: Sequence[Part]
    sums: dict[Payback, Money]


async def page(session: AsyncSession, *, event_id: UUID, by: UUID, page: int) -> Page:
    """The orders of an event that were paid or wait. Raises `NotAvailable`."""
    event = await productions.get(session, event_id=event_id, by=by)
    number = max(page, 0)
    rows = await queries.of_event(session, event_id=event_id, limit=PAGE + 1, offset=number * PAGE)
    lines = [
        SoldLine(
            row.id,
            row.number,
            OrderStatus(row.status),
            Money.of(row.total_amount, row.currency),
        )
        for row in rows[:PAGE]
    ]
    return Page(event_id, event.title, lines, number, len(rows) > PAGE)


async def find(session: AsyncSession, *, event_id: UUID, by: UUID, number: str) -> UUID:
    """The order of an event with this number, however it was typed.

    Raises `NotAvailable`, `UnknownOrder`.
    """
    await productions.get(session, event_id=event_id, by=by)
    typed = "".join(sign for sign in number.upper() if sign.isalnum())
    found = await queries.by_number(session, event_id=event_id, number=typed)
    if found is None:
        raise UnknownOrder
    return found


async def get(session: AsyncSession, *, order_id: UUID, by: UUID) -> SoldOrder:
    """One order with its tickets. Raises `NotAvailable`."""
    row = await orders.find(session, order_id=order_id)
    return await _order(session, row, by)


async def queue_again(session: AsyncSession, *, order_id: UUID, by: UUID, now: datetime) -> int:
    """Have each ticket that lives sent to who holds it, codes as they are; how many they are.

    Once a minute at most, however often it is asked for. Raises `NotAvailable`.
    """
    await get(session, order_id=order_id, by=by)
    living = [
        each
        for each in await queries.tickets(session, order_id=order_id)
        if each.status in returning.LIVING
    ]
    minute = now.replace(second=0, microsecond=0)
    for ticket in living:
        await notifications.add(
            session,
            to=ticket.user_id,
            template="ticket",
            arguments={"ticket": str(ticket.id)},
            key=f"ticket again {ticket.id} {minute.isoformat()}",
            caused_at=minute,
            due_at=now,
        )
    return len(living)


async def offer(
    session: AsyncSession, *, order_id: UUID, by: UUID, ticket_id: UUID | None, now: datetime
) -> Offer:
    """What taking one ticket back, or all that live, would come to.

    Raises `NotAvailable`, `TicketUsed`.
    """
    row = await orders.find(session, order_id=order_id)
    order = await _order(session, row, by)
    ways = {
        way: await _parts(session, row, ticket_id, _policy(row, way, now), now) for way in Payback
    }
    sums = {way: _sum(parts, order.total.currency) for way, parts in ways.items()}
    return Offer(order, ways[Payback.TERMS], sums)


async def take_back(
    session: AsyncSession,
    *,
    order_id: UUID,
    by: UUID,
    ticket_id: UUID | None,
    way: Payback,
    why: Why,
    shown: int,
    now: datetime,
) -> None:
    """End one ticket of an order, or all that live, and owe back what was `shown` (minor units).

    Who bought and who holds them are told. Twice is once. Raises `NotAvailable`, `TicketUsed`,
    `AmountChanged`.
    """
    row = await orders.lock(session, order_id=order_id)
    await _order(session, row, by)
    parts = await _parts(session, row, ticket_id, _policy(row, way, now), now)
    if row is None or not parts:
        return
    back = _sum(parts, row.currency)
    if back.amount != shown:
        raise AmountChanged
    reason = f"house-{why.value}"
    await returning.end(session, row, parts, source=RefundSource.ADMIN, reason=reason, now=now)
    for to in {row.user_id, *(part.holder for part in parts)}:
        mine = [part for part in parts if to in (row.user_id, part.holder)]
        await notifications.add(
            session,
            to=to,
            template="tickets-taken-back",
            arguments={
                "order": str(order_id),
                "count": len(mine),
                "amount": back.amount if to == row.user_id else 0,
                "why": why.value,
            },
            key=f"tickets-taken-back {parts[0].ticket_id} {to}",
            caused_at=row.created_at,
            due_at=now,
        )


async def call_off(
    session: AsyncSession, *, order_id: UUID, by: UUID, why: Why, now: datetime
) -> None:
    """Let an order go that is not paid yet: its places are free, and its buyer reads why.

    Twice is once. Raises `NotAvailable`, `AlreadyPaid`, `PaymentUnderWay`.
    """
    row = await orders.lock(session, order_id=order_id)
    await _order(session, row, by)
    match await queries.call_off(session, order_id=order_id, now=now):
        case "in_payment":
            raise PaymentUnderWay
        case "completed" | "refunded":
            raise AlreadyPaid
        case "called_off" if row is not None:
            await notifications.add(
                session,
                to=row.user_id,
                template="order-called-off",
                arguments={"order": str(order_id), "why": why.value},
                key=f"order-called-off {order_id}",
                caused_at=row.created_at,
                due_at=now,
            )


def _policy(row: Row[Any] | None, way: Payback, now: datetime) -> Policy:
    if row is None:
        raise NotAvailable
    match way:
        case Payback.ALL:
            return WHOLE
        case Payback.NOTHING:
            return Policy()
        case Payback.TERMS:
            return returning.policy_of(row, now)


async def _parts(
    session: AsyncSession,
    row: Row[Any] | None,
    ticket_id: UUID | None,
    policy: Policy,
    now: datetime,
) -> Sequence[Part]:
    if row is None:
        raise NotAvailable
    if ticket_id is not None:
        for each in await queries.tickets(session, order_id=row.id):
            if each.id == ticket_id and each.status == TicketStatus.USED:
                raise TicketUsed
    return await returning.living(session, row, policy, now=now, ticket_id=ticket_id)


def _sum(parts: Sequence[Part], currency: str) -> Money:
    return Money(sum(part.back.amount for part in parts), currency)


async def _order(session: AsyncSession, row: Row[Any] | None, by: UUID) -> SoldOrder:
    if row is None:
        raise NotAvailable
    await productions.get(session, event_id=row.event_id, by=by)
    return SoldOrder(
        id=row.id,
        number=row.number,
        event_id=row.event_id,
        title=row.title,
        time_zone=row.time_zone,
        status=OrderStatus(row.status),
        payment_status=PaymentStatus(row.payment_status),
        total=Money.of(row.total_amount, row.currency),
        attempt=row.attempt,
        created_at=row.created_at,
        tickets=[
            SoldTicket(
                id=each.id,
                type_name=each.type_name,
                code=each.short_code,
                status=TicketStatus(each.status),
                price=Money.of(each.unit_price, row.currency),
                returned=None if each.returned is None else Money.of(each.returned, row.currency),
            )
            for each in await queries.tickets(session, order_id=row.id)
        ],
        answers=await questions.answers(session, order_id=row.id),
        word=await order_approvals.word(session, order_id=row.id),
        wanted=[
            (line.name, line.quantity) for line in await orders.lines(session, order_id=row.id)
        ],
        expires_at=row.expires_at,
    )
