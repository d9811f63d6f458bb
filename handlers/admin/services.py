"""What the portal talks to, and how it is, for who runs it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.office import ShowServices
from bot.screens import services as screens
from bot.visit import Visit
from domain import services

router = Router(name="services")


@router.callback_query(ShowServices.filter())
async def show(query: CallbackQuery, visit: Visit) -> None:
    """Every service and its health."""
    async with visit.db.read(visit.person) as tx:
        known = await services.standing(tx.session, by=visit.person)
    await visit.stage.show(query, screens.services(visit.t, known, now=tx.now))
