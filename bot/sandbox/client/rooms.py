"""Making groups and channels, and moving people and the bot in and out of them."""

from aiohttp import web

from bot.sandbox import chats, rooms
from bot.sandbox.api import SANDBOX
from bot.sandbox.client.guard import body, reply, text_of
from bot.sandbox.client.scene import bot_of, person_of, room_of
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON, Person, Room
from bot.sandbox.sandbox import Bot, Sandbox


async def list_rooms(request: web.Request) -> web.Response:
    """The bot's groups, supergroups and channels."""
    sandbox, bot = request.app[SANDBOX], bot_of(request)
    mine = [room for room in sandbox.world.rooms.values() if room.bot_id == bot.id]
    return reply({"rooms": [rooms.room_view(room) for room in mine]})


async def make_room(request: web.Request) -> web.Response:
    """Make a room of `kind` with a `title` and an `owner`; `members` and the bot join it."""
    sandbox, bot = request.app[SANDBOX], bot_of(request)
    data = await body(request)
    kind, wanted = data.get("kind", "supergroup"), data.get("bot", "member")
    if kind not in rooms.KINDS:
        raise ClientError(f"kind is one of {', '.join(rooms.KINDS)}.")
    owner = person_of(sandbox, data.get("owner"))
    username = data.get("username", "")
    if not isinstance(username, str) or (kind == "group" and username):
        raise ClientError("username is a text; a group has none.")
    others = data.get("members", [])
    if not isinstance(others, list):
        raise ClientError("members is a list of people's ids.")
    room = Room(
        id=rooms.fresh_id(sandbox, kind),
        bot_id=bot.id,
        kind=kind,
        title=text_of(data, "title", longest=128),
        username=username.removeprefix("@"),
    )
    room.members[str(owner.id)] = rooms.made(room, "creator", {})
    for other in others:
        joining = person_of(sandbox, other)
        room.members.setdefault(str(joining.id), rooms.made(room, "member", {}))
    sandbox.world.keep(room)
    rooms.announce(sandbox, room)
    if wanted != "left":
        member = rooms.made(room, _status(wanted), {})
        rooms.set_member(sandbox, bot, room, bot.id, member, chats.user_of(owner))
    return reply({"ok": True, "room": rooms.room_view(room)})


def _status(given: object) -> str:
    if given not in rooms.STANDINGS:
        raise ClientError(f"status is one of {', '.join(rooms.STANDINGS)}.")
    return str(given)


async def set_member(request: web.Request) -> web.Response:
    """Let `user`, a person's id or "bot", have a `status`; `by` somebody, with `rights`."""
    sandbox, bot, room, data = await _asked(request)
    user_id = bot.id if data.get("user") == "bot" else person_of(sandbox, data.get("user")).id
    rights = data.get("rights", {})
    if not isinstance(rights, dict):
        raise ClientError("rights is an object of true and false.")
    member = rooms.made(room, _status(data.get("status")), rights)
    by = _by(sandbox, room, data)
    rooms.set_member(sandbox, bot, room, user_id, member, chats.user_of(by))
    return reply({"ok": True, "room": rooms.room_view(room)})


async def upgrade(request: web.Request) -> web.Response:
    """Make a supergroup of a group; it gets another id."""
    sandbox, bot, room, data = await _asked(request)
    if room.kind != "group" or room.migrated_to is not None:
        raise ClientError("Only a group becomes a supergroup, once.")
    fresh = rooms.upgrade(sandbox, bot, room, _by(sandbox, room, data))
    return reply({"ok": True, "room": rooms.room_view(fresh)})


async def delete(request: web.Request) -> web.Response:
    """Delete a room for everybody."""
    sandbox, _, room, _ = await _asked(request)
    room.deleted = True
    sandbox.world.keep(room)
    rooms.announce(sandbox, room)
    return reply({"ok": True})


async def _asked(request: web.Request) -> tuple[Sandbox, Bot, Room, JSON]:
    sandbox, bot = request.app[SANDBOX], bot_of(request)
    room = room_of(sandbox, bot, request.match_info["room"])
    return sandbox, bot, room, await body(request)


def _by(sandbox: Sandbox, room: Room, data: JSON) -> Person:
    """Who does it: `by`, or whoever made the room."""
    if data.get("by"):
        return person_of(sandbox, data["by"])
    owner = next(user for user, member in room.members.items() if member["status"] == "creator")
    return sandbox.world.people[int(owner)]
