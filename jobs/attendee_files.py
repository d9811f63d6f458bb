"""Writes down who comes to an event, for who makes it."""

import asyncio
from tempfile import TemporaryFile
from typing import IO, Final

from bot.attendee_file import AttendeeFile
from bot.screen import Screen
from bot.screens import attendee_files as screens
from bot.texts import Texts
from domain import attendee_files as files
from domain.actors import WORKER
from domain.files import End, Task
from domain.productions import Production
from jobs.files import Reached
from storage.database import Database, Tx

FILE_NAME: Final = "attendees.zip"

_WRITTEN = 95
"""Percent that are done when all lines are there."""


class Attendees:
    """A line for each ticket, read and written in batches."""

    file_name = FILE_NAME

    def __init__(self, db: Database, task: Task, t: Texts) -> None:
        self._db = db
        self._task = task
        self._t = t
        self._names = 0
        self.caption = t("attendees-caption")

    def blank(self) -> IO[bytes]:
        """A file that has no name on the disk, and is gone with this process."""
        return TemporaryFile()

    async def write(self, into: IO[bytes], reached: Reached) -> None:
        """Write the lines. Raises `NotAvailable` and `Lost`."""
        async with self._db.read(WORKER) as tx:
            event = await files.event_of(tx.session, task=self._task)
        file = AttendeeFile(into, self._t, zone=event.time_zone)
        await self._add_lines(event, file, reached)
        self._names = file.names
        await asyncio.to_thread(file.close)

    async def _add_lines(self, event: Production, file: AttendeeFile, reached: Reached) -> None:
        after = None
        while True:
            async with self._db.read(WORKER) as tx:
                lines = await files.lines(tx.session, event_id=event.id, after=after)
            done = file.lines + len(lines)
            percent = min(_WRITTEN, _WRITTEN * done // max(event.sold + event.held, 1))
            await reached(percent, screens.under_way(self._t, event.id, event.title, percent))
            if not lines:
                return
            await asyncio.to_thread(file.add, lines)
            after = lines[-1].id

    async def hand_over(self, tx: Tx) -> None:
        """Names are noted as read by who asked. Raises `NotAvailable`."""
        await files.hand_over(tx.session, task=self._task, names=self._names)

    def told(self, end: End) -> Screen | None:
        """What stands in place of the bar."""
        match end:
            case End.DELIVERED:
                return screens.delivered(self._t, self._task.about)
            case End.NOT_THEIRS:
                return screens.refused(self._t)
            case End.TOO_LARGE:
                return screens.too_large(self._t, self._task.about)
            case _:
                return None
