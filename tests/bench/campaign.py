"""A campaign through the sandbox: does it keep the configured rate, and never exceed it?"""

import asyncio
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

import asyncpg

from domain import campaigns, notifications, steering
from domain.actors import WORKER, Person
from domain.campaigns import Content
from jobs.campaigns import run_campaigns
from storage.bootstrap import bootstrap
from storage.database import Database
from storage.enums import CampaignAudience, CampaignPurpose, Lane
from storage.schema import migrate
from tests.bench.claims import Claim
from tests.bench.sending import measured_apart
from tests.factories import Owner, make_person
from tests.flows.broadcasting import alone
from tests.flows.crowds import FIRST, calls_of, make_crowd
from tests.jobs.daytime import by_day
from tests.jobs.people import until
from tests.keeping import VAULT
from tests.portal_fixtures import open_sandbox
from tests.signing import SIGNER, introduce
from tests.storage.database_fixtures import Scratch


async def campaign(
    scratch: Scratch, redis_url: str, directory: Path, *, people: int, per_second: int
) -> Sequence[Claim]:
    """Two workers at the configured rate, in no second more than it; a ticket passes by."""
    await bootstrap(scratch.dsn(), scratch.servers.passwords)
    await migrate(scratch.dsn("portal_migrate"))
    await introduce(scratch.dsn())
    await VAULT.prepare()
    connection = await asyncpg.connect(scratch.dsn())
    owner = Owner(connection)
    db = Database(scratch.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    by_day(db)
    app = Database(scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    async with open_sandbox(directory / "campaign") as sandbox:
        await make_crowd(owner, sandbox.http, people + 1)
        async with sandbox.http.post("/client/faults", json={"rate_limits": True}) as answer:
            assert answer.status == 200, await answer.text()
        buyer = await _who_wants_no_news(owner)
        id = await _launch(owner, app)
        await run_campaigns(db)
        words = ["worker", scratch.dsn("portal_worker"), sandbox.url, redis_url, str(per_second)]
        workers = asyncio.gather(*(measured_apart(*words) for _ in range(2)))
        await until(partial(_half_is_sent, owner, people), seconds=10 + 2 * people / per_second)
        asked = time.time()
        await _add_receipt(db, buyer, id)
        await workers
        calls = await calls_of(sandbox.http, "sendMessage")
    await asyncio.gather(db.close(), app.close(), connection.close())
    assert all(call["status"] == 200 for call in calls), "Telegram asked to wait"
    moments = sorted(call["at"] for call in calls)
    rate = (len(moments) - 1) / (moments[-1] - moments[0])
    fullest = float(fullest_second(moments))
    [passed] = [call["at"] - asked for call in calls if call["chat_id"] == FIRST + people]
    act = f"two workers, a campaign to {people:,}"
    pace = float(per_second)
    return [
        Claim(act, "the configured rate", "/s", (rate,), (pace,), least=0.97),
        Claim("its fullest second", "the configured rate", "/s", (fullest,), (pace,), most=pace),
        Claim("a receipt meanwhile", "two seconds", "ms", (passed * 1000,), (2000,), most=2000),
    ]


async def _who_wants_no_news(owner: Owner) -> UUID:
    """The last of the crowd is not a reader of campaigns."""
    id: UUID = await owner.value("SELECT user_id FROM telegram_accounts ORDER BY telegram_id DESC")
    await owner.connection.execute(
        "INSERT INTO consents (user_id, purpose, channel, granted, version)"
        " VALUES ($1, 'marketing', 'push', false, 1)",
        id,
    )
    return id


async def _half_is_sent(owner: Owner, people: int) -> bool:
    sent = await owner.value("SELECT count(*) FROM notifications WHERE status = 'sent'")
    return int(sent) * 2 >= people


async def _add_receipt(db: Database, to: UUID, campaign_id: UUID) -> None:
    async with db.begin(WORKER) as tx:
        await notifications.add(
            tx.session,
            to=to,
            template="campaign-test",
            arguments={"campaign": str(campaign_id)},
            lane=Lane.RECEIPT,
            key="a receipt",
            caused_at=tx.now,
            due_at=tx.now,
        )


def fullest_second(moments: Sequence[float]) -> int:
    """The most of sorted `moments` that lie within one second."""
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= 1:
            first += 1
        most = max(most, last - first + 1)
    return most


async def _launch(owner: Owner, app: Database) -> UUID:
    """By who runs the portal, to everybody; its id."""
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
        await steering.launch(tx.session, campaign_id=id, by=maker, now=tx.now)
    return id
