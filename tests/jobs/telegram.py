"""A Bot API server that answers exactly as a test tells it to."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

TOKEN = "4242:TEST"


@dataclass(frozen=True)
class Call:
    """What was asked of it. `upload` tells that the picture came as bytes."""

    method: str
    chat_id: int
    parameters: dict[str, Any]
    upload: bool


def refusal(code: int, description: str, **parameters: int) -> tuple[int, dict[str, Any]]:
    """An answer that says no."""
    body = {"ok": False, "error_code": code, "description": description}
    return code, body | ({"parameters": parameters} if parameters else {})


class Telegram:
    """Every call is kept in `calls`; answers wait in `script`, by chat, before the usual yes."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.script: dict[int, deque[tuple[int, dict[str, Any]]]] = defaultdict(deque)
        self.on_call: Callable[[], None] = lambda: None
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.url = ""
        self._changed = asyncio.Condition()
        self._last_message = 100

    async def called(self, times: int) -> None:
        """Return when that many calls have come."""
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(lambda: len(self.calls) >= times)

    def chats(self) -> list[int]:
        """The chats of all calls, in the order in which they came."""
        return [call.chat_id for call in self.calls]

    async def _answer(self, request: web.Request) -> web.Response:
        is_json = request.content_type == "application/json"
        form = await (request.json() if is_json else request.post())
        method = request.match_info["method"]
        if method == "getMe":
            me = {"id": 4242, "is_bot": True, "first_name": "Portal", "username": "portal_bot"}
            return web.json_response({"ok": True, "result": me})
        chat_id = int(str(form["chat_id"]))
        upload = any(isinstance(value, web.FileField) for value in form.values())
        self.on_call()
        async with self._changed:
            self.calls.append(Call(method, chat_id, dict(form), upload))
            self._changed.notify_all()
        await self.may_answer.wait()
        if self.script[chat_id]:
            status, body = self.script[chat_id].popleft()
            return web.json_response(body, status=status)
        return web.json_response({"ok": True, "result": self._message(method, chat_id)})

    def _message(self, method: str, chat_id: int) -> dict[str, Any]:
        self._last_message += 1
        message: dict[str, Any] = {
            "message_id": self._last_message,
            "date": 1_800_000_000,
            "chat": {"id": chat_id, "type": "private"},
        }
        if method != "sendPhoto":
            return message
        size = {"file_id": "kept", "file_unique_id": "u", "width": 9, "height": 9}
        return message | {"photo": [size]}


@asynccontextmanager
async def telegram_server() -> AsyncIterator[Telegram]:
    """A `Telegram` that listens on a port of its own."""
    telegram = Telegram()
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/{{method}}", telegram._answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    telegram.url = f"http://{host}:{port}"
    try:
        yield telegram
    finally:
        telegram.may_answer.set()
        await runner.cleanup()
