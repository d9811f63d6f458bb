"""From the start of a long-lived command to its clean end."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import structlog

from bot.console.sentences import Refused
from storage.embedded import Servers, keep_running, supervisor_gone

_log = structlog.get_logger(__name__)
_ENDINGS = (signal.SIGINT, signal.SIGTERM)


def end_on_sigterm() -> None:
    """Make SIGTERM unwind the stack as Ctrl-C does, for the time before an event loop runs."""

    def unwind(*_: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, unwind)


@asynccontextmanager
async def stop_on_signals() -> AsyncIterator[asyncio.Event]:
    """An event that SIGINT or SIGTERM sets. A second one ends the process at once."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def ask() -> None:
        _log.info("stopping: finishing what has begun")
        stop.set()
        for ending in _ENDINGS:
            loop.remove_signal_handler(ending)
            signal.signal(ending, signal.SIG_DFL)

    for ending in _ENDINGS:
        loop.add_signal_handler(ending, ask)
    try:
        yield stop
    finally:
        for ending in _ENDINGS:
            loop.remove_signal_handler(ending)


async def watch_servers(servers: Servers | None, stop: asyncio.Event) -> None:
    """Keep our own servers running, or raise `Refused` when those of another command end."""
    if servers is None:
        return
    if servers.owned:
        await keep_running(servers)
        return
    await supervisor_gone(servers)
    if not stop.is_set():
        raise Refused(
            "The command whose database this one shared has stopped: start it again, then this."
        )


async def together(*works: Coroutine[Any, Any, Any], until: asyncio.Event) -> None:
    """Run `works` side by side until `until` is set or one fails; then cancel the rest.

    A work that ends leaves the others running. Raises the first failure.
    """
    stopped = asyncio.create_task(until.wait(), name="stop")
    tasks = {asyncio.create_task(work) for work in works}
    try:
        waiting = {*tasks, stopped}
        while not stopped.done() and tasks & waiting:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopped}:
                task.result()
    finally:
        for task in (*tasks, stopped):
            task.cancel()
        await asyncio.gather(*tasks, stopped, return_exceptions=True)


async def within(seconds: float, work: Awaitable[Any], *, what: str) -> None:
    """Wait for `work` at most so long; what it does not finish is said in the log."""
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        _log.warning("not finished in time", what=what, seconds=seconds)
