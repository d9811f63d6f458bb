"""Reaching a human: /support and /paysupport for guests, answers for who runs the portal."""

from collections.abc import Sequence
from uuid import UUID

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot import dialogs
from bot.callbacks.office import AnswerEnquiry, ShowEnquiryPhoto
from bot.form import Form
from bot.screens import support as screens
from bot.steps import Answers, Asking, Choice, Fact, Option, Photo, Text, one_of
from bot.visit import Visit
from domain import enquiries
from domain.actors import Person
from domain.errors import NotAvailable
from storage.database import Tx
from storage.enums import EnquiryTopic

router = Router(name="support")


async def _own_orders(asking: Asking) -> Sequence[Option]:
    orders = await enquiries.recent_orders(asking.tx.session, buyer=asking.person.id)
    return [Option(order.id.hex, screens.order_label(asking.t, order)) for order in orders]


async def _ask(tx: Tx, person: Person, answers: Answers) -> None:
    await enquiries.ask(
        tx.session,
        person=person.id,
        topic=answers.get(TOPIC),
        order_id=answers.find(ORDER),
        message=answers.get(MESSAGE),
        photo=answers.find(PHOTO),
        now=tx.now,
    )


async def _answer(tx: Tx, person: Person, answers: Answers) -> None:
    await enquiries.answer(
        tx.session,
        enquiry_id=answers.get(ASKED),
        by=person,
        text=answers.get(WORDS),
        now=tx.now,
    )


TOPIC = one_of("topic", EnquiryTopic)
ORDER = Choice("order", make=UUID, options=_own_orders, optional=True)
MESSAGE = Text("message", limit=enquiries.LONGEST)
PHOTO = Photo("photo", optional=True)
ENQUIRY = Form("support", (TOPIC, ORDER, MESSAGE, PHOTO), _ask)

ASKED = Fact("enquiry", make=UUID)
WORDS = Text("answer", limit=enquiries.LONGEST)
ANSWER = Form("answer", (ASKED, WORDS), _answer)


@router.message(Command("support", "paysupport"))
async def write(_message: Message, state: FSMContext, visit: Visit) -> None:
    """A question to the house."""
    await dialogs.begin(ENQUIRY, visit, state)


@router.message(Command("enquiries"))
async def waiting(message: Message, visit: Visit) -> None:
    """What nobody has answered yet, for who runs the portal."""
    async with visit.db.read(visit.person) as tx:
        open_ones = await enquiries.waiting(tx.session, by=visit.person)
    await visit.stage.send(message.chat.id, screens.waiting(visit.t, open_ones))


@router.callback_query(AnswerEnquiry.filter())
async def write_back(
    _query: CallbackQuery, callback_data: AnswerEnquiry, state: FSMContext, visit: Visit
) -> None:
    """An answer to a question, by who runs the portal."""
    async with visit.db.read(visit.person) as tx:
        await enquiries.get_open(tx.session, enquiry_id=callback_data.enquiry, by=visit.person)
    await dialogs.begin(ANSWER, visit, state, {ASKED.name: callback_data.enquiry.hex})


@router.callback_query(ShowEnquiryPhoto.filter())
async def show_photo(
    query: CallbackQuery, callback_data: ShowEnquiryPhoto, visit: Visit, bot: Bot
) -> None:
    """The photo that came with a question."""
    async with visit.db.read(visit.person) as tx:
        enquiry = await enquiries.get(
            tx.session, enquiry_id=callback_data.enquiry, by=visit.person
        )
    if enquiry.photo is None:
        raise NotAvailable
    await bot.send_photo(query.from_user.id, enquiry.photo)
