"""Audiences: for which houses a person speaks, whom these may write to, and how many that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import administrators
from domain.errors import MarketingNeeded, NotAvailable
from storage.enums import CampaignAudience, CampaignPurpose, CampaignType, EventType
from storage.queries import audiences as queries

DESIGNERS: Final = "designers"
MODELS: Final = "models"
WAITING: Final = "waiting"
TASTE: Final = "taste-"
"""Before a kind of evening: those who like it."""

ABOUT: Final = 20_000
"""People to which an estimate is counted while somebody chooses; exactly it is counted after."""


@dataclass(frozen=True, slots=True)
class House:
    """For whom a person speaks; `own` tells that it is their own name."""

    id: UUID
    name: str
    own: bool


@dataclass(frozen=True, slots=True)
class HouseEvent:
    """An event of a house, to choose its holders or to lead to it.

    One that was called off leads nowhere, and its holders hear only what they must know.
    """

    id: UUID
    title: str
    starts_at: datetime
    time_zone: str
    meta_data: Mapping[str, Any]
    called_off: bool = False


@dataclass(frozen=True, slots=True)
class Brand:
    """A designer who shows with a house."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some of an audience: what stands for them, the name of their ticket type, how many."""

    value: str
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class City:
    """A city with so many followers who want news."""

    name: str
    followers: int

    @property
    def code(self) -> str:
        """What stands for it on buttons."""
        return sha256(self.name.encode()).hexdigest()[:12]


async def houses(session: AsyncSession, *, person: UUID) -> Sequence[House]:
    """The houses that a person speaks for, their own first."""
    rows = await queries.houses(session, person=person)
    return [House(row.id, row.name or "", row.own) for row in rows]


async def speaking(session: AsyncSession, *, person: UUID) -> Sequence[House]:
    """The same, at least one. Raises `MarketingNeeded`."""
    found = await houses(session, person=person)
    if not found:
        raise MarketingNeeded
    return found


async def events(
    session: AsyncSession, *, house: UUID, person: UUID, now: datetime
) -> Sequence[HouseEvent]:
    """The events of a house that this person may write about."""
    rows = await queries.events(session, house=house, person=person, now=now)
    return [
        HouseEvent(row.id, row.title, row.start_date, row.time_zone, row.meta_data, row.called_off)
        for row in rows
    ]


async def to_invite(
    session: AsyncSession, *, house: UUID, person: UUID, now: datetime
) -> Sequence[HouseEvent]:
    """Those of them that take place: what a button may lead to."""
    found = await events(session, house=house, person=person, now=now)
    return [each for each in found if not each.called_off]


async def holders(
    session: AsyncSession, *, house: UUID, person: UUID, now: datetime
) -> Sequence[tuple[HouseEvent, int]]:
    """Those whose holders this person may write to, each with how many; of one that was called
    off only as long as it has any."""
    found = []
    for event in await events(session, house=house, person=person, now=now):
        people = await size(
            session,
            purpose=CampaignPurpose.SERVICE,
            audience=CampaignAudience.HOLDERS,
            house=house,
            event_id=event.id,
        )
        if people or not event.called_off:
            found.append((event, people))
    return found


async def brands(session: AsyncSession, *, house: UUID, now: datetime) -> Sequence[Brand]:
    """Who shows at the coming events of a house."""
    rows = await queries.designers(session, house=house, now=now)
    return [Brand(row.id, row.brand_name) for row in rows]


async def cities(session: AsyncSession, *, house: UUID, person: UUID) -> Sequence[City]:
    """The cities whose followers a house may write to; any, for who runs the portal."""
    anywhere = await _runs_the_portal(session, person)
    rows = await queries.cities(session, house=house, anywhere=anywhere)
    return [City(row.city, row.followers) for row in rows]


async def kinds(
    session: AsyncSession, *, house: UUID, person: UUID, now: datetime
) -> Sequence[CampaignAudience]:
    """The kinds of audience that this person may choose for a house."""
    found = [CampaignAudience.FOLLOWERS]
    if await _runs_the_portal(session, person):
        found.insert(0, CampaignAudience.EVERYONE)
    if await cities(session, house=house, person=person):
        found.append(CampaignAudience.CITY)
    if await holders(session, house=house, person=person, now=now):
        found.append(CampaignAudience.HOLDERS)
    return found


async def size(
    session: AsyncSession,
    *,
    purpose: CampaignPurpose,
    audience: CampaignAudience,
    house: UUID,
    city: str | None = None,
    event_id: UUID | None = None,
    channel: CampaignType = CampaignType.PUSH,
    part: str | None = None,
    most: int | None = None,
) -> int:
    """How many people can be reached now; of a `part` in the chat, counted to `most`."""
    if part is not None or most is not None:
        return await queries.about(
            session,
            purpose=purpose,
            audience=audience,
            house=house,
            city=city,
            event=event_id,
            part=part,
            most=most,
        )
    return await queries.count(
        session,
        purpose=purpose,
        audience=audience,
        house=house,
        city=city,
        event=event_id,
        channel=channel,
    )


async def parts(
    session: AsyncSession, *, house: UUID, audience: CampaignAudience, event_id: UUID | None
) -> Sequence[Part]:
    """The parts of an audience in which there is somebody, each with how many, counted to `ABOUT`.

    Of holders one type of ticket where there are several, and who waits; of others designers,
    models, and who likes a kind of evening.
    """
    names: dict[str, str] = {}
    if audience is CampaignAudience.HOLDERS and event_id is not None:
        types = await queries.types(session, event=event_id)
        names = {row.id.hex: row.name for row in types if len(types) > 1}
        names[WAITING] = ""
    elif audience in (CampaignAudience.EVERYONE, CampaignAudience.FOLLOWERS):
        names = dict.fromkeys((DESIGNERS, MODELS, *(f"{TASTE}{each}" for each in EventType)), "")
    found = []
    for value, name in names.items():
        people = await size(
            session,
            purpose=CampaignPurpose.MARKETING if not name else CampaignPurpose.SERVICE,
            audience=audience,
            house=house,
            event_id=event_id,
            part=value,
            most=ABOUT,
        )
        if people:
            found.append(Part(value, name, people))
    is_whole = len(found) == 1 and bool(found[0].name)
    return () if is_whole else found


async def require(
    session: AsyncSession,
    *,
    person: UUID,
    house: UUID,
    audience: CampaignAudience,
    city: str | None,
    event_id: UUID | None,
    now: datetime,
    part: str | None = None,
) -> None:
    """Raises `NotAvailable` unless this person may write to this audience for this house.

    Of what it was narrowed to, the database knows what fits.
    """
    if house not in {each.id for each in await houses(session, person=person)}:
        raise NotAvailable
    if audience is CampaignAudience.EVERYONE and not await _runs_the_portal(session, person):
        raise NotAvailable
    if audience is CampaignAudience.CITY:
        offered = await cities(session, house=house, person=person)
        if city not in {each.name for each in offered}:
            raise NotAvailable
    if audience is CampaignAudience.HOLDERS or event_id is not None:
        offered_events = await events(session, house=house, person=person, now=now)
        if event_id not in {each.id for each in offered_events}:
            raise NotAvailable
    if part not in (None, WAITING) and event_id is not None:
        types = await queries.types(session, event=event_id)
        if part not in {row.id.hex for row in types}:
            raise NotAvailable


async def _runs_the_portal(session: AsyncSession, person: UUID) -> bool:
    return person in await administrators.present(session)
