"""The house's word about an order, with a sentence of its own."""

from collections.abc import Mapping
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtOrder
from bot.form import Form
from bot.steps import Answers, Fact, Text, has_letters
from bot.visit import Visit
from domain import order_approvals, sold_orders
from domain.actors import Person
from handlers.organizer import sold
from storage.database import Tx
from storage.enums import OrderStatus

router = Router(name="order-approvals")


async def _approve(tx: Tx, person: Person, answers: Answers) -> UUID:
    order_id, words = answers.get(ORDER), answers.find(WISH)
    await order_approvals.approve(
        tx.session, order_id=order_id, by=person.id, words=words, now=tx.now
    )
    return order_id


async def _decline(tx: Tx, person: Person, answers: Answers) -> UUID:
    order_id, words = answers.get(ORDER), answers.get(WHY)
    await order_approvals.decline(
        tx.session, order_id=order_id, by=person.id, words=words, now=tx.now
    )
    return order_id


ORDER = Fact("order", make=UUID)
WISH = Text("words", limit=order_approvals.LONGEST_WORDS, check=has_letters, optional=True)
WHY = Text("words", limit=order_approvals.LONGEST_WORDS, check=has_letters)
_BY_ACT: Mapping[str, Form] = {
    "approve": Form("approve-order", (ORDER, WISH), _approve, brief=True, after=sold.show_order),
    "decline": Form("decline-order", (ORDER, WHY), _decline, brief=True, after=sold.show_order),
}
FORMS = tuple(_BY_ACT.values())


@router.callback_query(AtOrder.filter(F.act.in_(_BY_ACT)))
async def decide(
    query: CallbackQuery, callback_data: AtOrder, state: FSMContext, visit: Visit
) -> None:
    """Which words come with it? What was decided already is shown as it stands."""
    order_id = callback_data.order
    async with visit.db.read(visit.person) as tx:
        view = await sold_orders.get(tx.session, order_id=order_id, by=visit.person.id)
    if view.status is OrderStatus.AWAITING_APPROVAL:
        form = _BY_ACT[callback_data.act]
        await dialogs.begin(form, visit, state, {ORDER.name: order_id.hex})
    else:
        await visit.stage.show(query, await sold.show_order(visit, order_id))
