"""Who the bot is."""

from collections.abc import Callable

from bot.sandbox import files
from bot.sandbox.client.changes import announce_commands
from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON, BotState
from bot.sandbox.registry import Call, method


@method("getMe")
async def get_me(call: Call) -> JSON:
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
async def log_out(call: Call) -> bool:
    return True


@method("close")
async def close(call: Call) -> bool:
    return True


def _texts(state: BotState, what: str) -> dict[str, str]:
    match what:
        case "name":
            return state.names
        case "description":
            return state.descriptions
    return state.short_descriptions


def _setter(what: str, longest: int) -> Callable[[Call], object]:
    name = "".join(part.title() for part in what.split("_"))

    @method(f"setMy{name}")
    async def set_text(call: Call) -> bool:
        text = call.params.text(what)
        if len(text) > longest:
            raise bad_request(f"{what.upper()}_TOO_LONG")
        texts = _texts(call.bot.state, what)
        language = call.params.text("language_code")
        if text:
            texts[language] = text
        else:
            texts.pop(language, None)
        call.sandbox.world.keep(call.bot.state)
        announce_commands(call.sandbox, call.bot)
        return True

    @method(f"getMy{name}")
    async def get_text(call: Call) -> JSON:
        texts = _texts(call.bot.state, what)
        default = call.bot.account.name if what == "name" else ""
        return {what: texts.get(call.params.text("language_code"), texts.get("", default))}

    return set_text


set_my_name = _setter("name", 64)
set_my_description = _setter("description", 512)
set_my_short_description = _setter("short_description", 120)


@method("setMyProfilePhoto")
async def set_my_profile_photo(call: Call) -> bool:
    photo = call.params.structure("photo", "InputProfilePhoto")
    if not isinstance(photo, dict) or photo.get("type") != "static":
        raise bad_request("can't parse InputProfilePhoto: only static photos are kept here")
    given = photo.get("photo")
    if not isinstance(given, str) or not given.startswith("attach://"):
        raise bad_request("profile photo must be uploaded as a new file")
    world = call.sandbox.world
    stored = await files.resolve(world, call.bot.id, call.params, "photo", "photo", given)
    return _set_photo(call, stored.id)


@method("removeMyProfilePhoto")
async def remove_my_profile_photo(call: Call) -> bool:
    return _set_photo(call, "")


def _set_photo(call: Call, file_id: str) -> bool:
    call.bot.state.photo = file_id
    call.sandbox.world.keep(call.bot.state)
    announce_commands(call.sandbox, call.bot)
    return True
