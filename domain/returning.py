"""Tickets that end before their evening: given back by who bought them (rules.md ORD10, ORD11).

What comes back is shown first, and a yes counts for what was shown. A ticket ends once, whoever
ends it: its place is free and its code is dead in the same commit in which the money is owed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import holder_changes, ledger, notifications, refunds
from domain.errors import AmountChanged, NotAvailable, TicketUsed
from domain.money import Money
from domain.refund_policies import WHOLE, Policy
from domain.wording import BASE, Words
from storage.enums import OrderStatus, PaymentStatus, RefundSource, TicketStatus
from storage.queries import orders
from storage.queries import refunds as refund_queries
from storage.queries import returns as queries

LIVING = (TicketStatus.VALID, TicketStatus.BLOCKED)
"""A ticket that can end. A used one cannot: somebody sat there. One that is to be paid at the door
ends with its order, which only holds its place."""


@dataclass(frozen=True, slots=True)
class Part:
    """One ticket that would end: its price, and what of it goes back."""

    ticket_id: UUID
    holder: UUID
    type_name: str
    code: str
    price: Money
    back: Money


@dataclass(frozen=True, slots=True)
class Quote:
    """What would end, and what would come back for it."""

    order_id: UUID
    number: str
    event_id: UUID
    title: str
    house: str
    policy: Policy
    currency: str
    parts: Sequence[Part]

    @property
    def price(self) -> Money:
        """What was paid for them."""
        return Money(sum(part.price.amount for part in self.parts), self.currency)

    @property
    def back(self) -> Money:
        """What comes back."""
        return Money(sum(part.back.amount for part in self.parts), self.currency)

    @property
    def kept(self) -> Money:
        """What the house keeps."""
        return Money(self.price.amount - self.back.amount, self.currency)


async def order_of(session: AsyncSession, *, ticket_id: UUID) -> UUID:
    """The order of a ticket. Raises `NotAvailable`."""
    found = await queries.order_of(session, ticket_id=ticket_id)
    if found is None:
        raise NotAvailable
    return found


async def quote(
    session: AsyncSession,
    *,
    order_id: UUID,
    buyer: UUID,
    ticket_id: UUID | None = None,
    now: datetime,
    locale: str = BASE,
) -> Quote:
    """What a buyer would get back for one ticket, or for all that they still hold.

    Of what ended before there is no part. Raises `NotAvailable`, also for a ticket that somebody
    else holds by now, `TicketUsed`, `EventHasBegun`, `HoldersFixed`.
    """
    row = await orders.find(session, order_id=order_id)
    return await _quote(session, row, buyer, ticket_id, now, locale)


async def give_back(
    session: AsyncSession,
    *,
    order_id: UUID,
    buyer: UUID,
    ticket_id: UUID | None = None,
    shown: int,
    now: datetime,
) -> Quote:
    """End one ticket, or all that a buyer still holds, for the `shown` minor units.

    Twice is once: the second quote has no part. Raises what `quote` raises, and `AmountChanged`
    where something else would come back by now.
    """
    row = await orders.lock(session, order_id=order_id)
    asked = await _quote(session, row, buyer, ticket_id, now, BASE)
    if row is None or not asked.parts:
        return asked
    if asked.back.amount != shown:
        raise AmountChanged
    await end(session, row, asked.parts, source=RefundSource.BUYER, reason="given-back", now=now)
    await notifications.add(
        session,
        to=row.organizer_id,
        template="tickets-returned",
        arguments={
            "order": str(order_id),
            "count": len(asked.parts),
            "amount": asked.back.amount,
        },
        key=f"tickets-returned {asked.parts[0].ticket_id}",
        caused_at=row.created_at,
        due_at=now,
    )
    return asked


async def end(
    session: AsyncSession,
    row: Row[Any],
    parts: Sequence[Part],
    *,
    source: RefundSource,
    reason: str,
    now: datetime,
) -> None:
    """End tickets of a locked order, `row`; what goes back for them is owed from here on.

    Without a ticket that lives, and with nothing kept, the order is cancelled; with something kept
    it stays paid (rules.md ORD1). Raises `TicketUsed` where one has passed the door meanwhile.
    """
    ended = await queries.end(
        session,
        order_id=row.id,
        tickets=[part.ticket_id for part in parts],
        returned=[part.back.major for part in parts],
    )
    if len(ended) != len(parts):
        raise TicketUsed
    for part in parts:
        kept = Money(part.price.amount - part.back.amount, part.price.currency)
        await ledger.taken_back(
            session, tickets=[part.ticket_id], cause=part.ticket_id, kept=kept, now=now
        )
    rest = await queries.left(session, order_id=row.id)
    if not rest.alive and rest.kept <= 0:
        await orders.set_status(
            session,
            orders=[row.id],
            status=OrderStatus.CANCELLED,
            payment_status=None if row.total_amount else PaymentStatus.REFUNDED,
        )
    back = sum(part.back.amount for part in parts)
    if back:
        await refunds.owe(
            session,
            order_id=row.id,
            amount=Money(back, row.currency),
            reason=reason,
            cause=min(ended),
            source=source,
            now=now,
        )


def policy_of(row: Row[Any], now: datetime) -> Policy:
    """What an order was promised; all of it while a move of its evening may be answered."""
    moved = row.whole_until is not None and now < row.whole_until
    return WHOLE if moved else Policy.read(row.refund_policy)


async def living(
    session: AsyncSession,
    row: Row[Any],
    policy: Policy,
    *,
    now: datetime,
    used: bool = False,
    ticket_id: UUID | None = None,
) -> Sequence[Part]:
    """Every ticket of an order that can end, or one of them, with what `policy` gives back for it.

    With `used` those of who is inside, too: nobody had an evening of it.
    """
    words = Words.of(row.meta_data, BASE)
    parts = [
        _part(each, row, policy, words, now)
        for each in await queries.tickets(session, order_id=row.id)
        if (each.status in LIVING or (used and each.status == TicketStatus.USED))
        and ticket_id in (None, each.id)
    ]
    return await _bounded(session, row, parts)


async def _bounded(session: AsyncSession, row: Row[Any], parts: Sequence[Part]) -> Sequence[Part]:
    """The same, with no more coming back than is left of what came: some may have been given back
    while the tickets stayed valid."""
    back = sum(part.back.amount for part in parts)
    if not back:
        return parts
    came = await refund_queries.left(session, order_id=row.id, currency=row.currency)
    left = sum(Money.of(each.left, row.currency).amount for each in came)
    bounded = []
    for part in parts:
        share = min(part.back.amount, left)
        left -= share
        bounded.append(replace(part, back=Money(share, row.currency)))
    return bounded


async def _quote(
    session: AsyncSession,
    row: Row[Any] | None,
    buyer: UUID,
    ticket_id: UUID | None,
    now: datetime,
    locale: str,
) -> Quote:
    if row is None or row.user_id != buyer:
        raise NotAvailable
    policy = policy_of(row, now)
    words = Words.of(row.meta_data, locale)
    parts: Sequence[Part] = [
        _part(each, row, policy, words, now)
        for each in await queries.tickets(session, order_id=row.id)
        if _is_asked_for(each, ticket_id, buyer)
    ]
    parts = await _bounded(session, row, parts)
    if parts and (policy is not WHOLE or now >= row.start_date):
        holder_changes.require_open(session, starts_at=row.start_date, now=now)
    return Quote(
        order_id=row.id,
        number=row.number,
        event_id=row.event_id,
        title=row.title,
        house=row.house or "",
        policy=policy,
        currency=row.currency,
        parts=parts,
    )


def _is_asked_for(ticket: Row[Any], ticket_id: UUID | None, buyer: UUID) -> bool:
    if ticket_id is None:
        return ticket.user_id == buyer and ticket.status in LIVING
    if ticket.id != ticket_id:
        return False
    if ticket.user_id != buyer:
        raise NotAvailable
    if ticket.status == TicketStatus.USED:
        raise TicketUsed
    return ticket.status in LIVING


def _part(ticket: Row[Any], order: Row[Any], policy: Policy, words: Words, now: datetime) -> Part:
    price = Money.of(ticket.unit_price, order.currency)
    split = policy.split(price, now=now, starts_at=order.start_date)
    return Part(
        ticket_id=ticket.id,
        holder=ticket.user_id,
        type_name=words.part("types", ticket.ticket_type_id).text("name", ticket.type_name),
        code=ticket.short_code,
        price=price,
        back=split.back,
    )
