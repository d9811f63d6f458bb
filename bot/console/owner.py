"""Acts of whoever runs the machine, done as the owner of the tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.console.stores import Stores
from storage.context import Context
from storage.database import Database, Tx
from storage.errors import Misconfigured, is_role_refused
from storage.security.vault import Vault

OPERATOR = Context("operator")
"""Whoever sits at the machine."""

_LONGEST_STATEMENT = timedelta(minutes=10)


@asynccontextmanager
async def as_owner(stores: Stores, vault: Vault | None = None) -> AsyncIterator[Tx]:
    """A transaction as portal_owner. Raises `Misconfigured` where the login may not."""
    async with owners(stores, vault) as db, db.begin(OPERATOR) as tx:
        yield tx


@asynccontextmanager
async def owners(stores: Stores, vault: Vault | None = None) -> AsyncIterator[Database]:
    """The database as portal_owner sees it. Raises `Misconfigured` where the login may not."""
    db = Database(
        stores.dsn("portal_migrate"),
        role="portal_owner",
        vault=vault,
        size=1,
        statement_timeout=_LONGEST_STATEMENT,
    )
    try:
        yield db
    except Exception as error:
        if not is_role_refused(error):
            raise
        raise Misconfigured(
            "This command acts as the owner of the tables, and the login of DATABASE_URL may not:"
            " run it with the one that migrates, `portal_migrate` or a superuser's."
        ) from None
    finally:
        await db.close()
