"""Tickets: what a person holds, and the making of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from domain.wording import BASE, Words
from storage.enums import TicketStatus
from storage.ids import new_id
from storage.queries import tickets as queries
from storage.security.codes import TicketCodes, digest, short_code

_COMES = frozenset({TicketStatus.VALID, TicketStatus.USED, TicketStatus.RESERVED})


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket as its holder sees it. `look` describes the event's poster and palette.

    `party` counts the tickets of its order that this person still holds; `bought`: by
    an order of their own.
    """

    id: UUID
    event_id: UUID
    order_id: UUID
    status: TicketStatus
    generation: int
    short_code: str
    type_name: str
    benefits: Sequence[str]
    holder: str
    title: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    venue: str
    address: str
    city: str
    latitude: float | None
    longitude: float | None
    look: Mapping[str, Any]
    party: int
    bought: bool


async def mine(
    session: AsyncSession, *, holder: UUID, now: datetime, locale: str = BASE
) -> Sequence[TicketView]:
    """The tickets of a person for what is on or still to come, the next first."""
    rows = await queries.of_holder(session, holder=holder, now=now)
    return [_view(row, locale) for row in rows]


async def of_order(
    session: AsyncSession, *, order_id: UUID, holder: UUID, locale: str = BASE
) -> Sequence[TicketView]:
    """The tickets of an order that this person holds."""
    rows = await queries.of_order(session, order_id=order_id, holder=holder)
    return [_view(row, locale) for row in rows]


async def get(
    session: AsyncSession, *, ticket_id: UUID, holder: UUID, locale: str = BASE
) -> TicketView:
    """One ticket of its holder. Raises `NotAvailable`, also when it is somebody else's."""
    row = await queries.find(session, ticket_id=ticket_id, holder=holder)
    if row is None:
        raise NotAvailable
    return _view(row, locale)


@dataclass(frozen=True, slots=True)
class PartyCode:
    """One code for `count` people: what the picture says, beside what any `ticket` of it does."""

    code: str
    number: str
    count: int
    ticket: TicketView


async def party(
    session: AsyncSession, *, order_id: UUID, buyer: UUID, codes: TicketCodes, locale: str = BASE
) -> PartyCode:
    """The code of all who come on an order. Raises `NotAvailable` where that is not several."""
    row = await queries.party(session, order_id=order_id, buyer=buyer)
    held = [
        each
        for each in await of_order(session, order_id=order_id, holder=buyer, locale=locale)
        if each.status in _COMES
    ]
    if row is None or len(held) < 2:
        raise NotAvailable
    code = codes.party(row.event_id, order_id, row.party_generation)
    return PartyCode(code, row.number, len(held), held[0])


async def issue(
    session: AsyncSession,
    *,
    order_id: UUID,
    event_id: UUID,
    holder: UUID,
    lines: Sequence[tuple[UUID, int]],
    codes: TicketCodes,
    now: datetime,
    status: TicketStatus = TicketStatus.VALID,
) -> Sequence[UUID]:
    """Make the tickets of an order, `lines` being (ticket type, quantity)."""
    made: list[dict[str, Any]] = []
    ids: list[UUID] = []
    for ticket_type_id, quantity in lines:
        for _ in range(quantity):
            ticket_id = new_id()
            ids.append(ticket_id)
            made.append(
                {
                    "id": ticket_id,
                    "ticket_type_id": ticket_type_id,
                    "order_id": order_id,
                    "event_id": event_id,
                    "user_id": holder,
                    "status": status,
                    "purchase_date": now,
                    "generation": 1,
                    "qr_code": digest(codes.code(event_id, ticket_id, 1)),
                    "short_code": short_code(),
                    "meta_data": {},
                }
            )
    await queries.insert_all(session, made)
    return ids


async def redeem_reserved(session: AsyncSession, *, order_id: UUID) -> Sequence[UUID]:
    """The tickets of an order that was to be paid at the door are valid now."""
    return await queries.redeem_reserved(session, order_id=order_id)


async def are_made_with(session: AsyncSession, *, codes: TicketCodes) -> bool:
    """Whether `codes` has the key of the tickets that are there; of none, anything has."""
    row = await queries.newest_code(session)
    return row is None or row.qr_code == digest(codes.code(row.event_id, row.id, row.generation))


def _view(row: SimpleNamespace, locale: str) -> TicketView:
    words = Words.of(row.meta_data, locale).part("types", row.ticket_type_id)
    return TicketView(
        id=row.id,
        event_id=row.event_id,
        order_id=row.order_id,
        status=TicketStatus(row.status),
        generation=row.generation,
        short_code=row.short_code,
        type_name=words.text("name", row.type_name),
        benefits=words.texts("benefits", row.benefits),
        holder=row.holder or "",
        title=row.title,
        starts_at=row.start_date,
        ends_at=row.end_date,
        time_zone=row.time_zone,
        venue=row.venue or "",
        address=row.address or "",
        city=row.city or "",
        latitude=row.latitude,
        longitude=row.longitude,
        look=row.meta_data.get("look", {}),
        party=row.party,
        bought=row.bought,
    )
