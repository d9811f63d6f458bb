"""A command in a process of its own that runs the embedded servers, and questions to them."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from storage.embedded import binary, client_environment
from storage.embedded.leftovers import servers_in
from storage.embedded.site import aside

ROOT = Path(__file__).parents[2]
AS_ROOT = os.geteuid() == 0
ONLY_ROOT = pytest.mark.skipif(not AS_ROOT, reason="root gives its servers to another account")
QUICK = {"fsync": "off"}
DISK, MEMORY = Path("/tmp"), Path("/dev/shm")  # noqa: S108 - every account may enter both
ROOM = 4 * 1024**3
"""Bytes that are free in memory before a server of the tests may live there."""

# Enters `running`, says so in one line, revives, and ends when told to, or with its supervisor.
COMMAND = """
import asyncio, json, sys
from pathlib import Path
from storage.embedded import keep_running, running, supervisor_gone

async def until_told(servers):
    told = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin, told.set)
    waits = [told.wait(), supervisor_gone(servers), keep_running(servers)]
    tasks = [asyncio.create_task(wait) for wait in waits]
    done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(json.dumps("told" if tasks[0] in done else "supervisor gone"), flush=True)
    for task in others:
        task.cancel()
    await asyncio.wait(others)

directory, options, loop = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
with running(Path(directory), **options) as servers:
    dsn = servers.dsn() if servers.socket_dir else None
    about = {"owned": servers.owned, "dsn": dsn, "redis_url": servers.redis_url}
    print(json.dumps(about), flush=True)
    if loop == "uvloop":
        import uvloop
        uvloop.run(until_told(servers))
    else:
        asyncio.run(until_told(servers))
"""


@dataclass
class Command:
    """A running command."""

    process: subprocess.Popen[str]

    def hears(self) -> object:
        """The next line that it says; fails with its error output when it ended instead."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            assert self.process.stderr is not None
            pytest.fail(f"the command ended: {self.process.stderr.read()}")
        return json.loads(line)

    def started(self) -> dict[str, Any]:
        about = self.hears()
        assert isinstance(about, dict)
        return about

    def servers(self) -> list[psutil.Process]:
        """Every process below it; none when it has ended."""
        if self.process.poll() is not None:
            return []
        return psutil.Process(self.process.pid).children(recursive=True)

    def server(self, name: str) -> psutil.Process:
        """Its direct child of that name."""
        children = psutil.Process(self.process.pid).children()
        return next(child for child in children if _name(child) == name)

    def kill_server(self, name: str) -> None:
        """kill -9, and wait until another stands in its place."""
        dead = self.server(name)
        dead.kill()
        while not any(
            _name(child) == name and child != dead
            for child in psutil.Process(self.process.pid).children()
        ):
            look_again()

    def end(self) -> str:
        """Tell it to end and wait; returns its error output."""
        _, complaints = self.process.communicate("end\n", timeout=60)
        return complaints


@contextmanager
def command(data_dir: Path, *, loop: str = "asyncio", **options: object) -> Iterator[Command]:
    """Run a command on `data_dir`; `options` are those of `running`."""
    options = {"settings": QUICK, **options}
    words = [sys.executable, "-c", COMMAND, str(data_dir), json.dumps(options), loop]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        words, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        running = Command(process)
        try:
            yield running
        finally:
            servers = running.servers()
            process.kill()
            while any(is_alive(server) for server in servers):
                look_again()
            if not servers_in(data_dir):  # what a killed command could not tidy up
                shutil.rmtree(aside(data_dir), ignore_errors=True)


def look_again() -> None:
    """Between two looks at something that announces itself to nobody."""
    threading.Event().wait(0.01)


def is_alive(process: psutil.Process) -> bool:
    """Whether it runs; one that nobody reaps, as in some containers, does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_for_silence(data_dir: Path) -> None:
    """Return when every server in `data_dir` is gone; the test's time-out is the judge."""
    while servers_in(data_dir):
        look_again()


def sql(dsn: str, statement: str) -> str:
    """What psql answers to a statement, without headings."""
    done = subprocess.run(
        [binary("psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement],
        env=client_environment(dsn),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def modes(directory: Path) -> dict[Path, tuple[int, int, int]]:
    """Mode, owner and group of a directory and all above it."""
    there = {path: path.stat() for path in (directory, *directory.parents)}
    return {path: (stat.st_mode, stat.st_uid, stat.st_gid) for path, stat in there.items()}


def memory() -> Path:
    """Where a server lives whose data nobody needs afterwards: in memory where there is room."""
    with suppress(OSError):
        flags = os.statvfs(MEMORY).f_flag & (os.ST_NOEXEC | os.ST_RDONLY)
        if not flags and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
            return MEMORY
    return DISK


@contextmanager
def open_directory(place: Path = DISK) -> Iterator[Path]:
    """A directory that every account can enter; pytest's own are 0700.

    It goes when the last server in it is gone: one whose parent was killed is still tidying up.
    """
    directory = Path(tempfile.mkdtemp(prefix="portal-test-", dir=place))
    directory.chmod(0o755)
    try:
        yield directory
    finally:
        wait_for_silence(directory)
        shutil.rmtree(directory)


def _name(process: psutil.Process) -> str:
    """What runs there; nothing where it has just ended."""
    with suppress(psutil.NoSuchProcess):
        return process.name()
    return ""
