"""Statements about e-mail addresses: the confirmations that are open, and the one that stands."""

from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.queries.profiles import change_user
from storage.security.blind import canonical_email
from storage.security.mail_codes import PURPOSE, mail_code
from storage.security.sealing import open_row, seal_row, vault_of
from storage.tables.people import EmailConfirmation, User, UserProfile

_BOUNCED = text(
    """
    UPDATE users SET email_bounced_at = :now
    WHERE id = :person AND email IS NOT NULL AND email_bounced_at IS NULL RETURNING 1
    """
)
_LETTERS_TO = text("SELECT sec.letters_to(:index, :since)")
_TRY = text(
    """
    UPDATE email_confirmations SET attempts = attempts + 1
    WHERE id = :id AND closed_at IS NULL AND expires_at > :now AND attempts < :most
    RETURNING attempts
    """
)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A confirmation that was begun, opened, with the code of its letter."""

    id: UUID
    user_id: UUID
    address: str = field(repr=False)
    address_index: bytes = field(repr=False)
    code: str = field(repr=False)
    attempts: int
    expires_at: datetime
    closed_at: datetime | None


async def index_of(session: AsyncSession, *, address: str) -> bytes:
    """By what an address is found again, however it is written."""
    return await vault_of(session).blind("users", "email", canonical_email(address))


async def own_index(session: AsyncSession, *, person: UUID) -> bytes | None:
    """The index of the address that a person has confirmed, unless nobody was there."""
    wanted = select(User.email_index).where(User.id == person, User.email_bounced_at.is_(None))
    return (await session.scalars(wanted)).one_or_none()


async def hold(session: AsyncSession, *, person: UUID) -> None:
    """One at a time asks for letters in a person's name."""
    wanted = select(UserProfile.id).where(UserProfile.user_id == person).with_for_update()
    await session.execute(wanted)


async def letters_for(session: AsyncSession, *, person: UUID, since: datetime) -> list[datetime]:
    """When a person asked for letters, the oldest first."""
    wanted = (
        select(EmailConfirmation.created_at)
        .where(EmailConfirmation.user_id == person, EmailConfirmation.created_at > since)
        .order_by(EmailConfirmation.created_at)
    )
    return list(await session.scalars(wanted))


async def letters_to(session: AsyncSession, *, index: bytes, since: datetime) -> int:
    """How many letters anybody asked for to an address."""
    values = {"index": index, "since": since}
    return int((await session.execute(_LETTERS_TO, values)).scalar_one())


async def begin(
    session: AsyncSession,
    *,
    id: UUID,
    person: UUID,
    address: str,
    index: bytes,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Begin a confirmation; earlier ones of the person are over."""
    await close(session, person=person, now=now)
    row = {
        "id": id,
        "user_id": person,
        "address": address,
        "address_index": index,
        "created_at": now,
        "expires_at": expires_at,
    }
    sealed = await seal_row(vault_of(session), "email_confirmations", row)
    session.add(EmailConfirmation(**sealed))
    await session.flush()


async def close(session: AsyncSession, *, person: UUID, now: datetime) -> None:
    """Whatever a person began to confirm is over."""
    await session.execute(
        update(EmailConfirmation)
        .where(EmailConfirmation.user_id == person, EmailConfirmation.closed_at.is_(None))
        .values(closed_at=now)
    )


async def newest(session: AsyncSession, *, person: UUID) -> Confirmation | None:
    """The confirmation that a person began last. Raises `Tampered`, `KeyDestroyed`."""
    wanted = (
        select(EmailConfirmation)
        .where(EmailConfirmation.user_id == person)
        .order_by(EmailConfirmation.id.desc())
        .limit(1)
    )
    return await _opened(session, (await session.scalars(wanted)).one_or_none())


async def by_id(session: AsyncSession, *, id: UUID) -> Confirmation | None:
    """A confirmation, for who writes its letter. Raises `Tampered`, `KeyDestroyed`."""
    return await _opened(session, await session.get(EmailConfirmation, id))


async def count_try(session: AsyncSession, *, id: UUID, most: int, now: datetime) -> int | None:
    """Count one more try; which one it is, None where no more is allowed."""
    values = {"id": id, "most": most, "now": now}
    found = (await session.execute(_TRY, values)).scalar_one_or_none()
    return None if found is None else int(found)


async def belongs_to_another(session: AsyncSession, *, index: bytes, person: UUID) -> bool:
    """Whether somebody else has confirmed an address; to be asked by who sees everybody."""
    wanted = select(func.count()).where(User.email_index == index, User.id != person)
    return bool((await session.execute(wanted)).scalar_one())


async def put(session: AsyncSession, *, person: UUID, address: str, index: bytes) -> bool:
    """Write down that an address is a person's; False where it is somebody else's."""
    try:
        async with session.begin_nested():
            await change_user(
                session,
                person=person,
                email=address,
                email_index=index,
                email_bounced_at=None,
            )
    except IntegrityError:
        return False
    return True


async def remove(session: AsyncSession, *, person: UUID) -> None:
    """A person has no address any more."""
    await change_user(session, person=person, email=None, email_index=None)


async def receiver(session: AsyncSession, *, person: UUID) -> SimpleNamespace | None:
    """A person's address and its index; None without one, and where nobody was there."""
    wanted = select(User.id, User.email, User.email_index).where(
        User.id == person, User.email.is_not(None), User.email_bounced_at.is_(None)
    )
    row = (await session.execute(wanted)).one_or_none()
    if row is None:
        return None
    return SimpleNamespace(**await open_row(vault_of(session), "users", row._asdict()))


async def bounced(session: AsyncSession, *, person: UUID, now: datetime) -> bool:
    """Write down that nobody is at a person's address; whether that is news."""
    done = await session.execute(_BOUNCED, {"person": person, "now": now})
    return done.scalar() is not None


async def _opened(session: AsyncSession, row: EmailConfirmation | None) -> Confirmation | None:
    if row is None:
        return None
    vault = vault_of(session)
    kept = {"id": row.id, "user_id": row.user_id, "address": row.address}
    opened = SimpleNamespace(**await open_row(vault, "email_confirmations", kept))
    key = await vault.house_key(PURPOSE)
    return Confirmation(
        id=row.id,
        user_id=row.user_id,
        address=opened.address,
        address_index=row.address_index,
        code=mail_code(key, row.id, row.address_index),
        attempts=row.attempts,
        expires_at=row.expires_at,
        closed_at=row.closed_at,
    )
