"""A campaign through the sandbox: does it keep the configured rate, and never exceed it?"""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import asyncpg
from redis.asyncio import Redis

from bot.desk import Desk
from bot.limiter import Limiter, Pace
from bot.transport import Sender
from domain import campaigns
from domain.actors import Person
from domain.campaigns import Content
from jobs.campaigns import run_campaigns
from jobs.deliver import Deliverer
from jobs.notices import Notices
from jobs.post import Post
from storage.database import Database
from storage.enums import CampaignAudience, CampaignPurpose
from storage.security.codes import TicketCodes
from tests.bench.claims import Claim
from tests.factories import Owner, make_person
from tests.flows.broadcasting import alone
from tests.flows.crowds import calls_of, make_crowd
from tests.jobs.daytime import by_day
from tests.jobs.delivering import Kept
from tests.jobs.people import until
from tests.keeping import VAULT
from tests.portal_fixtures import MASTER_KEY, TOKEN, USERNAME, open_sandbox
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch


async def campaign(
    scratch: Scratch, redis: Redis, directory: Path, *, people: int, per_second: float
) -> Sequence[Claim]:
    """At least 95 % of the configured rate, and in no second more than it."""
    connection = await asyncpg.connect(scratch.dsn())
    owner = Owner(connection)
    db = Database(scratch.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    by_day(db)
    app = Database(scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    limiter = Limiter(redis, 4242, Pace(bulk_per_second=per_second))
    desk = Desk(1, USERNAME, TicketCodes(MASTER_KEY))
    async with (
        open_sandbox(directory / "campaign") as sandbox,
        Sender(TOKEN, sandbox.url, limiter) as sender,
    ):
        await make_crowd(owner, sandbox.http, people)
        await _launch(owner, app)
        deliverer = Deliverer(db, Post(sender, Kept()), Notices(db, desk))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(deliverer.run())
            await run_campaigns(db)
            deliverer.wake()
            await until(partial(_is_over, owner), seconds=10 + 2 * people / per_second)
            deliverer.stop()
        moments = sorted(call["at"] for call in await calls_of(sandbox.http, "sendMessage"))
    await asyncio.gather(db.close(), app.close(), connection.close())
    rate = (len(moments) - 1) / (moments[-1] - moments[0])
    fullest = float(fullest_second(moments))
    act = f"a campaign to {people:,}"
    return [
        Claim(act, "the configured rate", "/s", (rate,), (per_second,), least=0.95),
        Claim(
            "its fullest second",
            "the configured rate",
            "/s",
            (fullest,),
            (per_second,),
            most=per_second,
        ),
    ]


async def _is_over(owner: Owner) -> bool:
    open_ones = "SELECT count(*) FROM notifications WHERE due_at IS NOT NULL"
    return not await owner.value(open_ones)


def fullest_second(moments: Sequence[float]) -> int:
    """The most of sorted `moments` that lie within one second."""
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 1:
            first += 1
        most = max(most, last - first + 1)
    return most


async def _launch(owner: Owner, app: Database) -> None:
    """By who runs the portal, to everybody."""
    maker = await make_person(owner)
    await owner.insert("administrators", user_id=maker)
    await alone(owner)
    async with app.begin(Person("person", maker)) as tx:
        id = await campaigns.draft(
            tx.session,
            by=maker,
            house=maker,
            purpose=CampaignPurpose.MARKETING,
            audience=CampaignAudience.EVERYONE,
            city=None,
            event_id=None,
            content=Content("<b>Tonight</b> the doors open at nine."),
            name="Tonight",
            answers={},
            now=tx.now,
        )
        await campaigns.launch(tx.session, campaign_id=id, by=maker, at=None, now=tx.now)
