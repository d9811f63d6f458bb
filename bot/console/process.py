"""A child process that is started again when it dies, and that dies with us."""

import asyncio
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence

import structlog

from bot.console.sentences import Refused
from storage.embedded.process import dies_with_us

_log = structlog.get_logger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 10.0
_MOST_FALSE_STARTS = 3
_END_SECONDS = 25.0
_PR_SET_PDEATHSIG = 1


class Child:
    """One command of ours in a process of its own.

    `READY_FD` names the pipe on which it says that it is ready; `only_first` are arguments of
    its first start.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        only_first: Sequence[str] = (),
    ) -> None:
        self._command = command
        self._extra = only_first
        self._environment = environment
        self.ready = asyncio.Event()
        self._process: subprocess.Popen[bytes] | None = None

    async def keep_running(self, stop: asyncio.Event) -> None:
        """Start the command, again whenever it ends, until `stop`; then end it cleanly.

        Raises `Refused` when it keeps ending before it was ever ready.
        """
        false_starts, pause = 0, _FIRST_PAUSE
        while not stop.is_set():
            self.ready.clear()
            ended = await self._run_once(stop)
            if stop.is_set():
                return
            false_starts = 0 if self.ready.is_set() else false_starts + 1
            pause = _FIRST_PAUSE if self.ready.is_set() else min(2 * pause, _LONGEST_PAUSE)
            if false_starts == _MOST_FALSE_STARTS:
                raise Refused("The bot does not start; its reason stands above.")
            _log.warning("the bot ended, starting it again", how=_how(ended))
            await asyncio.sleep(pause)

    async def kill(self) -> None:
        """End it as no program can prevent, with -9, and return when its successor is ready."""
        if self._process is not None:
            self.ready.clear()
            self._process.kill()
        await self.ready.wait()

    async def _run_once(self, stop: asyncio.Event) -> int:
        ear, mouth = os.pipe()
        try:
            process = self._process = self._spawn(mouth)
        finally:
            os.close(mouth)
        self._extra = ()
        loop = asyncio.get_running_loop()
        loop.add_reader(ear, self._hear, ear)
        ending = loop.create_task(_end_at(stop, process))
        try:
            return await asyncio.to_thread(process.wait)
        finally:
            ending.cancel()
            loop.remove_reader(ear)
            os.close(ear)
            _kill(process)

    def _spawn(self, mouth: int) -> "subprocess.Popen[bytes]":
        # A session of its own: Ctrl-C in the terminal is for the parent, who ends us in order.
        return subprocess.Popen(  # noqa: S603 - our own command
            [*self._command, *self._extra],
            env={**self._environment, "READY_FD": str(mouth)},
            pass_fds=(mouth,),
            start_new_session=True,
            preexec_fn=dies_with_us(signal.SIGKILL),
        )

    def _hear(self, ear: int) -> None:
        if os.read(ear, 1):
            self.ready.set()
        asyncio.get_running_loop().remove_reader(ear)


def say_ready() -> None:
    """Tell the process that started this one that it is ready, if it asked to be told."""
    mouth = os.environ.pop("READY_FD", "")
    if mouth.isdecimal():
        os.write(int(mouth), b"!")
        os.close(int(mouth))


def end_with_parent(ending: signal.Signals) -> None:
    """Ask the kernel to send `ending` to this process when the process that started it dies."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(ending))


async def _end_at(stop: asyncio.Event, process: "subprocess.Popen[bytes]") -> None:
    await stop.wait()
    process.terminate()
    await asyncio.sleep(_END_SECONDS)
    process.kill()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.kill()
        process.wait()


def _how(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"
