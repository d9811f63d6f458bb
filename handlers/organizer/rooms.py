"""The rooms of an event's desk, drawn from the database for whoever makes it."""

from uuid import UUID

from bot.screen import Screen
from bot.screens import asking, making, money, promo, selling, staging
from bot.screens import order_approvals as order_approval_screens
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
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        kinds = await ticket_types.of_event(tx.session, event_id=event_id, by=by)
    return selling.types(visit.t, event, kinds)


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
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        kinds = await ticket_types.of_event(tx.session, event_id=event_id, by=by)
    return selling.sales(visit.t, event, kinds)


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
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        asked = await questions.of_event(tx.session, event_id=event_id, by=by)
    return asking.questions(visit.t, event, asked)


async def show_schedule(visit: Visit, event_id: UUID) -> Screen:
    """What happens when."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        entries = await schedules.of_event(tx.session, event_id=event_id, by=by)
    return staging.schedule(visit.t, event, entries)


async def show_lineup(visit: Visit, event_id: UUID) -> Screen:
    """Who shows and who walks."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        shown = await lineups.get(tx.session, event_id=event_id, by=by)
    return staging.lineup(visit.t, event, shown)


async def show_team(visit: Visit, event_id: UUID) -> Screen:
    """Who works there."""
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        shown = await teams.get(tx.session, event_id=event_id, by=by)
    return staging.team(visit.t, event, shown)
