"""How updates reach the bot: webhook or polling; and where those go that nobody can handle."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError

from bot.console import telegram
from bot.console.lifetime import Work
from bot.console.premises import Premises
from bot.console.sentences import Refused
from bot.http import WEBHOOK_PATH
from bot.tracing import where
from bot.updates import ALLOWED_UPDATES, Polling, Updates, webhook
from domain import office
from domain.actors import House
from storage.database import Database
from storage.errors import StorageError, Unavailable

_log = structlog.get_logger(__name__)
_CONNECTIONS = 64
_LONGEST_ERROR = 8000
_OUR_WORDS = frozenset({"data", "type", "language_code", "currency", "invoice_payload", "status"})
"""Parts of an update whose texts are a program's."""


class Quarantine:
    """Keeps updates that met a bug of ours, with where it went wrong, and tells the operators.

    Neither what people wrote is kept, nor an error's message, which may repeat it.
    """

    def __init__(self, db: Database, bot_id: int) -> None:
        self._db = db
        self._bot_id = bot_id

    async def __call__(self, raw: dict[str, Any], error: BaseException) -> None:
        """Keep the update; the log has one that cannot be kept. Raises `Unavailable`."""
        update_id = int(raw["update_id"])
        trace = where(error)[-_LONGEST_ERROR:]
        _log.error(
            "an update was put aside", update=update_id, why=type(error).__name__, trace=trace
        )
        try:
            async with self._db.begin(House()) as tx:
                await office.put_aside(
                    tx.session,
                    bot_id=self._bot_id,
                    update_id=update_id,
                    payload=without_texts(raw),
                    error=trace,
                    kind=type(error).__name__,
                    now=tx.now,
                )
        except Unavailable:
            raise
        except StorageError as reason:
            _log.error("the update could not be kept", update=update_id, reason=str(reason))


def without_texts(value: Any, name: str = "") -> Any:
    """An update's shape with its ids and our own words; other texts by their length only.

    Fractions go, too: a place has no others.
    """
    if isinstance(value, dict):
        return {key: without_texts(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [without_texts(each, name) for each in value]
    if isinstance(value, str) and name not in _OUR_WORDS:
        return f"({len(value)} characters)"
    return None if isinstance(value, float) else value


def arrivals(house: Premises, bot: Bot, updates: Updates, stop: asyncio.Event) -> Work:
    """The work that lets updates come until `stop` and finishes those in flight.

    By webhook where `WEBHOOK_URL` is set and the server has webhooks, else by polling. The
    webhook's handler stands in `house.webhooks` at once, so that HTTP can be opened first.
    """
    polling = Polling(bot, updates)
    address = house.settings.webhook_url
    if address is None:
        return _poll(house, polling, updates, stop)
    given = house.settings.webhook_secret
    secret = given.get_secret_value() if given else house.key.derive("webhook secret").hex()
    path = urlsplit(address).path
    if path in {"", "/"}:
        address, path = address.rstrip("/") + WEBHOOK_PATH, WEBHOOK_PATH
    # Also our own path: a proxy in front may have another one for the world.
    house.webhooks |= dict.fromkeys((path, WEBHOOK_PATH), webhook(updates, secret))
    return _take(house, address, secret, polling, updates, stop)


async def _take(
    house: Premises,
    address: str,
    secret: str,
    polling: Polling,
    updates: Updates,
    stop: asyncio.Event,
) -> None:
    wanted = {
        "url": address,
        "secret_token": secret,
        "allowed_updates": ALLOWED_UPDATES,
        "max_connections": _CONNECTIONS,
    }
    if not await _insist(house, "setWebhook", wanted, stop):
        await _poll(house, polling, updates, stop)
        return
    await stop.wait()
    await house.close_http()
    await updates.idle()


async def _insist(
    house: Premises, method: str, arguments: dict[str, Any], stop: asyncio.Event
) -> bool:
    """Call until the server answers; False where it lacks the method, or at `stop`."""
    settings = house.settings
    try:
        await telegram.insist(settings.telegram_api_url, settings.token(), method, arguments, stop)
    except telegram.NoSuchMethod:
        _log.warning("this server lacks a method", method=method)
        return False
    return not stop.is_set()


async def _poll(house: Premises, polling: Polling, updates: Updates, stop: asyncio.Event) -> None:
    await _insist(house, "deleteWebhook", {}, stop)

    async def end() -> None:
        await stop.wait()
        polling.stop()

    ending = asyncio.create_task(end(), name="end polling")
    try:
        await polling.run()
        await updates.idle()
    except TelegramUnauthorizedError:
        raise Refused(
            "Telegram does not accept the bot token any more (401): copy BOT_TOKEN again from"
            " @BotFather."
        ) from None
    finally:
        ending.cancel()
