"""One post, found by two workers in the same moment: it stands there once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import pytest
from redis.asyncio import Redis
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.limiter import Limiter
from bot.transport import Sender
from jobs.post import Post
from jobs.posts import Posts
from storage.database import Database
from storage.queries import posts as queries
from tests.factories import Owner, make_person
from tests.jobs.conftest import QUICK
from tests.jobs.delivering import Kept
from tests.jobs.telegram import TOKEN, Telegram, telegram_server
from tests.keeping import VAULT
from tests.storage.database_fixtures import Scratch

CHANNEL = -1001


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with telegram_server() as server:
        yield server


async def make_post(owner: Owner) -> None:
    """A campaign under way that is to stand in the one channel of its house."""
    house = await make_person(owner, "Camilla Rossi")
    now = await owner.value("SELECT now()")
    channel = await owner.insert(
        "house_channels", user_id=house, chat_id=CHANNEL, title="Casa Rossi"
    )
    campaign = await owner.insert(
        "campaigns",
        name="Tonight",
        organizer_id=house,
        type="social",
        status="active",
        start_date=now,
        launched_at=now,
        meta_data={"text": "Tonight at nine."},
    )
    await owner.insert(
        "campaign_posts", campaign_id=campaign["id"], channel_id=channel["id"], due_at=now
    )


async def both_make(database: Scratch, redis: Redis, telegram: Telegram) -> None:
    """Two workers, with a database and a sender of their own, make what is due."""

    async def works() -> None:
        db = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
        async with Sender(TOKEN, telegram.url, Limiter(redis, 4242, QUICK)) as sender:
            await Posts(db, Post(sender, Kept()), username="portal_bot").make()
        await db.close()

    await asyncio.gather(works(), works())


async def test_two_workers_that_find_it_at_once_post_it_once(
    database: Scratch,
    owner: Owner,
    redis: Redis,
    telegram: Telegram,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await make_post(owner)
    both, claim = asyncio.Barrier(2), queries.claim

    async def claims_together(session: AsyncSession, **moments: datetime) -> Any:
        """Neither commits what it took, or goes without, before the other has looked too."""
        found = await claim(session, **moments)
        if not telegram.calls:
            async with asyncio.timeout(20):
                await both.wait()
        return found

    monkeypatch.setattr(queries, "claim", claims_together)
    await both_make(database, redis, telegram)
    assert telegram.chats() == [CHANNEL]
    assert await owner.value("SELECT state FROM campaign_posts") == "sent"
    assert await owner.value("SELECT attempts FROM campaign_posts") == 1


async def test_without_the_guard_it_would_stand_there_twice(
    database: Scratch,
    owner: Owner,
    redis: Redis,
    telegram: Telegram,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The negative control: the same two, and a look that holds nothing."""
    await make_post(owner)
    both = asyncio.Barrier(2)
    looks = text(
        "SELECT p.id, p.campaign_id, p.channel_id, p.service_id, p.attempts, h.chat_id"
        " FROM campaign_posts p JOIN house_channels h ON h.id = p.channel_id"
        " WHERE p.state = 'pending' AND p.due_at <= :now"
    )
    takes = text("UPDATE campaign_posts SET state = 'sending', due_at = :until WHERE id = :id")

    async def claims_unguarded(session: AsyncSession, *, now: datetime, until: datetime) -> Any:
        found = (await session.execute(looks, {"now": now})).one_or_none()
        if found is not None:
            await both.wait()
            await session.execute(takes, {"id": found.id, "until": until})
        return found

    monkeypatch.setattr(queries, "claim", claims_unguarded)
    await both_make(database, redis, telegram)
    assert telegram.chats() == [CHANNEL, CHANNEL]
