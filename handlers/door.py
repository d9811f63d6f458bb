"""The door: scan by any camera, and see who is inside."""

from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.buying import ShowDoor, ShowDoors
from bot.screens import door as screens
from bot.screens import menu
from bot.show import Event
from bot.visit import Visit
from domain import checkin, events
from domain.checkin import OwnTicket
from domain.errors import NotAvailable
from handlers import tickets

router = Router(name="door")


async def scan(message: Message, code: str, visit: Visit) -> None:
    """A ticket's link was opened: staff checks in, the holder sees it, others learn nothing."""
    nonce = f"{visit.claim.bot_id}:{visit.claim.update_id}"
    try:
        async with visit.db.begin(visit.person) as tx:
            found = await checkin.scan(
                tx.session,
                code=code,
                by=visit.person.id,
                nonce=nonce,
                codes=visit.desk.codes,
                now=tx.now,
            )
    except NotAvailable:
        await visit.stage.send(message.chat.id, menu.words(visit.t, "scan-stranger"))
        return
    if isinstance(found, OwnTicket):
        await tickets.send_ticket(message.chat.id, found.ticket_id, visit)
    else:
        await visit.stage.send(message.chat.id, screens.scanned(visit.t, found))


@router.message(Command("door"))
async def doors(message: Message, visit: Visit) -> None:
    """The doors that I keep."""
    await _show_doors(message, visit)


@router.callback_query(ShowDoors.filter())
async def show_doors(query: CallbackQuery, visit: Visit) -> None:
    """The doors that I keep, from a tap."""
    await _show_doors(query, visit)


async def _show_doors(event: Event, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        kept = await events.kept_by(tx.session, user_id=visit.person.id, now=tx.now)
    await visit.stage.show(event, screens.doors(visit.t, kept))


@router.callback_query(ShowDoor.filter())
async def show_door(query: CallbackQuery, callback_data: ShowDoor, visit: Visit) -> None:
    """One door."""
    await _show_door(query, callback_data.event, visit)


async def _show_door(event: Event, event_id: UUID, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        view = await checkin.look(tx.session, event_id=event_id, by=visit.person.id)
    await visit.stage.show(event, screens.door(visit.t, view))
