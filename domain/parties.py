"""Parties: one code for all who come on one order, and the door asks how many come in now.

The code stands for the tickets that the buyer still has; each of them is locked and judged as if
it had been scanned by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import checkin, doors
from domain.checkin import Act, Scan, Stray
from domain.errors import FewerOutside, NotAvailable
from storage.enums import ScanDirection, ScanResult
from storage.queries import door as queries
from storage.security.codes import TicketCodes, digest, read_code


@dataclass(frozen=True, slots=True)
class Party:
    """`waiting` of so many people may pass now, out of `size`; `passed` have by this very act."""

    order_id: UUID
    event_id: UUID
    generation: int
    direction: ScanDirection
    holder: str
    size: int
    waiting: int
    passed: int = 0


@dataclass(frozen=True, slots=True)
class OwnParty:
    """The code is of the scanning person's own party."""

    order_id: UUID


async def scan(
    session: AsyncSession, *, code: str, by: UUID, nonce: str, codes: TicketCodes, now: datetime
) -> Party | Scan | OwnParty | Stray:
    """Who may pass by the code of a party; where that is one, or nobody, at once the answer.

    Who may scan and what others learn is as in `checkin.scan`; raises `NotAvailable`.
    """
    claimed = read_code(code)
    owner = claimed and await queries.event_of_order(session, order_id=claimed.id)
    act = Act(by, nonce, now, digest(code))
    if claimed is None or not owner:
        return await checkin.stray(session, act)
    if not await checkin.admits_here(session, event_id=owner.event_id, by=by, now=now):
        if owner.user_id == by and codes.proves_party(claimed, owner.event_id, owner.generation):
            return OwnParty(claimed.id)
        return await checkin.stray(session, act)
    tickets = await queries.lock_party(session, order_id=claimed.id)
    if not tickets:
        return await checkin.stray(session, act)
    refused = None
    if not codes.proves_party(claimed, owner.event_id, claimed.generation):
        refused = ScanResult.INVALID
    elif claimed.generation != owner.generation:
        refused = ScanResult.REVOKED
    ready = [] if refused else await _ready(session, tickets, act)
    if len(ready) < 2:
        return await checkin.settle(session, (*ready, *tickets)[0], act, refused=refused)
    return _party(tickets, ready, owner.generation, await _way(session, tickets, by))


async def admit(
    session: AsyncSession,
    *,
    order_id: UUID,
    generation: int,
    count: int,
    by: UUID,
    nonce: str,
    now: datetime,
) -> Party:
    """Let `count` of a party pass, all or none. The same `nonce` is the same people.

    Raises `NotAvailable`, also where its code is no longer of `generation`, and `FewerOutside`.
    """
    owner = await queries.event_of_order(session, order_id=order_id)
    if owner is None or not await checkin.admits_here(
        session, event_id=owner.event_id, by=by, now=now
    ):
        raise NotAvailable
    tickets = await queries.lock_party(session, order_id=order_id)
    fresh = await queries.event_of_order(session, order_id=order_id)
    if fresh is None or fresh.generation != generation or not tickets:
        raise NotAvailable
    act = Act(by, nonce, now)
    way = await _way(session, tickets, by)
    passed = await checkin.passed_by(session, tickets, act)
    ready = await _ready(session, tickets, act)
    if not passed:
        if not 1 <= count <= len(ready):
            raise FewerOutside(len(ready))
        for ticket in ready[:count]:
            await checkin.settle(session, ticket, act)
        passed, ready = count, ready[count:]
    return _party(tickets, ready, generation, way, passed)


async def _ready(
    session: AsyncSession, tickets: Sequence[SimpleNamespace], act: Act
) -> list[SimpleNamespace]:
    """The tickets that the door would let through now."""
    post = await doors.at(session, event_id=tickets[0].event_id, by=act.by)
    ready = []
    for ticket in tickets:
        last = await queries.last_act(session, ticket_id=ticket.id)
        found = await checkin.decide(session, ticket, post, last, act.now)
        if found is ScanResult.OK:
            ready.append(ticket)
    return ready


async def _way(
    session: AsyncSession, tickets: Sequence[SimpleNamespace], by: UUID
) -> ScanDirection:
    post = await doors.at(session, event_id=tickets[0].event_id, by=by)
    return post.direction


def _party(
    tickets: Sequence[SimpleNamespace],
    ready: Sequence[SimpleNamespace],
    generation: int,
    way: ScanDirection,
    passed: int = 0,
) -> Party:
    first = tickets[0]
    return Party(
        order_id=first.order_id,
        event_id=first.event_id,
        generation=generation,
        direction=way,
        holder=doors.discreet(first.holder or ""),
        size=len(tickets),
        waiting=len(ready),
        passed=passed,
    )
