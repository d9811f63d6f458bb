"""What the door sees."""

from collections.abc import Sequence
from typing import Literal

from aiogram.types import InlineKeyboardButton

from bot.callbacks.buying import ShowDoor
from bot.callbacks.door import (
    AdmitParty,
    AskGuest,
    AskWhy,
    ByWord,
    SetDoor,
    ShowGuest,
    StandAt,
    TakeMoney,
    Turn,
)
from bot.screen import Screen, button
from bot.screens.parts import home, money, shorten
from bot.texts import Markup, Texts
from domain.checkin import ADMITTING, UNDOING, Scan, Stray
from domain.doors import DoorView, Guest
from domain.events import EventLine
from domain.parties import Party
from storage.enums import ScanDirection, ScanResult, TicketStatus

_EXIT = ScanDirection.EXIT
_IN_A_ROW = 4
_HOURS = (0, 1, 2, 24)
"""Hours before the start at which unpaid places can be let go."""

Row = list[InlineKeyboardButton]


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
    """Who is inside, where I stand, and how to scan."""
    several = len(view.gates) > 1
    gates = [
        t("door-gate", name=gate.name, inside=gate.inside, came=gate.came) for gate in view.gates
    ]
    text = t(
        "door-title",
        title=view.title,
        when=t.when(view.starts_at, view.time_zone),
        inside=view.inside,
        came=view.came,
        sold=view.sold,
        gates=Markup("".join(f"\n{each}" for each in gates) if several else ""),
        gate=view.post.gate or "none",
        way=view.post.direction.value,
        reentry="yes" if view.reentry else "no",
        money="yes" if view.takes_money else "no",
        release=view.release_hours,
    )
    out = view.post.direction is not _EXIT
    rows = [
        [button(t.plain("button-gate", name=shorten(gate.name, 34)), StandAt(gate=gate.id))]
        for gate in view.gates
        if several and gate.id != view.post.gate_id
    ]
    ask = "button-find-guest" if view.supervises else "button-type-code"
    rows += [
        [button(t.plain(ask), AskGuest(event=view.event_id))],
        *(_choices(t, view) if view.manages else []),
        [
            button(
                t.plain("button-let-out" if out else "button-let-in"),
                Turn(event=view.event_id, out=out),
            ),
            button(t.plain("button-refresh"), ShowDoor(event=view.event_id)),
        ],
        [home(t)],
    ]
    return Screen(Markup(text.strip()), rows)


def _choices(t: Texts, view: DoorView) -> list[list[InlineKeyboardButton]]:
    """What who makes the event can choose for its door."""

    def choice(key: str, what: Literal["reentry", "money", "hours"], value: int) -> Row:
        act = SetDoor(event=view.event_id, what=what, value=value)
        return [button(t.plain(key, hours=value), act)]

    rows = [
        choice(
            "button-reentry-off" if view.reentry else "button-reentry-on",
            "reentry",
            not view.reentry,
        ),
        choice(
            "button-door-money-off" if view.takes_money else "button-door-money-on",
            "money",
            not view.takes_money,
        ),
    ]
    if view.takes_money:
        later = next((each for each in _HOURS if each > view.release_hours), _HOURS[0])
        rows.append(choice("button-door-release", "hours", later))
    return rows


def scanned(t: Texts, scan: Scan) -> Screen:
    """The door's answer: who may enter or leave, or why not; and what a supervisor can do."""
    rows = []
    if scan.due is not None:
        take = t.plain("button-take-money", total=money(t, scan.due))
        act = TakeMoney(ticket=scan.ticket_id, total=scan.due.amount)
        rows.append([button(take, act)])
    if scan.by_word:
        rows.append([button(t.plain("button-admit"), AskWhy(ticket=scan.ticket_id, act="admit"))])
    if scan.to_undo:
        rows.append([button(t.plain("button-undo"), AskWhy(ticket=scan.ticket_id, act="undo"))])
    rows.append([button(t.plain("button-door"), ShowDoor(event=scan.event_id))])
    return Screen(Markup(_answer(t, scan).strip()), rows)


def party(t: Texts, party: Party) -> Screen:
    """How many of a party pass now; or that they have, and who is still to come."""
    text = t(
        "party-passed" if party.passed else "party-asks",
        holder=party.holder,
        size=party.size,
        waiting=party.waiting,
        passed=party.passed,
        way=party.direction.value,
    )
    numbers = [
        button(
            str(count),
            AdmitParty(order=party.order_id, generation=party.generation, count=count),
        )
        for count in range(1, party.waiting + 1 if not party.passed else 1)
    ]
    rows = [numbers[at : at + _IN_A_ROW] for at in range(0, len(numbers), _IN_A_ROW)]
    back = button(t.plain("button-door"), ShowDoor(event=party.event_id))
    return Screen(text, [*rows, [back]])


def stray(t: Texts, found: Stray) -> Screen:
    """A code that is none of this door's tickets."""
    back = button(t.plain("button-door"), ShowDoor(event=found.event_id))
    return Screen(t("scan-stray", title=found.title), [[back]])


def _answer(t: Texts, scan: Scan) -> Markup:
    who = {"holder": scan.holder, "type": scan.type_name}
    show = {"title": scan.title, "when": t.when(scan.starts_at, scan.time_zone)}
    match scan.result:
        case ScanResult.OK if scan.direction is _EXIT:
            return t("scan-out", **who)
        case ScanResult.OK:
            benefits = ", ".join(scan.benefits)
            return t("scan-ok", **who, benefits=benefits, title=scan.title)
        case ScanResult.ALREADY_REDEEMED:
            return t("scan-already-redeemed", **who, **_last(t, scan))
        case ScanResult.CANCELED:
            return t("scan-canceled", **who)
        case ScanResult.REVOKED:
            return t("scan-revoked", why="given" if scan.given_away else "renewed")
        case ScanResult.UNPAID:
            due = money(t, scan.due) if scan.due else "none"
            return t("scan-unpaid", **who, due=due)
        case ScanResult.BLOCKED:
            return t("scan-blocked", **who)
        case ScanResult.INVALID_TIME:
            return t("scan-invalid-time", **who, **show)
        case ScanResult.PRODUCT:
            return t("scan-product", **who, gate=scan.gate)
        case ScanResult.RULES:
            return t("scan-not-inside", **who)
        case _:
            return t("scan-invalid")


def _last(t: Texts, scan: Scan) -> dict[str, str]:
    return {
        "when": t.when(scan.last_at, scan.time_zone) if scan.last_at else "",
        "gate": scan.last_gate or "none",
        "staff": scan.last_staff,
        "way": "out" if scan.left else "in",
    }


def guest(t: Texts, scan: Scan) -> Screen:
    """A ticket that a supervisor looked for: what the door would say, and what can be done."""
    if scan.result is not ScanResult.OK:
        return scanned(t, scan)
    text = t("guest-expected", holder=scan.holder, type=scan.type_name)
    return Screen(text, scanned(t, scan).rows)


def ask_why(t: Texts, scan: Scan, act: str) -> Screen:
    """The reasons for letting somebody in by word, or for taking something back."""
    reasons = ADMITTING if act == "admit" else UNDOING
    rows = [
        [
            button(
                t.plain("button-why", why=why.value),
                ByWord(ticket=scan.ticket_id, act="admit" if act == "admit" else "undo", why=why),
            )
        ]
        for why in reasons
    ]
    back = button(t.plain("button-door"), ShowDoor(event=scan.event_id))
    asked = t("ask-why", act=act, holder=scan.holder, type=scan.type_name)
    return Screen(asked, [*rows, [back]])


def undone(t: Texts, scan: Scan) -> Screen:
    """What was scanned counts no longer."""
    back = button(t.plain("button-door"), ShowDoor(event=scan.event_id))
    state = "inside" if scan.last_at is not None and not scan.left else "outside"
    return Screen(t("scan-undone", holder=scan.holder, type=scan.type_name, now=state), [[back]])


def ask_guest(t: Texts, view: DoorView) -> Screen:
    """Type a code; a supervisor may type an order or a name as well."""
    back = button(t.plain("button-door"), ShowDoor(event=view.event_id))
    rank = "supervisor" if view.supervises else "steward"
    return Screen(t("ask-guest", title=view.title, rank=rank), [[back]])


def guests(t: Texts, found: Sequence[Guest], view: DoorView) -> Screen:
    """Who was found at the door of `view`."""
    back = button(t.plain("button-door"), ShowDoor(event=view.event_id))
    rows = [
        [
            button(
                t.plain(
                    "button-guest",
                    used="yes" if each.status is TicketStatus.USED else "no",
                    holder=shorten(each.holder, 20),
                    type=shorten(each.type_name, 14),
                ),
                ShowGuest(ticket=each.ticket_id),
            )
        ]
        for each in found
    ]
    return Screen(t("guests-found", count=len(found)), [*rows, [back]])


def nobody(t: Texts, view: DoorView) -> Screen:
    """Nobody comes by that name, and it is no code."""
    back = button(t.plain("button-door"), ShowDoor(event=view.event_id))
    rank = "supervisor" if view.supervises else "steward"
    return Screen(t("guests-none", title=view.title, rank=rank), [[back]])


def wrong_code(t: Texts, found: Stray) -> Screen:
    """A typed code that no ticket of this door has."""
    back = button(t.plain("button-door"), ShowDoor(event=found.event_id))
    return Screen(t("scan-wrong-code", title=found.title), [[back]])
