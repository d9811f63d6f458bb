"""The bot dies at each moment between the hold and the QR: it ends as if it had not."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientError

from storage.failpoints import NAMES, VARIABLE, Name
from storage.queries import invariants
from tests.factories import MadeEvent, Owner
from tests.faults.conftest import Start
from tests.faults.crowd import tapping
from tests.faults.outside import shows, until
from tests.faults.process import MAIN
from tests.guest import Guest
from tests.portal_fixtures import Sandbox

_KILLED = 137
_CALL = re.compile(r'failpoint\("([a-z_.]+)"\)')


def test_every_failpoint_stands_in_the_code_once() -> None:
    places = [
        name
        for folder in ("handlers", "bot", "domain", "jobs", "storage")
        for path in sorted((MAIN.parent / folder).rglob("*.py"))
        for name in _CALL.findall(Path(path).read_text())
    ]
    assert sorted(places) == sorted(NAMES)


@pytest.mark.chaos
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", [*NAMES, None])
async def test_one_order_one_charge_and_the_qr(
    name: Name | None,
    start_bot: Start,
    environment: dict[str, str],
    sandbox: Sandbox,
    show: MadeEvent,
    owner: Owner,
) -> None:
    guest = await sandbox.guest()
    await guest.start()
    doomed = environment | ({VARIABLE: name} if name else {})
    async with start_bot(environment=doomed) as bot:
        await shows(sandbox, guest, "Good to see you")
        async with tapping(guest, show), buying(sandbox, guest) as bought:
            if name is None:
                await bought
            else:
                assert await bot.ended(300) == _KILLED
                async with start_bot() as again:
                    await bought
                    assert "Traceback" not in again.text
    assert await owner.fetch("SELECT status, payment_status FROM orders") == [
        {"status": "completed", "payment_status": "paid"}
    ]
    [paid] = await owner.fetch(
        "SELECT (SELECT count(*) FROM payments WHERE status = 'successful') AS charges,"
        " (SELECT count(*) FROM refunds) AS refunds, (SELECT count(*) FROM tickets) AS tickets"
    )
    assert paid["charges"] - paid["refunds"] == paid["tickets"] == 1
    assert await owner.fetch(invariants.ALL) == []


@asynccontextmanager
async def buying(sandbox: Sandbox, guest: Guest) -> AsyncIterator["asyncio.Task[None]"]:
    """The guest waits for the bill, pays it, again if that came to nothing, and sees the QR."""

    async def buy() -> None:
        await until(sandbox, guest, _billed, seconds=300)
        while not await _pay(guest):
            pass  # a person tries again; a dead bot announces itself to nobody
        while not await guest.qr_messages():
            async with sandbox.changed:
                await sandbox.changed.wait()

    task = asyncio.create_task(buy())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _billed(messages: list[dict[str, Any]]) -> bool:
    return any(message.get("invoice") for message in messages)


async def _pay(guest: Guest) -> bool:
    try:
        return (await guest.pay())["result"] == "paid"
    except (ClientError, AssertionError):
        return False
