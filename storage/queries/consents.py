"""What people said about being written to, and whether they were asked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ConsentPurpose, NotificationType
from storage.tables.messages import Consent, ConsentState

# Whether the question is put is decided by who writes the mark: two first words, one question.
_MARK_ASKED = text(
    """
    UPDATE users u SET preferences = u.preferences || '{"asked": true}'
    WHERE u.id = :user_id AND NOT u.preferences ? 'asked'
      AND NOT EXISTS (SELECT FROM consents c WHERE c.user_id = u.id)
    RETURNING 1
    """
)

_GETS_LETTERS = text("SELECT sec.gets_letters(:person, :sign)")
_STOP_LETTERS = text("SELECT sec.opt_out_of_letters(:person, :sign, :now)")
_REACHED = text(
    """
    SELECT u.email IS NOT NULL AS email, u.phone_number IS NOT NULL AS phone
    FROM users u WHERE u.id = :user_id
    """
)
_AT_REST = text("SELECT u.restricted_at IS NOT NULL FROM users u WHERE u.id = :user_id")
_STATES = text(
    """
    SELECT s.purpose, s.channel, s.granted, s.version, s.changed_at AS at
    FROM consent_states s WHERE s.user_id = :user_id
    """
)
_LOG = text(
    """
    SELECT c.purpose, c.channel, c.granted, c.version, c.created_at AS at
    FROM consents c WHERE c.user_id = :user_id ORDER BY c.id DESC LIMIT :limit
    """
)
_ELSEWHERE = text(
    """
    SELECT m.consented_at AS body_since, g.decided_at AS guardian_at,
           g.granted AS guardian_granted, a.decided_at AS as_guardian_at,
           a.granted AS as_guardian_granted
    FROM (SELECT CAST(:user_id AS uuid) AS id) p
    LEFT JOIN models m ON m.user_id = p.id
    LEFT JOIN LATERAL (
        SELECT x.decided_at, x.granted FROM guardian_consents x
        WHERE x.user_id = p.id AND x.decided_at IS NOT NULL ORDER BY x.id DESC LIMIT 1
    ) g ON true
    LEFT JOIN LATERAL (
        SELECT x.decided_at, x.granted FROM guardian_consents x
        WHERE x.guardian_id = p.id AND x.decided_at IS NOT NULL ORDER BY x.id DESC LIMIT 1
    ) a ON true
    """
)


async def add(
    session: AsyncSession,
    *,
    user_id: UUID,
    purpose: ConsentPurpose,
    channel: NotificationType,
    granted: bool,
    version: int,
    now: datetime,
) -> None:
    """Write down what a person said; the database keeps the state."""
    await session.execute(
        insert(Consent).values(
            user_id=user_id,
            purpose=purpose,
            channel=channel,
            granted=granted,
            version=version,
            created_at=now,
        )
    )


async def granted(
    session: AsyncSession,
    *,
    user_id: UUID,
    purpose: ConsentPurpose,
    channel: NotificationType,
    since: int,
) -> bool | None:
    """What holds now; None where nothing was said to the words of a version from `since`."""
    return (
        await session.execute(
            select(ConsentState.granted).where(
                ConsentState.user_id == user_id,
                ConsentState.purpose == purpose,
                ConsentState.channel == channel,
                ConsentState.version >= since,
            )
        )
    ).scalar_one_or_none()


async def gets_letters(session: AsyncSession, *, person: UUID, sign: bytes) -> bool:
    """Whether a person's address has an index that begins so."""
    values = {"person": person, "sign": sign}
    return bool((await session.execute(_GETS_LETTERS, values)).scalar_one())


async def stop_letters(session: AsyncSession, *, person: UUID, sign: bytes, now: datetime) -> bool:
    """Take back the consent to news by e-mail, unless it is; whether the address is theirs."""
    values = {"person": person, "sign": sign, "now": now}
    return bool((await session.execute(_STOP_LETTERS, values)).scalar_one())


async def mark_asked(session: AsyncSession, *, user_id: UUID) -> bool:
    """Write down that the question is put; False where it was, or was answered unasked."""
    return (await session.execute(_MARK_ASKED, {"user_id": user_id})).scalar() is not None


async def reached(session: AsyncSession, *, user_id: UUID) -> Row[Any]:
    """Whether there is a confirmed `email` and a `phone` number."""
    return (await session.execute(_REACHED, {"user_id": user_id})).one()


async def at_rest(session: AsyncSession, *, user_id: UUID) -> bool:
    """Whether a person's data are kept and not used."""
    return bool((await session.execute(_AT_REST, {"user_id": user_id})).scalar())


async def states(session: AsyncSession, *, user_id: UUID) -> Sequence[Row[Any]]:
    """What holds now, `at` since when."""
    return (await session.execute(_STATES, {"user_id": user_id})).all()


async def log(session: AsyncSession, *, user_id: UUID, limit: int) -> Sequence[Row[Any]]:
    """What was said, the last first."""
    return (await session.execute(_LOG, {"user_id": user_id, "limit": limit})).all()


async def elsewhere(session: AsyncSession, *, user_id: UUID) -> Row[Any]:
    """What was agreed to with registrations, as a model, for one and by a guardian."""
    return (await session.execute(_ELSEWHERE, {"user_id": user_id})).one()
