"""The one place that turns errors into replies."""

import re
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import structlog
from aiogram import Router
from aiogram.exceptions import TelegramAPIError
from aiogram.types import (
    CallbackQuery,
    ErrorEvent,
    InlineKeyboardMarkup,
    InlineQuery,
    Message,
    PreCheckoutQuery,
    TelegramObject,
    Update,
)

from bot.late import unless_too_late
from bot.screens.parts import home
from bot.texts import Texts, supported
from bot.visit import Visit
from domain import trail
from domain.errors import DomainError, NotAllowed, NotAvailable
from domain.money import Money
from storage.errors import AlreadyDone, Crowded, KeyDestroyed, Tampered, Unavailable

_log = structlog.get_logger(__name__)
_LONGEST_ALERT = 200
_DEFAULT_ZONE = "UTC"
_KIND = re.compile(r"[a-z]{1,4}")
_ID = re.compile(r"[0-9a-f]{32}")
_COMMAND = re.compile(r"/[a-z]{1,32}")


def make_router() -> Router:
    """The router that hears every error of a dispatcher."""
    router = Router(name="errors")
    router.errors.register(refuse)
    return router


async def refuse(failure: ErrorEvent, visit: Visit | None = None) -> None:
    """Answer a refusal where the person is; let what is not a refusal go on to the runner."""
    error = failure.exception
    if isinstance(error, AlreadyDone):
        return  # the handler of that act has shown its fresh screen
    if isinstance(error, Crowded) and _may_be_shed(failure.update):
        _log.info("shed", update=failure.update.update_id)
        voice = visit.t if visit else _voice(failure.update)
        await reply(failure.update, voice.plain("error-Busy"), voice)
        return
    if not isinstance(error, DomainError | Tampered | KeyDestroyed):
        raise error
    _log.info("refused", why=type(error).__name__, update=failure.update.update_id)
    t = visit.t if visit else _voice(failure.update)
    await reply(failure.update, _told(error, t, visit), t)
    if visit is not None and isinstance(error, NotAllowed | NotAvailable):
        await _write_down(error, failure.update, visit)


def _may_be_shed(update: Update) -> bool:
    """Whether somebody stands there who reads that it is busy, and can do the same again. Money
    that came is handled all the same, later."""
    message = update.message
    return update.callback_query is not None or (
        message is not None and message.successful_payment is None
    )


def _told(error: DomainError | Tampered | KeyDestroyed, t: Texts, visit: Visit | None) -> str:
    if isinstance(error, DomainError):
        return sentence(error, t)
    if isinstance(error, Tampered):
        return t.plain("error-unreadable")  # the log and the trail know more
    own = visit is not None and visit.person.user_id == error.person
    return t.plain("error-own-deleted" if own else "error-deleted")


async def _write_down(error: NotAllowed | NotAvailable, update: Update, visit: Visit) -> None:
    """Keep what somebody tried who may not."""
    what, id = _asked(update)
    why = type(error).__name__
    try:
        await trail.refused(visit.db, visit.person, why=why, what=what, id=id)
    except Unavailable:
        _log.warning("an event could not be written down", why=why)


def _asked(update: Update) -> tuple[str, UUID | None]:
    """What was asked for, without anything that a person typed: a command or a button's kind, and
    the id that it named."""
    event: TelegramObject = update.event
    if isinstance(event, CallbackQuery):
        kind, *parts = (event.data or "").split(":")
        ids = [UUID(part) for part in parts if _ID.fullmatch(part)]
        known = _KIND.fullmatch(kind) is not None
        return f"button {kind if known else '?'}", next(iter(ids), None)
    command = (getattr(event, "text", None) or "").split(maxsplit=1)[:1]
    if command and _COMMAND.fullmatch(command[0]):
        return command[0], None
    return update.event_type, None


def sentence(error: DomainError, t: Texts) -> str:
    """What the person reads: the text of the error's class, with the error's facts."""
    return t.plain(f"error-{type(error).__name__}", **_facts(error, t))


def _facts(error: DomainError, t: Texts) -> dict[str, Any]:
    zone = getattr(error, "time_zone", _DEFAULT_ZONE)
    return {name: _fact(value, t, zone) for name, value in vars(error).items()}


def _fact(value: object, t: Texts, zone: str) -> object:
    if isinstance(value, datetime):
        return t.when(value, zone)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Money):
        return t.money(value.amount, value.currency)
    return "none" if value is None else value


async def reply(update: Update, text: str, t: Texts) -> None:
    """Say `text` in the way the update can be answered; below a command stands the way home.

    Any other message may belong to a dialog, whose question has buttons of its own.
    """
    event: TelegramObject = update.event
    with suppress(TelegramAPIError):
        if isinstance(event, CallbackQuery):
            await event.answer(text[:_LONGEST_ALERT], show_alert=True)
        elif isinstance(event, Message):
            asked = (event.text or "").startswith("/")
            ways = InlineKeyboardMarkup(inline_keyboard=[[home(t)]]) if asked else None
            await event.answer(text, parse_mode=None, reply_markup=ways)
        elif isinstance(event, PreCheckoutQuery):
            with unless_too_late():
                await event.answer(ok=False, error_message=text[:_LONGEST_ALERT])
        elif isinstance(event, InlineQuery):
            await event.answer([], cache_time=0, is_personal=True)


async def apologise(update: Update, key: str = "error-unknown") -> None:
    """Tell the person that it did not work, in a sentence."""
    t = _voice(update)
    await reply(update, t.plain(key), t)


def _voice(update: Update) -> Texts:
    user = getattr(update.event, "from_user", None)
    return Texts(supported(getattr(user, "language_code", None)))
