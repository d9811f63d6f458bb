"""What people said about being written to, and whether they were asked."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, text
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
    session: AsyncSession, *, user_id: UUID, purpose: ConsentPurpose, channel: NotificationType
) -> bool | None:
    """What holds now; None where the person never said anything."""
    return (
        await session.execute(
            select(ConsentState.granted).where(
                ConsentState.user_id == user_id,
                ConsentState.purpose == purpose,
                ConsentState.channel == channel,
            )
        )
    ).scalar_one_or_none()


async def mark_asked(session: AsyncSession, *, user_id: UUID) -> bool:
    """Write down that the question is put; False where it was, or was answered unasked."""
    return (await session.execute(_MARK_ASKED, {"user_id": user_id})).scalar() is not None
