"""Where things stand.

    DATA_DIR/pg/data      the database cluster     0700, the servers' account
    DATA_DIR/valkey       Valkey's append-only file       0700, the servers' account
    DATA_DIR/log          what the servers say
    DATA_DIR/run          unix sockets, the supervisor's sign of life    0700, the account
    DATA_DIR/secrets.json, servers.json, lock       0600, ours

The servers may have to stand where their account cannot go: somebody clones into /root, 0700,
and root's servers run as `nobody`. No permission of a foreign folder is opened for that, and
the data do not move. Instead the servers are spawned *inside* their data directory (Popen
changes directory before it gives root up) and know it as /proc/self/cwd, a link that the kernel
follows without walking through the parents. Only what must have a path, the sockets and a
readable copy of the programs, then stands aside, in /var/cache: nothing that would be missed.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from storage.embedded.account import Account, account_for
from storage.embedded.errors import EmbeddedError
from storage.embedded.programs import Programs, readable_by

# A unix socket's path has room for 104 bytes (macOS), with its name: `/.s.PGSQL.5432.lock`.
LONGEST_RUN_DIR = 80


@dataclass(frozen=True)
class Site:
    """A prepared data directory."""

    data_dir: Path
    account: Account
    reachable: bool
    run: Path
    programs: Programs

    def as_seen_inside(self, directory: Path) -> str:
        """Name of `directory` for a process of the account that was spawned in it."""
        return str(directory) if self.reachable else "/proc/self/cwd"

    def leave(self) -> None:
        """Remove what stands aside, but a copy of the programs."""
        if self.run.parent != self.data_dir:
            with suppress(OSError):
                self.run.rmdir()
                self.run.parent.rmdir()

    def log(self, name: str) -> Path:
        """Log file of one server. The server inherits it open: it need not reach it."""
        return self.data_dir / "log" / f"{name}.log"


@contextmanager
def explained(data_dir: Path) -> Iterator[None]:
    """What the operating system refuses in the block, as EmbeddedError."""
    try:
        yield
    except OSError as error:
        raise EmbeddedError(
            f"The data directory {data_dir} cannot be used ({error.strerror}:"
            f" {error.filename or data_dir}); choose another with --data or DATA_DIR."
        ) from error


def claim(data_dir: Path) -> Path:
    """Make `data_dir` if it is missing; returns its absolute path.

    Raises EmbeddedError when it cannot be made or written.
    """
    data_dir = data_dir.resolve()
    with explained(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        (data_dir / "log").mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(data_dir / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    return data_dir


def prepare(data_dir: Path) -> Site:
    """Decide account, programs and sockets' place. `data_dir` has been claimed and locked.

    Raises EmbeddedError or OSError when the servers cannot live there.
    """
    account = account_for(data_dir / "pg")
    reachable = account.enters(data_dir)
    if not reachable and sys.platform != "linux":
        raise EmbeddedError(
            f"The servers' account cannot reach {data_dir}; choose another data directory"
            " with --data or DATA_DIR, or start as a normal user."
        )
    place = data_dir if reachable else _make_aside(data_dir)
    programs = readable_by(account, place)
    run = place / "run"
    if len(os.fsencode(run)) > LONGEST_RUN_DIR:
        run = _make_aside(data_dir) / "run"
    account.own(run)
    return Site(data_dir, account, reachable, run, programs)


def aside(data_dir: Path) -> Path:
    """Name of a short, reachable directory for one data directory."""
    key = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:12]
    uid = os.geteuid()
    # Root's place must not be one where anybody could have put a directory first.
    base = Path("/var/cache") if uid == 0 else Path("/tmp")  # noqa: S108 - its owner is checked
    return base / f"fashionista-portal-{uid}-{key}"


def _make_aside(data_dir: Path) -> Path:
    made = aside(data_dir)
    made.mkdir(mode=0o755, parents=True, exist_ok=True)
    there = made.lstat()
    if not stat.S_ISDIR(there.st_mode) or there.st_uid != os.geteuid():
        raise EmbeddedError(f"{made} belongs to somebody else; remove it.")
    made.chmod(0o755)  # whatever the umask was
    return made
