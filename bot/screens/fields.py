"""What something was and is, in words: the columns of what people make, and their values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from bot.screens.parts import money, season, shorten
from bot.texts import Texts
from domain.money import Money
from domain.schedules import EntryKind
from storage.enums import CollectionStatus, EventStatus, EventType, TicketTypeStatus

_LONGEST = 40
_LONG = 300


class Field(StrEnum):
    """What is told of a change, by its column; what is not here goes by itself."""

    TITLE = "title"
    NAME = "name"
    DESCRIPTION = "description"
    STATUS = "status"
    KIND = "type"
    START = "start_date"
    END = "end_date"
    VENUE = "venue_id"
    SEATS = "capacity"
    CURRENCY = "currency"
    POSTER = "meta_data"
    REFUNDS = "refund_policy"
    PRICE = "price"
    QUANTITY = "quantity"
    LIMIT = "max_per_person"
    BENEFITS = "benefits"
    OPENS = "sale_start"
    ENDS = "sale_end"
    HIDDEN = "hidden"
    APPROVAL = "needs_approval"
    BEGINS = "start_time"
    IS_OVER = "end_time"
    PLACE = "location"
    SEASON = "season"
    YEAR = "year"
    PHOTOS = "images"
    ORDER = "position"


_MOMENTS: Final = {
    *(Field.START, Field.END, Field.OPENS, Field.ENDS, Field.BEGINS, Field.IS_OVER),
}
_WORDS: Final = {
    *(Field.TITLE, Field.NAME, Field.PLACE, Field.SEATS, Field.QUANTITY, Field.LIMIT),
    *(Field.CURRENCY, Field.YEAR),
}
_LISTS: Final = {Field.BENEFITS, Field.PHOTOS}
_STATES: Final = {
    "events": ("mine", EventStatus),
    "ticket_types": ("version-ticket", TicketTypeStatus),
    "collections": ("version-collection", CollectionStatus),
}
_KINDS: Final = {"events": ("kind", EventType), "event_schedules": ("form-entry-kind", EntryKind)}


@dataclass(frozen=True, slots=True)
class Telling:
    """How values are told: moments in `zone`, by day alone without one, money in `currency`,
    venues by the names in `places`. `long`: descriptions are told, too."""

    t: Texts
    zone: str | None
    currency: str = ""
    places: Mapping[UUID, str] = field(default_factory=dict)
    long: bool = False

    def when(self, at: datetime) -> str:
        """A moment."""
        return self.t.when(at, self.zone) if self.zone else self.t.day(at, "UTC")

    def changes(self, table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
        """Each column of `new`, with its value before and after where that fits on a line."""
        for each in Field:
            if each.value not in new:
                continue
            name = self.t.plain(f"history-field-{each.value}")
            before = self.value(table, each, old.get(each.value))
            after = self.value(table, each, new[each.value])
            if before is None or after is None:
                yield name
            else:
                yield self.t.plain("history-value", field=name, old=before, new=after)

    def values(self, table: str, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """What a row says: the names of its fields, and their values."""
        for each in Field:
            told = data.get(each.value)
            if told in (None, "", []):
                continue
            value = shorten(told, _LONG) if each is Field.DESCRIPTION else None
            value = value or self.value(table, each, told)
            if value is not None:
                yield self.t.plain(f"history-field-{each.value}"), value

    def value(self, table: str, column: Field, value: Any) -> str | None:
        """The value in words; None where it has none that fit on a line."""
        if value is None:
            return self.t.plain("history-empty")
        if column in _MOMENTS:
            return self.when(datetime.fromisoformat(value))
        if column is Field.STATUS:
            return self._word(_STATES, table, value)
        if column is Field.KIND:
            return self._word(_KINDS, table, value)
        if column is Field.VENUE:
            return self.places.get(UUID(value))
        if column is Field.PRICE and self.currency:
            return money(self.t, Money.of(Decimal(str(value)), self.currency))
        if column is Field.SEASON:
            return season(self.t, value)
        if column in _LISTS:
            return self._list(column, value)
        if column is Field.DESCRIPTION and self.long:
            return shorten(value, _LONG)
        return shorten(str(value), _LONGEST) if column in _WORDS else None

    def _list(self, column: Field, value: Any) -> str:
        if column is Field.PHOTOS:
            return self.t.plain("form-photos-attached", count=len(value))
        return shorten(", ".join(value), _LONGEST) or self.t.plain("history-empty")

    def _word(
        self, known: Mapping[str, tuple[str, type[StrEnum]]], table: str, value: str
    ) -> str | None:
        prefix, words = known.get(table, ("", None))
        if words is None or value not in set(words):
            return None
        return self.t.plain(f"{prefix}-{value}")
