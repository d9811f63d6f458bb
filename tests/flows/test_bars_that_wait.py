"""Telegram refuses to let bars be redrawn: they wait as it says, and are not tried for ever."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from redis.asyncio import Redis

from bot.limiter import Limiter
from bot.screen import Screen
from bot.transport import Sender
from domain.actors import WORKER
from domain.campaign_bars import shown
from jobs.bars import LONGEST, REFUSALS, SOON, Redrawer, Redrawn
from tests.factories import Owner
from tests.flows.broadcasting import PACE, alone, jobs_of, make_follower, make_house
from tests.flows.composing import compose
from tests.guest import Guest, said
from tests.portal_fixtures import TOKEN, Portal
from tests.storage.database_fixtures import Scratch


@dataclass
class Bar:
    """A message of the bot's that is kept true, and a clock that goes when a test says so."""

    portal: Portal
    guest: Guest
    redrawer: Redrawer
    message_id: int
    now: list[float] = field(default_factory=lambda: [1000.0])

    async def shows(self, words: str) -> Redrawn:
        """Try to let these words stand there."""
        return await self.redrawer.redraw(
            chat_id=self.guest.id, message_id=self.message_id, screen=Screen(words)
        )

    async def tried(self) -> int:
        """How often Telegram was asked so far."""
        asked = {"method": "editMessageText"}
        async with self.portal.sandbox.http.get("/client/calls", params=asked) as answer:
            return len((await answer.json())["calls"])

    async def fails(self, kind: str, times: int | None = None, **more: Any) -> None:
        """Telegram answers so from now on."""
        fault = {"method": "editMessageText", "kind": kind, "times": times, **more}
        async with self.portal.sandbox.http.post("/client/faults", json=fault) as answer:
            assert answer.status == 200, await answer.text()

    async def recovers(self) -> None:
        """Telegram answers as usual."""
        async with self.portal.sandbox.http.delete("/client/faults") as answer:
            assert answer.status == 200, await answer.text()


@pytest.fixture
async def bar(portal: Portal, redis: Redis) -> AsyncIterator[Bar]:
    guest = await portal.guest("Giulia Conti")
    limiter = Limiter(redis, portal.desk.bot_id, PACE)
    now = [1000.0]
    async with Sender(TOKEN, portal.sandbox.url, limiter) as sender:
        sent = await sender.send_message(guest.id, "0 of 3")
        redrawer = Redrawer(sender, clock=lambda: now[0])
        yield Bar(portal, guest, redrawer, sent.message_id, now)


async def test_a_bar_waits_as_long_as_telegram_says(bar: Bar) -> None:
    before = await bar.tried()
    await bar.fails("429", times=1, seconds=600)
    assert await bar.shows("1 of 3") is Redrawn.LATER
    for later in (3, 300, 296.9):
        bar.now[0] += later
        assert await bar.shows("2 of 3") is Redrawn.LATER
    assert await bar.tried() == before + 1
    bar.now[0] += 0.2
    assert await bar.shows("3 of 3") is Redrawn.SHOWN
    assert said(await bar.guest.screen()) == "3 of 3"


async def test_a_bar_that_telegram_cannot_show_is_tried_ever_more_rarely(bar: Bar) -> None:
    before, looks = await bar.tried(), []
    await bar.fails("500")
    for _ in range(400):  # twenty minutes, looked at as the jobs do
        had = await bar.tried()
        assert await bar.shows("1 of 3") is Redrawn.LATER
        if await bar.tried() > had:
            looks.append(bar.now[0])
        bar.now[0] += SOON
    gaps = [after - at for at, after in pairwise(looks)]
    assert gaps[:5] == [SOON, 2 * SOON, 4 * SOON, 8 * SOON, 16 * SOON]
    assert max(gaps) == LONGEST
    assert await bar.tried() - before == len(looks)
    await bar.recovers()
    bar.now[0] += LONGEST
    assert await bar.shows("2 of 3") is Redrawn.SHOWN
    await bar.fails("500", times=1)
    assert await bar.shows("3 of 3") is Redrawn.LATER
    bar.now[0] += SOON  # it begins anew
    assert await bar.shows("3 of 3") is Redrawn.SHOWN


async def test_a_bar_that_is_refused_again_and_again_is_given_up(bar: Bar) -> None:
    before = await bar.tried()
    await bar.fails("provider")  # a 400 in words that nobody knows here
    for _ in range(REFUSALS - 1):
        assert await bar.shows("1 of 3") is Redrawn.LATER
        bar.now[0] += LONGEST
    assert await bar.shows("1 of 3") is Redrawn.GONE
    assert await bar.tried() == before + REFUSALS


async def test_what_stands_there_already_is_shown(bar: Bar) -> None:
    assert await bar.shows("1 of 3") is Redrawn.SHOWN
    assert await bar.shows("1 of 3") is Redrawn.SHOWN


@pytest.mark.parametrize("whose", ["the message", "the bot"])
async def test_the_bar_of_a_campaign_that_is_not_there_any_more_is_not_tried_again(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis, whose: str
) -> None:
    house = await make_house(owner, portal)
    await make_follower(owner, portal, house, "Ines")
    await alone(owner)
    await compose(portal, house, "The doors open at nine.")
    async with jobs_of(portal, database, redis, delivering=False) as jobs:
        await house.tap("Launch now")
        sender = jobs.bars._sender
        if whose == "the message":
            await sender.delete_message(house.id, (await house.screen())["message_id"])
        else:
            fault = {"method": "editMessageText", "kind": "403", "times": 1}
            async with portal.sandbox.http.post("/client/faults", json=fault) as answer:
                assert answer.status == 200, await answer.text()
        await jobs.tick()
        async with jobs.db.read(WORKER) as tx:
            assert await shown(tx.session, after=None) == []
