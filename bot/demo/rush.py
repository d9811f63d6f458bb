"""Two hundred people want the last two seats of a show, all at once, through the sandbox."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import aiohttp

from bot.demo.buttons import PREFIXES
from bot.demo.keys import key_id
from bot.links import event_payload
from bot.sandbox.steps import Report

BUYERS = 200
EVENT = key_id("event", "passage")
"""The demo's show with two seats left."""

_AT_A_TIME = 12  # who come in through the gate together
_PATIENCE = 60.0  # seconds until somebody who sees nothing goes home
_ANSWER = 20.0  # seconds until a bill must have come
_NAMES = ("Ada", "Bruno", "Chiara", "Denis", "Elsa", "Fabio", "Greta", "Henri", "Irma", "Jan")


@dataclass
class Screens:
    """The buttons of each buyer's messages, kept true by the sandbox's events."""

    buttons: dict[int, dict[int, list[str]]] = field(default_factory=dict)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def follow(self, http: aiohttp.ClientSession) -> None:
        """Take in what happens until cancelled."""
        async with http.get("/client/events") as stream:
            async for line in stream.content:
                if line.startswith(b"data:"):
                    await self._take(json.loads(line[5:]))

    async def _take(self, event: dict[str, Any]) -> None:
        message, person = event.get("message"), event.get("person")
        if not message or person is None:
            return
        rows = message.get("inline_keyboard") or []
        shown = [button.get("callback_data", "") for row in rows for button in row]
        async with self.changed:
            self.buttons.setdefault(person, {})[message["message_id"]] = shown
            self.changed.notify_all()

    async def wait(
        self, person: int, fits: Callable[[str], bool], seconds: float = _PATIENCE
    ) -> tuple[int, str] | None:
        """Message and data of a button that fits; None if none comes in time."""

        def found() -> tuple[int, str] | None:
            messages = self.buttons.get(person, {})
            every = ((at, data) for at, shown in messages.items() for data in shown)
            return next((each for each in every if fits(each[1])), None)

        with suppress(TimeoutError):
            async with asyncio.timeout(seconds), self.changed:
                await self.changed.wait_for(found)
                return found()
        return None


class _Rush:
    def __init__(
        self, http: aiohttp.ClientSession, report: Report, event: UUID, buyers: int
    ) -> None:
        self._http = http
        self._payload = event_payload(event)
        self._buyers = buyers
        self._report = report
        self._screens = Screens()
        self._arrived = 0

    async def run(self) -> str:
        listening = asyncio.get_running_loop().create_task(self._screens.follow(self._http))
        try:
            people = await self._people()
            gate = asyncio.Semaphore(_AT_A_TIME)
            ready = await asyncio.gather(*(self._arrive(person, gate) for person in people))
            pressing = [each for each in ready if each is not None]
            self._report(f"{len(pressing)} press at once …")
            held = await asyncio.gather(*(self._press(*each) for each in pressing))
        finally:
            listening.cancel()
        if not pressing:
            return "Nothing is left to press for. What is held and not paid goes back by itself."
        return (
            f"{len(pressing)} pressed at the same moment; {sum(held)} got a seat, the others were"
            " told that it is gone. What is held and not paid goes back by itself."
        )

    async def _people(self) -> list[int]:
        crowd = [
            {
                "first_name": _NAMES[place % len(_NAMES)],
                "last_name": str(place + 1),
                "listed": False,
            }
            for place in range(self._buyers)
        ]
        made = await self._post("people", people=crowd)
        return [person["id"] for person in made["people"]]

    async def _arrive(self, person: int, gate: asyncio.Semaphore) -> tuple[int, int, str] | None:
        """Open the show and choose a seat; what to press then, None if there is nothing to."""
        async with gate:
            await self._post(f"chats/{person}/start", payload=self._payload)
            for fits in (_opens_choice, _takes_one_or_waits):
                button = await self._screens.wait(person, fits)
                if button is None or _waits(button[1]):
                    return None
                await self._tap(person, *button)
            hold = await self._screens.wait(person, _holds)
            self._arrived += 1
            self._report(f"{self._arrived} of {self._buyers} are at the counter …")
            return (person, *hold) if hold is not None else None

    async def _press(self, person: int, message_id: int, data: str) -> bool:
        """Whether the person holds a seat afterwards; who does not is told at once."""
        if await self._tap(person, message_id, data):
            return False
        return await self._screens.wait(person, _gives_back, _ANSWER) is not None

    async def _tap(self, person: int, message_id: int, data: str) -> str:
        """What the bot said to the tap, "" if nothing."""
        told = await self._post(f"chats/{person}/tap", message_id=message_id, data=data)
        said: str = (told["answer"] or {}).get("text", "")
        return said

    async def _post(self, path: str, **body: Any) -> Any:
        async with self._http.post(f"/client/{path}", json=body) as answer:
            answer.raise_for_status()
            return await answer.json()


def _opens_choice(data: str) -> bool:
    prefix, _, rest = data.partition(":")
    return prefix == PREFIXES["Choose"] and rest.partition(":")[2] == ""


def _takes_one(data: str) -> bool:
    """Whether the button puts one ticket into an empty basket."""
    prefix, _, rest = data.partition(":")
    return prefix == PREFIXES["Choose"] and rest.partition(":")[2].strip("0") == "1"


def _waits(data: str) -> bool:
    """Whether there is nothing to take any more: one can only wait."""
    return data.startswith(f"{PREFIXES['Wait']}:")


def _takes_one_or_waits(data: str) -> bool:
    return _takes_one(data) or _waits(data)


def _holds(data: str) -> bool:
    return data.startswith(f"{PREFIXES['Reserve']}:")


def _gives_back(data: str) -> bool:
    """Only who holds a seat can give it back."""
    return data.startswith(f"{PREFIXES['Release']}:")


async def rush(address: str, report: Report, *, event: UUID = EVENT, buyers: int = BUYERS) -> str:
    """Send `buyers` to the sandbox at `address`, who want `event`; returns what came of it."""
    connector = aiohttp.TCPConnector(limit=buyers + 10)
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=30)
    async with aiohttp.ClientSession(address, connector=connector, timeout=timeout) as http:
        return await _Rush(http, report, event, buyers).run()
