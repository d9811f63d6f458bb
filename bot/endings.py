"""How a guided dialog ends, and what is shown or done then."""

from dataclasses import dataclass
from uuid import UUID

from aiogram.fsm.context import FSMContext

from bot.form import Form
from bot.screen import Screen
from bot.screens import forms as screens
from bot.screens.parts import paragraphs
from bot.show import Event
from bot.steps import Answers
from bot.visit import Visit
from domain.errors import DialogOver

_ENDS = ("send", "cancel", "drop")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a dialog ended, and what came of it."""

    act: str
    made: UUID | None = None
    given: Answers | None = None


async def show(event: Event, form: Form, ended: Ended, visit: Visit, state: FSMContext) -> None:
    """What comes after a dialog. Raises `DialogOver` for one that did not end by this act: an
    update of before its end is handled again."""
    if ended.act not in _ENDS:
        raise DialogOver
    if form.then is not None:
        await form.then(event, ended.act == "send", ended.made, visit, state)
    else:
        await visit.stage.show(event, await _ending(form, ended, visit))


async def _ending(form: Form, ended: Ended, visit: Visit) -> Screen:
    match ended.act:
        case "send" if form.after is not None and ended.made is not None:
            return _below_thanks(form, visit, await form.after(visit, ended.made))
        case "send" if form.outlook is not None and ended.given is not None:
            return _below_thanks(form, visit, await form.outlook(visit, ended.given))
        case "send":
            return screens.done(form.name, visit.t)
        case _:
            return screens.cancelled(visit.t)


def _below_thanks(form: Form, visit: Visit, shown: Screen) -> Screen:
    said = screens.done(form.name, visit.t)
    return Screen(paragraphs(said.text, shown.text), shown.rows, shown.picture)
