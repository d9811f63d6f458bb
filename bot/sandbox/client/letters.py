"""The letters that the bot sent by e-mail."""

from aiohttp import web

from bot.sandbox.api import SANDBOX
from bot.sandbox.client.guard import reply


async def list_letters(request: web.Request) -> web.Response:
    """The bot's letters, to whomever; the newest last."""
    return reply({"letters": request.app[SANDBOX].mailbox.view()})
