"""What happens by itself, and how often: the whole timetable on one screen.

APScheduler is only the clock. Every process ticks; the moment that a tick stands for is taken
from the database's clock and written down there, and whoever writes it first runs it. So any
number of schedulers is safe, whatever their own clocks say, and a start catches up what is due.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from domain.actors import WORKER
from jobs.approving import tell_houses
from jobs.calling_off import tell_of_moves, work_off_cancelled
from jobs.campaigns import run_campaigns
from jobs.expiry import expire_gifts, expire_orders
from jobs.forgetting import Clear, forget_people
from jobs.housekeeping import forget_old, forget_orphan_keys, prove_counts, seal_audit
from jobs.remind import remind
from jobs.waitlist import serve_waitlists
from storage.context import REQUEST
from storage.database import Database
from storage.errors import Unavailable
from storage.queries import job_runs, metrics

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PROVE = "prove the counts"
"""The run whose error is what does not agree; one of a day's four is at three at night."""

_LONGEST_ERROR = 4000
_DRAIN = 18.0
"""Seconds that running work gets when the clock stops."""

_log = structlog.get_logger(__name__)

Work = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timetable: a name that is never reused, a period, and the work."""

    name: str
    every: timedelta
    work: Work


def entries(
    db: Database,
    make_partitions: Work | None,
    show_bars: Work,
    show_ends: Work,
    clear: Clear,
    refund: Work,
    check_services: Work,
    fulfil: Work,
    make_posts: Work,
    make_files: Mapping[str, Work],
) -> Sequence[Entry]:
    """The timetable. `make_partitions` is None where this process may not change the schema;
    `clear` lets go of what is kept of a chat outside of the database, `refund` gives money
    back, `check_services` looks whether they are there, `fulfil` takes approved orders that cost
    nothing, `make_posts` posts campaigns, `make_files` makes what people asked
    to have as files, by the names of the lines."""
    lines = [
        Entry("run campaigns", timedelta(seconds=2), partial(run_campaigns, db)),
        Entry("post campaigns", timedelta(seconds=2), make_posts),
        Entry("show campaigns", timedelta(seconds=3), show_bars),
        Entry("work off cancelled", timedelta(seconds=2), partial(work_off_cancelled, db)),
        Entry("tell of moves", timedelta(seconds=5), partial(tell_of_moves, db)),
        Entry("show cancelled", timedelta(seconds=3), show_ends),
        *(Entry(name, timedelta(seconds=3), work) for name, work in make_files.items()),
        Entry("remind", timedelta(seconds=30), partial(remind, db)),
        Entry("give money back", timedelta(seconds=5), refund),
        Entry("expire orders", timedelta(seconds=5), partial(expire_orders, db)),
        Entry("tell of requests", timedelta(seconds=30), partial(tell_houses, db)),
        Entry("take what was approved", timedelta(seconds=2), fulfil),
        Entry("serve waiting lists", timedelta(seconds=2), partial(serve_waitlists, db)),
        Entry("expire gifts", timedelta(minutes=1), partial(expire_gifts, db)),
        Entry("check services", timedelta(minutes=1), check_services),
        Entry("measure", timedelta(minutes=1), partial(metrics.sample, db)),
        Entry("seal the audit", timedelta(minutes=1), partial(seal_audit, db)),
        Entry("forget people", timedelta(minutes=1), partial(forget_people, db, clear)),
        Entry("forget old rows", timedelta(hours=1), partial(forget_old, db)),
        Entry(PROVE, timedelta(hours=6), partial(prove_counts, db)),
        Entry("forget orphan keys", timedelta(days=1), partial(forget_orphan_keys, db)),
    ]
    if make_partitions is not None:
        lines.append(Entry("make partitions", timedelta(hours=6), make_partitions))
    return lines


class Timetable:
    """Ticks through `entries` in this process."""

    def __init__(self, db: Database, entries: Sequence[Entry]) -> None:
        self._db = db
        self._entries = entries
        self._running: set[asyncio.Task[object]] = set()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    async def run(self, stop: asyncio.Event) -> None:
        """Tick until `stop` is set, then wait for the work that runs."""
        for entry in self._entries:
            # In the middle of its period, so that clocks may differ by half of it.
            trigger = IntervalTrigger(
                seconds=int(entry.every.total_seconds()), start_date=_EPOCH + entry.every / 2
            )
            self._scheduler.add_job(self._tracked, trigger, args=[entry], id=entry.name)
            self._scheduler.add_job(self._tracked, args=[entry], id=f"{entry.name}, at the start")
        self._scheduler.start()
        try:
            await stop.wait()
            self._scheduler.pause()
            if self._running:
                await asyncio.wait(self._running, timeout=_DRAIN)
        finally:
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # the scheduler takes its leave in the next turn of the loop

    async def _tracked(self, entry: Entry) -> None:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("the scheduler runs tasks")
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        REQUEST.set(f"job {entry.name}")
        await tick(self._db, entry)


async def tick(db: Database, entry: Entry) -> bool:
    """Run an entry for the present period unless it was run for it; whether it ran here."""
    try:
        async with db.begin(WORKER) as tx:
            period = period_of(tx.now, entry.every)
            first = await job_runs.begin(
                tx.session, name=entry.name, scheduled_for=period, now=tx.now
            )
        if not first:
            return False
        error = await _work(entry)
        async with db.begin(WORKER) as tx:
            await job_runs.end(
                tx.session, name=entry.name, scheduled_for=period, error=error, now=tx.now
            )
    except Unavailable as reason:
        _log.warning("the timetable cannot be kept now", job=entry.name, reason=str(reason))
        return False
    return True


async def _work(entry: Entry) -> str | None:
    """Do the work of an entry; its error, if it had one."""
    try:
        await entry.work()
    except Unavailable as error:
        _log.warning("work was interrupted", job=entry.name, reason=str(error))
        return f"unavailable: {error}"
    except (
        Exception
    ) as error:  # work that fails must not stop the clock; the next tick tries again
        _log.exception("work failed", job=entry.name)
        return f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]
    return None


def period_of(now: datetime, every: timedelta) -> datetime:
    """The start of the period of length `every` that `now` lies in."""
    return now - (now - _EPOCH) % every
