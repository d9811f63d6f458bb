"""An album and the words below it: two calls that Telegram does not join.

The pace of all of it is waited for before the pictures leave, so nothing of ours comes between.
What may stand in the chat is not sent again: where Telegram then does not take the words, they are
tried again for a moment, and given up as uncertain.
"""

import asyncio
from datetime import timedelta

from telegram import InlineKeyboardMarkup, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.screen import Picture, Screen
from bot.transport import COUNTED, NotTaken, Sender
from domain.errors import NotAvailable

_LONGEST_WAIT = 15.0
"""Seconds for the words in all; an attempt must not outlast its lease."""

_PAUSE = 1.0
"""Seconds after a server said that it did not take the words."""


class HalfSent(TelegramError):
    """The pictures stand in the chat, and the words were not taken."""


async def send(
    sender: Sender, chat_id: int, screen: Screen, keyboard: InlineKeyboardMarkup | None
) -> int:
    """Send the album of `screen`, then its words; returns the id of the message with the words.

    Raises `HalfSent`, and what the calls raise: `TelegramError`, `Paused`.
    """
    await _send_pictures(sender, chat_id, [_known(each) for each in screen.album])
    deadline = asyncio.get_running_loop().time() + _LONGEST_WAIT
    while True:
        try:
            sent = await sender.send_message(
                chat_id,
                screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard,
                rate_limit_args=COUNTED,
            )
        except (BadRequest, Forbidden) as error:
            raise HalfSent(f"the pictures without the words: {error.message}") from error
        except (RetryAfter, NotTaken, InvalidToken) as error:
            pause = _wait(error)
            if asyncio.get_running_loop().time() + pause > deadline:
                raise HalfSent(f"the pictures without the words: {error.message}") from error
            await asyncio.sleep(pause)
        else:
            return sent.message_id


async def _send_pictures(sender: Sender, chat_id: int, pictures: list[str]) -> None:
    messages = len(pictures) + 1
    if len(pictures) == 1:
        await sender.send_photo(chat_id, pictures[0], rate_limit_args=messages)
    else:
        media = [InputMediaPhoto(each) for each in pictures]
        await sender.send_media_group(chat_id, media, rate_limit_args=messages)


def _known(picture: Picture) -> str:
    """Telegram's id. Raises `NotAvailable` for a picture that nobody sent."""
    if picture.sent is None:
        raise NotAvailable
    return picture.sent


def _wait(error: TelegramError) -> float:
    if not isinstance(error, RetryAfter):
        return _PAUSE
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
