"""The door: one scan, one answer (rules.md CHK1 to CHK5, CHK11, CHK15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules
from domain.errors import NotAvailable
from storage.enums import EventStatus, OrderStatus, ScanDirection, ScanResult, TicketStatus
from storage.ids import new_id
from storage.queries import door as queries
from storage.security.codes import Claimed, TicketCodes, digest, read_code


@dataclass(frozen=True, slots=True)
class Scan:
    """The door's answer. `holder` is a first name and an initial; times are aware UTC."""

    result: ScanResult
    event_id: UUID
    holder: str
    type_name: str
    benefits: Sequence[str]
    title: str
    starts_at: datetime
    time_zone: str
    first_at: datetime | None = None
    first_gate: str = ""
    first_staff: str = ""


@dataclass(frozen=True, slots=True)
class OwnTicket:
    """The code is the scanning person's own ticket."""

    ticket_id: UUID


@dataclass(frozen=True, slots=True)
class DoorView:
    """A door at a glance: tickets sold, and people who have come."""

    event_id: UUID
    title: str
    starts_at: datetime
    time_zone: str
    sold: int
    inside: int


async def scan(
    session: AsyncSession,
    *,
    code: str,
    by: UUID,
    nonce: str,
    codes: TicketCodes,
    now: datetime,
) -> Scan | OwnTicket:
    """Check in by the code of a QR link, for the staff of its event.

    The holder gets their own ticket. To everybody else the code says nothing: raises
    `NotAvailable`, the same as for a code that never was. The same `nonce` is one entry.
    """
    claimed = read_code(code)
    owner = claimed and await queries.event_of(session, ticket_id=claimed.ticket_id)
    if claimed is None or not owner:
        raise NotAvailable
    if not await queries.may_scan(session, event_id=owner.event_id, user_id=by):
        if owner.user_id == by and codes.proves(claimed, owner.event_id, owner.generation):
            return OwnTicket(claimed.ticket_id)
        raise NotAvailable
    return await _check_in(session, claimed, code=code, by=by, nonce=nonce, codes=codes, now=now)


async def _check_in(
    session: AsyncSession,
    claimed: Claimed,
    *,
    code: str,
    by: UUID,
    nonce: str,
    codes: TicketCodes,
    now: datetime,
) -> Scan:
    ticket = await queries.lock_ticket(session, ticket_id=claimed.ticket_id)
    entry = await queries.first_entry(session, ticket_id=ticket.id)
    if entry is not None and entry.nonce == nonce:
        return _answer(ticket, ScanResult.OK)
    result = _decide(session, ticket, claimed, codes, now)
    if result is ScanResult.OK:
        await queries.mark_used(session, ticket_id=ticket.id)
    await queries.add_scan(
        session,
        id=new_id(),
        event_id=ticket.event_id,
        ticket_id=ticket.id,
        gate_id=await queries.gate(session, event_id=ticket.event_id),
        staff_id=by,
        direction=ScanDirection.ENTRY,
        result=result,
        nonce=nonce,
        at=now,
        code_digest=digest(code),
    )
    return _answer(ticket, result, entry)


def _decide(
    session: AsyncSession,
    ticket: SimpleNamespace,
    claimed: Claimed,
    codes: TicketCodes,
    now: datetime,
) -> ScanResult:
    """The first reason that applies, in the order of CHK1."""
    if not codes.proves(claimed, ticket.event_id, claimed.generation):
        return ScanResult.INVALID
    if claimed.generation != ticket.generation:
        return ScanResult.REVOKED
    status = TicketStatus(ticket.status)
    if status in {TicketStatus.CANCELLED, TicketStatus.REFUNDED}:
        return ScanResult.CANCELED
    if ticket.event_status == EventStatus.CANCELLED:
        return ScanResult.CANCELED
    if status is TicketStatus.BLOCKED:
        return ScanResult.BLOCKED
    opens = ticket.start_date - house_rules.DOOR_OPENS.lasts(session)
    closes = ticket.end_date + house_rules.DOOR_CLOSES.lasts(session)
    if not opens <= now <= closes:
        return ScanResult.INVALID_TIME
    if status is TicketStatus.RESERVED or ticket.order_status != OrderStatus.COMPLETED:
        return ScanResult.UNPAID
    if status is TicketStatus.USED:
        return ScanResult.ALREADY_REDEEMED
    return ScanResult.OK


def _answer(
    ticket: SimpleNamespace, result: ScanResult, entry: SimpleNamespace | None = None
) -> Scan:
    return Scan(
        result=result,
        event_id=ticket.event_id,
        holder=_discreet(ticket.holder or ""),
        type_name=ticket.type_name,
        benefits=tuple(ticket.benefits),
        title=ticket.title,
        starts_at=ticket.start_date,
        time_zone=ticket.time_zone,
        first_at=entry.at if entry else None,
        first_gate=(entry.gate or "") if entry else "",
        first_staff=_discreet(entry.staff or "") if entry else "",
    )


def _discreet(name: str) -> str:
    """A first name and an initial: what a steward needs to know."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest.split()[-1][0]}." if rest.split() else first


async def look(session: AsyncSession, *, event_id: UUID, by: UUID) -> DoorView:
    """The door of an event, for who keeps it. Raises `NotAvailable`."""
    row = await queries.door(session, event_id=event_id)
    if row is None or not await queries.may_scan(session, event_id=event_id, user_id=by):
        raise NotAvailable
    return DoorView(row.id, row.title, row.start_date, row.time_zone, row.sold, row.inside)
