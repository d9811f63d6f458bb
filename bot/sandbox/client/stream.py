"""Live events as server-sent events."""

import asyncio

from aiohttp import web

from bot.sandbox.api import SANDBOX
from bot.sandbox.client.scene import bot_of, person_of
from bot.sandbox.events import Event

_PING_EVERY = 20.0  # seconds; keeps proxies from closing a quiet stream


async def events(request: web.Request) -> web.StreamResponse:
    """What happens, as it happens. `?person=ID` for one chat, without it for all of a bot's.

    After a reconnect with Last-Event-ID the missed events come first; if they are no longer
    known, the first event is `hello` with `"resumed": false` and the page fetches anew.
    """
    sandbox = request.app[SANDBOX]
    bot, asked = bot_of(request), request.query.get("person")
    person = person_of(sandbox, asked).id if asked else None
    response = web.StreamResponse(
        headers={
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        }
    )
    listener = sandbox.events.listen()
    try:
        missed = _missed(request)
        await response.prepare(request)
        await response.write(_hello(sandbox.events.last, missed is not None))
        for event in missed or []:
            if _concerns(event, bot.id, person):
                await response.write(event.encode())
        await _pass_on(response, listener, bot.id, person)
    except ConnectionResetError:
        pass
    finally:
        sandbox.events.leave(listener)
    return response


def _hello(last: int, resumed: bool) -> bytes:
    # Missed events follow with their own numbers, so only a fresh stream begins with the last.
    number = "" if resumed else f"id: {last}\n"
    known = "true" if resumed else "false"
    return f'retry: 1000\n{number}event: hello\ndata: {{"resumed": {known}}}\n\n'.encode()


def _missed(request: web.Request) -> list[Event] | None:
    last = request.headers.get("Last-Event-ID", request.query.get("last_event_id", ""))
    return request.app[SANDBOX].events.since(int(last)) if last.isdigit() else None


async def _pass_on(
    response: web.StreamResponse,
    listener: "asyncio.Queue[Event | None]",
    bot: int,
    person: int | None,
) -> None:
    while True:
        try:
            event = await asyncio.wait_for(listener.get(), _PING_EVERY)
        except TimeoutError:
            await response.write(b": ping\n\n")
            continue
        if event is None:
            return
        if _concerns(event, bot, person):
            await response.write(event.encode())


def _concerns(event: Event, bot: int, person: int | None) -> bool:
    return event.bot in (None, bot) and (person is None or event.person in (None, person))
