"""A sandbox that is stopped, or killed, knows everything when it comes back."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp

from tests.sandbox.running import ADA, BEN, TOKEN, picture, running

_SERVE = """
import asyncio, sys
from pathlib import Path
from aiohttp import web
from bot.sandbox.server import make_app
from tests.sandbox.running import BOTS, PEOPLE

async def main() -> None:
    runner = web.AppRunner(make_app(Path(sys.argv[1]), BOTS, people=PEOPLE))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\\n")
    sys.stdout.flush()
    await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_chats_files_updates_and_settings_survive(tmp_path: Path):
    async with running(tmp_path) as server:
        await server.act(ADA, "start")
        first = await server.ok("sendMessage", chat_id=ADA, text="first")
        gone = await server.ok("sendMessage", chat_id=ADA, text="gone")
        await server.ok("deleteMessage", chat_id=ADA, message_id=gone["message_id"])
        form = aiohttp.FormData({"chat_id": str(ADA)})
        form.add_field("photo", picture(), filename="p.png")
        async with server.http.post(f"/bot{TOKEN}/sendPhoto", data=form) as answer:
            photo = (await answer.json())["result"]
        await server.ok("editMessageText", chat_id=ADA, message_id=first["message_id"], text="2nd")
        await server.ok("setMyCommands", commands=[{"command": "shows", "description": "All"}])
        await server.act(BEN, "block")
        (start, blocked) = await server.updates(allowed_updates=["message", "my_chat_member"])
        before = await server.chat(ADA)

    async with running(tmp_path) as server:
        assert await server.chat(ADA) == before
        assert (await server.chat(BEN))["blocked"] is True
        assert await server.updates() == [start, blocked]
        sent = await server.ok("sendPhoto", chat_id=ADA, photo=photo["photo"][-1]["file_id"])
        assert sent["message_id"] == photo["message_id"] + 1
        assert (await server.ok("getMyCommands"))[0]["command"] == "shows"
        await server.act(ADA, "send", text="again")
        batch = await server.updates(offset=blocked["update_id"] + 1)
        assert batch[0]["update_id"] > blocked["update_id"]


async def test_an_answered_call_survives_a_kill(tmp_path: Path):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _SERVE, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    port = int(await process.stdout.readline())
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http:
        async with http.post(f"/client/chats/{ADA}/start", json={}) as answer:
            assert answer.status == 200
        sends = [
            http.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": ADA, "text": str(n)})
            for n in range(20)
        ]
        for answer in await asyncio.gather(*sends):
            assert answer.status == 200
        os.kill(process.pid, signal.SIGKILL)
    await process.wait()
    async with running(tmp_path) as server:
        texts = [message.get("text") for message in (await server.chat(ADA))["messages"]]
        assert sorted(texts) == sorted(["/start", *map(str, range(20))])
        assert (await server.updates())[0]["message"]["text"] == "/start"


async def test_a_torn_last_line_is_passed_over(tmp_path: Path):
    async with running(tmp_path) as server:
        await server.act(ADA, "start")
    with (tmp_path / "journal.jsonl").open("ab") as journal:
        journal.write(b'["entry","1:2:3",{"bot_')
    async with running(tmp_path) as server:
        assert len((await server.chat(ADA))["messages"]) == 1


async def test_the_journal_does_not_grow_for_ever(tmp_path: Path):
    async with running(tmp_path) as server:
        await server.act(ADA, "start")
        sent = await server.ok("sendMessage", chat_id=ADA, text="0")
        for n in range(1, 40):
            await server.ok(
                "editMessageText", chat_id=ADA, message_id=sent["message_id"], text=str(n)
            )
    grown = (tmp_path / "journal.jsonl").stat().st_size
    async with running(tmp_path):
        assert (tmp_path / "journal.jsonl").stat().st_size < grown / 3
