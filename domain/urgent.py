"""What cannot wait: an evening moves or is called off within a day, and Telegram does not reach a
guest of it. Who gave a number and agreed is told by a text message, once an evening and time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable
from storage.enums import EventStatus, Lane, NotificationType
from storage.ids import derived_id
from storage.queries import outbox
from storage.queries import urgent as queries

TEMPLATE: Final = "urgent"
_TELLING: Final = ("event-moved", "event-cancelled")
_WITHIN: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a text message says, and to which number (E.164). `starts_at` is aware UTC.

    `holds`: the person has a ticket, and not only places held or asked for.
    """

    phone: str = field(repr=False)
    title: str
    is_off: bool
    starts_at: datetime
    time_zone: str
    venue: str
    holds: bool


async def fall_back(
    session: AsyncSession,
    *,
    person: UUID | None,
    template: str,
    arguments: Mapping[str, Any],
    now: datetime,
) -> None:
    """A message did not reach a person in the chat: if it is urgent, queue a text message."""
    if person is None or template not in _TELLING:
        return
    order = UUID(arguments["order"])
    event = await queries.near(session, order_id=order, before=now + _WITHIN, now=now)
    if event is None or not await queries.may(session, person=person):
        return
    await outbox.add(
        session,
        id=derived_id(
            event.near_at, f"urgent {template} {event.id} {event.new_start.isoformat()} {person}"
        ),
        user_id=person,
        lane=Lane.RECEIPT,
        template=TEMPLATE,
        arguments={"event": str(event.id)},
        due_at=now,
        channel=NotificationType.SMS,
    )


async def notice(session: AsyncSession, *, person: UUID, event_id: UUID, now: datetime) -> Notice:
    """What to tell a person now. Raises `NotAvailable` for who took their word or number back, and
    for what is over."""
    row = await queries.event(session, event_id=event_id, person=person)
    phone = await queries.phone(session, person=person)
    if row is None or phone is None or not await queries.may(session, person=person):
        raise NotAvailable
    is_off = row.status == EventStatus.CANCELLED
    if not is_off and row.start_date <= now:
        raise NotAvailable
    return Notice(
        phone=phone,
        title=row.title,
        is_off=is_off,
        starts_at=row.start_date,
        time_zone=row.time_zone,
        venue=row.venue or "",
        holds=row.holds,
    )
