"""Live events for the chat page and for programs: a bounded history and its listeners."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass

import orjson

from bot.sandbox.model import JSON

HISTORY = 4000
BACKLOG = 2000  # events a listener may be behind before it is dropped and must fetch anew


@dataclass(frozen=True, slots=True)
class Event:
    """`person` None concerns everybody, `bot` None every bot's page."""

    number: int
    kind: str
    bot: int | None
    person: int | None
    data: bytes

    def encode(self) -> bytes:
        """As a server-sent event."""
        return b"id: %d\nevent: %s\ndata: %s\n\n" % (self.number, self.kind.encode(), self.data)


class Events:
    """Numbers rise over restarts too: they begin at the clock, in milliseconds."""

    def __init__(self) -> None:
        self._number = int(time.time() * 1000)
        self._history: deque[Event] = deque(maxlen=HISTORY)
        self._listeners: set[asyncio.Queue[Event | None]] = set()

    @property
    def last(self) -> int:
        return self._number

    def publish(
        self, kind: str, data: JSON, *, bot: int | None = None, person: int | None = None
    ) -> None:
        """Tell the listeners; `person` is added to `data`."""
        self._number += 1
        payload = orjson.dumps({"person": person, **data})
        event = Event(self._number, kind, bot, person, payload)
        self._history.append(event)
        for listener in list(self._listeners):
            try:
                listener.put_nowait(event)
            except asyncio.QueueFull:
                # It may not miss an event silently: it is cut off and fetches anew.
                self._listeners.discard(listener)
                listener.get_nowait()
                listener.put_nowait(None)

    def since(self, number: int) -> list[Event] | None:
        """Events after `number`; None if some of them are no longer known."""
        if number > self._number:
            return None
        oldest = self._history[0].number if self._history else self._number + 1
        if number < oldest - 1:
            return None
        return [event for event in self._history if event.number > number]

    def listen(self) -> "asyncio.Queue[Event | None]":
        """A queue of what happens from now on; None in it means: closed, fetch anew."""
        listener: asyncio.Queue[Event | None] = asyncio.Queue(maxsize=BACKLOG)
        self._listeners.add(listener)
        return listener

    def leave(self, listener: "asyncio.Queue[Event | None]") -> None:
        self._listeners.discard(listener)

    def close(self) -> None:
        """End every listener's stream: the server is stopping."""
        for listener in self._listeners:
            if listener.full():
                listener.get_nowait()
            listener.put_nowait(None)
        self._listeners.clear()
