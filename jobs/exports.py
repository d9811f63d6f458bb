"""Packs what is kept of a person, for them to take along."""

import asyncio
from io import BytesIO
from typing import IO

from bot.screen import Screen
from bot.screens import privacy as screens
from bot.takeaway import FILE_NAME, pack
from bot.texts import Texts
from domain import exports
from domain.actors import WORKER
from domain.files import End, Task
from jobs.files import Reached
from storage.database import Database, Tx

_READ, _PACKED = 40, 80
"""Percent that are done by then."""


class Takeaway:
    """Their data, packed in memory and kept nowhere."""

    file_name = FILE_NAME

    def __init__(self, db: Database, task: Task, t: Texts) -> None:
        self._db = db
        self._task = task
        self._t = t
        self.caption = t("export-caption")

    def blank(self) -> BytesIO:
        """In memory."""
        return BytesIO()

    async def write(self, into: IO[bytes], reached: Reached) -> None:
        """Read all tables, then pack them. Raises `Lost`."""
        async with self._db.read(WORKER) as tx:
            kept = await exports.collect(tx.session, task=self._task)
            made_at = tx.now
        await self._step(reached, _READ)
        await asyncio.to_thread(pack, into, self._t, kept, made_at=made_at)
        await self._step(reached, _PACKED)

    async def hand_over(self, tx: Tx) -> None:
        """It is their own."""

    def told(self, end: End) -> Screen | None:
        """What stands in place of the bar."""
        match end:
            case End.DELIVERED:
                return screens.export_sent(self._t)
            case End.TOO_LARGE:
                return screens.export_too_large(self._t)
            case _:
                return None

    async def _step(self, reached: Reached, percent: int) -> None:
        await reached(percent, screens.export_under_way(self._t, percent))
