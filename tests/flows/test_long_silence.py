"""Telegram wants silence for an hour: a campaign says until when, and goes on by itself then."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from redis.asyncio import Redis

from bot.texts import Texts
from tests.factories import Owner
from tests.flows.broadcasting import alone, house_event, jobs_of, make_follower, make_house
from tests.flows.composing import campaign_of, compose
from tests.guest import said
from tests.jobs.people import until
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor

HELD = "Telegram ci chiede di attendere"


@asynccontextmanager
async def silence(portal: Portal, seconds: int):
    """Telegram refuses whatever is sent during the block."""
    http = portal.sandbox.http
    fault = {"method": "sendMessage", "kind": "429", "times": None, "seconds": seconds}
    async with http.post("/client/faults", json=fault) as answer:
        assert answer.status == 200, await answer.text()
    try:
        yield
    finally:
        async with http.delete("/client/faults") as answer:
            assert answer.status == 200, await answer.text()


def minute(at: datetime) -> str:
    """The next full minute after a moment, in Tokyo and in Italian."""
    return Texts("it").when(
        at.replace(second=0, microsecond=0) + timedelta(minutes=1), "Asia/Tokyo"
    )


async def test_a_long_silence_is_told_in_the_bar_and_the_bar_is_true_after_it(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    t = Texts("it")
    house = await make_house(owner, portal)
    await owner.insert("administrators", user_id=await portal.user_id(owner, house))
    await house_event(owner, portal, house, time_zone="Asia/Tokyo")
    await alone(owner)
    for name in ("Ines", "Marco", "Lea"):
        await make_follower(owner, portal, house, name)
    await compose(portal, house, "The doors open at nine.")
    await owner.fetch(
        "UPDATE telegram_accounts SET chosen_language = 'it' WHERE user_id = $1",
        await portal.user_id(owner, house),
    )
    limiter = portal.house.limiter
    async with jobs_of(portal, database, redis) as jobs:
        async with silence(portal, 3600):
            await house.tap("Launch now")

            async def holds() -> bool:
                await jobs.tick()
                return await limiter.silence() is not None

            await until(holds)
            told = await limiter.silence()
            assert told is not None
            assert timedelta(minutes=58) < told - datetime.now(UTC) <= timedelta(hours=1)
            await jobs.bars.show()
            bar = await portal.until(house, lambda seen: HELD in said(seen[-1]))
            assert minute(told) in said(bar[-1])
            assert "✓ 0" in said(bar[-1])
            await house.tap(t.plain("button-campaign-now"))
            assert minute(told) in said(await house.screen())

            async def all_wait() -> bool:
                return (
                    await owner.value(
                        "SELECT count(*) FROM notifications"
                        " WHERE template = 'campaign' AND status = 'pending' AND last_error <> ''"
                    )
                    == 3
                )

            await until(all_wait)
        await redis.delete(*await redis.keys("pace:*"))
        await owner.fetch("UPDATE notifications SET due_at = now() WHERE status = 'pending'")
        await jobs.bars.show()
        bar = await house.screen()
        assert HELD not in said(bar)
        await jobs.settle(owner)
        await jobs.tick()
        bar = await portal.until(house, lambda seen: "✓ 3" in said(seen[-1]))
        assert HELD not in said(bar[-1])
    assert (await campaign_of(owner))["status"] == "completed"


async def test_the_office_says_until_when_nothing_is_sent(portal: Portal, owner: Owner) -> None:
    house = await make_house(owner, portal)
    await owner.insert("administrators", user_id=await portal.user_id(owner, house))
    visitor = Visitor(portal, house)
    office = await visitor.says("/admin")
    assert "Telegram wants nothing sent" not in said(office)
    limiter = portal.house.limiter
    for chat in (1, 2):
        await limiter.told_to_wait(chat, 3600)
    told = await limiter.silence()
    assert told is not None
    await house.tap("Refresh")
    when = Texts("en").when(told.replace(second=0, microsecond=0) + timedelta(minutes=1), "UTC")
    assert f"Telegram wants nothing sent until {when} (UTC)" in said(await house.screen())


async def test_who_asks_is_answered_while_what_is_pushed_waits(portal: Portal) -> None:
    guest = await portal.guest()
    limiter = portal.house.limiter
    for chat in (1, 2):
        await limiter.told_to_wait(chat, 3600)
    assert await limiter.silence() is not None
    assert "Good to see you" in said(await Visitor(portal, guest).says("/start"))
