"""Sends people what is kept of them: packed in memory, brought to their chat as a file.

A request is leased for an attempt, so that what a crash cuts off is begun anew when the lease is
over. The file is sent last, behind a look that the lease still holds: a crash in between brings it
a second time rather than never.
"""

import asyncio
from datetime import timedelta

import structlog
from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.limiter import Paused
from bot.screen import Screen
from bot.screens import privacy as screens
from bot.takeaway import FILE_NAME, LARGEST, pack
from bot.texts import Texts, supported
from bot.transport import Sender
from domain import exports
from domain.actors import WORKER
from domain.exports import Task
from domain.notifications import Postponed
from jobs.post import keyboard_of, outcome_of
from storage.database import Database

_READ, _PACKED = 40, 80
"""Percent that are done by then."""

_log = structlog.get_logger(__name__)


class Exports:
    """Answers the requests of people for their own data."""

    def __init__(self, db: Database, sender: Sender) -> None:
        self._db = db
        self._sender = sender

    async def answer(self) -> None:
        """Answer all that wait. Raises `Unavailable`; what was cut off is begun anew later."""
        while True:
            async with self._db.begin(WORKER) as tx:
                task = await exports.begin(tx.session, now=tx.now)
            if task is None:
                return
            await self._answer(task)

    async def _answer(self, task: Task) -> None:
        t = Texts(supported(task.language))
        if task.chat_id is None:
            await self._give_up(task, "no chat")
            return
        async with self._db.read(WORKER) as tx:
            kept = await exports.collect(tx.session, task=task)
            made_at = tx.now
        if not await self._advance(task, t, _READ):
            return
        archive = await asyncio.to_thread(pack, t, kept, made_at=made_at)
        if len(archive) > LARGEST:
            await self._give_up(task, "too large")
            return
        if await self._advance(task, t, _PACKED):
            await self._bring(task, task.chat_id, t, archive)

    async def _advance(self, task: Task, t: Texts, progress: int) -> bool:
        async with self._db.begin(WORKER) as tx:
            ours = await exports.advance(tx.session, task=task, progress=progress, now=tx.now)
        if ours:
            await self._show(task, t, screens.export_under_way(t, progress))
        return ours

    async def _bring(self, task: Task, chat_id: int, t: Texts, archive: bytes) -> None:
        try:
            await self._sender.send_document(
                chat_id,
                InputFile(archive, filename=FILE_NAME),
                caption=t("export-caption"),
                parse_mode=ParseMode.HTML,
            )
        except (RetryAfter, Paused) as error:
            outcome = outcome_of(error)
            delay = outcome.delay if isinstance(outcome, Postponed) else timedelta(minutes=1)
            async with self._db.begin(WORKER) as tx:
                await exports.wait(tx.session, task=task, until=tx.now + delay)
            return
        except (Forbidden, BadRequest) as error:
            _log.warning("an export was refused", request=str(task.id), why=error.message)
            await self._give_up(task, "unreachable")
            return
        except TelegramError as error:  # its lease runs out, and it is tried again
            _log.warning("an export waits", request=str(task.id), why=error.message)
            return
        async with self._db.begin(WORKER) as tx:
            await exports.delivered(tx.session, task=task, now=tx.now)
        await self._show(task, t, screens.export_sent(t))

    async def _give_up(self, task: Task, why: str) -> None:
        async with self._db.begin(WORKER) as tx:
            await exports.undeliverable(tx.session, task=task, why=why, now=tx.now)

    async def _show(self, task: Task, t: Texts, screen: Screen) -> None:
        """Where the person saw it begin, as far as that message is still there."""
        if task.bar_chat_id is None or task.bar_message_id is None:
            return
        try:
            await self._sender.edit_message_text(
                screen.text,
                chat_id=task.bar_chat_id,
                message_id=task.bar_message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard_of(screen, self._sender),
            )
        except (TelegramError, Paused) as error:
            _log.info("a bar was not shown", request=str(task.id), why=str(error))
