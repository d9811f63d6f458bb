"""My events, the desk of one, and what is done there by a tap."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Literal
from uuid import UUID

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.callbacks.making import AtDesk, ShowMine
from bot.screen import Screen
from bot.screens import making as screens
from bot.show import Event
from bot.visit import Visit
from domain import copies, making, productions, standing
from domain.errors import NotReady
from handlers.organizer import rooms
from storage.errors import AlreadyDone

Room = Literal["desk", "sales", "team"]
_COMMANDS: Mapping[str, Room] = {"mine": "desk", "sales": "sales", "team": "team"}
_ROOMS: Mapping[str, Callable[[Visit, UUID], Awaitable[Screen]]] = {
    "desk": rooms.show_desk,
    "preview": rooms.show_preview,
    "edit": rooms.show_fields,
    "types": rooms.show_types,
    "codes": rooms.show_codes,
    "questions": rooms.show_questions,
    "schedule": rooms.show_schedule,
    "lineup": rooms.show_lineup,
    "team": rooms.show_team,
    "sales": rooms.show_sales,
    "requests": rooms.show_requests,
    "money": rooms.show_money,
}

router = Router(name="desk")


@router.message(Command(*_COMMANDS))
async def mine(message: Message, command: CommandObject, visit: Visit) -> None:
    """The events that I make; with only one, its sales or team at once."""
    await _list(message, 0, _COMMANDS[command.command], visit)


@router.callback_query(ShowMine.filter())
async def show_mine(query: CallbackQuery, callback_data: ShowMine, visit: Visit) -> None:
    """The events that I make, another page."""
    await _list(query, callback_data.page, callback_data.room, visit)


async def _list(event: Event, page: int, room: Room, visit: Visit) -> None:
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        found = await productions.mine(tx.session, person=by, page=page, now=tx.now)
        how = await standing.of(tx.session, person=by, now=tx.now)
    if room != "desk" and page == 0 and len(found.lines) == 1:
        screen = await _ROOMS[room](visit, found.lines[0].id)
    else:
        may_make = how.may_make_events
        screen = screens.mine(visit.t, found, room=room, may_make=may_make, now=tx.now)
    await visit.stage.show(event, screen)


@router.callback_query(AtDesk.filter(F.room.in_(_ROOMS)))
async def enter(query: CallbackQuery, callback_data: AtDesk, visit: Visit) -> None:
    """A room of the desk."""
    await visit.stage.show(query, await _ROOMS[callback_data.room](visit, callback_data.event))


@router.callback_query(AtDesk.filter(F.room == "publish"))
async def publish(query: CallbackQuery, callback_data: AtDesk, visit: Visit) -> None:
    """Into the programme. Where something is missing, the fresh desk says what."""
    event_id, by = callback_data.event, visit.person.id
    try:
        with suppress(AlreadyDone):
            async with visit.db.begin(visit.person, visit.claim) as tx:
                await making.publish(tx.session, event_id=event_id, by=by, now=tx.now)
    except NotReady:
        await visit.stage.show(query, await rooms.show_desk(visit, event_id))
        raise
    await visit.stage.show(query, await rooms.show_desk(visit, event_id))


@router.callback_query(AtDesk.filter(F.room == "copy"))
async def duplicate(query: CallbackQuery, callback_data: AtDesk, visit: Visit) -> None:
    """The same once more, as a draft."""
    by = visit.person.id
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            made = await copies.duplicate(
                tx.session, event_id=callback_data.event, by=by, now=tx.now
            )
    except AlreadyDone:
        await _list(query, 0, "desk", visit)
        return
    await visit.stage.show(query, await rooms.show_desk(visit, made))
