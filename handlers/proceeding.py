"""What an order needs next: answers, the word of its house, its bill, or its tickets."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from aiogram.fsm.context import FSMContext

from bot import dialogs
from bot.form import Form
from bot.screens import asking, checkout
from bot.screens import waitlist as waitlist_screens
from bot.show import Event
from bot.steps import Answers, Asking, Choice, Fact, Option, Step, Text
from bot.visit import Visit
from domain import (
    order_approvals,
    orders,
    payments,
    questions,
    refunding,
    seller_accounts,
    waitlist,
)
from domain.actors import Person
from domain.errors import ApprovalOpen, DialogOver, QuestionsOpen
from domain.orders import OrderView
from domain.questions import LONGEST_ANSWER, Question, Sheet
from handlers import billing, tickets
from storage.database import Tx


async def show_one(event: Event, order_id: UUID, visit: Visit) -> OrderView:
    """An order where it stands; a held one comes with its invoice button."""
    async with visit.db.read(visit.person) as tx:
        view = await orders.get(
            tx.session, order_id=order_id, buyer=visit.person.id, locale=visit.t.locale
        )
        went = await refunding.of_order(tx.session, order_id=order_id)
        offer = await waitlist.find_offer(tx.session, order_id=order_id)
    payable = visit.desk.takes_payment_of(view)
    if offer is None:
        screen = checkout.order(visit.t, view, went=went, payable=payable, now=tx.now)
    else:
        screen = waitlist_screens.order(
            visit.t, view, offer, went=went, payable=payable, now=tx.now
        )
    await visit.stage.show(event, screen)
    return view


async def proceed(
    event: Event, order_id: UUID, visit: Visit, state: FSMContext, *, fresh: bool = False
) -> None:
    """What a held order needs next; any other is shown where it stands.

    `fresh`: it was chosen just now; what is to be paid at the door is shown, too. Raises
    `PaymentAway` where Telegram refuses the provider's token.
    """
    async with visit.db.read(visit.person) as tx:
        view = await orders.get(
            tx.session, order_id=order_id, buyer=visit.person.id, locale=visit.t.locale
        )
        till = None
        if view.account is not None:
            till = await seller_accounts.till_of(tx.session, order_id=order_id)
    held = view.is_held(tx.now)
    token = visit.desk.provider_token if till is None else till.token
    if held and view.unanswered:
        await ask(view, visit, state)
    elif held and view.unapproved:
        await ask_house(event, view, visit)
    elif held and not view.total.amount:
        await take(event, order_id, visit, state)
    elif token is None or not held or (fresh and view.at_door):
        payable = visit.desk.takes_payment_of(view)
        await visit.stage.show(event, checkout.order(visit.t, view, payable=payable, now=tx.now))
    else:
        await billing.send(event, view, till, token, visit, now=tx.now)


async def take(event: Event, order_id: UUID, visit: Visit, state: FSMContext) -> None:
    """What costs nothing is theirs, as soon as they have answered, and their house has."""
    try:
        async with visit.db.begin(visit.person) as tx:
            await payments.confirm_free(
                tx.session,
                order_id=order_id,
                buyer=visit.person.id,
                codes=visit.desk.codes,
                now=tx.now,
            )
    except (QuestionsOpen, ApprovalOpen):
        await proceed(event, order_id, visit, state)
        return
    await tickets.hand_over(event, order_id, "taken-thanks", visit)


async def ask_house(event: Event, view: OrderView, visit: Visit) -> None:
    """The house looks at it first; a bill that is out already shall not be paid."""
    async with visit.db.begin(visit.person) as tx:
        await order_approvals.ask(tx.session, order_id=view.id, buyer=visit.person.id, now=tx.now)
    await show_one(event, view.id, visit)
    await billing.withdraw(view, visit)


async def ask(view: OrderView, visit: Visit, state: FSMContext) -> None:
    """What the house asks, one by one; or what was answered, to be corrected."""
    async with visit.db.read(visit.person) as tx:
        sheet = await questions.sheet(tx.session, order_id=view.id, buyer=visit.person.id)
    known = {
        _name(each): _wire(each, sheet.answers[each.id])
        for each in sheet.questions
        if each.takes(sheet.answers.get(each.id, ""))
    }
    await dialogs.enter(FORM, visit, state, {ORDER.name: view.id.hex}, known)


async def _steps(asking: Asking) -> Sequence[Step[Any]]:
    sheet = await _sheet(asking.tx, asking.person, asking.answers)
    clock = asking.t.clock(sheet.until, sheet.time_zone)
    return [_step(each, clock) for each in sheet.questions]


async def _sheet(tx: Tx, person: Person, answers: Answers) -> Sheet:
    return await questions.sheet(tx.session, order_id=answers.get(ORDER), buyer=person.id)


def _step(question: Question, clock: str = "") -> Step[str]:
    words: dict[str, Any] = {
        "question": "answers-question",
        "label": "answers-label",
        "said": {"question": question.text, "clock": clock},
    }
    if not question.choices:
        return Text(_name(question), limit=LONGEST_ANSWER, **words)

    async def options(_asking: Asking) -> Sequence[Option]:
        return [Option(str(place), each) for place, each in enumerate(question.choices)]

    return Choice(
        _name(question), make=lambda place: question.choices[int(place)], options=options, **words
    )


def _name(question: Question) -> str:
    """Of its step: enough of its key to be its own, and to fit a button."""
    return question.id.hex[-12:]


def _wire(question: Question, answer: str) -> str:
    """An answer as its step keeps it."""
    return str(question.choices.index(answer)) if question.choices else answer


async def _keep(tx: Tx, person: Person, answers: Answers) -> UUID:
    sheet = await _sheet(tx, person, answers)
    said = {each.id: answers.find(_step(each)) for each in sheet.questions}
    order_id = answers.get(ORDER)
    await questions.answer(
        tx.session,
        order_id=order_id,
        buyer=person.id,
        answers={id: answer for id, answer in said.items() if answer is not None},
        now=tx.now,
    )
    return order_id


async def _go_on(
    event: Event, sent: bool, order_id: UUID | None, visit: Visit, state: FSMContext
) -> None:
    if order_id is None and sent:
        await visit.stage.show(event, asking.kept(visit.t))
    elif order_id is None:
        await _show_held(event, visit)
    elif sent:
        await visit.stage.show(event, asking.thanks(visit.t))
        await proceed(event, order_id, visit, state, fresh=True)
    else:
        await show_one(event, order_id, visit)


async def _show_held(event: Event, visit: Visit) -> None:
    """The order whose questions were left, when an update is handled again: which it was went with
    the dialog, so it is the only one that is held. Raises `DialogOver` where there is no such."""
    async with visit.db.read(visit.person) as tx:
        mine = await orders.mine(tx.session, buyer=visit.person.id, locale=visit.t.locale)
    held = [each for each in mine if each.is_held(tx.now)]
    if len(held) != 1:
        raise DialogOver
    await show_one(event, held[0].id, visit)


ORDER = Fact("order", make=UUID)
FORM = Form("answers", (ORDER,), _keep, more=_steps, ends_by="go", about=ORDER, then=_go_on)
