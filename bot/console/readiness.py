"""Before anything is served: a database at the head, its key, roles, and somebody in charge."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.console.keeping import OwnKeys
from bot.console.owner import OPERATOR, as_owner, owners
from bot.console.stores import Stores
from bot.settings import Settings
from domain import administrators, tickets
from domain.actors import PUBLIC
from storage import inspection
from storage.database import Database
from storage.errors import Misconfigured
from storage.security import contexts
from storage.security.belonging import knows_people
from storage.security.keystore import KeyStore
from storage.security.sealing import SEALED_COLUMNS
from storage.security.sweep import sweep, write_anew
from storage.security.vault import Vault

_log = structlog.get_logger(__name__)


async def make_ready(
    settings: Settings, stores: Stores, roles: tuple[str, ...], vault: Vault, own: OwnKeys
) -> bool:
    """Bring the schema to the head where we may, check it where not; appoint `ADMIN_IDS`.

    Returns whether we may change the schema. Raises `Misconfigured`: too old a server, a database
    of a newer portal, of another master key or of another key store, a login that may not act as
    `roles`.
    """
    may_migrate = await inspection.prepare(stores.dsn(), stores.passwords)
    if not stores.bundled_database:
        await inspection.require_roles(stores.dsn(), *roles)
    if may_migrate:
        await introduce_key(stores, own)
    async with acting(stores, roles[0]) as db:
        await require_keys_of_people(db, vault.store)
    if may_migrate:
        await seal_older_rows(stores, vault)
    if settings.admin_ids:
        if may_migrate:
            await _appoint(stores, settings.admin_ids)
        else:
            _log.warning(
                "ADMIN_IDS is left aside: this login may not appoint anybody; run"
                " `python main.py admin grant` as the migrating login"
            )
    return may_migrate


async def seal_older_rows(stores: Stores, vault: Vault) -> None:
    """Seal what an older portal wrote in clear, and say so; then make the masks that it lacks.

    Cut off, the next start goes on.
    """
    sealed: Counter[str] = Counter()
    async with owners(stores, vault) as db:
        for column in SEALED_COLUMNS:
            sealed[column.table] += await sweep(db, OPERATOR, column)
        for table in +sealed:
            if not await write_anew(db, table):
                _log.warning("traces in clear may be left: run VACUUM FULL", table=table)
    if sealed.total():
        _log.info("what stood in clear is sealed", values=sealed.total())


async def _appoint(stores: Stores, telegram_ids: frozenset[int]) -> None:
    async with as_owner(stores) as tx:
        for telegram_id in sorted(telegram_ids):
            if await administrators.grant(tx.session, telegram_id=telegram_id, now=tx.now):
                _log.info("administrator appointed", telegram_id=telegram_id)


async def introduce_key(stores: Stores, own: OwnKeys) -> None:
    """Let a database that believes no key yet believe contexts that `own` signs.

    Raises `Misconfigured` where its tickets were made with another one.
    """
    async with as_owner(stores) as tx:
        if await contexts.knows_any(tx.session):
            return
        if not await tickets.are_made_with(tx.session, codes=own.codes):
            raise _foreign_key()
        await contexts.add(tx.session, own.signer)


async def require_keys_of_people(db: Database, store: KeyStore | None) -> None:
    """Raises `Misconfigured` where people's names are sealed and `store`, None for one that is not
    there, has a key of none of them: then it was lost or is another one, and would begin anew
    without a word.
    """
    if await knows_people(db, store, PUBLIC):
        return
    raise Misconfigured(
        "The key store has no key of the people in this database: bring back DATA_DIR/keys.sqlite"
        " (or the database of KEYSTORE_URL) from its copy, or nothing that people told us can be"
        " read again. Where it is on another machine, give KEYSTORE_URL."
    )


async def require_key(stores: Stores, role: str, own: OwnKeys) -> None:
    """Raises `Misconfigured` where the database was set up with another key.

    `role` is one that the process acts as. A new key for old tickets would shut the door to
    everybody who holds one, and nothing would say so before the evening.
    """
    async with acting(stores, role) as db, db.read(PUBLIC) as tx:
        if await contexts.knows(tx.session, own.signer):
            return
        nobody = not await contexts.knows_any(tx.session)
    if nobody:
        raise Misconfigured(
            "The database knows no master key yet: run `python main.py migrate` as the migrating"
            " login, with the MASTER_KEY that every process gets."
        )
    raise _foreign_key()


@asynccontextmanager
async def acting(stores: Stores, role: str) -> AsyncIterator[Database]:
    """The database as a process sees it that acts as `role`."""
    db = Database(stores.dsn(role), role=role, size=1)
    try:
        yield db
    finally:
        await db.close()


def _foreign_key() -> Misconfigured:
    return Misconfigured(
        "The master key is not the one that this database was set up with, and no ticket would"
        " open the door: give MASTER_KEY, MASTER_KEY_FILE or DATA_DIR/master.key its old value."
    )
