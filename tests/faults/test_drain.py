"""SIGTERM while fifty people are being served: each is served to the end."""

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.factories import MadeEvent, Owner, counters_agree
from tests.faults.conftest import Start
from tests.faults.crowd import Gate, arrive, eventually, orders, wishes
from tests.faults.outside import call, nothing_waits
from tests.faults.process import Running
from tests.portal_fixtures import Sandbox

pytestmark = [pytest.mark.timeout(300), pytest.mark.chaos]  # processes start and start again

PEOPLE = 50
ASKING = 1
"""Whoever asks waits in the database, the others in line for the same type."""


async def _ends(bot: Running, gate: Gate) -> None:
    bot.tell()
    await bot.said("stopping")
    await gate.open()
    assert await bot.ended(seconds=20) == 0
    assert "Traceback" not in bot.text


async def _everybody_was_served(owner: Owner) -> None:
    assert await orders(owner) == PEOPLE
    assert await owner.value("SELECT sum(held) FROM quotas") == PEOPLE
    assert await counters_agree(owner)


async def test_polling(
    start_bot: Start, sandbox: Sandbox, show: MadeEvent, owner: Owner, gate: Gate
) -> None:
    guests = await arrive(sandbox, PEOPLE)
    async with start_bot():
        await nothing_waits(sandbox)
    for update in wishes(5_000_000, guests, show):
        async with sandbox.http.post("/client/updates", json=update) as answer:
            assert answer.status == 200
    await gate.shut()
    async with start_bot() as bot:
        await gate.waiting(ASKING)
        await _ends(bot, gate)
    await _everybody_was_served(owner)
    assert (await call(sandbox, "getWebhookInfo"))["pending_update_count"] == 0


async def test_webhook(
    start_bot: Start,
    environment: dict[str, str],
    sandbox: Sandbox,
    show: MadeEvent,
    owner: Owner,
    gate: Gate,
) -> None:
    guests = await arrive(sandbox, PEOPLE)
    secret = {"X-Telegram-Bot-Api-Secret-Token": "week"}
    hooked = environment | {"WEBHOOK_URL": "http://127.0.0.1:1/", "WEBHOOK_SECRET": "week"}
    async with start_bot(environment=hooked) as bot, aiohttp.ClientSession(headers=secret) as http:

        async def deliver(update: dict[str, Any]) -> int:
            async with http.post(bot.webhook, json=update) as answer:
                return answer.status

        await gate.shut()
        async with asyncio.TaskGroup() as telegram:
            updates = wishes(5_000_000, guests, show)
            deliveries = [telegram.create_task(deliver(update)) for update in updates]
            await gate.waiting(ASKING)
            people = "(SELECT count(*) FROM telegram_accounts) = $1"
            await eventually(owner, people, PEOPLE)
            await _ends(bot, gate)
    assert [delivery.result() for delivery in deliveries] == [200] * PEOPLE
    await _everybody_was_served(owner)


@pytest.mark.chaos
async def test_a_second_sigterm_ends_it_at_once(
    start_bot: Start, sandbox: Sandbox, show: MadeEvent, owner: Owner, gate: Gate
) -> None:
    """Who is in a hurry does not wait for anybody; what was not finished comes again."""
    guests = await arrive(sandbox, 1)
    async with start_bot():
        await nothing_waits(sandbox)
    update = next(wishes(5_000_000, guests, show))
    async with sandbox.http.post("/client/updates", json=update) as answer:
        assert answer.status == 200
    await gate.shut()
    async with start_bot() as bot:
        await gate.waiting(1)
        bot.tell()
        await bot.said("stopping")
        bot.tell()
        assert await bot.ended(seconds=5) == -15
    assert (await call(sandbox, "getWebhookInfo"))["pending_update_count"] == 1
