"""Orders that a house looks at first: who decides is told, and what was approved is taken."""

import structlog

from domain import order_approvals
from domain.actors import WORKER
from domain.errors import DomainError
from storage.database import Database
from storage.security.codes import TicketCodes

_log = structlog.get_logger(__name__)


async def tell_houses(db: Database) -> None:
    """Tell who decides of what waits for their word. Raises `Unavailable`."""
    async with db.begin(WORKER) as tx:
        await order_approvals.tell_houses(tx.session, now=tx.now)


async def fulfil_approved(db: Database, codes: TicketCodes) -> None:
    """Make the tickets of approved orders that cost nothing, an order a commit.

    One whose buyer has yet to answer something, or that was given back in between, is left alone.
    Raises `Unavailable`.
    """
    async with db.read(WORKER) as tx:
        approved = await order_approvals.free(tx.session, now=tx.now)
    for order_id in approved:
        try:
            async with db.begin(WORKER) as tx:
                await order_approvals.fulfil(
                    tx.session, order_id=order_id, codes=codes, now=tx.now
                )
        except DomainError as error:
            _log.info("an approved order is left alone", order=str(order_id), why=repr(error))
