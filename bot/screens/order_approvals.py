"""Orders that a house looks at before they are paid: for who asks, and for who decides."""

from bot.callbacks.buying import Answer, Choose, Pay, Release, ShowOrders, ShowTickets
from bot.callbacks.finding import ShowEvent
from bot.callbacks.making import AtDesk, AtOrder
from bot.screen import Screen, button
from bot.screens import promo, returns
from bot.screens.asking import answers
from bot.screens.parts import cost, counted, home, money, paragraphs, shorten
from bot.texts import Markup, Texts
from domain.order_approvals import Request, Requests, Word
from domain.orders import OrderView
from storage.enums import OrderStatus

_LONGEST_NAME = 24


def awaiting(t: Texts, view: OrderView, movements: Markup) -> Screen:
    """To the buyer: the house has it, until when, and what comes then. Money that came all the
    same goes back: `movements`."""
    text = t(
        "order-awaiting",
        number=view.number,
        lines=promo.lines(t, view),
        total=cost(t, view.total),
        house=view.house,
        until=t.when(view.expires_at or view.created_at, view.time_zone),
        free="no" if view.total.amount else "yes",
    )
    terms = returns.terms(t, view.refunds) if view.total.amount else ""
    rows = [
        [button(t.plain("button-take-request-back"), Release(order=view.id))],
        [
            button(t.plain("button-show-event"), ShowEvent(event=view.event_id)),
            button(t.plain("button-my-orders"), ShowOrders()),
        ],
    ]
    return Screen(paragraphs(text, movements, terms), rows)


def approved(t: Texts, view: OrderView, word: Word) -> Screen:
    """To the buyer: the house says yes. What is not paid yet can be, what the house asked since
    comes first; the rest is under way."""
    said = t("house-words", words=word.said) if word.said else ""
    head = t(
        "notice-order-approved",
        title=view.title,
        when=t.when(view.starts_at, view.time_zone),
        number=view.number,
        house=view.house,
    )
    count = sum(line.quantity for line in view.lines)
    asks = not view.total.amount and view.unanswered
    if view.status is not OrderStatus.PENDING or not (view.total.amount or asks):
        tickets = button(t.plain("button-to-tickets", count=count), ShowTickets())
        return Screen(paragraphs(head, said, t("approved-yours", count=count)), [[tickets]])
    until = t.when(view.expires_at or view.created_at, view.time_zone)
    pay = button(t.plain("button-pay", total=money(t, view.total)), Pay(order=view.id))
    answer = button(t.plain("button-answer-house"), Answer(order=view.id))
    back = button(t.plain("button-release"), Release(order=view.id))
    next_ = t("approved-asks" if asks else "approved-pay", until=until)
    return Screen(paragraphs(head, said, next_), [[answer if asks else pay], [back]])


def declined(t: Texts, view: OrderView, word: Word) -> Screen:
    """To the buyer: the house cannot."""
    said = t("house-words", words=word.said) if word.said else ""
    head = t("notice-order-declined", title=view.title, number=view.number, house=view.house)
    again = button(t.plain("button-show-event"), ShowEvent(event=view.event_id))
    return Screen(paragraphs(head, said, t("declined-nothing-charged")), [[again, home(t)]])


def unanswered(t: Texts, view: OrderView) -> Screen:
    """To the buyer: the house has not answered in time."""
    text = t("notice-order-unanswered", title=view.title, number=view.number, house=view.house)
    again = button(t.plain("button-choose-again"), Choose(event=view.event_id))
    return Screen(text, [[again, home(t)]])


def missed(t: Texts, view: OrderView) -> Screen:
    """To who decides: a request has lapsed."""
    text = t("notice-request-missed", title=view.title, number=view.number)
    return Screen(text, [[button(t.plain("button-order"), AtOrder(order=view.id))]])


def to_decide(t: Texts, title: str, *, event: AtDesk, count: int) -> Screen:
    """To who decides: `count` orders wait."""
    see = button(t.plain("button-orders-wait", count=count), event)
    return Screen(t("notice-orders-wait", title=title, count=count), [[see]])


def waiting(t: Texts, found: Requests) -> Screen:
    """What waits for the house's word, each with a button to its order."""
    blocks = [_request(t, each, found.time_zone) for each in found.shown]
    rest = found.total - len(found.shown)
    text = paragraphs(
        t("awaited-head", title=found.title),
        *(blocks or [t("awaited-none")]),
        t("awaited-more", count=rest) if rest > 0 else "",
    )
    rows = [
        [
            button(
                t.plain(
                    "button-request",
                    name=shorten(each.buyer or each.number, _LONGEST_NAME),
                    count=sum(quantity for _, quantity in each.tickets),
                ),
                AtOrder(order=each.order_id),
            )
        ]
        for each in found.shown
    ]
    refresh = button(t.plain("button-refresh"), AtDesk(event=found.event_id, room="requests"))
    desk = button(t.plain("button-desk"), AtDesk(event=found.event_id))
    return Screen(text, [*rows, [refresh, desk]])


def _request(t: Texts, each: Request, zone: str) -> Markup:
    head = t(
        "awaited-line",
        name=each.buyer or each.number,
        tickets=counted(t, each.tickets),
        total=cost(t, each.total),
        until=t.when(each.until, zone),
    )
    said = answers(t, each.answers)
    return Markup(f"{head}\n{said}") if said else head
