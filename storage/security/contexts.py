"""The key that signs who acts, as the database knows it (`sec.context_keys`)."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Signer

_KNOWS = text("SELECT sec.knows_key(:kid)")
_ANY = text("SELECT sec.knows_key(NULL)")
_ADD = text(
    """
    INSERT INTO sec.context_keys (kid, inner_block, outer_block)
    VALUES (:kid, :inner, :outer)
    ON CONFLICT (kid) DO NOTHING
    """
)
_RETIRE = text(
    "UPDATE sec.context_keys SET retired_at = :now WHERE kid = :kid AND retired_at IS NULL"
)


async def knows(session: AsyncSession, signer: Signer) -> bool:
    """Whether the database believes what `signer` signs."""
    return bool((await session.execute(_KNOWS, {"kid": signer.kid})).scalar_one())


async def knows_any(session: AsyncSession) -> bool:
    """Whether the database believes anybody."""
    return bool((await session.execute(_ANY)).scalar_one())


async def add(session: AsyncSession, signer: Signer) -> None:
    """Let the database believe `signer`, once and for all. The owner's act."""
    inner, outer = signer.blocks()
    await session.execute(_ADD, {"kid": signer.kid, "inner": inner, "outer": outer})


async def retire(session: AsyncSession, signer: Signer, *, now: datetime) -> None:
    """Let the database believe `signer` no longer. The owner's act."""
    await session.execute(_RETIRE, {"kid": signer.kid, "now": now})
