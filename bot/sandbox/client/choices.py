"""Choosing: answers of a poll, and people or a room that a button asks for."""

from aiohttp import web

from bot.sandbox import polls
from bot.sandbox.client.guard import body, number_of, reply
from bot.sandbox.client.scene import person_of, room_of, scene_of
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON


async def vote(request: web.Request) -> web.Response:
    """Choose the answers `options` of a poll by their places; none takes the vote back."""
    data = await body(request)
    scene = scene_of(request)
    entry = scene.entry(number_of(data, "message_id"))
    options = data.get("options")
    if not isinstance(options, list) or not all(type(option) is int for option in options):
        raise ClientError("options is a list of whole numbers.")
    polls.vote(scene.sandbox, scene.bot, scene.person, entry, options)
    return reply({"ok": True, "message_id": entry.message_id})


async def share_users(request: web.Request) -> web.Response:
    """Share `users` for a button that asks for people; `request_id` is the button's."""
    data = await body(request)
    scene = scene_of(request)
    users = data.get("users")
    if not isinstance(users, list) or not 1 <= len(users) <= 10:
        raise ClientError("users is a list of 1 to 10 people's ids.")
    shared = []
    for identifier in users:
        person = person_of(scene.sandbox, identifier)
        user: JSON = {"user_id": person.id, "first_name": person.first_name}
        names = {"last_name": person.last_name, "username": person.username}
        shared.append(user | {name: value for name, value in names.items() if value})
    request_id = number_of(data, "request_id")
    entry = scene.receive({"users_shared": {"request_id": request_id, "users": shared}})
    return reply({"ok": True, "message_id": entry.message_id})


async def share_room(request: web.Request) -> web.Response:
    """Share a `room` for a button that asks for one; `request_id` is the button's."""
    data = await body(request)
    scene = scene_of(request)
    room = room_of(scene.sandbox, scene.bot, str(data.get("room")))
    chat: JSON = {"request_id": number_of(data, "request_id"), "chat_id": room.id}
    names = {"title": room.title, "username": room.username}
    chat |= {name: value for name, value in names.items() if value}
    entry = scene.receive({"chat_shared": chat})
    return reply({"ok": True, "message_id": entry.message_id})
