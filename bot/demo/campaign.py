"""Two hundred readers come to a house, and its campaign leaves while Telegram answers 429."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import aiohttp

from bot.demo.buttons import PREFIXES
from bot.demo.keys import key_id
from bot.demo.people import PEOPLE
from bot.demo.rush import Screens
from bot.links import house_payload
from bot.sandbox.errors import ClientError
from bot.sandbox.steps import Report

READERS = 200
HOUSE = key_id("person", "marta")
HOSTESS = next(each.telegram_id for each in PEOPLE if each.key == "marta")
DRAFT = key_id("campaign", "undici")
"""What she has composed, and not sent yet."""

_AT_A_TIME = 12
_SILENCES, _SECONDS = 5, 4
"""So many chats are told to wait so long: as several are, everything waits."""


async def campaign(
    address: str,
    report: Report,
    *,
    house: UUID = HOUSE,
    hostess: int = HOSTESS,
    draft: UUID = DRAFT,
    readers: int = READERS,
) -> str:
    """Let `readers` follow `house` in the sandbox at `address`, and `hostess` launch `draft`.

    Raises `ClientError` where it waits for a second person.
    """
    connector = aiohttp.TCPConnector(limit=_AT_A_TIME + 4)
    async with (
        aiohttp.ClientSession(address, connector=connector) as http,
        _watching(http) as screens,
    ):
        people = await _come(http, screens, report, house, readers)
        for person in people[:: max(1, readers // _SILENCES)]:
            wish = {"kind": "429", "method": "sendMessage", "chat_id": person}
            await _post(http, "faults", **wish, times=1, seconds=_SECONDS)
        steer = f"{PREFIXES['Steer']}:{draft.hex}"
        desk = await _newest(http, hostess)
        await _post(http, f"chats/{hostess}/tap", message_id=desk, data=f"{steer}:launch")
        if await _offers(http, hostess, f"{steer}:recall", since=desk):
            raise ClientError(
                f"{readers} readers came, but her message waits for a second person: let somebody"
                " of her house, or of the office, look at it and agree. Then it leaves.",
                409,
            )
    return (
        f"{readers} readers came, and her message to them is leaving: look at the bar. On its way"
        f" Telegram says {_SILENCES} times “too many requests, wait {_SECONDS} seconds”: all wait,"
        " and go on. Has it left before? Write another with /broadcast."
    )


async def _come(
    http: aiohttp.ClientSession, screens: Screens, report: Report, house: UUID, readers: int
) -> list[int]:
    """So many people open the house's page, follow it, and want news; their ids."""
    crowd = [{"first_name": f"Reader {n + 1}", "listed": False} for n in range(readers)]
    people = [each["id"] for each in (await _post(http, "people", people=crowd))["people"]]
    gate, come = asyncio.Semaphore(_AT_A_TIME), 0

    async def come_in(person: int) -> None:
        nonlocal come
        async with gate:
            await _post(http, f"chats/{person}/start", payload=house_payload(house))
            for fits in (_follows, _wants_news):
                button = await screens.wait(person, fits)
                if button is not None:
                    message, data = button
                    await _post(http, f"chats/{person}/tap", message_id=message, data=data)
        come += 1
        report(f"{come} of {readers} follow the house and want news …")

    await asyncio.gather(*(come_in(person) for person in people))
    return people


@asynccontextmanager
async def _watching(http: aiohttp.ClientSession) -> AsyncIterator[Screens]:
    screens = Screens()
    listening = asyncio.get_running_loop().create_task(screens.follow(http))
    try:
        yield screens
    finally:
        listening.cancel()


def _follows(data: str) -> bool:
    return data.startswith(f"{PREFIXES['Follow']}:o:")


def _wants_news(data: str) -> bool:
    return data.startswith(f"{PREFIXES['WantNews']}:1")


async def _offers(http: aiohttp.ClientSession, person: int, data: str, *, since: int) -> bool:
    """Whether a message of a chat, that with the number `since` or a later one, has a button."""
    return any(
        button.get("callback_data") == data
        for message in await _messages(http, person)
        if message["message_id"] >= since
        for row in message.get("inline_keyboard") or ()
        for button in row
    )


async def _newest(http: aiohttp.ClientSession, person: int) -> int:
    """The newest message of a chat; without one the portal is greeted."""
    messages = await _messages(http, person)
    if not messages:
        await _post(http, f"chats/{person}/start", payload="")
        return 1
    return int(messages[-1]["message_id"])


async def _messages(http: aiohttp.ClientSession, person: int) -> list[dict[str, Any]]:
    async with http.get(f"/client/chats/{person}") as answer:
        messages: list[dict[str, Any]] = (await answer.json())["chat"]["messages"]
    return messages


async def _post(http: aiohttp.ClientSession, path: str, **body: Any) -> Any:
    async with http.post(f"/client/{path}", json=body) as answer:
        answer.raise_for_status()
        return await answer.json()
