"""A server that takes every message and says nothing of interest; arguments: port, ms to wait.

It is as light as aiohttp can be: what it takes, it takes from those who are measured.
"""

import asyncio
import sys
from itertools import count

import orjson
import uvloop
from aiohttp import web

_CHAT = {"id": 1, "type": "private"}
_BOT = {"id": 1, "is_bot": True, "first_name": "A bot", "username": "a_bot"}


async def serve(port: int, pause: float) -> None:
    """It answers to any path after `pause` seconds, until the process ends."""
    numbers = count(1)

    async def take(request: web.BaseRequest) -> web.Response:
        await request.read()
        if request.path.endswith("/getMe"):
            return _answer(_BOT)
        if pause:
            await asyncio.sleep(pause)
        return _answer({"message_id": next(numbers), "date": 1_700_000_000, "chat": _CHAT})

    runner = web.ServerRunner(web.Server(take, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


def _answer(result: dict[str, object]) -> web.Response:
    body = orjson.dumps({"ok": True, "result": result})
    return web.Response(body=body, content_type="application/json")


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as running:
        running.run(serve(int(sys.argv[1]), float(sys.argv[2]) / 1000))
