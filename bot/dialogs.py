"""Guided dialogs in the chat: every move is one transaction, and the draft is the truth.

Redis (aiogram's state) only says which dialog a typed message belongs to. Buttons carry their
form and turn, so they work without it; a message without it is offered to the unfinished dialog.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from aiogram.enums import ContentType
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.methods import DeleteMessage
from aiogram.types import CallbackQuery, Message

from bot import albums, endings, heard, turns
from bot.callbacks.wire import Move
from bot.endings import Ended
from bot.form import Form
from bot.screens import forms as screens
from bot.steps import Stored, Wrong
from bot.steps.pictures import FULL
from bot.visit import Visit
from domain import drafts
from domain.drafts import Draft
from domain.errors import DialogOver
from storage.errors import AlreadyDone

Forms = Mapping[str, Form]
"""The forms of the house by name."""

_STATE = "form:"
_BY_HAND = frozenset(
    {
        ContentType.TEXT,
        ContentType.PHOTO,
        ContentType.STICKER,
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.LOCATION,
        ContentType.POLL,
        ContentType.STORY,
        ContentType.VENUE,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)
"""What a person can send; a payment that arrives during a dialog is none of its business."""


async def is_answer(message: Message, raw_state: str | None = None) -> bool:
    """Filter: a message to the dialog that the person is in."""
    return _in_dialog(raw_state) and await is_loose(message)


async def is_command(message: Message, raw_state: str | None = None) -> bool:
    """Filter: a command in the middle of a dialog."""
    return _in_dialog(raw_state) and (message.text or "").startswith("/")


async def is_loose(message: Message) -> bool:
    """Filter: a message that may be an answer to something."""
    return message.content_type in _BY_HAND and not (message.text or "").startswith("/")


def _in_dialog(raw_state: str | None) -> bool:
    return raw_state is not None and raw_state.startswith(_STATE)


def form_of(forms: Forms, raw_state: str) -> Form | None:
    """The form that the state names, if this version still has it."""
    return forms.get(raw_state.removeprefix(_STATE))


async def begin(
    form: Form,
    visit: Visit,
    state: FSMContext,
    facts: Mapping[str, Stored] | None = None,
    *,
    place: str | None = None,
    anew: CallbackData | None = None,
    over: bool = False,
) -> None:
    """Ask the first question of `form`, or offer to go on where the person stopped.

    `facts` may hold answers too; with `place` the dialog begins elsewhere, such as in its review.
    `anew` is the other way of that offer; with `over` nothing is offered.
    """
    facts = facts or {}
    half_done = False
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            draft = await turns.find(tx, visit, form)
            half_done = draft is not None and not over and form.half_done(draft, facts)
            if draft is None or not half_done:
                draft = await drafts.begin(
                    tx.session,
                    user_id=visit.person.id,
                    form=form.name,
                    step=place or form.first,
                    answers=facts,
                    now=tx.now,
                )
            dialog = await turns.opened(tx, visit, form, draft)
    except AlreadyDone:
        draft, dialog = await turns.as_it_stands(visit, form)
    await _remember(state, draft)
    offered = screens.begun_before(dialog, visit.t, anew) if half_done else None
    await visit.stage.send(visit.person.chat_id, offered or screens.place(dialog, visit.t))


async def enter(
    form: Form,
    visit: Visit,
    state: FSMContext,
    facts: Mapping[str, Stored],
    known: Mapping[str, Stored],
) -> None:
    """Ask where the person stopped, in the middle of an act that has claimed the update.

    A dialog about other `facts` gives way to a new one, with what is `known` and was said there.
    """
    async with visit.db.begin(visit.person) as tx:
        draft = await turns.find(tx, visit, form)
        said = {} if draft is None else draft.answers
        if draft is None or any(said.get(name) != fact for name, fact in facts.items()):
            draft = await drafts.begin(
                tx.session,
                user_id=visit.person.id,
                form=form.name,
                step=form.first,
                answers={**said, **known, **facts},
                now=tx.now,
            )
        dialog = await turns.opened(tx, visit, form, draft)
    await _remember(state, draft)
    await visit.stage.send(visit.person.chat_id, screens.place(dialog, visit.t))


async def move(
    form: Form, move: Move, query: CallbackQuery, visit: Visit, state: FSMContext
) -> None:
    """Make the move that a button asks for; a stale one shows the open question.

    Raises `DialogOver`.
    """
    if form.secret and move.act == "resume" and (replied := heard.replied_to(query)) is not None:
        await _delete(replied, visit)
    wrong: Wrong | None = None
    ended: Ended | None
    fresh = False
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            draft = await turns.get(tx, visit, form, lock=True)
            dialog = await turns.opened(tx, visit, form, draft)
            fresh = move.turn == dialog.turn
            ended = await turns.end(tx, visit, draft, dialog, move) if fresh else None
            if fresh and ended is None:
                wrong = turns.make(dialog, move, heard.replied(query))
                wrong = wrong or await turns.do_at_once(tx, visit, dialog)
                draft, dialog = await turns.keep(tx, visit, draft, dialog)
                ended = await turns.end_at_once(tx, visit, draft, dialog, wrong)
    except AlreadyDone:
        ended = None if await turns.is_open(visit, form) else Ended(move.act)
        if ended is None:
            draft, dialog = await turns.as_it_stands(visit, form)
    if ended is not None:
        await state.clear()
        await endings.show(query, form, ended, visit, state)
    elif fresh and move.act == "cancel":
        await visit.stage.show(query, screens.surely(dialog, visit.t))
    else:
        await _remember(state, draft)
        await visit.stage.show(query, screens.place(dialog, visit.t, wrong))


async def answer(form: Form, message: Message, visit: Visit, state: FSMContext) -> bool:
    """Take a message as the answer to the open question; False where none is open."""
    if form.secret:
        await _delete(message, visit)
    remembered = await state.get_data()
    wrong: Wrong | None = None
    ended: Ended | None = None
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            draft = await turns.get(tx, visit, form, lock=True)
            if draft.id.hex != remembered.get("draft"):
                raise DialogOver
            dialog = await turns.opened(tx, visit, form, draft)
            wrong = turns.take(dialog, heard.sent(message))
            wrong = wrong or await turns.do_at_once(tx, visit, dialog)
            draft, dialog = await turns.keep(tx, visit, draft, dialog)
            ended = await turns.end_at_once(tx, visit, draft, dialog, wrong)
    except DialogOver:
        await state.clear()
        return False
    except AlreadyDone:
        draft, dialog = await turns.as_it_stands(visit, form)
    if ended is not None:
        await state.clear()
        await endings.show(message, form, ended, visit, state)
        return True
    if message.media_group_id is None:
        await visit.stage.send(visit.person.chat_id, screens.place(dialog, visit.t, wrong))
        return True
    if wrong is None:
        await state.update_data(album=message.media_group_id)
    elif wrong.reason == FULL:
        wrong = await albums.left_out(wrong, message.media_group_id, state)
    elif remembered.get("album") == message.media_group_id:
        wrong = None  # one photo was asked for, and the first of the album was taken
    visit.house.albums.came(visit.person.chat_id, partial(_show_anew, form, visit, wrong))
    return True


async def _show_anew(form: Form, visit: Visit, wrong: Wrong | None) -> None:
    """Where the dialog stands, after an album."""
    with suppress(DialogOver):
        _, dialog = await turns.as_it_stands(visit, form)
        await visit.stage.send(visit.person.chat_id, screens.place(dialog, visit.t, wrong))


async def give_up(form: Form, message: Message, visit: Visit, state: FSMContext) -> None:
    """Forget the dialog and say so; one with many answers only after a question."""
    ended = Ended("drop")
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            draft = await turns.find(tx, visit, form)
            if draft is not None:
                dialog = await turns.opened(tx, visit, form, draft)
                if dialog.worth_asking:
                    ended = Ended("ask")
                else:
                    ended = await turns.drop(tx, draft, dialog)
    except AlreadyDone:
        pass  # the first run was cut off before it could say so
    if ended.act == "ask":
        await visit.stage.send(visit.person.chat_id, screens.surely(dialog, visit.t))
    else:
        await endings.show(message, form, ended, visit, state)


async def offer(forms: Forms, message: Message, visit: Visit, state: FSMContext) -> bool:
    """Ask whether a message that nobody waits for answers an unfinished dialog; False: none.

    Photos for a dialog that collects photos are taken without asking: an album is many messages.
    """
    async with visit.db.read(visit.person) as tx:
        draft = await drafts.find_latest(tx.session, user_id=visit.person.id, now=tx.now)
        form = None if draft is None else forms.get(draft.form)
        if draft is None or form is None:
            return False
        dialog = await turns.opened(tx, visit, form, draft)
    if dialog.collects_photos and dialog.expects(heard.sent(message)):
        await _remember(state, draft)
        return await answer(form, message, visit, state)
    screen = screens.unfinished(dialog, visit.t, answered=dialog.expects(heard.sent(message)))
    await message.reply(screen.text, reply_markup=screen.keyboard)
    return True


async def _remember(state: FSMContext, draft: Draft) -> None:
    await state.set_state(_STATE + draft.form)
    await state.set_data({"draft": draft.id.hex})


async def _delete(message: Message, visit: Visit) -> None:
    """Nobody who looks over the shoulder later shall read it."""
    await visit.extras.try_(DeleteMessage(chat_id=message.chat.id, message_id=message.message_id))
