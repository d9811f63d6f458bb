"""Which person, which bot, which message a /client request is about."""

from dataclasses import dataclass

from aiohttp import web

from bot.sandbox.api import SANDBOX
from bot.sandbox.errors import ClientError
from bot.sandbox.model import Chat, Entry, Person
from bot.sandbox.sandbox import Bot, Sandbox


@dataclass(frozen=True, slots=True)
class Scene:
    """A person with a bot in front of them."""

    sandbox: Sandbox
    bot: Bot
    person: Person

    @property
    def chat(self) -> Chat:
        return self.sandbox.world.chat(self.bot.id, self.person.id)

    def entry(self, message_id: int) -> Entry:
        """The message in this chat. Raises ClientError."""
        entries = self.sandbox.world.entries.get((self.bot.id, self.person.id), {})
        entry = entries.get(message_id)
        if entry is None:
            raise ClientError(f"There is no message {message_id} in this chat.", 404)
        return entry


def bot_of(request: web.Request) -> Bot:
    """The bot of `?bot=username`, by default the first. Raises ClientError."""
    sandbox, name = request.app[SANDBOX], request.query.get("bot", "").lstrip("@").lower()
    for bot in sandbox.bots.values():
        if name in ("", bot.account.username.lower()):
            return bot
    raise ClientError("There is no such bot.", 404)


def person_of(sandbox: Sandbox, identifier: object) -> Person:
    """The person with this id. Raises ClientError."""
    try:
        person = sandbox.world.people.get(int(str(identifier)))
    except ValueError:
        person = None
    if person is None:
        raise ClientError(f"There is no person {identifier}.", 404)
    return person


def scene_of(request: web.Request) -> Scene:
    """The scene of `/client/chats/{person}/…`. Raises ClientError."""
    sandbox = request.app[SANDBOX]
    person = person_of(sandbox, request.match_info["person"])
    return Scene(sandbox, bot_of(request), person)
