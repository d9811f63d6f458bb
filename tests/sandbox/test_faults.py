"""Faults on demand, and the rate limits."""

import aiohttp
import pytest

from bot.sandbox.limits import Limits
from tests.sandbox.running import ADA, BEN, TOKEN, Server


async def _say(server: Server, chat_id: int = ADA) -> tuple[int, dict[str, str]]:
    async with server.http.post(
        f"/bot{TOKEN}/sendMessage", json={"chat_id": chat_id, "text": "x"}
    ) as answer:
        return answer.status, dict(answer.headers)


async def _messages(server: Server) -> int:
    return len((await server.chat(ADA))["messages"])


async def test_each_answer_of_a_fault(server: Server):
    await server.started(ADA)
    before = await _messages(server)
    for kind, status in (("403", 403), ("429", 429), ("500", 500), ("502", 502)):
        await server.client("faults", {"method": "sendMessage", "kind": kind, "seconds": 7})
        answered, headers = await _say(server)
        assert answered == status
        assert headers.get("Retry-After") == ("7" if kind == "429" else None)
        if kind == "502":
            assert headers["Content-Type"].startswith("text/html")
    assert await _messages(server) == before
    assert (await _say(server))[0] == 200


async def test_a_fault_meets_only_its_method_and_chat(server: Server):
    await server.started(ADA, BEN)
    wish = {"method": "sendmessage", "chat_id": BEN, "kind": "500", "times": None}
    await server.client("faults", wish)
    assert (await _say(server, ADA))[0] == 200
    assert (await _say(server, BEN))[0] == 500
    assert (await _say(server, BEN))[0] == 500
    assert (await server.api("sendChatAction", chat_id=BEN, action="typing"))[0] == 200
    await server.client("faults", verb="DELETE")
    assert (await _say(server, BEN))[0] == 200


async def test_a_reset_connection_sends_nothing_and_a_timeout_sends(server: Server):
    await server.started(ADA)
    before = await _messages(server)
    await server.client("faults", {"kind": "reset", "method": "sendMessage"})
    with pytest.raises(aiohttp.ClientError):
        await _say(server)
    assert await _messages(server) == before
    wish = {"kind": "timeout", "method": "sendMessage", "seconds": 0.05}
    await server.client("faults", wish)
    with pytest.raises(aiohttp.ClientError):
        await _say(server)
    assert await _messages(server) == before + 1


async def test_a_slow_answer_is_an_answer(server: Server):
    await server.started(ADA)
    await server.client("faults", {"kind": "slow", "seconds": 0.05})
    assert (await _say(server))[0] == 200


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"kind": "418"},
        {"kind": "500", "times": 0},
        {"kind": "500", "chat_id": "ada"},
        {"kind": "slow", "seconds": -1},
        [],
    ],
)
async def test_a_wish_that_makes_no_sense_is_refused(server: Server, wish):
    status, answer = await server.client("faults", wish)
    assert status == 400
    assert answer["error"].endswith(".")


async def test_rate_limits_can_be_switched_on(server: Server):
    await server.started(ADA)
    for _ in range(10):
        assert (await _say(server))[0] == 200
    await server.client("faults", {"rate_limits": True})
    statuses = [(await _say(server))[0] for _ in range(10)]
    assert statuses[0] == 200
    assert statuses[-1] == 429
    told = await server.refused("sendMessage", chat_id=ADA, text="x")
    assert told.startswith("Too Many Requests: retry after ")
    await server.client("faults", {"rate_limits": False})
    assert (await _say(server))[0] == 200


def test_limits_of_a_person_a_group_and_all():
    limits = Limits()
    waits = [limits.retry_after(1, 5, now=0.0) for _ in range(5)]
    assert waits == [0, 0, 0, 1, 1]
    assert limits.retry_after(1, 5, now=1.01) == 0
    group = Limits()
    assert sum(group.retry_after(1, -5, now=n / 100) == 0 for n in range(40)) == 20
    assert group.retry_after(1, -5, now=0.5) == 3
    crowd = Limits()
    assert sum(crowd.retry_after(1, person, now=0.0) == 0 for person in range(1, 51)) == 30
    assert crowd.retry_after(2, 1, now=0.0) == 0
    albums = Limits()
    assert [albums.retry_after(1, 5, now=0.0, messages=10) for _ in range(4)][:3] == [0, 0, 0]
    assert albums.retry_after(1, 6, now=0.0) > 0  # thirty a second in all
    assert [albums.retry_after(1, -5, now=9.0, messages=10) for _ in range(3)] == [0, 0, 30]
