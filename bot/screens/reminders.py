"""A reminder with its ticket, and what becomes of a ticket whose holder cannot come."""

from bot.callbacks.buying import CannotCome, Coming, GiveAway, GiveBack, ShowTicket, ShowTickets
from bot.callbacks.finding import SendCalendar, ShowVenue
from bot.screen import Screen, button
from bot.screens import pictures
from bot.screens.parts import place
from bot.screens.settings import settings_button
from bot.texts import Texts
from domain.attendance import Held
from domain.tickets import TicketView


def reminder(t: Texts, view: TicketView, *, link: str, hours: int, count: int) -> Screen:
    """The evening begins in about so many `hours`, 0 where it is nearer: the QR, where it is, and
    three answers.

    Of several tickets, `count` in all, the first stands here, with the way to the others."""
    caption = t(
        "reminder-caption",
        count=count,
        hours=hours,
        title=view.title,
        when=t.when(view.starts_at, view.time_zone),
        place=place(view.venue, view.address or view.city),
        type=view.type_name,
        holder=view.holder,
        code=f"{view.short_code[:4]} {view.short_code[4:]}",
    )
    others = button(t.plain("button-to-tickets", count=count), ShowTickets())
    rows = [
        [others] if count > 1 else [],
        [button(t.plain("button-coming"), Coming(ticket=view.id))],
        [
            button(t.plain("button-cannot-come"), CannotCome(ticket=view.id)),
            button(t.plain("button-give-away"), GiveAway(ticket=view.id)),
        ],
        [
            button(t.plain("button-venue"), ShowVenue(event=view.event_id)),
            button(t.plain("button-calendar"), SendCalendar(event=view.event_id)),
        ],
        [settings_button(t)],
    ]
    return Screen(caption, rows, pictures.ticket(t, view, link))


def cannot_come(t: Texts, held: Held) -> Screen:
    """What happens to a ticket whose holder cannot come."""
    keep = button(t.plain("button-keep-ticket"), ShowTicket(ticket=held.ticket_id))
    if not held.bought:
        give = button(t.plain("button-gift"), GiveAway(ticket=held.ticket_id))
        return Screen(t("cannot-come-given", title=held.title), [[give], [keep]])
    give_back = button(t.plain("button-give-back"), GiveBack(ticket=held.ticket_id))
    key = "cannot-come-free" if held.free else "cannot-come-paid"
    return Screen(t(key, title=held.title), [[give_back], [keep]])
