"""The till: one buyer at a time while few come, many in one statement when many want the same.

A crowd forms only under pressure: while statements for a type are under way, who comes waits in
its line, and the first of the line asks for all of them together.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID
from weakref import WeakKeyDictionary

import asyncpg

from storage.context import Context
from storage.database import Database
from storage.errors import Unavailable
from storage.queries import reserving
from storage.queries.reserving import ALONE, Wish

MOST: Final = 50
"""Buyers of one statement: more would let the first of them wait too long."""

_AT_ONCE: Final = 3
"""Statements for one type, each for one buyer, that need no line."""


@dataclass(eq=False, slots=True)
class _Place:
    """Somebody in line. Who is told None goes in front and asks for the others, too."""

    wish: Wish
    answer: "asyncio.Future[asyncpg.Record | None]"


@dataclass(slots=True)
class _Line:
    """Who waits for one type, and what is under way for it."""

    waiting: deque[_Place] = field(default_factory=deque)
    alone: int = 0
    led: bool = False

    @property
    def is_quiet(self) -> bool:
        return not self.led and not self.waiting and self.alone < _AT_ONCE

    @property
    def is_over(self) -> bool:
        return not (self.led or self.waiting or self.alone)

    def call_next(self) -> None:
        """Let the first who still waits go in front, unless somebody is there."""
        while self.waiting and not self.led:
            place = self.waiting.popleft()
            if not place.answer.done():
                self.led = True
                place.answer.set_result(None)

    def step_up(self, first: Wish) -> Sequence[_Place]:
        """Who asks together with `first`: other buyers, in the order of the line."""
        buyers = {first.buyer}
        together: list[_Place] = []
        left: deque[_Place] = deque()
        while self.waiting:
            place = self.waiting.popleft()
            if place.answer.done():
                continue
            if len(together) < MOST - 1 and place.wish.buyer not in buyers:
                buyers.add(place.wish.buyer)
                together.append(place)
            else:
                left.append(place)
        self.waiting = left
        return together


class Till:
    """Holds places for those who buy through one database."""

    def __init__(self) -> None:
        self._lines: dict[tuple[int, UUID, int], _Line] = {}

    async def reserve(self, db: Database, wish: Wish) -> asyncpg.Record:
        """Hold a basket, alone or with others. Raises `Unavailable`."""
        if len(wish.positions) != 1 or wish.code is not None:
            return await reserving.reserve(db, wish)
        key = (wish.claim.bot_id, wish.event_id, wish.positions[0])
        line = self._lines.setdefault(key, _Line())
        try:
            if line.is_quiet:
                return await self._alone(db, line, wish)
            signed = db.sign(Context("person", wish.buyer))
            return await self._in_line(db, line, replace(wish, signed=signed))
        finally:
            if line.is_over:
                self._lines.pop(key, None)

    async def _alone(self, db: Database, line: _Line, wish: Wish) -> asyncpg.Record:
        line.alone += 1
        try:
            return await reserving.reserve(db, wish)
        finally:
            line.alone -= 1
            line.call_next()

    async def _in_line(self, db: Database, line: _Line, wish: Wish) -> asyncpg.Record:
        place = _Place(wish, asyncio.get_running_loop().create_future())
        line.waiting.append(place)
        try:
            answer = await place.answer
        except asyncio.CancelledError:
            if place.answer.done() and not place.answer.cancelled():
                self._leave_front(line, place)
            raise
        if answer is None:
            try:
                answer = await self._ask_together(db, line, wish)
            finally:
                line.led = False
                line.call_next()
        if answer["outcome"] == ALONE:
            return await reserving.reserve(db, wish)
        return answer

    @staticmethod
    def _leave_front(line: _Line, place: _Place) -> None:
        """Who was called and is gone lets the next one go in front."""
        if place.answer.exception() is None and place.answer.result() is None:
            line.led = False
            line.call_next()

    async def _ask_together(self, db: Database, line: _Line, first: Wish) -> asyncpg.Record:
        others = line.step_up(first)
        if not others:
            return await reserving.reserve(db, first)
        try:
            wishes = [first, *(place.wish for place in others)]
            answers = await reserving.reserve_many(db, wishes)
        except BaseException as error:
            shared = error if isinstance(error, Exception) else Unavailable("who asked is gone")
            for place in others:
                if not place.answer.done():
                    place.answer.set_exception(shared)
            raise
        for place, answer in zip(others, answers[1:], strict=True):
            if not place.answer.done():
                place.answer.set_result(answer)
        return answers[0]


_tills: WeakKeyDictionary[Database, Till] = WeakKeyDictionary()


def till_of(db: Database) -> Till:
    """The till of a database: one for all who buy through it."""
    return _tills.setdefault(db, Till())
