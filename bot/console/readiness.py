"""Before anything is served: a database at the head, its key, roles, and somebody in charge."""

import structlog

from bot.console.owner import as_owner
from bot.console.premises import ticket_codes
from bot.console.stores import Stores
from bot.settings import Settings
from domain import administrators, tickets
from domain.actors import PUBLIC
from storage import inspection
from storage.database import Database
from storage.errors import Misconfigured
from storage.security.keys import MasterKey

_log = structlog.get_logger(__name__)


async def make_ready(settings: Settings, stores: Stores, roles: tuple[str, ...]) -> bool:
    """Bring the schema to the head where we may, check it where not; appoint `ADMIN_IDS`.

    Returns whether we may change the schema. Raises `Misconfigured`: too old a server, a database
    of a newer portal, a login that may not act as `roles`.
    """
    may_migrate = await inspection.prepare(stores.dsn(), stores.passwords)
    if not stores.bundled_database:
        await inspection.require_roles(stores.dsn(), *roles)
    if settings.admin_ids:
        if may_migrate:
            await _appoint(stores, settings.admin_ids)
        else:
            _log.warning(
                "ADMIN_IDS is left aside: this login may not appoint anybody; run"
                " `python main.py admin grant` as the migrating login"
            )
    return may_migrate


async def _appoint(stores: Stores, telegram_ids: frozenset[int]) -> None:
    async with as_owner(stores) as tx:
        for telegram_id in sorted(telegram_ids):
            if await administrators.grant(tx.session, telegram_id=telegram_id, now=tx.now):
                _log.info("administrator appointed", telegram_id=telegram_id)


async def require_key(stores: Stores, role: str, key: MasterKey) -> None:
    """Raises `Misconfigured` where the tickets that are there were made with another key.

    `role` is one that may read tickets. A new key for old tickets would shut the door to everybody
    who holds one, and nothing would say so before the evening.
    """
    db = Database(stores.dsn(role), role=role, size=1)
    try:
        async with db.read(PUBLIC) as tx:
            if await tickets.are_made_with(tx.session, codes=ticket_codes(key)):
                return
    finally:
        await db.close()
    raise Misconfigured(
        "The master key is not the one that this database's tickets were made with, and no ticket"
        " would open the door: give MASTER_KEY, MASTER_KEY_FILE or DATA_DIR/master.key its old"
        " value."
    )
