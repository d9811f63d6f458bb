"""What a database server says about itself, for the start and for `doctor`."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import asyncpg
import structlog
from sqlalchemy.engine import make_url

from storage import database, transit
from storage.bootstrap import DEFINER, EXTENSIONS, LOGINS, OLDEST_SERVER, OWNER, bootstrap
from storage.database import plain_dsn
from storage.errors import Misconfigured
from storage.schema import current_revision, head_revision, migrate, require_current

CONNECT_SECONDS = 5.0
_log = structlog.get_logger(__name__)
_ROLES = (OWNER, DEFINER, *LOGINS)
_FACTS = """
    SELECT current_user AS login, current_database() AS database,
           current_setting('server_version') AS version,
           current_setting('server_version_num')::int AS number,
           current_setting('fsync') = 'on' AS durable,
           (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
           (SELECT pg_database_size(current_database())) AS bytes
"""
_THERE = "SELECT rolname FROM pg_roles WHERE rolname = ANY($1::text[])"
_ACTS_AS = """
    SELECT rolname FROM pg_roles
    WHERE rolname = ANY($1::text[]) AND pg_has_role(current_user, oid, 'SET')
"""
_EXTENSIONS = "SELECT extname FROM pg_extension"
_NO_TLS = "rejected SSL upgrade"
"""What asyncpg's ConnectionError says of a server that answers the wish for TLS with no."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """A server as one login sees it. `acts_as`: the portal's roles that the login may become.

    `durable` is false where fsync is off. `size` is the database's, in bytes.
    """

    login: str
    database: str
    version: str
    superuser: bool
    durable: bool
    size: int
    acts_as: frozenset[str]
    missing_roles: tuple[str, ...]
    missing_extensions: tuple[str, ...]

    @property
    def may_migrate(self) -> bool:
        """Whether the login may change the schema."""
        return OWNER in self.acts_as


async def inspect(dsn: str) -> Inspection:
    """Look at the server of `dsn`.

    Raises `Misconfigured` when it cannot be reached, refuses us, or is older than PostgreSQL 18.
    """
    connection = await connect(dsn)
    try:
        facts = await connection.fetchrow(_FACTS)
        require_version(facts["number"], facts["version"])
        there = {row["rolname"] for row in await connection.fetch(_THERE, _ROLES)}
        extensions = {row["extname"] for row in await connection.fetch(_EXTENSIONS)}
        return Inspection(
            login=facts["login"],
            database=facts["database"],
            version=facts["version"],
            superuser=facts["superuser"],
            durable=facts["durable"],
            size=facts["bytes"],
            acts_as=frozenset(row["rolname"] for row in await connection.fetch(_ACTS_AS, _ROLES)),
            missing_roles=tuple(role for role in _ROLES if role not in there),
            missing_extensions=tuple(each for each in EXTENSIONS if each not in extensions),
        )
    finally:
        await connection.close()


def require_version(number: int, version: str) -> None:
    """Raises `Misconfigured` below PostgreSQL 18. `number` is `server_version_num`."""
    if number < OLDEST_SERVER:
        raise Misconfigured(
            f"The database server is PostgreSQL {version} and the portal needs 18 or newer:"
            " upgrade it, or unset DATABASE_URL to use the bundled one."
        )


async def prepare(dsn: str, passwords: Mapping[str, str] | None = None) -> bool:
    """Bring the database of `dsn` to where this code wants it, as far as its login may.

    A superuser makes database, roles and schema; a member of portal_owner migrates; any other
    login only checks, and `False` says so. `passwords` are those of the roles that may log in.
    Raises `Misconfigured` and its kinds.
    """
    try:
        found = await inspect(dsn)
    except _NoDatabase:
        await bootstrap(plain_dsn(dsn), passwords or {})
        found = await inspect(dsn)
    if found.superuser:
        await bootstrap(plain_dsn(dsn), passwords or {})
    elif not found.may_migrate:
        await require_current(dsn)
        return False
    before = await current_revision(dsn)
    await migrate(dsn)
    if before != head_revision():
        _log.info("the database was migrated", keep=True, before=before, after=head_revision())
    return True


async def require_roles(dsn: str, *roles: str) -> None:
    """Raises `Misconfigured` unless the login of `dsn` may act as each of `roles`."""
    found = await inspect(dsn)
    for role in roles:
        if role in found.missing_roles:
            raise Misconfigured(
                f"The database has no role {role}: run `python main.py migrate` with a superuser's"
                " DATABASE_URL once."
            )
        if role not in found.acts_as and role != found.login:
            raise Misconfigured(
                f"DATABASE_URL logs in as {found.login}, which may not act as {role}: log in as"
                f" {role}, or run `GRANT {role} TO {found.login}` as a superuser."
            )


async def require_owner(dsn: str) -> None:
    """Raises `Misconfigured` unless the login may act as the owner of tables that are current."""
    found = await inspect(dsn)
    if not found.may_migrate:
        raise Misconfigured(
            f"DATABASE_URL logs in as {found.login}, which does not own the tables: run this as"
            " the migrating login (portal_migrate or a superuser)."
        )
    await require_current(dsn)


class _NoDatabase(Misconfigured):
    """The server is there, the database is not."""


async def connect(dsn: str) -> asyncpg.Connection:
    """A connection. Raises `Misconfigured` with a sentence that holds no password."""
    try:
        return await database.connect(dsn, timeout=CONNECT_SECONDS)
    except ssl.SSLError as error:
        raise Misconfigured(
            f"The database server at {place(dsn)} does not prove who it is"
            f" ({transit.reason(error)}): mend its certificate, or name its authority with"
            " sslrootcert in DATABASE_URL."
        ) from None
    except asyncpg.InvalidCatalogNameError:
        raise _NoDatabase(
            f"There is no database {_url(dsn).database!r} on the server: create it, or run"
            " `python main.py migrate` as a superuser, who makes it."
        ) from None
    except asyncpg.InvalidAuthorizationSpecificationError:
        raise Misconfigured(
            f"The database server refuses the login {_url(dsn).username!r}: check the user and the"
            " password in DATABASE_URL."
        ) from None
    except asyncpg.TooManyConnectionsError:
        raise Misconfigured(
            "The database server has no connection left: raise max_connections, or run fewer"
            " processes."
        ) from None
    except (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as error:
        raise Misconfigured(
            f"The database server cannot be used ({type(error).__name__}): check DATABASE_URL."
        ) from None
    except (OSError, TimeoutError) as error:
        if _NO_TLS in str(error):
            raise Misconfigured(
                f"The database server at {place(dsn)} offers no TLS: turn it on there (ssl = on),"
                " or say sslmode=disable in DATABASE_URL where the network in between is yours"
                " alone."
            ) from None
        raise Misconfigured(
            f"The database server at {place(dsn)} does not answer: start it, or mend DATABASE_URL."
        ) from None


def place(dsn: str) -> str:
    """Where a server is, without user and password: host and port, or the socket's directory."""
    url = _url(dsn)
    host: Any = url.host or url.query.get("host") or "localhost"
    return f"{host}:{url.port or url.query.get('port') or 5432}"


def _url(dsn: str) -> Any:
    return make_url(plain_dsn(dsn).replace("postgres://", "postgresql://", 1))
