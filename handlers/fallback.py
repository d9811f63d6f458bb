"""What nobody else took: words to look for, a place, stray pictures, buttons of an older day."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.screens import menu as screens
from bot.visit import Visit
from handlers import programme
from handlers.home import menu_of

router = Router(name="fallback")


@router.message()
async def word(message: Message, bot: Bot, visit: Visit) -> None:
    """Look for what was written, or near to the place; say what can be done here instead."""
    if message.pinned_message or message.refunded_payment:
        return  # Telegram's own remarks
    place = message.venue.location if message.venue else message.location
    if place is not None:
        await programme.show_near(message, place, bot, visit)
    elif message.text and not message.text.startswith("/"):
        await programme.find(message, message.text, visit)
    else:
        menu, _ = await menu_of(visit)
        key = "not-a-picture" if message.photo else "not-understood"
        await visit.stage.send(message.chat.id, screens.instead(visit.t, key, menu))


@router.callback_query(flags={"answers": True})
async def stale_button(query: CallbackQuery, visit: Visit) -> None:
    """A button that this version does not know: the fresh first screen."""
    await query.answer(visit.t.plain("old-button"))
    menu, _ = await menu_of(visit)
    await visit.stage.send(query.from_user.id, menu)
