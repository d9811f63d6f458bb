"""Makes the files that campaigns' makers asked for, and brings them to their chat.

A file is leased for an attempt, which each batch of lines prolongs: what a crash cuts off is begun
anew when the lease is over. It is sent last, behind a look that it is still theirs, and still ours
to make: a crash in between brings it a second time rather than never.
"""

import asyncio
from tempfile import TemporaryFile
from typing import IO

import structlog
from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.limiter import Paused
from bot.result_file import FILE_NAME, LARGEST, ResultFile
from bot.screen import Screen
from bot.screens import result_files as screens
from bot.texts import Texts, supported
from bot.transport import Sender
from domain import campaign_files as files
from domain import campaigns, results, taps
from domain.actors import WORKER, Person
from domain.campaign_files import Task
from domain.campaigns import Campaign
from domain.errors import NotAvailable
from domain.notifications import Outcome, Postponed, Refused, Sent, Unreachable
from jobs.bars import redraw
from jobs.post import outcome_of
from storage.database import Database

_WRITTEN = 95
"""Percent that are done when all lines are there."""

_STEP = 10
"""Percent between two looks of the bar."""

_log = structlog.get_logger(__name__)


class CampaignFiles:
    """Makes files, one after the other. Any number of processes may."""

    def __init__(self, db: Database, sender: Sender) -> None:
        self._db = db
        self._sender = sender

    async def make(self) -> None:
        """Make all that wait. Raises `Unavailable`; what was cut off is begun anew later."""
        while True:
            async with self._db.begin(WORKER) as tx:
                task = await files.begin(tx.session, now=tx.now)
            if task is None:
                return
            await self._make(task, Texts(supported(task.language)))

    async def _make(self, task: Task, t: Texts) -> None:
        if task.chat_id is None:
            await self._end(task, "no chat")
            return
        try:
            await self._write(task, task.chat_id, t)
        except NotAvailable:  # they do not speak for that house any more
            await self._end(task, "not theirs")
            await self._show(task, screens.refused(t))

    async def _write(self, task: Task, chat_id: int, t: Texts) -> None:
        async with self._db.read(WORKER) as tx:
            campaign = await files.campaign_of(tx.session, task=task)
            zone = await campaigns.zone(tx.session, campaign)
            total = (await results.progress(tx.session, campaign)).total
        # It has no name on the disk, and is gone with this process.
        with TemporaryFile() as content:
            file = ResultFile(content, t, campaign, zone=zone)
            if not await self._add_lines(task, t, campaign, file, total):
                return
            async with self._db.read(WORKER) as tx:
                taken = await taps.taken_up(tx.session, campaign_id=campaign.id, worker=True)
                made_at = tx.now
            await asyncio.to_thread(file.close, taken, made_at=made_at)
            if content.tell() > LARGEST:
                await self._end(task, "too large")
                await self._show(task, screens.too_large(t))
            elif await self._is_theirs(task, file.names):
                content.seek(0)
                await self._bring(task, chat_id, t, content)

    async def _add_lines(
        self, task: Task, t: Texts, campaign: Campaign, file: ResultFile, total: int
    ) -> bool:
        """Write all lines; False where somebody else makes the file by now."""
        after, told = None, 0
        while True:
            async with self._db.begin(WORKER) as tx:
                lines = await files.lines(tx.session, campaign=campaign, after=after)
                percent = min(_WRITTEN, _WRITTEN * (file.lines + len(lines)) // max(total, 1))
                if not await files.advance(tx.session, task=task, progress=percent, now=tx.now):
                    return False
            if not lines:
                return True
            await asyncio.to_thread(file.add, lines)
            after = lines[-1].id
            if percent >= told + _STEP:
                await self._show(task, screens.under_way(t, campaign, percent))
                told = percent

    async def _is_theirs(self, task: Task, names: int) -> bool:
        """Who asked reads it now: in their name, so that the audit says who."""
        async with self._db.begin(Person("person", task.person)) as tx:
            return await files.hand_over(tx.session, task=task, names=names, now=tx.now)

    async def _bring(self, task: Task, chat_id: int, t: Texts, content: IO[bytes]) -> None:
        match await self._sent(chat_id, t, content):
            case Sent():
                await self._end(task, "delivered")
                await self._show(task, screens.delivered(t))
            case Postponed(delay=delay):
                async with self._db.begin(WORKER) as tx:
                    await files.wait(tx.session, task=task, until=tx.now + delay)
            case Unreachable(reason) | Refused(reason):
                _log.warning("a result was refused", file=str(task.id), why=reason)
                await self._end(task, "unreachable")
            case outcome:  # its lease runs out, and it is tried again
                _log.warning("a result waits", file=str(task.id), why=str(outcome))

    async def _sent(self, chat_id: int, t: Texts, content: IO[bytes]) -> Outcome:
        try:
            sent = await self._sender.send_document(
                chat_id,
                InputFile(content, filename=FILE_NAME, read_file_handle=False),
                caption=t("result-file-caption"),
                parse_mode=ParseMode.HTML,
            )
        except (TelegramError, Paused) as error:
            return outcome_of(error)
        return Sent(sent.message_id)

    async def _end(self, task: Task, outcome: str) -> None:
        async with self._db.begin(WORKER) as tx:
            await files.end(tx.session, task=task, outcome=outcome, now=tx.now)

    async def _show(self, task: Task, screen: Screen) -> None:
        """Where the person saw it begin, as far as that message is still there."""
        if task.bar_chat_id is not None and task.bar_message_id is not None:
            await redraw(
                self._sender,
                chat_id=task.bar_chat_id,
                message_id=task.bar_message_id,
                screen=screen,
            )
