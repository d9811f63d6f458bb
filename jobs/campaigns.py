"""Campaigns: started in time, queued chunk by chunk, ended, and their bars kept true."""

import asyncio
from dataclasses import replace
from uuid import UUID

from bot.screen import Screen
from bot.screens import campaign_progress as screens
from bot.texts import Texts, supported
from bot.transport import Sender
from domain import broadcasts, campaign_bars, house_rules, results, second_person, taps
from domain.actors import WORKER
from domain.campaigns import Bar, Campaign
from domain.taps import TakenUp
from jobs.bars import Redrawer, Redrawn
from storage.database import Database


async def run_campaigns(db: Database) -> None:
    """Launch what is due, queue it for its audience, and end what is done.

    Raises `Unavailable`; whatever was cut off is gone on with at the next run.
    """
    more = True
    while more:
        async with db.begin(WORKER) as tx:
            more = await broadcasts.start_due(tx.session, now=tx.now)
    more = True
    while more:
        more = await broadcasts.fan_out(db)
        async with db.begin(WORKER) as tx:
            await broadcasts.tend(tx.session, now=tx.now)
    async with db.begin(WORKER) as tx:
        await second_person.tell(tx.session, now=tx.now)
    async with db.begin(WORKER) as tx:
        await results.sum_up(tx.session)


_COUNTED_FOR = 15.0
"""Seconds for which a bar that moves shows the same sales: of a large campaign they are many."""


class Bars:
    """Keeps the progress true in the messages where it is shown, at a gentle pace.

    Where there are many, each look goes on where the last one ended, so that all have their turn.
    """

    def __init__(self, db: Database, sender: Sender, redrawer: Redrawer) -> None:
        self._db = db
        self._sender = sender
        self._redrawer = redrawer
        self._taken: dict[UUID, tuple[float, TakenUp]] = {}
        self._after: UUID | None = None

    async def show(self) -> None:
        """Edit every bar whose numbers have changed. Raises `Unavailable`."""
        silence = await self._sender.silence()
        async with self._db.read(WORKER) as tx:
            shown = [
                (
                    each,
                    await results.progress(tx.session, each),
                    await campaign_bars.held(tx.session, each, silence=silence),
                )
                for each in await campaign_bars.shown(tx.session, after=self._after)
            ]
        self._after = shown[-1][0].id if shown else None
        self._forget_old()
        for campaign, so_far, held in shown:
            sign = screens.sign(campaign, so_far, held)
            if campaign.bar is None:
                continue
            all_told = await self._tell_left(campaign, campaign.bar)
            if sign != campaign.bar.shown:
                if self._waits(campaign.bar):
                    continue
                t = Texts(supported(campaign.bar.language))
                per_second = house_rules.BULK.number(self._db)
                taken = await self._taken_up(campaign)
                screen = screens.progress(
                    t, campaign, so_far, taken=taken, per_second=per_second, held=held
                )
                redrawn = await self._edit(campaign, campaign.bar, screen, sign)
                if redrawn is Redrawn.GONE and all_told:
                    await self._hide(campaign)
            elif campaign.is_over and not so_far.waiting and all_told:
                await self._hide(campaign)

    async def _tell_left(self, campaign: Campaign, bar: Bar) -> bool:
        """Say in the messages where the bar was shown before that it is in another one now;
        whether all of them say so."""
        told = []
        for chat_id, message_id in bar.left:
            async with self._db.read(WORKER) as tx:
                language = await campaign_bars.language(tx.session, chat_id=chat_id)
            screen = screens.elsewhere(Texts(supported(language)), campaign)
            redrawn = await self._redrawer.redraw(
                chat_id=chat_id, message_id=message_id, screen=screen
            )
            if redrawn is not Redrawn.LATER:
                told.append((chat_id, message_id))
        if told:
            async with self._db.begin(WORKER) as tx:
                await campaign_bars.told(tx.session, campaign_id=campaign.id, places=told)
        return len(told) == len(bar.left)

    def _waits(self, bar: Bar) -> bool:
        return self._redrawer.waits(chat_id=bar.chat_id, message_id=bar.message_id)

    def _forget_old(self) -> None:
        oldest = asyncio.get_running_loop().time() - _COUNTED_FOR
        self._taken = {id: each for id, each in self._taken.items() if each[0] > oldest}

    async def _taken_up(self, campaign: Campaign) -> TakenUp:
        """What came of its buttons; of one that runs it may be some seconds old."""
        now = asyncio.get_running_loop().time()
        counted, taken = self._taken.get(campaign.id, (-_COUNTED_FOR, TakenUp()))
        if not campaign.is_over and now < counted + _COUNTED_FOR:
            return taken
        async with self._db.read(WORKER) as tx:
            taken = await taps.taken_up(tx.session, campaign_id=campaign.id, worker=True)
        self._taken[campaign.id] = now, taken
        return taken

    async def _edit(self, campaign: Campaign, bar: Bar, screen: Screen, sign: str) -> Redrawn:
        redrawn = await self._redrawer.redraw(
            chat_id=bar.chat_id, message_id=bar.message_id, screen=screen
        )
        if redrawn is Redrawn.SHOWN:
            async with self._db.begin(WORKER) as tx:
                now = replace(bar, shown=sign)
                await campaign_bars.keep(tx.session, campaign_id=campaign.id, before=bar, bar=now)
        return redrawn

    async def _hide(self, campaign: Campaign) -> None:
        async with self._db.begin(WORKER) as tx:
            await campaign_bars.hide(tx.session, campaign_id=campaign.id)
