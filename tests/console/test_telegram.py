"""The first words with a Telegram server that is not as it should be."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest.mock import patch

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.console import telegram

TOKEN = "7712345678:AAF-abcdefghijklmnopqrstuvwxyz012345"
_RESULT = {
    "id": 7712345678,
    "is_bot": True,
    "first_name": "Portal",
    "username": "portal_bot",
    "supports_inline_queries": True,
}
ME = {"ok": True, "result": _RESULT}


@asynccontextmanager
async def answering(*answers: web.Response) -> AsyncIterator[str]:
    """The address of a server that gives these answers one after another, the last for ever."""
    left = list(answers)

    async def answer(_: web.Request) -> web.Response:
        given = left.pop(0) if len(left) > 1 else left[0]
        return web.Response(status=given.status, body=given.body, headers=given.headers)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


def refusal(status: int, description: str) -> web.Response:
    content = {"ok": False, "error_code": status, "description": description}
    return web.json_response(content, status=status)


async def test_who_the_bot_is():
    async with answering(web.json_response(ME)) as url:
        me = await telegram.get_me(url, TOKEN)
    assert me == telegram.BotFacts(7712345678, "portal_bot", "Portal", inline=True)


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (refusal(401, "Unauthorized"), telegram.TokenRefused, "BOT_TOKEN"),
        (refusal(404, "Not Found"), telegram.TokenRefused, "BOT_TOKEN"),
        (web.Response(status=502, text="<html>Bad Gateway"), telegram.TelegramAway, "502"),
        (web.Response(status=200, text="<html>a router"), telegram.TelegramAway, "200"),
        (web.Response(status=200, text="[]"), telegram.TelegramAway, "200"),
        (web.Response(status=302, headers={"Location": "/"}), telegram.TelegramAway, "302"),
        (refusal(400, f"Bad Request: {TOKEN}"), telegram.Refused, "Bad Request"),
    ],
)
async def test_a_wrong_answer_is_one_sentence_without_the_token(answer, kind, words):
    async with answering(answer) as url:
        with pytest.raises(kind) as refused:
            await telegram.get_me(url, TOKEN)
    sentence = str(refused.value)
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert TOKEN not in sentence


async def test_nobody_there_and_an_answer_that_never_comes(unused_tcp_port_factory):
    with pytest.raises(telegram.TelegramAway, match="no connection"):
        await telegram.get_me(f"http://127.0.0.1:{unused_tcp_port_factory()}", TOKEN)

    async def silence(_: web.Request) -> web.Response:
        await asyncio.sleep(0.3)
        return web.Response()

    app = web.Application()
    app.router.add_post("/{path:.*}", silence)
    async with TestServer(app) as server:
        with (
            patch.object(telegram, "_SECONDS", 0.05),
            pytest.raises(telegram.TelegramAway, match="takes too long"),
        ):
            await telegram.get_me(str(server.make_url("")).rstrip("/"), TOKEN)


async def test_a_server_that_is_away_is_asked_until_it_answers():
    away = web.Response(status=502, text="<html>")
    with patch.object(telegram, "_FIRST_PAUSE", 0.01):
        async with answering(away, away, web.json_response(ME)) as url:
            me = await telegram.wait_for_me(url, TOKEN, asyncio.Event())
    assert me is not None
    assert me.username == "portal_bot"


async def test_waiting_ends_at_the_stop():
    stop = asyncio.Event()
    async with answering(web.Response(status=502)) as url:
        waiting = asyncio.create_task(telegram.wait_for_me(url, TOKEN, stop))
        stop.set()
        assert await waiting is None


async def test_a_wrong_token_is_not_waited_for():
    async with answering(refusal(401, "Unauthorized")) as url:
        with pytest.raises(telegram.TokenRefused):
            await telegram.wait_for_me(url, TOKEN, asyncio.Event())
