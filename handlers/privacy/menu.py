"""/privacy: the rooms, and those that only tell."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery

from bot.callbacks.mine import AtPrivacy, Room
from bot.callbacks.office import ShowRequests
from bot.screens import privacy as screens
from bot.show import Event
from bot.visit import Visit
from domain import requests, sessions
from storage.enums import UserType

router = Router(name="privacy")


@router.message(Command("privacy"))
@router.callback_query(AtPrivacy.filter(F.room == Room.MENU))
async def privacy(event: Event, visit: Visit) -> None:
    """The rooms."""
    await visit.stage.show(event, screens.menu(visit.t, works=sessions.is_staff(visit.person)))


@router.callback_query(AtPrivacy.filter(F.room == Room.KEPT))
async def kept(query: CallbackQuery, visit: Visit) -> None:
    """What is kept, and why."""
    await visit.stage.show(
        query, screens.kept(visit.t, works=bool(visit.person.roles - {UserType.ATTENDEE}))
    )


@router.callback_query(AtPrivacy.filter(F.room == Room.CORRECT))
async def correct(query: CallbackQuery, visit: Visit) -> None:
    """Where it is corrected."""
    await visit.stage.show(query, screens.correct(visit.t))


@router.callback_query(AtPrivacy.filter(F.room == Room.REQUESTS))
async def mine(query: CallbackQuery, visit: Visit) -> None:
    """What I asked for, and how it stands."""
    async with visit.db.read(visit.person) as tx:
        asked = await requests.mine(tx.session, person=visit.person.id)
    await visit.stage.show(query, screens.requests(visit.t, asked))


@router.message(Command("requests"))
@router.callback_query(ShowRequests.filter())
async def waiting(event: Event, visit: Visit) -> None:
    """What everybody asked for, in the office."""
    async with visit.db.read(visit.person) as tx:
        asked = await requests.waiting(tx.session, by=visit.person)
        now = tx.now
    await visit.stage.show(event, screens.office(visit.t, asked, now=now))
