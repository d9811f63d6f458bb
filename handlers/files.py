"""Files that the jobs make: where the person who asked sees how far theirs is."""

from aiogram.methods import DeleteMessage

from bot.screen import Screen
from bot.visit import Visit
from domain import files
from domain.files import Asked, Kind


async def await_it(visit: Visit, kind: Kind, asked: Asked, screen: Screen) -> None:
    """Send `screen` as the bar of what was asked for; where it stood before, it goes."""
    chat = visit.person.chat_id
    shown = await visit.stage.send(chat, screen)
    async with visit.db.begin(visit.person) as tx:
        idle = await files.show_at(
            tx.session, kind, id=asked.id, chat=chat, message=shown.message_id
        )
    if idle is not None:
        await visit.extras.try_(DeleteMessage(chat_id=chat, message_id=idle))
