"""The life of a process and of its child: drained at the end, started again when it dies."""

import asyncio
import os
import sys

import pytest

from bot.console import lifetime, process
from bot.console.lifetime import live
from bot.console.process import Child
from bot.console.sentences import Refused
from tests.console.commands import look_again

READY = "import os; os.write(int(os.environ['READY_FD']), b'!');"


async def test_workers_finish_what_they_have_begun():
    stop, finished = asyncio.Event(), []

    async def worker() -> None:
        await stop.wait()
        await asyncio.sleep(0.05)
        finished.append("worker")

    async def watcher() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            finished.append("watcher")

    async def short() -> None:
        asyncio.get_running_loop().call_later(0.05, stop.set)

    await live(stop, [worker()], [watcher(), short()])
    assert finished == ["watcher", "worker"]


async def test_a_failure_stops_the_others_and_is_told():
    stop, finished = asyncio.Event(), []

    async def worker() -> None:
        await stop.wait()
        finished.append("worker")

    async def fails() -> None:
        raise Refused("no")

    with pytest.raises(Refused, match="no"):
        await live(stop, [worker()], [fails()])
    assert finished == ["worker"]


async def test_a_worker_that_does_not_end_is_not_waited_for_longer(monkeypatch):
    monkeypatch.setattr(lifetime, "DRAIN", 0.05)
    stop = asyncio.Event()
    stop.set()
    await live(stop, [asyncio.Event().wait()])


async def lived(command: str, stop: asyncio.Event, monkeypatch) -> Child:
    monkeypatch.setattr(process, "_FIRST_PAUSE", 0.01)
    child = Child([sys.executable, "-c", command], dict(os.environ))
    async with asyncio.timeout(60):
        await child.keep_running(stop)
    return child


async def test_a_child_that_dies_is_started_again(tmp_path, monkeypatch):
    seen, stop = tmp_path / "seen", asyncio.Event()
    command = f"{READY} open({str(seen)!r}, 'a').write('x'); os.kill(os.getpid(), 9)"

    def watch() -> None:
        while not seen.exists() or len(seen.read_text()) < 5:
            look_again()

    watching = asyncio.create_task(asyncio.to_thread(watch))
    watching.add_done_callback(lambda _: stop.set())
    await lived(command, stop, monkeypatch)
    assert len(seen.read_text()) >= 5


async def test_a_child_that_never_gets_ready_is_given_up(monkeypatch):
    with pytest.raises(Refused, match="does not start"):
        await lived("raise SystemExit(1)", asyncio.Event(), monkeypatch)


async def test_a_child_is_asked_to_end(tmp_path, monkeypatch):
    stop, ended = asyncio.Event(), tmp_path / "ended"
    command = (
        f"import signal; signal.signal(15, lambda *_: (open({str(ended)!r}, 'w'), exit()));"
        f"{READY} signal.pause()"
    )
    child = Child([sys.executable, "-c", command], dict(os.environ))
    running = asyncio.create_task(child.keep_running(stop))
    await asyncio.wait_for(child.ready.wait(), 60)
    stop.set()
    await asyncio.wait_for(running, 60)
    assert ended.exists()
