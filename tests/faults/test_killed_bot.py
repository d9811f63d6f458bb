"""kill -9 of the bot in the middle of a handler: the update is handled all the same."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.factories import MadeEvent, Owner, counters_agree
from tests.faults import stock_bot
from tests.faults.conftest import Start
from tests.faults.crowd import Gate, orders, tapping
from tests.faults.outside import call, nothing_waits, shows, until
from tests.faults.process import MAIN, free_port, spawned
from tests.portal_fixtures import TOKEN, Sandbox
from tests.storage.database_fixtures import Scratch

pytestmark = [pytest.mark.timeout(300), pytest.mark.chaos]  # processes start and start again

LATE = pytest.param(False, id="before the database has done it")
DONE = pytest.param(True, id="after the database has done it")


async def _survives_kill(
    start: Start,
    sandbox: Sandbox,
    show: MadeEvent,
    owner: Owner,
    gate: Gate,
    done: bool,
    how: dict[str, Any],
) -> None:
    guest = await sandbox.guest()
    await guest.start()
    async with start(**how) as bot:
        await shows(sandbox, guest, "Good to see you")
        await gate.shut()
        async with tapping(guest, show, 2):
            await gate.waiting(1)
            await bot.kill()
            if done:
                await gate.open()
            await gate.nobody_busy()
            await gate.open()
            assert await orders(owner) == done
            async with start(**how) as again:
                await until(sandbox, guest, lambda found: bool(found[-1].get("invoice")))
                assert "Traceback" not in again.text
    assert await orders(owner) == 1
    assert await owner.value("SELECT sum(held) FROM quotas") == 2
    assert await counters_agree(owner)


@pytest.mark.parametrize("done", [LATE, pytest.param(True, marks=pytest.mark.chaos)])
async def test_polling(
    start_bot: Start, sandbox: Sandbox, show: MadeEvent, owner: Owner, gate: Gate, done: bool
) -> None:
    await _survives_kill(start_bot, sandbox, show, owner, gate, done, {})


@pytest.mark.parametrize("done", [pytest.param(False, marks=pytest.mark.chaos), DONE])
async def test_webhook(
    start_bot: Start,
    environment: dict[str, str],
    sandbox: Sandbox,
    show: MadeEvent,
    owner: Owner,
    gate: Gate,
    done: bool,
) -> None:
    port = free_port()
    hooked = environment | {"WEBHOOK_URL": f"http://127.0.0.1:{port}/"}
    how = {"port": port, "environment": hooked}
    await _survives_kill(start_bot, sandbox, show, owner, gate, done, how)


@pytest.mark.chaos
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_the_framework_as_it_comes_loses_it(
    mode: str,
    tmp_path: Path,
    environment: dict[str, str],
    start_bot: Start,
    database: Scratch,
    sandbox: Sandbox,
    show: MadeEvent,
    owner: Owner,
    gate: Gate,
) -> None:
    """The negative control: without our care the same kill loses the same update."""
    guest = await sandbox.guest()
    await guest.start()
    async with start_bot():  # gives the guest a message whose buttons can be tapped
        await shows(sandbox, guest, "Good to see you")
    port = free_port() if mode == "webhook" else 0
    if port:
        await call(sandbox, "setWebhook", url=f"http://127.0.0.1:{port}/telegram/updates")
    words = [TOKEN, sandbox.url, database.dsn(), str(port)]
    stock = [sys.executable, "-m", stock_bot.__name__, *words]
    surroundings = {"PYTHONPATH": str(MAIN.parent)}
    await gate.shut()
    async with tapping(guest, show), spawned(stock, tmp_path, surroundings) as bot:
        await bot.said(stock_bot.READY)
        await gate.waiting(1)
        await nothing_waits(sandbox)
        await bot.kill()
        await owner.fetch("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted")
        await gate.open()
        async with spawned(stock, tmp_path, surroundings) as again:
            await again.said(stock_bot.READY)
            await guest.send("Are you still there?")
            await nothing_waits(sandbox)
    assert await owner.value("SELECT count(*) FROM job_runs WHERE name = 'handled'") == 0
