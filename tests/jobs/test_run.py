"""Everything that happens by itself, started and stopped as the commands do it."""

import asyncio

from bot.transport import Sender
from jobs.run import run_jobs
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.factories import Owner
from tests.jobs.delivering import Kept, plain
from tests.jobs.people import Ledger, People, until
from tests.jobs.telegram import Telegram


async def nothing_to_clear(_: object) -> None:
    """Nobody is forgotten here."""


async def test_the_jobs_run_until_they_are_told_to_stop_and_leave_nothing_begun(
    db: Database,
    sender: Sender,
    telegram: Telegram,
    people: People,
    owner: Owner,
    ledger: Ledger,
) -> None:
    made = asyncio.Event()
    stop = asyncio.Event()

    async def make_partitions() -> None:
        made.set()

    async def kept_time() -> bool:
        return int(await owner.value("SELECT count(finished_at) FROM job_runs")) >= 3

    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(
            run_jobs(
                db,
                sender,
                plain,
                stop,
                file_ids=Kept(),
                username="portal_bot",
                clear=nothing_to_clear,
                codes=TicketCodes(b"k" * 32),
                make_partitions=make_partitions,
            )
        )
        await ledger.becomes(await people.told(1), "sent")
        await made.wait()
        await until(kept_time)
        telegram.may_answer.clear()
        last = await people.told(2)
        await telegram.called(2)
        stop.set()
        telegram.may_answer.set()
        await running
    assert (await ledger.of(last))["status"] == "sent"
    assert db.checked_out == 0
    assert await owner.value("SELECT count(*) FROM job_runs WHERE error IS NOT NULL") == 0
