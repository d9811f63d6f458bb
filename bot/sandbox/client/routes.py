"""The addresses of /client, and the page that lists them."""

from aiohttp import web

from bot.sandbox.client import (
    chat,
    choices,
    inline,
    letters,
    people,
    rooms,
    share,
    steps,
    stream,
    tools,
)
from bot.sandbox.client.guard import Handler, reply

_ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/client/people", people.list_people),
    ("POST", "/client/people", people.put_people),
    ("GET", "/client/bots", people.list_bots),
    ("GET", "/client/rooms", rooms.list_rooms),
    ("POST", "/client/rooms", rooms.make_room),
    ("POST", "/client/rooms/{room}/member", rooms.set_member),
    ("POST", "/client/rooms/{room}/upgrade", rooms.upgrade),
    ("DELETE", "/client/rooms/{room}", rooms.delete),
    ("GET", "/client/chats/{person}", chat.read_chat),
    ("POST", "/client/chats/{person}/start", chat.start),
    ("POST", "/client/chats/{person}/send", chat.send),
    ("POST", "/client/chats/{person}/reply_keyboard", chat.press),
    ("POST", "/client/chats/{person}/open", chat.open_url),
    ("POST", "/client/chats/{person}/tap", chat.tap),
    ("POST", "/client/chats/{person}/location", share.location),
    ("POST", "/client/chats/{person}/contact", share.contact),
    ("POST", "/client/chats/{person}/photo", share.photo),
    ("POST", "/client/chats/{person}/document", share.document),
    ("POST", "/client/chats/{person}/video", share.video),
    ("POST", "/client/chats/{person}/voice", share.voice),
    ("POST", "/client/chats/{person}/album", share.album),
    ("POST", "/client/chats/{person}/pay", share.pay),
    ("POST", "/client/chats/{person}/scan", share.scan),
    ("POST", "/client/chats/{person}/vote", choices.vote),
    ("POST", "/client/chats/{person}/share_users", choices.share_users),
    ("POST", "/client/chats/{person}/share_room", choices.share_room),
    ("POST", "/client/chats/{person}/forward", chat.forward),
    ("POST", "/client/chats/{person}/edit", chat.edit),
    ("POST", "/client/chats/{person}/delete", chat.delete),
    ("POST", "/client/chats/{person}/inline", inline.ask),
    ("POST", "/client/chats/{person}/choose", inline.choose),
    ("POST", "/client/chats/{person}/block", chat.block),
    ("POST", "/client/chats/{person}/unblock", chat.unblock),
    ("GET", "/client/steps", steps.list_steps),
    ("POST", "/client/actions/{action}", steps.act),
    ("GET", "/client/letters", letters.list_letters),
    ("GET", "/client/events", stream.events),
    ("GET", "/client/files/{file_id}", share.file),
    ("GET", "/client/qr/{file_id}", share.qr),
    ("GET", "/client/calls", tools.calls),
    ("GET", "/client/faults", tools.list_faults),
    ("POST", "/client/faults", tools.set_fault),
    ("DELETE", "/client/faults", tools.clear_faults),
    ("POST", "/client/updates", tools.deliver),
    ("POST", "/client/reset", tools.reset),
)


def add_routes(app: web.Application) -> None:
    """Serve all of `_ROUTES` and their list."""
    app.router.add_get("/client", _describe)
    app.router.add_get("/client/", _describe)
    for verb, path, handler in _ROUTES:
        app.router.add_route(verb, path, handler)


async def _describe(request: web.Request) -> web.Response:
    routes = [
        {"method": verb, "path": path, "does": _first_line(handler)}
        for verb, path, handler in _ROUTES
    ]
    return reply({"routes": routes})


def _first_line(handler: Handler) -> str:
    return (handler.__doc__ or "").partition("\n")[0]
