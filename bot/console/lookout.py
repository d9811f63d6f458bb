"""Looks for what is wrong with the portal, in every process, and notes it as an incident.

What is seen wrong twice in a row counts: a moment's trouble mends itself. What cannot be written
down, because the database itself is away, is noted as soon as it is back.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

import structlog

from domain import incidents
from storage.context import Context
from storage.database import Database
from storage.enums import IncidentKind
from storage.errors import Unavailable

EVERY: Final = 5.0
"""Seconds between two looks."""

_PATIENCE = 4.0
_CONFIRMED = 2
_log = structlog.get_logger(__name__)

Probe = Callable[[], Awaitable[str | None]]
"""Looks at one thing: None where it is well, else a detail in our own words, perhaps empty. An
error that it raises is a detail, too, by its kind."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """What is wrong: since when (monotonic seconds), and how often it was seen in a row."""

    detail: str
    since: float
    times: int = 1

    @property
    def is_sure(self) -> bool:
        return self.times >= _CONFIRMED


class Lookout:
    """Asks its probes again and again. One that `ends` incidents, too, is a worker's."""

    def __init__(
        self,
        db: Database,
        actor: Context,
        probes: Mapping[IncidentKind, Probe],
        *,
        ends: bool = False,
    ) -> None:
        self._db = db
        self._actor = actor
        self._probes = probes
        self._ends = ends
        self._signs: dict[IncidentKind, _Sign] = {}
        self._unwritten: dict[IncidentKind, _Sign] = {}

    async def keep(self) -> None:
        """Look every few seconds, until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Ask every probe once, note what is wrong, and end what is over."""
        asked = zip(
            self._probes, await asyncio.gather(*map(_ask, self._probes.values())), strict=True
        )
        for kind, detail in asked:
            self._see(kind, detail)
        self._unwritten |= {kind: sign for kind, sign in self._signs.items() if sign.is_sure}
        try:
            await self._write()
        except Unavailable as error:
            _log.debug("incidents cannot be noted now", why=str(error))

    def _see(self, kind: IncidentKind, detail: str | None) -> None:
        before = self._signs.pop(kind, None)
        if detail is None:
            return
        if before is None:
            self._signs[kind] = _Sign(detail, time.monotonic())
        else:
            self._signs[kind] = replace(before, detail=detail, times=before.times + 1)

    async def _write(self) -> None:
        if not self._unwritten and not self._ends:
            return
        async with self._db.begin(self._actor) as tx:
            for kind, sign in self._unwritten.items():
                since = tx.now - timedelta(seconds=time.monotonic() - sign.since)
                is_new = await incidents.note(
                    tx.session, kind=kind, since=since, now=tx.now, detail=sign.detail
                )
                if is_new:
                    _log.warning("an incident began", kind=kind.value)
            if self._ends:
                await incidents.end_calm(tx.session, now=tx.now)
        self._unwritten.clear()


async def _ask(probe: Probe) -> str | None:
    try:
        async with asyncio.timeout(_PATIENCE):
            return await probe()
    except Exception as error:  # whatever it is, what was looked at is not well
        return type(error).__name__


def seldom(probe: Probe, *, every: float) -> Probe:
    """The same probe, asked at most once in `every` seconds; in between its last answer holds."""
    answer: str | None = None
    due = 0.0

    async def ask() -> str | None:
        nonlocal answer, due
        if time.monotonic() >= due:
            answer = await _ask(probe)
            due = time.monotonic() + every
        return answer

    return ask
