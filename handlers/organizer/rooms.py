"""The rooms of an event's desk, drawn from the database for whoever makes it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

from bot.screen import Screen
from bot.screens import asking, making, money, promo, selling, staging
from bot.screens import order_approvals as order_approval_screens
from bot.texts import Texts
from bot.visit import Visit
from domain import (
    events,
    lineups,
    order_approvals,
    productions,
    promo_codes,
    questions,
    refunding,
    schedules,
    settlement,
    teams,
    ticket_types,
    waitlist,
)
from domain.productions import Production

_T = TypeVar("_T")


async def show_desk(visit: Visit, event_id: UUID) -> Screen:
    """The desk itself. Raises `NotAvailable`, as all of these."""
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=visit.person.id)
    return making.desk(visit.t, event, now=tx.now)


async def show_preview(visit: Visit, event_id: UUID) -> Screen:
    """The card as guests will see it."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        card = await events.get_preview(
            tx.session, event_id=event_id, by=by, now=tx.now, locale=visit.t.locale
        )
    return making.preview(visit.t, card, event, now=tx.now)


async def show_fields(visit: Visit, event_id: UUID) -> Screen:
    """What can be changed."""
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=visit.person.id)
    return making.fields(visit.t, event)


async def show_types(visit: Visit, event_id: UUID) -> Screen:
    """What is sold."""
    return await _room(visit, event_id, ticket_types.of_event, selling.types)


async def show_type(visit: Visit, type_id: UUID) -> Screen:
    """One ticket type."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        kind = await ticket_types.get(tx.session, type_id=type_id, by=by)
        event = await productions.get(tx.session, event_id=kind.event_id, by=by)
        lines = await waitlist.lines(tx.session, event_id=kind.event_id)
    return selling.kind(visit.t, event, kind, lines[type_id])


async def show_requests(visit: Visit, event_id: UUID) -> Screen:
    """The orders that wait for the house's word."""
    async with visit.db.read(visit.person) as tx:
        found = await order_approvals.waiting(
            tx.session, event_id=event_id, by=visit.person.id, now=tx.now
        )
    return order_approval_screens.waiting(visit.t, found)


async def show_codes(visit: Visit, event_id: UUID) -> Screen:
    """The promo codes."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        found = await promo_codes.of_event(tx.session, event_id=event_id, by=by)
    return promo.codes(visit.t, event, found, tx.now)


async def show_code(visit: Visit, code_id: UUID) -> Screen:
    """One promo code."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        code = await promo_codes.get(tx.session, code_id=code_id, by=by)
        event = await productions.get(tx.session, event_id=code.event_id, by=by)
    return promo.code(visit.t, event, code, tx.now)


async def show_sales(visit: Visit, event_id: UUID) -> Screen:
    """How it sells."""
    return await _room(visit, event_id, ticket_types.of_event, selling.sales)


async def show_money(visit: Visit, event_id: UUID) -> Screen:
    """What it comes to, and what it owes."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        sums = await settlement.of_event(tx.session, event_id=event_id, by=by)
        owed = await refunding.open_of_event(tx.session, event_id=event_id)
    return money.settlement(visit.t, event, sums, owed)


async def show_questions(visit: Visit, event_id: UUID) -> Screen:
    """What every buyer is asked."""
    return await _room(visit, event_id, questions.of_event, asking.questions)


async def show_schedule(visit: Visit, event_id: UUID) -> Screen:
    """What happens when."""
    return await _room(visit, event_id, schedules.of_event, staging.schedule)


async def show_lineup(visit: Visit, event_id: UUID) -> Screen:
    """Who shows and who walks."""
    return await _room(visit, event_id, lineups.get, staging.lineup)


async def show_team(visit: Visit, event_id: UUID) -> Screen:
    """Who works there."""
    return await _room(visit, event_id, teams.get, staging.team)


async def _room(
    visit: Visit,
    event_id: UUID,
    find: Callable[..., Awaitable[_T]],
    draw: Callable[[Texts, Production, _T], Screen],
) -> Screen:
    """What the event has of a kind, drawn with the event."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        found = await find(tx.session, event_id=event_id, by=by)
    return draw(visit.t, event, found)
