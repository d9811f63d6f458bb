"""All connections are in use: who can wait is told so, who is at the door is answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from tests.factories import Owner, make_event, make_staff
from tests.faults.crowd import eventually, wish
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch

_KEPT = "SELECT pg_advisory_xact_lock_shared(1)"
_WAITING = """
    (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND NOT granted) >= $1
"""


@pytest.fixture
async def portal(database: Scratch, redis: Redis, sandbox: Sandbox) -> AsyncIterator[Portal]:
    patience = timedelta(milliseconds=50)
    async with open_portal(database, redis, sandbox, patience=patience) as opened:
        yield opened


@asynccontextmanager
async def crowded(portal: Portal, owner: Owner) -> AsyncIterator[None]:
    """Every connection for statements is in use until the block ends."""
    await owner.fetch("SELECT pg_advisory_lock(1)")
    busy = [asyncio.create_task(portal.db.call(_KEPT)) for _ in range(portal.db.size)]
    await eventually(owner, _WAITING, portal.db.size)
    yield
    await owner.fetch("SELECT pg_advisory_unlock(1)")
    await asyncio.gather(*busy, return_exceptions=True)


async def test_a_crowd_is_told_so_and_the_door_stays_open(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner, types={"Standing": ("45.00", 1)})
    giulia = await portal.guest()
    camille = await portal.guest("Camille Moreau", "fr")
    steward = await portal.guest("Jonas Weiss")
    await make_staff(owner, show, await portal.user_id(owner, steward))
    message = (await giulia.screen())["message_id"]
    await giulia.tap_data(message, wish(show))
    await portal.until(giulia, lambda found: bool(found[-1].get("invoice")))

    async with crowded(portal, owner):
        again = await giulia.tap_data(message, wish(show))
        assert again["text"].startswith("There is quite a crowd")
        other = await camille.tap_data((await camille.screen())["message_id"], wish(show))
        assert other["text"].startswith("Il y a foule")
        await steward.start("tnever-was-a-ticket")
        await portal.until(steward, lambda found: len(found) > 1)
