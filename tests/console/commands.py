"""Commands of the portal in processes of their own, with an environment that a test states."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

MAIN = Path(__file__).parents[2] / "main.py"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


def environment(**values: str) -> dict[str, str]:
    """Nothing of ours but `values`."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "HTTP_PORT": "0", **values}


def run_main(
    *arguments: str,
    cwd: Path,
    seconds: float = 90,
    before: Sequence[str] = (),
    **values: str,
) -> "subprocess.CompletedProcess[str]":
    """A command from start to end, in `cwd` (whose `.env` is read); `before` is Python's own."""
    return subprocess.run(
        [sys.executable, *before, str(MAIN), *arguments],
        cwd=cwd,
        env=environment(**values),
        capture_output=True,
        text=True,
        timeout=seconds,
    )


@dataclass
class Running:
    """A command that runs; `lines` is all that it has said."""

    process: "subprocess.Popen[str]"
    lines: list[str] = field(default_factory=list)

    def until(self, words: str) -> str:
        """The next line with `words`; fails with everything said when the command ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)
            if words in line:
                return line
        raise AssertionError(f"{words!r} was never said:\n{''.join(self.lines)}")

    def address(self, line: str) -> str:
        found = _ADDRESS.search(line)
        assert found is not None, line
        return found.group()

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def end(self, ending: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait; returns the exit status."""
        self.process.send_signal(ending)
        out, _ = self.process.communicate(timeout=60)
        self.lines.append(out)
        return self.process.returncode

    @property
    def said(self) -> str:
        return "".join(self.lines)


@contextmanager
def running_main(*arguments: str, cwd: Path, **values: str) -> Iterator[Running]:
    """A command that is killed at the end if it still runs, with all its children."""
    with subprocess.Popen(
        [sys.executable, str(MAIN), *arguments],
        cwd=cwd,
        env=environment(PYTHONUNBUFFERED="1", **values),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        running = Running(process)
        try:
            yield running
        finally:
            left = running.children() if process.poll() is None else []
            process.kill()
            psutil.wait_procs(left, 30)


def look_again() -> None:
    """Between two looks at something that announces itself to nobody."""
    threading.Event().wait(0.02)
