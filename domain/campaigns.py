"""Campaigns: what a house writes to many people, and how it leaves (rules.md TG19 to TG25).

The content stands once in the campaign; a person's row in the outbox has none. Marketing is for
who agreed to news and is sent at most once; a service notice is for the holders of an event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import audiences
from domain.coming import Coming, Evening
from domain.errors import NotAvailable
from storage.enums import (
    CampaignAudience,
    CampaignPurpose,
    CampaignStatus,
    CampaignType,
)
from storage.ids import new_id
from storage.queries import campaigns as queries
from storage.queries import posts

LONGEST = 4096
"""Characters of a text, counted as Telegram does after its formatting."""

LONGEST_CAPTION = 1024
"""Characters of a text that is one message with its picture."""

MOST_PHOTOS = 10
_LISTED = 8
LONGEST_NAME = 60
LONGEST_SUBJECT = 120
_OVER = (CampaignStatus.COMPLETED, CampaignStatus.CANCELLED)


LEFT = " < "
"""What stands in `bar_shown` before the messages in which a bar was shown before."""

Place = tuple[int, int]
"""A chat, and a message in it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A button of a campaign: what `start` is given, and what the button says."""

    payload: str
    label: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a campaign says: safe HTML, pictures' file ids, buttons; a letter has a subject."""

    text: str
    photos: Sequence[str] = ()
    links: Sequence[Link] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a campaign's progress is shown, a sign of what stands there, and its language.

    `left` are the chats and messages where it was shown before, which do not say so yet.
    """

    chat_id: int
    message_id: int
    shown: str
    language: str | None = None
    left: Sequence[Place] = ()

    @property
    def place(self) -> Place:
        """Its chat and message."""
        return self.chat_id, self.message_id


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as its makers see it. `starts_at` is when it is, or was, to leave.

    `answers` are those of the dialog in which it was composed, to change it. `stopped_why` is what
    Telegram said when it stopped itself. `declined_why` is why a second person, `declined_by`, did
    not agree, and `agreed_by` who did. `part` narrows the audience, to the type of ticket
    `part_name` where it names one. `coming` are the evenings that it hangs on.
    """

    id: UUID
    name: str
    status: CampaignStatus
    purpose: CampaignPurpose
    audience: CampaignAudience
    city: str | None
    event_id: UUID | None
    event_title: str
    house: UUID
    created_by: UUID | None
    starts_at: datetime | None
    launched_at: datetime | None
    queued: bool
    content: Content
    bar: Bar | None
    channel: CampaignType = CampaignType.PUSH
    answers: Mapping[str, Any] = field(default_factory=dict)
    stopped_why: str | None = None
    declined_why: str | None = None
    declined_by: UUID | None = None
    agreed_by: UUID | None = None
    part: str | None = None
    part_name: str = ""
    coming: Coming = field(default_factory=Coming)
    house_name: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more leaves."""
        return self.status in _OVER


async def draft(
    session: AsyncSession,
    *,
    by: UUID,
    house: UUID,
    purpose: CampaignPurpose,
    audience: CampaignAudience,
    city: str | None,
    event_id: UUID | None,
    content: Content,
    name: str,
    answers: Mapping[str, Any],
    now: datetime,
    channel: CampaignType = CampaignType.PUSH,
    part: str | None = None,
) -> UUID:
    """Keep a campaign that was composed; returns its id. Raises `NotAvailable`.

    `by` must speak for `house`, and `city` and `event_id` be such as the house may choose.
    """
    await audiences.require(
        session,
        person=by,
        house=house,
        audience=audience,
        city=city,
        event_id=event_id,
        part=part,
        now=now,
    )
    id = new_id()
    time_zone = await queries.zone(session, house=house, event_id=event_id)
    await queries.add(
        session,
        {
            "id": id,
            "time_zone": time_zone,
            "part": part,
            "name": name[:LONGEST_NAME],
            "organizer_id": house,
            "created_by": by,
            "type": channel,
            "purpose": purpose,
            "audience": audience,
            "city": city,
            "event_id": event_id,
            "created_at": now,
            "meta_data": {
                "text": content.text,
                "photos": list(content.photos),
                "subject": content.subject,
                "links": [[each.payload, each.label] for each in content.links],
                "answers": dict(answers),
            },
        },
    )
    return id


async def get(session: AsyncSession, *, campaign_id: UUID, by: UUID) -> Campaign:
    """A campaign, for who may steer it. Raises `NotAvailable`."""
    row = await queries.of(session, id=campaign_id, person=by)
    if row is None:
        raise NotAvailable
    return of_row(row)


async def to_send(session: AsyncSession, *, campaign_id: UUID) -> Campaign:
    """A campaign, as it is delivered. Raises `NotAvailable`."""
    row = await queries.find(session, id=campaign_id)
    if row is None:
        raise NotAvailable
    return of_row(row)


async def mine(
    session: AsyncSession, *, person: UUID, before: UUID | None = None
) -> tuple[Sequence[Campaign], bool]:
    """The newest campaigns of a person, of their house and of their evenings, given up or not, or
    those that are older than `before`; and whether there are more."""
    rows = await queries.mine(session, person=person, before=before, limit=_LISTED + 1)
    return [of_row(row) for row in rows[:_LISTED]], len(rows) > _LISTED


async def reach(session: AsyncSession, campaign: Campaign) -> int:
    """How many people the campaign would reach now; of one that is posted, in how many places."""
    if campaign.channel is CampaignType.SOCIAL:
        return await posts.places(session, house=campaign.house)
    return await audiences.size(
        session,
        purpose=campaign.purpose,
        audience=campaign.audience,
        house=campaign.house,
        city=campaign.city,
        event_id=campaign.event_id,
        channel=campaign.channel,
        part=campaign.part,
    )


async def zone(session: AsyncSession, campaign: Campaign) -> str:
    """The time zone in which the makers of a campaign think of its time."""
    return await queries.zone(session, house=campaign.house, event_id=campaign.event_id)


async def hold(session: AsyncSession, campaign_id: UUID, by: UUID) -> Campaign:
    """A campaign for who may steer it, nobody else's until the commit. Raises `NotAvailable`."""
    row = await queries.lock(session, id=campaign_id, person=by)
    if row is None:
        raise NotAvailable
    return of_row(row)


def of_row(row: Row[Any]) -> Campaign:
    """A campaign as its statements give it."""
    content = row.meta_data
    return Campaign(
        id=row.id,
        name=row.name,
        status=CampaignStatus(row.status),
        purpose=CampaignPurpose(row.purpose),
        audience=CampaignAudience(row.audience),
        city=row.city,
        event_id=row.event_id,
        event_title=row.event_title or "",
        house=row.organizer_id,
        house_name=getattr(row, "house_name", None) or "",
        created_by=row.created_by,
        starts_at=row.start_date,
        launched_at=row.launched_at,
        queued=row.fanned_out_at is not None,
        content=Content(
            text=content.get("text", ""),
            photos=_photos(content),
            links=tuple(Link(payload, label) for payload, label in content.get("links", ())),
            subject=content.get("subject", ""),
        ),
        bar=bar_of(row),
        channel=CampaignType(row.type),
        answers=content.get("answers", {}),
        stopped_why=row.stopped_why,
        declined_why=row.declined_why,
        declined_by=row.decided_by if row.declined_why else None,
        agreed_by=None if row.declined_why else row.decided_by,
        part=row.part,
        part_name=getattr(row, "part_name", None) or "",
        coming=Coming(
            about=_evening(row, "event"),
            led_to=_evening(row, "led_to"),
            invites=CampaignPurpose(row.purpose) is CampaignPurpose.MARKETING,
        ),
    )


def bar_of(row: Row[Any]) -> Bar | None:
    """Where a row says that the progress is shown: its `bar_shown` is the sign of what stands
    there and, behind `LEFT`, which messages showed it before and do not say so yet."""
    if row.bar_message_id is None:
        return None
    shown, _, left = (row.bar_shown or "").partition(LEFT)
    places = (each.split(":") for each in left.split())
    return Bar(
        row.bar_chat_id,
        row.bar_message_id,
        shown,
        getattr(row, "bar_language", None),
        tuple((int(chat), int(message)) for chat, message in places),
    )


def _evening(row: Row[Any], which: str) -> Evening | None:
    """One of the evenings of a row, where it has one and its statement asks for it."""
    ends_at = getattr(row, f"{which}_ends_at", None)
    if ends_at is None:
        return None
    facts = (getattr(row, f"{which}_{each}") for each in ("zone", "called_off"))
    return Evening(getattr(row, f"{which}_title"), ends_at, *facts)


def _photos(content: Mapping[str, Any]) -> Sequence[str]:
    """The pictures of a campaign; before there were albums, one stood by itself."""
    alone = content.get("photo")
    return tuple(content.get("photos") or ([alone] if alone else ()))
