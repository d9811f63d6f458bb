"""The audit grown large: a page of who changed what, and a minute's changes sealed."""

import time
from collections.abc import Sequence
from datetime import timedelta
from statistics import median
from uuid import UUID

import asyncpg

from domain import histories, productions
from domain.actors import WORKER
from storage.bootstrap import bootstrap
from storage.context import Context
from storage.database import Database
from storage.ids import new_id
from storage.schema import migrate
from storage.security.sealing_audit import seal_closed
from tests.bench.claims import Claim, in_turn
from tests.keeping import VAULT
from tests.signing import SIGNER, introduce
from tests.storage.database_fixtures import Scratch

_ASKED = 40
_MINUTE = 120_000
"""Changes of a minute at 2,000 a second."""
_TRANSACTIONS = 1_000
_BATCH = 500_000
_AS_LONG = timedelta(seconds=30)
"""As a statement of the worker may take."""

_SHOW = """
    INSERT INTO events
        (id, organizer_id, title, type, status, currency, time_zone, start_date, end_date)
    VALUES ($1, $2, 'Show', 'fashion_show', 'published', 'EUR', 'Europe/Rome',
        now() + interval '1 d', now() + interval '2 d')
"""
# An audit that is told of many things; one row of two thousand is of our event. Without a
# transaction they are no concern of the seals that are measured.
_GROWN = """
    INSERT INTO audit_logs
        (id, action, entity_type, entity_id, user_id, capacity, changes, transaction)
    SELECT uuidv7(n * interval '-400 milliseconds'), 'update', 'events',
        CASE WHEN n % 2000 = 0 THEN $1::uuid ELSE gen_random_uuid() END, $2, 'person',
        '{"old": {"title": "A"}, "new": {"title": "B"}}', NULL
    FROM generate_series($3::bigint, $4::bigint) AS n
"""
_CHANGED = """
    INSERT INTO audit_logs
        (action, entity_type, entity_id, user_id, capacity, changes, transaction)
    SELECT 'update', 'orders', gen_random_uuid(), $1, 'person',
        '{"old": {"status": "pending"}, "new": {"status": "completed"}}',
        pg_current_xact_id()::text::bigint
    FROM generate_series(1, $2::int)
"""
_READ = "SELECT * FROM audit_logs ORDER BY id DESC LIMIT $1"


async def auditing(scratch: Scratch, *, changes: int, rounds: int) -> Sequence[Claim]:
    """A page under 20 ms however long the audit is; a minute's changes in less than a minute."""
    await bootstrap(scratch.dsn(), scratch.servers.passwords)
    await migrate(scratch.dsn("portal_migrate"))
    await introduce(scratch.dsn())
    superuser = await asyncpg.connect(scratch.dsn(), server_settings={"statement_timeout": "0"})
    house, show = new_id(), new_id()
    await superuser.execute("INSERT INTO users (id) VALUES ($1)", house)
    await superuser.execute(_SHOW, show, house)
    for first in range(1, changes + 1, _BATCH):
        await superuser.execute(_GROWN, show, house, first, min(first + _BATCH - 1, changes))
    await superuser.execute("VACUUM ANALYZE audit_logs")
    claims = [await _page(scratch, house, show, changes=changes, rounds=rounds)]
    claims.append(await _minute(scratch, superuser, house, rounds=rounds))
    await superuser.close()
    return claims


async def _page(scratch: Scratch, house: UUID, show: UUID, *, changes: int, rounds: int) -> Claim:
    db = Database(scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
    person = Context("person", house)

    async def asked(read: bool) -> float:
        taken = []
        for _ in range(_ASKED):
            began = time.perf_counter()
            async with db.read(person) as tx:
                if read:
                    page = await histories.of_event(tx.session, event_id=show, by=house)
                    assert len(page.changes) == histories.PAGE
                else:
                    await productions.get(tx.session, event_id=show, by=house)
            taken.append((time.perf_counter() - began) * 1000)
        return median(taken)

    times = await in_turn(lambda: asked(True), lambda: asked(False), rounds)
    await db.close()
    name = f"who changed this, among {changes:,} rows of the audit"
    return Claim(name, "the event alone", "ms", *times, least=0.1, most=20)


async def _minute(
    scratch: Scratch, superuser: asyncpg.Connection, house: UUID, *, rounds: int
) -> Claim:
    db = Database(
        scratch.dsn("portal_worker"),
        role="portal_worker",
        signer=SIGNER,
        vault=VAULT,
        statement_timeout=_AS_LONG,
    )

    async def seal() -> float:
        for _ in range(_TRANSACTIONS):
            await superuser.execute(_CHANGED, house, _MINUTE // _TRANSACTIONS)
        began = time.perf_counter()
        assert await seal_closed(db, VAULT, WORKER) >= _MINUTE
        return (time.perf_counter() - began) * 1000

    async def read() -> float:
        began = time.perf_counter()
        assert len(await superuser.fetch(_READ, _MINUTE)) == _MINUTE
        return (time.perf_counter() - began) * 1000

    times = await in_turn(seal, read, rounds)
    await db.close()
    name = f"{_MINUTE:,} changes are sealed, a minute at 2,000 a second"
    return Claim(name, "as many rows are read", "ms", *times, most=60_000)
