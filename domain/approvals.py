"""Letting people in: who waits, who decides, and what becomes of it.

A registration is put before everybody who runs the portal; the first who decides has decided.
Roles follow from the status on `designers`, `models` and `organizer_applications`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators, notifications
from domain.actors import Person
from domain.errors import AlreadyDecided, AlreadyRegistered, NotAllowed, NotAvailable
from storage.enums import ApprovalStatus, Trade
from storage.ids import new_id
from storage.queries import approvals as queries

LONGEST_REASON = 500
"""Characters of the reason for a refusal."""

_WAITING = 10


@dataclass(frozen=True, slots=True)
class Approval:
    """A registration before the house: whose it is, and under which public `name`."""

    id: UUID
    user_id: UUID
    trade: Trade
    status: ApprovalStatus
    person: str
    name: str
    reason: str | None
    created_at: datetime


async def standing(session: AsyncSession, *, person: UUID) -> Mapping[Trade, ApprovalStatus]:
    """What a person registered as, and how each stands."""
    rows = await queries.standing(session, person=person)
    return {Trade(row.trade): ApprovalStatus(row.status) for row in rows}


async def why_refused(session: AsyncSession, *, person: UUID, trade: Trade) -> str | None:
    """The reason that was given to a person, None where their newest attempt was not refused."""
    return await queries.last_reason(session, person=person, trade=trade)


async def hold(session: AsyncSession, *, person: UUID, trade: Trade) -> None:
    """Lock what waits, before the registration itself is written: decisions lock it so too."""
    await queries.hold(session, user_id=person, trade=trade)


def require_open(status: ApprovalStatus | None) -> None:
    """Raises unless a registration in this state can be sent, or sent again."""
    if status is ApprovalStatus.APPROVED:
        raise AlreadyRegistered
    if status is ApprovalStatus.SUSPENDED:
        raise NotAllowed


async def submit(session: AsyncSession, *, person: UUID, trade: Trade, now: datetime) -> None:
    """Put a registration before everybody who runs the portal. One that waits stays one."""
    id = new_id()
    if not await queries.add(session, id=id, user_id=person, trade=trade, now=now):
        return
    for administrator in await administrators.present(session):
        await _tell(session, administrator, "approval-waiting", id, now)


async def waiting(session: AsyncSession, *, by: Person) -> Sequence[Approval]:
    """What nobody has decided, the oldest first. Raises `NotAvailable` for others."""
    await administrators.require(session, by)
    return [_approval(row) for row in await queries.waiting(session, limit=_WAITING)]


async def get(session: AsyncSession, *, approval_id: UUID, by: Person) -> Approval:
    """A registration, for who runs the portal. Raises `NotAvailable`."""
    await administrators.require(session, by)
    return await told(session, approval_id=approval_id)


async def get_waiting(session: AsyncSession, *, approval_id: UUID, by: Person) -> Approval:
    """A registration that can be decided. Raises `NotAvailable`, `AlreadyDecided`."""
    approval = await get(session, approval_id=approval_id, by=by)
    if approval.status is not ApprovalStatus.PENDING:
        raise AlreadyDecided
    return approval


async def approve(session: AsyncSession, *, approval_id: UUID, by: Person, now: datetime) -> None:
    """Let a person in and tell them.

    Raises `NotAvailable`, `NotAllowed` for one's own registration, `AlreadyDecided`.
    """
    await _decide(session, approval_id, ApprovalStatus.APPROVED, None, by, now)


async def refuse(
    session: AsyncSession, *, approval_id: UUID, by: Person, reason: str, now: datetime
) -> None:
    """Say no, with a reason that the person reads; they may amend and ask again.

    Raises `NotAvailable`, `NotAllowed` for one's own registration, `AlreadyDecided`.
    """
    await _decide(session, approval_id, ApprovalStatus.REJECTED, reason, by, now)


async def told(session: AsyncSession, *, approval_id: UUID) -> Approval:
    """The registration of a notice, as it is delivered. Raises `NotAvailable`."""
    row = await queries.find(session, id=approval_id)
    if row is None:
        raise NotAvailable
    return _approval(row)


async def _decide(
    session: AsyncSession,
    approval_id: UUID,
    status: ApprovalStatus,
    reason: str | None,
    by: Person,
    now: datetime,
) -> None:
    approval = await get(session, approval_id=approval_id, by=by)
    if approval.user_id == by.id:
        raise NotAllowed
    decided = await queries.decide(
        session, id=approval_id, status=status, reason=reason, by=by.id, now=now
    )
    if decided is None:
        raise AlreadyDecided
    await queries.set_status(
        session, user_id=decided.user_id, trade=Trade(decided.trade), status=status
    )
    await _tell(session, decided.user_id, "approval-decided", approval_id, now)


async def _tell(
    session: AsyncSession, to: UUID, template: str, approval_id: UUID, now: datetime
) -> None:
    await notifications.add(
        session,
        to=to,
        template=template,
        arguments={"approval": str(approval_id)},
        key=f"{template} {approval_id} {to}",
        caused_at=now,
    )


def _approval(row: SimpleNamespace) -> Approval:
    return Approval(
        id=row.id,
        user_id=row.user_id,
        trade=Trade(row.trade),
        status=ApprovalStatus(row.status),
        person=row.person or "",
        name=row.name or "",
        reason=row.reason,
        created_at=row.created_at,
    )
