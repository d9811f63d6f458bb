"""Who changed an event, for those who make it."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.callbacks import AtDesk, ShowHistory, short
from bot.screen import Screen, button
from bot.screens.parts import paragraphs, shorten
from bot.texts import Markup, Texts
from domain.histories import Change, Deed, Page, Part
from domain.productions import Production
from storage.enums import EventStatus, EventType

_LONGEST = 40


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
    PRICE = "price"
    QUANTITY = "quantity"
    LIMIT = "max_per_person"
    BENEFITS = "benefits"
    OPENS = "sale_start"
    ENDS = "sale_end"
    HIDDEN = "hidden"
    BEGINS = "start_time"
    IS_OVER = "end_time"
    PLACE = "location"
    ORDER = "position"


_MOMENTS = {Field.START, Field.END, Field.OPENS, Field.ENDS, Field.BEGINS, Field.IS_OVER}
_STATUSES = {each.value for each in EventStatus}
_KINDS = {each.value for each in EventType}
_WORDS = {
    *(Field.TITLE, Field.NAME, Field.PLACE, Field.SEATS, Field.QUANTITY, Field.LIMIT),
    *(Field.PRICE, Field.CURRENCY),
}


def history(t: Texts, event: Production, page: Page, *, me: UUID, before: UUID | None) -> Screen:
    """A page of what changed, the last first."""
    told = [
        Markup("\n".join((_head(t, event, each, me), _what(t, event, each))))
        for each in page.changes
    ]
    text = paragraphs(t("history-title", title=event.title), *(told or [t("history-none")]))
    pager = []
    if before is not None:
        pager.append(button(t.plain("button-audit-newest"), ShowHistory(event=event.id)))
    if page.has_next:
        older = ShowHistory(event=event.id, before=short(page.changes[-1].id))
        pager.append(button(t.plain("button-older"), older))
    return Screen(text, [pager, [button(t.plain("button-desk"), AtDesk(event=event.id))]])


def _head(t: Texts, event: Production, change: Change, me: UUID) -> Markup:
    if change.person == me:
        who = t.plain("history-you")
    elif change.who is None:
        who = t.plain("history-portal")
    else:
        who = change.who or t.plain("guest")
    return t("history-line", when=t.when(change.at, event.time_zone), who=who)


def _what(t: Texts, event: Production, change: Change) -> Markup:
    thing = t.plain(f"history-part-{Part(change.table).value}")
    deed = Deed(change.action)
    if deed is not Deed.UPDATE:
        name = change.new.get("name") or change.old.get("name") or change.new.get("title")
        if name:
            thing = t.plain("history-named", thing=thing, name=shorten(str(name), _LONGEST))
        return t(f"history-{deed.value}", thing=thing)
    fields = ", ".join(_fields(t, event, change))
    return t(f"history-{deed.value}", thing=thing, fields=fields or "–")


def _fields(t: Texts, event: Production, change: Change) -> Iterator[str]:
    for field in Field:
        if field.value not in change.new:
            continue
        name = t.plain(f"history-field-{field.value}")
        old = _value(t, event, field, change.old.get(field.value))
        new = _value(t, event, field, change.new.get(field.value))
        if old is None or new is None:
            yield name
        else:
            yield t.plain("history-value", field=name, old=old, new=new)


def _value(t: Texts, event: Production, field: Field, value: Any) -> str | None:
    """The value in words; None where it has none that fit on a line."""
    if value is None:
        return t.plain("history-empty")
    if field in _MOMENTS:
        return t.when(datetime.fromisoformat(value), event.time_zone)
    if field is Field.STATUS and value in _STATUSES:
        return t.plain(f"mine-{EventStatus(value).value}")
    if field is Field.KIND and value in _KINDS:
        return t.plain(f"kind-{EventType(value).value}")
    return shorten(str(value), _LONGEST) if field in _WORDS else None
