"""I have a promo code: it is typed, the prices change, the places are held with it."""

from uuid import UUID

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.buying import AskCode, ChooseWith, ReserveWith
from bot.callbacks.wire import full
from bot.form import Form
from bot.screen import Screen
from bot.screens import checkout as screens
from bot.steps import Answers, Fact, Text, Wrong
from bot.visit import Visit
from domain import events, promo_codes
from domain.actors import Person
from domain.baskets import Basket
from domain.errors import CodeRefused
from domain.promo_codes import Terms
from handlers import checkout
from storage.database import Tx

router = Router(name="codes")

_LONGEST = 60


def _handle(answers: Answers) -> str:
    return promo_codes.handle(answers.get(EVENT), promo_codes.plain(answers.get(CODE)))


async def _try(tx: Tx, _person: Person, answers: Answers) -> Wrong | None:
    """A code that does not count is asked for again, with the reason."""
    found = await promo_codes.look_up(
        tx.session, event_id=answers.get(EVENT), handle=_handle(answers), now=tx.now
    )
    if isinstance(found, CodeRefused):
        code = found.code or promo_codes.plain(answers.get(CODE))
        return Wrong(f"promo-{found.trouble.value}", code=code, minutes=found.minutes)
    return None


async def _nothing(_tx: Tx, _person: Person, _answers: Answers) -> None:
    """The buttons carry the code from here on; nothing is written."""


async def _with_prices(visit: Visit, answers: Answers) -> Screen:
    return await _show(visit, answers.get(EVENT), answers.find(BASKET) or "", _handle(answers))


EVENT = Fact("of", make=UUID)
BASKET = Fact("basket", make=str)
CODE = Text("code", limit=_LONGEST, check=lambda text: bool(promo_codes.plain(text)))
FORM = Form(
    "use-code",
    (EVENT, BASKET, CODE),
    _nothing,
    brief=True,
    outlook=_with_prices,
    at_once={CODE.name: _try},
)


async def _show(visit: Visit, event_id: UUID, basket: str, handle: str) -> Screen:
    """The stepper at the prices of a code. Raises `CodeRefused`."""
    code = await _counts(visit, event_id, handle)
    async with visit.db.read(visit.person) as tx:
        card = await events.get_card(
            tx.session, event_id=event_id, now=tx.now, locale=visit.t.locale, code=handle
        )
    return screens.choose(visit.t, card, Basket.parse(basket), code)


async def _counts(visit: Visit, event_id: UUID, handle: str) -> Terms:
    """A code that a button names, which may be of somebody's own making. Raises `CodeRefused`."""
    async with visit.db.begin(visit.person) as tx:
        found = await promo_codes.look_up(tx.session, event_id=event_id, handle=handle, now=tx.now)
    if isinstance(found, CodeRefused):
        raise found
    return found


@router.callback_query(AskCode.filter())
async def ask(
    _query: CallbackQuery, callback_data: AskCode, state: FSMContext, visit: Visit
) -> None:
    """Which code?"""
    id = callback_data.event
    async with visit.db.read(visit.person) as tx:
        await events.get_card(tx.session, event_id=id, now=tx.now)
    facts = {EVENT.name: id.hex, BASKET.name: callback_data.basket}
    await dialogs.begin(FORM, visit, state, facts)


@router.callback_query(ChooseWith.filter())
async def choose(query: CallbackQuery, callback_data: ChooseWith, visit: Visit) -> None:
    """The stepper with a code."""
    event_id = full(callback_data.event)
    screen = await _show(visit, event_id, callback_data.basket, callback_data.code)
    await visit.stage.show(query, screen)


@router.callback_query(ReserveWith.filter())
async def reserve(
    query: CallbackQuery, callback_data: ReserveWith, state: FSMContext, visit: Visit
) -> None:
    """Hold the places at the prices of the code."""
    event_id = full(callback_data.event)
    await _counts(visit, event_id, callback_data.code)
    await checkout.hold(
        query,
        event_id,
        callback_data.basket,
        callback_data.total,
        visit,
        state,
        code=callback_data.code,
    )
