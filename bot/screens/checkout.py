"""From choosing places to a paid order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks.buying import (
    Answer,
    AskCode,
    Choose,
    ChooseReturn,
    ChooseWith,
    Pay,
    PayAtDoor,
    Release,
    Reserve,
    ReserveWith,
    ShowOrder,
    ShowOrders,
    ShowReceipt,
    ShowTickets,
    Wait,
    WaitAhead,
)
from bot.callbacks.finding import Browse, ShowEvent
from bot.callbacks.wire import Nothing, short
from bot.screen import Screen, button
from bot.screens import order_approvals, pictures, promo, returns
from bot.screens.money import movements
from bot.screens.parts import cost, home, money, paragraphs, shorten
from bot.texts import Markup, Texts
from domain import pricing
from domain.baskets import Basket
from domain.errors import Unavailability
from domain.events import EventCard, Offer, Sale
from domain.money import Money
from domain.orders import Late, OrderView
from domain.promo_codes import Terms
from domain.refunding import Movement
from storage.enums import OrderStatus, PaymentStatus

_LONGEST_NAME = 20
_FEW = 9


def choose(t: Texts, card: EventCard, basket: Basket, code: Terms | None = None) -> Screen:
    """A stepper for each ticket type, the sum, and the way to hold them; `code` is in force."""
    chosen = _possible(card.offers, basket)
    prices = {offer.position: offer.price for offer in card.offers}
    total = pricing.total(chosen, prices, card.currency)
    title = t("choose-title", title=card.title, when=t.when(card.starts_at, card.time_zone))
    offers = [_offer(t, offer, card.time_zone) for offer in card.offers]
    end = t("choose-total", total=cost(t, total)) if chosen.size else ""
    if not chosen.size and any(offer.most for offer in card.offers):
        end = t("choose-hint")
    rows = [_stepper(t, card, offer, chosen, code) for offer in card.offers if offer.most]
    if chosen.size:
        rows.append([_hold(t, card, chosen, total.amount, code)])
    rows += [[_line(t, offer)] for offer in card.offers if offer.has_line]
    back = button(t.plain("button-back"), ShowEvent(event=card.id))
    rows.append([*_code(t, card, chosen, code), back])
    picture = pictures.poster(t, card)
    terms = returns.terms(t, card.refunds) if total.amount else ""
    told = promo.terms(t, code, card.time_zone) if code else ""
    return Screen(paragraphs(title, *offers, told, end, terms), rows, picture)


def _code(
    t: Texts, card: EventCard, basket: Basket, code: Terms | None
) -> list[InlineKeyboardButton]:
    """The side button to a promo code, or away from it."""
    if code is not None:
        act = Choose(event=card.id, basket=basket.wire())
        return [button(t.plain("button-code-off", code=code.code), act)]
    if not card.takes_codes:
        return []
    return [button(t.plain("button-have-code"), AskCode(event=card.id, basket=basket.wire()))]


def _chooses(card: EventCard, basket: Basket, code: Terms | None) -> Choose | ChooseWith:
    if code is None:
        return Choose(event=card.id, basket=basket.wire())
    return ChooseWith(event=short(card.id), basket=basket.wire(), code=code.handle)


def _possible(offers: Sequence[Offer], basket: Basket) -> Basket:
    """The basket as far as it can be had now."""
    most = {offer.position: offer.most for offer in offers}
    return Basket.of({place: min(count, most.get(place, 0)) for place, count in basket.chosen()})


def _offer(t: Texts, offer: Offer, zone: str) -> Markup:
    price = cost(t, offer.price)
    if offer.was is None:
        lines = [t("choose-offer", name=offer.name, price=price)]
    else:
        was = money(t, offer.was)
        lines = [t("choose-offer-was", name=offer.name, price=price, was=was)]
    if offer.benefits:
        lines.append(t("choose-benefits", benefits=", ".join(offer.benefits)))
    if offer.needs_approval:
        lines.append(t("choose-looks-first"))
    if note := _availability(t, offer, zone):
        lines.append(note)
    return Markup("\n".join(lines))


def _availability(t: Texts, offer: Offer, zone: str) -> Markup | None:
    match offer.sale:
        case Sale.OVER:
            return t("choose-over")
        case Sale.NOT_YET if offer.opens_at:
            return t("choose-not-yet", when=t.when(offer.opens_at, zone))
        case Sale.SOLD_OUT:
            return t(f"choose-{(offer.reason or Unavailability.GONE).value}")
        case _ if offer.left is not None and offer.left <= _FEW:
            return t("choose-left", left=offer.left)
    return None


def _stepper(
    t: Texts, card: EventCard, offer: Offer, basket: Basket, code: Terms | None
) -> list[InlineKeyboardButton]:
    count = basket.quantity(offer.position)
    label = t.plain("button-count", count=count, name=shorten(offer.name, _LONGEST_NAME))
    fewer = basket.with_quantity(offer.position, count - 1)
    more = basket.with_quantity(offer.position, count + 1)
    enough = count >= offer.most
    return [
        button("−", _chooses(card, fewer, code) if count else Nothing()),
        button(label, Nothing()),
        button("+", _chooses(card, more, code) if not enough else Nothing(full=True)),
    ]


def _line(t: Texts, offer: Offer) -> InlineKeyboardButton:
    name = shorten(offer.name, _LONGEST_NAME)
    return button(t.plain("button-wait", name=name), Wait(type=offer.id))


def _hold(
    t: Texts, card: EventCard, basket: Basket, total: int, code: Terms | None
) -> InlineKeyboardButton:
    act: Reserve | ReserveWith = Reserve(event=card.id, basket=basket.wire(), total=total)
    if code is not None:
        act = ReserveWith(
            event=short(card.id), basket=basket.wire(), total=total, code=code.handle
        )
    if any(basket.quantity(offer.position) for offer in card.offers if offer.needs_approval):
        return button(t.plain("button-ask-for", count=basket.size), act)
    if total:
        return button(t.plain("button-hold", total=t.money(total, card.currency)), act)
    return button(t.plain("button-take", count=basket.size), act)


def order(
    t: Texts,
    view: OrderView,
    *,
    went: Sequence[Movement] = (),
    payable: bool,
    now: datetime,
) -> Screen:
    """An order where it stands now, with the money that `went` back or is to."""
    match view.status:
        case OrderStatus.PENDING if view.is_held(now) and view.at_door:
            return _at_door(t, view, payable=payable)
        case OrderStatus.PENDING if view.is_held(now):
            return _held(t, view, payable=payable, at_door=view.may_pay_at_door(now))
        case OrderStatus.AWAITING_APPROVAL:
            return order_approvals.awaiting(t, view, movements(t, went))
        case OrderStatus.COMPLETED:
            return _paid(t, view, went, now)
        case OrderStatus.CANCELLED | OrderStatus.REFUNDED if view.ended:
            text = paragraphs(returns.given_back(t, view), movements(t, went))
            return Screen(text, [_receipt(t, view), *_again(t, view)])
        case OrderStatus.PENDING | OrderStatus.EXPIRED:
            key = "order-refund-due" if went else _expired(view)
        case _:
            ended = "order-declined" if view.approved is False else "order-cancelled"
            key = "order-money-returned" if went else ended
    text = t(key, number=view.number, total=money(t, _sum(view, went)), house=view.house)
    text = paragraphs(text, movements(t, went))
    if view.late is not Late.AHEAD:
        again = t("order-late-again", code=view.code or "none") if view.late else ""
        return Screen(paragraphs(text, again), _again(t, view))
    ahead = button(t.plain("button-wait-ahead"), WaitAhead(order=view.id))
    return Screen(paragraphs(text, t("order-late-ahead")), [[ahead], *_again(t, view)])


def _expired(view: OrderView) -> str:
    """A bank that was agreed to may still take the money; a house may not have answered."""
    if view.requested and view.approved is None:
        return "order-unanswered"
    if not view.total.amount:
        return "order-expired-free"
    return "order-expired-agreed" if view.agreed and not view.at_door else "order-expired"


def _sum(view: OrderView, went: Sequence[Movement]) -> Money:
    """What goes back in all; currencies are not mixed."""
    if not went:
        return view.total
    first = went[0].amount.currency
    return Money(sum(e.amount.amount for e in went if e.amount.currency == first), first)


def _at_door(t: Texts, view: OrderView, *, payable: bool) -> Screen:
    """Kept until the house lets it go; who has the money earlier may pay here."""
    text = t(
        "order-at-door",
        number=view.number,
        lines=promo.lines(t, view),
        total=money(t, view.total),
        until=t.when(view.expires_at or view.created_at, view.time_zone),
    )
    count = sum(line.quantity for line in view.lines)
    rows = [[button(t.plain("button-to-tickets", count=count), ShowTickets())]]
    if payable:
        pay = t.plain("button-pay", total=money(t, view.total))
        rows.append([button(pay, Pay(order=view.id))])
    rows.append(_answered(t, view))
    rows.append([button(t.plain("button-release"), Release(order=view.id))])
    return Screen(text, rows)


def _held(t: Texts, view: OrderView, *, payable: bool, at_door: bool) -> Screen:
    deadline = view.expires_at or view.created_at
    free = not view.total.amount
    text = t(
        _state_of_held(view, payable=payable or at_door),
        number=view.number,
        lines=promo.lines(t, view),
        total=cost(t, view.total),
        clock=t.clock_there(deadline, view.time_zone),
        count=view.unanswered,
    )
    text = paragraphs(text, "" if free else returns.terms(t, view.refunds))
    rows = []
    if view.unanswered:
        rows.append([button(t.plain("button-answer-house"), Answer(order=view.id))])
    elif view.unapproved:
        rows.append([button(t.plain("button-ask-house"), Pay(order=view.id))])
    elif free:
        count = sum(line.quantity for line in view.lines)
        rows.append([button(t.plain("button-take", count=count), Pay(order=view.id))])
    elif payable:
        pay = t.plain("button-pay", total=money(t, view.total))
        rows.append([button(pay, Pay(order=view.id))])
    if at_door and not view.unanswered and not view.unapproved and not free:
        rows.append([button(t.plain("button-pay-at-door"), PayAtDoor(order=view.id))])
    rows.append(_answered(t, view))
    rows.append([button(t.plain("button-choose-again"), Choose(event=view.event_id))])
    rows.append([button(t.plain("button-release"), Release(order=view.id))])
    return Screen(text, rows)


def _state_of_held(view: OrderView, *, payable: bool) -> str:
    if view.unanswered:
        return "order-held-asks"
    if view.unapproved:
        return "order-held-looks"
    if not view.total.amount:
        return "order-held-free"
    return "order-held" if payable else "order-held-unpayable"


def _answered(t: Texts, view: OrderView) -> list[InlineKeyboardButton]:
    """The way to correct what was answered."""
    if not view.asked or view.unanswered:
        return []
    return [button(t.plain("button-answers"), Answer(order=view.id))]


@dataclass(frozen=True, slots=True)
class Bill:
    """What an invoice says; `prices` in minor units."""

    title: str
    about: str
    prices: Sequence[tuple[str, int]]
    keyboard: InlineKeyboardMarkup


def bill(t: Texts, view: OrderView, *, now: datetime) -> Bill:
    """The invoice of a held order, with the ways out under its pay button."""
    when = t.when(view.starts_at, view.time_zone)
    clock = t.clock_there(view.expires_at or view.created_at, view.time_zone)
    pay = t.plain("button-pay", total=money(t, view.total))
    door = [button(t.plain("button-pay-at-door"), PayAtDoor(order=view.id))]
    return Bill(
        title=t.plain("invoice-title", number=view.number),
        about=t.plain("invoice-about", title=shorten(view.title, 120), when=when, clock=clock),
        prices=[
            (
                t.plain("button-count", count=line.quantity, name=line.name),
                line.price.times(line.quantity).amount,
            )
            for line in view.lines
        ],
        keyboard=InlineKeyboardMarkup(
            inline_keyboard=[
                [InlineKeyboardButton(text=pay, pay=True)],
                *([door] if view.may_pay_at_door(now) else []),
                *([answers] if (answers := _answered(t, view)) else []),
                [
                    button(t.plain("button-choose-again"), Choose(event=view.event_id)),
                    button(t.plain("button-release"), Release(order=view.id)),
                ],
            ]
        ),
    )


def _paid(t: Texts, view: OrderView, went: Sequence[Movement], now: datetime) -> Screen:
    if not view.living:
        text = paragraphs(returns.given_back(t, view), movements(t, went))
        return Screen(text, [_receipt(t, view), *_again(t, view)])
    text = t(
        "order-paid",
        number=view.number,
        lines=promo.lines(t, view),
        total=cost(t, view.total),
        house=view.house,
    )
    if view.payment_status is PaymentStatus.OVERPAID:
        text = paragraphs(text, t("order-overpaid"))
    if view.ended:
        text = paragraphs(text, returns.partly_given_back(t, view))
    if view.given:
        text = paragraphs(text, t("order-given", count=view.given))
    text = paragraphs(text, movements(t, went))
    back = button(t.plain("button-return", count=view.kept), ChooseReturn(order=view.id))
    held = button(t.plain("button-to-tickets", count=view.kept), ShowTickets())
    rows = [
        [held] if view.kept else [],
        [back] if view.kept and now < view.starts_at else [],
        _receipt(t, view),
        [
            button(t.plain("button-show-event"), ShowEvent(event=view.event_id)),
            button(t.plain("button-my-orders"), ShowOrders()),
        ],
    ]
    return Screen(text, rows)


def _receipt(t: Texts, view: OrderView) -> list[InlineKeyboardButton]:
    """The way to its receipt, where it was paid."""
    if not view.total.amount or view.payment_status is PaymentStatus.PENDING:
        return []
    return [button(t.plain("button-receipt"), ShowReceipt(order=view.id))]


def _again(t: Texts, view: OrderView) -> list[list[InlineKeyboardButton]]:
    again = button(t.plain("button-choose-again"), Choose(event=view.event_id))
    return [[again], [home(t)]]


def orders(
    t: Texts,
    views: Sequence[OrderView],
    *,
    now: datetime,
    waiting: Sequence[list[InlineKeyboardButton]] = (),
) -> Screen:
    """My orders, the newest first; `waiting` are buttons to what the person waits for."""
    if not views and not waiting:
        look = button(t.plain("button-programme"), Browse())
        return Screen(t("orders-empty"), [[look], [home(t)]])
    rows = [
        [
            button(
                t.plain("orders-line", title=shorten(view.title, 28), state=_state(t, view, now)),
                ShowOrder(order=view.id),
            )
        ]
        for view in views
    ]
    return Screen(t("orders-title"), [*waiting, *rows, [home(t)]])


def _state(t: Texts, view: OrderView, now: datetime) -> str:
    match view.status:
        case OrderStatus.PENDING if view.is_held(now):
            return t.plain("order-state-pending")
        case OrderStatus.PENDING | OrderStatus.EXPIRED:
            return t.plain("order-state-expired")
        case OrderStatus.COMPLETED if view.living:
            return t.plain("order-state-paid")
        case OrderStatus.COMPLETED:
            return t.plain("order-state-returned")
        case OrderStatus.CANCELLED:
            return t.plain("order-state-cancelled")
        case OrderStatus.REFUNDED:
            return t.plain("order-state-refunded")
        case OrderStatus.AWAITING_APPROVAL:
            return t.plain("order-state-awaiting")
