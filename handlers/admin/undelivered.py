"""Messages that were given up, for who runs the portal."""

from contextlib import suppress

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.office import OfUndelivered, ShowUndelivered
from bot.screens import undelivered as screens
from bot.visit import Visit
from domain import undelivered
from domain.undelivered import Kind
from storage.errors import AlreadyDone

router = Router(name="undelivered")


@router.callback_query(ShowUndelivered.filter())
async def show(query: CallbackQuery, visit: Visit) -> None:
    """What did not arrive."""
    await visit.stage.show(query, screens.kinds(visit.t, await _kinds(visit)))


@router.callback_query(OfUndelivered.filter())
async def of_kind(query: CallbackQuery, callback_data: OfUndelivered, visit: Visit) -> None:
    """Those that failed alike; a second tap finds none and does nothing."""
    key = callback_data.key
    if callback_data.act == "show":
        found = await _kinds(visit)
        one = next((each for each in found if each.key == key), None)
        screen = screens.kinds(visit.t, found) if one is None else screens.kind(visit.t, one)
        await visit.stage.show(query, screen)
        return
    count = 0
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            if callback_data.act == "again":
                count = await undelivered.try_again(
                    tx.session, by=visit.person, key=key, now=tx.now
                )
            else:
                count = await undelivered.let_rest(tx.session, by=visit.person, key=key)
    found = await _kinds(visit)
    await visit.stage.show(query, screens.done(visit.t, found, act=callback_data.act, count=count))


async def _kinds(visit: Visit) -> list[Kind]:
    async with visit.db.read(visit.person) as tx:
        return list(await undelivered.kinds(tx.session, by=visit.person))
