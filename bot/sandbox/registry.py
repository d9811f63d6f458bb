"""The Bot API's methods by name. A module of `methods/` adds its own by the decorator."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox import rooms
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.model import Chat, Entry, Room
from bot.sandbox.params import Params

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Bot, Sandbox


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method by a bot."""

    sandbox: "Sandbox"
    bot: "Bot"
    params: Params

    def chat(self, *, writing: bool = True) -> Chat:
        """The chat of `chat_id`. `writing`: the bot must be allowed to write there.

        A person must have started and not blocked it, a room must have it as a member.
        Raises BotApiError.
        """
        room = self.room()
        if room is not None:
            rooms.require(room, self.bot.id, writing=writing)
            return self.sandbox.world.chat(self.bot.id, room.id)
        person = self.sandbox.world.people.get(self.params.integer("chat_id"))
        if person is None:
            raise bad_request("chat not found")
        if writing and person.deactivated:
            raise forbidden("user is deactivated")
        chat = self.sandbox.world.chat(self.bot.id, person.id)
        if writing and chat.blocked:
            raise forbidden("bot was blocked by the user")
        if writing and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def room(self) -> Room | None:
        """The room of `chat_id`, None if it names no room of the bot's. Raises BotApiError."""
        given = self.params.text("chat_id")
        if not given:
            raise bad_request("chat_id is empty")
        known = self.sandbox.world.rooms
        if given.startswith("@"):
            name = given[1:].lower()
            found = next((room for room in known.values() if room.username.lower() == name), None)
        else:
            found = known.get(self.params.integer("chat_id"))
        return found if found is not None and found.bot_id == self.bot.id else None

    def entry(self, chat: Chat, missing: str) -> Entry:
        """The message of `message_id`; `missing` is the text if the bot knows no such message."""
        if not self.params.has("message_id"):
            raise bad_request("message identifier is not specified")
        entry = self.find(chat, self.params.integer("message_id"))
        if entry is None:
            raise bad_request(missing)
        return entry

    def find(self, chat: Chat, message_id: int) -> Entry | None:
        entry = self.sandbox.world.entries.get(chat.key, {}).get(message_id)
        return None if entry is None or entry.hidden else entry


Method = Callable[[Call], Awaitable[Any]]
METHODS: dict[str, tuple[str, Method]] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Make the function the Bot API method `name`."""

    def add(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return add
