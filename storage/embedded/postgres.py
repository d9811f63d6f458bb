"""PostgreSQL 18 in `DATA_DIR/pg/data`, on a unix socket only."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from storage.embedded.errors import EmbeddedError
from storage.embedded.passwords import write_private
from storage.embedded.process import ENVIRONMENT, Server, dies_with_us
from storage.embedded.site import Site

PORT = 5432  # only the socket's name: the directory is ours alone
DATABASE = "portal"
MAJOR = "18"

# For a small machine that also runs the bot; `settings` of `running` overrides each of them.
SETTINGS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": str(PORT),
    "cluster_name": "portal",
    "max_connections": "120",
    "shared_buffers": "64MB",
    "effective_cache_size": "512MB",
    "max_wal_size": "512MB",
    "random_page_cost": "1.1",
    "io_method": "sync",  # spares three processes; the working set fits the page cache
    "shared_preload_libraries": "pg_stat_statements",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_line_prefix": "%m [%p] %q%u ",
    "log_checkpoints": "off",
    "log_lock_waits": "on",
    # The DETAIL of a unique violation quotes the row: people's data do not belong into a log.
    "log_error_verbosity": "terse",
}


class Postgres(Server):
    """The database server. `settings` are passed as `-c name=value`."""

    name = "PostgreSQL"
    ending = signal.SIGINT  # "fast": open transactions are rolled back, clients are not awaited
    # "Immediate": the next start recovers, which costs a moment and no commit. A fast shutdown
    # that comes while 18.6 recovers from the crash of a backend is never finished: the
    # postmaster would stay for ever, and nobody would be left to insist.
    ending_with_us = signal.SIGQUIT

    def __init__(self, site: Site, settings: Mapping[str, str]) -> None:
        home = site.data_dir / "pg"
        super().__init__(site, home, home / "data")
        self._settings = {**SETTINGS, **settings, "unix_socket_directories": str(site.run)}

    def command(self) -> Sequence[str | Path]:
        settings = [word for pair in self._settings.items() for word in ("-c", "=".join(pair))]
        seen_as = self.site.as_seen_inside(self.directory)
        return [self.site.programs.postgres("postgres"), "-D", seen_as, *settings]

    def is_ready(self, pid: int) -> bool:
        try:
            lines = (self.directory / "postmaster.pid").read_text().split("\n")
        except FileNotFoundError:
            return False
        return lines[0] == str(pid) and len(lines) > 7 and lines[7].strip() == "ready"

    def forget(self) -> None:
        # PostgreSQL believes these if any process has the pid now that they name.
        for path in (self.directory / "postmaster.pid", self.site.run / f".s.PGSQL.{PORT}.lock"):
            path.unlink(missing_ok=True)

    def initialise(self, password: str) -> None:
        """Make the cluster with its database; one that is there is only looked at.

        It is made aside and renamed: a start that is killed here leaves nothing half made.
        Raises EmbeddedError when it cannot be made or is not ours.
        """
        account, home = self.site.account, self.home
        account.own(home)
        if self.directory.exists():
            self._recognise()
            return
        self.end_leftovers()
        unfinished = home / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        account.own(unfinished)
        entrance = home / "password"
        write_private(entrance, password)
        os.chown(entrance, account.uid, account.gid, follow_symlinks=False)
        try:
            self._make_cluster(unfinished, "../password")
        finally:
            entrance.unlink()
        unfinished.rename(self.directory)

    def _make_cluster(self, directory: Path, password_file: str) -> None:
        seen_as = self.site.as_seen_inside(directory)
        fsync = self._settings.get("fsync", "on")
        self._run(
            directory,
            [
                *("initdb", "-D", seen_as, "-U", "postgres", "-E", "UTF8"),
                *("--locale-provider=builtin", "--locale=C.UTF-8"),
                *("--auth-local=scram-sha-256", "--auth-host=scram-sha-256"),
                f"--pwfile={password_file}",
                *(["--no-sync"] if fsync == "off" else []),
            ],
        )
        create = f"CREATE DATABASE {DATABASE};\n"
        single = ["postgres", "--single", "-D", seen_as, "-c", f"fsync={fsync}", "template1"]
        self._run(directory, single, said=create)

    def _recognise(self) -> None:
        self.site.account.own(self.directory)
        try:
            version = (self.directory / "PG_VERSION").read_text().strip()
        except FileNotFoundError:
            raise EmbeddedError(
                f"{self.directory} holds something that is not a database of ours;"
                " choose another data directory with --data or DATA_DIR."
            ) from None
        if version != MAJOR:
            raise EmbeddedError(
                f"{self.directory} was made by PostgreSQL {version} and the bundled one is"
                f" {MAJOR}; restore a backup into a fresh data directory."
            )

    def _run(self, directory: Path, words: Sequence[str], said: str = "") -> None:
        program, *arguments = words
        done = subprocess.run(  # noqa: S603 - programs of our wheels
            [str(self.site.programs.postgres(program)), *arguments],
            cwd=directory,
            env=ENVIRONMENT,
            input=said,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=dies_with_us(signal.SIGTERM),
            **self.site.account.drop_to,
        )
        if done.returncode != 0:
            complaint = [line for line in done.stderr.splitlines() if "could not" in line]
            raise EmbeddedError(
                f"The database cannot be made in {self.directory}:"
                f" {(complaint or [done.stderr.strip()])[0]}."
            )
