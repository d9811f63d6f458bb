"""Choose places, hold them, pay."""

from contextlib import suppress
from functools import partial
from hashlib import sha256
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, PreCheckoutQuery

from bot.callbacks.buying import (
    Answer,
    Choose,
    Pay,
    PayAtDoor,
    Release,
    Reserve,
    ShowOrder,
    ShowOrders,
)
from bot.callbacks.wire import Nothing
from bot.filters import SuccessfulPayment
from bot.late import unless_too_late
from bot.screens import checkout as screens
from bot.screens import waitlist as waitlist_screens
from bot.show import Event
from bot.visit import Visit
from domain import door_money, events, order_approvals, orders, payments, waitlist
from domain.baskets import Basket
from domain.errors import AwaitsWord
from domain.money import Money
from domain.payments import Charge, Invoice, Outcome
from handlers import billing, proceeding, tickets
from storage.context import Claim
from storage.enums import OrderStatus
from storage.errors import AlreadyDone
from storage.failpoints import failpoint

_OVER = frozenset({OrderStatus.EXPIRED, OrderStatus.CANCELLED, OrderStatus.REFUNDED})

router = Router(name="checkout")
express = Router(name="express")


@router.callback_query(Choose.filter())
async def choose(query: CallbackQuery, callback_data: Choose, visit: Visit) -> None:
    """The stepper."""
    async with visit.db.read(visit.person) as tx:
        card = await events.get_card(
            tx.session, event_id=callback_data.event, now=tx.now, locale=visit.t.locale
        )
    await visit.stage.show(
        query, screens.choose(visit.t, card, Basket.parse(callback_data.basket))
    )


@router.callback_query(Nothing.filter(), flags={"answers": True})
async def nothing(query: CallbackQuery, callback_data: Nothing, visit: Visit) -> None:
    """A label was tapped."""
    await query.answer(visit.t.plain("choose-no-more") if callback_data.full else None)


@router.callback_query(Reserve.filter())
async def reserve(
    query: CallbackQuery, callback_data: Reserve, state: FSMContext, visit: Visit
) -> None:
    """Hold the places and send the bill; what costs nothing is theirs at once. Where the house
    asks something, that comes first."""
    await hold(query, callback_data.event, callback_data.basket, callback_data.total, visit, state)


async def hold(
    query: CallbackQuery,
    event_id: UUID,
    basket: str,
    total: int,
    visit: Visit,
    state: FSMContext,
    *,
    code: str | None = None,
) -> None:
    """Hold a basket as a button carries it for `total` minor units, with a promo code's handle."""
    reserve = partial(
        orders.reserve,
        visit.db,
        buyer=visit.person.id,
        event_id=event_id,
        basket=Basket.parse(basket),
        shown_total=total,
        code=code,
    )
    failpoint("order.before_hold")
    try:
        held = await reserve(claim=visit.claim if total else _intent(query, visit.claim))
        if not total and held.status in _OVER:
            held = await reserve(claim=visit.claim)  # since given back: a wish of its own
    except AwaitsWord:
        if await _show_request(query, event_id, visit) == (Basket.parse(basket), total):
            return
        raise
    failpoint("order.after_hold")
    if held.status is OrderStatus.AWAITING_APPROVAL:
        await proceeding.show_one(query, held.order_id, visit)
    elif held.total.amount:
        await proceeding.proceed(query, held.order_id, visit, state, fresh=True)
    else:
        await proceeding.take(query, held.order_id, visit, state)


async def _show_request(
    query: CallbackQuery, event_id: UUID, visit: Visit
) -> tuple[Basket, int] | None:
    """What stands in the way of another choice, with the way to take it back; returns what was
    asked for, and for how much."""
    async with visit.db.read(visit.person) as tx:
        asked = await order_approvals.of_buyer(
            tx.session, event_id=event_id, buyer=visit.person.id
        )
    if asked is None:
        return None
    order_id, basket = asked
    view = await proceeding.show_one(query, order_id, visit)
    return basket, view.total.amount


def _intent(query: CallbackQuery, claim: Claim) -> Claim:
    """The same button of the same message tapped again, by a new update, is the same act.

    Nothing else would tell a nervous second tap on a free place from the wish for another one.
    """
    shown = query.message.message_id if query.message else 0
    intent = sha256(f"{query.from_user.id} {shown} {query.data}".encode()).digest()
    return Claim(claim.bot_id, -int.from_bytes(intent[:7]))


@router.callback_query(ShowOrder.filter())
async def order(query: CallbackQuery, callback_data: ShowOrder, visit: Visit) -> None:
    """One of my orders."""
    await proceeding.show_one(query, callback_data.order, visit)


@router.message(Command("orders"))
@router.callback_query(ShowOrders.filter())
async def my_orders(event: Event, visit: Visit) -> None:
    """My orders."""
    async with visit.db.read(visit.person) as tx:
        views = await orders.mine(tx.session, buyer=visit.person.id, locale=visit.t.locale)
        places = await waitlist.mine(
            tx.session, person=visit.person.id, now=tx.now, locale=visit.t.locale
        )
    waiting = waitlist_screens.lines(visit.t, [each for each in places if not each.offer])
    await visit.stage.show(event, screens.orders(visit.t, views, now=tx.now, waiting=waiting))


@router.callback_query(Pay.filter())
async def pay(query: CallbackQuery, callback_data: Pay, state: FSMContext, visit: Visit) -> None:
    """The bill of what is held, or what the house asks before."""
    await proceeding.proceed(query, callback_data.order, visit, state)


@router.callback_query(Answer.filter())
async def answer(
    query: CallbackQuery, callback_data: Answer, state: FSMContext, visit: Visit
) -> None:
    """What the house asks, and what I have said so far."""
    async with visit.db.read(visit.person) as tx:
        view = await orders.get(
            tx.session, order_id=callback_data.order, buyer=visit.person.id, locale=visit.t.locale
        )
    if view.may_answer(tx.now):
        await proceeding.ask(view, visit, state)
    else:
        await proceeding.show_one(query, view.id, visit)


@router.callback_query(PayAtDoor.filter())
async def pay_at_door(query: CallbackQuery, callback_data: PayAtDoor, visit: Visit) -> None:
    """The places are kept for the door, and their pictures come now."""
    async with visit.db.begin(visit.person) as tx:
        await door_money.keep(
            tx.session,
            order_id=callback_data.order,
            buyer=visit.person.id,
            codes=visit.desk.codes,
            now=tx.now,
        )
    view = await proceeding.show_one(query, callback_data.order, visit)
    await billing.withdraw(view, visit)
    await tickets.hand_over(query, callback_data.order, "door-thanks", visit)


@router.callback_query(Release.filter())
async def release(query: CallbackQuery, callback_data: Release, visit: Visit) -> None:
    """Give the places back."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await orders.release(
                tx.session, order_id=callback_data.order, buyer=visit.person.id, now=tx.now
            )
    view = await proceeding.show_one(query, callback_data.order, visit)
    if view.status is OrderStatus.CANCELLED:
        await billing.withdraw(view, visit)


@express.pre_checkout_query()
async def pre_checkout(query: PreCheckoutQuery, visit: Visit) -> None:
    """Agree to a payment, or say why not; a refusal is answered by the error router."""
    async with visit.db.begin(visit.person) as tx:
        await payments.check_payable(
            tx.session,
            invoice=Invoice.parse(query.invoice_payload),
            payer=visit.person.id,
            asked=Money(query.total_amount, query.currency),
            now=tx.now,
        )
        failpoint("checkout.before_agreed")
    failpoint("checkout.after_agreed")
    with unless_too_late():
        await query.answer(ok=True)


@router.message(SuccessfulPayment())
async def paid(message: Message, visit: Visit) -> None:
    """The money came: the tickets follow, or the money goes back."""
    payment = message.successful_payment
    if payment is None:
        return
    invoice = Invoice.parse(payment.invoice_payload)
    charge = Charge(
        id=payment.telegram_payment_charge_id,
        provider_id=payment.provider_payment_charge_id or None,
        method="telegram",
        paid=Money(payment.total_amount, payment.currency),
        account=invoice.account,
    )
    outcome = Outcome.REPEATED
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            outcome = await payments.confirm(
                tx.session,
                order_id=invoice.order_id,
                charge=charge,
                codes=visit.desk.codes,
                now=tx.now,
            )
            failpoint("payment.before_commit")
    failpoint("payment.after_commit")
    told_again = outcome is Outcome.REPEATED
    if outcome is Outcome.REFUND_DUE or (told_again and not await _bought(invoice, visit)):
        await _say_it_returns(message, invoice, charge, visit)
    else:
        await tickets.hand_over(message, invoice.order_id, "paid-thanks", visit)


async def _bought(invoice: Invoice, visit: Visit) -> bool:
    """Whether the order of a payment that is told once more has its places."""
    async with visit.db.read(visit.person) as tx:
        order = await orders.get(tx.session, order_id=invoice.order_id, buyer=visit.person.id)
    return order.status is OrderStatus.COMPLETED


async def _say_it_returns(
    message: Message, invoice: Invoice, charge: Charge, visit: Visit
) -> None:
    order = await proceeding.show_one(message, invoice.order_id, visit)
    async with visit.db.begin(visit.person) as tx:
        await payments.close_safety_net(
            tx.session,
            key=payments.returned_key(charge.id),
            ordered_at=order.created_at,
            now=tx.now,
        )
