"""The steps to try, and the buttons that some of them have."""

from aiohttp import web

from bot.sandbox.api import SANDBOX
from bot.sandbox.client.guard import reply
from bot.sandbox.errors import ClientError


async def list_steps(request: web.Request) -> web.Response:
    """What there is to try, and what was done."""
    return reply({"steps": request.app[SANDBOX].trail.view()})


async def act(request: web.Request) -> web.Response:
    """Press the button of a step; one press at a time."""
    sandbox, name = request.app[SANDBOX], request.match_info["action"]
    action = sandbox.stage.get(name)
    if action is None:
        raise ClientError("There is no such action.", 404)
    if name in sandbox.acting:
        raise ClientError("That is under way already.", 409)
    sandbox.acting.add(name)

    def report(text: str) -> None:
        sandbox.events.publish("acting", {"action": name, "text": text})

    try:
        text = await action(report)
        sandbox.trail.acted(name)
        return reply({"ok": True, "text": text})
    finally:
        sandbox.acting.discard(name)
