"""Look-books, for everybody: what a designer shows, collection by collection."""

from uuid import UUID

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.finding import ShowCollection, ShowLookBook
from bot.screens import lookbook as screens
from bot.screens import pictures
from bot.show import Event
from bot.visit import Visit
from domain import collections, follows, programme

router = Router(name="lookbooks")


@router.callback_query(ShowLookBook.filter())
async def show(query: CallbackQuery, callback_data: ShowLookBook, visit: Visit) -> None:
    """A designer and what they show."""
    await show_look_book(query, callback_data.designer, visit)


async def show_look_book(event: Event, designer: UUID, visit: Visit) -> None:
    """A designer's look-book, also from a deep link. Raises `NotAvailable`."""
    async with visit.db.read(visit.person) as tx:
        book = await collections.look_book(
            tx.session, designer_id=designer, person=visit.person.id, locale=visit.t.locale
        )
        coming = await programme.of_designer(tx.session, designer=designer, now=tx.now)
        followed = await follows.follows_designer(
            tx.session, person=visit.person.id, designer=designer
        )
    screen = screens.look_book(
        visit.t,
        book,
        coming.lines,
        username=visit.desk.username,
        followed=followed,
        now=tx.now,
    )
    await visit.stage.show(event, screen)


@router.callback_query(ShowCollection.filter())
async def show_collection(
    query: CallbackQuery, callback_data: ShowCollection, visit: Visit
) -> None:
    """An album of a collection, and the way on below it."""
    async with visit.db.read(visit.person) as tx:
        shown = await collections.get(
            tx.session,
            collection_id=callback_data.collection,
            person=visit.person.id,
            locale=visit.t.locale,
        )
    page = min(max(callback_data.page, 0), screens.pages_of(shown) - 1)
    start = page * screens.ALBUM
    chat = query.from_user.id
    album = [
        pictures.plate(visit.t, shown, each)
        for each in shown.images[start : start + screens.ALBUM]
    ]
    await visit.stage.send_album(chat, album)
    await visit.stage.send(chat, screens.collection(visit.t, shown, page))
