"""The house's word about an order, with a sentence of its own."""

from uuid import UUID

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import Decide
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
    order_id = answers.get(ORDER)
    await order_approvals.approve(
        tx.session,
        order_id=order_id,
        attempt=answers.get(ATTEMPT),
        by=person.id,
        words=answers.find(WISH),
        now=tx.now,
    )
    return order_id


async def _decline(tx: Tx, person: Person, answers: Answers) -> UUID:
    order_id = answers.get(ORDER)
    await order_approvals.decline(
        tx.session,
        order_id=order_id,
        attempt=answers.get(ATTEMPT),
        by=person.id,
        words=answers.get(WHY),
        now=tx.now,
    )
    return order_id


ORDER = Fact("order", make=UUID)
ATTEMPT = Fact("attempt", make=int)
WISH = Text("words", limit=order_approvals.LONGEST_WORDS, check=has_letters, optional=True)
WHY = Text("words", limit=order_approvals.LONGEST_WORDS, check=has_letters)
_YES = Form("approve-order", (ORDER, ATTEMPT, WISH), _approve, brief=True, after=sold.show_order)
_NO = Form("decline-order", (ORDER, ATTEMPT, WHY), _decline, brief=True, after=sold.show_order)
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
