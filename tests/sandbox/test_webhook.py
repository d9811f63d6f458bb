"""Delivery to a webhook: the secret, retries, order within a chat, answers that call methods."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from tests.sandbox.running import ADA, BEN, Server

SECRET = "shh-1"


@dataclass
class Hook:
    """A bot's webhook: keeps what arrives, answers as `answer` says."""

    url: str = ""
    arrived: "asyncio.Queue[dict[str, Any]]" = field(default_factory=asyncio.Queue)
    secrets: list[str | None] = field(default_factory=list)
    answer: Callable[[dict[str, Any]], Awaitable[web.Response]] | None = None

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        update = await request.json()
        self.arrived.put_nowait(update)
        return await self.answer(update) if self.answer else web.Response()

    async def next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.arrived.get(), 10)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def _all_taken(server: Server) -> None:
    """Return when no update waits any more."""
    async with asyncio.timeout(10):
        while (await server.ok("getWebhookInfo"))["pending_update_count"]:
            pass


async def test_updates_are_posted_with_the_secret(server: Server, hook: Hook):
    await server.act(ADA, "start")
    await server.ok("setWebhook", url=hook.url, secret_token=SECRET)
    assert (await hook.next())["message"]["text"] == "/start"
    await server.act(ADA, "send", text="hello")
    assert (await hook.next())["message"]["text"] == "hello"
    assert hook.secrets == [SECRET, SECRET]
    await _all_taken(server)
    assert (await server.refused("getUpdates")).startswith(
        "Conflict: can't use getUpdates method while webhook is active"
    )


async def test_a_refused_update_comes_again_and_holds_the_chats_next(server: Server, hook: Hook):
    failures = iter([500, 503, 302])

    async def answer(update: dict[str, Any]) -> web.Response:
        return web.Response(status=next(failures, 200))

    hook.answer = answer
    await server.ok("setWebhook", url=hook.url)
    await server.act(ADA, "start")
    await server.act(ADA, "send", text="second")
    texts = [(await hook.next())["message"]["text"] for _ in range(5)]
    assert texts == ["/start", "/start", "/start", "/start", "second"]
    await _all_taken(server)
    told = await server.ok("getWebhookInfo")
    assert "302" in told["last_error_message"]


async def test_chats_do_not_wait_for_each_other(server: Server, hook: Hook):
    go_on = asyncio.Event()

    async def answer(update: dict[str, Any]) -> web.Response:
        if update["message"]["from"]["id"] == ADA:
            await go_on.wait()
        return web.Response()

    hook.answer = answer
    await server.ok("setWebhook", url=hook.url)
    await server.act(ADA, "start")
    assert (await hook.next())["message"]["from"]["id"] == ADA
    await server.act(BEN, "start")
    assert (await hook.next())["message"]["from"]["id"] == BEN
    go_on.set()
    await _all_taken(server)


async def test_one_connection_means_one_at_a_time(server: Server, hook: Hook):
    running, most = 0, 0

    async def answer(update: dict[str, Any]) -> web.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return web.Response()

    hook.answer = answer
    await server.ok("setWebhook", url=hook.url, max_connections=1)
    await asyncio.gather(
        *(server.client("updates", {"message": {"text": str(n)}}) for n in range(8))
    )
    for _ in range(8):
        await hook.next()
    await _all_taken(server)
    assert most == 1


async def test_a_method_in_the_answer_is_run(server: Server, hook: Hook):
    async def answer(update: dict[str, Any]) -> web.Response:
        chat = update["message"]["chat"]["id"]
        body = {"method": "sendMessage", "chat_id": chat, "text": "by return of post"}
        return web.json_response(body)

    hook.answer = answer
    await server.ok("setWebhook", url=hook.url)
    await server.act(ADA, "start")
    await hook.next()
    await _all_taken(server)
    assert (await server.chat(ADA))["messages"][-1]["text"] == "by return of post"


async def test_a_lost_acknowledgement_repeats_the_update(server: Server, hook: Hook):
    await server.client("faults", {"kind": "lost_ack"})
    await server.ok("setWebhook", url=hook.url)
    await server.act(ADA, "start")
    first, second = await hook.next(), await hook.next()
    assert first == second
    await _all_taken(server)


async def test_a_duplicate_comes_at_the_same_moment(server: Server, hook: Hook):
    both = asyncio.Barrier(2)

    async def answer(update: dict[str, Any]) -> web.Response:
        async with asyncio.timeout(5):
            await both.wait()
        return web.Response()

    hook.answer = answer
    await server.client("faults", {"kind": "duplicate_update"})
    await server.ok("setWebhook", url=hook.url)
    await server.act(ADA, "start")
    assert await hook.next() == await hook.next()


async def test_updates_wait_for_a_bot_that_is_away(server: Server, hook: Hook):
    await server.ok("setWebhook", url="http://127.0.0.1:9/away")
    await server.act(ADA, "start")
    async with asyncio.timeout(10):
        while "last_error_message" not in (told := await server.ok("getWebhookInfo")):
            pass
    assert told["pending_update_count"] == 1
    await server.ok("setWebhook", url=hook.url)
    assert (await hook.next())["message"]["text"] == "/start"


async def test_delete_webhook_gives_the_rest_to_polling(server: Server):
    await server.ok("setWebhook", url="http://127.0.0.1:9/away")
    await server.act(ADA, "start")
    await server.ok("deleteWebhook")
    assert len(await server.updates()) == 1
    await server.ok("deleteWebhook", drop_pending_updates=True)
    assert await server.updates(wait=0) == []


async def test_two_processes_may_set_it_at_once(server: Server, hook: Hook):
    await asyncio.gather(*(server.ok("setWebhook", url=hook.url) for _ in range(4)))
    await server.act(ADA, "start")
    assert (await hook.next())["message"]["text"] == "/start"
    await _all_taken(server)
    assert hook.arrived.empty()
