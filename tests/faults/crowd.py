"""Many people at one quota, and a gate that holds them up in the middle of their handlers."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from bot.callbacks.buying import Reserve
from tests.factories import MadeEvent, Owner
from tests.guest import Guest
from tests.portal_fixtures import Sandbox
from tests.storage.database_fixtures import Scratch

_WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
_BUSY = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = 'portal_app' AND state = 'active'
"""


class Gate:
    """Holds the quotas' rows locked: a handler that takes places waits in the middle of it."""

    def __init__(self, database: Scratch, owner: Owner) -> None:
        self._database = database
        self._owner = owner
        self._holder: asyncpg.Connection | None = None

    async def shut(self) -> None:
        self._holder = await asyncpg.connect(self._database.dsn())
        await self._holder.execute("BEGIN; SELECT FROM quotas FOR UPDATE")

    async def open(self) -> None:
        if self._holder is not None:
            await self._holder.close()
            self._holder = None

    async def waiting(self, count: int) -> None:
        """Return when so many statements wait at the gate."""
        await eventually(self._owner, f"({_WAITING}) >= $1", count)

    async def nobody_busy(self) -> None:
        """Return when the database has noticed that whoever waited is dead."""
        await eventually(self._owner, f"({_BUSY}) = 0")


async def eventually(owner: Owner, condition: str, *values: object, seconds: float = 60) -> None:
    """Return as soon as the database finds `condition` true; it announces that to nobody."""
    async with asyncio.timeout(seconds):
        while not await owner.value(f"SELECT {condition} FROM pg_sleep(0.02)", *values):
            pass


def wish(show: MadeEvent, places: int = 1) -> str:
    """The data of the button "Hold and pay"."""
    return Reserve(event=show.id, basket=str(places), total=4500 * places).pack()


def wishes(first: int, guests: list[Guest], show: MadeEvent) -> Iterator[dict[str, Any]]:
    """An update for each guest who taps "Hold and pay"."""
    for number, guest in enumerate(guests, first):
        person = {"id": guest.id, "is_bot": False, "first_name": guest.name}
        yield {
            "update_id": number,
            "callback_query": {
                "id": str(number),
                "from": person,
                "chat_instance": "1",
                "message": {
                    "message_id": 1,
                    "date": 1_800_000_000,
                    "chat": {"id": guest.id, "type": "private", "first_name": guest.name},
                    "text": "The stepper",
                },
                "data": wish(show),
            },
        }


@asynccontextmanager
async def tapping(guest: Guest, show: MadeEvent, places: int = 1) -> AsyncIterator[None]:
    """The guest taps "Hold and pay" and looks at the turning clock."""
    message = (await guest.screen())["message_id"]
    tap = asyncio.create_task(guest.tap_data(message, wish(show, places)))
    try:
        yield
    finally:
        tap.cancel()
        await asyncio.gather(tap, return_exceptions=True)


async def arrive(sandbox: Sandbox, count: int) -> list[Guest]:
    """New people who have opened the bot."""
    guests = [await sandbox.guest(f"Guest {number}") for number in range(count)]
    for guest in guests:
        await guest.start()
    return guests


async def orders(owner: Owner) -> int:
    return int(await owner.value("SELECT count(*) FROM orders"))
