"""Offers seats that came free to those who wait for them."""

from domain import seat_offers
from domain.actors import WORKER
from domain.seat_offers import Call
from storage.database import Database

BATCH = 50
"""Events whose lines one run looks at."""

_MOST_OFFERS = 500
"""Offers of one event in one run: the rest is for the next, a moment later."""


async def serve_waitlists(db: Database) -> None:
    """Serve the lines that were called. Raises `Unavailable`."""
    async with db.begin(WORKER) as tx:
        calls = await seat_offers.called(tx.session, now=tx.now, limit=BATCH)
    for call in calls:
        await _serve(db, call)


async def _serve(db: Database, call: Call) -> None:
    """Offer one after the other, each in a transaction of its own, until nobody is left."""
    for _ in range(_MOST_OFFERS):
        async with db.begin(WORKER) as tx:
            if not await seat_offers.offer_next(tx.session, event_id=call.event_id, now=tx.now):
                break
    else:
        return  # the call stands
    async with db.begin(WORKER) as tx:
        await seat_offers.settle(tx.session, call=call, now=tx.now)
