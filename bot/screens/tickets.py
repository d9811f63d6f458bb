"""Tickets in chat: the list, and the picture."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks.buying import GiveAway, GiveBack, Renew, ShowOrder, ShowParty, ShowTicket
from bot.callbacks.finding import Browse, SendCalendar, ShowEvent, ShowVenue
from bot.screen import Screen, button
from bot.screens import pictures
from bot.screens.parts import home, place, shorten
from bot.texts import Texts
from domain.tickets import PartyCode, TicketView
from storage.enums import TicketStatus


def tickets(
    t: Texts,
    views: Sequence[TicketView],
    waiting: Sequence[list[InlineKeyboardButton]] = (),
) -> Screen:
    """My tickets, the next evening first; `waiting` are buttons to what the person waits for."""
    if not views and not waiting:
        look = button(t.plain("button-programme"), Browse())
        return Screen(t("tickets-empty"), [[look], [home(t)]])
    rows = [
        [
            button(
                t.plain(
                    "button-ticket",
                    day=t.day(view.starts_at, view.time_zone),
                    title=shorten(view.title, 20),
                    type=shorten(view.type_name, 14),
                ),
                ShowTicket(ticket=view.id),
            )
        ]
        for view in views
    ]
    return Screen(t("tickets-title"), [*rows, *waiting, [home(t)]])


def ticket(t: Texts, view: TicketView, *, link: str) -> Screen:
    """One ticket: its QR in the event's look, and what goes with it."""
    used = view.status is TicketStatus.USED
    unpaid = view.status is TicketStatus.RESERVED
    caption = t(
        "ticket-caption-used" if used else "ticket-caption",
        unpaid="yes" if unpaid else "no",
        title=view.title,
        when=t.when(view.starts_at, view.time_zone),
        place=place(view.venue, view.address or view.city),
        type=view.type_name,
        holder=view.holder,
        code=f"{view.short_code[:4]} {view.short_code[4:]}",
    )
    rows = [
        [
            button(t.plain("button-venue"), ShowVenue(event=view.event_id)),
            button(t.plain("button-calendar"), SendCalendar(event=view.event_id)),
        ],
        [button(t.plain("button-show-event"), ShowEvent(event=view.event_id))],
    ]
    if view.bought:
        rows[-1].append(button(t.plain("button-order"), ShowOrder(order=view.order_id)))
    if view.bought and view.party > 1 and not used:
        one_code = t.plain("button-party", count=view.party)
        rows.append([button(one_code, ShowParty(order=view.order_id))])
    if not used and not view.bought:
        rows.append([button(t.plain("button-renew"), Renew(ticket=view.id))])
    elif not used:
        rows.append(
            [
                button(t.plain("button-return", count=1), GiveBack(ticket=view.id)),
                button(t.plain("button-renew"), Renew(ticket=view.id)),
            ]
        )
    if view.status is TicketStatus.VALID:
        rows.append([button(t.plain("button-gift"), GiveAway(ticket=view.id))])
    return Screen(caption, rows, pictures.ticket(t, view, link))


def renew(t: Texts, view: TicketView) -> Screen:
    """What becomes of a ticket whose code somebody else has."""
    surely = button(t.plain("button-renew-surely"), Renew(ticket=view.id, surely=True))
    keep = button(t.plain("button-renew-keep"), ShowTicket(ticket=view.id))
    return Screen(t("renew", title=view.title, type=view.type_name), [[surely], [keep]])


def renewed(t: Texts) -> Screen:
    """The old code is dead; the ticket follows as a message of its own."""
    return Screen(t("renewed"))


def party(t: Texts, party: PartyCode, *, link: str) -> Screen:
    """One code for all who come together."""
    view = party.ticket
    caption = t(
        "party-caption",
        title=view.title,
        when=t.when(view.starts_at, view.time_zone),
        place=place(view.venue, view.address or view.city),
        count=party.count,
        number=party.number,
    )
    rows = [[button(t.plain("button-order"), ShowOrder(order=view.order_id))]]
    return Screen(caption, rows, pictures.party(t, party, link))
