"""Money that a house gives back while the tickets stay valid: how much, why, and surely."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtOrder
from bot.form import Form
from bot.screens.parts import money
from bot.steps import Amount, Answers, Asking, Choice, Fact, Option, one_of
from bot.visit import Visit
from domain import goodwill
from domain.actors import Person
from domain.goodwill import Why
from domain.money import Money
from handlers.organizer.sold import show_order
from storage.database import Tx

router = Router(name="goodwill")


@dataclass(frozen=True, kw_only=True)
class _Bounded(Amount):
    """An amount of what is left of the order's money."""

    async def prepared(self, asking: Asking) -> Self:
        """With what is left at this moment."""
        known = await goodwill.purse(
            asking.tx.session, order_id=asking.answers.get(ORDER), by=asking.person.id
        )
        said = {"left": money(asking.t, known.left), "number": known.order.number}
        return replace(self, currency=known.left.currency, most=known.left.amount, said=said)


@dataclass(frozen=True, kw_only=True)
class _Surely(Choice[str]):
    """The yes to an amount that is shown."""

    async def prepared(self, asking: Asking) -> Self:
        """With the amount."""
        amount = Money(asking.answers.find(AMOUNT) or 0, asking.answers.get(CURRENCY))
        return replace(self, said={"amount": money(asking.t, amount)})


async def _yes(asking: Asking) -> Sequence[Option]:
    return [Option("yes", asking.t.plain("form-give-back-surely-yes"))]


async def _give(tx: Tx, person: Person, answers: Answers) -> UUID:
    order_id = answers.get(ORDER)
    await goodwill.give(
        tx.session,
        order_id=order_id,
        by=person.id,
        amount=answers.get(AMOUNT),
        why=answers.get(WHY),
        now=tx.now,
    )
    return order_id


ORDER = Fact("order", make=UUID)
CURRENCY = Fact("currency", make=str)
AMOUNT = _Bounded("amount", currency="EUR", least=1)
WHY = one_of("why", Why)
SURELY = _Surely("surely", make=str, options=_yes)
FORM = Form("give-back", (ORDER, CURRENCY, AMOUNT, WHY, SURELY), _give, after=show_order)


@router.callback_query(AtOrder.filter(F.act == "give"))
async def ask(
    _query: CallbackQuery, callback_data: AtOrder, state: FSMContext, visit: Visit
) -> None:
    """How much?"""
    order_id = callback_data.order
    async with visit.db.read(visit.person) as tx:
        known = await goodwill.purse(tx.session, order_id=order_id, by=visit.person.id)
    facts = {ORDER.name: order_id.hex, CURRENCY.name: known.left.currency}
    await dialogs.begin(FORM, visit, state, facts)
