"""The first words with a Telegram server, before anything heavy is imported."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import structlog

from bot.console.sentences import Refused
from storage import transit

_log = structlog.get_logger(__name__)
_SECONDS = 10.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0


@dataclass(frozen=True, slots=True)
class BotFacts:
    """What Telegram says of the bot."""

    id: int
    username: str
    name: str
    inline: bool


class TelegramAway(Refused):
    """The server does not answer, or not as a Bot API server; it may later."""


class TokenRefused(Refused):
    """The server does not know the token."""


class NoSuchMethod(Refused):
    """The server lacks the method."""


async def get_me(api_url: str, token: str) -> BotFacts:
    """Who the token belongs to. Raises `TokenRefused` and `TelegramAway`."""
    try:
        return _facts(await call(api_url, token, "getMe"))
    except NoSuchMethod:
        raise _unknown(api_url) from None


async def wait_for_me(api_url: str, token: str, stop: asyncio.Event) -> BotFacts | None:
    """As `get_me`, but a server that is away is asked until it answers; None at `stop`.

    Raises `TokenRefused`.
    """
    try:
        found = await insist(api_url, token, "getMe", {}, stop)
    except NoSuchMethod:
        raise _unknown(api_url) from None
    return None if stop.is_set() else _facts(found)


async def insist(
    api_url: str, token: str, method: str, arguments: Mapping[str, Any], stop: asyncio.Event
) -> Any:
    """As `call`, but a server that is away is asked until it answers; None at `stop`.

    Each reason is logged once.
    """
    told = ""
    pause = _FIRST_PAUSE
    while not stop.is_set():
        try:
            return await call(api_url, token, method, arguments)
        except TelegramAway as error:
            if str(error) != told:
                told = str(error)
                _log.warning(told, doing="asking again until it answers")
        try:
            async with asyncio.timeout(pause * random.uniform(0.7, 1.0)):
                await stop.wait()
        except TimeoutError:
            pause = min(2 * pause, _LONGEST_PAUSE)
    return None


def _facts(found: Mapping[str, Any]) -> BotFacts:
    return BotFacts(
        id=int(found["id"]),
        username=str(found.get("username", "")),
        name=str(found.get("first_name", "")),
        inline=bool(found.get("supports_inline_queries", False)),
    )


def _unknown(api_url: str) -> TokenRefused:
    return TokenRefused(
        f"{api_url} knows no bot with this token (404): copy BOT_TOKEN again from @BotFather, or"
        " mend TELEGRAM_API_URL."
    )


async def call(
    api_url: str, token: str, method: str, arguments: Mapping[str, Any] | None = None
) -> Any:
    """The result of one Bot API call.

    Raises `TokenRefused`, `NoSuchMethod`, `TelegramAway`, and `Refused` for any other refusal.
    """
    address = f"{api_url}/bot{token}/{method}"
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(address, json=dict(arguments or {}), allow_redirects=False) as answer,
        ):
            content = await _json(answer)
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
        why = "it takes too long" if isinstance(error, TimeoutError) else "no connection"
        raise TelegramAway(_away(api_url, transit.reason(error) or why)) from None
    if answer.status == 401:
        raise TokenRefused(
            f"{api_url} refuses the bot token (401): copy BOT_TOKEN again from @BotFather."
        )
    if answer.status == 404:
        raise NoSuchMethod(f"{api_url} does not know {method} (404).")
    if content is None or answer.status >= 500:
        raise TelegramAway(_away(api_url, f"status {answer.status}"))
    if not content.get("ok"):
        reason = str(content.get("description", f"status {answer.status}"))[:200]
        raise Refused(f"{api_url} refuses {method}: {reason.replace(token, '[secret]')}.")
    return content.get("result")


async def _json(answer: aiohttp.ClientResponse) -> dict[str, Any] | None:
    try:
        content = await answer.json(content_type=None)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def _away(api_url: str, why: str) -> str:
    return (
        f"The Telegram server at {api_url} does not answer as it should ({why}): check the"
        " network and TELEGRAM_API_URL."
    )
