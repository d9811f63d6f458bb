"""The same event once more, as a draft."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import productions
from domain.errors import NotAnOrganizer
from domain.making import with_part_words
from storage.enums import EventStatus
from storage.ids import new_id
from storage.queries import productions as queries
from storage.queries import questions, schedules, ticket_types

_WEEK = timedelta(days=7)
_FACTS = frozenset({"look", "seal", "poster", "texts"})
_PARTS = frozenset({"types", "schedule"})


async def duplicate(session: AsyncSession, *, event_id: UUID, by: UUID, now: datetime) -> UUID:
    """A draft like this event, on the same weekday of the first week that is still to come.

    Schedule, seats, ticket types and questions come along; people do not, for nobody has asked
    them.
    Returns the draft's id. Raises `NotAvailable`, `NotAnOrganizer` for a manager of the house.
    """
    production = await productions.get(session, event_id=event_id, by=by)
    if not production.own:
        raise NotAnOrganizer
    way = _WEEK
    while production.starts_at + way <= now:
        way += _WEEK
    id = new_id()
    facts = {name: value for name, value in production.meta_data.items() if name in _FACTS}
    facts["texts"] = _texts_alone(facts.get("texts", {}))
    await queries.add(
        session,
        id=id,
        organizer_id=by,
        title=production.title,
        description=production.description or None,
        start_date=production.starts_at + way,
        end_date=production.ends_at + way,
        venue_id=production.venue_id,
        type=production.kind,
        status=EventStatus.DRAFT,
        currency=production.currency,
        time_zone=production.time_zone,
        meta_data=facts,
        refund_policy=production.refunds.wire(),
        seats=production.seats or 0,
    )
    for facts_of in (_copy_types, _copy_schedule):
        facts = await facts_of(session, production, id, facts, way)
    await queries.change(session, event_id=id, meta_data=facts)
    for row in await questions.of_event(session, event_id=event_id):
        place, words = row.position, {"question": row.question, "choices": row.choices}
        await questions.add(session, id=new_id(), event_id=id, position=place, **words)
    return id


async def _copy_types(
    session: AsyncSession,
    production: productions.Production,
    copy: UUID,
    facts: dict[str, Any],
    _way: timedelta,
) -> dict[str, Any]:
    rows = await ticket_types.of_event(session, event_id=production.id)
    for place, row in enumerate(rows):
        id = new_id()
        await ticket_types.add(
            session,
            id=id,
            event_id=copy,
            name=row.name,
            description=row.description,
            price=row.price,
            quantity=production.seats or 0 if row.quantity is None else row.quantity,
            benefits=row.benefits,
            max_per_person=row.max_per_person,
            needs_approval=row.needs_approval,
            position=place,
        )
        facts = _words_along(facts, production.meta_data, "types", row.id, id)
    return facts


async def _copy_schedule(
    session: AsyncSession,
    production: productions.Production,
    copy: UUID,
    facts: dict[str, Any],
    way: timedelta,
) -> dict[str, Any]:
    for row in await schedules.of_event(session, event_id=production.id):
        id = new_id()
        await schedules.add(
            session,
            id=id,
            event_id=copy,
            title=row.title,
            description=row.description,
            start_time=row.start_time + way,
            end_time=row.end_time and row.end_time + way,
            location=row.location,
            type=row.type,
            order=row.order,
        )
        facts = _words_along(facts, production.meta_data, "schedule", row.id, id)
    return facts


def _texts_alone(texts: Mapping[str, Any]) -> dict[str, Any]:
    """The event's own words, without those of its rows."""
    return {
        locale: {name: value for name, value in words.items() if name not in _PARTS}
        for locale, words in texts.items()
    }


def _words_along(
    facts: dict[str, Any], before: Mapping[str, Any], kind: str, old: UUID, new: UUID
) -> dict[str, Any]:
    for locale, words in before.get("texts", {}).items():
        said = words.get(kind, {}).get(str(old))
        if said:
            facts = with_part_words(facts, locale, kind, new, said)
    return facts
