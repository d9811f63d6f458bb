"""Statements about who came by a campaign's buttons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_TAP = text("SELECT sec.tap_campaign(:campaign, :payload, :now)")
_TAKEN_UP = text("SELECT * FROM sec.taken_up(:campaign)")
_TAKEN_UP_AS_WORKER = text("SELECT * FROM taken_up(:campaign)")


async def tap(session: AsyncSession, *, campaign: UUID, payload: str, now: datetime) -> None:
    """Who acts came by a button, if it is one of a campaign that has left."""
    await session.execute(_TAP, {"campaign": campaign, "payload": payload, "now": now})


async def taken_up(session: AsyncSession, *, campaign: UUID, worker: bool) -> Sequence[Row[Any]]:
    """People by button, and sales by currency, in major units."""
    asked = _TAKEN_UP_AS_WORKER if worker else _TAKEN_UP
    return (await session.execute(asked, {"campaign": campaign})).all()
