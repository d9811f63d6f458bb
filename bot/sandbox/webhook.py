"""Delivery of updates to a webhook: in order within a lane, lanes beside each other."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable

import aiohttp
import orjson

from bot.sandbox.faults import Faults
from bot.sandbox.model import JSON, Update
from bot.sandbox.updates import UpdateQueue

_log = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)

RunMethod = Callable[[JSON], Awaitable[None]]


class WebhookDelivery:
    """Posts a bot's updates to its webhook until each is answered with 2xx.

    `first` and `longest` bound the pause before a failed delivery is tried again, in seconds.
    `run_method` gets the JSON of an answer that calls a method.
    """

    def __init__(
        self,
        queue: UpdateQueue,
        faults: Faults,
        run_method: RunMethod,
        first: float,
        longest: float,
    ) -> None:
        self._queue = queue
        self._faults = faults
        self._run_method = run_method
        self._first = first
        self._longest = longest
        self._settings: JSON = {}
        self._lanes: dict[str, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(1)
        self.last_error: JSON = {}
        # Held while the settings change: two processes of a bot may start at the same moment.
        self.changing = asyncio.Lock()

    def start(self, settings: JSON) -> None:
        """Deliver what waits and what comes to `settings["url"]`."""
        self._settings = settings
        self._slots = asyncio.Semaphore(settings["max_connections"])
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=settings["max_connections"]),
            timeout=_ANSWER_WITHIN,
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        self._queue.on_arrival = self._take
        for update in self._queue.waiting():
            self._take(update)

    async def stop(self) -> None:
        """Stop; what was not answered stays in the queue."""
        self._queue.on_arrival = None
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._lanes.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _take(self, update: Update) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.get_running_loop().create_task(self._serve(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, name: str) -> None:
        lane = self._lanes[name]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[name]

    async def _deliver(self, update: Update) -> None:
        pause = self._first
        while True:
            async with self._slots:
                if self._faults.take_delivery("duplicate_update"):
                    _, accepted = await asyncio.gather(self._post(update), self._post(update))
                else:
                    accepted = await self._post(update)
            if accepted and not self._faults.take_delivery("lost_ack"):
                self._queue.done(update)
                return
            await asyncio.sleep(pause)
            pause = min(2 * pause, self._longest)

    async def _post(self, update: Update) -> bool:
        if self._session is None:
            return False
        headers = {"Content-Type": "application/json"}
        if self._settings["secret_token"]:
            headers[SECRET_HEADER] = self._settings["secret_token"]
        try:
            async with self._session.post(
                self._settings["url"],
                data=orjson.dumps(update.body),
                headers=headers,
                allow_redirects=False,
            ) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return False
        if not 200 <= answer.status < 300:
            reason = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            self._failed(reason)
            return False
        await self._run_reply(body)
        return True

    async def _run_reply(self, body: bytes) -> None:
        if not body.startswith(b"{"):
            return
        try:
            reply = orjson.loads(body)
        except orjson.JSONDecodeError:
            return
        if isinstance(reply, dict) and isinstance(reply.get("method"), str):
            await self._run_method(reply)

    def _failed(self, reason: str) -> None:
        self.last_error = {"last_error_date": int(time.time()), "last_error_message": reason}
        _log.warning("webhook delivery failed: %s", reason)
