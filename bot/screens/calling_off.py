"""An evening is called off or moved: asked twice, how far it is, and what people read."""

from collections.abc import Sequence

from bot.callbacks.buying import ChooseReturn, ShowOrder, ShowOrders, ShowTickets
from bot.callbacks.finding import Browse
from bot.callbacks.making import AtDesk, CallingOff, CallOff, SoldOrders
from bot.screen import Screen, button
from bot.screens.parts import bar, home, money, place
from bot.texts import Texts
from domain.calling_off import Outlook, Progress
from domain.events import EventCard
from domain.money import Money
from domain.moves import Kept
from domain.orders import OrderView
from storage.enums import OrderStatus

_KEPT = {
    OrderStatus.COMPLETED: "tickets",
    OrderStatus.PENDING: "places",
    OrderStatus.AWAITING_APPROVAL: "request",
}


def ask(t: Texts, outlook: Outlook, *, again: bool) -> Screen:
    """What it means; the second time, whether that is sure."""
    text = t(
        "call-off-surely" if again else "call-off",
        title=outlook.title,
        paid=outlook.paid,
        worth=money(t, outlook.worth) if outlook.worth.amount else "none",
        waiting=outlook.waiting,
    )
    act = CallOff(event=outlook.event_id, step="do" if again else "again")
    key = "button-call-off-surely" if again else "button-call-off-go-on"
    keep = button(t.plain("button-call-off-keep"), AtDesk(event=outlook.event_id))
    return Screen(text, [[keep], [button(t.plain(key), act)]])


def progress(t: Texts, so_far: Progress) -> Screen:
    """The bar and the numbers of an evening that was called off."""
    share = so_far.done / so_far.total if so_far.total else 1.0
    text = t(
        "calling-off",
        title=so_far.title,
        finished="yes" if so_far.finished else "no",
        bar=bar(share),
        done=so_far.done,
        total=so_far.total,
        refunded=so_far.refunded,
        back=money(t, so_far.returned),
        released=so_far.released,
        failed=so_far.failed,
    )
    event = so_far.event_id
    orders = button(t.plain("button-sold-orders"), SoldOrders(event=event))
    desk = button(t.plain("button-desk"), AtDesk(event=event))
    return Screen(text, [[orders], [desk, home(t)]])


def done(t: Texts, so_far: Progress) -> Screen:
    """To who called it off: every order was worked off."""
    text = t(
        "notice-called-off",
        title=so_far.title,
        total=so_far.total,
        back=money(t, so_far.returned),
        failed=so_far.failed,
    )
    look = button(t.plain("button-calling-off"), CallingOff(event=so_far.event_id))
    return Screen(text, [[look], [home(t)]])


def line_ended(t: Texts, title: str) -> Screen:
    """To who waited for places: there will be none."""
    return Screen(t("notice-line-ended", title=title), [[home(t)]])


def cancelled(t: Texts, view: OrderView, *, back: Money, asked: bool) -> Screen:
    """To who bought or holds a ticket, had places held, or had only `asked` for some: the evening
    will not take place."""
    what = "request" if asked else "tickets" if view.ended else "places"
    text = t(
        "notice-event-cancelled",
        title=view.title,
        when=t.when(view.starts_at, view.time_zone),
        house=view.house,
        number=view.number,
        what=what,
        back=money(t, back) if back.amount else "none",
    )
    return Screen(text, [[button(t.plain("button-programme"), Browse())], [home(t)]])


def moved(t: Texts, kept: Sequence[Kept], card: EventCard) -> Screen:
    """To who bought or holds tickets: another time or place, keep them or the money back. To who
    has places held, or asked for some: they stay, unless let go. All of an evening at once."""
    first = kept[0].order
    what = _KEPT.get(first.status, "tickets")
    theirs = [each for each in kept if each.order.status is first.status]
    own = [each.order for each in theirs if each.bought]
    paid = what == "tickets" and next((each for each in own if each.total.amount), None)
    count = sum(each.tickets for each in theirs)
    text = t(
        "notice-event-moved",
        title=first.title,
        number=", ".join(each.order.number for each in theirs),
        orders=len(theirs),
        what=what,
        count=count,
        when=t.when(first.starts_at, first.time_zone),
        place=place(card.venue, card.address or card.city),
        until=t.when(paid.whole_until, paid.time_zone) if paid and paid.whole_until else "none",
    )
    if len(own) > 1:
        ways = [button(t.plain("button-moved-orders"), ShowOrders())]
    else:
        ways = [button(t.plain("button-order"), ShowOrder(order=each.id)) for each in own]
    if what != "tickets":
        return Screen(text, [ways, [home(t)]])
    keep = button(t.plain("button-moved-keep", count=count), ShowTickets())
    back = [
        button(
            t.plain("button-moved-back", count=count, paid="yes" if paid else "no"),
            ChooseReturn(order=each.id),
        )
        for each in own
        if len(own) == 1
    ]
    return Screen(text, [[keep], back, ways, [home(t)]])
