"""A Bot API server that knows little: what it does not know is 404, in its own words."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "4200000002:TEST-token-of-a-poor-server"
LEAST = frozenset({"getMe", "getUpdates", "sendMessage", "answerCallbackQuery"})
BOT = {"id": 4200000002, "is_bot": True, "first_name": "Portal", "username": "poor_portal_bot"}
PERSON = {"id": 777, "is_bot": False, "first_name": "Giulia"}
CHAT = {"id": 777, "type": "private", "first_name": "Giulia"}


@dataclass
class PoorServer:
    """One person's chat with one bot; `plain` answers 404 as a web server does, not in JSON."""

    knows: Collection[str]
    plain: bool
    url: str = ""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    lacked: Counter[str] = field(default_factory=Counter)
    _updates: list[dict[str, Any]] = field(default_factory=list)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _number: int = 100

    async def says(self, text: str) -> None:
        """The person writes."""
        command = {"type": "bot_command", "offset": 0, "length": len(text.split()[0])}
        entities = [command] if text.startswith("/") else []
        await self._add(message=self._message(PERSON, text=text, entities=entities))

    async def taps(self, message: dict[str, Any], data: str) -> None:
        """The person taps a button with `data` at a message of the bot."""
        query = {"from": PERSON, "message": message, "chat_instance": "1", "data": data}
        await self._add(callback_query=query | {"id": str(self._number)})

    async def hears(self, words: str, seconds: float = 60) -> dict[str, Any]:
        """The bot's message with `words`, as soon as it is there."""

        def found() -> dict[str, Any] | None:
            for method, sent in self.calls:
                text = sent.get("text", "") or sent.get("caption", "")
                if method in {"sendMessage", "answerCallbackQuery"} and words in text:
                    return self._message(BOT, text=text)
            return None

        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(found)
        return found() or {}

    def _message(self, sender: dict[str, Any], **content: Any) -> dict[str, Any]:
        self._number += 1
        facts = {"message_id": self._number, "date": 1_800_000_000, "chat": CHAT, "from": sender}
        return facts | content

    async def _add(self, **content: Any) -> None:
        async with self._changed:
            self._number += 1
            self._updates.append({"update_id": self._number} | content)
            self._changed.notify_all()

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given: Mapping[str, Any] = await (
            request.json() if "json" in request.content_type else request.post()
        )
        if method not in self.knows:
            self.lacked[method] += 1
            if self.plain:
                raise web.HTTPNotFound
            body = {"ok": False, "error_code": 404, "description": "Not Found"}
            return web.json_response(body, status=404)
        result: Any = True
        if method == "getMe":
            result = BOT
        elif method == "getUpdates":
            result = await self._poll(int(given.get("offset", 0)), float(given.get("timeout", 0)))
        elif method.startswith("send"):
            result = self._message(BOT, text=given.get("text", "…"))
        async with self._changed:
            self.calls.append((method, dict(given)))
            self._changed.notify_all()
        return web.json_response({"ok": True, "result": result})

    async def _poll(self, offset: int, seconds: float) -> list[dict[str, Any]]:
        self._updates = [each for each in self._updates if each["update_id"] >= offset]
        try:
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(lambda: self._updates)
        except TimeoutError:
            return []
        return self._updates


@asynccontextmanager
async def poor_server(
    knows: Collection[str] = LEAST, *, plain: bool = False
) -> AsyncIterator[PoorServer]:
    """Such a server on a port of its own."""
    server = PoorServer(knows, plain)
    app = web.Application()
    app.router.add_route("*", f"/bot{TOKEN}/{{method}}", server.answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()
