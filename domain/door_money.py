"""Paying at the door (product.md A9, CHK12): hold places for it, and take the money.

The order stays pending until the house lets it go; its tickets have their codes and are reserved,
so the door sees what is to pay. A supervisor takes the money and lets the guest in, in one
transaction.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import checkin, doors, notifications, orders, payments, tickets
from domain.checkin import Act, Scan
from domain.errors import (
    ApprovalOpen,
    HoldExpired,
    MoneyTaken,
    NotAllowed,
    NotAvailable,
    PlacesLetGo,
    PriceChanged,
    QuestionsOpen,
)
from domain.money import Money
from domain.payments import Charge
from storage.enums import OrderStatus, TicketStatus
from storage.queries import door as queries
from storage.queries import orders as order_queries
from storage.security.codes import TicketCodes

METHOD: Final = "door"
"""How an order was paid whose money a supervisor took."""


async def keep(
    session: AsyncSession, *, order_id: UUID, buyer: UUID, codes: TicketCodes, now: datetime
) -> None:
    """Hold an order until the house lets unpaid places go, and make its reserved tickets.

    Twice is once. Raises `NotAvailable`, also where the house takes no money at the door, and
    `HoldExpired`, `QuestionsOpen`, `ApprovalOpen`.
    """
    row = await order_queries.lock(session, order_id=order_id)
    if row is None or row.user_id != buyer:
        raise NotAvailable
    view = await orders.view(session, row)
    if view.at_door and view.status is OrderStatus.PENDING:
        return
    if not view.is_held(now):
        raise HoldExpired
    if not view.may_pay_at_door(now) or view.door_until is None or not view.total.amount:
        raise NotAvailable
    if view.unanswered:
        raise QuestionsOpen
    if view.unapproved:
        raise ApprovalOpen
    await order_queries.keep_for_door(session, order_id=order_id, until=view.door_until)
    made = await tickets.issue(
        session,
        order_id=order_id,
        event_id=view.event_id,
        holder=buyer,
        lines=[(line.ticket_type_id, line.quantity) for line in view.lines],
        codes=codes,
        now=now,
        status=TicketStatus.RESERVED,
    )
    for ticket_id in made:
        await notifications.add(
            session,
            to=buyer,
            template="ticket",
            arguments={"ticket": str(ticket_id)},
            key=payments.safety_net_key(ticket_id),
            caused_at=view.created_at,
            due_at=now + payments.DIRECT_REPLY,
        )


async def take(
    session: AsyncSession,
    *,
    ticket_id: UUID,
    by: UUID,
    shown_total: int,
    nonce: str,
    codes: TicketCodes,
    now: datetime,
) -> Scan:
    """Take an order's money, `shown_total` minor units, and let the holder of one ticket in.

    Raises `NotAvailable`, `NotAllowed` for a steward, `MoneyTaken`, `PlacesLetGo` and
    `PriceChanged`. The lock of the order comes before the ticket's.
    """
    owner = await queries.event_of(session, ticket_id=ticket_id)
    rank = owner and await queries.rank(session, event_id=owner.event_id, user_id=by)
    if not owner or rank is None:
        raise NotAvailable
    if not doors.supervises(rank):
        raise NotAllowed
    row = await order_queries.lock(session, order_id=owner.order_id)
    if row is None or not row.at_door:
        raise NotAvailable
    total = Money.of(row.total_amount, row.currency)
    if row.status == OrderStatus.COMPLETED:
        raise MoneyTaken
    if row.status != OrderStatus.PENDING:
        raise PlacesLetGo
    if total.amount != shown_total:
        raise PriceChanged
    charge = Charge(f"door-{owner.order_id.hex}", None, METHOD, total)
    await payments.confirm(session, order_id=owner.order_id, charge=charge, codes=codes, now=now)
    ticket = await queries.lock_ticket(session, ticket_id=ticket_id)
    if ticket is None:
        raise NotAvailable
    return await checkin.settle(session, ticket, Act(by, nonce, now))
