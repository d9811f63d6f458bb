"""A running sandbox, spoken to as a bot (`api`) and as a program (`client`)."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import qrcode
from aiohttp import web
from PIL import Image

from bot.sandbox.api import SANDBOX
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import BotAccount, Patience, Person, make_app

TOKEN = "7700000001:AA-sandbox_token"
OTHER_TOKEN = "7700000002:AA-other_token"
BOTS = (
    BotAccount(TOKEN, "atelier_bot", "Atelier"),
    BotAccount(OTHER_TOKEN, "runway_bot", "Runway"),
)
ADA, BEN = 5_000_000_001, 5_000_000_002
PEOPLE = (Person(ADA, "Ada", "Moreau", "ada", "fr", "attendee"), Person(BEN, "Ben"))
QUICK = Patience(tap=5, query=30, pre_checkout=5, webhook_first=0.01, webhook_longest=0.05)


@dataclass
class Server:
    """`api` and `client` answer (status, JSON)."""

    url: str
    http: aiohttp.ClientSession
    sandbox: Sandbox

    async def api(self, method: str, token: str = TOKEN, **params: Any) -> tuple[int, Any]:
        async with self.http.post(f"/bot{token}/{method}", json=params) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        status, answer = await self.api(method, **params)
        assert status == 200, answer
        assert answer["ok"] is True
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must fail; status and error_code agree."""
        status, answer = await self.api(method, **params)
        assert answer["ok"] is False, answer
        assert answer["error_code"] == status
        return str(answer["description"])

    async def client(self, path: str, body: Any = None, verb: str = "") -> tuple[int, Any]:
        verb = verb or ("GET" if body is None else "POST")
        json = {} if body is None else {"json": body}
        async with self.http.request(verb, f"/client/{path}", **json) as answer:
            return answer.status, await answer.json()

    async def act(self, person: int, what: str, /, **body: Any) -> Any:
        """An act in the person's chat that must succeed."""
        status, answer = await self.client(f"chats/{person}/{what}", body)
        assert status == 200, answer
        return answer

    async def chat(self, person: int) -> Any:
        status, answer = await self.client(f"chats/{person}")
        assert status == 200, answer
        return answer["chat"]

    async def updates(self, offset: int = 0, wait: int = 5, **params: Any) -> list[Any]:
        return list(await self.ok("getUpdates", offset=offset, timeout=wait, **params))

    async def next_update(self, kind: str) -> Any:
        """The next update's content, which must be of `kind`; it is acknowledged."""
        (update, *_) = await self.updates()
        await self.updates(offset=update["update_id"] + 1, wait=0)
        assert kind in update, update
        return update[kind]

    async def started(self, *people: int) -> None:
        """Let people start the bot, and forget the updates of it."""
        for person in people:
            await self.act(person, "start")
        await self.updates(offset=-1, wait=0)
        (last,) = await self.updates(wait=0)
        await self.updates(offset=last["update_id"] + 1, wait=0)


@asynccontextmanager
async def running(
    state: Path,
    *,
    patience: Patience = QUICK,
    people: Sequence[Person] = PEOPLE,
    page: Path | None = None,
) -> AsyncIterator[Server]:
    """A sandbox on a free port."""
    pages = {} if page is None else {"page": page}
    app = make_app(state, BOTS, people=people, patience=patience, **pages)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        async with aiohttp.ClientSession(url) as http:
            yield Server(url, http, app[SANDBOX])
    finally:
        await runner.cleanup()


def picture(width: int = 900, height: int = 600, color: str = "plum") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), color).save(out, "PNG")
    return out.getvalue()


def qr_picture(text: str) -> bytes:
    out = BytesIO()
    qrcode.make(text).save(out)
    return out.getvalue()


@asynccontextmanager
async def bot_of(
    server: Server, handle: Callable[[Server, dict[str, Any]], Any]
) -> AsyncIterator[None]:
    """A small bot that polls and calls `handle(server, update)` for each update."""

    async def poll() -> None:
        offset = 0
        while True:
            for update in await server.updates(offset=offset, wait=30):
                offset = update["update_id"] + 1
                await handle(server, update)

    task = asyncio.create_task(poll())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
