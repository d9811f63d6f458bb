"""Orders that a house looks at before they are paid (rules.md ORD1, ORD2; docs/decisions/0026).

Who makes an event says so for a ticket type. A buyer's held order then waits for a word, its
places kept, until it is given, taken back, or the house has not answered in time. A yes holds for
that very choice; what costs nothing is the buyer's with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, notifications, payments, productions, questions
from domain.baskets import Basket
from domain.errors import (
    DecidedBefore,
    HoldExpired,
    NotAvailable,
    PaymentUnderWay,
    QuestionsOpen,
    RequestChanged,
    TooLateToAsk,
)
from domain.money import Money
from domain.questions import Answer
from storage.enums import EventStatus, OrderStatus
from storage.ids import new_id
from storage.queries import order_approvals as queries
from storage.queries import orders
from storage.security.codes import TicketCodes
from storage.security.unreadable import Unreadable

LONGEST_WORDS: Final = 300
"""Characters of what a house says with its answer."""

PAGE: Final = 8
"""Orders on one screen."""

QUIET: Final = timedelta(minutes=10)
"""Who decides is told of new requests once in this time at most."""

_EVENTS = 100


@dataclass(frozen=True, slots=True)
class Word:
    """What a house was asked about an order, and said: `approved` None while it is awaited.

    Names are "" where they may not be seen, `said` where there is no sentence.
    """

    asked_at: datetime
    buyer: str
    approved: bool | None
    decided_at: datetime | None
    decider: str
    said: str


@dataclass(frozen=True, slots=True)
class Request:
    """An order that waits for a word until `until`: so many `tickets` of each type, by name."""

    order_id: UUID
    number: str
    buyer: str
    tickets: Sequence[tuple[str, int]]
    total: Money
    asked_at: datetime
    until: datetime
    answers: Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Requests:
    """The longest waiting of an event's requests, and how many there are in all."""

    event_id: UUID
    title: str
    time_zone: str
    shown: Sequence[Request]
    total: int


@dataclass(frozen=True, slots=True)
class Told:
    """That `count` orders of an event wait."""

    title: str
    count: int


async def ask(session: AsyncSession, *, order_id: UUID, buyer: UUID, now: datetime) -> None:
    """Put a held order before its house; twice is once.

    Its places stay held for as long as the house may take, and until the event begins. Raises
    `NotAvailable`, `HoldExpired`, `PaymentUnderWay`, `QuestionsOpen`, `TooLateToAsk`.
    """
    row = await orders.lock(session, order_id=order_id)
    if row is None or row.user_id != buyer:
        raise NotAvailable
    if row.status == OrderStatus.AWAITING_APPROVAL or not row.unapproved:
        return
    if row.unanswered:
        raise QuestionsOpen
    if row.event_status != EventStatus.PUBLISHED or row.start_date <= now:
        raise TooLateToAsk
    if row.precheckout_until is not None and now < row.precheckout_until:
        raise PaymentUnderWay
    until = min(now + house_rules.APPROVAL.lasts(session), row.start_date)
    if not await queries.ask(
        session, id=new_id(), order_id=order_id, buyer=buyer, until=until, now=now
    ):
        raise HoldExpired


async def of_buyer(
    session: AsyncSession, *, event_id: UUID, buyer: UUID
) -> tuple[UUID, Basket] | None:
    """The order of an event with which a buyer waits for a word, and for what, if there is one."""
    lines = await queries.of_buyer(session, event_id=event_id, buyer=buyer)
    if not lines:
        return None
    return lines[0].id, Basket.of({line.position: line.quantity for line in lines})


async def tell_houses(session: AsyncSession, *, now: datetime) -> int:
    """Tell those who decide of what is new, one message an event; how many events there were."""
    rows = await queries.untold(session, quiet_since=now - QUIET, now=now, limit=_EVENTS)
    for row in rows:
        for to in await queries.deciders(session, event_id=row.event_id):
            await notifications.add(
                session,
                to=to,
                template="orders-wait",
                arguments={"event": str(row.event_id)},
                key=f"orders-wait {row.event_id} {to}",
                caused_at=now,
            )
    return len(rows)


async def waiting(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> Requests:
    """What waits for a word, for who makes the event. Raises `NotAvailable`."""
    event = await productions.get(session, event_id=event_id, by=by)
    rows = await queries.waiting(session, event_id=event_id, now=now, limit=PAGE)
    total = await queries.count(session, event_id=event_id, now=now)
    shown = [await _request(session, row) for row in rows]
    return Requests(event_id, event.title, event.time_zone, shown, total)


async def told(session: AsyncSession, *, event_id: UUID, now: datetime) -> Told:
    """How many wait, for the notice of it. Raises `NotAvailable` where none does any more."""
    row = await queries.told(session, event_id=event_id, now=now)
    if row is None or not row.waiting:
        raise NotAvailable
    return Told(row.title, row.waiting)


async def word(session: AsyncSession, *, order_id: UUID) -> Word | None:
    """What was asked and said about an order, as far as who acts may see it; None for nothing."""
    row = await queries.of_order(session, order_id=order_id)
    return None if row is None else _word(row)


async def approve(
    session: AsyncSession,
    *,
    order_id: UUID,
    attempt: int,
    by: UUID,
    words: str | None,
    now: datetime,
) -> None:
    """Say yes, with or without `words`: it is to be paid; what costs nothing is taken next.

    `attempt` is the choice that was looked at. Its buyer learns of it by a message, as who waited
    for seats does, and has as long to pay. Raises `NotAvailable`, `DecidedBefore`,
    `RequestChanged`.
    """
    row = await _decide(session, order_id, attempt, by, approved=True, words=words, now=now)
    await _tell(session, row, "order-approved", now)


async def decline(
    session: AsyncSession,
    *,
    order_id: UUID,
    attempt: int,
    by: UUID,
    words: str | None,
    now: datetime,
) -> None:
    """Say no: its places are free. Raises `NotAvailable`, `DecidedBefore`, `RequestChanged`."""
    row = await _decide(session, order_id, attempt, by, approved=False, words=words, now=now)
    await _tell(session, row, "order-declined", now)


async def free(session: AsyncSession, *, now: datetime) -> Sequence[UUID]:
    """Approved orders that cost nothing, and can be taken now."""
    return await queries.free(session, now=now)


async def fulfil(
    session: AsyncSession, *, order_id: UUID, codes: TicketCodes, now: datetime
) -> None:
    """Make the tickets of one of them; twice is once. Raises what `payments.confirm_free` does."""
    row = await orders.find(session, order_id=order_id)
    if row is None:
        raise NotAvailable
    await payments.confirm_free(
        session,
        order_id=order_id,
        buyer=row.user_id,
        codes=codes,
        now=now,
        reply_in=timedelta(),
    )


async def _decide(
    session: AsyncSession,
    order_id: UUID,
    attempt: int,
    by: UUID,
    *,
    approved: bool,
    words: str | None,
    now: datetime,
) -> Row[Any]:
    row = await orders.lock(session, order_id=order_id)
    if row is None:
        raise NotAvailable
    await productions.get(session, event_id=row.event_id, by=by)
    if row.attempt != attempt:
        raise RequestChanged
    asked = await queries.of_order(session, order_id=order_id)
    if asked is None:
        raise NotAvailable
    outcome = await queries.decide(
        session,
        id=asked.id,
        order_id=order_id,
        buyer=row.user_id,
        approved=approved,
        words=words,
        until=now + house_rules.OFFER.lasts(session),
        now=now,
    )
    if outcome != "decided":
        raise DecidedBefore(_word(asked).decider or None)
    return row


async def _tell(session: AsyncSession, row: Row[Any], template: str, now: datetime) -> None:
    await notifications.add(
        session,
        to=row.user_id,
        template=template,
        arguments={"order": str(row.id)},
        key=f"{template} {row.id} {row.attempt}",
        caused_at=row.created_at,
        due_at=now,
    )


async def _request(session: AsyncSession, row: SimpleNamespace) -> Request:
    return Request(
        order_id=row.id,
        number=row.number,
        buyer=_seen(row.buyer),
        tickets=[(line["name"], line["quantity"]) for line in row.lines],
        total=Money.of(row.total_amount, row.currency),
        asked_at=row.asked_at,
        until=row.expires_at,
        answers=await questions.answers(session, order_id=row.id),
    )


def _word(row: SimpleNamespace) -> Word:
    return Word(
        asked_at=row.asked_at,
        buyer=_seen(row.buyer),
        approved=row.approved,
        decided_at=row.decided_at,
        decider=_seen(row.decider),
        said=_seen(row.words),
    )


def _seen(value: Any) -> str:
    return "" if value is None or isinstance(value, Unreadable) else str(value)
