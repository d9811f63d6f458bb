"""Chats: who is there, and what is pinned."""

from bot.sandbox import chats, files, rooms
from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON, Chat
from bot.sandbox.registry import Call, method

_PIN = "can_pin_messages"


@method("getChat")
async def get_chat(call: Call) -> JSON:
    chat = call.chat(writing=False)
    world, room = call.sandbox.world, call.room()
    full: JSON = {
        **chats.peer_json(call.sandbox, chat),
        "accent_color_id": chat.peer_id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }
    if room is not None:
        full["description"] = room.description
        if room.kind != "channel":
            full["permissions"] = dict.fromkeys(rooms.PERMISSIONS, True) | room.permissions
    if chat.pinned:
        full["pinned_message"] = world.entries[chat.key][chat.pinned[-1]].message
    return full


@method("getChatMember")
async def get_chat_member(call: Call) -> JSON:
    chat, room = call.chat(writing=False), call.room()
    user_id = call.params.integer("user_id")
    if user_id != call.bot.id and user_id not in call.sandbox.world.people:
        raise bad_request("invalid user_id specified")
    if room is not None:
        member = rooms.standing(room, user_id)
        return rooms.member_json(call.sandbox, call.bot, user_id, member)
    if user_id not in (call.bot.id, chat.peer_id):
        raise bad_request("PARTICIPANT_ID_INVALID")
    return rooms.member_json(call.sandbox, call.bot, user_id, {"status": "member"})


@method("getChatMemberCount")
async def get_chat_member_count(call: Call) -> int:
    call.chat(writing=False)
    room = call.room()
    return 2 if room is None else sum(map(rooms.is_inside, room.members.values()))


@method("getChatAdministrators")
async def get_chat_administrators(call: Call) -> list[JSON]:
    call.chat(writing=False)
    room = call.room()
    if room is None:
        raise bad_request("there are no administrators in the private chat")
    return [
        rooms.member_json(call.sandbox, call.bot, user, rooms.standing(room, user))
        for user in rooms.administrators(room)
    ]


@method("getUserProfilePhotos")
async def get_user_profile_photos(call: Call) -> JSON:
    user_id, world = call.params.integer("user_id"), call.sandbox.world
    if user_id == call.bot.id and call.bot.state.photo:
        sizes = files.photo_sizes(world, world.files[call.bot.state.photo])
        return {"total_count": 1, "photos": [sizes]}
    if user_id != call.bot.id and user_id not in world.people:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


def _pins(call: Call) -> Chat:
    """The chat whose pinned messages the bot may change. Raises BotApiError."""
    chat, room = call.chat(), call.room()
    right = "can_edit_messages" if room is not None and room.kind == "channel" else _PIN
    if room is not None and not rooms.may(room, call.bot.id, right):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


@method("pinChatMessage")
async def pin_chat_message(call: Call) -> bool:
    chat = _pins(call)
    entry = call.entry(chat, "message to pin not found")
    if entry.message_id in chat.pinned:
        chat.pinned.remove(entry.message_id)
    chat.pinned.append(entry.message_id)
    # The line "pinned a message" is a message of its own, as in Telegram.
    pinned = {
        name: value
        for name, value in entry.message.items()
        if name not in ("reply_to_message", "pinned_message")
    }
    chats.post(call.sandbox, call.bot, chat, {"pinned_message": pinned})
    chats.announce_pins(call.sandbox, chat)
    return True


@method("unpinChatMessage")
async def unpin_chat_message(call: Call) -> bool:
    chat = _pins(call)
    if not call.params.has("message_id"):
        if not chat.pinned:
            raise bad_request("message to unpin not found")
        chat.pinned.pop()
    else:
        identifier = call.params.integer("message_id")
        if identifier not in chat.pinned:
            raise bad_request("message to unpin not found")
        chat.pinned.remove(identifier)
    call.sandbox.world.keep(chat)
    chats.announce_pins(call.sandbox, chat)
    return True


@method("unpinAllChatMessages")
async def unpin_all_chat_messages(call: Call) -> bool:
    chat = _pins(call)
    chat.pinned.clear()
    call.sandbox.world.keep(chat)
    chats.announce_pins(call.sandbox, chat)
    return True
