"""Taking one's data along: asked for here, packed and brought by the jobs."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.mine import AskExport, AtPrivacy, Room
from bot.screens import privacy as screens
from bot.visit import Visit
from domain import exports, files, requests
from storage.enums import DataRequestKind
from storage.errors import AlreadyDone

router = Router(name="taking")


@router.callback_query(AtPrivacy.filter(F.room == Room.EXPORT))
async def show(query: CallbackQuery, visit: Visit) -> None:
    """What it is, or how far it is."""
    async with visit.db.read(visit.person) as tx:
        asked = await requests.open_of(
            tx.session, person=visit.person.id, kind=DataRequestKind.EXPORT
        )
    if asked is None:
        await visit.stage.show(query, screens.export(visit.t))
    else:
        await visit.stage.show(query, screens.export_under_way(visit.t, asked.progress))


@router.callback_query(AskExport.filter())
async def ask(query: CallbackQuery, visit: Visit) -> None:
    """Send me all of it; the message stays as the bar of its progress."""
    request = None
    with suppress(AlreadyDone):  # the first run was cut off before it could show the bar
        async with visit.db.begin(visit.person, visit.claim) as tx:
            request = await exports.ask(tx.session, person=visit.person.id, now=tx.now)
    shown = await visit.stage.show(query, screens.export_under_way(visit.t, 0))
    if request is not None and shown is not None:
        async with visit.db.begin(visit.person) as tx:
            await files.show_at(
                tx.session,
                exports.FILES,
                id=request,
                chat=shown.chat.id,
                message=shown.message_id,
            )
