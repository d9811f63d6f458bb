"""Evenings that are called off, order by order, and those that are moved: everybody is told."""

import structlog

from bot.screens import calling_off as screens
from bot.texts import Texts, supported
from domain import calling_off, moves
from domain.actors import WORKER
from domain.calling_off import Progress
from jobs.bars import Redrawer, Redrawn
from storage.database import Database
from storage.errors import Unavailable

_AT_ONCE = 100

_log = structlog.get_logger(__name__)


async def work_off_cancelled(db: Database) -> None:
    """Work off the orders of evenings that were called off, each in its own commit, then the line.

    Raises `Unavailable`; whatever was cut off is gone on with at the next run.
    """
    while True:
        async with db.read(WORKER) as tx:
            waiting = await calling_off.waiting(tx.session, now=tx.now, limit=_AT_ONCE)
        if not waiting:
            break
        for order_id in waiting:
            try:
                async with db.begin(WORKER) as tx:
                    await calling_off.work_off(tx.session, order_id=order_id, now=tx.now)
            except Unavailable:
                raise
            except Exception:  # one order that cannot be must not hold up all the others
                _log.exception("an order could not be worked off", order=str(order_id))
                async with db.begin(WORKER) as tx:
                    await calling_off.note_failed(tx.session, order_id=order_id, now=tx.now)
    told = _AT_ONCE
    while told == _AT_ONCE:
        async with db.begin(WORKER) as tx:
            told = await calling_off.dismiss(tx.session, now=tx.now, limit=_AT_ONCE)
    async with db.begin(WORKER) as tx:
        await calling_off.finish(tx.session, now=tx.now)


async def tell_of_moves(db: Database) -> None:
    """Tell holders of moved evenings, chunk by chunk. Raises `Unavailable`."""
    more = True
    while more:
        async with db.begin(WORKER) as tx:
            more = await moves.tell_some(tx.session, now=tx.now)


class Ends:
    """Keeps true how far the orders are, in the messages where that is shown."""

    def __init__(self, db: Database, redrawer: Redrawer) -> None:
        self._db = db
        self._redrawer = redrawer

    async def show(self) -> None:
        """Edit every bar whose numbers have changed. Raises `Unavailable`."""
        async with self._db.read(WORKER) as tx:
            shown = await calling_off.shown(tx.session)
        for so_far in shown:
            if so_far.sign != so_far.shown:
                await self._edit(so_far)
            elif so_far.finished:
                await self._keep(so_far, None)

    async def _edit(self, so_far: Progress) -> None:
        if so_far.chat_id is None or so_far.message_id is None:
            return
        redrawn = await self._redrawer.redraw(
            chat_id=so_far.chat_id,
            message_id=so_far.message_id,
            screen=screens.progress(Texts(supported(so_far.language)), so_far),
        )
        if redrawn is Redrawn.SHOWN:
            await self._keep(so_far, so_far.message_id)
        elif redrawn is Redrawn.GONE:
            await self._keep(so_far, None)

    async def _keep(self, so_far: Progress, message_id: int | None) -> None:
        async with self._db.begin(WORKER) as tx:
            await calling_off.show_bar(
                tx.session,
                event_id=so_far.event_id,
                message_id=message_id,
                shown=so_far.sign,
            )
