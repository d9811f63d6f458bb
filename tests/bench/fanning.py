"""Queueing a campaign for everybody, against the same rows in a table that checks nothing."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from uuid import UUID

import asyncpg
from sqlalchemy import text

from domain import audiences, campaigns, results
from domain.actors import WORKER, Person
from jobs.campaigns import run_campaigns
from storage.bootstrap import bootstrap
from storage.database import Database
from storage.enums import CampaignAudience, CampaignPurpose
from storage.schema import migrate
from tests.bench.claims import Claim
from tests.keeping import VAULT
from tests.signing import SIGNER, introduce
from tests.storage.database_fixtures import Scratch

_MILLION = 1_000_000
_PROMISED = 60_000
"""Milliseconds for a million."""

_AT_ONCE = 100
"""Milliseconds that nobody notices."""

# Without triggers: what is measured is not how people come.
_CROWD = """
    SET session_replication_role = replica;
    INSERT INTO users (id) SELECT uuidv7() FROM generate_series(1, {people});
    INSERT INTO telegram_accounts (telegram_id, user_id, chat_id)
    SELECT row_number() OVER (), id, row_number() OVER () FROM users;
    INSERT INTO consent_states (user_id, purpose, channel, granted, version, changed_at)
    SELECT id, 'marketing', 'push', true, 1, now() FROM users;
    SET session_replication_role = origin;
"""
# Nor who else agrees to it.
_ALONE = "UPDATE settings SET value = highest WHERE name = 'approval_above_people'"
_CAMPAIGN = """
    INSERT INTO campaigns (name, organizer_id, status, audience, start_date, launched_at)
    SELECT 'News', id, 'active', 'everyone', now(), now() FROM users LIMIT 1 RETURNING id
"""
_FLOOR = """
    INSERT INTO bare (id, user_id, campaign_id, lane, template, due_at)
    SELECT gen_random_uuid(), user_id, $1, 2, 'campaign', now() FROM telegram_accounts
"""


async def fanning(scratch: Scratch, *, people: int, rounds: int) -> Sequence[Claim]:
    """Consent, row security, the audit and every index on; a million in under a minute."""
    await bootstrap(scratch.dsn(), scratch.servers.passwords)
    await migrate(scratch.dsn("portal_migrate"))
    await introduce(scratch.dsn())
    superuser = await asyncpg.connect(scratch.dsn())
    await superuser.execute(_CROWD.format(people=people))
    await superuser.execute(_ALONE)
    await superuser.execute("VACUUM ANALYZE")
    await superuser.execute("CREATE TABLE bare (LIKE notifications INCLUDING DEFAULTS)")
    await superuser.execute("ALTER TABLE bare ADD PRIMARY KEY (id)")
    db = Database(scratch.dsn("portal_worker"), role="portal_worker", signer=SIGNER, vault=VAULT)
    app = Database(scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    maker = await superuser.fetchval("SELECT id FROM users LIMIT 1")
    ours = [await _timed(_queue(db, superuser, people)) for _ in range(rounds)]
    floors = [await _timed(_bare(superuser)) for _ in range(rounds)]
    await superuser.execute("VACUUM ANALYZE notifications")
    read = {
        name: [await _timed(act) for _ in range(5)] for name, act in _looks(app, maker).items()
    }
    nothing = [await _timed(_nothing(app, maker)) for _ in range(5)]
    await asyncio.gather(db.close(), app.close(), superuser.close())
    return [
        Claim(
            f"a campaign is queued for {people:,}",
            "as many rows in a bare table",
            "ms",
            tuple(ours),
            tuple(floors),
            least=0.1,
            most=_PROMISED * people / _MILLION,
        ),
        *(
            Claim(name, "an empty transaction", "ms", tuple(took), tuple(nothing), most=_AT_ONCE)
            for name, took in read.items()
        ),
    ]


def _looks(app: Database, maker: UUID) -> Mapping[str, Callable[[], Awaitable[None]]]:
    """What its maker looks at, by name."""
    actor = Person("person", maker)

    async def progress() -> None:
        async with app.read(actor) as tx:
            row = (await tx.session.execute(text("SELECT id FROM campaigns LIMIT 1"))).one()
            campaign = await campaigns.to_send(tx.session, campaign_id=row.id)
            assert (await results.progress(tx.session, campaign)).waiting

    async def estimate() -> None:
        async with app.read(actor) as tx:
            assert await audiences.size(
                tx.session,
                purpose=CampaignPurpose.MARKETING,
                audience=CampaignAudience.EVERYONE,
                house=maker,
                most=audiences.ABOUT,
            )

    return {"its progress": progress, "an estimate of its audience": estimate}


def _nothing(app: Database, maker: UUID) -> Callable[[], Awaitable[None]]:
    async def nothing() -> None:
        async with app.read(Person("person", maker)) as tx:
            await tx.session.execute(text("SELECT 1"))

    return nothing


def _queue(
    db: Database, superuser: asyncpg.Connection, people: int
) -> Callable[[], Awaitable[None]]:
    async def queue() -> None:
        campaign = await superuser.fetchval(_CAMPAIGN)
        await run_campaigns(db)
        counted = "SELECT count(*) FROM notifications WHERE campaign_id = $1"
        assert await superuser.fetchval(counted, campaign) == people

    return queue


def _bare(superuser: asyncpg.Connection) -> Callable[[], Awaitable[None]]:
    async def insert() -> None:
        await superuser.execute(_FLOOR, WORKER.user_id)
        await superuser.execute("TRUNCATE bare")

    return insert


async def _timed(act: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await act()
    return (time.perf_counter() - began) * 1000
