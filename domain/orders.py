"""Orders: hold, pay in time, let go. Rules ORD1 to ORD8, locks in docs/money-and-capacity.md.

A person has at most one open order for an event: pending, whose lines a new choice replaces, or
awaiting the word of its house (`domain.order_approvals`), beside which nothing is chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

import asyncpg
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, notifications
from domain.baskets import Basket
from domain.errors import (
    AwaitsWord,
    CodeRefused,
    CodeTrouble,
    EmptyBasket,
    LimitReached,
    NotAvailable,
    PaymentUnderWay,
    PriceChanged,
    SalesClosed,
    SoldOut,
    Unavailability,
)
from domain.money import Money
from domain.refund_policies import Policy
from domain.wording import BASE, Words
from storage.context import Claim
from storage.database import Database
from storage.enums import EventStatus, OrderStatus, PaymentStatus
from storage.ids import new_id
from storage.queries import order_approvals
from storage.queries import orders as queries
from storage.queries.reserving import Wish
from storage.till import till_of

OPEN: Final = frozenset({OrderStatus.PENDING, OrderStatus.AWAITING_APPROVAL})
"""States in which an order holds its places without being paid."""

_ONE_OPEN = "uq_orders_open"


@dataclass(frozen=True, slots=True)
class Held:
    """What `reserve` came to: the pending order; when the same tap came twice, the order as it
    stands since."""

    order_id: UUID
    status: OrderStatus
    total: Money
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OrderLine:
    """So many tickets of one type, at the price of the moment they were held.

    A code took `discount` off each before.
    """

    ticket_type_id: UUID
    name: str
    quantity: int
    price: Money
    discount: Money


class Late(StrEnum):
    """What is left for who paid for places that had gone: to wait ahead of the line for them, or
    to choose again, as they can be had."""

    AHEAD = "ahead"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order as its buyer sees it. `bill` is the message that last asked to pay it.

    `refunds` is what was promised when its places were chosen; `ended` of its tickets were given
    up, and `returned` went back for them; `given` are held by others. Its event was moved: all
    comes back until `whole_until`, its start at the latest.
    `at_door`: it is to be paid there. `door_until`: until when it would be held for that.
    `account`: its house takes the money through its own provider.
    `code`: the promo code that it was chosen with, "" for none.
    `agreed`: we agreed to a payment of it, whose money may still come.
    Its house asks `asked` questions, `unanswered` of which wait for the buyer. `unapproved`: the
    house looks at it before it is paid, and has not said yes. It was `requested` to; `approved` is
    what it said, None for nothing. `late`: its money came too late and goes back.
    """

    id: UUID
    number: str
    event_id: UUID
    status: OrderStatus
    payment_status: PaymentStatus
    total: Money
    attempt: int
    expires_at: datetime | None
    created_at: datetime
    title: str
    starts_at: datetime
    time_zone: str
    event_status: EventStatus
    house: str
    lines: Sequence[OrderLine]
    bill: int | None
    refunds: Policy
    ended: int
    given: int
    returned: Money
    whole_until: datetime | None
    buyer: UUID
    at_door: bool
    door_until: datetime | None
    agreed: bool
    account: UUID | None
    code: str
    asked: int
    unanswered: int
    unapproved: bool
    requested: bool
    approved: bool | None
    late: Late | None

    @property
    def saved(self) -> Money:
        """What its code took off in all."""
        amount = sum(line.discount.amount * line.quantity for line in self.lines)
        return Money(amount, self.total.currency)

    @property
    def living(self) -> int:
        """How many of its tickets still open the door, once it was paid."""
        return sum(line.quantity for line in self.lines) - self.ended

    @property
    def kept(self) -> int:
        """How many of those are still its buyer's own."""
        return self.living - self.given

    def may_pay_at_door(self, now: datetime) -> bool:
        """Whether its buyer may choose at `now` to pay at the door."""
        return self.is_held(now) and not self.at_door and (self.door_until or now) > now

    def may_answer(self, now: datetime) -> bool:
        """Whether its buyer can still answer what the house asks, or correct that."""
        return self.asked > 0 and self.is_held(now)

    def is_held(self, now: datetime) -> bool:
        """Whether its places are kept at `now` and wait for a payment."""
        return (
            self.status is OrderStatus.PENDING
            and self.expires_at is not None
            and now < self.expires_at
        )


async def reserve(
    db: Database,
    *,
    claim: Claim,
    buyer: UUID,
    event_id: UUID,
    basket: Basket,
    shown_total: int,
    code: str | None = None,
) -> Held:
    """Hold a basket until a deadline, at `shown_total` minor units, the sum the buyer saw.

    `code` is the handle of a promo code. One statement of its own commit, the only act that takes
    no session. Raises `EmptyBasket`, `SoldOut`, `SalesClosed`, `LimitReached`, `CodeRefused`,
    `PriceChanged`, `AwaitsWord`, `NotAvailable`.
    """
    chosen = dict(basket.chosen())
    if not chosen:
        raise EmptyBasket
    wish = Wish(
        claim=claim,
        order_id=new_id(),
        buyer=buyer,
        event_id=event_id,
        positions=tuple(chosen),
        quantities=tuple(chosen.values()),
        shown_total=Money(shown_total, "").major,
        hold=house_rules.HOLD.lasts(db),
        code=code,
    )
    try:
        answer = await till_of(db).reserve(db, wish)
    except asyncpg.UniqueViolationError as error:
        if error.constraint_name != _ONE_OPEN:
            raise
        raise AwaitsWord from error
    return _held(answer)


def _held(answer: asyncpg.Record) -> Held:
    match answer["outcome"]:
        case "ok" | "already_done" | "in_payment" if answer["order_id"] is not None:
            total = Money.of(answer["total"], answer["currency"])
            status = OrderStatus(answer["status"])
            return Held(answer["order_id"], status, total, answer["expires_at"])
        case "sold_out":
            reason = Unavailability(answer["reason"])
            raise SoldOut(reason, answer["left"] or 0)
        case "sales_closed":
            raise SalesClosed(answer["opens_at"])
        case "limit_reached":
            raise LimitReached(answer["limit"])
        case "code_refused":
            raise CodeRefused(CodeTrouble(answer["reason"]), answer["left"])
        case "price_changed":
            raise PriceChanged
        case _:
            raise NotAvailable


async def get(
    session: AsyncSession, *, order_id: UUID, buyer: UUID, locale: str = BASE
) -> OrderView:
    """One of a person's own orders. Raises `NotAvailable`, also for somebody else's."""
    row = await queries.find(session, order_id=order_id)
    if row is None or row.user_id != buyer:
        raise NotAvailable
    return await view(session, row, locale)


async def get_sold(session: AsyncSession, *, order_id: UUID, organizer: UUID) -> OrderView:
    """An order of one of a house's own events. Raises `NotAvailable`."""
    row = await queries.find(session, order_id=order_id)
    if row is None or row.organizer_id != organizer:
        raise NotAvailable
    return await view(session, row)


async def told(session: AsyncSession, *, order_id: UUID) -> OrderView:
    """An order that somebody is told about, who may only hold a ticket of it.

    Raises `NotAvailable`.
    """
    row = await queries.find(session, order_id=order_id)
    if row is None:
        raise NotAvailable
    return await view(session, row)


async def mine(session: AsyncSession, *, buyer: UUID, locale: str = BASE) -> Sequence[OrderView]:
    """A person's newest orders."""
    rows = await queries.of_buyer(session, buyer=buyer)
    return [await view(session, row, locale) for row in rows]


async def keep_bill(session: AsyncSession, *, order_id: UUID, bill: int) -> None:
    """Remember the message that asks to pay an order, so that the next one can replace it."""
    await queries.keep_bill(session, order_id=order_id, bill=bill)


async def release(session: AsyncSession, *, order_id: UUID, buyer: UUID, now: datetime) -> None:
    """Give held places back, or take back what was asked. Of any other order nothing changes.

    Raises `NotAvailable`; `PaymentUnderWay` while an agreed payment may still come (TG7).
    """
    row = await queries.lock(session, order_id=order_id)
    if row is None or row.user_id != buyer:
        raise NotAvailable
    if row.status in OPEN:
        promised = row.precheckout_until is not None and now < row.precheckout_until
        if promised and not row.at_door:
            raise PaymentUnderWay
        await queries.return_held(session, [order_id])
        await queries.set_status(session, orders=[order_id], status=OrderStatus.CANCELLED)


async def expire_due(session: AsyncSession, *, now: datetime, limit: int) -> int:
    """Let go of at most `limit` orders past their deadline and tell whom it concerns (ORD8).

    An order whose payment is under way is left alone until `precheckout_until` (TG7).
    """
    due = await queries.lock_due(session, now=now, limit=limit)
    if not due:
        return 0
    ids = [row.id for row in due]
    await queries.return_held(session, ids)
    await queries.set_status(session, orders=ids, status=OrderStatus.EXPIRED)
    for row in due:
        if row.status == OrderStatus.AWAITING_APPROVAL:
            deciders = await order_approvals.deciders(session, event_id=row.event_id)
            for to in (row.user_id, *deciders):
                await _tell_of_end(session, row, to, "order-unanswered", now)
        else:
            await _tell_of_end(session, row, row.user_id, "order-expired", now)
    return len(due)


async def _tell_of_end(
    session: AsyncSession, row: Row[Any], to: UUID, template: str, now: datetime
) -> None:
    await notifications.add(
        session,
        to=to,
        template=template,
        arguments={"order": str(row.id)},
        key=f"{template} {row.id}" if to == row.user_id else f"{template} {row.id} {to}",
        caused_at=row.created_at,
        due_at=now,
    )


async def view(session: AsyncSession, row: Row[Any], locale: str = BASE) -> OrderView:
    """An order with its lines, from a row of `storage.queries.orders`."""
    words = Words.of(row.meta_data, locale)
    return OrderView(
        id=row.id,
        number=row.number,
        event_id=row.event_id,
        status=OrderStatus(row.status),
        payment_status=PaymentStatus(row.payment_status),
        total=Money.of(row.total_amount, row.currency),
        attempt=row.attempt,
        expires_at=row.expires_at,
        created_at=row.created_at,
        title=row.title,
        starts_at=row.start_date,
        time_zone=row.time_zone,
        event_status=EventStatus(row.event_status),
        house=row.house or "",
        lines=[
            OrderLine(
                each.ticket_type_id,
                words.part("types", each.ticket_type_id).text("name", each.name),
                each.quantity,
                Money.of(each.unit_price, row.currency),
                Money.of(each.discount, row.currency),
            )
            for each in await queries.lines(session, order_id=row.id)
        ],
        bill=row.bill,
        refunds=Policy.read(row.refund_policy),
        ended=row.ended,
        given=row.given,
        returned=Money.of(row.returned, row.currency),
        whole_until=row.whole_until,
        buyer=row.user_id,
        at_door=row.at_door,
        door_until=row.door_until,
        agreed=row.precheckout_until is not None,
        account=row.account_id,
        code=row.code or "",
        asked=row.asked,
        unanswered=row.unanswered,
        unapproved=row.unapproved,
        requested=row.requested,
        approved=row.approved,
        late=Late(row.late) if row.late else None,
    )
