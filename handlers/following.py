"""The pages of houses, and whom and what a person follows."""

from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery

from bot.callbacks.finding import Follow, ShowFollowing, ShowHouse
from bot.screens import makers as screens
from bot.show import Event
from bot.visit import Visit
from domain import follows
from domain.filters import Filter
from domain.follows import Kind
from handlers.lookbooks import show_look_book
from handlers.programme import show_list

router = Router(name="following")


@router.callback_query(ShowHouse.filter())
async def house(query: CallbackQuery, callback_data: ShowHouse, visit: Visit) -> None:
    """The page of a house."""
    await show_house(query, callback_data.organizer, visit)


async def show_house(event: Event, organizer_id: UUID, visit: Visit) -> None:
    """The page of a house, from a tap or a deep link."""
    async with visit.db.read(visit.person) as tx:
        page = await follows.get_house(
            tx.session, organizer=organizer_id, person=visit.person.id, now=tx.now
        )
    screen = screens.house(visit.t, page, username=visit.desk.username, now=tx.now)
    await visit.stage.show(event, screen)


@router.message(Command("following"))
@router.callback_query(ShowFollowing.filter())
async def following(event: Event, visit: Visit) -> None:
    """Whom and what I follow."""
    async with visit.db.read(visit.person) as tx:
        mine = await follows.mine(tx.session, person=visit.person.id)
    await visit.stage.show(event, screens.following(visit.t, mine))


@router.callback_query(Follow.filter(), flags={"answers": True})
async def follow(query: CallbackQuery, callback_data: Follow, visit: Visit) -> None:
    """Follow, or no longer; the screen shows how things stand now."""
    kind, key, person = Kind(callback_data.kind), callback_data.key, visit.person.id
    async with visit.db.begin(visit.person) as tx:
        if callback_data.on:
            name = await follows.follow(tx.session, person=person, kind=kind, key=key)
        else:
            await follows.unfollow(tx.session, person=person, kind=kind, key=key)
    if callback_data.at == "list":
        await following(query, visit)
    elif kind is Kind.DESIGNER:
        await show_look_book(query, UUID(key), visit)
    elif kind is Kind.HOUSE:
        await show_house(query, UUID(key), visit)
    else:
        await show_list(query, Filter(city=key), visit)
    if callback_data.on:
        await query.answer(visit.t.plain("alert-followed", name=name[:60]))
    else:
        await query.answer(visit.t.plain("alert-unfollowed"))
