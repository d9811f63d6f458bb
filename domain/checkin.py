"""The door: one scan, one answer (rules.md CHK1 to CHK8, CHK10 to CHK16).

Everything that lets somebody in or out locks the ticket, looks at what happened to it last,
decides, and writes one row; refusals are rows, too. The database refuses a second entry by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import SimpleNamespace
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import doors, house_rules
from domain.doors import Post
from domain.errors import NotAllowed, NotAvailable, NothingToUndo
from domain.money import Money
from storage.enums import EventStatus, OrderStatus, ScanDirection, ScanResult, TicketStatus
from storage.ids import new_id
from storage.queries import door as queries
from storage.queries import gifts
from storage.security.codes import Claimed, TicketCodes, digest, read_code


class Why(StrEnum):
    """Why a supervisor lets somebody in by word, or takes back what was scanned."""

    PHONE = "phone"
    PICTURE = "picture"
    KNOWN = "known"
    MISTAKE = "mistake"
    WRONG_PERSON = "wrong-person"
    STAYED_OUTSIDE = "stayed-outside"


ADMITTING: Final = (Why.PHONE, Why.PICTURE, Why.KNOWN)
UNDOING: Final = (Why.MISTAKE, Why.WRONG_PERSON, Why.STAYED_OUTSIDE)

_BY_WORD: Final = frozenset(
    {ScanResult.INVALID_TIME, ScanResult.PRODUCT, ScanResult.ALREADY_REDEEMED}
)
"""Refusals that a supervisor may overrule; who is inside does not come in again all the same."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The door's answer. `holder` is a first name and an initial; times are aware UTC.

    `last_at`, `last_gate` and `last_staff` tell what last let the ticket in, or out where `left`.
    `by_word`: the person who asked may let them in all the same. `to_undo`: or take this back.
    `given_away`: the code is of who gave the ticket to a friend. `due`: what its order is to pay
    here, to who may take it.
    """

    result: ScanResult
    direction: ScanDirection
    event_id: UUID
    ticket_id: UUID
    holder: str
    type_name: str
    benefits: Sequence[str]
    title: str
    starts_at: datetime
    time_zone: str
    gate: str = ""
    last_at: datetime | None = None
    last_gate: str = ""
    last_staff: str = ""
    left: bool = False
    by_word: bool = False
    to_undo: bool = False
    given_away: bool = False
    due: Money | None = None


@dataclass(frozen=True, slots=True)
class OwnTicket:
    """The code is the scanning person's own ticket."""

    ticket_id: UUID


@dataclass(frozen=True, slots=True)
class Stray:
    """At the door of `event_id` stood somebody with a code that is none of its tickets."""

    event_id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class Act:
    """Who asks something of the door, and when. The same `nonce` is the same act.

    `code_digest` is of the code that was scanned or typed, `device` what read it.
    """

    by: UUID
    nonce: str
    now: datetime
    code_digest: str | None = None
    device: str | None = None


async def scan(
    session: AsyncSession,
    *,
    code: str,
    by: UUID,
    nonce: str,
    codes: TicketCodes,
    now: datetime,
) -> Scan | OwnTicket | Stray:
    """Check in, or out, by the code of a QR link, for the staff of its event.

    The holder gets their own ticket. To everybody else the code says nothing: raises
    `NotAvailable`, the same as for a code that never was. The same `nonce` is one passage.
    """
    claimed = read_code(code)
    owner = claimed and await queries.event_of(session, ticket_id=claimed.id)
    act = Act(by, nonce, now, digest(code))
    if claimed is not None and owner:
        if await admits_here(session, event_id=owner.event_id, by=by, now=now):
            return await _pass(session, claimed, act, codes)
        if owner.user_id == by and codes.proves(claimed, owner.event_id, owner.generation):
            return OwnTicket(claimed.id)
    return await stray(session, act)


async def admits_here(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> bool:
    """Whether a person keeps the door of an event, and has not chosen to stand at another one."""
    if await queries.rank(session, event_id=event_id, user_id=by) is None:
        return False
    post = await doors.now_at(session, by=by, now=now)
    return post is None or not post.chosen or post.event_id == event_id


async def stray(session: AsyncSession, act: Act) -> Stray:
    """A code that is no ticket of the door where a person stands: it is written down.

    Raises `NotAvailable` for who keeps no door.
    """
    post = await doors.now_at(session, by=act.by, now=act.now)
    if post is None:
        raise NotAvailable
    return await _stray(session, post, act)


async def scan_typed(
    session: AsyncSession, *, event_id: UUID, code: str, by: UUID, nonce: str, now: datetime
) -> Scan | Stray:
    """Check in, or out, by the 8 characters under a QR, typed at the door of that event.

    Raises `NotAvailable` for who does not keep it, and `TooManyWrongCodes`.
    """
    found = await doors.of_code(session, event_id=event_id, code=code, by=by, now=now)
    act = Act(by, nonce, now, digest(code), doors.TYPED)
    if found is None:
        return await _stray(session, await doors.at(session, event_id=event_id, by=by), act)
    return await settle(session, await _locked(session, found), act)


async def _stray(session: AsyncSession, post: Post, act: Act) -> Stray:
    """Write down a code that is none of the tickets of this door."""
    if await queries.answered(session, nonce=_key(act, post, None)) is None:
        await _record(session, post, act, None, result=ScanResult.INVALID)
    return Stray(post.event_id, post.title)


async def _pass(session: AsyncSession, claimed: Claimed, act: Act, codes: TicketCodes) -> Scan:
    ticket = await _locked(session, claimed.id)
    refused = None
    if not codes.proves(claimed, ticket.event_id, claimed.generation):
        refused = ScanResult.INVALID
    elif claimed.generation != ticket.generation:
        refused = ScanResult.REVOKED
    found = await settle(session, ticket, act, refused=refused)
    if refused is not ScanResult.REVOKED:
        return found
    given_away = await gifts.given_away(
        session, ticket_id=ticket.id, generation=claimed.generation
    )
    return replace(found, given_away=given_away)


async def _locked(session: AsyncSession, ticket_id: UUID) -> SimpleNamespace:
    ticket = await queries.lock_ticket(session, ticket_id=ticket_id)
    if ticket is None:
        raise NotAvailable
    return ticket


async def settle(
    session: AsyncSession,
    ticket: SimpleNamespace,
    act: Act,
    *,
    refused: ScanResult | None = None,
    why: Why | None = None,
) -> Scan:
    """Decide on a ticket that is locked, write it down, and say it; the same act only says it.

    `refused`: what its code was found to be. With `why`, a supervisor's word overrules what may be
    overruled.
    """
    post = await doors.at(session, event_id=ticket.event_id, by=act.by)
    last = await queries.last_act(session, ticket_id=ticket.id)
    rank = await queries.rank(session, event_id=ticket.event_id, user_id=act.by)
    supervises = doors.supervises(rank)
    told = await queries.answered(session, nonce=_key(act, post, ticket.id))
    if told is not None:
        return _answer(ticket, post, told, last, supervises=supervises)
    result = refused or await decide(session, ticket, post, last, act.now)
    forced = why is not None and result in _BY_WORD and not _is_inside(last)
    if forced:
        result = ScanResult.OK
    await _record(session, post, act, ticket.id, result=result, forced=forced, reason=why)
    if result is ScanResult.OK:
        was, used = TicketStatus.VALID, TicketStatus.USED
        await queries.mark(session, ticket_id=ticket.id, was=was, now_is=used)
    return _answer(ticket, post, result, last, supervises=supervises)


async def passed_by(session: AsyncSession, tickets: Sequence[SimpleNamespace], act: Act) -> int:
    """How many of these tickets this very act has let through before."""
    passed = 0
    for ticket in tickets:
        post = await doors.at(session, event_id=ticket.event_id, by=act.by)
        told = await queries.answered(session, nonce=_key(act, post, ticket.id))
        passed += told is ScanResult.OK
    return passed


async def _record(
    session: AsyncSession, post: Post, act: Act, ticket_id: UUID | None, **values: Any
) -> None:
    """One row for one act at a post; `values` are what it was and came to."""
    await queries.add_scan(
        session,
        **{
            "id": new_id(),
            "event_id": post.event_id,
            "ticket_id": ticket_id,
            "gate_id": post.gate_id,
            "staff_id": act.by,
            "direction": post.direction,
            "nonce": _key(act, post, ticket_id),
            "at": act.now,
            "code_digest": act.code_digest,
            "device": act.device,
        }
        | values,
    )


async def decide(
    session: AsyncSession,
    ticket: SimpleNamespace,
    post: Post,
    last: SimpleNamespace | None,
    now: datetime,
) -> ScanResult:
    """The first reason that applies, in the order of CHK1; who goes out needs none (CHK7)."""
    if post.direction is ScanDirection.EXIT:
        return ScanResult.OK if _is_inside(last) else ScanResult.RULES
    status = TicketStatus(ticket.status)
    if status in {TicketStatus.CANCELLED, TicketStatus.REFUNDED}:
        return ScanResult.CANCELED
    if ticket.event_status == EventStatus.CANCELLED:
        return ScanResult.CANCELED
    if status is TicketStatus.BLOCKED:
        return ScanResult.BLOCKED
    if not await queries.admits(
        session, gate_id=post.gate_id, ticket_type_id=ticket.ticket_type_id
    ):
        return ScanResult.PRODUCT
    opens = ticket.start_date - house_rules.DOOR_OPENS.lasts(session)
    closes = ticket.end_date + house_rules.DOOR_CLOSES.lasts(session)
    if not opens <= now <= closes:
        return ScanResult.INVALID_TIME
    if status is TicketStatus.RESERVED or ticket.order_status != OrderStatus.COMPLETED:
        return ScanResult.UNPAID
    if _is_inside(last) or (status is TicketStatus.USED and not ticket.reentry):
        return ScanResult.ALREADY_REDEEMED
    return ScanResult.OK


async def admit(
    session: AsyncSession, *, ticket_id: UUID, by: UUID, why: Why, nonce: str, now: datetime
) -> Scan:
    """Let somebody in by a supervisor's word; asked and locked again at the tap (CHK16).

    Raises `NotAvailable`, and `NotAllowed` for a steward.
    """
    ticket = await supervised(session, ticket_id=ticket_id, by=by)
    return await settle(session, ticket, Act(by, nonce, now), why=why)


async def undo(
    session: AsyncSession, *, ticket_id: UUID, by: UUID, why: Why, nonce: str, now: datetime
) -> Scan:
    """Take back what last let a ticket in or out, as a new row (CHK10).

    Raises `NotAvailable`, `NotAllowed` for a steward, and `NothingToUndo`.
    """
    ticket = await supervised(session, ticket_id=ticket_id, by=by)
    post = await doors.at(session, event_id=ticket.event_id, by=by)
    act = Act(by, f"undo {nonce}", now)
    last = await queries.last_act(session, ticket_id=ticket.id)
    if await queries.answered(session, nonce=_key(act, post, ticket.id)) is None:
        if last is None:
            raise NothingToUndo
        taken_back = {"direction": last.direction, "undoes_id": last.id}
        await _record(
            session, post, act, ticket.id, result=ScanResult.OK, reason=why, **taken_back
        )
        last = await queries.last_act(session, ticket_id=ticket.id)
        if last is None:
            was, fresh = TicketStatus.USED, TicketStatus.VALID
            await queries.mark(session, ticket_id=ticket.id, was=was, now_is=fresh)
    return replace(
        _answer(ticket, post, ScanResult.OK, last, supervises=True), to_undo=last is not None
    )


async def view(session: AsyncSession, *, ticket_id: UUID, by: UUID, now: datetime) -> Scan:
    """What the door would say to a ticket, for a supervisor who looked for it.

    Raises `NotAvailable`, `NotAllowed`.
    """
    ticket = await supervised(session, ticket_id=ticket_id, by=by)
    post = await doors.at(session, event_id=ticket.event_id, by=by)
    last = await queries.last_act(session, ticket_id=ticket.id)
    result = await decide(session, ticket, post, last, now)
    found = _answer(ticket, post, result, last, supervises=True)
    may = result is ScanResult.OK or found.by_word
    return replace(found, by_word=may, to_undo=last is not None)


async def supervised(session: AsyncSession, *, ticket_id: UUID, by: UUID) -> SimpleNamespace:
    """A ticket, locked, for who supervises its door. Raises `NotAvailable`, `NotAllowed`."""
    owner = await queries.event_of(session, ticket_id=ticket_id)
    rank = owner and await queries.rank(session, event_id=owner.event_id, user_id=by)
    if rank is None or not owner:
        raise NotAvailable
    if not doors.supervises(rank):
        raise NotAllowed
    return await _locked(session, ticket_id)


def _key(act: Act, post: Post, ticket_id: UUID | None) -> str:
    """What makes two acts the same: gate, ticket, device, way and the caller's nonce (CHK5)."""
    where = (post.event_id, post.gate_id, ticket_id, act.device, post.direction.value)
    return digest("|".join(map(str, (act.nonce, *where))))


def _is_inside(last: SimpleNamespace | None) -> bool:
    return last is not None and last.direction == ScanDirection.ENTRY


def _due(ticket: SimpleNamespace) -> Money | None:
    if not ticket.at_door or ticket.order_status != OrderStatus.PENDING:
        return None
    return Money.of(ticket.total_amount, ticket.currency)


def _answer(
    ticket: SimpleNamespace,
    post: Post,
    result: ScanResult,
    last: SimpleNamespace | None,
    *,
    supervises: bool,
) -> Scan:
    return Scan(
        result=result,
        direction=post.direction,
        event_id=ticket.event_id,
        ticket_id=ticket.id,
        holder=doors.discreet(ticket.holder or ""),
        type_name=ticket.type_name,
        benefits=tuple(ticket.benefits),
        title=ticket.title,
        starts_at=ticket.start_date,
        time_zone=ticket.time_zone,
        gate=post.gate,
        last_at=last.at if last else None,
        last_gate=(last.gate or "") if last else "",
        last_staff=doors.discreet(last.staff or "") if last else "",
        left=last is not None and last.direction == ScanDirection.EXIT,
        by_word=supervises and result in _BY_WORD and not _is_inside(last),
        to_undo=supervises and (result is ScanResult.OK or _is_inside(last)),
        due=_due(ticket) if supervises and result is ScanResult.UNPAID else None,
    )
