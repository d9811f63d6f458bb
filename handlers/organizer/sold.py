"""The orders of an event, for who makes it: found, sent again, taken back."""

from contextlib import suppress
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtOrder, CallOffOrder, FindOrder, SoldOrders, TakeBack
from bot.form import Form
from bot.screen import Screen
from bot.screens import sold as screens
from bot.steps import Answers, Fact, Text, has_letters
from bot.visit import Visit
from domain import productions, refunding, returning, sold_orders
from domain.actors import Person
from domain.errors import AmountChanged
from domain.sold_orders import Payback, Why
from storage.database import Tx
from storage.enums import OrderStatus
from storage.errors import AlreadyDone

router = Router(name="sold")

_LONGEST_NUMBER = 40


async def _find(tx: Tx, person: Person, answers: Answers) -> UUID:
    return await sold_orders.find(
        tx.session, event_id=answers.get(EVENT), by=person.id, number=answers.get(NUMBER)
    )


async def show_order(visit: Visit, order_id: UUID) -> Screen:
    """An order at its desk. Raises `NotAvailable`."""
    async with visit.db.read(visit.person) as tx:
        view = await sold_orders.get(tx.session, order_id=order_id, by=visit.person.id)
        went = await refunding.of_order(tx.session, order_id=order_id)
    return screens.order(visit.t, view, went=went)


EVENT = Fact("event", make=UUID)
NUMBER = Text("number", limit=_LONGEST_NUMBER, check=has_letters)
FIND = Form("find-order", (EVENT, NUMBER), _find, brief=True, after=show_order)


@router.callback_query(SoldOrders.filter())
async def list_orders(query: CallbackQuery, callback_data: SoldOrders, visit: Visit) -> None:
    """A page of what was ordered."""
    async with visit.db.read(visit.person) as tx:
        page = await sold_orders.page(
            tx.session,
            event_id=callback_data.event,
            by=visit.person.id,
            page=callback_data.page,
        )
    await visit.stage.show(query, screens.orders(visit.t, page))


@router.callback_query(FindOrder.filter())
async def find(
    _query: CallbackQuery, callback_data: FindOrder, state: FSMContext, visit: Visit
) -> None:
    """Which number?"""
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=callback_data.event, by=visit.person.id)
    await dialogs.begin(FIND, visit, state, {EVENT.name: event.id.hex})


@router.callback_query(AtOrder.filter(F.act.in_({"show", "again", "take", "call-off"})))
async def at_order(query: CallbackQuery, callback_data: AtOrder, visit: Visit) -> None:
    """One order; its tickets once more; which of them to take back; or why it is called off."""
    order_id = callback_data.order
    if callback_data.act == "again":
        await _queue_again(query, order_id, visit)
        return
    async with visit.db.read(visit.person) as tx:
        view = await sold_orders.get(tx.session, order_id=order_id, by=visit.person.id)
        went = await refunding.of_order(tx.session, order_id=order_id)
    if callback_data.act == "take" and view.living:
        await visit.stage.show(query, screens.which(visit.t, view))
    elif callback_data.act == "call-off" and view.status is OrderStatus.PENDING:
        await visit.stage.show(query, screens.why_off(visit.t, view))
    else:
        await visit.stage.show(query, screens.order(visit.t, view, went=went))


@router.callback_query(CallOffOrder.filter())
async def call_off(query: CallbackQuery, callback_data: CallOffOrder, visit: Visit) -> None:
    """Let an unpaid order go."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await sold_orders.call_off(
                tx.session,
                order_id=callback_data.order,
                by=visit.person.id,
                why=Why(callback_data.why),
                now=tx.now,
            )
    await visit.stage.show(query, await show_order(visit, callback_data.order))


async def _queue_again(query: CallbackQuery, order_id: UUID, visit: Visit) -> None:
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await sold_orders.queue_again(
                tx.session, order_id=order_id, by=visit.person.id, now=tx.now
            )
    await visit.stage.show(query, await show_order(visit, order_id))


@router.callback_query(TakeBack.filter())
async def take_back(query: CallbackQuery, callback_data: TakeBack, visit: Visit) -> None:
    """For how much, then why; the second answer does it."""
    ticket = None if callback_data.whole else callback_data.id
    async with visit.db.read(visit.person) as tx:
        order_id = callback_data.id
        if ticket is not None:
            order_id = await returning.order_of(tx.session, ticket_id=ticket)
        offer = await sold_orders.offer(
            tx.session, order_id=order_id, by=visit.person.id, ticket_id=ticket, now=tx.now
        )
    if not offer.parts:
        await visit.stage.show(query, await show_order(visit, order_id))
    elif not callback_data.way:
        await visit.stage.show(query, screens.how_much(visit.t, offer, callback_data))
    elif not callback_data.why:
        await visit.stage.show(query, screens.why(visit.t, offer, callback_data))
    else:
        await _take_back(query, order_id, ticket, callback_data, visit)


async def _take_back(
    query: CallbackQuery, order_id: UUID, ticket: UUID | None, answer: TakeBack, visit: Visit
) -> None:
    try:
        with suppress(AlreadyDone):
            async with visit.db.begin(visit.person, visit.claim) as tx:
                await sold_orders.take_back(
                    tx.session,
                    order_id=order_id,
                    by=visit.person.id,
                    ticket_id=ticket,
                    way=Payback(answer.way),
                    why=Why(answer.why),
                    shown=answer.amount,
                    now=tx.now,
                )
    except AmountChanged:
        await visit.stage.show(query, await show_order(visit, order_id))
        raise
    await visit.stage.show(query, await show_order(visit, order_id))
