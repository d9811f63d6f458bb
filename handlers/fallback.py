"""What nobody else understood: unknown words, stray pictures, buttons of an older day."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.screens import menu as screens
from bot.visit import Visit
from domain import standing

router = Router(name="fallback")


@router.message()
async def word(message: Message, visit: Visit) -> None:
    """Say what can be done here instead."""
    if message.pinned_message or message.refunded_payment:
        return  # Telegram's own remarks
    key = "not-understood" if message.text else "not-a-picture"
    async with visit.db.read(visit.person) as tx:
        mine = await standing.of(tx.session, person=visit.person.id, now=tx.now)
    menu = screens.menu(visit.t, visit.person, mine)
    await visit.stage.send(message.chat.id, screens.instead(visit.t, key, menu))


@router.callback_query(flags={"answers": True})
async def stale_button(query: CallbackQuery, visit: Visit) -> None:
    """A button that this version does not know: the fresh first screen."""
    await query.answer(visit.t.plain("old-button"))
    async with visit.db.read(visit.person) as tx:
        mine = await standing.of(tx.session, person=visit.person.id, now=tx.now)
    await visit.stage.send(query.from_user.id, screens.menu(visit.t, visit.person, mine))
