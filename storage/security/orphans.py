"""Data keys that lock nothing: of people who were about to enter and did not."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.context import Context
from storage.database import Database
from storage.security.keystore import PERSON
from storage.security.vault import Vault

_AT_ONCE = 1000
_FIRST = UUID(int=0)
_UNKNOWN = text(
    """
    SELECT o.id FROM unnest(CAST(:owners AS uuid[])) AS o (id)
    WHERE NOT EXISTS (SELECT FROM users u WHERE u.id = o.id)
    """
)

_log = structlog.get_logger(__name__)


async def remove_orphans(db: Database, vault: Vault, actor: Context, *, before: datetime) -> int:
    """Remove keys that were made before a moment and whose owner the database does not know.

    Nothing is removed where most of them are unknown: then this is not the database that these
    keys belong to. How many it were.
    """
    orphans: list[UUID] = []
    seen, last = 0, _FIRST
    while page := await vault.store.owners(PERSON, before, last, _AT_ONCE):
        async with db.read(actor) as tx:
            orphans += await _unknown(tx.session, page)
        seen, last = seen + len(page), page[-1]
    if 2 * len(orphans) > seen:
        _log.warning("most keys of the store are of people whom this database does not know")
        return 0
    await vault.store.remove(orphans)
    return len(orphans)


async def _unknown(session: AsyncSession, owners: Collection[UUID]) -> Collection[UUID]:
    return (await session.scalars(_UNKNOWN, {"owners": list(owners)})).all()
