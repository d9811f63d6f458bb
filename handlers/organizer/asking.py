"""What every buyer of an evening is asked before they pay."""

from enum import StrEnum
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtDesk, AtQuestion
from bot.form import Form
from bot.steps import Answers, Fact, Text, has_letters, one_of
from bot.visit import Visit
from domain import productions, questions
from domain.actors import Person
from handlers.organizer import rooms
from storage.database import Tx

router = Router(name="asking")

_ROOM = questions.MOST_CHOICES * (questions.LONGEST_CHOICE + 2)


class How(StrEnum):
    """How a question is answered."""

    WORDS = "words"
    CHOICES = "choices"


def _lines(text: str) -> list[str]:
    """One choice a line, each once."""
    lines = (line.strip(" -•·\t") for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def _are_choices(text: str) -> bool:
    lines = _lines(text)
    few = questions.FEWEST_CHOICES <= len(lines) <= questions.MOST_CHOICES
    return few and all(len(line) <= questions.LONGEST_CHOICE for line in lines)


async def _ask(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(EVENT)
    await questions.add(
        tx.session,
        event_id=id,
        by=person.id,
        text=" ".join(answers.get(WHAT).split()),
        choices=_lines(answers.find(CHOICES) or ""),
        now=tx.now,
    )
    return id


EVENT = Fact("of", make=UUID)
WHAT = Text("what", limit=questions.LONGEST, check=has_letters)
HOW = one_of("how", How)
CHOICES = Text(
    "choices",
    limit=_ROOM,
    check=_are_choices,
    when=lambda answers: answers.find(HOW) is How.CHOICES,
)
FORM = Form("ask", (EVENT, WHAT, HOW, CHOICES), _ask, ends_by="add", after=rooms.show_questions)


@router.callback_query(AtDesk.filter(F.room == "newquestion"))
async def new(
    _query: CallbackQuery, callback_data: AtDesk, state: FSMContext, visit: Visit
) -> None:
    """One more question."""
    id = callback_data.event
    async with visit.db.read(visit.person) as tx:
        await productions.get(tx.session, event_id=id, by=visit.person.id)
    await dialogs.begin(FORM, visit, state, {EVENT.name: id.hex})


@router.callback_query(AtQuestion.filter())
async def arrange(query: CallbackQuery, callback_data: AtQuestion, visit: Visit) -> None:
    """Ask it earlier, or no more."""
    act = questions.move_up if callback_data.act == "up" else questions.remove
    async with visit.db.begin(visit.person) as tx:
        event_id = await act(
            tx.session, question_id=callback_data.question, by=visit.person.id, now=tx.now
        )
    await visit.stage.show(query, await rooms.show_questions(visit, event_id))
