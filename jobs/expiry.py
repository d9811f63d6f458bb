"""Lets go of orders that were not paid in time."""

from domain import orders
from domain.actors import WORKER
from storage.database import Database

BATCH = 100
"""Orders that one transaction lets go of."""


async def expire_orders(db: Database) -> None:
    """Expire every order that is due, a batch at a time. Raises `Unavailable`."""
    expired = BATCH
    while expired == BATCH:
        async with db.begin(WORKER) as tx:
            expired = await orders.expire_due(tx.session, now=tx.now, limit=BATCH)
