"""Carries screens to chats with python-telegram-bot, and reads what Telegram says to it."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any, cast

import structlog
from telegram import InlineKeyboardMarkup, InputFile
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.limiter import Paused
from bot.screen import Picture, Screen
from bot.show import FileIds
from bot.transport import NotTaken, Sender
from domain.notifications import Failed, Outcome, Postponed, Refused, Unreachable
from jobs import albums
from storage.errors import Unavailable

_log = structlog.get_logger(__name__)

_REFUSED_FILE = "wrong file"
_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid")
_SCREENS = 32
"""Whose buttons are kept as they travel; a screen that is kept cannot lend its id to another."""

_TOKEN_PAUSE = timedelta(minutes=1)


class Post:
    """Sends screens as new messages, each picture's bytes only once."""

    def __init__(self, sender: Sender, file_ids: FileIds) -> None:
        self._sender = sender
        self._file_ids = file_ids
        self._keyboards: dict[int, tuple[Screen, str]] = {}

    async def ahead(self) -> float:
        """Seconds until the next message may leave."""
        return await self._sender.ahead()

    async def send(self, chat_id: int, screen: Screen) -> int:
        """Send `screen`; returns the message's id. Raises `TelegramError` and `Paused`."""
        keyboard = self._keyboard(screen)
        if screen.album:
            try:
                buttons = cast(InlineKeyboardMarkup | None, keyboard)  # JSON is passed on as it is
                return await albums.send(self._sender, chat_id, screen, buttons)
            except InvalidToken:
                _log.warning("an album was not accepted, sending its text", chat=chat_id)
        if screen.picture is not None:
            try:
                return await self._send_picture(chat_id, screen, screen.picture, keyboard)
            except InvalidToken:  # also what a server answers that cannot send pictures
                _log.warning("a picture was not accepted, sending its text", chat=chat_id)
        sent = await self._sender.push(
            "sendMessage",
            chat_id=chat_id,
            text=screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
        )
        return _id_of(sent)

    def _keyboard(self, screen: Screen) -> str | None:
        """The buttons as they travel: a campaign's are made once, and sent a million times."""
        _, wire = self._keyboards.get(id(screen), (None, None))
        if wire is None:
            if screen.keyboard is None:
                return None
            wire = screen.keyboard.model_dump_json(exclude_none=True)
            if len(self._keyboards) >= _SCREENS:
                self._keyboards.clear()
            self._keyboards[id(screen)] = screen, wire
        return wire

    async def _send_picture(
        self,
        chat_id: int,
        screen: Screen,
        picture: Picture,
        keyboard: str | None,
    ) -> int:
        known = picture.sent or await self._file_ids.find(picture.key)
        if known:
            try:
                return await self._send_photo(chat_id, screen, picture, keyboard, known)
            except BadRequest as error:
                if _REFUSED_FILE not in error.message.lower():
                    raise
                await self._file_ids.forget(picture.key)
        drawn = await picture.draw()
        return await self._send_photo(chat_id, screen, picture, keyboard, drawn)

    async def _send_photo(
        self,
        chat_id: int,
        screen: Screen,
        picture: Picture,
        keyboard: str | None,
        photo: str | bytes,
    ) -> int:
        is_known = isinstance(photo, str)
        sent = await self._sender.push(
            "sendPhoto",
            chat_id=chat_id,
            photo=photo if is_known else InputFile(photo, filename=picture.file_name),
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard,
        )
        if not is_known and sent.get("photo"):
            with suppress(Unavailable):  # it is in the chat: forgetting its id harms nobody
                await self._file_ids.keep(picture.key, sent["photo"][-1]["file_id"])
        return _id_of(sent)


def _id_of(sent: Mapping[str, Any]) -> int:
    id: int = sent["message_id"]
    return id


def keyboard_of(screen: Screen, sender: Sender) -> InlineKeyboardMarkup | None:
    """A screen's buttons as python-telegram-bot takes them."""
    if screen.keyboard is None:
        return None
    wire = screen.keyboard.model_dump(mode="json", exclude_none=True)
    return InlineKeyboardMarkup.de_json(wire, sender)


def outcome_of(error: TelegramError | Paused) -> Outcome:
    """What a refusal of Telegram (or of our own pace) means for a delivery."""
    match error:
        case Paused(seconds):
            return Postponed(timedelta(seconds=seconds), "our pace")
        case RetryAfter(retry_after=wait):
            delay = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            return Postponed(delay, "too many requests")
        case InvalidToken():
            _log.error("telegram refuses our token", answer=error.message)
            return Postponed(_TOKEN_PAUSE, error.message)
        case Forbidden():
            return Unreachable(error.message)
        case BadRequest() if any(words in error.message.lower() for words in _NOBODY_THERE):
            return Unreachable(error.message)
        case BadRequest():
            return Refused(error.message)
        case NotTaken():
            return Failed(error.message)
        case TelegramError():
            return Failed(error.message, uncertain=True)
