"""Who did what, for who runs the portal: lists, and one change."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.callbacks.office import ShowAudit, ShowChange, ShowOffice, ShowPerson
from bot.callbacks.wire import short
from bot.screen import Screen, button
from bot.screens.history import nobody
from bot.screens.parts import paragraphs, shorten
from bot.texts import Markup, Texts
from domain.histories import Change, Page
from storage.partitions import uuid_floor
from storage.security.sealed import looks_sealed

_ZONE = "UTC"
_LONGEST = 60
_MOST = 24
"""Columns of one change on a screen."""

_TITLES = {"": "audit-title", "p": "audit-title-person", "t": "audit-title-thing"}


def changes(t: Texts, page: Page, shown: ShowAudit, *, now: datetime) -> Screen:
    """A page of the audit, with a button for each line, and ways to other days."""
    lines = [
        Markup("\n".join((_head(t, each, number), _what(t, each))))
        for number, each in enumerate(page.changes, 1)
    ]
    text = paragraphs(
        t(_TITLES[shown.scope]), *(lines or [t("audit-none")]), t("audit-hint") if lines else ""
    )
    numbers = [
        button(str(number), ShowChange(change=each.id))
        for number, each in enumerate(page.changes, 1)
    ]
    return Screen(text, [numbers, *_ways(t, page, shown, now), _below(t, shown)])


def _ways(t: Texts, page: Page, shown: ShowAudit, now: datetime) -> Iterator[list[Any]]:
    turn = []
    if shown.before:
        turn.append(button(t.plain("button-audit-newest"), _at(shown, "")))
    if page.has_next:
        turn.append(button(t.plain("button-older"), _at(shown, short(page.changes[-1].id))))
    yield turn
    from_here = page.changes[0].at if page.changes else now
    yield [
        button(t.plain(key), _at(shown, short(uuid_floor(from_here - back))))
        for key, back in (
            ("button-audit-day", timedelta(days=1)),
            ("button-audit-week", timedelta(days=7)),
        )
    ]


def _below(t: Texts, shown: ShowAudit) -> list[Any]:
    everything = [button(t.plain("button-audit-all"), ShowAudit())] if shown.scope else []
    return [*everything, button(t.plain("button-office"), ShowOffice())]


def _at(shown: ShowAudit, before: str) -> ShowAudit:
    return ShowAudit(scope=shown.scope, about=shown.about, before=before)


def change(t: Texts, found: Change) -> Screen:
    """All that was told of one change."""
    facts = [t("audit-as", capacity=found.capacity)] if found.capacity else []
    if found.request:
        facts.append(t("audit-asked", request=found.request))
    if found.row is not None:
        facts.append(t("audit-row", row=str(found.row)))
    text = paragraphs(
        Markup("\n".join((_head(t, found, None), _what(t, found), *facts))),
        Markup("\n".join(_values(t, found))),
    )
    ways = []
    if found.person is not None:
        acts = ShowAudit(scope="p", about=short(found.person))
        ways.append(button(t.plain("button-audit-person"), acts))
    if found.row is not None:
        row = ShowAudit(scope="t", about=short(found.id))
        ways.append(button(t.plain("button-audit-thing"), row))
    card = []
    if found.person is not None:
        card = [button(t.plain("button-person"), ShowPerson(person=found.person))]
    return Screen(text, [ways, [*card, button(t.plain("button-audit"), ShowAudit())]])


def _head(t: Texts, found: Change, number: int | None) -> Markup:
    when = t.plain("when", day=t.long_day(found.at.date()), clock=t.clock(found.at, _ZONE))
    who = nobody(t, found) if found.who is None else found.who or t.plain("guest")
    if number is None:
        return t("history-line", when=when, who=who)
    return t("audit-line", number=number, when=when, who=who)


def _what(t: Texts, found: Change) -> Markup:
    return t("audit-what", table=found.table, action=found.action)


def _values(t: Texts, found: Change) -> Iterator[Markup]:
    columns = [*dict.fromkeys((*found.old, *found.new))][:_MOST]
    both = bool(found.old and found.new)
    for column in columns:
        old, new = (_value(t, side.get(column)) for side in (found.old, found.new))
        if both:
            yield t("audit-change", column=column, old=old, new=new)
        elif found.old.get(column, found.new.get(column)) is not None:
            yield t("audit-value", column=column, value=new if found.new else old)
    for column in found.hidden:
        yield t("audit-value", column=column, value=t.plain("audit-hidden"))
    for name, value in found.told.items():
        yield t("audit-value", column=name, value=_value(t, value))


def _value(t: Texts, value: Any) -> str:
    if value is None:
        return t.plain("history-empty")
    if isinstance(value, dict) and isinstance(value.get("sealed"), str):
        return t.plain("audit-sealed")
    if isinstance(value, str) and looks_sealed(value):
        return t.plain("audit-sealed")
    return shorten(_second(str(value)), _LONGEST)


def _second(text: str) -> str:
    """A moment to the second, in UTC; any other text as it is."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} {_ZONE}" if at.tzinfo else text
