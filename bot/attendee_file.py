"""An event's guests as a file: one table, a line for each ticket."""

from collections.abc import Sequence
from typing import IO
from zoneinfo import ZoneInfo

from bot.screens.result_files import initialled
from bot.spreadsheets import Book, Row
from bot.texts import Texts
from domain.attendee_files import Line


class AttendeeFile:
    """The list, written `into` a file, in the language of `t`, times in `zone`.

    `lines` are those that are in it, `names` how many of them name somebody.
    """

    def __init__(self, into: IO[bytes], t: Texts, *, zone: str) -> None:
        self.lines = 0
        self.names = 0
        self._t = t
        self._zone = ZoneInfo(zone)
        self._book = Book(into, t.plain("attendees-table"))
        self._book.write(
            [
                (
                    t.plain("attendees-number"),
                    t.plain("attendees-name"),
                    t.plain("attendees-type"),
                    t.plain("attendees-order"),
                    t.plain("attendees-state"),
                    t.plain("attendees-since"),
                )
            ]
        )

    def add(self, lines: Sequence[Line]) -> None:
        """Write the next lines."""
        self._book.write(self._row(each) for each in lines)

    def close(self) -> None:
        """Nothing follows."""
        self._book.close()

    def _row(self, line: Line) -> Row:
        self.lines += 1
        self.names += line.name is not None
        return (
            str(self.lines),
            initialled(line.name or ""),
            line.type_name,
            line.number,
            self._t.plain(f"sold-ticket-{line.status.value}"),
            f"{line.since.astimezone(self._zone):%Y-%m-%d %H:%M}",
        )
