"""What every update gets before its handler: who acts, their language, the claim."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.flags import get_flag
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Chat, TelegramObject, Update, User

from bot.callbacks.buying import ShowDoor
from bot.callbacks.door import AdmitParty, AskWhy, ByWord, ShowGuest, StandAt, Turn
from bot.clean import clean_name
from bot.links import read
from bot.screens.gifts import is_gift
from bot.texts import Texts, supported
from bot.visit import House, Visit
from domain import trail
from domain.actors import Person
from storage.context import Claim
from storage.errors import Unavailable
from storage.security.sealing import require_vault

_log = structlog.get_logger(__name__)
_NOTICED_AT_ONCE = 5
_AT_THE_DOOR = {
    button.__prefix__
    for button in (ShowDoor, StandAt, Turn, ShowGuest, AdmitParty, AskWhy, ByWord)
}

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Enter(Protocol):
    """Finds or makes the person behind a Telegram account."""

    async def __call__(
        self, *, bot_id: int, telegram_id: int, chat_id: int, name: str, language: str
    ) -> Person:
        """The person, with roles read afresh."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A way into the house: connections of its own, and who looks up who acts over them."""

    enter: Enter
    house: House


class WhoActs(BaseMiddleware):
    """Gives handlers their `visit`; lets only private chats through. `door` is the lane of who
    scans and admits: a rush at the counter does not close the door."""

    def __init__(self, lane: Lane, door: Lane | None = None) -> None:
        self._lane = lane
        self._door = door or lane

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, Update):
            raise TypeError("this stands around updates")
        context: EventContext = data[EVENT_CONTEXT_KEY]
        user, chat = context.user, context.chat
        if user is None or user.is_bot or not _is_for_us(event, chat):
            return None  # tickets and orders never meet a group (rules.md TG32)
        bot: Bot = data["bot"]
        if event.inline_query is not None and not is_gift(event.inline_query.query):
            data["visit"] = self._passing_by(user, event.update_id, bot)
            return await handler(event, data)
        lane = self._door if is_at_the_door(event) else self._lane
        person = await lane.enter(
            bot_id=bot.id,
            telegram_id=user.id,
            chat_id=chat.id if chat else user.id,
            name=clean_name(user.first_name, user.last_name),
            language=supported(user.language_code),
        )
        t = Texts(supported(person.locale))
        claim = Claim(bot.id, event.update_id)
        data["visit"] = Visit(person, t, claim, lane.house)
        return await handler(event, data)

    def _passing_by(self, user: User, update_id: int, bot: Bot) -> Visit:
        """Somebody who types our name in another chat: asks, sees what is public, is not kept."""
        locale = supported(user.language_code)
        nobody = Person(capacity="public", telegram_id=user.id, locale=locale)
        return Visit(nobody, Texts(locale), Claim(bot.id, update_id), self._lane.house)


def _is_for_us(update: Update, chat: Chat | None) -> bool:
    """What is private, and that we may post in a channel, or no more."""
    if chat is None or chat.type == "private":
        return True
    return update.my_chat_member is not None and chat.type == "channel"


def is_at_the_door(update: Update) -> bool:
    """Whether it is a scan of a ticket or a party, or a tap of who keeps a door."""
    if update.callback_query is not None:
        return (update.callback_query.data or "").partition(":")[0] in _AT_THE_DOOR
    text = (update.message.text if update.message else None) or ""
    link = read(text.removeprefix("/start ")) if text.startswith("/start ") else None
    return link is not None and link.kind in {"ticket", "party"}


class WriteDown(BaseMiddleware):
    """After a handler, what the vault noticed of tampering goes to the trail; a few an update.

    Whatever the handler's end: what an act refuses was noticed, too.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        finally:
            await _write_down(data["visit"])


async def _write_down(visit: Visit) -> None:
    noticed = require_vault(visit.db.vault).noticed
    for _ in range(_NOTICED_AT_ONCE):
        place = noticed.take()
        if place is None:
            return
        row = place.row if isinstance(place.row, UUID) else None
        try:
            await trail.tampered(
                visit.db, visit.person, table=place.table, column=place.column, row=row
            )
        except Unavailable:
            noticed.put_back(place)
            _log.warning("tampering could not be written down", table=place.table)
            return


class AnswerTaps(BaseMiddleware):
    """Stops the button's clock after success; a refusal answers by itself, with its reason."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        result = await handler(event, data)
        if isinstance(event, CallbackQuery) and not get_flag(data, "answers"):
            with suppress(TelegramAPIError):  # a clock that goes on ticking is not worth an error
                await event.answer()
        return result
