"""The three answers under a reminder: I'm coming, I cannot come, somebody else comes."""

from contextlib import suppress

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.buying import CannotCome, Coming, WriteAbout
from bot.screens import reminders as screens
from bot.visit import Visit
from domain import attendance, enquiries
from handlers.support import ENQUIRY, ORDER, TOPIC
from storage.enums import EnquiryTopic
from storage.errors import AlreadyDone

router = Router(name="reminders")


@router.callback_query(Coming.filter(), flags={"answers": True})
async def coming(query: CallbackQuery, callback_data: Coming, visit: Visit) -> None:
    """I will be there; the message may be from before a move, so it is said when."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await attendance.coming(
                tx.session, ticket_id=callback_data.ticket, holder=visit.person.id, now=tx.now
            )
    async with visit.db.read(visit.person) as tx:
        held = await attendance.get(
            tx.session, ticket_id=callback_data.ticket, holder=visit.person.id, now=tx.now
        )
    when = visit.t.when(held.starts_at, held.time_zone)
    await query.answer(visit.t.plain("alert-coming", when=when))


@router.callback_query(CannotCome.filter())
async def cannot_come(query: CallbackQuery, callback_data: CannotCome, visit: Visit) -> None:
    """What happens to my ticket when I cannot come."""
    async with visit.db.read(visit.person) as tx:
        held = await attendance.get(
            tx.session, ticket_id=callback_data.ticket, holder=visit.person.id, now=tx.now
        )
    await visit.stage.send(query.from_user.id, screens.cannot_come(visit.t, held))


@router.callback_query(WriteAbout.filter())
async def write_about(
    _query: CallbackQuery, callback_data: WriteAbout, state: FSMContext, visit: Visit
) -> None:
    """The dialog with the house, which knows the order already."""
    async with visit.db.read(visit.person) as tx:
        await enquiries.require_own(
            tx.session, order_id=callback_data.order, person=visit.person.id
        )
    topic = EnquiryTopic.PAYMENT if callback_data.money else EnquiryTopic.TICKETS
    answers = {TOPIC.name: topic.value, ORDER.name: callback_data.order.hex}
    await dialogs.begin(ENQUIRY, visit, state, answers, place="message")
