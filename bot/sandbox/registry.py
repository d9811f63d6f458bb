"""The Bot API's methods by name. A module of `methods/` adds its own by the decorator."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.model import Chat, Entry
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
        """The chat of `chat_id`. `writing`: the person must have started and not blocked the bot.

        Raises BotApiError.
        """
        given = self.params.text("chat_id")
        if not given:
            raise bad_request("chat_id is empty")
        try:
            person_id = int(given)
        except ValueError as error:
            raise bad_request("chat not found") from error
        person = self.sandbox.world.people.get(person_id)
        if person is None:
            raise bad_request("chat not found")
        if writing and person.deactivated:
            raise forbidden("user is deactivated")
        chat = self.sandbox.world.chat(self.bot.id, person_id)
        if writing and chat.blocked:
            raise forbidden("bot was blocked by the user")
        if writing and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

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
