"""Who runs the portal: the first by a one-time link, the others by the first."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, trail
from domain.actors import Person
from domain.errors import LinkExpired, LinkUsed, NotAvailable
from storage.ids import new_id
from storage.queries import administrators as queries
from storage.security.codes import digest

_SECRET_BYTES = 24
_ROLE = "admin"


async def present(session: AsyncSession) -> Sequence[UUID]:
    """Who runs the portal now."""
    return await queries.present(session)


async def require(session: AsyncSession, person: Person) -> None:
    """Raises `NotAvailable` for who does not run the portal."""
    if person.id not in await queries.present(session):
        raise NotAvailable


async def offer_first(session: AsyncSession) -> str | None:
    """The secret of a link for the first administrator, None where there is one already.

    It lasts as long as the house rule says; earlier ones end. Only its digest is kept.
    """
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    offered = await queries.offer_first(
        session, digest=digest(secret), lifetime=house_rules.ADMINISTRATOR_LINK.lasts(session)
    )
    return secret if offered else None


async def make_link(session: AsyncSession, *, now: datetime) -> str:
    """The secret of a new link for one more administrator. The owner's act."""
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    await queries.keep_link(
        session,
        digest=digest(secret),
        lifetime=house_rules.ADMINISTRATOR_LINK.lasts(session),
        now=now,
    )
    return secret


async def redeem(session: AsyncSession, *, secret: str, person: Person, now: datetime) -> None:
    """Make `person` an administrator by a link; twice by the same person is once.

    Raises `NotAvailable` for a link that we never made, `LinkUsed` and `LinkExpired`.
    """
    outcome = await queries.redeem(session, digest=digest(secret), user_id=person.id, now=now)
    match outcome:
        case "ok":
            await trail.role_changed(session, person=person.id, action="granted", role=_ROLE)
        case "used":
            raise LinkUsed
        case "expired":
            raise LinkExpired
        case _:
            raise NotAvailable


async def grant(
    session: AsyncSession, *, telegram_id: int, now: datetime, by: UUID | None = None
) -> bool:
    """Make the person behind a Telegram account an administrator, also before they arrive.

    `by` is who decided, None for whoever runs the machine. False when they were one before. The
    owner's act, as `revoke`.
    """
    user_id = await queries.account(session, telegram_id=telegram_id)
    if user_id is None:
        user_id = new_id()
        await queries.add_account(session, user_id=user_id, telegram_id=telegram_id)
    granted = await queries.grant(session, user_id=user_id, granted_by=by, now=now)
    if granted:
        await trail.role_changed(session, person=user_id, action="granted", role=_ROLE)
    return granted


async def revoke(session: AsyncSession, *, telegram_id: int, now: datetime) -> bool:
    """Take it away again. False when they were no administrator."""
    user_id = await queries.account(session, telegram_id=telegram_id)
    if user_id is None or not await queries.revoke(session, user_id=user_id, now=now):
        return False
    await trail.role_changed(session, person=user_id, action="revoked", role=_ROLE)
    return True
