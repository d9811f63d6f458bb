"""The first screen, for whoever needs to show it."""

from aiogram.types import Message

from bot.screen import Screen
from bot.screens import menu as screens
from bot.show import Event
from bot.visit import Visit
from domain import programme, standing
from domain.standing import Standing


async def show_menu(event: Event, visit: Visit) -> None:
    """What this person can do here."""
    screen, mine = await menu_of(visit)
    await visit.stage.show(event, screen)
    await visit.house.commands.follow(
        visit.extras, visit.person, mine, visit.t, surely=isinstance(event, Message)
    )


async def menu_of(visit: Visit) -> tuple[Screen, Standing]:
    """The first screen of a person, and how they stand."""
    async with visit.db.read(visit.person) as tx:
        mine = await standing.of(tx.session, person=visit.person.id, now=tx.now)
        rooms = await programme.rooms(tx.session, person=visit.person.id, now=tx.now)
    return screens.menu(visit.t, visit.person, mine, rooms), mine
