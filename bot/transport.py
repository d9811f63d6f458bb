"""Two voices under one pace: aiogram answers people, python-telegram-bot pushes."""

import os
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final

import aiohttp
import orjson
import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import GetUserProfilePhotos, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import BaseRateLimiter, ExtBot
from telegram.request import BaseRequest, RequestData

from bot.limiter import Limiter, chat_of
from bot.metrics import PUSHED

_log = structlog.get_logger(__name__)
os.environ.setdefault("PTB_TIMEDELTA", "true")  # else python-telegram-bot warns at every 429

_NOT_TAKEN = frozenset(range(500, 600)) - {HTTPStatus.GATEWAY_TIMEOUT}
"""A gateway that waited in vain does not know what became of the message."""

_JSON = {"Content-Type": "application/json"}

COUNTED: Final = -1
"""Instead of how many messages a call sends: they were counted with an earlier one. (No 0: what is
false, python-telegram-bot does not pass on.)"""

_Result = bool | dict[str, Any] | list[dict[str, Any]]


def make_bot(token: str, api_url: str, limiter: Limiter) -> Bot:
    """The bot that converses. `api_url` is any Bot API server, a path prefix allowed."""
    session = _Session(
        api=TelegramAPIServer.from_base(api_url),
        json_loads=orjson.loads,
        json_dumps=lambda value: orjson.dumps(value).decode(),
        timeout=10,
    )
    session.middleware(_Paced(limiter))
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))


class _Session(AiohttpSession):
    """Understands refusals that are not JSON: a proxy's 502, or another server's 404.

    It trusts whom the machine trusts, as everything else here does, and not a list in a package.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._connector_init["ssl"] = True

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError:
            if status_code < HTTPStatus.BAD_REQUEST:
                raise  # it was done; trying again would do it twice
            missing = status_code == HTTPStatus.NOT_FOUND
            refusal = TelegramNotFound if missing else TelegramServerError
            raise refusal(method, f"status {status_code}") from None


class _Paced(BaseRequestMiddleware):
    """Counts what is sent in answer to a person and obeys a pause."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if not method.__api_method__.startswith("send"):
            return await make_request(bot, method)
        chat_id = chat_of({"chat_id": getattr(method, "chat_id", None)})
        messages = len(getattr(method, "media", ())) or 1
        await self._limiter.acquire(chat_id, bulk=False, messages=messages)
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            await self._limiter.told_to_wait(chat_id, error.retry_after)
            await self._limiter.acquire(chat_id, bulk=False, messages=messages)
            return await make_request(bot, method)


class Extras:
    """Bot API calls that are pleasant but not needed: what a server lacks is logged once."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._missing: set[str] = set()

    async def try_(self, method: TelegramMethod[Any]) -> bool:
        """Whether the server did it. A refusal is not an error here."""
        return await self.ask(method) is not None

    async def ask(self, method: TelegramMethod[TelegramType]) -> TelegramType | None:
        """What the server answers, None where it refuses or lacks the method."""
        name = method.__api_method__
        if name in self._missing:
            return None
        try:
            return await self._bot(method)
        except TelegramNotFound as error:
            self._missing.add(name)
            _log.warning("this server lacks a method", method=name, answer=error.message)
        except AiogramError as error:
            _log.info("an extra was refused", method=name, answer=str(error))
        return None

    async def have_picture(self) -> bool:
        """Whether the bot has a picture of itself, also where the server does not say."""
        found = await self.ask(GetUserProfilePhotos(user_id=self._bot.id, limit=1))
        return found is None or found.total_count > 0


class Sender(ExtBot[int]):
    """The bot that pushes: python-telegram-bot over aiohttp, paced with everybody else.

    `rate_limit_args` of a call are the messages that it stands for, 0 where an earlier one stood
    for it too; 1 where nothing is said.
    """

    def __init__(self, token: str, api_url: str, limiter: Limiter) -> None:
        super().__init__(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=_AiohttpRequest(),
            get_updates_request=_AiohttpRequest(),
            rate_limiter=_SharedPace(limiter),
        )
        self._limiter = limiter

    async def silence(self) -> datetime | None:
        """Until when Telegram wants nothing sent to anybody, if it does."""
        return await self._limiter.silence()

    async def ahead(self) -> float:
        """Seconds until the next moment that is free for what is pushed."""
        return await self._limiter.ahead()

    def __repr__(self) -> str:
        return "Sender()"  # the library's own shows the token

    async def push(self, method: str, **parameters: object) -> Mapping[str, Any]:
        """Call a method that sends one message; the message as it came.

        `parameters` are those of the Bot API, None for what is not given. For who wants a
        message's id: to read a whole `Message` costs as much as the call itself. Raises
        `TelegramError` and `Paused`.
        """
        sent: Mapping[str, Any] = await self._post(method, parameters)
        return sent


class _SharedPace(BaseRateLimiter[int]):
    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter

    async def initialize(self) -> None:
        """Nothing to set up: Redis holds the pace."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> _Result:
        if not endpoint.startswith("send"):
            return await callback(*args, **kwargs)
        chat_id = chat_of(data)
        messages = 1 if rate_limit_args is None else rate_limit_args
        if messages != COUNTED:
            await self._limiter.acquire(chat_id, bulk=True, messages=messages)
        try:
            sent = await callback(*args, **kwargs)
            PUSHED.inc()
            return sent
        except RetryAfter as error:
            wait = error.retry_after
            seconds = wait if isinstance(wait, int | float) else wait.total_seconds()
            await self._limiter.told_to_wait(chat_id, seconds)
            raise


class NotTaken(NetworkError):
    """The server said that it did not take the message, or nobody could reach it."""


class _AiohttpRequest(BaseRequest):
    """python-telegram-bot's requests over aiohttp, which the bot uses already."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return 10.0

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """An answer of the Bot API. Raises `TelegramError` for what is none."""
        try:
            answer: dict[str, Any] = orjson.loads(payload)
        except orjson.JSONDecodeError as error:
            raise TelegramError("the answer is not JSON") from error
        return answer

    async def initialize(self) -> None:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=15))

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("the sender is not open")
        try:
            async with self._session.request(method, url, **_body(request_data)) as answer:
                if answer.status in _NOT_TAKEN:
                    raise NotTaken(f"status {answer.status}")
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientConnectorError as error:
            raise NotTaken(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error


def _body(request_data: RequestData | None) -> dict[str, Any]:
    """JSON, which costs a third of a form; with a file a form."""
    if request_data is None:
        return {}
    if not request_data.multipart_data:
        return {"data": orjson.dumps(request_data.parameters), "headers": _JSON}
    return {"data": _form(request_data)}


def _form(request_data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in (request_data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return form
