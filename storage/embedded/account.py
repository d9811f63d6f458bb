"""Who the servers run as.

A normal user's servers are his own. PostgreSQL refuses to run as root, so root hands them to an
unprivileged account that exists already (initdb looks its name up: a bare uid will not do) and
to the directories that are made here for it. Nothing else is ever chowned or chmodded.
"""

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from storage.embedded.errors import EmbeddedError

UNPRIVILEGED = "nobody"


class DropTo(TypedDict):
    """The part of `subprocess.Popen`'s arguments that gives root up."""

    user: int | None
    group: int | None
    extra_groups: list[int] | None


@dataclass(frozen=True)
class Account:
    """The account of the servers; `dropped` when it is not our own."""

    uid: int
    gid: int
    dropped: bool

    @property
    def drop_to(self) -> DropTo:
        """Arguments for `subprocess.Popen`, which drops after changing to `cwd`."""
        if not self.dropped:
            return {"user": None, "group": None, "extra_groups": None}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def reads(self, *paths: Path) -> bool:
        """Whether the account can read every path (a directory: also enter it).

        The kernel is asked, as that account: mode bits along the way are not the whole truth.
        """
        ask = 'for p; do test -r "$p" || exit 1; test ! -d "$p" || test -x "$p" || exit 1; done'
        return self._may(ask, *paths)

    def enters(self, directory: Path) -> bool:
        """Whether the account can pass through `directory` to what lies in it."""
        return self._may('test -x "$1"', directory)

    def _may(self, ask: str, *paths: Path) -> bool:
        if not self.dropped:
            return True
        words = ["/bin/sh", "-c", ask, "sh", *map(str, paths)]
        answer = subprocess.run(words, cwd="/", env={}, check=False, **self.drop_to)  # noqa: S603
        return answer.returncode == 0

    def own(self, directory: Path) -> Path:
        """Make `directory`, 0700 and the account's; one that is there stays as it is.

        Raises EmbeddedError when it is somebody else's or no directory at all.
        """
        directory.mkdir(mode=0o700, exist_ok=True)
        there = directory.lstat()
        roots = self.dropped and stat.S_ISDIR(there.st_mode) and there.st_uid == 0
        if roots and not any(directory.iterdir()):
            # Made a line ago, or by a start that died on this one.
            os.chown(directory, self.uid, self.gid, follow_symlinks=False)
            there = directory.lstat()
        if not stat.S_ISDIR(there.st_mode) or there.st_uid != self.uid:
            raise EmbeddedError(
                f"{directory} belongs to somebody else; start as its owner, or choose another"
                " data directory with --data or DATA_DIR."
            )
        return directory


def account_for(directory: Path) -> Account:
    """The account for the servers whose data are, or will be, in `directory`.

    As root that is the owner of data that are there (so `sudo` in a user's checkout leaves
    them his), else `nobody`. Raises EmbeddedError when there is no such account.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), dropped=False)
    owner = directory.lstat().st_uid if directory.exists() else 0
    try:
        found = pwd.getpwuid(owner) if owner else pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise EmbeddedError(
            f"PostgreSQL does not run as root and there is no account {owner or UNPRIVILEGED!r}"
            " to run it as; start as a normal user."
        ) from None
    return Account(found.pw_uid, found.pw_gid, dropped=True)
