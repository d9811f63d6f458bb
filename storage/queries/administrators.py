"""Questions about who runs the portal, and the one-time links that make somebody so.

`grant`, `revoke`, `add_account` and `keep_link` are the owner's: the bot's role may not.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_ANY = text("SELECT EXISTS (SELECT FROM administrators WHERE revoked_at IS NULL)")
_PRESENT = text("SELECT * FROM sec.administrators()")
_ACCOUNT = text("SELECT user_id FROM telegram_accounts WHERE telegram_id = :telegram_id")
_ADD_USER = text(
    """
    WITH made AS (
        INSERT INTO users (id, user_type, status)
        VALUES (:user_id, 'admin', 'pending') RETURNING id
    ), profile AS (
        INSERT INTO user_profiles (user_id) SELECT id FROM made
    )
    INSERT INTO telegram_accounts (telegram_id, user_id) SELECT :telegram_id, id FROM made
    """
)
_GRANT = text(
    """
    INSERT INTO administrators (user_id, granted_by, granted_at)
    VALUES (:user_id, :granted_by, :now)
    ON CONFLICT (user_id) DO UPDATE
        SET granted_by = excluded.granted_by, granted_at = excluded.granted_at, revoked_at = NULL
        WHERE administrators.revoked_at IS NOT NULL
    RETURNING user_id
    """
)
_REVOKE = text(
    """
    UPDATE administrators SET revoked_at = :now
    WHERE user_id = :user_id AND revoked_at IS NULL RETURNING user_id
    """
)
_KEEP_LINK = text(
    """
    INSERT INTO one_time_links (digest, purpose, created_at, expires_at)
    VALUES (:digest, 'administrator', :now, :expires_at)
    """
)
_OFFER_FIRST = text("SELECT sec.offer_first_administrator(:digest, :lifetime)")
_REDEEM = text("SELECT outcome FROM sec.redeem_link(:digest, :user_id, :now - now())")


async def present(session: AsyncSession) -> Sequence[UUID]:
    """Who runs the portal now."""
    return (await session.execute(_PRESENT)).scalars().all()


async def account(session: AsyncSession, *, telegram_id: int) -> UUID | None:
    """The person behind a Telegram account that the portal knows."""
    return (await session.execute(_ACCOUNT, {"telegram_id": telegram_id})).scalar_one_or_none()


async def add_account(session: AsyncSession, *, user_id: UUID, telegram_id: int) -> None:
    """Write a person who has not arrived yet."""
    await session.execute(_ADD_USER, {"user_id": user_id, "telegram_id": telegram_id})


async def grant(
    session: AsyncSession, *, user_id: UUID, granted_by: UUID | None, now: datetime
) -> bool:
    """Whether this made the person an administrator who was none."""
    values = {"user_id": user_id, "granted_by": granted_by, "now": now}
    return (await session.execute(_GRANT, values)).one_or_none() is not None


async def revoke(session: AsyncSession, *, user_id: UUID, now: datetime) -> bool:
    """Whether the person was an administrator until now."""
    values = {"user_id": user_id, "now": now}
    return (await session.execute(_REVOKE, values)).one_or_none() is not None


async def keep_link(
    session: AsyncSession, *, digest: str, lifetime: timedelta, now: datetime
) -> None:
    """Keep the digest of a new link. The owner's act."""
    values = {"digest": digest, "now": now, "expires_at": now + lifetime}
    await session.execute(_KEEP_LINK, values)


async def offer_first(session: AsyncSession, *, digest: str, lifetime: timedelta) -> bool:
    """Keep the digest of a link if nobody runs the portal yet; earlier unused ones end."""
    values = {"digest": digest, "lifetime": lifetime}
    return bool((await session.execute(_OFFER_FIRST, values)).scalar_one())


async def redeem(session: AsyncSession, *, digest: str, user_id: UUID, now: datetime) -> str:
    """Use a link up: `ok`, `used`, `expired` or `unknown`."""
    values = {"digest": digest, "user_id": user_id, "now": now}
    return str((await session.execute(_REDEEM, values)).scalar_one())
