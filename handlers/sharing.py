"""The keyboard below the field, by which people share what Telegram alone can vouch for."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.visit import Visit


async def ask(bot: Bot, visit: Visit, key: str, *, share: KeyboardButton, keep: str) -> None:
    """Ask by the text `key`: to share it, or by the text `keep` not to."""
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[share], [KeyboardButton(text=visit.t.plain(keep))]],
        resize_keyboard=True,
        one_time_keyboard=True,
    )
    await bot.send_message(visit.person.chat_id, visit.t(key), reply_markup=keyboard)


async def end(bot: Bot, visit: Visit, key: str) -> None:
    """The keyboard goes, with the text `key`."""
    with suppress(TelegramAPIError):  # a keyboard that stays is no obstacle
        await bot.send_message(
            visit.person.chat_id, visit.t(key), reply_markup=ReplyKeyboardRemove()
        )
