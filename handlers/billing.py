"""The bill of an order: with its house's own provider, or with the portal's."""

from datetime import datetime

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import DeleteMessage
from aiogram.types import LabeledPrice, Message

from bot.links import event_payload
from bot.screens import checkout as screens
from bot.show import Event
from bot.visit import Visit
from domain import incidents, orders, seller_accounts
from domain.actors import House
from domain.errors import PaymentAway
from domain.orders import OrderView
from domain.payments import Invoice
from domain.seller_accounts import Till
from storage.enums import IncidentKind
from storage.failpoints import failpoint

_REFUSED = "PAYMENT_PROVIDER_INVALID"


async def send(
    event: Event, view: OrderView, till: Till | None, token: str, visit: Visit, *, now: datetime
) -> None:
    """An invoice for what is held, over the provider of `token`: its house's `till`, or the
    portal's. Raises `PaymentAway` where Telegram refuses it.
    """
    bill = screens.bill(visit.t, view, now=now)
    try:
        sent = await _bot(event).send_invoice(
            visit.person.chat_id,
            title=bill.title,
            description=bill.about,
            payload=Invoice(view.id, view.attempt, None if till is None else till.id).wire(),
            provider_token=token,
            currency=view.total.currency,
            prices=[LabeledPrice(label=label, amount=amount) for label, amount in bill.prices],
            start_parameter=event_payload(view.event_id),  # a forwarded copy is no bill (TG4)
            reply_markup=bill.keyboard,
        )
    except TelegramBadRequest as error:
        if _REFUSED not in error.message:
            raise
        await visit.stage.show(event, screens.order(visit.t, view, payable=True, now=now))
        await _tell_of_refusal(view, till, visit)
        raise PaymentAway(view.expires_at or now, view.time_zone) from error
    await _keep(view, till, sent, visit)
    await withdraw(view, visit)


async def _keep(view: OrderView, till: Till | None, sent: Message, visit: Visit) -> None:
    failpoint("bill.after_sent")
    async with visit.db.begin(visit.person) as tx:
        await orders.keep_bill(tx.session, order_id=view.id, bill=sent.message_id)
        if till is not None and till.was_refused:
            await seller_accounts.accepted(tx.session, order_id=view.id, till=till)
    failpoint("bill.after_kept")


async def _tell_of_refusal(view: OrderView, till: Till | None, visit: Visit) -> None:
    """The house hears of its own token, who runs the portal of the portal's; the jobs tell them
    of houses' too."""
    if till is not None:
        async with visit.db.begin(visit.person) as tx:
            await seller_accounts.refused(tx.session, order_id=view.id, till=till, now=tx.now)
        return
    async with visit.db.begin(House(user_id=visit.person.id)) as tx:
        await incidents.note(
            tx.session, kind=IncidentKind.PROVIDER, since=tx.now, now=tx.now, detail="portal"
        )


def _bot(event: Event) -> Bot:
    if event.bot is None:
        raise LookupError("an event that no bot has brought")
    return event.bot


async def withdraw(view: OrderView, visit: Visit) -> None:
    """The bill that `view` knows need not stand there: another one does, or none shall be paid."""
    if view.bill is not None:
        bill = DeleteMessage(chat_id=visit.person.chat_id, message_id=view.bill)
        await visit.extras.try_(bill)
