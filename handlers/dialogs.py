"""Moves within the guided dialogs, whichever form they belong to.

`router` stands before all others: a typed answer is nothing else. `leftovers` stands before the
fallback: what nobody waits for may belong to a dialog that Redis forgot.
"""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot import dialogs
from bot.callbacks.wire import Move
from bot.visit import Visit
from domain.errors import DialogOver
from handlers import broadcast, codes, organizer, proceeding, support, versions
from handlers.admin import approvals, people, rules
from handlers.designers import collections
from handlers.designers import registration as designers
from handlers.models import registration as models
from handlers.organizer import registration as organizers
from handlers.profile import profile

FORMS: dialogs.Forms = {
    form.name: form
    for form in (
        support.ENQUIRY,
        support.ANSWER,
        proceeding.FORM,
        designers.FORM,
        models.FORM,
        organizers.FORM,
        collections.FORM,
        approvals.REFUSAL,
        people.FIND,
        people.LOOK,
        rules.FORM,
        versions.FORM,
        codes.FORM,
        *broadcast.FORMS,
        *organizer.FORMS,
        *profile.FORMS,
    )
}

router = Router(name="dialogs")
leftovers = Router(name="leftovers")


@router.callback_query(Move.filter())
async def move(query: CallbackQuery, callback_data: Move, state: FSMContext, visit: Visit) -> None:
    """A button of a dialog."""
    form = FORMS.get(callback_data.form)
    if form is None:
        raise DialogOver
    await dialogs.move(form, callback_data, query, visit, state)


@router.message(dialogs.is_command)
async def leave(message: Message, raw_state: str, state: FSMContext, visit: Visit) -> None:
    """/cancel ends the dialog; any other command leaves it unfinished and goes its way."""
    await state.clear()
    form = dialogs.form_of(FORMS, raw_state)
    if form is None or (message.text or "").partition("@")[0].strip() != "/cancel":
        raise SkipHandler
    await dialogs.give_up(form, message, visit, state)


@router.message(dialogs.is_answer)
async def answer(message: Message, raw_state: str, state: FSMContext, visit: Visit) -> None:
    """An answer, or something else where an answer was asked for."""
    form = dialogs.form_of(FORMS, raw_state)
    if form is None or not await dialogs.answer(form, message, visit, state):
        raise SkipHandler


@leftovers.message(dialogs.is_loose)
async def left_over(message: Message, state: FSMContext, visit: Visit) -> None:
    """Something without a dialog: perhaps there is an unfinished one."""
    if not await dialogs.offer(FORMS, message, visit, state):
        raise SkipHandler
