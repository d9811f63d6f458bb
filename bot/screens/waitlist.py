"""The waiting list: a place in line, and the offer that holds seats."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from aiogram.types import InlineKeyboardButton

from bot.callbacks.buying import JoinLine, LeaveLine, Pay, Release, ShowOrder, TakeOffer, Wait
from bot.callbacks.finding import ShowEvent
from bot.screen import Screen, button
from bot.screens import checkout
from bot.screens.parts import cost, home, money, paragraphs, shorten
from bot.texts import Markup, Texts
from domain.events import EventCard, Offer
from domain.orders import OrderView
from domain.refunding import Movement
from domain.waitlist import OfferOf, Place
from storage.enums import OrderStatus, WaitlistState

_MOST_TOGETHER = 6
_MOST_BUTTONS = 4


def ask(t: Texts, card: EventCard, offer: Offer) -> Screen:
    """How many to wait for, of a type that is sold out."""
    head = t(
        "wait-title",
        name=offer.name,
        title=card.title,
        when=t.when(card.starts_at, card.time_zone),
    )
    back = [button(t.plain("button-back"), ShowEvent(event=card.id)), home(t)]
    if not offer.has_line:
        return Screen(paragraphs(head, t("wait-over")), [back])
    sizes = [
        button(t.plain("button-wait-seats", count=count), JoinLine(type=offer.id, seats=count))
        for count in range(1, min(offer.limit, _MOST_TOGETHER) + 1)
    ]
    rows = [sizes[start : start + 2] for start in range(0, len(sizes), 2)]
    return Screen(paragraphs(head, t("wait-ask")), [*rows, back])


def place(t: Texts, mine: Place) -> Screen:
    """Where somebody stands in line."""
    head = t(
        "wait-title",
        name=mine.type_name,
        title=mine.title,
        when=t.when(mine.starts_at, mine.time_zone),
    )
    evening = button(t.plain("button-show-event"), ShowEvent(event=mine.event_id))
    if mine.state is not WaitlistState.WAITING:
        return Screen(paragraphs(head, t("wait-left")), [_again(t, mine.type_id, evening)])
    stands = Markup(
        "\n".join([t("wait-seats", seats=mine.seats), t("wait-ahead", ahead=mine.ahead)])
    )
    text = paragraphs(
        head,
        stands,
        t("wait-first") if mine.first else "",
        t("wait-promise"),
        t("wait-together") if mine.seats > 1 else "",
        t("wait-smaller") if mine.smaller_first else "",
    )
    leave = button(t.plain("button-leave-line"), LeaveLine(entry=mine.id))
    return Screen(text, [[leave, evening], [home(t)]])


def _again(t: Texts, type_id: UUID, evening: InlineKeyboardButton) -> list[InlineKeyboardButton]:
    return [button(t.plain("button-join-again"), Wait(type=type_id)), evening]


def lines(t: Texts, places: Sequence[Place]) -> list[list[InlineKeyboardButton]]:
    """Buttons to what a person waits for, and to what is offered to them."""
    return [[_line(t, each)] for each in places]


def _line(t: Texts, mine: Place) -> InlineKeyboardButton:
    title = shorten(mine.title, 24)
    if mine.offer is not None:
        return button(t.plain("button-wait-offer", title=title), ShowOrder(order=mine.offer))
    return button(t.plain("button-wait-line", title=title), Wait(type=mine.type_id))


def order(
    t: Texts,
    view: OrderView,
    offer: OfferOf,
    *,
    went: Sequence[Movement] = (),
    payable: bool,
    now: datetime,
) -> Screen:
    """An order that was offered to who waited, where it stands now."""
    if view.is_held(now) and not view.at_door and (payable or not view.total.amount):
        return _offered(t, view, offer)
    if view.status not in (OrderStatus.EXPIRED, OrderStatus.CANCELLED) or went or view.agreed:
        return checkout.order(t, view, went=went, payable=payable, now=now)
    evening = button(t.plain("button-show-event"), ShowEvent(event=view.event_id))
    if offer.seats < offer.wanted:
        label = t.plain("button-wait-line", title=shorten(view.title, 24))
        mine = button(label, Wait(type=offer.type_id))
        return Screen(t("offer-declined"), [[mine], [evening, home(t)]])
    lapsed = view.status is OrderStatus.EXPIRED
    text = t("offer-lapsed" if lapsed else "offer-passed")
    return Screen(text, [_again(t, offer.type_id, evening), [home(t)]])


def _offered(t: Texts, view: OrderView, offer: OfferOf) -> Screen:
    seats = sum(line.quantity for line in view.lines)
    deadline = view.expires_at or view.created_at
    text = t(
        "offer-fewer" if offer.seats < offer.wanted else "offer-made",
        seats=seats,
        wanted=offer.wanted,
        title=view.title,
        name=", ".join(line.name for line in view.lines),
        when=t.when(view.starts_at, view.time_zone),
        total=cost(t, view.total),
        clock=t.clock_there(deadline, view.time_zone),
        countdown=t.countdown(deadline),
    )
    if view.unapproved:
        take = button(t.plain("button-ask-house"), TakeOffer(order=view.id, seats=seats))
    elif view.total.amount:
        take = button(t.plain("button-pay", total=money(t, view.total)), Pay(order=view.id))
    else:
        take = button(t.plain("button-take", count=seats), TakeOffer(order=view.id, seats=seats))
    fewer = [
        button(t.plain("button-offer-only", count=count), TakeOffer(order=view.id, seats=count))
        for count in range(max(1, seats - _MOST_BUTTONS), seats)
    ]
    on = (
        t.plain("button-offer-wait-on", count=offer.wanted)
        if offer.seats < offer.wanted
        else t.plain("button-offer-pass")
    )
    if view.unapproved:
        text = paragraphs(text, t("choose-looks-first"))
    return Screen(text, [[take], fewer, [button(on, Release(order=view.id))]])
