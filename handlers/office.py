"""The administrator's overview."""

from aiogram import Router
from aiogram.filters import Command

from bot.callbacks.office import ShowOffice
from bot.screens import office as screens
from bot.show import Event
from bot.visit import Visit
from domain import office

router = Router(name="office")


@router.message(Command("admin"))
@router.callback_query(ShowOffice.filter())
async def overview(event: Event, visit: Visit) -> None:
    """The portal at a glance."""
    async with visit.db.read(visit.person) as tx:
        numbers = await office.numbers(tx.session, person=visit.person, now=tx.now)
    silence = await visit.limiter.silence()
    await visit.stage.show(event, screens.overview(visit.t, numbers, silence=silence))
