"""Two commands on one data directory: who supervises, and how the others learn of it.

`lock` (flock) decides who supervises. When the servers are ready, `servers.json` says how to
reach them. A FIFO beside the sockets is the sign of life: the supervisor holds its writing end,
and the kernel tells every reader when that closes, however the supervisor ended.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from storage.embedded.passwords import write_private

FACTS = "servers.json"


@dataclass(frozen=True)
class Facts:
    """How to reach servers that are ready. Passwords are in secrets.json."""

    sign_of_life: str
    socket_dir: str | None
    redis_url: str | None


@contextmanager
def supervising(data_dir: Path) -> Iterator[bool]:
    """Yields whether we are the supervisor of `data_dir`, until the block ends."""
    with (data_dir / "lock").open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def announced(data_dir: Path, facts: Facts) -> Iterator[None]:
    """Tell other commands that the servers are ready, until the block ends."""
    path = Path(facts.sign_of_life)
    path.unlink(missing_ok=True)
    # Facts first: whoever sees the sign of life afterwards reads these, not a predecessor's.
    write_private(data_dir / FACTS, json.dumps(asdict(facts)))
    os.mkfifo(path, 0o600)
    # Read-write: opening for writing alone would wait for a reader.
    end = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        yield
    finally:
        (data_dir / FACTS).unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        os.close(end)


def find(data_dir: Path) -> tuple[Facts, int] | None:
    """Facts of a supervisor that lives, and our end of its sign of life; None if none is ready."""
    facts = _read(data_dir)
    if facts is None:
        return None
    try:
        end = os.open(facts.sign_of_life, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    # Read again: the first facts may have been a killed predecessor's.
    if not has_ended(end) and (facts := _read(data_dir)):
        return facts, end
    os.close(end)
    return None


def has_ended(end: int) -> bool:
    """Whether nobody holds the writing end any more."""
    with suppress(BlockingIOError):
        return os.read(end, 1) == b""
    return False


def _read(data_dir: Path) -> Facts | None:
    try:
        return Facts(**json.loads((data_dir / FACTS).read_text()))
    except FileNotFoundError:
        return None
