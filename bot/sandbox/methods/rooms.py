"""What a bot does to the members of a room."""

from bot.sandbox import rooms
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.model import JSON, Room
from bot.sandbox.registry import Call, method


def _governed(call: Call, right: str) -> Room:
    """The room in which the bot has the administrator's right. Raises BotApiError."""
    call.chat(writing=False)
    room = call.room()
    if room is None:
        raise bad_request("method is available for supergroup and channel chats only")
    if not rooms.may(room, call.bot.id, right):
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    return room


def _other(call: Call, room: Room) -> int:
    """The person of `user_id`, whom the bot may move. Raises BotApiError."""
    user_id = call.params.integer("user_id")
    if user_id not in call.sandbox.world.people:
        raise bad_request("user not found")
    if rooms.standing(room, user_id)["status"] == "creator":
        raise bad_request("can't remove chat owner")
    return user_id


def _set(call: Call, room: Room, user_id: int, status: str, rights: JSON | None = None) -> bool:
    member = rooms.made(room, status, rights or {})
    rooms.set_member(call.sandbox, call.bot, room, user_id, member, call.bot.user())
    return True


@method("leaveChat")
async def leave_chat(call: Call) -> bool:
    call.chat(writing=False)
    room = call.room()
    if room is None:
        raise bad_request("chat not found")
    return _set(call, room, call.bot.id, "left")


@method("banChatMember")
async def ban_chat_member(call: Call) -> bool:
    room = _governed(call, "can_restrict_members")
    return _set(call, room, _other(call, room), "kicked")


@method("unbanChatMember")
async def unban_chat_member(call: Call) -> bool:
    room = _governed(call, "can_restrict_members")
    user_id = _other(call, room)
    inside = rooms.is_inside(rooms.standing(room, user_id))
    if inside and call.params.flag("only_if_banned"):
        return True
    return _set(call, room, user_id, "left")


@method("restrictChatMember")
async def restrict_chat_member(call: Call) -> bool:
    room = _governed(call, "can_restrict_members")
    if room.kind != "supergroup":
        raise bad_request("method is available only for supergroups")
    allowed = _permissions(call)
    status = "member" if all(allowed.get(name) for name in rooms.PERMISSIONS[:8]) else "restricted"
    return _set(call, room, _other(call, room), status, allowed)


@method("promoteChatMember")
async def promote_chat_member(call: Call) -> bool:
    room = _governed(call, "can_promote_members")
    granted = {name: call.params.flag(name) for name in rooms.made(room, "administrator", {})}
    granted = {name: value for name, value in granted.items() if name.startswith("can_")}
    status = "administrator" if any(granted.values()) else "member"
    return _set(call, room, _other(call, room), status, granted)


@method("setChatPermissions")
async def set_chat_permissions(call: Call) -> bool:
    room = _governed(call, "can_restrict_members")
    room.permissions = _permissions(call)
    call.sandbox.world.keep(room)
    return True


def _permissions(call: Call) -> JSON:
    given = call.params.structure("permissions", "ChatPermissions")
    if not isinstance(given, dict):
        raise bad_request("can't parse ChatPermissions: expected an Object")
    return {name: given.get(name) is True for name in rooms.PERMISSIONS}


@method("setChatTitle")
async def set_chat_title(call: Call) -> bool:
    room = _named(call)
    title = call.params.required("title").strip()
    if not 1 <= len(title) <= 128:
        raise bad_request("title must be non-empty")
    room.title = title
    return _keep(call, room)


@method("setChatDescription")
async def set_chat_description(call: Call) -> bool:
    room = _named(call)
    description = call.params.text("description").strip()
    if len(description) > 255:
        raise bad_request("chat description is too long")
    if description == room.description:
        raise bad_request("chat description is not modified")
    room.description = description
    return _keep(call, room)


def _named(call: Call) -> Room:
    call.chat(writing=False)
    room = call.room()
    if room is None:
        raise bad_request("can't change private chat title")
    if not rooms.may(room, call.bot.id, "can_change_info"):
        raise forbidden("not enough rights to change chat title")
    return room


def _keep(call: Call, room: Room) -> bool:
    call.sandbox.world.keep(room)
    rooms.announce(call.sandbox, room)
    return True
