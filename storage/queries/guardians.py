"""Statements about the consent of guardians."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.security.sealing import full_name, open_row, shown, vault_of
from storage.tables.registration import GuardianConsent as Consent

_FIND = """
    SELECT g.id, g.user_id, g.guardian_id, g.granted, g.expires_at, g.version,
           m.meta_data ->> 'stage_name' AS stage_name, m.birth_date
    FROM guardian_consents g JOIN models m ON m.user_id = g.user_id
"""
_BY_DIGEST = text(_FIND + "WHERE g.digest = :digest")
_BY_ID = text(_FIND + "WHERE g.id = :id")
_LAST = text(
    """
    SELECT g.granted, g.version, g.decided_at, g.guardian_id, u.full_name AS guardian
    FROM guardian_consents g LEFT JOIN users u ON u.id = g.guardian_id
    WHERE g.user_id = :person ORDER BY g.id DESC LIMIT 1
    """
)


async def withdraw(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """Links that nobody answered end."""
    await session.execute(
        update(Consent)
        .where(Consent.user_id == person, Consent.granted.is_(None), Consent.expires_at > now)
        .values(expires_at=now)
    )


async def add(
    session: AsyncSession,
    *,
    id: UUID,
    person: UUID,
    digest: str,
    version: int,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Keep the digest of a new link."""
    await session.execute(
        insert(Consent).values(
            id=id,
            user_id=person,
            digest=digest,
            version=version,
            created_at=now,
            expires_at=expires_at,
        )
    )


async def by_digest(session: AsyncSession, *, digest: str) -> SimpleNamespace | None:
    """The consent that a link asks for."""
    row = (await session.execute(_BY_DIGEST, {"digest": digest})).one_or_none()
    return await _opened(session, row)


async def by_id(session: AsyncSession, *, id: UUID) -> SimpleNamespace | None:
    """A consent that was asked for."""
    return await _opened(session, (await session.execute(_BY_ID, {"id": id})).one_or_none())


async def _opened(session: AsyncSession, row: Row[Any] | None) -> SimpleNamespace | None:
    if row is None:
        return None
    return SimpleNamespace(**await open_row(vault_of(session), "models", row._asdict()))


async def open_for(session: AsyncSession, *, id: UUID, guardian: UUID) -> bool:
    """Give the link to who opens it; False where somebody else opened it before."""
    opened = await session.execute(
        update(Consent)
        .where(Consent.id == id, Consent.guardian_id.is_(None))
        .values(guardian_id=guardian)
        .returning(Consent.id)
    )
    if opened.one_or_none() is not None:
        return True
    mine = select(Consent.id).where(Consent.id == id, Consent.guardian_id == guardian)
    return (await session.scalars(mine)).one_or_none() is not None


async def decide(
    session: AsyncSession, *, id: UUID, guardian: UUID, granted: bool, now: datetime
) -> bool:
    """Write the guardian's answer down; False where there is one, or it is not theirs to give."""
    decided = await session.execute(
        update(Consent)
        .where(
            Consent.id == id,
            Consent.guardian_id == guardian,
            Consent.granted.is_(None),
            Consent.expires_at > now,
        )
        .values(granted=granted, decided_at=now)
        .returning(Consent.id)
    )
    return decided.one_or_none() is not None


async def last(session: AsyncSession, *, person: UUID) -> SimpleNamespace | None:
    """The newest consent that was asked for, for a model, and the name of who was asked."""
    rows = (await session.execute(_LAST, {"person": person})).all()
    return next(iter(await shown(session, rows, guardian=full_name("guardian_id"))), None)
