"""What happens in a chat: messages appear, change and vanish; bots and pages are told."""

import time
from typing import Any

from bot.sandbox.client.view import keyboard_view, message_view, person_view
from bot.sandbox.model import JSON, Chat, Entry, Person, Room
from bot.sandbox.sandbox import Bot, Sandbox

_ACTION_LASTS = 5.0  # seconds


def now() -> int:
    """Unix time in seconds, as Telegram dates things."""
    return int(time.time())


def user_of(person: Person) -> JSON:
    """The person as a User."""
    user: JSON = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    if person.last_name:
        user["last_name"] = person.last_name
    if person.username:
        user["username"] = person.username
    if person.language_code:
        user["language_code"] = person.language_code
    return user


def chat_of(person: Person) -> JSON:
    """The private chat with the person as a Chat."""
    user = user_of(person)
    user.pop("is_bot")
    user.pop("language_code", None)
    return {**user, "type": "private"}


def peer_json(sandbox: Sandbox, chat: Chat) -> JSON:
    """The Chat of a person or a room."""
    room = sandbox.world.rooms.get(chat.peer_id)
    if room is None:
        return chat_of(sandbox.world.people[chat.peer_id])
    return room_chat(room)


def room_chat(room: Room) -> JSON:
    """The room as a Chat."""
    view: JSON = {"id": room.id, "type": room.kind, "title": room.title}
    if room.username:
        view["username"] = room.username
    return view


def post(
    sandbox: Sandbox,
    bot: Bot,
    chat: Chat,
    content: JSON,
    *,
    invoice: JSON | None = None,
) -> Entry:
    """A message from the bot. `content` is the Message without its id, date, sender and chat."""
    sandbox.actions.pop(chat.key, None)
    return append(sandbox, chat, bot.user(), content, invoice=invoice)


def receive(
    sandbox: Sandbox, bot: Bot, person: Person, content: JSON, *, inline_id: str = ""
) -> Entry:
    """A message from the person, queued for the bot. Writing unblocks and starts the bot."""
    chat = sandbox.world.chat(bot.id, person.id)
    set_blocked(sandbox, bot, person, blocked=False)
    if not chat.started:
        chat.started = True
        announce_person(sandbox, bot, person)
    entry = append(sandbox, chat, user_of(person), content, inline_id=inline_id)
    bot.queue.push("message", entry.message, f"message{person.id}")
    return entry


def show_copy(
    sandbox: Sandbox,
    chat: Chat,
    sender: JSON,
    content: JSON,
    *,
    invoice: JSON | None = None,
    inline_id: str = "",
) -> Entry:
    """What somebody else sent to the person, a User `sender` says who: the bot does not see it."""
    extra: JSON = {"invoice": invoice, "inline_id": inline_id, "hidden": True}
    return append(sandbox, chat, sender, content, **extra)


def append(sandbox: Sandbox, chat: Chat, sender: JSON, content: JSON, **extra: Any) -> Entry:
    """A new message; `sender` is a User, `extra` what an Entry holds besides the message.

    In a channel nobody signs: the channel itself is the sender.
    """
    chat.last_message_id += 1
    where = peer_json(sandbox, chat)
    signed = {"sender_chat": where} if where["type"] == "channel" else {"from": sender}
    message: JSON = {
        "message_id": chat.last_message_id,
        **signed,
        "chat": where,
        "date": now(),
        **content,
    }
    entry = Entry(chat.bot_id, chat.peer_id, message, **extra)
    sandbox.world.keep(chat)
    sandbox.world.keep(entry)
    _tell(sandbox, "message", entry)
    sandbox.trail.message(entry)
    return entry


def changed(sandbox: Sandbox, entry: Entry, *, edited: bool = True) -> None:
    """The message of `entry` was changed in place."""
    if edited:
        entry.message["edit_date"] = now()
    sandbox.world.keep(entry)
    _tell(sandbox, "edit", entry)
    if edited:
        sandbox.trail.message(entry)


def remove(sandbox: Sandbox, chat: Chat, entry: Entry) -> None:
    """Delete a message on both sides."""
    sandbox.world.forget(entry)
    if entry.message_id in chat.pinned:
        chat.pinned.remove(entry.message_id)
        sandbox.world.keep(chat)
    _publish(sandbox, "delete", chat, {"message_id": entry.message_id})


def set_keyboard(sandbox: Sandbox, chat: Chat, keyboard: JSON | None) -> None:
    """Show a reply keyboard under the person's chat, or none."""
    if chat.keyboard == keyboard:
        return
    chat.keyboard = keyboard
    sandbox.world.keep(chat)
    _publish(sandbox, "keyboard", chat, {"keyboard": keyboard_view(keyboard)})


def set_blocked(sandbox: Sandbox, bot: Bot, person: Person, *, blocked: bool) -> bool:
    """Block or unblock the bot, which is told so. False if that was so before."""
    chat = sandbox.world.chat(bot.id, person.id)
    if chat.blocked == blocked:
        return False
    chat.blocked = blocked
    sandbox.world.keep(chat)
    member: JSON = {"user": bot.user(), "status": "member"}
    gone: JSON = {"user": bot.user(), "status": "kicked", "until_date": 0}
    change = {
        "chat": chat_of(person),
        "from": user_of(person),
        "date": now(),
        "old_chat_member": member if blocked else gone,
        "new_chat_member": gone if blocked else member,
    }
    bot.queue.push("my_chat_member", change, f"member{person.id}")
    announce_person(sandbox, bot, person)
    return True


def announce_person(sandbox: Sandbox, bot: Bot, person: Person) -> None:
    """Somebody is new, or stands differently with the bot."""
    view = person_view(sandbox.world, bot.id, person)
    sandbox.events.publish("person", {"who": view}, bot=bot.id, person=person.id)


def announce_pins(sandbox: Sandbox, chat: Chat) -> None:
    """Other messages of the chat are pinned now."""
    _publish(sandbox, "pinned", chat, {"pinned": chat.pinned})


def announce_people(sandbox: Sandbox) -> None:
    """Something about people or their chats as a whole changed: pages fetch them anew."""
    sandbox.events.publish("people", {})


def show_action(sandbox: Sandbox, chat: Chat, action: str) -> None:
    """The bot is typing, or the like, for some seconds or until its next message."""
    sandbox.actions[chat.key] = action, time.monotonic() + _ACTION_LASTS
    _publish(sandbox, "action", chat, {"action": action})


def action_now(sandbox: Sandbox, chat: Chat) -> str | None:
    """What the bot is seen doing at this moment."""
    action, until = sandbox.actions.get(chat.key, ("", 0.0))
    return action if until > time.monotonic() else None


def clear(sandbox: Sandbox, chat: Chat) -> None:
    """Forget the messages of a chat, as if it had never begun."""
    entries = list(sandbox.world.entries.get(chat.key, {}).values())
    for entry in entries:
        sandbox.world.forget(entry)
    # The counter stays: a message id means the same message for ever.
    chat.started = chat.blocked = False
    chat.pinned = []
    set_keyboard(sandbox, chat, None)
    sandbox.world.keep(chat)
    announce_people(sandbox)


def _tell(sandbox: Sandbox, kind: str, entry: Entry) -> None:
    chat = sandbox.world.chat(entry.bot_id, entry.peer_id)
    _publish(sandbox, kind, chat, {"message": message_view(sandbox.world, entry)})


def _publish(sandbox: Sandbox, kind: str, chat: Chat, data: JSON) -> None:
    sandbox.events.publish(kind, data, bot=chat.bot_id, person=chat.peer_id)
