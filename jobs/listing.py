"""Files with a line for each of many: read and written in batches, however many there are."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Protocol, TypeVar
from uuid import UUID

from bot.screen import Screen
from domain.actors import WORKER
from jobs.files import Reached
from storage.database import Database, Tx

_WRITTEN: Final = 95
"""Percent that are done when all lines are there."""


class Line(Protocol):
    """A line, with the key behind which the next ones are."""

    @property
    def id(self) -> UUID:
        """The key."""


_L = TypeVar("_L", bound=Line)
_L_in = TypeVar("_L_in", bound=Line, contravariant=True)


class Sheet(Protocol[_L_in]):
    """What the lines are written into; `lines` are those that are there."""

    lines: int

    def add(self, lines: Sequence[_L_in], /) -> None:
        """Write the next lines."""


async def write_lines(
    db: Database,
    sheet: Sheet[_L],
    *,
    total: int,
    read: Callable[[Tx, UUID | None], Awaitable[Sequence[_L]]],
    shown: Callable[[int], Screen],
    reached: Reached,
) -> None:
    """Write all lines: those that `read` finds behind the one with a key, until it finds none.

    They are about `total`; `shown` is how so many percent look. Raises `Lost`.
    """
    after = None
    while True:
        async with db.read(WORKER) as tx:
            lines = await read(tx, after)
        percent = min(_WRITTEN, _WRITTEN * (sheet.lines + len(lines)) // max(total, 1))
        await reached(percent, shown(percent))
        if not lines:
            return
        await asyncio.to_thread(sheet.add, lines)
        after = lines[-1].id
