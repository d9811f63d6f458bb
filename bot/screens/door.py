"""What the door sees."""

from collections.abc import Sequence

from bot.callbacks.buying import ShowDoor
from bot.screen import Screen, button
from bot.screens.parts import home, shorten
from bot.texts import Markup, Texts
from domain.checkin import DoorView, Scan
from domain.events import EventLine
from storage.enums import ScanResult


def doors(t: Texts, lines: Sequence[EventLine]) -> Screen:
    """The events whose door this person keeps."""
    if not lines:
        return Screen(t("doors-empty"), [[home(t)]])
    rows = [
        [
            button(
                t.plain(
                    "button-event",
                    day=t.day(line.starts_at, line.time_zone),
                    title=shorten(line.title, 30),
                ),
                ShowDoor(event=line.id),
            )
        ]
        for line in lines
    ]
    return Screen(t("doors-title"), [*rows, [home(t)]])


def door(t: Texts, view: DoorView) -> Screen:
    """How many are inside, and how to scan."""
    text = t(
        "door-title",
        title=view.title,
        when=t.when(view.starts_at, view.time_zone),
        inside=view.inside,
        sold=view.sold,
    )
    refresh = button(t.plain("button-refresh"), ShowDoor(event=view.event_id))
    return Screen(text, [[refresh], [home(t)]])


def scanned(t: Texts, scan: Scan) -> Screen:
    """The door's answer: who may enter, or why not."""
    text = _answer(t, scan)
    back = button(t.plain("button-door"), ShowDoor(event=scan.event_id))
    return Screen(Markup(text.strip()), [[back]])


def _answer(t: Texts, scan: Scan) -> Markup:
    who = {"holder": scan.holder, "type": scan.type_name}
    show = {"title": scan.title, "when": t.when(scan.starts_at, scan.time_zone)}
    match scan.result:
        case ScanResult.OK:
            benefits = ", ".join(scan.benefits)
            return t("scan-ok", **who, benefits=benefits, title=scan.title)
        case ScanResult.ALREADY_REDEEMED:
            when = t.when(scan.first_at, scan.time_zone) if scan.first_at else ""
            return t(
                "scan-already-redeemed",
                **who,
                when=when,
                gate=scan.first_gate or "none",
                staff=scan.first_staff,
            )
        case ScanResult.CANCELED:
            return t("scan-canceled", **who)
        case ScanResult.REVOKED:
            return t("scan-revoked")
        case ScanResult.UNPAID:
            return t("scan-unpaid", **who)
        case ScanResult.BLOCKED:
            return t("scan-blocked", **who)
        case ScanResult.INVALID_TIME:
            return t("scan-invalid-time", **who, **show)
        case _:
            return t("scan-invalid")
