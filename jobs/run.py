"""What happens by itself, all of it, in one process."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from bot.console.lookout import Lookout, Probe
from bot.mailer import Mailer
from bot.provider import Provider
from bot.show import FileIds
from bot.transport import Sender
from domain import attendee_files, campaign_files, exports
from domain.actors import WORKER
from jobs import watch
from jobs.approving import fulfil_approved
from jobs.attendee_files import Attendees
from jobs.bars import Redrawer
from jobs.calling_off import Ends
from jobs.campaign_files import Result
from jobs.campaigns import Bars
from jobs.deliver import Deliverer, Render
from jobs.exports import Takeaway
from jobs.files import Files
from jobs.forgetting import Clear
from jobs.outside import Checks
from jobs.post import Post
from jobs.posts import Posts
from jobs.refunds import give_back
from jobs.timetable import Timetable, entries
from storage.database import Database
from storage.enums import IncidentKind
from storage.security.codes import TicketCodes


async def run_jobs(
    db: Database,
    sender: Sender,
    render: Render,
    stop: asyncio.Event,
    *,
    file_ids: FileIds,
    username: str,
    clear: Clear,
    codes: TicketCodes,
    mailer: Mailer | None = None,
    provider: Provider | None = None,
    make_partitions: Callable[[], Awaitable[object]] | None = None,
    probes: Mapping[IncidentKind, Probe] | None = None,
) -> None:
    """Keep the timetable and deliver the outbox until `stop` is set, then finish what is begun.

    `db` acts as portal_worker. `sender` is open. `make_partitions` makes the partitions of the
    coming months, where this process holds the credentials for it. `clear` lets go of where a
    dialog is, `codes` makes tickets, `mailer` takes the letters, `provider` gives money back,
    `username` is the bot's.
    Any number of processes may do this at once.
    """
    post = Post(sender, file_ids)
    deliverer = Deliverer(db, post, render, mailer=mailer)
    redrawer = Redrawer(sender)
    bars = Bars(db, sender, redrawer)
    ends = Ends(db, redrawer)
    lines = entries(
        db,
        make_partitions,
        bars.show,
        ends.show,
        clear,
        partial(give_back, db, provider),
        Checks(db, sender, mailer).check,
        partial(fulfil_approved, db, codes),
        Posts(db, post, username=username).make,
        {
            "send exports": Files(db, sender, redrawer, exports.FILES, Takeaway).make,
            "send results": Files(db, sender, redrawer, campaign_files.FILES, Result).make,
            "send attendees": Files(db, sender, redrawer, attendee_files.FILES, Attendees).make,
        },
    )
    timetable = Timetable(db, lines)
    looks = {**(probes or {}), **watch.probes(db, lines)}
    lookout = Lookout(db, WORKER, looks, ends=True)
    async with asyncio.TaskGroup() as both:
        both.create_task(deliverer.run())
        both.create_task(timetable.run(stop))
        looking = both.create_task(lookout.keep())
        await stop.wait()
        looking.cancel()
        deliverer.stop()
