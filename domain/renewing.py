"""Somebody else has the code: the ticket gets its next one, and the old opens no door (SEC6).

To send a ticket again changes nothing about it; only this does.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import tickets
from domain.errors import NotAvailable, TicketUsed, TooMany
from domain.tickets import TicketView
from storage.enums import TicketStatus
from storage.queries import tickets as queries
from storage.security.codes import TicketCodes, digest, short_code

_MOST = 255
"""Codes that one ticket can have: its generation is a byte of the code."""


async def require_possible(session: AsyncSession, *, ticket_id: UUID, holder: UUID) -> TicketView:
    """The ticket, if it can get another code.

    Raises `NotAvailable`, `TicketUsed`; `TooMany` for one that had every code it can have.
    """
    view = await tickets.get(session, ticket_id=ticket_id, holder=holder)
    if view.status is TicketStatus.USED:
        raise TicketUsed
    if view.status not in (TicketStatus.VALID, TicketStatus.RESERVED):
        raise NotAvailable
    if view.generation >= _MOST:
        raise TooMany(_MOST)
    return view


async def renew(
    session: AsyncSession, *, ticket_id: UUID, holder: UUID, codes: TicketCodes
) -> None:
    """Give a ticket its next code. Raises what `require_possible` raises."""
    view = await require_possible(session, ticket_id=ticket_id, holder=holder)
    next_one = view.generation + 1
    code = digest(codes.code(view.event_id, ticket_id, next_one))
    renewed = await queries.renew(
        session, ticket_id=ticket_id, generation=next_one, digest=code, short_code=short_code()
    )
    if not renewed:
        raise NotAvailable
