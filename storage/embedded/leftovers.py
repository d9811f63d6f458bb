"""Servers that outlived their supervisor."""

import contextlib
import logging
import signal
import time
from collections.abc import Set
from pathlib import Path

import psutil

log = logging.getLogger(__name__)

PROGRAMS = frozenset({"postgres", "initdb", "valkey-server"})


def end_leftovers(home: Path, ending: signal.Signals, patience: float) -> None:
    """End the servers that work in `home` or below, by force after `patience` seconds.

    For the holder of the lock, whose child none of them is: nobody else supervises them. After
    kill -9 of a command they are on their way out (elsewhere than on Linux: not yet); after
    kill -9 of a postmaster a busy backend would compute on for hours. The next server must not
    write beside either.
    """
    told: Set[int] = set()
    deadline = time.monotonic() + patience
    while leftovers := servers_in(home):
        overdue = time.monotonic() > deadline
        for process in leftovers:
            if overdue or process.pid not in told:
                log.warning("ending server process %d, left over in %s", process.pid, home)
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.send_signal(signal.SIGKILL if overdue else ending)
        told |= {process.pid for process in leftovers}
        time.sleep(0.02)


def servers_in(home: Path) -> list[psutil.Process]:
    """Every server process that works in `home` or below, whosever child it is."""
    return [process for process in psutil.process_iter() if _works_in(process, home)]


def _works_in(process: psutil.Process, home: Path) -> bool:
    try:
        return process.name() in PROGRAMS and Path(process.cwd()).is_relative_to(home)
    except psutil.Error:
        return False  # ended (or a zombie that nobody reaps), or not ours to look at
