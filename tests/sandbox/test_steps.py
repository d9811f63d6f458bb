"""Steps to try: by which signs they tick themselves off."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.api import SANDBOX
from bot.sandbox.server import Sign, Step, make_app
from bot.sandbox.steps import Report
from tests.sandbox.running import ADA, BEN, BOTS, PEOPLE, TOKEN, Server, picture, qr_picture


def _step(key: str, *signs: Sign, **more: Any) -> Step:
    return Step(key, key.title(), "What to do.", ADA, signs, **more)


STEPS = (
    _step("start", Sign("starts", ADA, data="^e")),
    _step("buy", Sign("taps", ADA, data="^r:"), Sign("pays", ADA), Sign("reads", ADA, qr=True)),
    _step("door", Sign("scans", BEN, data="start=t")),
    _step("anybody", Sign("says", text="^ciao")),
    _step("photo", Sign("sends", ADA, text="photo")),
    _step("button", Sign("reads", ADA, text="^Pause$|^Pausa$")),
    _step("rush", action="rush", label="Go"),
)


class House:
    """A sandbox with steps that ends and begins again with what it remembers."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._closing = AsyncExitStack()
        self.gate = asyncio.Event()

    async def _rush(self, report: Report) -> str:
        report("half of them")
        await self.gate.wait()
        return "all of them"

    async def begin(self) -> Server:
        rush = {"rush": self._rush}
        app = make_app(self._state, BOTS, people=PEOPLE, steps=STEPS, actions=rush)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        self._closing.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        http = await self._closing.enter_async_context(aiohttp.ClientSession(url))
        return Server(url, http, app[SANDBOX])

    async def end(self) -> None:
        await self._closing.aclose()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path)
    yield house
    await house.end()


async def _done(server: Server) -> set[str]:
    _, told = await server.client("steps")
    return {step["key"] for step in told["steps"] if step["done"]}


async def _photo(server: Server, data: bytes) -> None:
    form = aiohttp.FormData({"chat_id": str(ADA)})
    form.add_field("photo", data, filename="p.png")
    async with server.http.post(f"/bot{TOKEN}/sendPhoto", data=form) as answer:
        assert answer.status == 200


async def test_signs_are_seen_in_their_order_and_of_the_right_person(house):
    server = await house.begin()
    await server.act(BEN, "start", payload="e1")
    await server.act(ADA, "start", payload="x1")
    assert await _done(server) == set()
    await server.act(ADA, "start", payload="e1")
    await server.act(BEN, "send", text="Ciao a tutti")
    assert await _done(server) == {"start", "anybody"}

    # A code that was there before the purchase is not its ticket.
    await _photo(server, qr_picture("https://t.me/atelier_bot?start=t1"))
    rows = [[{"text": "Hold", "callback_data": "r:1"}]]
    sent = await server.ok(
        "sendMessage", chat_id=ADA, text="x", reply_markup={"inline_keyboard": rows}
    )
    tap = asyncio.create_task(server.act(ADA, "tap", message_id=sent["message_id"], row=0, col=0))
    update = (await server.updates())[-1]
    while "callback_query" not in update:
        update = (await server.updates(offset=update["update_id"] + 1))[-1]
    await server.ok("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    await tap
    server.sandbox.trail.note("pays", ADA)
    await _photo(server, picture())
    assert "buy" not in await _done(server)
    await _photo(server, qr_picture("https://t.me/atelier_bot?start=t2"))
    assert "buy" in await _done(server)


async def test_labels_edits_scans_and_things_sent_are_signs(house):
    server = await house.begin()
    await server.act(ADA, "start")
    await _photo(server, qr_picture("https://t.me/atelier_bot?start=t1"))
    newest = (await server.chat(ADA))["messages"][-1]["message_id"]
    await server.act(ADA, "scan", message_id=newest, person=BEN)
    form = aiohttp.FormData()
    form.add_field("file", picture(), filename="me.png")
    async with server.http.post(f"/client/chats/{ADA}/photo", data=form) as answer:
        assert answer.status == 200
    sent = await server.ok("sendMessage", chat_id=ADA, text="Sending …")
    keyboard = {"inline_keyboard": [[{"text": "Pausa", "callback_data": "p"}]]}
    edit = {"chat_id": ADA, "message_id": sent["message_id"], "text": "1 of 9"}
    await server.ok("editMessageText", **edit, reply_markup=keyboard)
    assert await _done(server) == {"door", "photo", "button"}


async def test_what_was_done_stays_done_until_all_is_forgotten(house):
    server = await house.begin()
    await server.act(ADA, "start", payload="e1")
    await house.end()
    again = await house.begin()
    assert await _done(again) == {"start"}
    await again.client("reset", {})
    assert await _done(again) == set()


async def test_an_action_runs_once_at_a_time(house):
    server = await house.begin()
    async with server.http.get("/client/events") as stream:
        await stream.content.readuntil(b"hello")
        running = asyncio.create_task(server.client("actions/rush", {}))
        await stream.content.readuntil(b"half of them")
    status, _ = await server.client("actions/rush", {})
    assert status == 409
    house.gate.set()
    status, told = await running
    assert (status, told["text"]) == (200, "all of them")
    assert await _done(server) == {"rush"}
    status, _ = await server.client("actions/unknown", {})
    assert status == 404
