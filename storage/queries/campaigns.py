"""Statements about campaigns: their content, where they stand, and how far they have come."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Enum, Row, bindparam, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import CampaignStatus
from storage.security.sealing import full_name, shown
from storage.tables.messages import Campaign

# `led_to`: of the evenings that its buttons lead to the one that is first in its way: one that was
# called off, else the one that ends first.
_VIEW = """
    SELECT c.id, c.name, c.status, c.type, c.purpose, c.audience, c.city, c.event_id,
           c.organizer_id, c.created_by, c.start_date, c.end_date, c.launched_at, c.fanned_out_to,
           c.fanned_out_at, c.bar_chat_id, c.bar_message_id, c.bar_shown, c.meta_data,
           c.part, c.stopped_why, c.decided_by, c.declined_why,
           (SELECT h.name FROM houses h WHERE h.user_id = c.organizer_id) AS house_name,
           e.title AS event_title, e.end_date AS event_ends_at, e.time_zone AS event_zone,
           coalesce(e.status = 'cancelled', false) AS event_called_off,
           l.title AS led_to_title, l.end_date AS led_to_ends_at, l.time_zone AS led_to_zone,
           l.status = 'cancelled' AS led_to_called_off, (
               SELECT t.name FROM ticket_types t
               WHERE t.event_id = c.event_id AND replace(CAST(t.id AS text), '-', '') = c.part
           ) AS part_name
    FROM campaigns c LEFT JOIN events e ON e.id = c.event_id
    LEFT JOIN LATERAL (
        SELECT x.title, x.end_date, x.time_zone, x.status
        FROM led_to(c.meta_data) b JOIN events x ON x.id = b.event_id
        ORDER BY x.status <> 'cancelled', x.end_date LIMIT 1
    ) l ON true
"""
_MAY = """
    (c.organizer_id = :person
     OR EXISTS (SELECT FROM administrators x WHERE x.user_id = :person AND x.revoked_at IS NULL)
     OR EXISTS (
        SELECT FROM event_staff s JOIN events o ON o.id = s.event_id
        WHERE s.user_id = :person AND s.role IN ('manager', 'marketing')
          AND o.organizer_id = c.organizer_id
          AND (c.created_by = :person OR s.event_id = c.event_id
               OR c.status = 'awaiting_approval' OR c.decided_by = :person)
     ))
"""
_FIND = text(_VIEW + "WHERE c.id = :id")
_OF = text(_VIEW + "WHERE c.id = :id AND " + _MAY)
# What a person wrote, what was written in their name, and what is about an evening that they
# manage or market. A draft whose place another of these took stands there no more.
_OWN = """
    WITH mine AS MATERIALIZED (
        SELECT x.id, x.meta_data #>> '{answers,instead}' AS instead FROM campaigns x
        WHERE x.created_by = :person OR x.organizer_id = :person
           OR x.event_id IN (
            SELECT s.event_id FROM event_staff s
            WHERE s.user_id = :person AND s.role IN ('manager', 'marketing')
        )
    )
"""
_THERE = """
    WHERE c.id IN (SELECT m.id FROM mine m) AND NOT (
        c.status = 'cancelled' AND c.launched_at IS NULL
        AND replace(CAST(c.id AS text), '-', '') IN (
            SELECT m.instead FROM mine m WHERE m.instead IS NOT NULL
        )
    )
    AND (CAST(:before AS uuid) IS NULL OR c.id < :before)
    ORDER BY c.id DESC LIMIT :limit
"""
_MINE = text(_OWN + _VIEW + _THERE)
_LOCK = text(_VIEW + "WHERE c.id = :id AND " + _MAY + "FOR NO KEY UPDATE OF c")
_NEXT_DUE = text(
    _VIEW
    + """
    WHERE c.status = 'scheduled' AND c.start_date <= :now
    ORDER BY c.start_date LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED
    """
)
_NEXT_TO_FAN_OUT = text(
    _VIEW
    + """
    WHERE c.status = 'active' AND c.start_date <= :now AND c.fanned_out_at IS NULL
    ORDER BY c.start_date LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED
    """
)
_TENDED = text(
    _VIEW
    + """
    WHERE c.launched_at IS NOT NULL
      AND (c.status = 'active' OR c.status = 'cancelled' AND c.end_date > :since)
    """
)
_IS_OPEN = text(
    """
    SELECT EXISTS (
        SELECT FROM notifications n
        WHERE n.campaign_id = :id AND n.status IN ('pending', 'sending')
    ) OR EXISTS (
        SELECT FROM campaign_posts p WHERE p.campaign_id = :id AND p.due_at IS NOT NULL
    )
    """
)
_MOVE = text(
    """
    UPDATE campaigns c
    SET status = CAST(:to AS campaign_status),
        start_date = coalesce(CAST(:start_date AS timestamptz), start_date),
        launched_at = coalesce(launched_at, CAST(:launched_at AS timestamptz)),
        end_date = coalesce(end_date, CAST(:end_date AS timestamptz)),
        asked_at = CASE CAST(:to AS campaign_status) WHEN 'draft' THEN NULL ELSE asked_at END
    WHERE c.id = :id AND c.status = ANY (:from)
    RETURNING 1
    """
).bindparams(
    bindparam(
        "from",
        type_=ARRAY(
            Enum(
                CampaignStatus,
                name="campaign_status",
                values_callable=lambda words: [word.value for word in words],
            )
        ),
    )
)
_FANNED_OUT = text(
    """
    UPDATE campaigns
    SET fanned_out_to = coalesce(:last, fanned_out_to), fanned_out_at = :ended_at
    WHERE id = :id
    """
)
# All rows of a campaign bear one moment in their keys: one month, one stretch of its index. Keys
# cut a moment to its millisecond, uuid_floor() rounds it.
_PROGRESS = text(
    """
    SELECT status, sum(people) AS people,
           coalesce(sum(people) FILTER (WHERE reason = 'capped'), 0) AS capped,
           coalesce(sum(people) FILTER (WHERE reason = 'quiet'), 0) AS asleep
    FROM campaign_tallies WHERE campaign_id = :id GROUP BY status
    """
)
_SUM_UP = text(
    """
    WITH long AS (
        SELECT campaign_id FROM campaign_tallies
        WHERE (SELECT pg_try_advisory_xact_lock(hashtext('campaign tallies')))
        GROUP BY campaign_id HAVING count(*) > :most
    ), gone AS (
        DELETE FROM campaign_tallies t USING long l WHERE t.campaign_id = l.campaign_id
        RETURNING t.campaign_id, t.status, t.reason, t.people
    )
    INSERT INTO campaign_tallies (campaign_id, status, reason, people)
    SELECT campaign_id, status, reason, sum(people) FROM gone
    GROUP BY campaign_id, status, reason HAVING sum(people) <> 0
    """
)
_UNKNOWN = text(
    """
    SELECT n.user_id, u.full_name AS name FROM notifications n JOIN users u ON u.id = n.user_id
    WHERE n.campaign_id = :id AND n.status = 'unknown' ORDER BY n.id LIMIT :limit
    """
)
# What rests is due at the end of time: no worker finds it, and it is found by that moment.
_ZONE = text(
    """
    SELECT coalesce(
        (SELECT e.time_zone FROM events e WHERE e.id = :event_id),
        (SELECT e.time_zone FROM events e WHERE e.organizer_id = :house
         ORDER BY e.id DESC LIMIT 1),
        (SELECT a.time_zone FROM telegram_accounts a WHERE a.user_id = :house),
        'Europe/Paris'
    )
    """
)
_PARK = text(
    """
    UPDATE notifications SET due_at = '9999-12-31 00:00+00'
    WHERE id IN (
        SELECT n.id FROM notifications n
        WHERE n.campaign_id = :id AND n.status = 'pending' AND n.due_at < '9999-12-31 00:00+00'
          AND n.lease_token IS NULL
        LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    """
)
_UNPARK = text(
    """
    UPDATE notifications SET due_at = :now
    WHERE id IN (
        SELECT n.id FROM notifications n
        WHERE n.lane = 2 AND n.due_at = '9999-12-31 00:00+00' AND n.campaign_id = :id
        LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    """
)
_SKIP = text(
    """
    UPDATE notifications SET status = 'skipped', due_at = NULL, last_error = 'cancelled'
    WHERE id IN (
        SELECT n.id FROM notifications n
        WHERE n.campaign_id = :id AND n.status = 'pending' AND n.lease_token IS NULL
        LIMIT :limit FOR UPDATE SKIP LOCKED
    )
    """
)


async def add(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Write a draft."""
    await session.execute(insert(Campaign).values(**values))


async def find(session: AsyncSession, *, id: UUID) -> Row[Any] | None:
    """A campaign, as the worker sees it."""
    return (await session.execute(_FIND, {"id": id})).one_or_none()


async def of(session: AsyncSession, *, id: UUID, person: UUID) -> Row[Any] | None:
    """A campaign that this person may see and steer."""
    return (await session.execute(_OF, {"id": id, "person": person})).one_or_none()


async def lock(session: AsyncSession, *, id: UUID, person: UUID) -> Row[Any] | None:
    """The same, nobody else's until the end of the transaction."""
    return (await session.execute(_LOCK, {"id": id, "person": person})).one_or_none()


async def mine(
    session: AsyncSession, *, person: UUID, before: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """The newest campaigns of a person, of their house, and about the evenings that they manage or
    market; also what was given up, unless another took its place. Those older than `before`."""
    values = {"person": person, "before": before, "limit": limit}
    return (await session.execute(_MINE, values)).all()


async def move(
    session: AsyncSession,
    *,
    id: UUID,
    start: Sequence[CampaignStatus],
    to: CampaignStatus,
    start_date: datetime | None = None,
    launched_at: datetime | None = None,
    end_date: datetime | None = None,
) -> bool:
    """From one of the statuses `start` to another; whether it stood there."""
    values = {
        "id": id,
        "from": list(start),
        "to": to.value,
        "start_date": start_date,
        "launched_at": launched_at,
        "end_date": end_date,
    }
    return (await session.execute(_MOVE, values)).scalar() is not None


async def lock_due(session: AsyncSession, *, now: datetime) -> Row[Any] | None:
    """A scheduled campaign whose time has come."""
    return (await session.execute(_NEXT_DUE, {"now": now})).one_or_none()


async def lock_to_fan_out(session: AsyncSession, *, now: datetime) -> Row[Any] | None:
    """A running campaign that not everybody has a row of yet."""
    return (await session.execute(_NEXT_TO_FAN_OUT, {"now": now})).one_or_none()


async def tended(session: AsyncSession, *, since: datetime) -> Sequence[Row[Any]]:
    """Running campaigns, and those that were cancelled lately."""
    return (await session.execute(_TENDED, {"since": since})).all()


async def is_open(session: AsyncSession, *, id: UUID) -> bool:
    """Whether a delivery of a campaign has no end yet."""
    return bool((await session.execute(_IS_OPEN, {"id": id})).scalar_one())


async def fanned_out(
    session: AsyncSession, *, id: UUID, last: UUID | None, ended_at: datetime | None
) -> None:
    """How far the fan-out has come; `ended_at` when it has come to its end."""
    await session.execute(_FANNED_OUT, {"id": id, "last": last, "ended_at": ended_at})


async def progress(session: AsyncSession, *, id: UUID) -> Sequence[Row[Any]]:
    """How many deliveries stand how."""
    return (await session.execute(_PROGRESS, {"id": id})).all()


async def sum_up(session: AsyncSession, *, most: int) -> None:
    """Add up what changed of campaigns that have more than `most` lines of it."""
    await session.execute(_SUM_UP, {"most": most})


async def unknown(session: AsyncSession, *, id: UUID, limit: int) -> Sequence[str]:
    """The names of those whose message may or may not have arrived."""
    rows = (await session.execute(_UNKNOWN, {"id": id, "limit": limit})).all()
    return [row.name or "" for row in await shown(session, rows, name=full_name())]


async def zone(session: AsyncSession, *, house: UUID, event_id: UUID | None) -> str:
    """The time zone of an event, else of a house's newest one, else of the house."""
    values = {"house": house, "event_id": event_id}
    return str((await session.execute(_ZONE, values)).scalar_one())


async def park(session: AsyncSession, *, id: UUID, limit: int) -> None:
    """Take what waits out of the workers' sight."""
    await session.execute(_PARK, {"id": id, "limit": limit})


async def unpark(session: AsyncSession, *, id: UUID, limit: int, now: datetime) -> None:
    """Let what was parked leave."""
    await session.execute(_UNPARK, {"id": id, "limit": limit, "now": now})


async def skip(session: AsyncSession, *, id: UUID, limit: int) -> None:
    """End what waits without sending it."""
    await session.execute(_SKIP, {"id": id, "limit": limit})
