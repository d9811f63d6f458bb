"""The screens of deliveries, drawn at sending from what is true then."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.callbacks.making import AtDesk
from bot.desk import Desk
from bot.gateway import TextMessage
from bot.links import ticket_link
from bot.mailer import Letter
from bot.screen import Screen
from bot.screens import approvals as approval_screens
from bot.screens import calling_off as calling_off_screens
from bot.screens import checkout, devices, letters, notices, staging, support, trades
from bot.screens import forgetting as forgetting_screens
from bot.screens import gifts as gift_screens
from bot.screens import incidents as incident_screens
from bot.screens import money as money_screens
from bot.screens import order_approvals as approving_screens
from bot.screens import receipts as receipt_screens
from bot.screens import reminders as reminder_screens
from bot.screens import seller as seller_screens
from bot.screens import tickets as ticket_screens
from bot.screens import waitlist as waitlist_screens
from bot.texts import Texts, supported
from domain import (
    approvals,
    calling_off,
    emails,
    enquiries,
    events,
    forgetting,
    gifts,
    guardians,
    incidents,
    lineups,
    moves,
    order_approvals,
    orders,
    receipts,
    refunding,
    reminders,
    sessions,
    tickets,
    urgent,
    waitlist,
)
from domain.actors import WORKER
from domain.errors import NotAvailable
from domain.money import Money
from domain.notifications import Delivery
from domain.orders import OrderView
from domain.refunding import Movement
from jobs import campaign_notices
from jobs.campaign_notices import CampaignNotices
from storage.database import Database, Tx
from storage.enums import (
    OrderStatus,
    TicketStatus,
)

Drawn = Screen | Letter | TextMessage


class Notices:
    """Draws any delivery, or writes its letter.

    Raises `NotAvailable` for one that has nothing to say any more.
    """

    def __init__(self, db: Database, desk: Desk) -> None:
        self._db = db
        self._desk = desk
        self._campaigns = CampaignNotices(desk)

    async def __call__(self, delivery: Delivery, t: Texts) -> Drawn:
        """The screen, letter or text message of `delivery` in the language of `t`."""
        if delivery.template == "forgotten":
            return forgetting_screens.forgotten(Texts(supported(delivery.arguments["language"])))
        if delivery.user_id is None:
            raise NotAvailable
        if (kept := self._campaigns.kept(delivery, t)) is not None:
            return kept
        async with self._db.read(WORKER) as tx:
            return await self._draw(tx, delivery, delivery.user_id, t)

    async def _draw(self, tx: Tx, delivery: Delivery, to: UUID, t: Texts) -> Drawn:
        facts = delivery.arguments
        if delivery.template.startswith(campaign_notices.TEMPLATE):
            return await self._campaigns.draw(tx, delivery, to, t)
        match delivery.template:
            case "ticket":
                return await self._ticket(tx, UUID(facts["ticket"]), to, t)
            case "gift-claimed":
                return gift_screens.asks(t, await self._gift(tx, facts))
            case "gift-given":
                return gift_screens.arrived(t, await self._gift(tx, facts))
            case "gift-over":
                gift = await self._gift(tx, facts)
                return gift_screens.over(t, gift, to_giver=gift.giver_id == to)
            case "seats-offered":
                return await self._offer(tx, UUID(facts["order"]), to, t)
            case "order-approved" | "order-declined":
                return await self._word(tx, UUID(facts["order"]), to, t)
            case "order-unanswered":
                return await self._unanswered(tx, UUID(facts["order"]), to, t)
            case "orders-wait":
                return await self._requests(tx, UUID(facts["event"]), t)
            case "order-expired":
                return await self._own_order(tx, UUID(facts["order"]), to, t)
            case "order-paid":
                sold = await orders.get_sold(
                    tx.session, order_id=UUID(facts["order"]), organizer=to
                )
                return notices.order_paid(t, sold)
            case "tickets-returned":
                order_id = UUID(facts["order"])
                order = await orders.get_sold(tx.session, order_id=order_id, organizer=to)
                back = Money(facts["amount"], order.total.currency)
                return notices.tickets_returned(t, order, count=facts["count"], back=back)
            case "tickets-taken-back":
                given = await orders.told(tx.session, order_id=UUID(facts["order"]))
                back = Money(facts["amount"], given.total.currency)
                return notices.taken_back(
                    t,
                    given,
                    count=facts["count"],
                    back=back,
                    why=facts["why"],
                    buyer=given.buyer == to,
                )
            case "order-called-off":
                gone = await orders.get(tx.session, order_id=UUID(facts["order"]), buyer=to)
                return notices.called_off(t, gone, why=facts["why"])
            case "money-given":
                stands = await orders.get(tx.session, order_id=UUID(facts["order"]), buyer=to)
                amount = Money(facts["amount"], stands.total.currency)
                return notices.given(t, stands, amount=amount, why=facts["why"])
            case "event-cancelled":
                off = await orders.told(tx.session, order_id=UUID(facts["order"]))
                back = Money(facts["amount"], off.total.currency)
                asked = facts.get("asked", False)
                return calling_off_screens.cancelled(t, off, back=back, asked=asked)
            case "event-moved":
                return await self._moved(tx, facts, to, t)
            case "called-off":
                closed = await calling_off.progress(tx.session, event_id=UUID(facts["event"]))
                return calling_off_screens.done(t, closed)
            case "line-ended":
                ended = await calling_off.progress(tx.session, event_id=UUID(facts["event"]))
                return calling_off_screens.line_ended(t, ended.title)
            case "refund-due":
                return await self._refund_due(tx, facts, to, t)
            case "refund-sent":
                return await self._refund(tx, facts, to, t, draw=money_screens.sent)
            case "refund-stalled":
                return await self._refund(tx, facts, to, t, draw=money_screens.stalled)
            case "refund-task":
                return await self._refund_task(tx, facts, to, t)
            case "account-refused":
                return seller_screens.refused(t)
            case "incident":
                return notices.incident(t, update=facts["update"], why=facts["why"])
            case "incident-open":
                wrong = await incidents.told(tx.session, id=UUID(facts["incident"]))
                return incident_screens.begun(t, wrong)
            case "incident-over":
                past = await incidents.told(tx.session, id=UUID(facts["incident"]))
                return incident_screens.over(t, past)
            case "reminder":
                return await self._reminder(tx, facts, to, t)
            case "approval-waiting":
                waiting = await approvals.told(tx.session, approval_id=UUID(facts["approval"]))
                return approval_screens.notice(t, waiting)
            case "approval-decided":
                decided = await approvals.told(tx.session, approval_id=UUID(facts["approval"]))
                return approval_screens.decided(t, decided)
            case "guardian-answered":
                consent = await guardians.told(tx.session, consent_id=UUID(facts["consent"]))
                return trades.guardian_notice(t, consent)
            case "enquiry":
                enquiry = await enquiries.told(tx.session, enquiry_id=UUID(facts["enquiry"]))
                return support.notice(t, enquiry)
            case "enquiry-answer":
                enquiry = await enquiries.told(tx.session, enquiry_id=UUID(facts["enquiry"]))
                return support.answer_notice(t, enquiry)
            case "receipt":
                return await self._receipt(tx, delivery, to, t)
            case urgent.TEMPLATE:
                return await self._urgent(tx, UUID(facts["event"]), to, t)
            case "email-bounced":
                return notices.email_bounced(t)
            case "email-code":
                confirmation = UUID(facts["confirmation"])
                return letters.email_code(
                    t, await emails.post(tx.session, confirmation=confirmation, now=tx.now)
                )
            case "signed-in":
                device = await sessions.get(
                    tx.session, person=to, id=UUID(facts["session"]), now=tx.now
                )
                return devices.signed_in(t, device)
            case "sign-in-tried":
                return devices.tried(t)
            case "erase-soon":
                asked = await forgetting.told(tx.session, person=to, now=tx.now)
                return forgetting_screens.soon(t, asked, now=tx.now)
            case "erase-blocked":
                asked = await forgetting.told(tx.session, person=to, now=tx.now)
                return forgetting_screens.blocked(t, asked)
            case "lineup":
                ids = {"event_id": UUID(facts["event"]), "member": UUID(facts["member"])}
                return staging.engaged(t, await lineups.told(tx.session, **ids))
        raise NotAvailable

    async def _urgent(self, tx: Tx, event_id: UUID, to: UUID, t: Texts) -> TextMessage:
        told = await urgent.notice(tx.session, person=to, event_id=event_id, now=tx.now)
        return TextMessage(told.phone, notices.urgent(t, told))

    async def _reminder(self, tx: Tx, facts: Mapping[str, Any], to: UUID, t: Texts) -> Screen:
        held = await reminders.held(
            tx.session,
            ticket_id=UUID(facts["ticket"]),
            person=to,
            starts_at=facts["starts_at"],
            now=tx.now,
        )
        view = await tickets.get(tx.session, ticket_id=held.ticket_id, holder=to, locale=t.locale)
        code = self._desk.codes.code(view.event_id, view.id, view.generation)
        hours = round((view.starts_at - tx.now) / timedelta(hours=1))
        link = ticket_link(self._desk.username, code)
        return reminder_screens.reminder(t, view, link=link, hours=hours, count=held.tickets)

    async def _ticket(self, tx: Tx, ticket_id: UUID, to: UUID, t: Texts) -> Screen:
        view = await tickets.get(tx.session, ticket_id=ticket_id, holder=to, locale=t.locale)
        if view.status in (TicketStatus.CANCELLED, TicketStatus.REFUNDED):
            raise NotAvailable
        code = self._desk.codes.code(view.event_id, view.id, view.generation)
        return ticket_screens.ticket(t, view, link=ticket_link(self._desk.username, code))

    async def _moved(self, tx: Tx, facts: Mapping[str, Any], to: UUID, t: Texts) -> Screen:
        move = facts.get("move")  # none where it was noted before moves were told one by one
        kept = await moves.kept(
            tx.session,
            order_id=UUID(facts["order"]),
            move_id=UUID(move) if move else None,
            person=to,
        )
        event_id = kept[0].order.event_id
        card = await events.get_card(tx.session, event_id=event_id, now=tx.now, locale=t.locale)
        return calling_off_screens.moved(t, kept, card)

    async def _gift(self, tx: Tx, facts: Mapping[str, Any]) -> gifts.Told:
        return await gifts.told(tx.session, gift_id=UUID(facts["gift"]))

    async def _word(self, tx: Tx, order_id: UUID, to: UUID, t: Texts) -> Screen:
        """What the house said, as long as that is what stands."""
        view = await orders.get(tx.session, order_id=order_id, buyer=to, locale=t.locale)
        word = await order_approvals.word(tx.session, order_id=order_id)
        if word is None or word.approved is None:
            raise NotAvailable
        if not word.approved:
            return approving_screens.declined(t, view, word)
        if view.status not in (OrderStatus.PENDING, OrderStatus.COMPLETED):
            raise NotAvailable
        return approving_screens.approved(t, view, word)

    async def _unanswered(self, tx: Tx, order_id: UUID, to: UUID, t: Texts) -> Screen:
        """To the buyer what they asked for, to the house what it missed."""
        view = await orders.told(tx.session, order_id=order_id)
        if view.buyer == to:
            return approving_screens.unanswered(t, view)
        return approving_screens.missed(t, view)

    async def _requests(self, tx: Tx, event_id: UUID, t: Texts) -> Screen:
        told = await order_approvals.told(tx.session, event_id=event_id, now=tx.now)
        desk = AtDesk(event=event_id, room="requests")
        return approving_screens.to_decide(t, told.title, event=desk, count=told.count)

    async def _offer(self, tx: Tx, order_id: UUID, to: UUID, t: Texts) -> Screen:
        """The seats that are held for who waited, as long as they are."""
        held = await orders.get(tx.session, order_id=order_id, buyer=to)
        if not held.is_held(tx.now):
            raise NotAvailable
        return await self._own_order(tx, order_id, to, t)

    async def _own_order(self, tx: Tx, order_id: UUID, to: UUID, t: Texts) -> Screen:
        view = await orders.get(tx.session, order_id=order_id, buyer=to, locale=t.locale)
        went = await refunding.of_order(tx.session, order_id=order_id)
        offer = await waitlist.find_offer(tx.session, order_id=order_id)
        payable = self._desk.takes_payment_of(view)
        if offer is None:
            return checkout.order(t, view, went=went, payable=payable, now=tx.now)
        return waitlist_screens.order(t, view, offer, went=went, payable=payable, now=tx.now)

    async def _refund(
        self,
        tx: Tx,
        facts: Mapping[str, Any],
        to: UUID,
        t: Texts,
        *,
        draw: Callable[[Texts, OrderView, Movement], Screen],
    ) -> Screen:
        refund = await refunding.get(tx.session, id=UUID(facts["refund"]))
        view = await orders.get(tx.session, order_id=refund.order_id, buyer=to, locale=t.locale)
        return draw(t, view, refund)

    async def _receipt(self, tx: Tx, delivery: Delivery, to: UUID, t: Texts) -> Letter:
        order_id = UUID(delivery.arguments["order"])
        told = await receipts.get(tx.session, order_id=order_id, buyer=to, locale=t.locale)
        if told.email is None:  # it was removed meanwhile
            raise NotAvailable
        return receipt_screens.letter(t, told, id=delivery.id.hex)

    async def _refund_task(self, tx: Tx, facts: Mapping[str, Any], to: UUID, t: Texts) -> Screen:
        refund = await refunding.get(tx.session, id=UUID(facts["refund"]))
        sold = await orders.get_sold(tx.session, order_id=refund.order_id, organizer=to)
        return money_screens.task(t, refund, title=sold.title)

    async def _refund_due(self, tx: Tx, facts: Mapping[str, Any], to: UUID, t: Texts) -> Screen:
        """To the buyer it is their order, to the house it is work."""
        order_id = UUID(facts["order"])
        try:
            return await self._own_order(tx, order_id, to, t)
        except NotAvailable:
            sold = await orders.get_sold(tx.session, order_id=order_id, organizer=to)
            paid = Money(facts["amount"], facts["currency"])
            return notices.refund_due(t, sold, paid=paid, reason=facts["reason"])
