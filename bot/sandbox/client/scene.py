"""Which person, which bot, which chat and which message a /client request is about."""

from dataclasses import dataclass

from aiohttp import web

from bot.sandbox import chats, rooms
from bot.sandbox.api import SANDBOX
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON, Chat, Entry, Person, Room
from bot.sandbox.sandbox import Bot, Sandbox


@dataclass(frozen=True, slots=True)
class Scene:
    """A person with a bot in front of them, alone or in a room."""

    sandbox: Sandbox
    bot: Bot
    person: Person
    room: Room | None = None

    @property
    def chat(self) -> Chat:
        peer = self.person.id if self.room is None else self.room.id
        return self.sandbox.world.chat(self.bot.id, peer)

    def entry(self, message_id: int) -> Entry:
        """The message in this chat. Raises ClientError."""
        entry = self.sandbox.world.entries.get(self.chat.key, {}).get(message_id)
        if entry is None:
            raise ClientError(f"There is no message {message_id} in this chat.", 404)
        return entry

    def receive(self, content: JSON, inline_id: str = "") -> Entry:
        """The person sends something here. Raises ClientError where they may not write."""
        if self.room is None:
            return chats.receive(self.sandbox, self.bot, self.person, content, inline_id=inline_id)
        if self.room.deleted or self.room.migrated_to is not None:
            raise ClientError("Nobody writes here any more.")
        if not rooms.may_write(self.room, self.person):
            raise ClientError(f"{self.person.first_name} may not write here.")
        return rooms.receive(self.sandbox, self.bot, self.room, self.person, content, inline_id)

    def wrote(self, entry: Entry) -> bool:
        """Whether the message is the person's own; a channel's posts are its writers'."""
        if self.room is not None and "from" not in entry.message:
            return rooms.may_write(self.room, self.person)
        return bool(entry.message["from"]["id"] == self.person.id)

    def edited(self, entry: Entry) -> None:
        """The person changed an own message: the bot is told."""
        chats.changed(self.sandbox, entry)
        if self.room is None:
            lane = f"message{self.person.id}"
            self.bot.queue.push("edited_message", entry.message, lane)
        else:
            rooms.deliver(self.sandbox, self.bot, self.room, entry, edited=True)


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


def room_of(sandbox: Sandbox, bot: Bot, identifier: str) -> Room:
    """The bot's room with this id. Raises ClientError."""
    try:
        room = sandbox.world.rooms.get(int(identifier))
    except ValueError:
        room = None
    if room is None or room.bot_id != bot.id:
        raise ClientError(f"There is no group or channel {identifier}.", 404)
    return room


def scene_of(request: web.Request) -> Scene:
    """The scene of `/client/chats/{person}/…`, with `?room=` in a room. Raises ClientError."""
    sandbox, bot = request.app[SANDBOX], bot_of(request)
    person = person_of(sandbox, request.match_info["person"])
    asked = request.query.get("room")
    room = room_of(sandbox, bot, asked) if asked else None
    return Scene(sandbox, bot, person, room)
