"""The servers' passwords: random, made once, kept in DATA_DIR/secrets.json, 0600."""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from storage.embedded.errors import EmbeddedError

ROLES = (
    "postgres",
    "portal_migrate",
    "portal_app",
    "portal_worker",
    "portal_support",
    "portal_audit_ro",
    "portal_archive_ro",
    "portal_backup",
)
VALKEY = "valkey"


def passwords(data_dir: Path, *, initialised: bool) -> Mapping[str, str]:
    """Password of every login role and of Valkey, made now for those that have none.

    Raises EmbeddedError when the file is unreadable, or gone while the database that
    it opens is there (`initialised`).
    """
    path = data_dir / "secrets.json"
    try:
        known: dict[str, str] = json.loads(path.read_text())
    except FileNotFoundError:
        if initialised:
            raise EmbeddedError(
                f"{path}, which opens the database beside it, is gone; put it back, or remove"
                f" {data_dir} to start afresh."
            ) from None
        known = {}
    except (OSError, ValueError) as error:
        raise EmbeddedError(f"{path} cannot be read ({error}).") from error
    missing = {name for name in (*ROLES, VALKEY) if name not in known}
    if missing:
        known |= {name: secrets.token_urlsafe(24) for name in missing}
        write_private(path, json.dumps(known, indent=1))
    return known


def write_private(path: Path, text: str) -> None:
    """Replace the file `path` in one step, readable by us alone."""
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
