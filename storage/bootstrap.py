"""The step before migrations: the database, its roles and its extensions.

Roles are shared by a whole cluster and extensions need the superuser, so neither is a migration's.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import asyncpg
from sqlalchemy.engine import make_url

from storage.database import connect, plain_dsn
from storage.errors import Misconfigured

OLDEST_SERVER = 180000
EXTENSIONS = (
    "btree_gist",
    "pg_trgm",
    "unaccent",
    "cube",
    "earthdistance",
    "pg_stat_statements",
    "amcheck",
)
OWNER = "portal_owner"
DEFINER = "portal_definer"
LOGINS: Mapping[str, Mapping[str, str]] = {
    "portal_migrate": {"lock_timeout": "1s", "statement_timeout": "0"},
    "portal_app": {"lock_timeout": "1500ms", "statement_timeout": "2s"},
    "portal_worker": {"lock_timeout": "5s", "statement_timeout": "30s"},
    "portal_support": {"lock_timeout": "1s", "statement_timeout": "5s"},
    "portal_audit_ro": {"lock_timeout": "1s", "statement_timeout": "30s"},
    "portal_archive_ro": {"lock_timeout": "1s", "statement_timeout": "30s"},
    "portal_backup": {"lock_timeout": "5s", "statement_timeout": "0"},
}
"""The roles that connect, with their limits; they hold for every session of the role."""

_READ_ONLY = ("portal_audit_ro", "portal_archive_ro")
_LOCK = 7_361_001
_SCRAM_ROUNDS = 4096


@dataclass(eq=False)
class ServerTooOld(Misconfigured):
    """The server is older than PostgreSQL 18. `version` is what it says about itself."""

    version: str = ""


async def require_server(dsn: str) -> str:
    """The version of the server at `dsn`; raises `ServerTooOld` below PostgreSQL 18."""
    connection = await connect(dsn)
    try:
        return await _require_version(connection)
    finally:
        await connection.close()


async def bootstrap(admin_dsn: str, passwords: Mapping[str, str]) -> None:
    """Make the database of `admin_dsn`, the roles, their limits, and the extensions.

    Runs as a superuser, any number of times. `passwords` holds one for each login it names; a
    login that it does not name keeps the one it has. Raises `ServerTooOld`.
    """
    connection = await _connect_or_create(admin_dsn)
    try:
        await _require_version(connection)
        database = await connection.fetchval("SELECT quote_ident(current_database())")
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
            for statement in _statements(database, passwords):
                await connection.fetch(statement)
    finally:
        await connection.close()


async def _require_version(connection: asyncpg.Connection) -> str:
    number = int(await connection.fetchval("SHOW server_version_num"))
    version = str(await connection.fetchval("SHOW server_version"))
    if number < OLDEST_SERVER:
        raise ServerTooOld(
            f"PostgreSQL 18 or newer is needed, this server is {version}.", version=version
        )
    return version


async def _connect_or_create(admin_dsn: str) -> asyncpg.Connection:
    admin_dsn = plain_dsn(admin_dsn)
    try:
        return await connect(admin_dsn)
    except asyncpg.InvalidCatalogNameError:
        url = make_url(admin_dsn)
        if url.database in (None, "postgres"):
            raise
    maintenance = await connect(url.set(database="postgres").render_as_string(hide_password=False))
    try:
        name = await maintenance.fetchval("SELECT quote_ident($1)", url.database)
        await maintenance.fetch(f"CREATE DATABASE {name}")
    except asyncpg.DuplicateDatabaseError:
        pass
    finally:
        await maintenance.close()
    return await connect(admin_dsn)


def _statements(database: str, passwords: Mapping[str, str]) -> Iterator[str]:
    yield from _roles(passwords)
    yield f"ALTER DATABASE {database} OWNER TO {OWNER}"
    yield f"REVOKE ALL ON DATABASE {database} FROM PUBLIC"
    yield "ALTER SCHEMA public OWNER TO " + OWNER
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {DEFINER}"
    for name in LOGINS:
        yield f"GRANT CONNECT ON DATABASE {database} TO {name}"
        yield f"GRANT USAGE ON SCHEMA public TO {name}"
    for extension in EXTENSIONS:
        yield f"CREATE EXTENSION IF NOT EXISTS {extension} SCHEMA public"


def _roles(passwords: Mapping[str, str]) -> Iterator[str]:
    for name in (OWNER, DEFINER, *LOGINS):
        yield f"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '{name}') THEN
                    CREATE ROLE {name};
                END IF;
            END $$"""
    yield f"ALTER ROLE {OWNER} NOLOGIN NOSUPERUSER NOBYPASSRLS"
    yield f"ALTER ROLE {DEFINER} NOLOGIN NOSUPERUSER NOBYPASSRLS"
    yield f"GRANT {OWNER} TO portal_migrate"
    yield f"GRANT {DEFINER} TO {OWNER} WITH INHERIT TRUE, SET TRUE"
    for name, limits in LOGINS.items():
        yield f"ALTER ROLE {name} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
        yield f"ALTER ROLE {name} SET search_path = public"
        yield f"ALTER ROLE {name} SET idle_in_transaction_session_timeout = '10s'"
        for setting, value in limits.items():
            yield f"ALTER ROLE {name} SET {setting} = '{value}'"
        if name in passwords:
            yield f"ALTER ROLE {name} PASSWORD '{_scram(passwords[name])}'"
    for name in _READ_ONLY:
        yield f"ALTER ROLE {name} SET default_transaction_read_only = on"
    yield "ALTER ROLE portal_backup REPLICATION"
    # What statements cost, of all roles: a sample a minute (storage/queries/metrics.py).
    yield "GRANT pg_read_all_stats TO portal_worker"


def _scram(password: str) -> str:
    """The verifier that the server keeps, so that the password itself never reaches its log."""
    salt = secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, _SCRAM_ROUNDS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    words = [base64.b64encode(part).decode() for part in (salt, stored, server)]
    return f"SCRAM-SHA-256${_SCRAM_ROUNDS}:{words[0]}${words[1]}:{words[2]}"
