"""Makes the files that somebody asked for in the chat, and brings them there (`domain.files`).

One kind is one `Files`, with a writer for each attempt. It is sent last, behind a look that it is
still theirs, and still ours to make.
"""

from collections.abc import Awaitable, Callable
from io import SEEK_END
from typing import IO, Final, Protocol

import structlog
from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.limiter import Paused
from bot.screen import Screen
from bot.texts import Texts, supported
from bot.transport import Sender
from domain import files
from domain.actors import WORKER, Person
from domain.errors import NotAvailable
from domain.files import End, Kind, Lost, Task
from domain.notifications import Outcome, Postponed, Refused, Sent, Unreachable
from jobs.bars import Redrawer
from jobs.post import outcome_of
from storage.database import Database, Tx

LARGEST: Final = 45_000_000
"""Bytes that a bot may send as a file, with some room (Bot API: 50 MB)."""

_STEP = 10
"""Percent between two looks of the bar."""

_log = structlog.get_logger(__name__)

Reached = Callable[[int, Screen], Awaitable[None]]
"""So many percent are done, and how that looks. Raises `Lost`."""


class Writer(Protocol):
    """One attempt at a file."""

    @property
    def file_name(self) -> str:
        """What it is called."""

    @property
    def caption(self) -> str:
        """What stands below it, as HTML."""

    def blank(self) -> IO[bytes]:
        """Where it is written: in memory, or in a file that is gone with this process."""

    async def write(self, into: IO[bytes], reached: Reached) -> None:
        """Write all of it, with a sign of life (`reached`) more often than each `files.LEASE`.

        Raises `NotAvailable` where it is not theirs any more, and `Lost`.
        """

    async def hand_over(self, tx: Tx) -> None:
        """The person is about to have it, and acts in `tx`: the last look, and what the audit is
        to know. Raises `NotAvailable`."""

    def told(self, end: End) -> Screen | None:
        """What stands in place of the bar; None leaves it as it is."""


class Files:
    """Makes the files of one kind, one after the other. Any number of processes may."""

    def __init__(
        self,
        db: Database,
        sender: Sender,
        redrawer: Redrawer,
        kind: Kind,
        writer: Callable[[Database, Task, Texts], Writer],
    ) -> None:
        self._db = db
        self._sender = sender
        self._redrawer = redrawer
        self._kind = kind
        self._writer = writer

    async def make(self) -> None:
        """Make all that wait. Raises `Unavailable`; what was cut off is begun anew later."""
        while True:
            async with self._db.begin(WORKER) as tx:
                task = await files.begin(tx.session, self._kind, now=tx.now)
            if task is None:
                return
            writer = self._writer(self._db, task, Texts(supported(task.language)))
            try:
                await self._make(task, writer)
            except NotAvailable:
                await self._end(task, writer, End.NOT_THEIRS)
            except Lost:
                _log.info("a file is made elsewhere", file=str(task.id), attempt=task.attempt)

    async def _make(self, task: Task, writer: Writer) -> None:
        if task.chat_id is None:
            await self._end(task, writer, End.NO_CHAT)
            return
        with writer.blank() as content:
            await writer.write(content, self._reached(task))
            if content.seek(0, SEEK_END) > LARGEST:
                await self._end(task, writer, End.TOO_LARGE)
                return
            # In the name of who asked, so that the audit says who; nothing of it where it is lost.
            async with self._db.begin(Person("person", task.person)) as tx:
                await writer.hand_over(tx)
                await files.hand_over(tx.session, task=task, now=tx.now)
            content.seek(0)
            await self._bring(task, task.chat_id, writer, content)

    def _reached(self, task: Task) -> Reached:
        told = 0

        async def reached(percent: int, screen: Screen) -> None:
            nonlocal told
            async with self._db.begin(WORKER) as tx:
                await files.advance(tx.session, task=task, progress=percent, now=tx.now)
            if percent >= told + _STEP:
                told = percent
                await self._show(task, screen)

        return reached

    async def _bring(self, task: Task, chat_id: int, writer: Writer, content: IO[bytes]) -> None:
        match await self._sent(chat_id, writer, content):
            case Sent():
                await self._end(task, writer, End.DELIVERED)
            case Postponed(delay=delay):
                async with self._db.begin(WORKER) as tx:
                    await files.wait(tx.session, task=task, until=tx.now + delay)
            case Unreachable(reason) | Refused(reason):
                _log.warning("a file was refused", file=str(task.id), why=reason)
                await self._end(task, writer, End.UNREACHABLE)
            case outcome:  # its lease runs out, and it is tried again
                _log.warning("a file waits", file=str(task.id), why=str(outcome))

    async def _sent(self, chat_id: int, writer: Writer, content: IO[bytes]) -> Outcome:
        try:
            sent = await self._sender.send_document(
                chat_id,
                InputFile(content, filename=writer.file_name, read_file_handle=False),
                caption=writer.caption,
                parse_mode=ParseMode.HTML,
            )
        except (TelegramError, Paused) as error:
            return outcome_of(error)
        return Sent(sent.message_id)

    async def _end(self, task: Task, writer: Writer, end: End) -> None:
        async with self._db.begin(WORKER) as tx:
            await files.close(tx.session, task=task, end=end, now=tx.now)
        screen = writer.told(end)
        if screen is not None:
            await self._show(task, screen)

    async def _show(self, task: Task, screen: Screen) -> None:
        """Where the person saw it begin, as far as that message is still there."""
        async with self._db.read(WORKER) as tx:
            bar = await files.bar(tx.session, task=task)
        if bar is not None:
            await self._redrawer.redraw(
                chat_id=bar.chat_id, message_id=bar.message_id, screen=screen
            )
