"""A guardian's consent for a model under 18, given from the guardian's own account.

The model sends a link to the guardian. The first other person who opens it may answer, once.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import approvals, house_rules, notifications
from domain.ages import is_of_age
from domain.errors import LinkExpired, LinkUsed, NotAvailable, OwnGuardian
from storage.enums import ApprovalStatus, Trade
from storage.ids import new_id
from storage.queries import approvals as rows
from storage.queries import guardians as queries
from storage.queries import models
from storage.security.codes import digest

VERSION = 1
"""Of the words to which guardians consent."""

_SECRET_BYTES = 24


@dataclass(frozen=True, slots=True)
class Request:
    """A consent that is asked for; `granted` None: there is no answer yet."""

    id: UUID
    stage_name: str
    born: date
    granted: bool | None


@dataclass(frozen=True, slots=True)
class Consent:
    """A guardian's yes: by whom, and when."""

    guardian: str
    given_at: datetime


async def invite(session: AsyncSession, *, person: UUID, now: datetime) -> str:
    """The secret of a new link for the guardian of a model; earlier ones end.

    Raises `NotAvailable` for who waits for no guardian.
    """
    row = await models.of_person(session, person=person)
    waits = row is not None and row.birth_date and row.approval_status is ApprovalStatus.DRAFT
    if not waits:
        raise NotAvailable
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    await queries.withdraw(session, person=person, now=now)
    await queries.add(
        session,
        id=new_id(),
        person=person,
        digest=digest(secret),
        version=VERSION,
        now=now,
        expires_at=now + house_rules.GUARDIAN_LINK.lasts(session),
    )
    return secret


async def open_link(session: AsyncSession, *, secret: str, by: UUID, now: datetime) -> Request:
    """What the guardian is asked; from now on the link is theirs.

    Raises `NotAvailable`, `LinkExpired`, `LinkUsed`, and `OwnGuardian` for the model themselves
    and for who is under age.
    """
    row = await queries.by_digest(session, digest=digest(secret))
    if row is None:
        raise NotAvailable
    await _require_guardian(session, row, by, now)
    if row.granted is None and row.expires_at <= now:
        raise LinkExpired
    if not await queries.open_for(session, id=row.id, guardian=by):
        raise LinkUsed
    return _request(row)


async def decide(
    session: AsyncSession, *, consent_id: UUID, by: UUID, granted: bool, now: datetime
) -> Request:
    """The guardian's word. With a consent the model is put before the house.

    Raises `NotAvailable` for who did not open the link, `LinkExpired`, `LinkUsed` where there is
    another answer already.
    """
    row = await queries.by_id(session, id=consent_id)
    if row is None or row.guardian_id != by:
        raise NotAvailable
    await _require_guardian(session, row, by, now)
    if not await queries.decide(session, id=consent_id, guardian=by, granted=granted, now=now):
        decided = await queries.by_id(session, id=consent_id)
        if decided is None or decided.granted is None:
            raise LinkExpired
        if decided.granted is not granted:
            raise LinkUsed
        return _request(decided)
    if granted:
        await _put_forward(session, row.user_id, now)
    await notifications.add(
        session,
        to=row.user_id,
        template="guardian-answered",
        arguments={"consent": str(consent_id)},
        key=f"guardian {consent_id}",
        caused_at=now,
    )
    return Request(row.id, row.stage_name or "", date.fromisoformat(row.birth_date), granted)


async def find_consent(session: AsyncSession, *, person: UUID) -> Consent | None:
    """The consent under which a model walks, None where a guardian's newest word is not yes."""
    last = await queries.last(session, person=person)
    if last is None or last.granted is not True or last.version != VERSION:
        return None
    return Consent(last.guardian or "", last.decided_at)


async def has_consent(session: AsyncSession, *, person: UUID) -> bool:
    """Whether the newest word of a guardian about a model is yes."""
    return await find_consent(session, person=person) is not None


async def told(session: AsyncSession, *, consent_id: UUID) -> Request:
    """The consent of a notice. Raises `NotAvailable`."""
    row = await queries.by_id(session, id=consent_id)
    if row is None:
        raise NotAvailable
    return _request(row)


async def _put_forward(session: AsyncSession, person: UUID, now: datetime) -> None:
    """The model waited for nothing else."""
    await approvals.hold(session, person=person, trade=Trade.MODEL)
    row = await models.of_person(session, person=person)
    if row is None or row.approval_status is not ApprovalStatus.DRAFT:
        return
    await rows.set_status(
        session, user_id=person, trade=Trade.MODEL, status=ApprovalStatus.PENDING
    )
    await approvals.submit(session, person=person, trade=Trade.MODEL, now=now)


async def _require_guardian(
    session: AsyncSession, row: SimpleNamespace, by: UUID, now: datetime
) -> None:
    if row.user_id == by:
        raise OwnGuardian
    own = await models.of_person(session, person=by)
    if own is None or own.birth_date is None:
        return
    if not is_of_age(date.fromisoformat(own.birth_date), now.date()):
        raise OwnGuardian


def _request(row: SimpleNamespace) -> Request:
    return Request(row.id, row.stage_name or "", date.fromisoformat(row.birth_date), row.granted)
