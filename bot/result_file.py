"""A campaign's result as a file: two tables, the receivers and the numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import IO, Final
from zoneinfo import ZoneInfo

from bot import refusals
from bot.screens.parts import money
from bot.screens.result_files import initialled
from bot.spreadsheets import Book, Row
from bot.texts import Texts
from domain.campaign_files import Line
from domain.campaigns import Campaign
from domain.taps import TakenUp
from storage.enums import NotificationStatus

FILE_NAME: Final = "campaign.zip"

_UNDER_WAY: Final = (NotificationStatus.PENDING, NotificationStatus.SENDING)
_LOST: Final = (NotificationStatus.DEAD, NotificationStatus.FAILED)


class ResultFile:
    """The file of one campaign, written `into` another, in the language of `t`, times in `zone`.

    `lines` are those that are in it, `names` how many of them name somebody.
    """

    def __init__(self, into: IO[bytes], t: Texts, campaign: Campaign, *, zone: str) -> None:
        self.lines = 0
        self.names = 0
        self._t = t
        self._campaign = campaign
        self._zone = ZoneInfo(zone)
        self._ended: Counter[str] = Counter()
        self._book = Book(into, t.plain("result-file-receivers"))
        self._book.write(
            [
                (
                    t.plain("result-file-number"),
                    t.plain("result-file-name"),
                    t.plain("result-file-result"),
                    t.plain("result-file-sent"),
                    t.plain("result-file-why"),
                )
            ]
        )

    def add(self, lines: Sequence[Line]) -> None:
        """Write the next lines."""
        self._book.write(self._row(each) for each in lines)

    def close(self, taken: TakenUp, *, made_at: datetime) -> None:
        """Write the numbers, which end it."""
        self._book.turn_to(self._t.plain("result-file-numbers"))
        self._book.write(self._numbers(taken, made_at))
        self._book.close()

    def _row(self, line: Line) -> Row:
        self.lines += 1
        self.names += line.name is not None
        status = _word(line.status)
        self._ended[status] += 1
        sent = "" if line.sent_at is None else self._moment(line.sent_at)
        return (
            str(self.lines),
            initialled(line.name or ""),
            self._t.plain("result-file-status", status=status),
            sent,
            self._why(line, status),
        )

    def _why(self, line: Line, status: str) -> str:
        if status == "failed":
            return self._t.plain("result-file-failed", kind=refusals.about(line.why))
        if status in ("blocked", "unknown"):
            return self._t.plain("result-file-because", why=status)
        if status == "skipped" or line.why == "quiet":
            return self._t.plain("result-file-because", why=line.why.replace(" ", "-"))
        return ""

    def _numbers(self, taken: TakenUp, made_at: datetime) -> Iterator[Row]:
        t, campaign = self._t, self._campaign
        yield t.plain("result-file-campaign"), campaign.name
        if campaign.launched_at is not None:
            yield t.plain("result-file-launched"), self._moment(campaign.launched_at)
        yield t.plain("result-file-made"), self._moment(made_at)
        yield t.plain("result-file-zone"), self._zone.key
        yield t.plain("result-file-all"), str(self.lines)
        for status, count in self._ended.most_common():
            yield t.plain("result-file-status", status=status), str(count)
        yield t.plain("result-file-taps"), str(taken.people)
        for place, each in enumerate(campaign.content.links, 1):
            label = t.plain("result-file-taps-of-one", label=each.label)
            yield label, str(taken.buttons.get(place, 0))
        yield t.plain("result-file-orders"), str(taken.orders)
        yield t.plain("result-file-tickets"), str(taken.tickets)
        for sales in taken.sales:
            yield t.plain("result-file-sales"), money(t, sales.money)

    def _moment(self, at: datetime) -> str:
        return f"{at.astimezone(self._zone):%Y-%m-%d %H:%M:%S}"


def _word(status: NotificationStatus) -> str:
    if status in _UNDER_WAY:
        return "waiting"
    return "failed" if status in _LOST else status.value
