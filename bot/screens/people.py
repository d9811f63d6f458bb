"""The screens of who looks after people: a person masked, and one thing read of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.callbacks.office import FindPerson, LookAt, ShowAudit, ShowOffice, ShowPerson
from bot.callbacks.wire import short
from bot.screen import Screen, button
from bot.screens.answers import length
from bot.screens.parts import paragraphs, shorten
from bot.texts import Markup, Texts
from domain.dossiers import Detail, Dossier, Look, Revealed
from storage.enums import UserStatus

_LONGEST_REASON = 80
_IN_A_ROW = 2
_ROLES = {
    "admin": "person-is-admin",
    "organizer": "person-is-organizer",
    "designer": "person-is-designer",
    "model": "person-is-model",
    "staff": "person-is-staff",
}
_STATUSES = {UserStatus.INACTIVE: "person-suspended", UserStatus.PENDING: "person-invited"}
_GIRTHS = {
    "bust": "form-model-bust-label",
    "waist": "form-model-waist-label",
    "hips": "form-model-hips-label",
}


def card(t: Texts, person: Dossier) -> Screen:
    """A person, masked: a button for each thing that can be read, and who looked lately."""
    looks = [_look(t, each) for each in person.looks]
    text = paragraphs(
        Markup("\n".join(_head(t, person))),
        Markup("\n".join(_line(t, each, mask) for each, mask in person.masks.items())),
        t("person-hint") if person.masks else "",
        Markup("\n".join((t("looks-title"), *looks))) if looks else t("looks-none"),
    )
    ways = [
        button(t.plain(f"detail-{each.value}"), LookAt(person=person.id, detail=each))
        for each in person.masks
    ]
    rows = [ways[start : start + _IN_A_ROW] for start in range(0, len(ways), _IN_A_ROW)]
    below = [
        button(t.plain("button-find-person"), FindPerson()),
        button(t.plain("button-office"), ShowOffice()),
    ]
    acts = button(t.plain("button-audit-person"), ShowAudit(scope="p", about=short(person.id)))
    return Screen(text, [*rows, [acts], below])


def revealed(t: Texts, look: Revealed) -> Screen:
    """What was read."""
    value = "\n".join(_value(t, look)) or t.plain("form-skipped")
    text = t("person-revealed", field=t.plain(f"detail-{look.detail.value}"), value=value)
    return Screen(text, [[button(t.plain("button-person"), ShowPerson(person=look.person))]])


def photos(look: Revealed) -> list[str]:
    """The file ids of photos that were read."""
    if look.detail is Detail.PICTURE:
        return [look.value]
    if look.detail is Detail.PORTFOLIO:
        return [str(each) for each in look.value.get("photos") or ()]
    return []


def _head(t: Texts, person: Dossier) -> Iterator[str]:
    roles = [t.plain(_ROLES[each]) for each in person.roles if each in _ROLES]
    yield t(
        "person-head",
        name=person.masks.get(Detail.NAME) or t.plain("guest"),
        roles=", ".join(roles) or t.plain("person-is-guest"),
    )
    if person.house:
        yield t("person-house", name=person.house)
    yield t("person-since", day=t.long_day(person.since.date()))
    if person.last_login is not None:
        yield t("person-last", day=t.long_day(person.last_login.date()))
    if person.telegram_id is not None:
        key = "person-telegram" if person.reachable else "person-unreachable"
        yield t(key, number=str(person.telegram_id))
    if person.status in _STATUSES:
        yield t(_STATUSES[person.status])


def _line(t: Texts, detail: Detail, mask: str) -> Markup:
    return t("form-review-line", label=t(f"detail-{detail.value}"), answer=mask)


def _look(t: Texts, look: Look) -> Markup:
    return t(
        "looks-line",
        day=t.long_day(look.at.date()),
        who=look.by or t.plain("looks-me"),
        field=t.plain(f"detail-{look.detail.value}"),
        reason=shorten(look.reason, _LONGEST_REASON),
    )


def _value(t: Texts, look: Revealed) -> Iterator[str]:
    match look.detail:
        case Detail.BORN:
            yield t.long_day(date.fromisoformat(look.value))
        case Detail.MEASURES:
            yield from _measures(t, look.value)
        case Detail.PORTFOLIO:
            if look.value.get("agency"):
                yield look.value["agency"]
            yield t.plain("form-photos-attached", count=len(photos(look)))
        case Detail.PICTURE:
            yield t.plain("form-photo-attached")
        case Detail.LINKS:
            yield from _texts(look.value)
        case _:
            yield look.value


def _measures(t: Texts, measures: Mapping[str, Any]) -> Iterator[str]:
    for name, key in _GIRTHS.items():
        if measures.get(name):
            yield _named(t, key, length(t, measures[name], around=True))
    if measures.get("shoe"):
        yield _named(t, "form-model-shoe-label", str(measures["shoe"]))
    if measures.get("measured_on"):
        day = date.fromisoformat(measures["measured_on"])
        yield _named(t, "form-model-measured-label", t.long_day(day))


def _named(t: Texts, key: str, value: str) -> str:
    return t.plain("person-value", label=t.plain(key), value=value)


def _texts(value: object) -> Iterator[str]:
    """The texts of an object, however it is built."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
