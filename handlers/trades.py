"""Becoming a designer, a model or a house: where one stands, and the dialogs."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.trades import Register, ShowTrade, ShowTrades
from bot.form import REVIEW, Form
from bot.screens import trades as screens
from bot.screens.trades import TradeStanding
from bot.show import Event
from bot.steps import Stored
from bot.visit import Visit
from domain import approvals
from domain.actors import Person
from handlers.designers import registration as designers
from handlers.models import registration as models
from handlers.organizer import registration as organizers
from storage.database import Tx
from storage.enums import Trade

Known = Callable[[Tx, Person], Awaitable[dict[str, Stored]]]

_DIALOGS: dict[Trade, tuple[Form, Known]] = {
    Trade.DESIGNER: (designers.FORM, designers.known),
    Trade.MODEL: (models.FORM, models.known),
    Trade.ORGANIZER: (organizers.FORM, organizers.known),
}

router = Router(name="trades")


@router.message(Command("register"))
@router.callback_query(ShowTrades.filter())
async def show_all(event: Event, visit: Visit) -> None:
    """What one can be here."""
    async with visit.db.read(visit.person) as tx:
        standing = await approvals.standing(tx.session, person=visit.person.id)
    await visit.stage.show(event, screens.trades(visit.t, standing))


@router.callback_query(ShowTrade.filter())
async def show_one(query: CallbackQuery, callback_data: ShowTrade, visit: Visit) -> None:
    """How one stands as a designer, a model or a house."""
    trade = callback_data.trade
    async with visit.db.read(visit.person) as tx:
        standing = await approvals.standing(tx.session, person=visit.person.id)
        reason = await approvals.why_refused(tx.session, person=visit.person.id, trade=trade)
    at = TradeStanding(trade, standing.get(trade), reason)
    await visit.stage.show(query, screens.trade(visit.t, at))


@router.callback_query(Register.filter())
async def register(
    _query: CallbackQuery, callback_data: Register, state: FSMContext, visit: Visit
) -> None:
    """The dialog, with what was told before. Raises `AlreadyRegistered` for who is approved."""
    form, known = _DIALOGS[callback_data.trade]
    async with visit.db.read(visit.person) as tx:
        standing = await approvals.standing(tx.session, person=visit.person.id)
        approvals.require_open(standing.get(callback_data.trade))
        answers = await known(tx, visit.person)
    await dialogs.begin(form, visit, state, answers, place=REVIEW if answers else None)
