"""Giving tickets back: which, what returns for them, and a yes that counts for what was shown."""

from contextlib import suppress
from uuid import UUID

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.buying import ChooseReturn, GiveAllBack, GiveBack, ReallyGiveBack
from bot.screens import checkout
from bot.screens import returns as screens
from bot.visit import Visit
from domain import orders, returning
from domain.errors import AmountChanged
from domain.returning import Quote
from storage.errors import AlreadyDone

router = Router(name="returns")


@router.callback_query(ChooseReturn.filter())
async def choose(query: CallbackQuery, callback_data: ChooseReturn, visit: Visit) -> None:
    """The tickets of an order that can be given back."""
    quote = await _quote(visit, callback_data.order, None)
    draw = screens.choose if quote.parts else screens.nothing_left
    await visit.stage.show(query, draw(visit.t, quote))


@router.callback_query(GiveBack.filter())
async def give_back(query: CallbackQuery, callback_data: GiveBack, visit: Visit) -> None:
    """One ticket: a free place goes at once."""
    order_id = await _order_of(visit, callback_data.ticket)
    await _give_back_or_ask(query, order_id, callback_data.ticket, visit)


@router.callback_query(GiveAllBack.filter())
async def give_all_back(query: CallbackQuery, callback_data: GiveAllBack, visit: Visit) -> None:
    """All that I hold of an order."""
    await _give_back_or_ask(query, callback_data.order, None, visit)


@router.callback_query(ReallyGiveBack.filter())
async def surely(query: CallbackQuery, callback_data: ReallyGiveBack, visit: Visit) -> None:
    """Yes, for the sum that was shown; where that has changed, it is shown anew."""
    ticket = None if callback_data.whole else callback_data.id
    order_id = callback_data.id if ticket is None else await _order_of(visit, ticket)
    try:
        await _give_back(query, order_id, ticket, callback_data.amount, visit)
    except AmountChanged:
        await _ask(query, await _quote(visit, order_id, ticket), ticket, visit)
        raise


async def _give_back_or_ask(
    query: CallbackQuery, order_id: UUID, ticket: UUID | None, visit: Visit
) -> None:
    quote = await _quote(visit, order_id, ticket)
    if quote.parts and quote.price.amount:
        await _ask(query, quote, ticket, visit)
    else:  # also what is to be paid at the door: its order, as it is shown, can be let go
        await _give_back(query, order_id, ticket, 0, visit)


async def _ask(query: CallbackQuery, quote: Quote, ticket: UUID | None, visit: Visit) -> None:
    one = quote.parts[0] if ticket is not None else None
    await visit.stage.show(query, screens.ask(visit.t, quote, ticket=one))


async def _give_back(
    query: CallbackQuery, order_id: UUID, ticket: UUID | None, shown: int, visit: Visit
) -> None:
    """Do it, and show what the order is now; a second tap shows the same."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await returning.give_back(
                tx.session,
                order_id=order_id,
                buyer=visit.person.id,
                ticket_id=ticket,
                shown=shown,
                now=tx.now,
            )
    async with visit.db.read(visit.person) as tx:
        view = await orders.get(
            tx.session, order_id=order_id, buyer=visit.person.id, locale=visit.t.locale
        )
    screen = checkout.order(visit.t, view, payable=visit.desk.takes_payment_of(view), now=tx.now)
    await visit.stage.show(query, screen)


async def _order_of(visit: Visit, ticket_id: UUID) -> UUID:
    async with visit.db.read(visit.person) as tx:
        return await returning.order_of(tx.session, ticket_id=ticket_id)


async def _quote(visit: Visit, order_id: UUID, ticket: UUID | None) -> Quote:
    async with visit.db.read(visit.person) as tx:
        return await returning.quote(
            tx.session,
            order_id=order_id,
            buyer=visit.person.id,
            ticket_id=ticket,
            now=tx.now,
            locale=visit.t.locale,
        )
