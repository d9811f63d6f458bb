"""What is wrong with the portal, for who runs it."""

from aiogram import Router
from aiogram.filters import Command

from bot.callbacks.office import ShowIncidents
from bot.screens import incidents as screens
from bot.show import Event
from bot.visit import Visit
from domain import incidents

router = Router(name="incidents")


@router.message(Command("incidents"))
@router.callback_query(ShowIncidents.filter())
async def asked(event: Event, visit: Visit) -> None:
    """What is wrong, and what was."""
    async with visit.db.read(visit.person) as tx:
        known = await incidents.current(tx.session, by=visit.person)
    await visit.stage.show(event, screens.incidents(visit.t, known, now=tx.now))
