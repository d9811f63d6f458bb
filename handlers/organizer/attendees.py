"""Who comes to an event, as a file for who makes it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.making import AskAttendees
from bot.screens import attendee_files as screens
from bot.visit import Visit
from domain import attendee_files, productions
from handlers.files import await_it

router = Router(name="attendees")


@router.callback_query(AskAttendees.filter())
async def ask(_query: CallbackQuery, callback_data: AskAttendees, visit: Visit) -> None:
    """Send me the list; a new message stays as the bar of its progress."""
    event_id, by = callback_data.event, visit.person.id
    async with visit.db.begin(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        asked = await attendee_files.ask(tx.session, event_id=event_id, by=by, now=tx.now)
    screen = screens.under_way(visit.t, event_id, event.title, asked.progress)
    await await_it(visit, attendee_files.FILES, asked, screen)
