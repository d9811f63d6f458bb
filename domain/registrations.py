"""What somebody registered, in whichever trade, as who runs the portal reads and decides it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import approvals, designers, models, organizers
from domain.actors import Person
from domain.approvals import Approval
from domain.designers import Designer
from domain.errors import NotAvailable, RegistrationChanged
from domain.models import Model
from domain.organizers import House
from storage.enums import Trade
from storage.security.codes import digest

Registration = Designer | Model | House

_SIGN = 8


async def find(session: AsyncSession, approval: Approval) -> Registration | None:
    """Everything that was told; None once it was decided and is nobody's business any more."""
    person = approval.user_id
    match approval.trade:
        case Trade.DESIGNER:
            return await designers.find(session, person=person)
        case Trade.MODEL:
            return await models.find(session, person=person)
        case _:
            return await organizers.find(session, person=person)


async def of(session: AsyncSession, approval: Approval) -> Registration:
    """Everything that was told with what waits. Raises `NotAvailable`."""
    found = await find(session, approval)
    if found is None:
        raise NotAvailable
    return found


def sign(registration: Registration) -> str:
    """A few characters that are others as soon as anything in a registration is another."""
    return digest(repr(registration))[:_SIGN]


async def approve(
    session: AsyncSession, *, approval_id: UUID, seen: str, by: Person, now: datetime
) -> None:
    """Let a person in for what was seen of them: `seen` is the `sign` of the screen.

    Raises `RegistrationChanged` where they amended it since, and what `approvals.approve` does.
    """
    approval = await approvals.get_waiting(session, approval_id=approval_id, by=by)
    await approvals.hold(session, person=approval.user_id, trade=approval.trade)
    if sign(await of(session, approval)) != seen:
        raise RegistrationChanged
    await approvals.approve(session, approval_id=approval_id, by=by, now=now)
