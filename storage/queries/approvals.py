"""Statements about what waits for a decision of the house."""

from collections.abc import Sequence
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ApprovalStatus, Trade
from storage.security.sealing import full_name, shown
from storage.tables.fashion import Designer, Model
from storage.tables.people import OrganizerApplication
from storage.tables.registration import Approval

_ROWS: dict[Trade, type[Designer | Model | OrganizerApplication]] = {
    Trade.DESIGNER: Designer,
    Trade.MODEL: Model,
    Trade.ORGANIZER: OrganizerApplication,
}
_PENDING = Approval.status == ApprovalStatus.PENDING

_VIEW = """
    SELECT a.id, a.user_id, a.trade, a.status, a.reason, a.created_at, a.decided_by,
           u.full_name AS person,
           CASE a.trade
               WHEN 'designer' THEN d.brand_name
               WHEN 'model' THEN s.name
               ELSE h.name
           END AS name
    FROM approvals a
    LEFT JOIN users u ON u.id = a.user_id
    LEFT JOIN designers d ON d.user_id = a.user_id
    LEFT JOIN stage_names s ON s.user_id = a.user_id
    LEFT JOIN houses h ON h.user_id = a.user_id
"""
_FIND = text(_VIEW + "WHERE a.id = :id")
_WAITING = text(_VIEW + "WHERE a.status = 'pending' ORDER BY a.created_at LIMIT :limit")
_STANDING = text(
    """
    SELECT 'designer' AS trade, d.approval_status AS status FROM designers d
    WHERE d.user_id = :person
    UNION ALL
    SELECT 'model', m.approval_status FROM models m WHERE m.user_id = :person
    UNION ALL
    SELECT 'organizer', o.approval_status FROM organizer_applications o WHERE o.user_id = :person
    """
)


async def hold(session: AsyncSession, *, user_id: UUID, trade: Trade) -> None:
    """Let nobody decide what waits of this person until the transaction ends."""
    waiting = select(Approval.id).where(
        Approval.user_id == user_id, Approval.trade == trade, _PENDING
    )
    await session.execute(waiting.with_for_update())


async def add(
    session: AsyncSession, *, id: UUID, user_id: UUID, trade: Trade, now: datetime
) -> bool:
    """Put a registration before the house; False where one waits already."""
    statement = insert(Approval).values(id=id, user_id=user_id, trade=trade, created_at=now)
    added = await session.execute(
        statement.on_conflict_do_nothing(
            index_elements=["user_id", "trade"], index_where=text("status = 'pending'")
        ).returning(Approval.id)
    )
    return added.one_or_none() is not None


async def find(session: AsyncSession, *, id: UUID) -> SimpleNamespace | None:
    """One, with whom and what it is about."""
    rows = (await session.execute(_FIND, {"id": id})).all()
    return next(iter(await shown(session, rows, person=full_name())), None)


async def waiting(session: AsyncSession, *, limit: int) -> Sequence[SimpleNamespace]:
    """What nobody has decided, the oldest first."""
    rows = (await session.execute(_WAITING, {"limit": limit})).all()
    return await shown(session, rows, person=full_name())


async def decide(
    session: AsyncSession,
    *,
    id: UUID,
    status: ApprovalStatus,
    reason: str | None,
    by: UUID,
    now: datetime,
) -> Row[UUID, Trade] | None:
    """Decide what waits, of whom and what; None where somebody decided it before."""
    decided = await session.execute(
        update(Approval)
        .where(Approval.id == id, _PENDING)
        .values(status=status, reason=reason, decided_by=by, decided_at=now)
        .returning(Approval.user_id, Approval.trade)
    )
    return decided.one_or_none()


async def set_status(
    session: AsyncSession, *, user_id: UUID, trade: Trade, status: ApprovalStatus
) -> None:
    """What a person's registration is from now on; their roles follow."""
    row = _ROWS[trade]
    await session.execute(update(row).where(row.user_id == user_id).values(approval_status=status))


async def standing(session: AsyncSession, *, person: UUID) -> Sequence[Row[Any]]:
    """What a person registered as, and how each stands."""
    return (await session.execute(_STANDING, {"person": person})).all()


async def last_reason(session: AsyncSession, *, person: UUID, trade: Trade) -> str | None:
    """Why the newest registration of a person was refused, None where it was not."""
    newest = (
        select(Approval.reason)
        .where(Approval.user_id == person, Approval.trade == trade)
        .order_by(Approval.id.desc())
        .limit(1)
    )
    return (await session.scalars(newest)).one_or_none()
