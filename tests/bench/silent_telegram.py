"""A server that takes every message and says nothing of interest; arguments: port, ms to wait."""

import asyncio
import sys
from itertools import count

from aiohttp import web

_CHAT = {"id": 1, "type": "private"}
_BOT = {"id": 1, "is_bot": True, "first_name": "A bot", "username": "a_bot"}


def application(pause: float) -> web.Application:
    """It answers `POST` to any path after `pause` seconds."""
    numbers = count(1)

    async def take(request: web.Request) -> web.Response:
        await request.read()
        if pause:
            await asyncio.sleep(pause)
        sent = {"message_id": next(numbers), "date": 1_700_000_000, "chat": _CHAT}
        return web.json_response({"ok": True, "result": sent})

    async def introduce(_request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": _BOT})

    app = web.Application()
    app.router.add_post("/{bot}/getMe", introduce)
    app.router.add_post("/{path:.*}", take)
    return app


if __name__ == "__main__":
    web.run_app(
        application(float(sys.argv[2]) / 1000),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        print=None,
        access_log=None,
    )
