"""Giving a ticket to a friend (product.md A12).

The holder sends a card with a link. The first who opens it claims; the ticket passes when its
holder says yes, with a new code: the old one opens no door from then on. The order stays the
buyer's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import doors, holder_changes, house_rules, notifications
from domain.errors import (
    DomainError,
    EventCancelled,
    GiftOver,
    GiftTaken,
    GiftUnclaimed,
    NotAvailable,
    RefundUnderWay,
    TicketBlocked,
    TicketEnded,
    TicketPassed,
    TicketUnpaid,
)
from domain.wording import BASE, Words
from storage.enums import EventStatus, TicketStatus
from storage.ids import new_id
from storage.queries import gifts as queries
from storage.security.codes import TicketCodes, digest, short_code

LASTS: Final = timedelta(days=3)
"""How long a card can be claimed, and the claim be answered."""

_LAST_GENERATION: Final = 255

_WHY_NOT: Final[Mapping[TicketStatus, type[DomainError]]] = {
    TicketStatus.USED: TicketPassed,
    TicketStatus.CANCELLED: TicketEnded,
    TicketStatus.REFUNDED: TicketEnded,
    TicketStatus.BLOCKED: TicketBlocked,
    TicketStatus.RESERVED: TicketUnpaid,
}


class Claim(StrEnum):
    """What opening a card's link came to, where it was not refused."""

    CLAIMED = "claimed"
    WAITING = "waiting"
    GIVEN = "given"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Gift:
    """A card that is out, as its giver sees it. `code` is what its link says."""

    id: UUID
    ticket_id: UUID
    code: str
    title: str
    type_name: str
    starts_at: datetime
    time_zone: str
    expires_at: datetime
    claimed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A card as both are told of it; names are first names with an initial."""

    id: UUID
    ticket_id: UUID
    giver_id: UUID
    giver: str
    friend: str
    title: str
    starts_at: datetime
    time_zone: str
    outcome: str | None


async def offer(
    session: AsyncSession,
    *,
    ticket_id: UUID,
    by: UUID,
    codes: TicketCodes,
    now: datetime,
    locale: str = BASE,
) -> Gift:
    """A card for a ticket of one's own; while one is out, it is the same.

    Raises `NotAvailable`, `TicketPassed`, `TicketEnded`, `TicketBlocked`, `TicketUnpaid`,
    `EventCancelled`, `RefundUnderWay`; `EventHasBegun`, `HoldersFixed` when it comes too late.
    """
    ticket = await queries.lock_ticket(session, ticket_id=ticket_id, holder=by)
    if ticket is None:
        raise NotAvailable
    _check(session, ticket, now)
    fixed_for = house_rules.HOLDERS_FIXED.lasts(session)
    gift = await queries.open_of(session, ticket_id=ticket_id)
    if gift is not None and (gift.expires_at <= now or gift.generation != ticket.generation):
        await queries.end(session, gift_id=gift.id, outcome="expired", now=now)
        gift = None
    if gift is None:
        gift_id = new_id()
        await queries.add(
            session,
            id=gift_id,
            ticket_id=ticket_id,
            event_id=ticket.event_id,
            giver_id=by,
            generation=ticket.generation,
            digest=digest(codes.gift(ticket.event_id, gift_id)),
            created_at=now,
            expires_at=min(now + LASTS, ticket.start_date - fixed_for),
        )
        gift = await queries.open_of(session, ticket_id=ticket_id)
    if gift is None:
        raise NotAvailable
    facts = {"id": gift.id, "expires_at": gift.expires_at, "claimed": gift.claimed_by is not None}
    return _gift(ticket, ticket_id, codes, locale, **facts)


def _check(session: AsyncSession, ticket: Row[Any], now: datetime) -> None:
    refused = _WHY_NOT.get(TicketStatus(ticket.status))
    if refused is not None:
        raise refused
    if ticket.event_status == EventStatus.CANCELLED:
        raise EventCancelled
    holder_changes.require_open(session, starts_at=ticket.start_date, now=now)
    if ticket.generation >= _LAST_GENERATION:
        raise GiftOver
    if ticket.refund:
        raise RefundUnderWay


def _gift(row: Row[Any], ticket_id: UUID, codes: TicketCodes, locale: str, **facts: Any) -> Gift:
    words = Words.of(row.meta_data, locale).part("types", row.ticket_type_id)
    return Gift(
        ticket_id=ticket_id,
        code=codes.gift(row.event_id, facts["id"]),
        title=row.title,
        type_name=words.text("name", row.type_name),
        starts_at=row.start_date,
        time_zone=row.time_zone,
        **facts,
    )


async def get(
    session: AsyncSession, *, gift_id: UUID, by: UUID, codes: TicketCodes, locale: str = BASE
) -> Gift:
    """A card of one's own that is out. Raises `NotAvailable`, `GiftOver`."""
    row = await queries.find(session, gift_id=gift_id)
    if row is None or row.giver_id != by:
        raise NotAvailable
    if row.outcome is not None:
        raise GiftOver
    facts = {"id": row.id, "expires_at": row.expires_at, "claimed": row.claimed_by is not None}
    return _gift(row, row.ticket_id, codes, locale, **facts)


async def claim(session: AsyncSession, *, code: str, now: datetime) -> tuple[Claim, UUID]:
    """Open the link of a card, as who acts; what came of it, and the ticket.

    The giver is asked. Raises `NotAvailable`, `GiftTaken` for whoever came second, `GiftOver`.
    """
    row = await queries.claim(session, digest=digest(code), now=now)
    match row.outcome:
        case "taken":
            raise GiftTaken
        case "over":
            raise GiftOver
        case "unknown":
            raise NotAvailable
    found = Claim(row.outcome)
    if found is Claim.CLAIMED:
        await _tell(session, row.giver_id, "gift-claimed", row.gift_id, row.created_at, now)
    return found, row.ticket_id


async def give(
    session: AsyncSession, *, gift_id: UUID, by: UUID, codes: TicketCodes, now: datetime
) -> None:
    """Say yes to who claimed: the ticket is theirs, and its old code opens no door any more.

    Twice is once. Raises `NotAvailable`, `GiftUnclaimed`, `GiftOver`, `RefundUnderWay`, what a
    ticket that cannot be given is, and `EventHasBegun`, `HoldersFixed` when it comes too late.
    """
    gift = await queries.find(session, gift_id=gift_id)
    if gift is None or gift.giver_id != by:
        raise NotAvailable
    holder_changes.require_open(session, starts_at=gift.start_date, now=now)
    generation = gift.generation + 1
    outcome = await queries.give(
        session,
        gift_id=gift_id,
        generation=generation,
        digest=digest(codes.code(gift.event_id, gift.ticket_id, generation)),
        short_code=short_code(),
        now=now,
    )
    match outcome:
        case "given" | "given-before":
            pass
        case "unclaimed":
            raise GiftUnclaimed
        case "over":
            raise GiftOver
        case "refund":
            raise RefundUnderWay
        case "unknown":
            raise NotAvailable
        case status:
            raise _WHY_NOT[TicketStatus(status)]
    if outcome == "given":
        await _tell(session, gift.claimed_by, "gift-given", gift_id, gift.created_at, now)
        await notifications.add(
            session,
            to=gift.claimed_by,
            template="ticket",
            arguments={"ticket": str(gift.ticket_id)},
            key=f"ticket {gift.ticket_id} {generation}",
            caused_at=gift.created_at,
            due_at=now,
        )


async def withdraw(session: AsyncSession, *, gift_id: UUID, by: UUID, now: datetime) -> None:
    """Take a card back, also after somebody has claimed: they are told. Twice is once.

    Raises `NotAvailable`, and `GiftOver` for one that has led to its end.
    """
    gift = await queries.find(session, gift_id=gift_id)
    if gift is None or gift.giver_id != by:
        raise NotAvailable
    if gift.outcome == "given":
        raise GiftOver
    ended = await queries.end(session, gift_id=gift_id, outcome="withdrawn", now=now)
    if ended is not None and ended.claimed_by is not None:
        await _tell(session, ended.claimed_by, "gift-over", gift_id, gift.created_at, now)


async def expire_due(session: AsyncSession, *, now: datetime, limit: int) -> int:
    """End at most `limit` cards whose time is over, and tell both; how many there were."""
    ended = await queries.expire(session, now=now, limit=limit)
    for gift in ended:
        for person in filter(None, (gift.giver_id, gift.claimed_by)):
            await _tell(session, person, "gift-over", gift.id, gift.created_at, now)
    return len(ended)


async def told(session: AsyncSession, *, gift_id: UUID) -> Told:
    """A card for the notice about it. Raises `NotAvailable`."""
    row = await queries.told(session, gift_id=gift_id)
    if row is None:
        raise NotAvailable
    return Told(
        id=row.id,
        ticket_id=row.ticket_id,
        giver_id=row.giver_id,
        giver=doors.discreet(row.giver or ""),
        friend=doors.discreet(row.friend or ""),
        title=row.title,
        starts_at=row.start_date,
        time_zone=row.time_zone,
        outcome=row.outcome,
    )


async def _tell(
    session: AsyncSession,
    to: UUID,
    template: str,
    gift_id: UUID,
    caused_at: datetime,
    now: datetime,
) -> None:
    await notifications.add(
        session,
        to=to,
        template=template,
        arguments={"gift": str(gift_id)},
        key=f"{template} {gift_id} {to}",
        caused_at=caused_at,
        due_at=now,
    )
