"""One turn of a guided dialog, in its transaction: what a button or a message does to it, what
ends it, and how it is found and kept."""

from dataclasses import replace

from bot.callbacks.wire import Move
from bot.endings import Ended
from bot.form import Dialog, Form, turn_of
from bot.steps import Answers, Asking, Sent, Wrong
from bot.visit import Visit
from domain import drafts
from domain.drafts import Draft
from storage.database import Tx


async def end(tx: Tx, visit: Visit, draft: Draft, dialog: Dialog, move: Move) -> Ended | None:
    """End the dialog if the move asks for it; None where it goes on."""
    if move.act == "send" and dialog.current is None:
        return await _finish(tx, visit, draft, dialog)
    if move.act == "drop" or (move.act == "cancel" and not dialog.worth_asking):
        return await drop(tx, draft, dialog)
    return None


async def drop(tx: Tx, draft: Draft, dialog: Dialog) -> Ended:
    """Give the dialog up."""
    await drafts.close(tx.session, draft)
    about = dialog.form.about
    return Ended("drop", None if about is None else dialog.given().get(about))


async def do_at_once(tx: Tx, visit: Visit, dialog: Dialog) -> Wrong | None:
    """What the answer that was just given asks for; what is wrong with it takes it back."""
    act = dialog.form.at_once.get(dialog.just)
    wrong = await act(tx, visit.person, dialog.given()) if act else None
    if wrong is not None:
        dialog.take_back()
    return wrong


async def end_at_once(
    tx: Tx, visit: Visit, draft: Draft, dialog: Dialog, wrong: Wrong | None
) -> Ended | None:
    """End a dialog that has no review and nothing more to ask."""
    if not dialog.form.brief or wrong is not None or dialog.current is not None:
        return None
    return await _finish(tx, visit, draft, dialog)


async def _finish(tx: Tx, visit: Visit, draft: Draft, dialog: Dialog) -> Ended:
    made = await dialog.form.finish(tx, visit.person, dialog.given())
    await drafts.close(tx.session, draft)
    return Ended("send", made, dialog.given())


def make(dialog: Dialog, move: Move, replied: Sent) -> Wrong | None:
    """Make the move of a button; what is wrong with it. `replied` is what its message answers."""
    try:
        match move.act:
            case "answer":
                dialog.choose(move.answer)
            case "back":
                dialog.back()
            case "skip":
                dialog.skip()
            case "keep":
                dialog.keep()
            case "undo":
                dialog.undo()
            case "clear":
                dialog.clear()
            case "see":
                dialog.see(move.answer)
            case "edit":
                dialog.edit(move.answer)
            case "restart":
                dialog.restart()
            case "resume" if dialog.expects(replied):
                dialog.take(replied)
            case _:
                pass  # to resume or to send what is not complete shows the open question
    except Wrong as wrong:
        return wrong
    return None


def take(dialog: Dialog, sent: Sent) -> Wrong | None:
    """Take a message as the answer to the open question; what is wrong with it."""
    try:
        dialog.take(sent)
    except Wrong as wrong:
        return wrong
    return None


async def opened(tx: Tx, visit: Visit, form: Form, draft: Draft) -> Dialog:
    """The dialog of a draft, where it stands."""
    return await form.open(
        draft, Asking(tx, visit.person, visit.t, form.name, Answers({}, tx.now))
    )


async def keep(tx: Tx, visit: Visit, draft: Draft, dialog: Dialog) -> tuple[Draft, Dialog]:
    """Keep the move. What comes next may depend on it, so the dialog is opened anew."""
    moved = replace(draft, step=dialog.place, answers=dialog.kept)
    fresh = await opened(tx, visit, dialog.form, moved)
    fresh.view = dialog.view
    if dialog.went_on:
        fresh.go_on()
    answers = {} if dialog.form.secret else fresh.kept
    kept = await drafts.keep(tx.session, draft, step=fresh.place, answers=answers, now=tx.now)
    fresh.turn = turn_of(kept)
    return kept, fresh


async def find(tx: Tx, visit: Visit, form: Form) -> Draft | None:
    """The draft of who acts, if there is one that can be continued."""
    return await drafts.find(tx.session, user_id=visit.person.id, form=form.name, now=tx.now)


async def get(tx: Tx, visit: Visit, form: Form, *, lock: bool = False) -> Draft:
    """The same; with `lock` nobody else moves it meanwhile. Raises `DialogOver`."""
    who = visit.person.id
    return await drafts.get(tx.session, user_id=who, form=form.name, now=tx.now, lock=lock)


async def is_open(visit: Visit, form: Form) -> bool:
    """Whether there is one."""
    async with visit.db.read(visit.person) as tx:
        return await find(tx, visit, form) is not None


async def as_it_stands(visit: Visit, form: Form) -> tuple[Draft, Dialog]:
    """The dialog after an update that had been handled before. Raises `DialogOver`."""
    async with visit.db.read(visit.person) as tx:
        draft = await get(tx, visit, form)
        return draft, await opened(tx, visit, form, draft)
