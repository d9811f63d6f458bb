"""A new event: five questions, and everything else at its default."""

from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext

from bot import dialogs
from bot.callbacks.making import NewEvent
from bot.form import Form
from bot.show import Event
from bot.steps import Answers, Moment, Photo, Text, has_letters
from bot.visit import Visit
from domain import making, standing
from domain.actors import Person
from domain.errors import NotAnOrganizer
from handlers.organizer import places
from handlers.organizer.rooms import show_desk
from storage.database import Tx

router = Router(name="creation")


async def _create(tx: Tx, person: Person, answers: Answers) -> UUID:
    return await making.create(
        tx.session,
        by=person.id,
        title=answers.get(NAME),
        venue=await places.chosen(tx, answers, person=person.id),
        starts_at=answers.get(STARTS),
        seats=answers.get(SEATS),
        poster=answers.find(POSTER),
        now=tx.now,
    )


NAME = Text("name", limit=making.LONGEST_TITLE, check=has_letters)
STARTS = Moment("starts", zone=places.zone)
SEATS = places.Seats("seats", low=1, high=making.MOST_SEATS)
POSTER = Photo("poster", optional=True)
EVENT = Form(
    "event",
    (NAME, *places.STEPS, STARTS, SEATS, POSTER),
    _create,
    ends_by="draft",
    after=show_desk,
)
FORMS = (EVENT,)


@router.message(Command("new"))
@router.callback_query(NewEvent.filter())
async def begin(_event: Event, state: FSMContext, visit: Visit) -> None:
    """A new event."""
    async with visit.db.read(visit.person) as tx:
        mine = await standing.of(tx.session, person=visit.person.id, now=tx.now)
        facts = await places.known(tx, person=visit.person.id)
    if not mine.may_make_events:
        raise NotAnOrganizer
    await dialogs.begin(EVENT, visit, state, facts)
