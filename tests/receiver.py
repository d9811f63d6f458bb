"""A local HTTP server that takes what apprise posts, as a gateway of somebody's own would."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class Receiver:
    """What was posted, the newest last. `answers` is the status of the next answers, which name
    another place; `silent` takes a call and never answers it."""

    port: int = 0
    answers: int = 200
    silent: bool = False
    posts: list[dict[str, Any]] = field(default_factory=list)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def sms(self) -> str:
        """Its address as an SMS gateway, with a secret."""
        return f"json://gate:hush-hush@127.0.0.1:{self.port}/sms?:to={{phone}}"

    @property
    def social(self) -> str:
        """Its address as a social network."""
        return f"json://page:hush-hush@127.0.0.1:{self.port}/posts"

    async def take(self, request: web.Request) -> web.Response:
        async with self.arrived:
            self.posts.append(await request.json())
            self.arrived.notify_all()
        if self.silent:
            await self.over.wait()
        return web.Response(status=self.answers, headers={"Location": "/elsewhere"})

    async def has(self, number: int) -> dict[str, Any]:
        """The last post as soon as there are `number` of them."""
        async with asyncio.timeout(30), self.arrived:
            await self.arrived.wait_for(lambda: len(self.posts) >= number)
            assert len(self.posts) == number
            return self.posts[-1]


@asynccontextmanager
async def open_receiver() -> AsyncIterator[Receiver]:
    """A receiver until the block ends."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/{path:.*}", receiver.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.port = runner.addresses[0][1]
    try:
        yield receiver
    finally:
        receiver.over.set()
        await runner.cleanup()
