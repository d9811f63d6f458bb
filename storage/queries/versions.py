"""What something was, one version a change. The database writes them (`sql/versions.sql`)."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_BECAUSE = text("SELECT set_config('app.reason', coalesce(:reason, ''), true)")


async def because(session: AsyncSession, reason: str | None) -> None:
    """Keep a reason with every version that this transaction makes from here on."""
    await session.execute(_BECAUSE, {"reason": reason})
