"""What an event owes its guests, and what it comes to."""

from contextlib import suppress
from uuid import UUID

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.making import AtRefund
from bot.screen import Screen
from bot.screens import money as screens
from bot.visit import Visit
from domain import outside, productions, refunding
from storage.errors import AlreadyDone

router = Router(name="money")


@router.callback_query(AtRefund.filter(F.act.in_({"show", "hand"})))
async def show(query: CallbackQuery, callback_data: AtRefund, visit: Visit) -> None:
    """One refund; before it is closed by hand, the question whether that was done."""
    asks = callback_data.act == "hand"
    await visit.stage.show(query, await _task(visit, callback_data.refund, asks=asks))


@router.callback_query(AtRefund.filter(F.act == "again"))
async def again(query: CallbackQuery, callback_data: AtRefund, visit: Visit) -> None:
    """Send it once more."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await refunding.try_again(
                tx.session, id=callback_data.refund, by=visit.person.id, now=tx.now
            )
    await visit.stage.show(query, await _task(visit, callback_data.refund))


@router.callback_query(AtRefund.filter(F.act == "done"))
async def done(query: CallbackQuery, callback_data: AtRefund, visit: Visit) -> None:
    """The house has paid it back itself."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await refunding.close_by_hand(
                tx.session, id=callback_data.refund, by=visit.person.id, now=tx.now
            )
    await visit.stage.show(query, await _task(visit, callback_data.refund))


@router.callback_query(AtRefund.filter(F.act == "admit"), flags={"answers": True})
async def admit(query: CallbackQuery, callback_data: AtRefund, visit: Visit) -> None:
    """Tickets that were blocked because their money went count again."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await outside.admit(tx.session, refund=callback_data.refund, by=visit.person.id)
    await query.answer(visit.t.plain("refund-admitted"))
    await visit.stage.show(query, await _task(visit, callback_data.refund))


async def _task(visit: Visit, id: UUID, *, asks: bool = False) -> Screen:
    """Raises `NotAvailable` for who does not make the event."""
    async with visit.db.read(visit.person) as tx:
        refund = await refunding.get(tx.session, id=id)
        event = await productions.get(tx.session, event_id=refund.event_id, by=visit.person.id)
    return screens.task(visit.t, refund, title=event.title, asks=asks)
