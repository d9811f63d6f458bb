"""Incidents: the list, and what administrators are told when one begins and ends."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.callbacks.office import ShowIncidents, ShowOffice
from bot.screen import Screen, button
from bot.screens.parts import paragraphs
from bot.texts import Markup, Texts
from domain.incidents import Incident

_ZONE = "UTC"
_MINUTE = timedelta(minutes=1)


def incidents(t: Texts, known: Sequence[Incident], *, now: datetime) -> Screen:
    """What is wrong, and then what was."""
    present = [each for each in known if each.closed_at is None]
    past = [each for each in known if each.closed_at is not None]
    text = paragraphs(
        t("incidents-title"),
        *([_told(t, each, now) for each in present] or [t("incidents-none")]),
        _section(t, past),
    )
    refresh = button(t.plain("button-refresh"), ShowIncidents())
    return Screen(text, [[refresh], [button(t.plain("button-office"), ShowOffice())]])


def begun(t: Texts, incident: Incident) -> Screen:
    """To administrators: something is wrong."""
    text = paragraphs(
        t("incident-begun", what=_name(t, incident)),
        _means(t, incident),
        t("incident-since", when=_when(t, incident.opened_at)),
    )
    return Screen(text, [[button(t.plain("button-incidents"), ShowIncidents())]])


def over(t: Texts, incident: Incident) -> Screen:
    """To administrators: it is well again."""
    text = t(
        "incident-over",
        what=_name(t, incident),
        since=_when(t, incident.opened_at),
        minutes=_minutes(incident.seen_at - incident.opened_at),
    )
    return Screen(text, [[button(t.plain("button-incidents"), ShowIncidents())]])


def _section(t: Texts, past: Sequence[Incident]) -> Markup:
    if not past:
        return Markup("")
    return Markup("\n".join((t("incidents-past"), *_lines(t, past))))


def _lines(t: Texts, past: Sequence[Incident]) -> Iterator[Markup]:
    for each in past:
        yield t(
            "incidents-line",
            when=_when(t, each.opened_at),
            what=_name(t, each),
            minutes=_minutes(each.seen_at - each.opened_at),
        )


def _told(t: Texts, incident: Incident, now: datetime) -> Markup:
    head = t("incidents-now", what=_name(t, incident), minutes=_minutes(now - incident.opened_at))
    return Markup("\n".join((head, _means(t, incident))))


def _means(t: Texts, incident: Incident) -> Markup:
    return t(f"incident-means-{incident.kind.value}", detail=incident.detail or "?")


def _name(t: Texts, incident: Incident) -> str:
    return t.plain(f"incident-{incident.kind.value}", detail=incident.detail or "?")


def _when(t: Texts, at: datetime) -> str:
    return t.plain("when", day=t.long_day(at.date()), clock=t.clock(at, _ZONE))


def _minutes(span: timedelta) -> int:
    return max(1, round(span / _MINUTE))
