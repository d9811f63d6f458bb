"""Messages whose numbers are kept true while something goes on."""

from enum import Enum

import structlog
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.limiter import Paused
from bot.screen import Screen
from bot.transport import Sender
from jobs.post import keyboard_of

_GONE = ("message to edit not found", "message can't be edited", "chat not found")

_log = structlog.get_logger(__name__)


class Redrawn(Enum):
    """What became of it."""

    SHOWN = 1
    GONE = 2
    LATER = 3


async def redraw(sender: Sender, *, chat_id: int, message_id: int, screen: Screen) -> Redrawn:
    """Show `screen` in the message, if that is still there and it is the moment."""
    try:
        await sender.edit_message_text(
            screen.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard_of(screen, sender),
        )
    except BadRequest as error:
        if any(words in error.message.lower() for words in _GONE):
            return Redrawn.GONE
        if "not modified" not in error.message:
            _log.warning("a bar was refused", message=message_id, why=error.message)
    except Forbidden:
        return Redrawn.GONE
    except (RetryAfter, Paused, TelegramError) as error:
        _log.info("a bar waits", message=message_id, why=str(error))
        return Redrawn.LATER
    return Redrawn.SHOWN
