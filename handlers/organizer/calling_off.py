"""An evening is called off: asked twice, then its orders are worked off by jobs."""

from contextlib import suppress
from uuid import UUID

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.making import CallingOff, CallOff
from bot.screens import calling_off as screens
from bot.visit import Visit
from domain import calling_off
from storage.errors import AlreadyDone

router = Router(name="calling_off")


@router.callback_query(CallOff.filter())
async def call_off(query: CallbackQuery, callback_data: CallOff, visit: Visit) -> None:
    """What it means, once more, and done."""
    event_id, by = callback_data.event, visit.person.id
    if callback_data.step == "do":
        with suppress(AlreadyDone):
            async with visit.db.begin(visit.person, visit.claim) as tx:
                await calling_off.call_off(tx.session, event_id=event_id, by=by, now=tx.now)
        await _show(query, event_id, visit)
        return
    async with visit.db.read(visit.person) as tx:
        outlook = await calling_off.outlook(tx.session, event_id=event_id, by=by, now=tx.now)
    screen = screens.ask(visit.t, outlook, again=callback_data.step == "again")
    await visit.stage.show(query, screen)


@router.callback_query(CallingOff.filter())
async def show(query: CallbackQuery, callback_data: CallingOff, visit: Visit) -> None:
    """How far it is."""
    await _show(query, callback_data.event, visit)


async def _show(query: CallbackQuery, event_id: UUID, visit: Visit) -> None:
    """The progress in the tapped message, and kept up to date there."""
    async with visit.db.read(visit.person) as tx:
        so_far = await calling_off.progress(tx.session, event_id=event_id, by=visit.person.id)
    shown = await visit.stage.show(query, screens.progress(visit.t, so_far))
    if shown is None or so_far.chat_id != visit.person.chat_id:
        return
    async with visit.db.begin(visit.person) as tx:
        await calling_off.show_bar(
            tx.session, event_id=event_id, message_id=shown.message_id, shown=so_far.sign
        )
