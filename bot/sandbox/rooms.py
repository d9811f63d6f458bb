"""Groups, supergroups and channels: who is in them, and what the bot may do there."""

from collections.abc import Sequence

from bot.sandbox import chats
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.model import JSON, Chat, Entry, Person, Room
from bot.sandbox.sandbox import Bot, Sandbox

KINDS = ("group", "supergroup", "channel")
STANDINGS = ("creator", "administrator", "member", "restricted", "left", "kicked")
_INSIDE = ("creator", "administrator", "member")
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
_RIGHTS_IN = {
    "channel": ("can_post_messages", "can_edit_messages"),
    "supergroup": ("can_pin_messages", "can_manage_topics"),
    "group": ("can_pin_messages",),
}
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_FIRST_SUPERGROUP = -1_002_000_000_001
_FIRST_GROUP = -4_000_000_001
_NO_VOICE = "have no rights to send a message"


def fresh_id(sandbox: Sandbox, kind: str) -> int:
    """An id that no room has: supergroups and channels begin with -100, as in Telegram."""
    first = _FIRST_GROUP if kind == "group" else _FIRST_SUPERGROUP
    taken = [room for room in sandbox.world.rooms if (room > -(10**12)) == (kind == "group")]
    return min([first + 1, *taken]) - 1


def standing(room: Room, user_id: int) -> JSON:
    """What a ChatMember says besides its user; strangers have left."""
    return room.members.get(str(user_id), {"status": "left"})


def is_inside(member: JSON) -> bool:
    """Whether somebody of this standing is in the room."""
    return member["status"] in _INSIDE or member.get("is_member") is True


def may(room: Room, user_id: int, right: str) -> bool:
    """Whether the user has an administrator's right."""
    member = standing(room, user_id)
    return member["status"] == "creator" or member.get(right) is True


def made(room: Room, status: str, rights: JSON) -> JSON:
    """A standing of `status`; `rights` changes single rights or permissions of it."""
    full: JSON = {}
    match status:
        case "creator":
            return {"status": status, "is_anonymous": False}
        case "administrator":
            names = (*_RIGHTS, *_RIGHTS_IN[room.kind])
            full = {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(names, True)
        case "restricted":
            full = {"is_member": True, "until_date": 0} | dict.fromkeys(PERMISSIONS, False)
        case "kicked":
            full = {"until_date": 0}
    return {"status": status, **full, **{name: rights[name] for name in full if name in rights}}


def member_json(sandbox: Sandbox, bot: Bot, user_id: int, member: JSON) -> JSON:
    """The standing as a ChatMember."""
    person = sandbox.world.people.get(user_id)
    user = bot.user() if person is None else chats.user_of(person)
    return {"user": user, **member}


def require(room: Room, bot_id: int, *, writing: bool) -> None:
    """Refuse what the bot may not do in the room, with Telegram's texts. Raises BotApiError."""
    if room.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=room.migrated_to
        )
    if room.deleted:
        raise forbidden("the group chat was deleted")
    member = standing(room, bot_id)
    if member["status"] == "kicked":
        raise forbidden(f"bot was kicked from the {room.kind} chat")
    if not is_inside(member):
        raise forbidden(f"bot is not a member of the {room.kind} chat")
    if not writing or member["status"] == "administrator":
        if writing and room.kind == "channel" and not may(room, bot_id, "can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")
        return
    if room.kind == "channel":
        raise bad_request("need administrator rights in the channel chat")
    rules = member if member["status"] == "restricted" else room.permissions
    if not rules.get("can_send_messages", True):
        raise bad_request(_NO_VOICE)


def may_write(room: Room, person: Person) -> bool:
    """Whether the person may post in the room."""
    member = standing(room, person.id)
    if not is_inside(member):
        return False
    if member["status"] in ("creator", "administrator"):
        return room.kind != "channel" or may(room, person.id, "can_post_messages")
    rules = member if member["status"] == "restricted" else room.permissions
    return room.kind != "channel" and bool(rules.get("can_send_messages", True))


def set_member(
    sandbox: Sandbox, bot: Bot, room: Room, user_id: int, member: JSON, by: JSON
) -> None:
    """Change how somebody stands in the room. `by`: the User who did it.

    The bot is told of itself by `my_chat_member`, of others by `chat_member` where it
    administrates; who comes or goes leaves a line in a group's chat.
    """
    old = standing(room, user_id)
    if old == member:
        return
    room.members[str(user_id)] = member
    sandbox.world.keep(room)
    announce(sandbox, room)
    change = {
        "chat": chats.room_chat(room),
        "from": by,
        "date": chats.now(),
        "old_chat_member": member_json(sandbox, bot, user_id, old),
        "new_chat_member": member_json(sandbox, bot, user_id, member),
    }
    lane = f"member{room.id}"
    if user_id == bot.id:
        bot.queue.push("my_chat_member", change, lane)
    elif standing(room, bot.id)["status"] == "administrator":
        bot.queue.push("chat_member", change, lane)
    if room.kind != "channel" and is_inside(old) != is_inside(member):
        _tell_coming(sandbox, bot, room, user_id, by, came=is_inside(member))


def _tell_coming(
    sandbox: Sandbox, bot: Bot, room: Room, user_id: int, by: JSON, *, came: bool
) -> None:
    person = sandbox.world.people.get(user_id)
    user = bot.user() if person is None else chats.user_of(person)
    content = {"new_chat_members": [user]} if came else {"left_chat_member": user}
    deliver(sandbox, bot, room, chats.append(sandbox, _chat(sandbox, room), by, content))


def _chat(sandbox: Sandbox, room: Room) -> Chat:
    return sandbox.world.chat(room.bot_id, room.id)


def receive(
    sandbox: Sandbox, bot: Bot, room: Room, person: Person, content: JSON, inline_id: str = ""
) -> Entry:
    """A message from the person into the room; the bot gets it if bots see such messages."""
    sender = chats.user_of(person)
    entry = chats.append(sandbox, _chat(sandbox, room), sender, content, inline_id=inline_id)
    deliver(sandbox, bot, room, entry)
    return entry


def deliver(sandbox: Sandbox, bot: Bot, room: Room, entry: Entry, *, edited: bool = False) -> None:
    """Queue the message for the bot, as far as it is there and sees it."""
    member = standing(room, bot.id)
    if not is_inside(member):
        return
    seen = member["status"] == "administrator" or _concerns(bot, entry.message)
    if seen:
        kind = "channel_post" if room.kind == "channel" else "message"
        kind = f"edited_{kind}" if edited else kind
        bot.queue.push(kind, entry.message, f"message{room.id}")


_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "successful_payment",
    "via_bot",
)


def _concerns(bot: Bot, message: JSON) -> bool:
    """What a bot in privacy mode sees: commands, answers to it, and the lines of the house."""
    if any(name in message for name in _SERVICE):
        return True
    if message.get("reply_to_message", {}).get("from", {}).get("id") == bot.id:
        return True
    text: str = message.get("text", "")
    return text.startswith("/") or f"@{bot.account.username}".lower() in text.lower()


def upgrade(sandbox: Sandbox, bot: Bot, room: Room, by: Person) -> Room:
    """Make a supergroup of a group: a new id, and a line in the old chat and in the new one."""
    fresh = Room(
        id=fresh_id(sandbox, "supergroup"),
        bot_id=room.bot_id,
        kind="supergroup",
        title=room.title,
        description=room.description,
        members=dict(room.members),
        permissions=dict(room.permissions),
    )
    room.migrated_to = fresh.id
    for each in (room, fresh):
        sandbox.world.keep(each)
        announce(sandbox, each)
    sender = chats.user_of(by)
    for here, content in (
        (room, {"migrate_to_chat_id": fresh.id}),
        (fresh, {"migrate_from_chat_id": room.id}),
    ):
        entry = chats.append(sandbox, _chat(sandbox, here), sender, content)
        deliver(sandbox, bot, here, entry)
    return fresh


def announce(sandbox: Sandbox, room: Room) -> None:
    """The room is new or another: pages are told."""
    sandbox.events.publish("room", {"room": room_view(room)}, bot=room.bot_id, person=room.id)


def room_view(room: Room) -> JSON:
    """The room as the chat page lists it."""
    inside = {int(user): member for user, member in room.members.items() if is_inside(member)}
    return {
        "id": room.id,
        "kind": room.kind,
        "title": room.title,
        "username": room.username,
        "bot": standing(room, room.bot_id)["status"],
        "members": [
            {"id": user, "status": member["status"]}
            for user, member in inside.items()
            if user != room.bot_id
        ],
        "closed": room.deleted or room.migrated_to is not None,
    }


def administrators(room: Room) -> Sequence[int]:
    """The ids of those who administrate the room, its creator among them."""
    chosen = ("creator", "administrator")
    return [int(user) for user, member in room.members.items() if member["status"] in chosen]
