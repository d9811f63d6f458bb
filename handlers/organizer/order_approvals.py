"""The house's word about an order, with a sentence of its own."""

from uuid import UUID

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import Decide
from bot.form import Form
from bot.steps import Fact, Text, has_letters
from bot.visit import Visit
from domain import order_approvals, sold_orders
from handlers.organizer import sold
from handlers.organizer.finishing import passed_to
from storage.enums import OrderStatus

router = Router(name="order-approvals")


ORDER = Fact("order", make=UUID)
ATTEMPT = Fact("attempt", make=int)
WISH = Text("words", limit=order_approvals.LONGEST_WORDS, check=has_letters, optional=True)
WHY = Text("words", limit=order_approvals.LONGEST_WORDS, check=has_letters)
_YES = Form(
    "approve-order",
    (ORDER, ATTEMPT, WISH),
    passed_to(order_approvals.approve, order_id=ORDER, attempt=ATTEMPT, words=WISH),
    brief=True,
    after=sold.show_order,
)
_NO = Form(
    "decline-order",
    (ORDER, ATTEMPT, WHY),
    passed_to(order_approvals.decline, order_id=ORDER, attempt=ATTEMPT, words=WHY),
    brief=True,
    after=sold.show_order,
)
FORMS = (_YES, _NO)


@router.callback_query(Decide.filter())
async def decide(
    query: CallbackQuery, callback_data: Decide, state: FSMContext, visit: Visit
) -> None:
    """Which words come with it? What was decided, or chosen anew since, is shown as it stands."""
    order_id, attempt = callback_data.order, callback_data.attempt
    async with visit.db.read(visit.person) as tx:
        view = await sold_orders.get(tx.session, order_id=order_id, by=visit.person.id)
    if view.status is OrderStatus.AWAITING_APPROVAL and view.attempt == attempt:
        form = _YES if callback_data.yes else _NO
        facts = {ORDER.name: order_id.hex, ATTEMPT.name: str(attempt)}
        await dialogs.begin(form, visit, state, facts)
    else:
        await visit.stage.show(query, await sold.show_order(visit, order_id))
