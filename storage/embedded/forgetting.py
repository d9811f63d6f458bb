"""Takes back what earlier commands kept in a data directory, and nothing else."""

import json
import shutil
import signal
from pathlib import Path

from storage.embedded.errors import EmbeddedError
from storage.embedded.leftovers import end_leftovers
from storage.embedded.presence import FACTS, supervising
from storage.embedded.site import claim, explained

_OURS = ("pg", "valkey", "log", "run", "programs", FACTS)
_PASSWORDS = "secrets.json"


def forget(data_dir: Path, *also: str) -> None:
    """Remove the servers' data from `data_dir`, and the entries `also`, which are the caller's.

    A directory that holds no data of ours is left as it is. Raises EmbeddedError when it is
    somebody else's, or when a command runs there.
    """
    if not data_dir.exists() or not any(data_dir.iterdir()):
        return
    if not _is_ours(data_dir):
        raise EmbeddedError(
            f"{data_dir} holds no data of the portal, and what is there is left alone; choose"
            " another data directory with --data or DATA_DIR."
        )
    data_dir = claim(data_dir)
    with explained(data_dir), supervising(data_dir) as free:
        if not free:
            raise EmbeddedError(f"Another command runs in {data_dir}; stop it first.")
        # What they would save goes anyway.
        end_leftovers(data_dir, signal.SIGKILL, 0)
        # The passwords go last: they are what makes the directory ours.
        for name in (*_OURS, *also, _PASSWORDS):
            _remove(data_dir / name)


def _is_ours(data_dir: Path) -> bool:
    try:
        known = json.loads((data_dir / _PASSWORDS).read_text())
    except (OSError, ValueError):
        return False
    return isinstance(known, dict) and "portal_app" in known


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)
