"""Reminds people of what they hold tickets for."""

from domain import reminders
from domain.actors import WORKER
from storage.database import Database


async def remind(db: Database) -> None:
    """Queue the reminders whose time has come. Raises `Unavailable`."""
    async with db.begin(WORKER) as tx:
        await reminders.remind_due(tx.session, now=tx.now)
