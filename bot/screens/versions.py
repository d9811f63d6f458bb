"""Versions: the list of them, one as it was, and the question whether it shall come back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from bot.callbacks.making import AtDesk, RestoreVersion, ShowVersion, ShowVersions
from bot.callbacks.trades import ShowOwnCollection
from bot.callbacks.wire import short
from bot.screen import Screen, button
from bot.screens.fields import Telling
from bot.screens.parts import paragraphs, shorten
from bot.texts import Markup, Texts
from domain.versions import Kind, Look, Page, Version, differences, is_gone

_LONGEST = 40


def versions(how: Telling, page: Page, shown: ShowVersions, *, title: str, me: UUID) -> Screen:
    """A page of versions, the last first, with a button for each."""
    t = how.t
    told = [
        _lines(
            t(
                "version-line",
                number=place,
                when=how.when(each.at),
                who=_who(t, each, me),
                version=each.number,
            ),
            _what(how, each),
            _why(t, each),
        )
        for place, each in enumerate(page.versions, 1)
    ]
    text = paragraphs(
        t("versions-title", title=title),
        *(told or [t("history-none")]),
        t("versions-hint") if told else "",
    )
    numbers = [
        button(str(place), ShowVersion(version=each.id))
        for place, each in enumerate(page.versions, 1)
    ]
    return Screen(text, [numbers, _pager(t, page, shown), [_back(t, shown)]])


def version(how: Telling, look: Look, *, me: UUID) -> Screen:
    """A version as it was, and what it would change if it came back."""
    t, shown = how.t, look.version
    rows = []
    if shown.gone:
        below: str = t("version-gone")
    elif not look.back:
        below = t("version-is-now")
    else:
        below = _lines(t("version-would"), *_back_lines(how, look))
        rows.append([_restore(t, look, surely=False)])
    text = paragraphs(
        _lines(
            t("version-title", thing=_thing(t, shown), number=shown.number),
            t("history-line", when=how.when(shown.at), who=_who(t, shown, me)),
            _why(t, shown),
        ),
        _lines(
            *(t("version-value", field=name, value=value) for name, value in _values(how, shown))
        ),
        below,
    )
    return Screen(text, [*rows, [_all(t, shown)]])


def surely(how: Telling, look: Look) -> Screen:
    """Shall it come back?"""
    t = how.t
    text = paragraphs(
        t("version-surely", thing=_thing(t, look.version), number=look.version.number),
        _lines(*_back_lines(how, look)),
        t("version-stays-reason" if look.reason_needed else "version-stays"),
    )
    no = button(t.plain("button-restore-no"), ShowVersion(version=look.version.id))
    return Screen(text, [[_restore(t, look, surely=True)], [no]])


def restored(t: Texts, shown: Screen) -> Screen:
    """It has come back; below it the list."""
    return Screen(paragraphs(t("form-restore-done"), shown.text), shown.rows)


def _values(how: Telling, shown: Version) -> list[tuple[str, str]]:
    return list(how.values(shown.kind, shown.data))


def _back_lines(how: Telling, look: Look) -> list[Markup]:
    kind, data = look.version.kind, look.version.data
    if is_gone(look.now_is):
        return [how.t("version-back", thing=_thing(how.t, look.version))]
    new = {name: data[name] for name in look.back}
    return [how.t("version-change", change=each) for each in how.changes(kind, look.now_is, new)]


def _what(how: Telling, shown: Version) -> Markup:
    t, before = how.t, shown.before
    thing = _thing(t, shown)
    if shown.gone:
        return t("history-delete", thing=thing)
    if before is None or is_gone(before):
        return t("history-insert", thing=thing)
    new = {name: shown.data[name] for name in differences(shown.kind, before, shown.data)}
    fields = ", ".join(how.changes(shown.kind, before, new))
    return t("history-update", thing=thing, fields=fields or "–")


def _thing(t: Texts, shown: Version) -> str:
    thing = t.plain(f"version-part-{shown.kind.value}")
    if shown.kind is Kind.EVENT:
        return thing
    data: Mapping[str, Any] = shown.data or shown.before or {}
    name = data.get("name") or data.get("title")
    if not name:
        return thing
    return t.plain("history-named", thing=thing, name=shorten(str(name), _LONGEST))


def _who(t: Texts, shown: Version, me: UUID) -> str:
    if shown.person == me:
        return t.plain("history-you")
    if shown.who is None:
        return t.plain("history-portal")
    return shown.who or t.plain("version-somebody")


def _why(t: Texts, shown: Version) -> str:
    return t("version-reason", reason=shown.reason) if shown.reason else ""


def _lines(*parts: str) -> Markup:
    return Markup("\n".join(part for part in parts if part))


def _pager(t: Texts, page: Page, shown: ShowVersions) -> list[Any]:
    turn = []
    if shown.before:
        newest = ShowVersions(scope=shown.scope, about=shown.about)
        turn.append(button(t.plain("button-audit-newest"), newest))
    if page.has_next:
        before = short(page.versions[-1].id)
        older = ShowVersions(scope=shown.scope, about=shown.about, before=before)
        turn.append(button(t.plain("button-older"), older))
    return turn


def _back(t: Texts, shown: ShowVersions) -> Any:
    if shown.scope == "e":
        return button(t.plain("button-desk"), AtDesk(event=shown.about))
    return button(t.plain("button-back"), ShowOwnCollection(collection=shown.about))


def _all(t: Texts, shown: Version) -> Any:
    listed = (
        ShowVersions(scope="c", about=shown.thing)
        if shown.kind is Kind.COLLECTION
        else ShowVersions(scope="e", about=shown.about)
    )
    return button(t.plain("button-versions"), listed)


def _restore(t: Texts, look: Look, *, surely: bool) -> Any:
    key = "button-restore-yes" if surely else "button-restore"
    act = RestoreVersion(version=look.version.id, seen=look.seen, surely=surely)
    return button(t.plain(key), act)
