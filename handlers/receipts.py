"""Receipts of one's own orders, in the chat and by e-mail."""

from contextlib import suppress

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.buying import MailReceipt, ShowReceipt
from bot.screens import receipts as screens
from bot.visit import Visit
from domain import receipts
from domain.errors import NotAvailable
from storage.errors import AlreadyDone

router = Router(name="receipts")


@router.callback_query(ShowReceipt.filter())
async def show(query: CallbackQuery, callback_data: ShowReceipt, visit: Visit) -> None:
    """The receipt of an order."""
    async with visit.db.read(visit.person) as tx:
        told = await receipts.get(
            tx.session,
            order_id=callback_data.order,
            buyer=visit.person.id,
            locale=visit.t.locale,
        )
    await visit.stage.show(query, screens.receipt(visit.t, told, mails=visit.desk.mails))


@router.callback_query(MailReceipt.filter(), flags={"answers": True})
async def mail(query: CallbackQuery, callback_data: MailReceipt, visit: Visit) -> None:
    """A copy by e-mail."""
    if not visit.desk.mails:
        raise NotAvailable
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await receipts.write(
                tx.session, order_id=callback_data.order, buyer=visit.person.id, now=tx.now
            )
    await query.answer(visit.t.plain("receipt-mailed"))
