"""Statements about reminders: who wants them when, and the rounds that are due."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Integer, Row, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_CHOSEN = text("SELECT u.preferences -> 'reminders' FROM users u WHERE u.id = :user_id")
_CHOOSE = text(
    """
    UPDATE users u
    SET preferences = jsonb_set(u.preferences, '{reminders}', CAST(:hours AS jsonb))
    WHERE u.id = :user_id
    """
).bindparams(bindparam("hours", type_=JSONB))

# A round that was before the evening came back to its start is begun again. Every scheduler locks
# in the same order.
_OPEN_ROUNDS = text(
    """
    INSERT INTO reminder_rounds AS r (event_id, hours_ahead, starts_at, reminded_at)
    SELECT e.id, h.hours, e.start_date, :now
    FROM events e
    JOIN unnest(:choices) AS h (hours) ON e.start_date - make_interval(hours => h.hours) <= :now
    WHERE e.status = 'published' AND e.start_date > :now
      AND e.start_date <= CAST(:now AS timestamptz) + make_interval(hours => :longest)
      AND NOT EXISTS (
        SELECT FROM reminder_rounds b
        WHERE b.event_id = e.id AND b.hours_ahead = h.hours AND b.starts_at = e.start_date
          AND NOT EXISTS (
            SELECT FROM event_moves m
            WHERE m.event_id = e.id AND m.starts_at = e.start_date AND m.created_at > b.reminded_at
        )
    )
    ORDER BY e.id, h.hours
    ON CONFLICT (event_id, hours_ahead, starts_at) DO UPDATE SET reminded_at = excluded.reminded_at
    WHERE EXISTS (
        SELECT FROM event_moves m
        WHERE m.event_id = r.event_id AND m.starts_at = r.starts_at
          AND m.created_at > r.reminded_at
    )
    RETURNING r.event_id, r.hours_ahead AS hours, r.starts_at, (
        SELECT m.id FROM event_moves m
        WHERE m.event_id = r.event_id AND m.starts_at = r.starts_at
        ORDER BY m.created_at DESC LIMIT 1
    ) AS move
    """
).bindparams(bindparam("choices", type_=ARRAY(Integer)))

# One reminder a person and evening, with the first of their tickets: that of their choices whose
# time came last; what was due before it is past. Who bought after that has just seen their ticket.
_REMIND = text(
    """
    INSERT INTO notifications (id, user_id, lane, template, arguments, due_at)
    SELECT derived_id(
               CAST(:starts_at AS timestamptz) - make_interval(hours => t.hours),
               'reminder ' || t.hours || ' ' || CAST(:event_id AS uuid) || ' ' || t.user_id
                   || coalesce(' ' || CAST(:move AS uuid), '')
           ),
           t.user_id, 1, 'reminder',
           jsonb_build_object('ticket', t.id, 'starts_at', CAST(:starts_at AS timestamptz),
                              'hours', t.hours),
           :now
    FROM (
        SELECT DISTINCT ON (t.user_id) t.user_id, t.id, h.hours FROM tickets t
        JOIN users u ON u.id = t.user_id AND u.status = 'active'
        JOIN LATERAL (
            SELECT min(h.hours) AS hours FROM unnest(:choices) AS h (hours)
            WHERE CAST(:starts_at AS timestamptz) - make_interval(hours => h.hours) <= :now
              AND coalesce(u.preferences -> 'reminders', to_jsonb(:usual)) @> to_jsonb(h.hours)
        ) h ON h.hours = ANY(:begun)
        WHERE t.event_id = :event_id AND t.status IN ('valid', 'reserved')
          AND t.purchase_date <= CAST(:starts_at AS timestamptz) - make_interval(hours => h.hours)
        ORDER BY t.user_id, t.id
    ) t
    ON CONFLICT DO NOTHING
    """
).bindparams(
    bindparam("choices", type_=ARRAY(Integer)),
    bindparam("usual", type_=ARRAY(Integer)),
    bindparam("begun", type_=ARRAY(Integer)),
)

# What a person holds of the evening of `ticket_id`, if it is ahead and still begins then.
_HELD = text(
    """
    SELECT (array_agg(t.id ORDER BY t.id))[1] AS first, count(*) AS tickets
    FROM tickets named
    JOIN events e ON e.id = named.event_id
    JOIN tickets t ON t.event_id = e.id
    WHERE named.id = :ticket_id AND e.status = 'published'
      AND e.start_date = :starts_at AND e.start_date > :now
      AND t.user_id = :person AND t.status IN ('valid', 'reserved')
    """
)


async def chosen(session: AsyncSession, *, user_id: UUID) -> Sequence[int] | None:
    """The hours that a person chose, None where they never did."""
    hours = (await session.execute(_CHOSEN, {"user_id": user_id})).scalar()
    return hours if isinstance(hours, list) else None


async def choose(session: AsyncSession, *, user_id: UUID, hours: Sequence[int]) -> None:
    """Keep the hours that a person chose."""
    await session.execute(_CHOOSE, {"user_id": user_id, "hours": list(hours)})


async def open_rounds(
    session: AsyncSession, *, choices: Sequence[int], now: datetime
) -> Sequence[Row[Any]]:
    """Begin the rounds that are due: event, `hours` ahead and start of each, and the last `move`
    to that start. Each begins once after a move."""
    values = {"choices": list(choices), "longest": max(choices), "now": now}
    return (await session.execute(_OPEN_ROUNDS, values)).all()


async def remind(
    session: AsyncSession,
    *,
    event_id: UUID,
    starts_at: datetime,
    begun: Sequence[int],
    move: UUID | None,
    choices: Sequence[int],
    usual: Sequence[int],
    now: datetime,
) -> None:
    """Queue a reminder for everybody who holds a ticket and whose last choice that is due is one
    of the rounds that have `begun`, in hours ahead."""
    values = {
        "event_id": event_id,
        "starts_at": starts_at,
        "begun": list(begun),
        "move": move,
        "choices": list(choices),
        "usual": list(usual),
        "now": now,
    }
    await session.execute(_REMIND, values)


async def held(
    session: AsyncSession, *, ticket_id: UUID, person: UUID, starts_at: datetime, now: datetime
) -> Row[Any]:
    """The `first` of the `tickets` that a person can use for the event of `ticket_id`; None and 0
    where it does not start at that moment, or has begun."""
    values = {"ticket_id": ticket_id, "person": person, "starts_at": starts_at, "now": now}
    return (await session.execute(_HELD, values)).one()
