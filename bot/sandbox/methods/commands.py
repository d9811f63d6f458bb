"""The bot's menu: commands by scope and language, and the menu button."""

import re
from typing import Any

from bot.sandbox.client.changes import announce_commands
from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON
from bot.sandbox.registry import Call, method

_SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


def _scope(call: Call) -> str:
    """Scope and language as one key: `chat:42/fr`."""
    scope = call.params.structure("scope", "BotCommandScope")
    language = call.params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    if scope is None:
        return f"default/{language}"
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    kind = scope["type"]
    if not kind.startswith("chat"):
        return f"{kind}/{language}"
    peer, world = scope.get("chat_id"), call.sandbox.world
    if type(peer) is not int or not (peer in world.people or peer in world.rooms):
        raise bad_request("chat not found")
    if kind != "chat" and peer in world.people:
        raise bad_request("can't use specified scope in private chats")
    member = f":{scope.get('user_id')}" if kind == "chat_member" else ""
    return f"{kind}:{peer}{member}/{language}"


def _checked(commands: Any) -> list[JSON]:
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object: expected an Array")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = []
    for command in commands:
        if not isinstance(command, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        name, description = command.get("command"), command.get("description")
        name = name.removeprefix("/") if isinstance(name, str) else ""
        if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not isinstance(description, str) or not 1 <= len(description.strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        checked.append({"command": name, "description": description.strip()})
    return checked


@method("setMyCommands")
async def set_my_commands(call: Call) -> bool:
    commands = _checked(call.params.structure("commands", "commands"))
    key = _scope(call)
    if commands:
        call.bot.state.commands[key] = commands
    else:
        call.bot.state.commands.pop(key, None)
    call.sandbox.world.keep(call.bot.state)
    announce_commands(call.sandbox, call.bot)
    return True


@method("getMyCommands")
async def get_my_commands(call: Call) -> list[JSON]:
    return call.bot.state.commands.get(_scope(call), [])


@method("deleteMyCommands")
async def delete_my_commands(call: Call) -> bool:
    call.bot.state.commands.pop(_scope(call), None)
    call.sandbox.world.keep(call.bot.state)
    announce_commands(call.sandbox, call.bot)
    return True


def _button_key(call: Call) -> str:
    return str(call.chat(writing=False).peer_id) if call.params.has("chat_id") else ""


@method("setChatMenuButton")
async def set_chat_menu_button(call: Call) -> bool:
    button = call.params.structure("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in (
        "commands",
        "web_app",
        "default",
    ):
        raise bad_request("can't parse menu button: unsupported type specified")
    call.bot.state.menu_buttons[_button_key(call)] = button
    call.sandbox.world.keep(call.bot.state)
    announce_commands(call.sandbox, call.bot)
    return True


@method("getChatMenuButton")
async def get_chat_menu_button(call: Call) -> JSON:
    buttons = call.bot.state.menu_buttons
    button = buttons.get(_button_key(call), buttons.get("", {"type": "commands"}))
    return {"type": "commands"} if button["type"] == "default" else button
