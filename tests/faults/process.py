"""`main.py` in a process of its own: started, listened to, told to end, killed."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

MAIN = Path(__file__).parents[2] / "main.py"
_KEPT = ("PATH", "HOME", "LANG", "SSL_CERT_FILE")
READY = "http is open"


@dataclass
class Running:
    """A running command; `log` is everything that it has said."""

    process: asyncio.subprocess.Process
    port: int
    log: list[str] = field(default_factory=list)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def webhook(self) -> str:
        return f"http://127.0.0.1:{self.port}/telegram/updates"

    async def listen(self, stream: asyncio.StreamReader) -> None:
        """Keep what it says until it says no more."""
        async for line in stream:
            async with self._news:
                self.log.append(line.decode(errors="replace").rstrip())
                self._news.notify_all()

    async def said(self, words: str, seconds: float = 60) -> str:
        """The first line with `words`, as soon as there is one."""

        def heard() -> bool:
            return any(words in line for line in self.log) or self.process.returncode is not None

        try:
            async with asyncio.timeout(seconds), self._news:
                await self._news.wait_for(heard)
        except TimeoutError:
            raise AssertionError(f"{words!r} was not said:\n{self.text}") from None
        found = [line for line in self.log if words in line]
        assert found, f"it ended with {self.process.returncode}:\n{self.text}"
        return found[0]

    @property
    def text(self) -> str:
        return "\n".join(self.log)

    def times(self, words: str) -> int:
        """How many lines hold `words`."""
        return sum(words in line for line in self.log)

    async def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        await self.process.wait()

    def tell(self, ending: signal.Signals = signal.SIGTERM) -> None:
        self.process.send_signal(ending)

    async def ended(self, seconds: float = 20) -> int:
        """Its exit status, within `seconds`."""
        async with asyncio.timeout(seconds):
            return await self.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def running(
    *command: str,
    home: Path,
    environment: Mapping[str, str],
    port: int | None = None,
    until: str = READY,
) -> AsyncIterator[Running]:
    """`main.py` with `command`, from the moment it said `until`; killed at the end of the block.

    `home` is where it stands: no `.env` of a developer reaches it.
    """
    port = port or free_port()
    async with spawned(
        [sys.executable, str(MAIN), *command],
        home,
        {"HTTP_PORT": str(port)} | dict(environment),
        port,
    ) as it:
        await it.said(until)
        yield it


@asynccontextmanager
async def spawned(
    command: list[str], home: Path, environment: Mapping[str, str], port: int = 0
) -> AsyncIterator[Running]:
    """Any command in a process of its own, killed at the end of the block."""
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=home,
        env={name: os.environ[name] for name in _KEPT if name in os.environ} | dict(environment),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    it = Running(process, port)
    assert process.stdout is not None
    listening = asyncio.get_running_loop().create_task(it.listen(process.stdout))
    try:
        yield it
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await listening
