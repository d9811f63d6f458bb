"""What is kept about a person, why, and what they may ask for."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.callbacks.finding import ShowFollowing
from bot.callbacks.mine import Allow, AskExport, AtPrivacy, Restrict, Room, ShowProfile
from bot.callbacks.office import ShowOffice
from bot.screen import Screen, button
from bot.screens.parts import bar, home, paragraphs
from bot.screens.purposes import purposes
from bot.screens.settings import settings_button
from bot.texts import Markup, Texts
from domain.consents import Choice, Elsewhere, Said
from domain.requests import Request
from storage.datamap import TABLES, Basis
from storage.datamap.people import PEOPLE
from storage.datamap.selling import SELLING
from storage.enums import ConsentPurpose, NotificationType

ROOMS = (
    *(Room.KEPT, Room.CONSENTS),
    *(Room.EXPORT, Room.CORRECT),
    *(Room.RESTRICT, Room.REQUESTS),
    *(Room.ERASE,),
)
"""What the menu leads to."""


def menu(t: Texts, *, works: bool) -> Screen:
    """The rooms; for who `works` here, the one of their devices on the web."""
    rooms = [to(t, each) for each in (*ROOMS, *([Room.DEVICES] if works else []))]
    rows = [rooms[start : start + 2] for start in range(0, len(rooms), 2)]
    return Screen(t("privacy"), [*rows, [home(t)]])


def kept(t: Texts, *, works: bool) -> Screen:
    """What is kept and why, ground by ground; the trades' for who `works` here."""
    tables = list(TABLES.values()) if works else [*PEOPLE, *SELLING]
    told = [
        paragraphs(
            Markup(f"{t(f'privacy-basis-{basis.value}')}\n" + _list(purposes(t, basis, tables)))
        )
        for basis in Basis
    ]
    text = paragraphs(t("privacy-kept"), *told, t("privacy-kept-locked"))
    return Screen(text, [[to(t, Room.MENU), home(t)]])


def correct(t: Texts) -> Screen:
    """Where what is kept can be changed."""
    ways = [
        [button(t.plain("button-profile"), ShowProfile())],
        [button(t.plain("button-following"), ShowFollowing()), settings_button(t)],
    ]
    return Screen(t("privacy-correct"), [*ways, [to(t, Room.MENU), home(t)]])


def consents(
    t: Texts, choices: Sequence[Choice], said: Sequence[Said], elsewhere: Elsewhere
) -> Screen:
    """What I allow, with a button to change each; and what I said, the last first."""
    told = Markup("\n".join(_choice(t, each) for each in choices))
    lines = [_said(t, each) for each in said]
    log = Markup("\n".join((t("consents-said"), *lines))) if lines else ""
    text = paragraphs(t("consents"), told, *_elsewhere(t, elsewhere), log)
    rows = [[_toggle(t, each)] for each in choices]
    return Screen(text, [*rows, [to(t, Room.MENU), home(t)]])


def export(t: Texts) -> Screen:
    """What it means to take my data along."""
    ask = button(t.plain("button-export"), AskExport())
    return Screen(t("privacy-export"), [[ask], [to(t, Room.MENU), home(t)]])


def export_under_way(t: Texts, progress: int) -> Screen:
    """How far it is, in percent."""
    text = t("privacy-export-under-way", bar=bar(progress / 100), percent=progress)
    return Screen(text, [[to(t, Room.MENU), home(t)]])


def export_sent(t: Texts) -> Screen:
    """It is in the chat, below."""
    return Screen(t("privacy-export-sent"), [[to(t, Room.MENU), home(t)]])


def export_too_large(t: Texts) -> Screen:
    """It is larger than what a bot may send."""
    return Screen(t("privacy-export-too-large"), [[to(t, Room.MENU), home(t)]])


def restrict(t: Texts, since: datetime | None) -> Screen:
    """What it means to let my data rest, and the way in or out."""
    if since is None:
        text, label = t("privacy-restrict"), t.plain("button-restrict-on")
    else:
        text = t("privacy-restricted", since=_day(t, since))
        label = t.plain("button-restrict-off")
    way = button(label, Restrict(on=since is None))
    return Screen(text, [[way], [to(t, Room.MENU), home(t)]])


def requests(t: Texts, mine: Sequence[Request]) -> Screen:
    """My requests, the newest first."""
    told = [_request(t, each) for each in mine] or [t("privacy-requests-none")]
    return Screen(paragraphs(t("privacy-requests"), *told), [[to(t, Room.MENU), home(t)]])


def office(t: Texts, waiting: Sequence[Request], *, now: datetime) -> Screen:
    """Everybody's open requests, what is due first."""
    told = [
        t(
            "requests-line",
            kind=t.plain(f"request-kind-{each.kind.value}"),
            who=each.who or t.plain("guest"),
            asked=_day(t, each.asked_at),
            due=_day(t, each.due_at),
            late="yes" if each.due_at < now else "no",
        )
        for each in waiting
    ] or [t("requests-none")]
    rows = [[button(t.plain("button-office"), ShowOffice()), home(t)]]
    return Screen(paragraphs(t("requests"), *told), rows)


def to(t: Texts, room: Room) -> InlineKeyboardButton:
    """The way to a room."""
    return button(t.plain(f"button-privacy-{room.value}"), AtPrivacy(room=room))


def _choice(t: Texts, choice: Choice) -> Markup:
    return t(
        "consents-line",
        what=_what(t, choice.purpose, choice.channel),
        said="none" if choice.granted is None else "yes" if choice.granted else "no",
        since=_day(t, choice.since) if choice.since else "",
    )


def _said(t: Texts, said: Said) -> Markup:
    return t(
        "consents-said-line",
        day=_day(t, said.at),
        what=_what(t, said.purpose, said.channel),
        said="yes" if said.granted else "no",
        version=said.version,
    )


def _toggle(t: Texts, choice: Choice) -> InlineKeyboardButton:
    what = _what(t, choice.purpose, choice.channel)
    if choice.purpose is ConsentPurpose.URGENT:  # what that is stands in the words above
        what = t.plain("consent-urgent-short")
    key = "button-consent-withdraw" if choice.granted else "button-consent-give"
    act = Allow(purpose=choice.purpose, channel=choice.channel, yes=not choice.granted)
    return button(t.plain(key, what=what), act)


def _what(t: Texts, purpose: ConsentPurpose, channel: NotificationType) -> str:
    if purpose is ConsentPurpose.SUGGESTIONS:
        return t.plain("consent-suggestions")
    if purpose is ConsentPurpose.URGENT:
        return t.plain("consent-urgent")
    return t.plain(f"consent-news-{channel.value}")


def _elsewhere(t: Texts, known: Elsewhere) -> Iterator[Markup]:
    if known.body_since is not None:
        yield t("consents-body", since=_day(t, known.body_since))
    if known.guardian_at is not None:
        word = "yes" if known.guardian_granted else "no"
        yield t("consents-guardian", day=_day(t, known.guardian_at), said=word)
    if known.as_guardian_at is not None:
        word = "yes" if known.as_guardian_granted else "no"
        yield t("consents-as-guardian", day=_day(t, known.as_guardian_at), said=word)


def _list(lines: Sequence[str]) -> Markup:
    return Markup("\n".join(f"· {line}" for line in lines))


def _request(t: Texts, request: Request) -> Markup:
    return t(
        "privacy-request",
        kind=t.plain(f"request-kind-{request.kind.value}"),
        state=t.plain(f"request-state-{request.state.value}"),
        asked=_day(t, request.asked_at),
        due=_day(t, request.due_at),
        open="yes" if request.is_open else "no",
        done=_day(t, request.done_at) if request.done_at else "",
    )


def _day(t: Texts, at: datetime) -> str:
    return t.long_day(at.date())
