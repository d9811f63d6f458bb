"""Statements about promo codes. What is used of one changes in `sec.promo_shift` alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.promo import PromoCode, PromoCodeTicketType

_VIEW = """
    SELECT c.id, c.event_id, c.code, c.effect, c.percent, c.amount, c.budget, c.per_person,
           c.valid_until, c.paused, c.used,
           ARRAY(
               SELECT t.name FROM promo_code_ticket_types k
               JOIN ticket_types t ON t.id = k.ticket_type_id
               WHERE k.code_id = c.id ORDER BY t.position
           ) AS types,
           coalesce((
               SELECT sum(r.discount) FROM promo_redemptions r WHERE r.code_id = c.id AND r.counts
           ), 0) AS given
    FROM promo_codes c
"""
_OF_EVENT = text(_VIEW + "WHERE c.event_id = :event_id ORDER BY c.id DESC")
_FIND = text(_VIEW + "WHERE c.id = :code_id")
_TRY = text(
    """
    SELECT x.*, e.currency FROM events e, sec.try_promo(e.id, :handle, :most, :window, :now) x
    WHERE e.id = :event_id
    """
)


async def of_event(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """The codes of an event with what they were used for, the newest first."""
    return (await session.execute(_OF_EVENT, {"event_id": event_id})).all()


async def find(session: AsyncSession, *, code_id: UUID) -> Row[Any] | None:
    """One code."""
    return (await session.execute(_FIND, {"code_id": code_id})).one_or_none()


async def codes(session: AsyncSession, *, event_id: UUID) -> Sequence[str]:
    """The words of an event's codes."""
    wanted = select(PromoCode.code).where(PromoCode.event_id == event_id)
    return (await session.scalars(wanted)).all()


async def add(session: AsyncSession, types: Sequence[UUID], **values: Any) -> None:
    """A code for `types` by name."""
    await session.execute(insert(PromoCode).values(**values))
    code = {"code_id": values["id"], "event_id": values["event_id"]}
    if types:
        links = [{"ticket_type_id": each, **code} for each in types]
        await session.execute(insert(PromoCodeTicketType), links)


async def pause(session: AsyncSession, *, code_id: UUID, paused: bool) -> None:
    """Let a code rest, or count again."""
    await session.execute(update(PromoCode).where(PromoCode.id == code_id).values(paused=paused))


async def try_word(
    session: AsyncSession,
    *,
    event_id: UUID,
    handle: str,
    most: int,
    window: timedelta,
    now: datetime,
) -> Row[Any] | None:
    """A code for the person who asks, or why it does not count, as `sec.try_promo` tells it."""
    values = {
        "event_id": event_id,
        "handle": handle,
        "most": most,
        "window": window,
        "now": now,
    }
    return (await session.execute(_TRY, values)).one_or_none()
