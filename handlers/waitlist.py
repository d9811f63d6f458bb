"""Wait for what is sold out, and take what is offered."""

from contextlib import suppress
from uuid import UUID

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks.buying import JoinLine, LeaveLine, TakeOffer, Wait, WaitAhead
from bot.screens import waitlist as screens
from bot.visit import Visit
from domain import events, orders, waitlist
from domain.baskets import Basket
from domain.errors import HoldExpired, NotAvailable
from handlers import proceeding
from storage.enums import OrderStatus, WaitlistState
from storage.errors import AlreadyDone

router = Router(name="waitlist")


@router.callback_query(Wait.filter())
async def wait(query: CallbackQuery, callback_data: Wait, visit: Visit) -> None:
    """My place in line; how many I would wait for, where I have none."""
    await _show(query, callback_data.type, visit)


async def _show(query: CallbackQuery, type_id: UUID, visit: Visit) -> None:
    locale = visit.t.locale
    async with visit.db.read(visit.person) as tx:
        mine = await waitlist.find(
            tx.session, type_id=type_id, person=visit.person.id, locale=locale
        )
        if mine is None:
            event_id = await waitlist.event_of(tx.session, type_id=type_id)
            card = await events.get_card(tx.session, event_id=event_id, now=tx.now, locale=locale)
    if mine is None:
        offer = next((each for each in card.offers if each.id == type_id), None)
        if offer is None:
            raise NotAvailable
        await visit.stage.show(query, screens.ask(visit.t, card, offer))
    elif mine.offer is not None:
        await proceeding.show_one(query, mine.offer, visit)
    else:
        await visit.stage.show(query, screens.place(visit.t, mine))


@router.callback_query(JoinLine.filter())
async def join(query: CallbackQuery, callback_data: JoinLine, visit: Visit) -> None:
    """Wait."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await waitlist.join(
                tx.session, type_id=callback_data.type, seats=callback_data.seats, now=tx.now
            )
    await _show(query, callback_data.type, visit)


@router.callback_query(WaitAhead.filter())
async def wait_ahead(query: CallbackQuery, callback_data: WaitAhead, visit: Visit) -> None:
    """Wait at the head of the line, after a payment that came too late."""
    async with visit.db.read(visit.person) as tx:
        order = await orders.get(tx.session, order_id=callback_data.order, buyer=visit.person.id)
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            for line in order.lines:
                await waitlist.join(
                    tx.session,
                    type_id=line.ticket_type_id,
                    seats=line.quantity,
                    late_order=order.id,
                    now=tx.now,
                )
    await _show(query, order.lines[0].ticket_type_id, visit)


@router.callback_query(LeaveLine.filter())
async def leave(query: CallbackQuery, callback_data: LeaveLine, visit: Visit) -> None:
    """Give my place in line up."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await waitlist.leave(tx.session, entry_id=callback_data.entry, person=visit.person.id)
    async with visit.db.read(visit.person) as tx:
        left = await waitlist.get(
            tx.session,
            entry_id=callback_data.entry,
            person=visit.person.id,
            locale=visit.t.locale,
        )
    await visit.stage.show(query, screens.place(visit.t, left))


@router.callback_query(TakeOffer.filter())
async def take(
    query: CallbackQuery, callback_data: TakeOffer, state: FSMContext, visit: Visit
) -> None:
    """Take the seats, or fewer of them; those that cost something are billed."""
    order_id, seats = callback_data.order, callback_data.seats
    async with visit.db.read(visit.person) as tx:
        order = await orders.get(tx.session, order_id=order_id, buyer=visit.person.id)
        offer = await waitlist.find_offer(tx.session, order_id=order_id)
    if offer is None or not 0 < seats <= offer.seats:
        raise NotAvailable
    if order.status is OrderStatus.COMPLETED:
        await proceeding.show_one(query, order_id, visit)
        return
    if offer.state is not WaitlistState.OFFERED or not order.is_held(tx.now):
        raise HoldExpired
    held = sum(line.quantity for line in order.lines)
    if seats < held:
        await orders.reserve(
            visit.db,
            claim=visit.claim,
            buyer=visit.person.id,
            event_id=order.event_id,
            basket=Basket.of({offer.position: seats}),
            shown_total=order.lines[0].price.times(seats).amount,
        )
    await proceeding.proceed(query, order_id, visit, state)
