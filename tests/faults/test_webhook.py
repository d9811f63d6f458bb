"""The webhook's door: who may come in, with what, and how often it counts."""

import asyncio

import aiohttp
import orjson
import pytest

from tests.factories import MadeEvent, Owner, counters_agree
from tests.faults.conftest import Start
from tests.faults.crowd import arrive, orders, wishes
from tests.faults.door import HEADER, SECRET, Door
from tests.portal_fixtures import Portal, Sandbox

WRONG_HEADERS: list[list[tuple[str, bytes]]] = [
    [],
    [(HEADER, b"fashion-weak")],
    [(HEADER, b"")],
    [(HEADER, b"\xff\xfe")],
    [(HEADER, SECRET.encode()), (HEADER, SECRET.encode())],
    [(HEADER, b"wrong"), (HEADER, SECRET.encode())],
]


@pytest.mark.parametrize("headers", WRONG_HEADERS)
async def test_only_telegram_comes_in(
    door: Door, owner: Owner, headers: list[tuple[str, bytes]]
) -> None:
    people = await owner.value("SELECT count(*) FROM users")
    sender = {"id": 77, "is_bot": False, "first_name": "Eve"}
    chat = {"id": 77, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": "/start"}
    body = orjson.dumps({"update_id": 1, "message": message})
    assert await door.post_raw(headers, body) == 401
    spoofed = [*headers, ("X-Forwarded-For", b"149.154.167.220")]
    assert await door.post_raw(spoofed, body) == 401
    assert await owner.value("SELECT count(*) FROM users") == people


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"<html>", 400),
        (b"[]", 400),
        (b"7", 400),
        (b'{"message": {}}', 400),
        (b'{"update_id": true}', 400),
        (b'{"update_id": -1}', 400),
        (b'{"update_id": 18446744073709551615}', 400),
        (b"[" * 500_000, 400),
        (b'{"update_id": 1, "x": "' + b"x" * 1024 * 1024 + b'"}', 413),
    ],
    ids=lambda value: repr(value)[:30],
)
async def test_what_is_no_update_is_refused(door: Door, body: bytes, status: int) -> None:
    assert await door.post(body) == status


async def test_what_nobody_knows_is_acknowledged(door: Door) -> None:
    assert await door.post({"update_id": 1}) == 200
    assert await door.post({"update_id": 2, "dream": {"of": "Milano"}}) == 200
    spoofed = {"X-Forwarded-For": "6.6.6.6"}
    assert await door.post({"update_id": 3, "dream": {}}, **spoofed) == 200


@pytest.mark.timeout(300)
async def test_one_update_twenty_times_at_two_processes_counts_once(
    start_bot: Start,
    environment: dict[str, str],
    sandbox: Sandbox,
    show: MadeEvent,
    owner: Owner,
) -> None:
    guests = await arrive(sandbox, 1)
    update = next(wishes(9_000, guests, show))
    hooked = environment | {"WEBHOOK_URL": "http://127.0.0.1:1/", "WEBHOOK_SECRET": SECRET}
    async with (
        start_bot(environment=hooked) as first,
        start_bot(environment=hooked) as second,
        aiohttp.ClientSession(headers={HEADER: SECRET}) as http,
    ):

        async def deliver(number: int) -> int:
            url = (first, second)[number % 2].webhook
            async with http.post(url, json=update) as answer:
                return answer.status

        statuses = await asyncio.gather(*map(deliver, range(20)))
        assert statuses == [200] * 20
        assert "Traceback" not in first.text + second.text
    assert await orders(owner) == 1
    held = await owner.value("SELECT sum(held) FROM quotas")
    assert held == 1
    assert await counters_agree(owner)


async def test_an_update_that_is_still_waiting_for_the_database_is_not_lost(
    door: Door, portal: Portal, show: MadeEvent, owner: Owner
) -> None:
    """The handler cannot do it now: 503, and the same update later is handled."""
    guest = await portal.guest()
    update = next(wishes(9_000, [guest], show))
    await owner.connection.execute("BEGIN; LOCK TABLE quotas")
    assert await door.post(update) == 503
    await owner.connection.execute("ROLLBACK")
    assert await orders(owner) == 0
    assert await door.post(update) == 200
    assert await orders(owner) == 1
