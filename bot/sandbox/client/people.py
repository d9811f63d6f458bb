"""People and bots."""

import re
from dataclasses import replace

from aiohttp import web

from bot.sandbox import chats, rooms
from bot.sandbox.api import SANDBOX
from bot.sandbox.client.guard import body, reply, text_of
from bot.sandbox.client.scene import bot_of, person_of, room_of
from bot.sandbox.client.view import file_url, person_view
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON, Person, Room
from bot.sandbox.sandbox import Bot, Sandbox

# Beyond 32 bits, as people have been for years: a bot that stores them in 32 bits fails here.
FIRST_ID = 5_000_000_001
_TEXTS = ("last_name", "username", "language_code", "about")


async def list_people(request: web.Request) -> web.Response:
    """Everybody whose phone can be held."""
    sandbox, bot = request.app[SANDBOX], bot_of(request)
    people = [
        person_view(sandbox.world, bot.id, person) for person in sandbox.world.people.values()
    ]
    return reply({"people": people})


async def put_people(request: web.Request) -> web.Response:
    """Make a person, or change the one with this id; `people`: many at once.

    Of many, who has `started` opened the bot some time ago, and perhaps `blocked` it since.
    """
    sandbox, bot = request.app[SANDBOX], bot_of(request)
    data = await body(request)
    if "people" not in data:
        person = _person(sandbox, data)
        sandbox.world.keep(person)
        chats.announce_person(sandbox, bot, person)
        return reply({"ok": True, "person": person_view(sandbox.world, bot.id, person)})
    wishes = data["people"]
    if not isinstance(wishes, list) or not all(isinstance(wish, dict) for wish in wishes):
        raise ClientError("people is a list of objects.")
    made = []
    for wish in wishes:
        person = _person(sandbox, wish)
        sandbox.world.keep(person)
        if wish.get("started") is True:
            chat = sandbox.world.chat(bot.id, person.id)
            chat.started, chat.blocked = True, wish.get("blocked") is True
            sandbox.world.keep(chat)
        made.append(person_view(sandbox.world, bot.id, person))
    chats.announce_people(sandbox)
    return reply({"ok": True, "people": made})


def _person(sandbox: Sandbox, data: JSON) -> Person:
    """The person that `data` describes, not yet remembered. Raises ClientError."""
    world, identifier = sandbox.world, data.get("id")
    if identifier is None:
        identifier = max(FIRST_ID, world.highest_person_id + 1)
    if type(identifier) is not int or not 0 < identifier < 2**52:
        raise ClientError("id is a whole number between 1 and 2^52.")
    known = world.people.get(identifier)
    if known is None or "first_name" in data:
        first_name = text_of(data, "first_name", longest=64)
        known = replace(known or Person(identifier, ""), first_name=first_name)
    given = {name: data[name] for name in _TEXTS if data.get(name) is not None}
    for name, value in given.items():
        if not isinstance(value, str) or len(value) > 64:
            raise ClientError(f"{name} is a text of at most 64 characters.")
    if not re.fullmatch(r"@?([A-Za-z][A-Za-z0-9_]{2,31})?", given.get("username", "")):
        raise ClientError("username has 3 to 32 letters, digits and underscores.")
    if "username" in given:
        given["username"] = given["username"].removeprefix("@")
    for name in ("deactivated", "listed"):
        if name in data:
            given[name] = data[name] is True
    return replace(known, **given)


async def list_bots(request: web.Request) -> web.Response:
    """The bots; with `?person=ID` their commands as that person sees them, also in `?room=ID`."""
    sandbox = request.app[SANDBOX]
    asked, place = request.query.get("person"), request.query.get("room")
    person = person_of(sandbox, asked) if asked else None
    room = room_of(sandbox, bot_of(request), place) if place else None
    return reply({"bots": [_bot_view(bot, person, room) for bot in sandbox.bots.values()]})


def _bot_view(bot: Bot, person: Person | None, room: Room | None) -> JSON:
    state, language = bot.state, person.language_code if person else ""
    buttons = state.menu_buttons
    own = buttons.get(str(person.id)) if person else None
    view: JSON = {
        "id": bot.id,
        "username": bot.account.username,
        "name": state.names.get(language, bot.name()),
        "commands": commands_for(bot, person, room),
        "description": _text(state.descriptions, language),
        "short_description": _text(state.short_descriptions, language),
        "menu_button": own or buttons.get("", {"type": "commands"}),
        "webhook": (state.webhook or {}).get("url", ""),
    }
    if state.photo:
        view["photo"] = file_url(state.photo)
    return view


def _text(texts: dict[str, str], language: str) -> str:
    return texts.get(language, texts.get("", ""))


def commands_for(bot: Bot, person: Person | None, room: Room | None = None) -> list[JSON]:
    """The first list that applies, narrowest scope first, own language before any."""
    languages = ["", person.language_code.split("-")[0]][::-1] if person else [""]
    for scope in (*_scopes(person, room), "default"):
        for language in languages:
            found = bot.state.commands.get(f"{scope}/{language}")
            if found:
                return found
    return []


def _scopes(person: Person | None, room: Room | None) -> list[str]:
    if room is None:
        return [f"chat:{person.id}", "all_private_chats"] if person else ["all_private_chats"]
    governs = person is not None and person.id in rooms.administrators(room)
    return [
        *([f"chat_member:{room.id}:{person.id}"] if person else []),
        *([f"chat_administrators:{room.id}"] if governs else []),
        f"chat:{room.id}",
        *(["all_chat_administrators"] if governs else []),
        "all_group_chats",
    ]
