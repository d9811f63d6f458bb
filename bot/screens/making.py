"""The desk of who makes events: my events, one of them, its fields, and how guests will see it."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.callbacks.making import (
    AtDesk,
    AtSeller,
    CallingOff,
    CallOff,
    EditEvent,
    NewEvent,
    ShowMine,
    SoldOrders,
)
from bot.screen import Screen, button
from bot.screens import catalog, returns
from bot.screens.parts import home, paragraphs, place, shorten
from bot.texts import Markup, Texts
from domain.events import EventCard
from domain.productions import Production, ProductionLine, ProductionPage
from storage.enums import EventStatus

Row = list[InlineKeyboardButton]
_LONGEST_TITLE = 30
_LONGEST_DESCRIPTION = 300


def mine(t: Texts, page: ProductionPage, *, room: str, may_make: bool, now: datetime) -> Screen:
    """A page of my events; a tap opens `room` of one."""
    new = [button(t.plain("button-new-event"), NewEvent())] if may_make else []
    seller = [button(t.plain("button-seller"), AtSeller())] if may_make else []
    if not page.lines:
        return Screen(t("mine-empty"), [new, seller, [home(t)]])
    rows = [[_event(t, line, room)] for line in page.lines]
    pager: Row = []
    if page.number:
        before = {"page": page.number - 1, "room": room}
        pager.append(button(t.plain("button-earlier"), ShowMine.model_validate(before)))
    if page.has_next:
        after = {"page": page.number + 1, "room": room}
        pager.append(button(t.plain("button-more"), ShowMine.model_validate(after)))
    lines = [_line(t, line, now) for line in page.lines]
    return Screen(paragraphs(t("mine-title"), *lines), [*rows, pager, new, seller, [home(t)]])


def _line(t: Texts, line: ProductionLine, now: datetime) -> Markup:
    return t(
        "mine-line",
        title=line.title,
        when=t.when(line.starts_at, line.time_zone),
        status=_status(t, line.status, line.ends_at, now),
        sold=line.sold,
        seats=line.seats or 0,
    )


def _event(t: Texts, line: ProductionLine, room: str) -> InlineKeyboardButton:
    label = t.plain(
        "button-event",
        day=t.day(line.starts_at, line.time_zone),
        title=shorten(line.title, _LONGEST_TITLE),
    )
    return button(label, AtDesk.model_validate({"event": line.id, "room": room}))


def _status(t: Texts, status: EventStatus, ends_at: datetime, now: datetime) -> str:
    over = status is EventStatus.PUBLISHED and now >= ends_at
    return t.plain("mine-over" if over else f"mine-{status.value}")


def desk(t: Texts, event: Production, *, now: datetime) -> Screen:
    """One event: its facts, what is missing, and every room of its desk."""
    facts = t(
        "desk",
        title=event.title,
        status=_status(t, event.status, event.ends_at, now),
        when=t.when(event.starts_at, event.time_zone),
        until=t.when(event.ends_at, event.time_zone),
        place=place(event.venue, event.city) or t.plain("desk-no-venue"),
        seats=event.seats or 0,
        sold=event.sold,
        held=event.held,
    )
    text = paragraphs(facts, _check_list(t, event, now))
    return Screen(text, [*_doing(t, event, now), *_rooms(t, event, now), _ways_out(t)])


def _check_list(t: Texts, event: Production, now: datetime) -> Markup:
    if event.status is not EventStatus.DRAFT:
        return Markup("")
    gaps = [t(f"desk-gap-{gap.value}") for gap in event.gaps(now)]
    wishes = [t(f"desk-wish-{wish.value}") for wish in event.wishes()]
    missing = "\n".join([t("desk-gaps"), *gaps]) if gaps else t("desk-ready")
    nicer = "\n".join([t("desk-wishes"), *wishes]) if wishes else ""
    return paragraphs(missing, nicer)


def _doing(t: Texts, event: Production, now: datetime) -> list[Row]:
    preview = button(t.plain("button-preview"), AtDesk(event=event.id, room="preview"))
    ready = event.status is EventStatus.DRAFT and not event.gaps(now)
    publish = [button(t.plain("button-publish"), AtDesk(event=event.id, room="publish"))]
    return [publish if ready else [], [preview]]


def _rooms(t: Texts, event: Production, now: datetime) -> list[Row]:
    edit = button(t.plain("button-edit-event"), AtDesk(event=event.id, room="edit"))
    sales = button(t.plain("button-sales"), AtDesk(event=event.id, room="sales"))
    copy = button(t.plain("button-duplicate"), AtDesk(event=event.id, room="copy"))
    living = not event.is_over(now)
    published = event.status is not EventStatus.DRAFT
    waiting = t.plain("button-orders-wait", count=event.requests)
    requests = button(waiting, AtDesk(event=event.id, room="requests"))
    return [
        [requests] if event.requests else [],
        [
            *([edit] if living else []),
            button(t.plain("button-types"), AtDesk(event=event.id, room="types")),
        ],
        [
            button(t.plain("button-schedule"), AtDesk(event=event.id, room="schedule")),
            button(t.plain("button-members"), AtDesk(event=event.id, room="lineup")),
        ],
        [
            button(t.plain("button-team"), AtDesk(event=event.id, room="team")),
            *([sales] if published else []),
        ],
        [
            *([button(t.plain("button-sold-orders"), SoldOrders(event=event.id))] * published),
            button(t.plain("button-questions"), AtDesk(event=event.id, room="questions")),
        ],
        [
            button(t.plain("button-history"), AtDesk(event=event.id, room="history")),
            *([copy] if event.own and published else []),
        ],
        _end(t, event, living=living),
    ]


def _end(t: Texts, event: Production, *, living: bool) -> Row:
    """The way to call it off, or to see how far that is."""
    if event.status is EventStatus.CANCELLED:
        return [button(t.plain("button-calling-off"), CallingOff(event=event.id))]
    if event.status is EventStatus.PUBLISHED and living:
        return [button(t.plain("button-call-off"), CallOff(event=event.id))]
    return []


def _ways_out(t: Texts) -> Row:
    return [button(t.plain("button-mine"), ShowMine()), home(t)]


def back(t: Texts, event: Production) -> Row:
    """The way back to the desk."""
    return [button(t.plain("button-desk"), AtDesk(event=event.id)), home(t)]


def fields(t: Texts, event: Production) -> Screen:
    """What can be changed, each with how it stands."""
    text = t(
        "fields",
        title=event.title,
        when=t.when(event.starts_at, event.time_zone),
        until=t.when(event.ends_at, event.time_zone),
        place=place(event.venue, event.city) or t.plain("desk-no-venue"),
        seats=event.seats or 0,
        kind=t.plain(f"form-ev-kind-kind-{event.kind.value}"),
        currency=event.currency,
        description=shorten(event.description, _LONGEST_DESCRIPTION) or t.plain("desk-no-words"),
        terms=returns.terms(t, event.refunds),
    )
    named = {
        "name": "button-field-name",
        "start": "button-field-start",
        "end": "button-field-end",
        "venue": "button-field-venue",
        "seats": "button-field-seats",
        "text": "button-field-text",
        "poster": "button-field-poster",
        "kind": "button-field-kind",
        "money": "button-field-money",
        "refunds": "button-field-refunds",
    }
    edits = [
        button(t.plain(key), EditEvent.model_validate({"event": event.id, "field": name}))
        for name, key in named.items()
    ]
    if event.poster is not None:
        drawn = EditEvent(event=event.id, field="drawn")
        edits.append(button(t.plain("button-field-drawn"), drawn))
    rows = [edits[start : start + 2] for start in range(0, len(edits), 2)]
    return Screen(text, [*rows, back(t, event)])


def preview(t: Texts, card: EventCard, event: Production, *, now: datetime) -> Screen:
    """The card as guests will see it, with the way to publish it."""
    shown = catalog.event_card(t, card, username="", now=now)
    return Screen(shown.text, [*_doing(t, event, now)[:1], back(t, event)], shown.picture)
