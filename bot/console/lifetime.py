"""From the start of a long-lived command to its clean end."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any

import structlog

from bot.console.sentences import Refused
from storage.embedded import Servers, keep_running, supervisor_gone

DRAIN = 20.0
"""Seconds that what has begun gets to be finished."""

_ENDINGS = (signal.SIGINT, signal.SIGTERM)
_log = structlog.get_logger(__name__)

Work = Coroutine[Any, Any, object]


def end_on_sigterm() -> None:
    """Make SIGTERM unwind the stack as Ctrl-C does, for the time before an event loop runs."""

    def unwind(*_: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, unwind)


def settle() -> None:
    """Spare the garbage collector what is loaded by now, as it stays until the end.

    Each full round through it held the process up for more than a tenth of a second, and took a
    third of the CPU of a delivery.
    """
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def stop_on_signals() -> AsyncIterator[asyncio.Event]:
    """An event that SIGINT or SIGTERM sets. A second one ends the process at once."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def ask() -> None:
        for ending in _ENDINGS:
            loop.remove_signal_handler(ending)
            signal.signal(ending, signal.SIG_DFL)
        stop.set()
        _log.info("stopping: what has begun is finished first", keep=True)

    for ending in _ENDINGS:
        loop.add_signal_handler(ending, ask)
    try:
        yield stop
    finally:
        for ending in _ENDINGS:
            loop.remove_signal_handler(ending)


async def live(
    stop: asyncio.Event, workers: Sequence[Work], watchers: Sequence[Work] = ()
) -> None:
    """Run everything side by side until `stop`, or until one fails, which sets `stop`.

    Workers then get `DRAIN` seconds to end by themselves, watchers are cancelled at once. A
    watcher that ends leaves the others running. Raises the first failure.
    """
    stopping = asyncio.create_task(stop.wait(), name="stop")
    working = [asyncio.create_task(work) for work in workers]
    watching = [asyncio.create_task(work) for work in watchers]
    everything = [*working, *watching]
    try:
        waiting = {stopping, *everything}
        while not stop.is_set() and not all(task.done() for task in everything):
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if any(task.exception() for task in done):
                stop.set()
        stop.set()
        _cancel(watching)
        _, unfinished = await asyncio.wait(working, timeout=DRAIN) if working else ((), ())
        for task in unfinished:
            _log.warning("not finished in time", work=task.get_name(), seconds=DRAIN)
    finally:
        _cancel([stopping, *everything])
        await asyncio.gather(stopping, *everything, return_exceptions=True)
    for task in everything:
        if not task.cancelled():
            task.result()


def _cancel(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()


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
