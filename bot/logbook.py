"""What the processes log, kept in `system_logs` for who runs the portal.

Everything from WARNING up, and what says `keep=True`: starts, ends, house rules. A line is our own
words, numbers and ids; what a person may have typed, and an error's message that may repeat it, is
kept by its length. Lines wait in memory and leave by the batch, so nothing waits for them; while
the database is away the newest thousand are kept, and those that had to go are counted.
"""

import asyncio
import logging
import re
import sys
import threading
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from bot.logging import NUMBERS_OF_PEOPLE, Redactor
from bot.tracing import where
from storage.database import Database
from storage.enums import LogLevel
from storage.errors import Unavailable
from storage.ids import new_id
from storage.queries import system_logs

MOST: Final = 1000
"""Lines that wait at most."""

_EVERY = 0.5
_LONGEST_MESSAGE, _LONGEST_TRACE, _LONGEST_VALUE = 300, 8000, 120
_OUR_WORDS = frozenset(
    {
        *("after", "before", "column", "doing", "host", "how", "job", "kind", "method"),
        *("status", "table", "template", "work"),
    }
)
"""Facts of a line whose texts are ours, whatever they are."""

_KINDS = frozenset({"error", "outcome", "reason", "why"})
"""Facts that name a kind of error, perhaps with a message after it."""

_NAME = re.compile(r"[A-Za-z_][\w.]{0,79}")
_CALL = re.compile(r"([A-Z][\w.]{0,79})\(")
_OURS = frozenset({"event", "level", "timestamp", "exc_info", "keep", "trace", "exception"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log; `at` is aware UTC by this process's clock, `times` how often it came."""

    id: UUID
    level: LogLevel
    message: str
    context: Mapping[str, Any]
    trace: str | None
    at: datetime
    times: int = 1

    @property
    def sign(self) -> str:
        """What two lines have in common that say the same."""
        return f"{self.level} {self.message} {self.context} {self.trace}"


class Logbook(logging.Handler):
    """Takes down what is logged in this process; from any thread, and never raises.

    `process` names it in every line; `dropped` counts those that were lost.
    """

    def __init__(self, redactor: Redactor, *, process: str, most: int = MOST) -> None:
        super().__init__()
        self._redactor = redactor
        self.process = process
        self._waiting: deque[Line] = deque(maxlen=most)
        self._guard = threading.Lock()
        self.dropped = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line down, if it is worth keeping."""
        facts = record.msg if isinstance(record.msg, dict) else {}
        if record.levelno < logging.WARNING and not facts.get("keep"):
            return
        try:
            self._add(self._line(record, facts))
        except Exception:  # a log that cannot be kept must not end what was logged
            self.dropped += 1

    def _line(self, record: logging.LogRecord, facts: Mapping[str, Any]) -> Line:
        # A library's words come without what it fills in, and of several lines the first.
        message = str(facts.get("event") or record.msg).partition("\n")[0][:_LONGEST_MESSAGE]
        context = {key: _harmless(key, value) for key, value in facts.items() if key not in _OURS}
        error = _error_of(facts.get("exc_info") or record.exc_info)
        trace = facts.get("trace") or (where(error) if error is not None else None)
        clean = self._redactor.clean
        return Line(
            id=new_id(),
            level=_level(record.levelno),
            message=clean(message),
            context={key: clean(v) if isinstance(v, str) else v for key, v in context.items()}
            | {"process": self.process, "logger": record.name},
            trace=None if trace is None else clean(str(trace))[-_LONGEST_TRACE:],
            at=datetime.fromtimestamp(record.created, UTC),
        )

    def _add(self, line: Line) -> None:
        with self._guard:
            if len(self._waiting) == self._waiting.maxlen:
                self.dropped += 1
            self._waiting.append(line)

    def take(self) -> Sequence[Line]:
        """What waits, each that says the same once; it waits no more."""
        with self._guard:
            lines = list(self._waiting)
            self._waiting.clear()
        times = Counter(line.sign for line in lines)
        first = {line.sign: line for line in reversed(lines)}
        return [replace(line, times=times[sign]) for sign, line in reversed(first.items())]

    def put_back(self, lines: Sequence[Line]) -> None:
        """These could not be written down: they wait again, before what came since."""
        with self._guard:
            room = (self._waiting.maxlen or 0) - len(self._waiting)
            kept = lines[len(lines) - room :] if room < len(lines) else lines
            self.dropped += sum(line.times for line in lines[: len(lines) - len(kept)])
            self._waiting.extendleft(reversed(kept))

    async def write(self, db: Database) -> int:
        """Write down what waits, in one statement; how many rows it were.

        While the database is away they go on waiting; lines that it will never take are counted.
        """
        lines, lost = self.take(), self.dropped
        told = [*lines, _lost(lost, self.process)] if lost else lines
        if not told:
            return 0
        try:
            await system_logs.add(db, [_row(line) for line in told])
        except Unavailable:
            self.put_back(lines)
            return 0
        except asyncio.CancelledError:
            self.put_back(lines)
            raise
        except Exception:  # such as a month that is not there: the next lines may fit
            self.dropped += len(lines)
            return 0
        self.dropped -= lost
        return len(told)

    async def keep(self, db: Database) -> None:
        """Write down what comes, twice a second, until cancelled."""
        while True:
            await self.write(db)
            await asyncio.sleep(_EVERY)


def _row(line: Line) -> dict[str, Any]:
    context = dict(line.context) | ({"times": line.times} if line.times > 1 else {})
    return {
        "id": str(line.id),
        "level": line.level.value,
        "message": line.message,
        "context": context,
        "stack_trace": line.trace,
        "created_at": line.at.isoformat(),
    }


def _lost(lines: int, process: str) -> Line:
    return Line(
        id=new_id(),
        level=LogLevel.WARNING,
        message="lines of the log were lost",
        context={"lines": lines, "process": process},
        trace=None,
        at=datetime.now(UTC),
    )


def _level(number: int) -> LogLevel:
    if number >= logging.CRITICAL:
        return LogLevel.CRITICAL
    if number >= logging.ERROR:
        return LogLevel.ERROR
    return LogLevel.WARNING if number >= logging.WARNING else LogLevel.INFO


def _error_of(given: Any) -> BaseException | None:
    if isinstance(given, BaseException):
        return given
    if given is True:
        return sys.exc_info()[1]
    return given[1] if isinstance(given, tuple) else None


def _harmless(key: str, value: Any) -> Any:
    """A fact as it may be kept: numbers, ids, names of kinds and our own words."""
    if key in NUMBERS_OF_PEOPLE:
        return "…"
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, UUID):
        return str(value)
    text = str(value) if isinstance(value, str) else repr(value)
    if key in _OUR_WORDS or _is_id(text) or (key in _KINDS and _NAME.fullmatch(text)):
        return text[:_LONGEST_VALUE]
    call = _CALL.match(text) if key in _KINDS else None
    return f"{call[1]}(…)" if call else f"({len(text)} characters)"


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
