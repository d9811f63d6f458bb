"""Lets go of orders that were not paid in time, and of tickets that no friend came for."""

from domain import gifts, orders
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


async def expire_gifts(db: Database) -> None:
    """End every card whose time is over, a batch at a time. Raises `Unavailable`."""
    ended = BATCH
    while ended == BATCH:
        async with db.begin(WORKER) as tx:
            ended = await gifts.expire_due(tx.session, now=tx.now, limit=BATCH)
