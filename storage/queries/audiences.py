"""Whom a campaign reaches: counted for its maker, and written into the outbox in chunks.

Everybody counted can be reached in the chat. A marketing message is for who agreed to news, a
service notice for who holds a ticket; the database checks the same again (`require_consent`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Row, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import CampaignAudience, CampaignPurpose, CampaignType

_SIZE = """
    SELECT sec.{}(
        CAST(:purpose AS campaign_purpose), CAST(:audience AS campaign_audience), :house, :city,
        :event
    )
"""
_AHEAD = """
    SELECT a.user_id FROM sec.{}(
        CAST(:purpose AS campaign_purpose), CAST(:audience AS campaign_audience), :house,
        :city, :event, :after, :limit
    ) AS a (user_id)
"""
_COUNT = text(_SIZE.format("audience_size"))
_COUNT_LETTERS = text(_SIZE.format("letter_audience_size"))
_NEXT = text(_AHEAD.format("audience"))
_NEXT_LETTERS = text(_AHEAD.format("letter_audience"))
_ABOUT = text(
    """
    SELECT sec.audience_about(
        CAST(:purpose AS campaign_purpose), CAST(:audience AS campaign_audience), :house, :city,
        :event, :part, :most
    )
    """
)
_NEXT_OF_PART = text(
    """
    SELECT a.user_id FROM sec.part_of_audience(
        CAST(:purpose AS campaign_purpose), CAST(:audience AS campaign_audience), :house, :event,
        :part, :after, :limit
    ) AS a (user_id)
    """
)
_TYPES = text(
    "SELECT t.id, t.name FROM ticket_types t WHERE t.event_id = :event ORDER BY t.position, t.id"
)
_QUEUE = text(
    """
    INSERT INTO notifications (id, user_id, campaign_id, lane, template, due_at, type)
    SELECT derived_id(:launched_at, 'campaign ' || CAST(:campaign AS uuid) || ' ' || user_id),
           user_id, :campaign, 2, 'campaign', :now, CAST(:channel AS notification_type)
    FROM unnest(:people) AS p (user_id)
    ON CONFLICT DO NOTHING
    """
).bindparams(bindparam("people", type_=ARRAY(Uuid)))
_NOBODY = UUID(int=0)

# The houses that a person may speak for, and the events within them: their own, those that they
# manage or market for, and every one for who runs the portal.
_HOUSES = text(
    """
    SELECT h.id, p.name, h.own FROM (
        SELECT x.user_id AS id, true AS own FROM organizer_applications x
        WHERE x.user_id = :person AND x.approval_status = 'approved'
        UNION
        SELECT x.user_id, true FROM administrators x
        WHERE x.user_id = :person AND x.revoked_at IS NULL
        UNION
        SELECT e.organizer_id, false FROM event_staff s JOIN events e ON e.id = s.event_id
        WHERE s.user_id = :person AND s.role IN ('manager', 'marketing')
          AND e.organizer_id <> :person
    ) h
    LEFT JOIN houses p ON p.user_id = h.id
    ORDER BY h.own DESC, h.id
    """
)
_EVENTS = text(
    """
    SELECT e.id, e.title, e.meta_data, e.start_date, e.time_zone, v.city,
           e.status = 'cancelled' AS called_off
    FROM events e LEFT JOIN venues v ON v.id = e.venue_id
    WHERE e.organizer_id = :house AND e.status IN ('published', 'cancelled')
      AND e.end_date > :now
      AND (e.organizer_id = :person OR EXISTS (
        SELECT FROM event_staff s WHERE s.event_id = e.id AND s.user_id = :person
          AND s.role IN ('manager', 'marketing')
      ))
    ORDER BY e.start_date, e.id LIMIT 20
    """
)
_DESIGNERS = text(
    """
    SELECT DISTINCT d.id, d.brand_name FROM events e
    JOIN event_collections ec ON ec.event_id = e.id
    JOIN collections c ON c.id = ec.collection_id
    JOIN designers d ON d.id = c.designer_id
    WHERE e.organizer_id = :house AND e.status = 'published' AND e.end_date > :now
    ORDER BY d.brand_name LIMIT 12
    """
)
_CITIES = text("SELECT city, followers FROM sec.followed_cities(:house, :anywhere)")


async def count(
    session: AsyncSession,
    *,
    purpose: CampaignPurpose,
    audience: CampaignAudience,
    house: UUID,
    city: str | None,
    event: UUID | None,
    channel: CampaignType = CampaignType.PUSH,
) -> int:
    """How many people a campaign would reach now."""
    values = {
        "purpose": purpose.value,
        "audience": audience.value,
        "house": house,
        "city": city,
        "event": event,
    }
    statement = _COUNT_LETTERS if channel is CampaignType.EMAIL else _COUNT
    return int((await session.execute(statement, values)).scalar_one())


async def coming(
    session: AsyncSession,
    *,
    purpose: CampaignPurpose,
    audience: CampaignAudience,
    house: UUID,
    city: str | None,
    event: UUID | None,
    after: UUID | None,
    limit: int,
    channel: CampaignType = CampaignType.PUSH,
) -> Sequence[UUID]:
    """The next `limit` people of an audience behind `after`, in the order of their ids."""
    values = {
        "purpose": purpose.value,
        "audience": audience.value,
        "after": after or _NOBODY,
        "house": house,
        "city": city,
        "event": event,
        "limit": limit,
    }
    statement = _NEXT_LETTERS if channel is CampaignType.EMAIL else _NEXT
    return (await session.execute(statement, values)).scalars().all()


async def queue(
    session: AsyncSession,
    *,
    campaign: UUID,
    people: Sequence[UUID],
    launched_at: datetime,
    now: datetime,
    channel: CampaignType = CampaignType.PUSH,
) -> None:
    """Give people a delivery of a campaign. Doing it again adds nothing."""
    values = {
        "campaign": campaign,
        "people": people,
        "launched_at": launched_at,
        "now": now,
        "channel": channel.value,
    }
    await session.execute(_QUEUE, values)


async def houses(session: AsyncSession, *, person: UUID) -> Sequence[Row[Any]]:
    """The houses that a person may speak for, their own first."""
    return (await session.execute(_HOUSES, {"person": person})).all()


async def events(
    session: AsyncSession, *, house: UUID, person: UUID, now: datetime
) -> Sequence[Row[Any]]:
    """The events of a house that a person may write about, until their end."""
    values = {"house": house, "person": person, "now": now}
    return (await session.execute(_EVENTS, values)).all()


async def designers(session: AsyncSession, *, house: UUID, now: datetime) -> Sequence[Row[Any]]:
    """Who shows at the coming events of a house."""
    return (await session.execute(_DESIGNERS, {"house": house, "now": now})).all()


async def cities(session: AsyncSession, *, house: UUID, anywhere: bool) -> Sequence[Row[Any]]:
    """The cities of a house's events, or all, that people who want news follow."""
    return (await session.execute(_CITIES, {"house": house, "anywhere": anywhere})).all()


async def about(
    session: AsyncSession,
    *,
    purpose: CampaignPurpose,
    audience: CampaignAudience,
    house: UUID,
    city: str | None,
    event: UUID | None,
    part: str | None,
    most: int | None,
) -> int:
    """How many people a campaign in the chat would reach now, counted to `most`."""
    values = {
        "purpose": purpose.value,
        "audience": audience.value,
        "house": house,
        "city": city,
        "event": event,
        "part": part,
        "most": most,
    }
    return int((await session.execute(_ABOUT, values)).scalar_one())


async def coming_of_part(
    session: AsyncSession,
    *,
    purpose: CampaignPurpose,
    audience: CampaignAudience,
    house: UUID,
    event: UUID | None,
    part: str,
    after: UUID | None,
    limit: int,
) -> Sequence[UUID]:
    """The next `limit` people of a part of an audience behind `after`, in their ids' order."""
    values = {
        "purpose": purpose.value,
        "audience": audience.value,
        "house": house,
        "event": event,
        "part": part,
        "after": after or _NOBODY,
        "limit": limit,
    }
    return (await session.execute(_NEXT_OF_PART, values)).scalars().all()


async def types(session: AsyncSession, *, event: UUID) -> Sequence[Row[Any]]:
    """The ticket types of an event."""
    return (await session.execute(_TYPES, {"event": event})).all()
