"""A designer's own collections: made in private, shown when published."""

from collections.abc import Sequence
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.trades import (
    AmendCollection,
    NewCollection,
    PublishCollection,
    ShowCollections,
    ShowOwnCollection,
)
from bot.form import REVIEW, Form
from bot.screen import Screen
from bot.screens import lookbook as screens
from bot.screens import parts
from bot.show import Event
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Fact,
    Option,
    Photos,
    Stored,
    Text,
    WholeNumber,
    has_letters,
)
from bot.visit import Visit
from domain import collections
from domain.actors import Person
from domain.collections import SEASONS
from domain.errors import NotAvailable
from storage.database import Tx
from storage.errors import AlreadyDone

_NEW = ""
_FIRST_YEAR, _LAST_YEAR = 1950, 2050

router = Router(name="collections")


async def _seasons(asking: Asking) -> Sequence[Option]:
    return [Option(each, parts.season(asking.t, each)) for each in SEASONS]


async def _keep(tx: Tx, person: Person, answers: Answers) -> UUID:
    name, season, year = answers.get(NAME), answers.get(SEASON), answers.get(YEAR)
    description, photos = answers.find(DESCRIPTION), answers.get(PHOTOS)
    before = answers.get(COLLECTION)
    if before == _NEW:
        return await collections.create(
            tx.session,
            person=person.id,
            name=name,
            season=season,
            year=year,
            description=description,
            photos=photos,
        )
    await collections.amend(
        tx.session,
        collection_id=UUID(before),
        person=person.id,
        name=name,
        season=season,
        year=year,
        description=description,
        photos=photos,
    )
    return UUID(before)


async def _after(visit: Visit, collection: UUID) -> Screen:
    async with visit.db.read(visit.person) as tx:
        shown = await collections.get_own(
            tx.session,
            collection_id=collection,
            person=visit.person.id,
            locale=visit.t.locale,
        )
    return screens.own_collection(visit.t, shown)


COLLECTION = Fact("collection", make=str)
NAME = Text("name", limit=collections.LONGEST_NAME, check=has_letters)
SEASON = Choice("season", make=str, options=_seasons)
YEAR = WholeNumber("year", low=_FIRST_YEAR, high=_LAST_YEAR, year=True)
DESCRIPTION = Text("description", limit=collections.LONGEST_DESCRIPTION, optional=True)
PHOTOS = Photos("photos", least=1, most=collections.MOST_PHOTOS)
FORM = Form(
    "collection",
    (COLLECTION, NAME, SEASON, YEAR, DESCRIPTION, PHOTOS),
    _keep,
    ends_by="draft",
    after=_after,
)


@router.message(Command("collections"))
@router.callback_query(ShowCollections.filter())
async def mine(event: Event, visit: Visit) -> None:
    """My collections."""
    async with visit.db.read(visit.person) as tx:
        made = await collections.mine(tx.session, person=visit.person.id)
    await visit.stage.show(event, screens.own_collections(visit.t, made))


@router.callback_query(NewCollection.filter())
async def begin(_query: CallbackQuery, state: FSMContext, visit: Visit) -> None:
    """Begin a collection."""
    async with visit.db.read(visit.person) as tx:
        await collections.require_designer(tx.session, person=visit.person.id)
    await dialogs.begin(FORM, visit, state, {COLLECTION.name: _NEW})


@router.callback_query(ShowOwnCollection.filter())
async def show(query: CallbackQuery, callback_data: ShowOwnCollection, visit: Visit) -> None:
    """One of my collections."""
    await visit.stage.show(query, await _after(visit, callback_data.collection))


@router.callback_query(AmendCollection.filter())
async def amend(
    _query: CallbackQuery, callback_data: AmendCollection, state: FSMContext, visit: Visit
) -> None:
    """Change words or photos. One that is drawn, not photographed, is not changed here."""
    async with visit.db.read(visit.person) as tx:
        shown = await collections.get_own(
            tx.session, collection_id=callback_data.collection, person=visit.person.id
        )
    photos = [each.photo for each in shown.images if each.photo]
    if len(photos) < len(shown.images):
        raise NotAvailable
    known: dict[str, Stored] = {
        COLLECTION.name: shown.id.hex,
        NAME.name: shown.name,
        SEASON.name: shown.season,
        YEAR.name: str(shown.year),
        DESCRIPTION.name: shown.description or None,
        PHOTOS.name: photos,
    }
    await dialogs.begin(FORM, visit, state, known, place=REVIEW)


@router.callback_query(PublishCollection.filter())
async def publish(query: CallbackQuery, callback_data: PublishCollection, visit: Visit) -> None:
    """Show a collection to everybody, or put it away."""
    act = collections.publish if callback_data.public else collections.archive
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await act(tx.session, collection_id=callback_data.collection, person=visit.person.id)
    except AlreadyDone:
        pass  # the first run was cut off before it could say so
    await visit.stage.show(query, await _after(visit, callback_data.collection))
