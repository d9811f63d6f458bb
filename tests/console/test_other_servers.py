"""Any other Bot API server, also one that knows fewer methods, under a path of its own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from storage.embedded import Servers
from tests.console.commands import running_main
from tests.portal_fixtures import TOKEN
from tests.signing import KEY
from tests.storage.database_fixtures import Scratch
from tests.storage.embedded_fixtures import command, open_directory, wait_for_silence

pytestmark = [pytest.mark.timeout(240), pytest.mark.chaos]  # processes start and start again
ME = {"id": int(TOKEN.partition(":")[0]), "is_bot": True, "first_name": "P", "username": "p_bot"}
GUEST = {"id": 6_000_000_001, "is_bot": False, "first_name": "Ada", "language_code": "en"}
CHAT = {"id": GUEST["id"], "type": "private", "first_name": "Ada"}
START = {
    "update_id": 41,
    "message": {
        "message_id": 1,
        "date": 1_790_000_000,
        "chat": CHAT,
        "from": GUEST,
        "text": "/start",
        "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
    },
}


@dataclass
class SmallServer:
    """Knows getMe, getUpdates and sendMessage; `sick` answers are given first."""

    sick: list[web.Response] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    sent: "asyncio.Queue[dict[str, Any]]" = field(default_factory=asyncio.Queue)
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        self.asked.append(method)
        if request.match_info["token"] != TOKEN:
            return self._refusal(401, "Unauthorized")
        if self.sick:
            return self.sick.pop(0)
        arguments: Any = await request.post()
        if request.content_type == "application/json":
            arguments = await request.json()
        known: dict[str, Callable[[Any], Awaitable[Any]]] = {
            "getMe": self._me,
            "getUpdates": self._updates,
            "sendMessage": self._send,
        }
        if method not in known:
            return self._refusal(404, "Not Found: method not found")
        return web.json_response({"ok": True, "result": await known[method](arguments)})

    def _refusal(self, status: int, description: str) -> web.Response:
        content = {"ok": False, "error_code": status, "description": description}
        return web.json_response(content, status=status)

    async def _me(self, _: Any) -> Any:
        return ME

    async def _updates(self, arguments: Any) -> Any:
        if int(arguments.get("offset", 0)) <= START["update_id"]:
            return [START]
        self.acknowledged.set()
        await asyncio.sleep(min(int(arguments.get("timeout", 0)), 1))
        return []

    async def _send(self, arguments: Any) -> Any:
        self.sent.put_nowait(dict(arguments))
        text = arguments["text"]
        return {"message_id": 2, "date": 1_790_000_001, "chat": CHAT, "from": ME, "text": text}


@asynccontextmanager
async def serving(server: SmallServer) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/telegram/api/bot{token}/{method}", server.answer)
    async with TestServer(app) as running:
        yield str(running.make_url("/telegram/api"))


def names(database: Scratch, valkey: Servers, url: str) -> dict[str, str]:
    return {
        "DATABASE_URL": database.dsn(),
        "REDIS_URL": valkey.redis_url or "",
        "MASTER_KEY": KEY.hex(),
        "TELEGRAM_API_URL": url,
    }


async def test_what_a_server_lacks_is_said_once_and_worked_around(
    database: Scratch, valkey: Servers, tmp_path
):
    server = SmallServer(sick=[web.Response(status=502, text="<html>Bad Gateway")])
    async with serving(server) as url:
        stores = names(database, valkey, url)
        with running_main("run", cwd=tmp_path, BOT_TOKEN=TOKEN, **stores) as portal:
            async with asyncio.timeout(120):
                greeting = await server.sent.get()
                await server.acknowledged.wait()
            assert int(greeting["chat_id"]) == GUEST["id"]
            assert "Ada" in greeting["text"]
            assert await asyncio.to_thread(portal.end) == 0
    said = portal.said
    assert said.count("does not answer as it should (status 502)") == 1
    for method in ("deleteWebhook", "setMyCommands", "setMyDescription"):
        assert server.asked.count(method) == 1
        assert said.count(f"method={method}\n") == 1
    assert "Traceback" not in said
    assert TOKEN not in said
    assert database.servers.passwords["postgres"] not in said
    assert {path.suffix for path in (tmp_path / "var").iterdir()} == {".sqlite"}  # people's keys


async def test_without_webhooks_and_without_redis_it_starts_all_the_same(
    database: Scratch, valkey: Servers, tmp_path
):
    server = SmallServer()
    async with serving(server) as url:
        stores = names(database, valkey, url) | {
            "WEBHOOK_URL": "https://portal.example.org",
            "REDIS_URL": "redis://:hunter22@127.0.0.1:1/0",
        }
        with running_main("bot", cwd=tmp_path, BOT_TOKEN=TOKEN, **stores) as portal:
            async with asyncio.timeout(120):
                await server.sent.get()
            assert await asyncio.to_thread(portal.end) == 0
    assert portal.said.count("Redis does not answer: start it, or mend REDIS_URL.") == 1
    assert portal.said.count("this server lacks a method") >= 2
    assert "hunter22" not in portal.said


async def test_a_wrong_token_ends_the_start(database: Scratch, valkey: Servers, tmp_path):
    async with serving(SmallServer()) as url:
        stores = names(database, valkey, url)
        with running_main("jobs", cwd=tmp_path, BOT_TOKEN=f"{TOKEN}x", **stores) as portal:
            line = await asyncio.to_thread(portal.until, "BOT_TOKEN")
            assert await asyncio.to_thread(portal.process.wait, 60) == 1
    assert line == f"{url} refuses the bot token (401): copy BOT_TOKEN again from @BotFather.\n"
    assert portal.said == line


async def test_who_shares_the_servers_of_a_command_ends_with_it(tmp_path):
    with open_directory() as data:
        async with serving(SmallServer()) as url:
            shared = {"BOT_TOKEN": TOKEN, "DATA_DIR": str(data), "TELEGRAM_API_URL": url}
            with command(data) as supervisor:
                supervisor.started()
                with running_main("jobs", cwd=tmp_path, **shared) as portal:
                    await asyncio.to_thread(portal.until, "http is open")
                    supervisor.process.kill()
                    line = await asyncio.to_thread(portal.until, "database this one shared")
                    assert line.startswith("The command whose database")
                    assert await asyncio.to_thread(portal.process.wait, 60) == 1
            wait_for_silence(data)
    assert "Traceback" not in portal.said
