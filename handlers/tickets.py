"""My tickets, and the moment when they are handed over."""

from contextlib import suppress
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import PinChatMessage
from aiogram.types import CallbackQuery

from bot.callbacks.buying import Renew, ShowParty, ShowTicket, ShowTickets
from bot.desk import Desk
from bot.links import party_link, ticket_link
from bot.screen import Screen
from bot.screens import tickets as screens
from bot.screens import waitlist as waitlist_screens
from bot.show import Event
from bot.texts import Texts
from bot.visit import Visit
from domain import orders, payments, renewing, tickets, waitlist
from domain.tickets import TicketView
from storage.errors import AlreadyDone
from storage.failpoints import failpoint

router = Router(name="tickets")


@router.message(Command("tickets"))
@router.callback_query(ShowTickets.filter())
async def my_tickets(event: Event, visit: Visit) -> None:
    """My tickets."""
    async with visit.db.read(visit.person) as tx:
        held = await tickets.mine(
            tx.session, holder=visit.person.id, now=tx.now, locale=visit.t.locale
        )
        places = await waitlist.mine(
            tx.session, person=visit.person.id, now=tx.now, locale=visit.t.locale
        )
    waiting = waitlist_screens.lines(visit.t, places)
    await visit.stage.show(event, screens.tickets(visit.t, held, waiting))


@router.callback_query(ShowTicket.filter())
async def show_ticket(query: CallbackQuery, callback_data: ShowTicket, visit: Visit) -> None:
    """One ticket with its QR."""
    await send_ticket(query.from_user.id, callback_data.ticket, visit)


@router.callback_query(Renew.filter())
async def renew(query: CallbackQuery, callback_data: Renew, visit: Visit) -> None:
    """My phone was stolen, or somebody saw my picture: another code, once it is sure."""
    ticket, me = callback_data.ticket, visit.person.id
    if not callback_data.surely:
        async with visit.db.read(visit.person) as tx:
            view = await renewing.require_possible(tx.session, ticket_id=ticket, holder=me)
        await visit.stage.send(query.from_user.id, screens.renew(visit.t, view))
        return
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await renewing.renew(tx.session, ticket_id=ticket, holder=me, codes=visit.desk.codes)
    await visit.stage.show(query, screens.renewed(visit.t))
    await send_ticket(query.from_user.id, ticket, visit)


async def send_ticket(chat_id: int, ticket_id: UUID, visit: Visit) -> None:
    """The ticket as a new message, for its holder."""
    async with visit.db.read(visit.person) as tx:
        view = await tickets.get(
            tx.session, ticket_id=ticket_id, holder=visit.person.id, locale=visit.t.locale
        )
    await visit.stage.send(chat_id, ticket_screen(view, visit.t, visit.desk))


@router.callback_query(ShowParty.filter())
async def show_party(query: CallbackQuery, callback_data: ShowParty, visit: Visit) -> None:
    """One code for all who come on one of my orders."""
    await send_party(query.from_user.id, callback_data.order, visit)


async def send_party(chat_id: int, order_id: UUID, visit: Visit) -> None:
    """The code of a party as a new message, for who bought it."""
    async with visit.db.read(visit.person) as tx:
        party = await tickets.party(
            tx.session,
            order_id=order_id,
            buyer=visit.person.id,
            codes=visit.desk.codes,
            locale=visit.t.locale,
        )
    link = party_link(visit.desk.username, party.code)
    await visit.stage.send(chat_id, screens.party(visit.t, party, link=link))


def ticket_screen(view: TicketView, t: Texts, desk: Desk) -> Screen:
    """The screen of a ticket with this bot's link in its QR."""
    code = desk.codes.code(view.event_id, view.id, view.generation)
    return screens.ticket(t, view, link=ticket_link(desk.username, code))


async def hand_over(event: Event, order_id: UUID, thanks: str, visit: Visit) -> None:
    """Send the tickets of an order, pin the first, and close their safety net."""
    async with visit.db.read(visit.person) as tx:
        order = await orders.get(
            tx.session, order_id=order_id, buyer=visit.person.id, locale=visit.t.locale
        )
        held = await tickets.of_order(
            tx.session, order_id=order_id, holder=visit.person.id, locale=visit.t.locale
        )
    await visit.stage.show(event, Screen(visit.t(thanks, count=len(held))))
    for number, view in enumerate(held):
        failpoint("ticket.before_sent")
        sent = await visit.stage.send(
            visit.person.chat_id, ticket_screen(view, visit.t, visit.desk)
        )
        failpoint("ticket.after_sent")
        if number == 0:
            await visit.extras.try_(
                PinChatMessage(
                    chat_id=visit.person.chat_id,
                    message_id=sent.message_id,
                    disable_notification=True,
                )
            )
        async with visit.db.begin(visit.person) as tx:
            await payments.close_safety_net(
                tx.session,
                key=payments.safety_net_key(view.id),
                ordered_at=order.created_at,
                message_id=sent.message_id,
                now=tx.now,
            )
    if any(view.party > 1 for view in held):
        await send_party(visit.person.chat_id, order_id, visit)
