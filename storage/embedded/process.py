"""A server as our child: it does not outlive us, and it is started again when it dies."""

import contextlib
import ctypes
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from storage.embedded.errors import EmbeddedError
from storage.embedded.leftovers import end_leftovers
from storage.embedded.site import Site

log = logging.getLogger(__name__)

# Bot token and keys in our environment are no business of the servers.
ENVIRONMENT: Mapping[str, str] = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
START_SECONDS = 120.0  # recovery after a crash replays at most max_wal_size
STOP_SECONDS = 15.0
BIGGEST_LOG = 10_000_000

_PR_SET_PDEATHSIG = 1
_prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None


def dies_with_us(ending: signal.Signals) -> Callable[[], None] | None:
    """A `preexec_fn`: the kernel sends `ending` to the child when we die, be it by kill -9.

    The death it watches is that of the *thread* that spawns: hence the main thread. Elsewhere
    than on Linux, what is left over is ended at the next start.
    """
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("Servers are spawned by the main thread: they die with their thread.")
    if _prctl is None:
        return None
    supervisor, prctl = os.getpid(), _prctl

    def tie() -> None:
        prctl(_PR_SET_PDEATHSIG, int(ending))
        if os.getppid() != supervisor:  # we died before the line above
            os._exit(1)

    return tie


class Server(ABC):
    """One server of a site. Spawned by the main thread only."""

    name: ClassVar[str]
    ending: ClassVar[signal.Signals]  # asks it to stop cleanly, without waiting for clients
    ending_with_us: ClassVar[signal.Signals]  # what the kernel sends when we are gone

    def __init__(self, site: Site, home: Path, directory: Path) -> None:
        self.site = site
        self.home = home  # no other server writes below
        self.directory = directory  # it runs in
        self._process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def command(self) -> Sequence[str | Path]:
        """What to run, in `directory`."""

    @abstractmethod
    def is_ready(self, pid: int) -> bool:
        """Whether the server with that pid takes connections."""

    def configuration(self) -> bytes:
        """What it reads from its standard input."""
        return b""

    @abstractmethod
    def forget(self) -> None:
        """Remove what a dead server left and the next would take for a living one."""

    @property
    def log_path(self) -> Path:
        return self.site.log(self.name.lower())

    def start(self) -> None:
        """Spawn and wait until it is ready. Raises EmbeddedError when it will not start."""
        if self.log_path.exists() and self.log_path.stat().st_size > BIGGEST_LOG:
            self.log_path.replace(self.log_path.with_suffix(".old.log"))
        self.end_leftovers(STOP_SECONDS)
        self.spawn()
        deadline = time.monotonic() + START_SECONDS
        while self._process is not None and self._process.poll() is None:
            if self.is_ready(self._process.pid):
                return
            if time.monotonic() > deadline:
                self.stop()
                raise EmbeddedError(
                    f"{self.name} was not ready after {START_SECONDS:.0f} s (see {self.log_path})."
                )
            time.sleep(0.01)
        raise EmbeddedError(
            f"{self.name} does not start: {self._last_words()} (see {self.log_path})."
        )

    def spawn(self) -> None:
        """Start the process, without waiting."""
        with self.log_path.open("ab") as words:
            self._words_from = words.tell()
            try:
                process = subprocess.Popen(  # noqa: S603 - programs of our wheels
                    [str(word) for word in self.command()],
                    cwd=self.directory,
                    env=ENVIRONMENT,
                    stdin=subprocess.PIPE,
                    stdout=words,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,  # Ctrl-C is for us, who stop it when all is drained
                    preexec_fn=dies_with_us(self.ending_with_us),
                    **self.site.account.drop_to,
                )
            except (OSError, subprocess.SubprocessError) as error:
                raise EmbeddedError(f"{self.name} cannot be run ({error}).") from error
        self._process = process
        if process.stdin is not None:
            with contextlib.suppress(BrokenPipeError), process.stdin as ears:
                ears.write(self.configuration())

    def revive(self) -> bool:
        """Spawn it again if it has died; returns whether it had. Does not wait."""
        if self._process is None or self._process.poll() is None:
            return False
        status = self._process.returncode
        log.error("%s ended with status %s; starting it again", self.name, status)
        self.end_leftovers()
        try:
            self.spawn()
        except EmbeddedError as error:  # no memory to fork, say: the next call tries again
            log.error("%s", error)
        return True

    def stop(self) -> None:
        """End it cleanly, by force if that takes too long."""
        process, self._process = self._process, None
        if process is None:
            return
        for ending in (self.ending, signal.SIGQUIT, signal.SIGKILL):
            process.send_signal(ending)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                log.warning("%s did not stop on %s", self.name, ending.name)
            else:
                return

    def end_leftovers(self, patience: float = 0) -> None:
        """Make room for a start: no process of a former server, nothing that looks like one."""
        end_leftovers(self.home, self.ending, patience)
        self.forget()

    def _last_words(self) -> str:
        with self.log_path.open("rb") as words:
            words.seek(self._words_from)
            said = words.read().decode(errors="replace").strip().splitlines()
        complaints = [line.partition("FATAL:")[2].strip() for line in said if "FATAL:" in line]
        return (complaints or said or ["it said nothing"])[-1]
