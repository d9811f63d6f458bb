"""Writes down what came of a campaign, for its makers."""

import asyncio
from functools import partial
from tempfile import TemporaryFile
from typing import IO

from bot.result_file import FILE_NAME, ResultFile
from bot.screen import Screen
from bot.screens import result_files as screens
from bot.texts import Texts
from domain import campaign_files as files
from domain import campaigns, results, taps
from domain.actors import WORKER
from domain.files import End, Task
from jobs.files import Reached
from jobs.listing import write_lines
from storage.database import Database, Tx


class Result:
    """A line for each receiver, and the numbers."""

    file_name = FILE_NAME

    def __init__(self, db: Database, task: Task, t: Texts) -> None:
        self._db = db
        self._task = task
        self._t = t
        self._names = 0
        self.caption = t("result-file-caption")

    def blank(self) -> IO[bytes]:
        """A file that has no name on the disk, and is gone with this process."""
        return TemporaryFile()

    async def write(self, into: IO[bytes], reached: Reached) -> None:
        """Write the lines, then the numbers. Raises `NotAvailable` and `Lost`."""
        async with self._db.read(WORKER) as tx:
            campaign = await files.campaign_of(tx.session, task=self._task)
            zone = await campaigns.zone(tx.session, campaign)
            total = (await results.progress(tx.session, campaign)).total
        file = ResultFile(into, self._t, campaign, zone=zone)
        await write_lines(
            self._db,
            file,
            total=total,
            read=lambda tx, after: files.lines(tx.session, campaign=campaign, after=after),
            shown=partial(screens.under_way, self._t, campaign),
            reached=reached,
        )
        self._names = file.names
        async with self._db.read(WORKER) as tx:
            taken = await taps.taken_up(tx.session, campaign_id=campaign.id, worker=True)
            made_at = tx.now
        await asyncio.to_thread(file.close, taken, made_at=made_at)

    async def hand_over(self, tx: Tx) -> None:
        """Names are noted as read by who asked. Raises `NotAvailable`."""
        await files.hand_over(tx.session, task=self._task, names=self._names)

    def told(self, end: End) -> Screen | None:
        """What stands in place of the bar."""
        match end:
            case End.DELIVERED:
                return screens.delivered(self._t)
            case End.NOT_THEIRS:
                return screens.refused(self._t)
            case End.TOO_LARGE:
                return screens.too_large(self._t)
            case _:
                return None
