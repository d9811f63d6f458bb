"""Looking after people, by who runs the portal: finding them, and reading one thing of them."""

from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.office import FindPerson, LookAt, ShowPerson
from bot.form import Form
from bot.screen import Photograph, Screen
from bot.screens import people as screens
from bot.show import Event
from bot.steps import Answers, Fact, Text, has_letters
from bot.visit import Visit
from domain import administrators, dossiers
from domain.actors import Person
from domain.dossiers import Detail
from storage.database import Tx

_ALBUM = 10
"""Photos of one album (Bot API)."""

_LONGEST_NUMBER = 254

router = Router(name="people")


def _is_reason(text: str) -> bool:
    return has_letters(text) and len(text) >= dossiers.SHORTEST_REASON


async def _find(tx: Tx, person: Person, answers: Answers) -> UUID:
    return await dossiers.find(tx.session, by=person, asked=answers.get(NUMBER))


async def _card(visit: Visit, person: UUID) -> Screen:
    async with visit.db.read(visit.person) as tx:
        found = await dossiers.get(tx.session, by=visit.person, person=person)
    return screens.card(visit.t, found)


async def _look(tx: Tx, person: Person, answers: Answers) -> UUID:
    return await dossiers.reveal(
        tx.session,
        by=person,
        person=answers.get(WHO),
        detail=answers.get(DETAIL),
        reason=answers.get(REASON),
    )


async def _seen(visit: Visit, look: UUID) -> Screen:
    async with visit.db.read(visit.person) as tx:
        found = await dossiers.revealed(tx.session, by=visit.person, look=look)
    album = [Photograph(photo) for photo in screens.photos(found)]
    for start in range(0, len(album), _ALBUM):
        await visit.stage.send_album(visit.person.chat_id, album[start : start + _ALBUM])
    return screens.revealed(visit.t, found)


NUMBER = Text("number", limit=_LONGEST_NUMBER, check=has_letters)
FIND = Form("find", (NUMBER,), _find, brief=True, after=_card)

WHO = Fact("person", make=UUID)
DETAIL = Fact("detail", make=Detail)
REASON = Text("reason", limit=dossiers.LONGEST_REASON, check=_is_reason)
LOOK = Form("look", (WHO, DETAIL, REASON), _look, brief=True, after=_seen)


@router.message(Command("people"))
@router.callback_query(FindPerson.filter())
async def find(_event: Event, state: FSMContext, visit: Visit) -> None:
    """Who is meant?"""
    async with visit.db.read(visit.person) as tx:
        await administrators.require(tx.session, visit.person)
    await dialogs.begin(FIND, visit, state)


@router.callback_query(ShowPerson.filter())
async def show(query: CallbackQuery, callback_data: ShowPerson, visit: Visit) -> None:
    """A person, masked."""
    card = await _card(visit, callback_data.person)
    if callback_data.beside:
        await visit.stage.send(query.from_user.id, card)
    else:
        await visit.stage.show(query, card)


@router.callback_query(LookAt.filter())
async def look(
    _query: CallbackQuery, callback_data: LookAt, state: FSMContext, visit: Visit
) -> None:
    """Read one thing: the reason is asked for."""
    async with visit.db.read(visit.person) as tx:
        await administrators.require(tx.session, visit.person)
    facts = {WHO.name: callback_data.person.hex, DETAIL.name: callback_data.detail.value}
    await dialogs.begin(LOOK, visit, state, facts)
