"""Writes down who comes to an event, for who makes it."""

import asyncio
from functools import partial
from tempfile import TemporaryFile
from typing import IO, Final

from bot.attendee_file import AttendeeFile
from bot.screen import Screen
from bot.screens import attendee_files as screens
from bot.texts import Texts
from domain import attendee_files as files
from domain.actors import WORKER
from domain.files import End, Task
from jobs.files import Reached
from jobs.listing import write_lines
from storage.database import Database, Tx

FILE_NAME: Final = "attendees.zip"


class Attendees:
    """A line for each ticket."""

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
        await write_lines(
            self._db,
            file,
            total=event.sold + event.held,
            read=lambda tx, after: files.lines(tx.session, event_id=event.id, after=after),
            shown=partial(screens.under_way, self._t, event.id, event.title),
            reached=reached,
        )
        self._names = file.names
        await asyncio.to_thread(file.close)

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
