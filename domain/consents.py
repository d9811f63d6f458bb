"""Consent: what a person allows, purpose by purpose and channel by channel.

Tickets and what concerns them need none. A word counts that was given to the present words
(`VERSION`): who agreed to older ones has not agreed, and is asked again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from storage.enums import ConsentPurpose, NotificationType
from storage.queries import consents as queries

VERSION: Final = 1
"""Of the words that people agree to; the database has the same (`sec.words_version`)."""

_LINES: Final = 10
"""Of what was said, on a screen."""

Way = tuple[ConsentPurpose, NotificationType]

_NEWS: Final[Way] = (ConsentPurpose.MARKETING, NotificationType.PUSH)
_URGENT: Final[Way] = (ConsentPurpose.URGENT, NotificationType.SMS)
_TEXTS: Final[Way] = (ConsentPurpose.MARKETING, NotificationType.SMS)
"""Offered once, and sent by nothing: who allowed it can take that back."""

_SUGGESTIONS: Final[Way] = (ConsentPurpose.SUGGESTIONS, NotificationType.PUSH)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a person may allow: `granted` since `since`, None where nothing that counts
    was said."""

    purpose: ConsentPurpose
    channel: NotificationType
    granted: bool | None
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said, to the words of `version`, at `at` (aware UTC)."""

    purpose: ConsentPurpose
    channel: NotificationType
    granted: bool
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A consent that is given with a registration: since when a model's body and photos are kept;
    and when a guardian answered, for this person or as this person for a model."""

    body_since: datetime | None
    guardian_at: datetime | None
    guardian_granted: bool | None
    as_guardian_at: datetime | None
    as_guardian_granted: bool | None


async def wants_news(session: AsyncSession, *, person: UUID) -> bool:
    """Whether a person agreed to news of shows in the chat."""
    return await _said(session, person, _NEWS) is True


async def allows_suggestions(session: AsyncSession, *, person: UUID) -> bool | None:
    """Whether "For you" may look at what a person follows and likes; None where nobody asked.

    While their data rest, it may not.
    """
    if await queries.at_rest(session, user_id=person):
        return False
    return await _said(session, person, _SUGGESTIONS)


async def choices(session: AsyncSession, *, person: UUID) -> Sequence[Choice]:
    """What a person may allow: by e-mail and SMS where there is an address or a number."""
    states = {
        (ConsentPurpose(row.purpose), NotificationType(row.channel)): row
        for row in await queries.states(session, user_id=person)
        if row.version >= VERSION
    }
    found = []
    ways = await _ways(session, person)
    if _TEXTS in states and states[_TEXTS].granted:
        ways = [*ways, _TEXTS]
    for way in ways:
        row = states.get(way)
        found.append(
            Choice(*way, None if row is None else row.granted, None if row is None else row.at)
        )
    return found


async def said(session: AsyncSession, *, person: UUID) -> Sequence[Said]:
    """What a person said, the last first."""
    return [
        Said(
            ConsentPurpose(row.purpose),
            NotificationType(row.channel),
            row.granted,
            row.version,
            row.at,
        )
        for row in await queries.log(session, user_id=person, limit=_LINES)
    ]


async def elsewhere(session: AsyncSession, *, person: UUID) -> Elsewhere:
    """The consents that belong to registrations."""
    row = await queries.elsewhere(session, user_id=person)
    return Elsewhere(
        body_since=row.body_since,
        guardian_at=row.guardian_at,
        guardian_granted=row.guardian_granted,
        as_guardian_at=row.as_guardian_at,
        as_guardian_granted=row.as_guardian_granted,
    )


async def allow(
    session: AsyncSession,
    *,
    person: UUID,
    purpose: ConsentPurpose,
    channel: NotificationType,
    granted: bool,
    now: datetime,
) -> None:
    """A person allows something, or no longer; it holds from this commit on, also for what waits.

    Saying again what holds already adds nothing. Raises `NotAvailable` for a channel that does not
    reach them; to take a word back is always possible.
    """
    if granted and (purpose, channel) not in await _ways(session, person):
        raise NotAvailable
    if await _said(session, person, (purpose, channel)) is granted:
        return
    await queries.add(
        session,
        user_id=person,
        purpose=purpose,
        channel=channel,
        granted=granted,
        version=VERSION,
        now=now,
    )


async def decide(session: AsyncSession, *, person: UUID, news: bool, now: datetime) -> None:
    """A person says yes or no to news in the chat."""
    purpose, channel = _NEWS
    await allow(session, person=person, purpose=purpose, channel=channel, granted=news, now=now)


async def gets_letters(session: AsyncSession, *, person: UUID, sign: bytes) -> bool:
    """Whether the address that begins with `sign` in its index is a person's."""
    return await queries.gets_letters(session, person=person, sign=sign)


async def stop_letters(session: AsyncSession, *, person: UUID, sign: bytes, now: datetime) -> bool:
    """No more news by e-mail, by who holds a link from one; whether it was for the address of now.

    Twice is once; it holds from this commit on, also for what waits.
    """
    return await queries.stop_letters(session, person=person, sign=sign, now=now)


async def ask_once(session: AsyncSession, *, person: UUID) -> bool:
    """Whether the question may be put now: it never was, and nothing was said unasked."""
    return await queries.mark_asked(session, user_id=person)


async def _ways(session: AsyncSession, person: UUID) -> Sequence[Way]:
    reached = await queries.reached(session, user_id=person)
    ways = [_NEWS]
    if reached.email:
        ways.append((ConsentPurpose.MARKETING, NotificationType.EMAIL))
    if reached.phone:
        ways.append(_URGENT)
    return [*ways, _SUGGESTIONS]


async def _said(session: AsyncSession, person: UUID, way: Way) -> bool | None:
    purpose, channel = way
    return await queries.granted(
        session, user_id=person, purpose=purpose, channel=channel, since=VERSION
    )
