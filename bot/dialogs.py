"""Guided dialogs in the chat: every move is one transaction, and the draft is the truth.

Redis (aiogram's state) only says which dialog a typed message belongs to. Buttons carry their
form and turn, so they work without it; a message without it is offered to the unfinished dialog.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ContentType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Move
from bot.form import Answers, Dialog, Form, turn_of
from bot.screen import Screen
from bot.screens import forms as screens
from bot.show import Stage
from bot.steps import Asking, Sent, Wrong
from bot.texts import Texts
from domain import drafts
from domain.actors import Person
from domain.drafts import Draft
from domain.errors import DialogOver
from storage.context import Claim
from storage.database import Database, Tx
from storage.errors import AlreadyDone

_STATE = "form:"
_ANSWERS = F.content_type.in_(
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
"""What a person can send by hand; a payment during a dialog is none of its business."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Who acts by which update, and what a dialog needs to answer."""

    db: Database
    person: Person
    t: Texts
    claim: Claim
    state: FSMContext
    stage: Stage

    def asking(self, tx: Tx, form: Form) -> Asking:
        """Whom the form asks in this transaction."""
        return Asking(tx, self.person, self.t, form.name)


class Dialogs:
    """Leads people through forms.

    `router` comes before all others, `leftovers` after those that take texts without a dialog.
    """

    def __init__(self, *forms: Form) -> None:
        self._forms: Mapping[str, Form] = {form.name: form for form in forms}
        self.router = Router(name="dialogs")
        self.router.callback_query.register(self._tapped, Move.filter())
        self.router.message.register(self._left, F.text.startswith("/"), _in_dialog)
        self.router.message.register(self._written, _ANSWERS, _in_dialog)
        self.leftovers = Router(name="leftovers")
        self.leftovers.message.register(self._left_over, _ANSWERS, ~F.text.startswith("/"))

    async def begin(self, scene: Scene, form: Form, facts: Mapping[str, str]) -> None:
        """Ask the first question of `form`, or offer to go on where the person stopped."""
        person = scene.person
        begun_before = False
        try:
            async with scene.db.begin(person, scene.claim) as tx:
                draft = await drafts.find(
                    tx.session, user_id=person.id, form=form.name, now=tx.now
                )
                begun_before = draft is not None and form.half_done(draft, facts)
                if draft is None or not begun_before:
                    draft = await drafts.begin(
                        tx.session,
                        user_id=person.id,
                        form=form.name,
                        step=form.first,
                        answers=facts,
                        now=tx.now,
                    )
                dialog = await form.open(draft, scene.asking(tx, form))
        except AlreadyDone:
            draft, dialog = await _as_it_stands(scene, form)
        await _remember(scene, draft)
        draw = screens.begun_before if begun_before else screens.place
        await scene.stage.send(person.chat_id, draw(dialog, scene.t))

    async def _tapped(
        self,
        callback: CallbackQuery,
        callback_data: Move,
        db: Database,
        person: Person,
        t: Texts,
        claim: Claim,
        state: FSMContext,
        stage: Stage,
    ) -> None:
        form = self._forms.get(callback_data.form)
        if form is None:
            raise DialogOver
        scene = Scene(db, person, t, claim, state, stage)
        await stage.show(callback, await _moved(scene, form, callback_data, _replied(callback)))

    async def _written(
        self,
        message: Message,
        raw_state: str,
        db: Database,
        person: Person,
        t: Texts,
        claim: Claim,
        state: FSMContext,
        stage: Stage,
    ) -> None:
        form = self._forms.get(raw_state.removeprefix(_STATE))
        if form is None:
            raise SkipHandler
        scene = Scene(db, person, t, claim, state, stage)
        remembered = (await state.get_data()).get("draft")
        wrong: Wrong | None = None
        try:
            async with db.begin(person, claim) as tx:
                draft = await _find(tx, person, form)
                if draft is None or draft.id.hex != remembered:
                    raise SkipHandler
                dialog = await form.open(draft, scene.asking(tx, form))
                wrong = _take(dialog, _sent(message))
                await _keep(tx, draft, dialog)
        except AlreadyDone:
            draft, dialog = await _as_it_stands(scene, form)
        await stage.send(person.chat_id, screens.place(dialog, t, wrong))

    async def _left(
        self,
        message: Message,
        raw_state: str,
        db: Database,
        person: Person,
        t: Texts,
        claim: Claim,
        state: FSMContext,
        stage: Stage,
    ) -> None:
        """A command: /cancel ends the dialog, any other leaves it unfinished."""
        await state.clear()
        form = self._forms.get(raw_state.removeprefix(_STATE))
        if form is None or (message.text or "").partition("@")[0].strip() != "/cancel":
            raise SkipHandler
        try:
            async with db.begin(person, claim) as tx:
                draft = await _find(tx, person, form)
                if draft is None:
                    raise SkipHandler
                await drafts.close(tx.session, draft)
        except AlreadyDone:
            pass
        await stage.send(person.chat_id, screens.cancelled(t))

    async def _left_over(self, message: Message, db: Database, person: Person, t: Texts) -> None:
        """A message that nobody waits for may be the answer to a dialog that Redis forgot."""
        async with db.read(person) as tx:
            draft = await drafts.find_latest(tx.session, user_id=person.id, now=tx.now)
            form = None if draft is None else self._forms.get(draft.form)
            if draft is None or form is None:
                raise SkipHandler
            dialog = await form.open(draft, Asking(tx, person, t, form.name))
        screen = screens.unfinished(dialog, t, answered=dialog.expects(_sent(message)))
        await message.reply(screen.text, reply_markup=screen.keyboard)


async def _moved(scene: Scene, form: Form, move: Move, replied: Sent) -> Screen:
    """Make the move that a button asks for. Raises `DialogOver`."""
    wrong: Wrong | None = None
    try:
        async with scene.db.begin(scene.person, scene.claim) as tx:
            draft = await drafts.get(
                tx.session, user_id=scene.person.id, form=form.name, now=tx.now
            )
            dialog = await form.open(draft, scene.asking(tx, form))
            fresh = move.turn == dialog.turn
            ended = fresh and await _end(tx, scene.person, draft, dialog, move)
            if fresh and not ended:
                wrong = _make(dialog, move, replied)
                draft = await _keep(tx, draft, dialog)
    except AlreadyDone:
        ended = await _find_now(scene, form) is None
        if not ended:
            draft, dialog = await _as_it_stands(scene, form)
    if ended:
        await scene.state.clear()
        return _ending(form, move, scene.t)
    await _remember(scene, draft)
    return screens.place(dialog, scene.t, wrong)


async def _end(tx: Tx, person: Person, draft: Draft, dialog: Dialog, move: Move) -> bool:
    """Whether the move ends the dialog; then it is ended."""
    if move.act == "send" and dialog.current is None:
        await dialog.form.finish(tx, person, Answers(dialog.answers))
    elif move.act != "cancel":
        return False
    await drafts.close(tx.session, draft)
    return True


def _ending(form: Form, move: Move, t: Texts) -> Screen:
    if move.act == "send":
        return screens.done(form.name, t)
    if move.act == "cancel":
        return screens.cancelled(t)
    raise DialogOver


def _make(dialog: Dialog, move: Move, replied: Sent) -> Wrong | None:
    match move.act:
        case "answer":
            dialog.choose(move.answer)
        case "back":
            dialog.back()
        case "skip":
            dialog.skip()
        case "keep":
            dialog.keep()
        case "edit":
            dialog.edit(move.answer)
        case "restart":
            dialog.restart()
        case "resume" if dialog.expects(replied):
            return _take(dialog, replied)
        case _:
            pass
    return None


def _take(dialog: Dialog, sent: Sent) -> Wrong | None:
    try:
        dialog.take(sent)
    except Wrong as wrong:
        return wrong
    return None


async def _keep(tx: Tx, draft: Draft, dialog: Dialog) -> Draft:
    kept = await drafts.keep(
        tx.session, draft, step=dialog.place, answers=dialog.answers, now=tx.now
    )
    dialog.turn = turn_of(kept)
    return kept


async def _find(tx: Tx, person: Person, form: Form) -> Draft | None:
    return await drafts.find(tx.session, user_id=person.id, form=form.name, now=tx.now)


async def _find_now(scene: Scene, form: Form) -> Draft | None:
    async with scene.db.read(scene.person) as tx:
        return await _find(tx, scene.person, form)


async def _as_it_stands(scene: Scene, form: Form) -> tuple[Draft, Dialog]:
    """The dialog after an update that had been handled before. Raises `DialogOver`."""
    async with scene.db.read(scene.person) as tx:
        draft = await drafts.get(tx.session, user_id=scene.person.id, form=form.name, now=tx.now)
        return draft, await form.open(draft, scene.asking(tx, form))


async def _remember(scene: Scene, draft: Draft) -> None:
    await scene.state.set_state(_STATE + draft.form)
    await scene.state.set_data({"draft": draft.id.hex})


async def _in_dialog(_message: Message, raw_state: str | None = None, **_: Any) -> bool:
    return raw_state is not None and raw_state.startswith(_STATE)


def _sent(message: Message) -> Sent:
    return Sent(message.text, message.photo[-1].file_id if message.photo else None)


def _replied(callback: CallbackQuery) -> Sent:
    """The person's own message to which the tapped one is a reply."""
    shown = callback.message
    replied = shown.reply_to_message if isinstance(shown, Message) else None
    if replied is None or replied.from_user is None or replied.from_user.is_bot:
        return Sent()
    return _sent(replied)
