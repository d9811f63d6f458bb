"""The HTTP side: alive, ready, measured; and a port that is taken."""

import socket
from io import BytesIO

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client import CollectorRegistry, Counter

from bot.http import LARGEST_BODY, Check, PortTaken, listen, make_http, require_free_port


async def well() -> None:
    pass


async def ill() -> None:
    raise ConnectionRefusedError("postgresql://app:hunter22@db")


async def asked(app: web.Application, path: str):
    async with TestClient(TestServer(app)) as client, client.get(path) as answer:
        return answer.status, await answer.text()


@pytest.mark.parametrize(
    ("checks", "status"),
    [
        ([Check("database", well), Check("cache", well, essential=False)], 200),
        ([Check("database", well), Check("cache", ill, essential=False)], 200),
        ([Check("database", ill), Check("cache", well, essential=False)], 503),
    ],
)
async def test_ready_says_what_fails_and_nothing_secret(checks, status):
    found, text = await asked(make_http(checks), "/ready")
    assert found == status
    assert ("ConnectionRefusedError" in text) == any(check.ask is ill for check in checks)
    assert "hunter22" not in text


async def test_a_good_answer_stands_for_a_while():
    asked_for = []

    async def look() -> None:
        asked_for.append(1)

    app = make_http([Check("migrations", look, keeps=60)])
    async with TestClient(TestServer(app)) as client:
        for _ in range(3):
            async with client.get("/ready") as answer:
                assert answer.status == 200
    assert len(asked_for) == 1


async def test_health_and_metrics():
    registry = CollectorRegistry()
    Counter("tickets", "Sold.", registry=registry).inc(7)
    app = make_http([Check("database", ill)], registry=registry)
    assert await asked(app, "/health") == (200, "ok\n")
    status, text = await asked(make_http([], registry=registry), "/metrics")
    assert status == 200
    assert "tickets_total 7.0" in text


async def test_a_body_has_its_limit():
    async def receive(request: web.Request) -> web.Response:
        await request.read()
        return web.Response()

    app = make_http([], webhooks={"/telegram/updates": receive})
    async with TestClient(TestServer(app)) as client:
        for size, status in ((LARGEST_BODY, 200), (LARGEST_BODY + 1, 413)):
            async with client.post("/telegram/updates", data=BytesIO(b"x" * size)) as answer:
                assert answer.status == status


async def test_a_port_that_is_taken_is_said_with_the_way_to_mend_it():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        sentence = (
            f"Port {port} on 127.0.0.1 cannot be listened on (address already in use): stop"
            " what uses it, or choose another with HTTP_PORT."
        )
        with pytest.raises(PortTaken) as early:
            require_free_port("127.0.0.1", port, setting="HTTP_PORT")
        with pytest.raises(PortTaken) as late:
            await listen(web.Application(), "127.0.0.1", port, setting="HTTP_PORT")
    assert str(early.value) == str(late.value) == sentence


async def test_port_zero_takes_a_free_one():
    listener = await listen(make_http([]), "127.0.0.1", 0, setting="HTTP_PORT")
    assert listener.port > 0
    await listener.close()
