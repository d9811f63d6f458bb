"""Who changed an event, at its desk."""

from uuid import UUID

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.making import AtDesk, ShowHistory
from bot.callbacks.wire import full
from bot.screens import history as screens
from bot.visit import Visit
from domain import histories, productions

router = Router(name="history")


@router.callback_query(AtDesk.filter(F.room == "history"))
async def newest(query: CallbackQuery, callback_data: AtDesk, visit: Visit) -> None:
    """The last changes."""
    await _show(query, callback_data.event, None, visit)


@router.callback_query(ShowHistory.filter())
async def older(query: CallbackQuery, callback_data: ShowHistory, visit: Visit) -> None:
    """What was before."""
    before = full(callback_data.before) if callback_data.before else None
    await _show(query, callback_data.event, before, visit)


async def _show(query: CallbackQuery, event_id: UUID, before: UUID | None, visit: Visit) -> None:
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        page = await histories.of_event(
            tx.session, event_id=event_id, by=by, before=before or histories.LAST
        )
    await visit.stage.show(query, screens.history(visit.t, event, page, me=by, before=before))
