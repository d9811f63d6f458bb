"""Money for orders: what may be paid, and what becomes of money that came.

Rules ORD4 to ORD7, TG3 to TG8. Money that reached us is never lost: it fulfils its order, or a
refund is due and the buyer is told.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, ledger, notifications, orders, refunds, tickets
from domain.errors import (
    AlreadyPaid,
    ApprovalOpen,
    EventCancelled,
    HoldExpired,
    NotAvailable,
    NotYours,
    OrderChanged,
    PriceChanged,
    QuestionsOpen,
)
from domain.money import Money
from domain.orders import OrderView
from storage.enums import (
    EventStatus,
    OrderStatus,
    PaymentState,
    PaymentStatus,
    RefundSource,
)
from storage.ids import derived_id, new_id
from storage.queries import orders as queries
from storage.security.codes import TicketCodes

DIRECT_REPLY = timedelta(seconds=30)
"""The bot's own reply comes first; the safety net waits this long."""


@dataclass(frozen=True, slots=True)
class Invoice:
    """What an invoice says of itself: which order, which of its choices, and the account of its
    house's own through which it is paid."""

    order_id: UUID
    attempt: int
    account: UUID | None = None

    def wire(self) -> str:
        """The payload, at most 128 bytes."""
        own = "" if self.account is None else f".{self.account.hex}"
        return f"{self.order_id.hex}.{self.attempt}{own}"

    @classmethod
    def parse(cls, payload: str) -> "Invoice":
        """From a payload. Raises `NotAvailable` for one that we never made."""
        order, _, rest = payload.partition(".")
        attempt, _, own = rest.partition(".")
        try:
            return cls(UUID(hex=order), int(attempt), UUID(hex=own) if own else None)
        except ValueError:
            raise NotAvailable from None


@dataclass(frozen=True, slots=True)
class Charge:
    """Money that a provider took: `id` is Telegram's, `provider_id` the provider's own. `account`:
    it came through this account of the house's."""

    id: str
    provider_id: str | None
    method: str
    paid: Money
    account: UUID | None = None


class Outcome(StrEnum):
    """What became of a payment."""

    FULFILLED = "fulfilled"
    REPEATED = "repeated"
    REFUND_DUE = "refund_due"


async def check_payable(
    session: AsyncSession, *, invoice: Invoice, payer: UUID, asked: Money, now: datetime
) -> None:
    """Agree to a payment and keep the order for it; what had expired is held again if it can be.

    Raises `NotAvailable`, `NotYours`, `AlreadyPaid`, `OrderChanged`, `PriceChanged`,
    `EventCancelled`, `QuestionsOpen`, `ApprovalOpen`, `HoldExpired`.
    """
    row = await queries.lock(session, order_id=invoice.order_id)
    if row is None:
        raise NotAvailable
    if row.user_id != payer:
        raise NotYours
    _check_state(row, invoice, asked, now)
    if row.status == OrderStatus.EXPIRED:
        await _hold_again(session, row)
    until = now + house_rules.GRACE.lasts(session)
    deadline = max(row.expires_at or until, until)
    promised = deadline if row.at_door else until
    await queries.set_deadline(
        session, order_id=row.id, expires_at=deadline, precheckout_until=promised
    )


def _check_state(row: Row[Any], invoice: Invoice, asked: Money, now: datetime) -> None:
    match OrderStatus(row.status):
        case OrderStatus.COMPLETED | OrderStatus.REFUNDED:
            raise AlreadyPaid
        case OrderStatus.CANCELLED:
            raise HoldExpired
        case OrderStatus.EXPIRED if row.at_door:
            raise HoldExpired  # its tickets were cancelled with it
        case OrderStatus.AWAITING_APPROVAL:
            raise ApprovalOpen
        case OrderStatus.PENDING | OrderStatus.EXPIRED:
            pass
    if row.attempt != invoice.attempt:
        raise OrderChanged
    if asked != Money.of(row.total_amount, row.currency):
        raise PriceChanged
    if row.event_status != EventStatus.PUBLISHED:
        raise EventCancelled
    if row.unanswered:
        raise QuestionsOpen
    if row.unapproved:
        raise ApprovalOpen


async def _hold_again(session: AsyncSession, row: Row[Any]) -> None:
    if await queries.chose_anew(session, buyer=row.user_id, event_id=row.event_id):
        raise OrderChanged
    if not await queries.take_again(session, row.id, sold=False):
        raise HoldExpired


async def confirm(
    session: AsyncSession,
    *,
    order_id: UUID,
    charge: Charge,
    codes: TicketCodes,
    now: datetime,
) -> Outcome:
    """Take note of money that came, and fulfil the order or owe the money back. Twice is once.

    Raises `NotAvailable` for an order that never was.
    """
    row = await queries.lock(session, order_id=order_id)
    if row is None:
        raise NotAvailable
    payment_id = new_id()
    is_new = await queries.add_payment(
        session,
        id=payment_id,
        order_id=row.id,
        event_id=row.event_id,
        amount=charge.paid.major,
        currency=charge.paid.currency,
        payment_method=charge.method,
        status=PaymentState.SUCCESSFUL,
        transaction_id=charge.id,
        provider_charge_id=charge.provider_id,
        account_id=charge.account,
        created_at=now,
        meta_data={},
    )
    if not is_new:
        return Outcome.REPEATED
    reason = await _why_not(session, row, charge.paid)
    if reason is None:
        await _fulfil(session, row, codes=codes, now=now)
        return Outcome.FULFILLED
    await _owe(session, row, charge, payment_id=payment_id, reason=reason, now=now)
    return Outcome.REFUND_DUE


async def confirm_free(
    session: AsyncSession,
    *,
    order_id: UUID,
    buyer: UUID,
    codes: TicketCodes,
    now: datetime,
    reply_in: timedelta = DIRECT_REPLY,
) -> None:
    """Fulfil a pending order that costs nothing; once fulfilled, nothing changes.

    Its tickets are sent after `reply_in`, unless the bot's own reply brings them. Raises
    `NotAvailable`, `HoldExpired`, `QuestionsOpen`, `ApprovalOpen`.
    """
    row = await queries.lock(session, order_id=order_id)
    if row is None or row.user_id != buyer or row.total_amount:
        raise NotAvailable
    if row.status == OrderStatus.COMPLETED:
        return
    if row.status != OrderStatus.PENDING:
        raise HoldExpired
    if row.unanswered:
        raise QuestionsOpen
    if row.unapproved:
        raise ApprovalOpen
    await queries.sell_held(session, row.id)
    await _fulfil(session, row, codes=codes, now=now, reply_in=reply_in)


async def _why_not(session: AsyncSession, row: Row[Any], paid: Money) -> str | None:
    """Why money cannot fulfil its order; None after its places were sold."""
    if row.status == OrderStatus.COMPLETED:
        return "double"
    if paid != Money.of(row.total_amount, row.currency):
        return "wrong-amount"
    if row.event_status != EventStatus.PUBLISHED:
        return "event-cancelled"
    agreed = row.precheckout_until is not None
    match OrderStatus(row.status):
        case OrderStatus.AWAITING_APPROVAL:
            return "unapproved"
        case OrderStatus.PENDING | OrderStatus.EXPIRED if row.unapproved and not agreed:
            return "unapproved"
        case OrderStatus.PENDING:
            await queries.sell_held(session, row.id)
            return None
        case OrderStatus.EXPIRED:
            fits = not row.at_door and await queries.take_again(session, row.id, sold=True)
            return None if fits else "late"
    return "order-closed"


async def _fulfil(
    session: AsyncSession,
    row: Row[Any],
    *,
    codes: TicketCodes,
    now: datetime,
    reply_in: timedelta = DIRECT_REPLY,
) -> None:
    order: OrderView = await orders.view(session, row)
    await queries.set_status(
        session,
        orders=[order.id],
        status=OrderStatus.COMPLETED,
        payment_status=PaymentStatus.PAID,
    )
    made = await tickets.redeem_reserved(session, order_id=order.id) if row.at_door else []
    made = made or await tickets.issue(
        session,
        order_id=order.id,
        event_id=order.event_id,
        holder=row.user_id,
        lines=[(line.ticket_type_id, line.quantity) for line in order.lines],
        codes=codes,
        now=now,
    )
    await ledger.sold(
        session,
        order_id=order.id,
        event_id=order.event_id,
        lines=[(line.ticket_type_id, line.quantity, line.price) for line in order.lines],
        now=now,
    )
    for ticket_id in made:
        await notifications.add(
            session,
            to=row.user_id,
            template="ticket",
            arguments={"ticket": str(ticket_id)},
            key=safety_net_key(ticket_id),
            caused_at=order.created_at,
            due_at=now + reply_in,
        )
    await notifications.add(
        session,
        to=row.organizer_id,
        template="order-paid",
        arguments={"order": str(order.id)},
        key=f"order-paid {order.id}",
        caused_at=order.created_at,
        due_at=now,
    )


def safety_net_key(ticket_id: UUID) -> str:
    """The dedupe key of the delivery that the bot's own reply with a ticket closes."""
    return f"ticket {ticket_id}"


def returned_key(charge_id: str) -> str:
    """The same for the reply that says that money goes back."""
    return f"refund-due {charge_id}"


async def close_safety_net(
    session: AsyncSession,
    *,
    key: str,
    ordered_at: datetime,
    message_id: int | None = None,
    now: datetime,
) -> None:
    """The bot's own reply, in place of the delivery with this `key`, has arrived."""
    await notifications.close(
        session, id=derived_id(ordered_at, key), message_id=message_id, now=now
    )


async def _owe(
    session: AsyncSession,
    row: Row[Any],
    charge: Charge,
    *,
    payment_id: UUID,
    reason: str,
    now: datetime,
) -> None:
    """Money came that cannot be kept: it is owed back, the buyer and the house are told."""
    await refunds.owe(
        session,
        order_id=row.id,
        amount=charge.paid,
        reason=reason,
        cause=payment_id,
        source=RefundSource.ADMIN,
        now=now,
    )
    told = {
        row.organizer_id: (f"refund-due {payment_id}", now),
        row.user_id: (returned_key(charge.id), now + DIRECT_REPLY),
    }
    for to, (key, due_at) in told.items():
        await notifications.add(
            session,
            to=to,
            template="refund-due",
            arguments={
                "order": str(row.id),
                "amount": charge.paid.amount,
                "currency": charge.paid.currency,
                "reason": reason,
            },
            key=key,
            caused_at=row.created_at,
            due_at=due_at,
        )
