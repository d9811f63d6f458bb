"""Who did what, for who runs the portal: by person, by thing, by time."""

from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.office import ShowAudit, ShowChange
from bot.callbacks.wire import full
from bot.screens import audit as screens
from bot.show import Event
from bot.visit import Visit
from domain import histories

router = Router(name="audit")


@router.message(Command("audit"))
async def newest(message: Message, visit: Visit) -> None:
    """The newest of all."""
    await _show(message, ShowAudit(), visit)


@router.callback_query(ShowAudit.filter())
async def show(query: CallbackQuery, callback_data: ShowAudit, visit: Visit) -> None:
    """A page of the audit."""
    await _show(query, callback_data, visit)


async def _show(event: Event, wanted: ShowAudit, visit: Visit) -> None:
    key = full(wanted.about) if wanted.scope else None
    async with visit.db.read(visit.person) as tx:
        page = await histories.audit(
            tx.session,
            by=visit.person,
            person=key if wanted.scope == "p" else None,
            like=key if wanted.scope == "t" else None,
            before=_before(wanted.before),
        )
    await visit.stage.show(event, screens.changes(visit.t, page, wanted, now=tx.now))


@router.callback_query(ShowChange.filter())
async def show_change(query: CallbackQuery, callback_data: ShowChange, visit: Visit) -> None:
    """One change, whole."""
    async with visit.db.read(visit.person) as tx:
        found = await histories.get(tx.session, by=visit.person, change=callback_data.change)
    await visit.stage.show(query, screens.change(visit.t, found))


def _before(text: str) -> UUID:
    return full(text) if text else histories.LAST
