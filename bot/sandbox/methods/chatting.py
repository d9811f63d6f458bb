"""Chats: who is there, and what is pinned."""

from bot.sandbox import chats, files
from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON
from bot.sandbox.registry import Call, method


@method("getChat")
async def get_chat(call: Call) -> JSON:
    chat = call.chat(writing=False)
    world = call.sandbox.world
    full: JSON = {
        **chats.chat_of(world.people[chat.person_id]),
        "accent_color_id": chat.person_id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }
    if chat.pinned:
        full["pinned_message"] = world.entries[chat.key][chat.pinned[-1]].message
    return full


@method("getChatMember")
async def get_chat_member(call: Call) -> JSON:
    chat = call.chat(writing=False)
    user_id = call.params.integer("user_id")
    if user_id == call.bot.id:
        return {"user": call.bot.user(), "status": "member"}
    if user_id != chat.person_id:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"user": chats.user_of(call.sandbox.world.people[user_id]), "status": "member"}


@method("getChatMemberCount")
async def get_chat_member_count(call: Call) -> int:
    call.chat(writing=False)
    return 2


@method("getChatAdministrators")
async def get_chat_administrators(call: Call) -> list[JSON]:
    call.chat(writing=False)
    raise bad_request("there are no administrators in the private chat")


@method("getUserProfilePhotos")
async def get_user_profile_photos(call: Call) -> JSON:
    user_id, world = call.params.integer("user_id"), call.sandbox.world
    if user_id == call.bot.id and call.bot.state.photo:
        sizes = files.photo_sizes(world, world.files[call.bot.state.photo])
        return {"total_count": 1, "photos": [sizes]}
    if user_id != call.bot.id and user_id not in world.people:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


@method("pinChatMessage")
async def pin_chat_message(call: Call) -> bool:
    chat = call.chat()
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
    chat = call.chat()
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
    chat = call.chat()
    chat.pinned.clear()
    call.sandbox.world.keep(chat)
    chats.announce_pins(call.sandbox, chat)
    return True
