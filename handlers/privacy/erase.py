"""Forget me: asked for with a second tap, taken back until it happens."""

from contextlib import suppress

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.mine import AtPrivacy, Forget, Room
from bot.screen import Screen
from bot.screens import forgetting as screens
from bot.visit import Visit
from domain import forgetting
from domain.errors import Bound
from domain.forgetting import Outlook
from storage.errors import AlreadyDone

router = Router(name="erase")


@router.callback_query(AtPrivacy.filter(F.room == Room.ERASE))
async def room(query: CallbackQuery, visit: Visit) -> None:
    """What it means, and where I stand."""
    await visit.stage.show(query, await _room(visit))


@router.callback_query(Forget.filter(F.act == "see"))
async def see(query: CallbackQuery, callback_data: Forget, visit: Visit) -> None:
    """What it means where I give something up."""
    outlook = await _outlook(visit)
    screen = screens.meaning(visit.t, outlook, gives_up=callback_data.gives_up)
    await visit.stage.show(query, screen)


@router.callback_query(Forget.filter(F.act == "sure"))
async def sure(query: CallbackQuery, callback_data: Forget, visit: Visit) -> None:
    """Is it my wish?"""
    outlook = await _outlook(visit)
    screen = screens.sure(visit.t, outlook, gives_up=callback_data.gives_up)
    await visit.stage.show(query, screen)


@router.callback_query(Forget.filter(F.act == "ask"))
async def ask(query: CallbackQuery, callback_data: Forget, visit: Visit) -> None:
    """It is. What came in between is shown instead."""
    with suppress(AlreadyDone, Bound):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await forgetting.ask(
                tx.session,
                person=visit.person.id,
                gives_up=callback_data.gives_up,
                seal=callback_data.seal,
                now=tx.now,
            )
    await visit.stage.show(query, await _room(visit))


@router.callback_query(Forget.filter(F.act == "keep"))
async def keep(query: CallbackQuery, visit: Visit) -> None:
    """I stay."""
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            taken_back = await forgetting.cancel(tx.session, person=visit.person.id, now=tx.now)
    except AlreadyDone:
        taken_back = True
    await visit.stage.show(query, screens.kept(visit.t, taken_back=taken_back))


async def _outlook(visit: Visit) -> Outlook:
    async with visit.db.read(visit.person) as tx:
        return await forgetting.get(tx.session, person=visit.person.id, now=tx.now)


async def _room(visit: Visit) -> Screen:
    async with visit.db.read(visit.person) as tx:
        outlook = await forgetting.get(tx.session, person=visit.person.id, now=tx.now)
        now = tx.now
    return screens.room(visit.t, outlook, now=now)
