"""The Bot API over HTTP: from a request to a method and back."""

import asyncio
import logging
import re
from typing import Any

import orjson
from aiohttp import web

from bot.sandbox import files
from bot.sandbox.errors import BotApiError, too_many_requests
from bot.sandbox.faults import Fault, refusal
from bot.sandbox.methods import load
from bot.sandbox.model import JSON
from bot.sandbox.params import Params, read_params
from bot.sandbox.registry import METHODS, Call
from bot.sandbox.sandbox import Bot, Sandbox

_log = logging.getLogger(__name__)
SANDBOX: web.AppKey[Sandbox] = web.AppKey("sandbox", Sandbox)
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center>"
    "<h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)
_LIMITED = re.compile(r"(send(?!chataction)|copy|forward)")


def add_routes(app: web.Application) -> None:
    """Serve the methods and the files."""
    load()
    for verb in ("GET", "POST"):
        app.router.add_route(verb, "/bot{token:[^/]*}/{method:[^/]*}", answer)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", download)


def _bot(sandbox: Sandbox, token: str) -> Bot:
    """Whose token it is. Raises BotApiError."""
    bot = sandbox.bots.get(token)
    if bot is None:
        if _TOKEN.fullmatch(token):
            raise BotApiError(401, "Unauthorized")
        raise BotApiError(401, "Unauthorized: invalid token specified")
    return bot


async def answer(request: web.Request) -> web.StreamResponse:
    """Answer one Bot API request."""
    sandbox = request.app[SANDBOX]
    name = request.match_info["method"]
    try:
        bot = _bot(sandbox, request.match_info["token"])
        params = await read_params(request)
    except BotApiError as error:
        return _refused(error)
    fault = sandbox.faults.take(name, _chat_id(params))
    if fault is None:
        return await _execute(sandbox, bot, name, params)
    return await _with_fault(fault, request, sandbox, bot, name, params)


async def _with_fault(
    fault: Fault, request: web.Request, sandbox: Sandbox, bot: Bot, name: str, params: Params
) -> web.StreamResponse:
    refused = refusal(fault)
    if refused is not None:
        sandbox.ledger.add(name, params, refused.code, refused.description)
        return _refused(refused)
    if fault.kind == "502":
        sandbox.ledger.add(name, params, 502, "Bad Gateway")
        return web.Response(status=502, text=_BAD_GATEWAY, content_type="text/html")
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
        return await _execute(sandbox, bot, name, params)
    if fault.kind == "timeout":
        # The call is accepted and its answer never comes: the outcome is unknown to the bot.
        await _execute(sandbox, bot, name, params)
        await asyncio.sleep(fault.seconds)
    else:
        sandbox.ledger.add(name, params, 0, "connection reset")
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _execute(sandbox: Sandbox, bot: Bot, name: str, params: Params) -> web.Response:
    try:
        result = await run(sandbox, bot, name, params)
    except BotApiError as error:
        return _refused(error)
    return web.Response(
        body=orjson.dumps({"ok": True, "result": result}), content_type="application/json"
    )


async def run(sandbox: Sandbox, bot: Bot, name: str, params: Params) -> Any:
    """Run a method and note it in the ledger. Raises BotApiError."""
    found = METHODS.get(name.lower())
    if found is None:
        _unknown(sandbox, bot, name, params)
        raise BotApiError(404, "Not Found: method not found")
    proper_name, function = found
    try:
        _limit(sandbox, bot, name, params)
        result = await function(Call(sandbox, bot, params))
    except BotApiError as error:
        sandbox.ledger.add(proper_name, params, error.code, error.description)
        raise
    except asyncio.CancelledError:
        raise
    except Exception as error:  # the boundary: a mistake of ours is a 500 and not the end
        _log.exception("method %s failed", proper_name)
        sandbox.ledger.add(proper_name, params, 500, "Internal Server Error")
        raise BotApiError(500, "Internal Server Error") from error
    sandbox.ledger.add(proper_name, params, 200)
    return result


async def run_reply(sandbox: Sandbox, bot: Bot, reply: JSON) -> None:
    """A method called in the answer to a webhook: its result goes nowhere."""
    arguments = {name: value for name, value in reply.items() if name != "method"}
    try:
        await run(sandbox, bot, reply["method"], Params(arguments))
    except BotApiError as error:
        _log.warning("method %s in a webhook's answer: %s", reply["method"], error.description)


def _unknown(sandbox: Sandbox, bot: Bot, name: str, params: Params) -> None:
    """Said loudly: a method that silently does nothing costs an afternoon."""
    sandbox.ledger.add(name, params, 404, "Not Found: method not found")
    _log.warning("@%s called %s, which the sandbox does not know", bot.account.username, name)
    text = f"@{bot.account.username} called {name}, which the sandbox does not know."
    sandbox.events.publish("alert", {"text": text, "show_alert": False}, bot=bot.id)


def _limit(sandbox: Sandbox, bot: Bot, name: str, params: Params) -> None:
    chat_id = _chat_id(params)
    if sandbox.faults.rate_limits and chat_id is not None and _LIMITED.match(name.lower()):
        album = params.structure("media") if name.lower() == "sendmediagroup" else None
        count = len(album) if isinstance(album, list) else 1
        seconds = sandbox.limits.retry_after(bot.id, chat_id, messages=max(1, count))
        if seconds:
            raise too_many_requests(seconds)


def _chat_id(params: Params) -> int | None:
    return params.integer("chat_id") if params.has("chat_id") else None


def _refused(error: BotApiError) -> web.Response:
    body: JSON = {"ok": False, "error_code": error.code, "description": error.description}
    headers = {}
    if error.parameters:
        body["parameters"] = error.parameters
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.Response(
        status=error.code,
        body=orjson.dumps(body),
        content_type="application/json",
        headers=headers,
    )


async def download(request: web.Request) -> web.Response:
    """A file of the bot's by the path that getFile told."""
    sandbox = request.app[SANDBOX]
    try:
        bot = _bot(sandbox, request.match_info["token"])
    except BotApiError as error:
        return _refused(error)
    stored = sandbox.world.downloads.get((bot.id, request.match_info["path"]))
    if stored is None:
        return _refused(BotApiError(404, "Not Found"))
    data = await files.content(sandbox.world, stored)
    return web.Response(body=data, content_type="application/octet-stream")
