"""For programs: calls made, faults, raw updates, a fresh start."""

from aiohttp import web

from bot.sandbox import chats
from bot.sandbox.api import SANDBOX
from bot.sandbox.client.guard import body, reply
from bot.sandbox.client.scene import bot_of
from bot.sandbox.errors import ClientError


def _number(request: web.Request, name: str) -> int:
    given = request.query.get(name, "0")
    if not given.isdigit():
        raise ClientError(f"{name} is a whole number.")
    return int(given)


async def calls(request: web.Request) -> web.Response:
    """The bot's calls after number `since`, of one `method` if it is named."""
    ledger = request.app[SANDBOX].ledger
    found = ledger.since(_number(request, "since"), request.query.get("method", ""))
    return reply({"calls": found, "last": ledger.last})


async def list_faults(request: web.Request) -> web.Response:
    """The faults in force."""
    faults = request.app[SANDBOX].faults
    return reply({"faults": faults.listed(), "rate_limits": faults.rate_limits})


async def set_fault(request: web.Request) -> web.Response:
    """Add a fault, or switch the rate limits."""
    data = await body(request)
    faults = request.app[SANDBOX].faults
    if "rate_limits" in data:
        faults.rate_limits = data["rate_limits"] is True
    added = faults.set(data).id if "kind" in data or "rate_limits" not in data else None
    return reply({"ok": True, "id": added, "faults": faults.listed()})


async def clear_faults(request: web.Request) -> web.Response:
    """Take away the fault `?id=N`, or all of them and the rate limits."""
    faults = request.app[SANDBOX].faults
    faults.clear(_number(request, "id") or None)
    return reply({"ok": True, "faults": faults.listed()})


async def deliver(request: web.Request) -> web.Response:
    """Give the bot an update as it is; `update_id` may be given, also one used before."""
    data = await body(request)
    if not any(name != "update_id" for name in data):
        raise ClientError("The body is an Update.")
    update = bot_of(request).queue.push_raw(data)
    return reply({"ok": True, "update_id": update.update_id})


async def reset(request: web.Request) -> web.Response:
    """Forget all chats, messages, waiting updates, steps and faults; people and bots stay."""
    sandbox = request.app[SANDBOX]
    for chat in sandbox.world.chats.values():
        chats.clear(sandbox, chat)
    for bot in sandbox.bots.values():
        bot.queue.drop_all()
    sandbox.faults.clear()
    sandbox.trail.forget()
    return reply({"ok": True})
