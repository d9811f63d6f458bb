"""The house rules, set by who runs the portal."""

from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.office import ChangeRule, ShowRule, ShowRules
from bot.form import Form
from bot.screen import Screen
from bot.screens import rules as screens
from bot.show import Event
from bot.steps import Answers, Asking, Fact, Text, WholeNumber, has_letters
from bot.visit import Visit
from domain import rulings
from domain.actors import Person
from domain.house_rules import RULES
from storage.database import Tx

router = Router(name="rules")


@dataclass(frozen=True, kw_only=True)
class Value(WholeNumber):
    """A number within the bounds of the rule that is set."""

    async def prepared(self, asking: Asking) -> Self:
        """With the bounds of this rule."""
        by, id = asking.person, asking.answers.get(RULE)
        rule = (await rulings.get(asking.tx.session, by=by, id=id)).rule
        return replace(self, low=rule.lowest, high=rule.highest)


async def _decide(tx: Tx, person: Person, answers: Answers) -> UUID:
    return await rulings.decide(
        tx.session,
        by=person,
        id=answers.get(RULE),
        value=answers.get(VALUE),
        reason=answers.get(REASON),
        version=answers.get(VERSION),
    )


async def _card(visit: Visit, id: UUID) -> Screen:
    async with visit.db.read(visit.person) as tx:
        standing = await rulings.get(tx.session, by=visit.person, id=id)
        told = await rulings.history(tx.session, by=visit.person, name=standing.rule.name)
    return screens.rule(visit.t, standing, told)


RULE = Fact("rule", make=UUID)
VERSION = Fact("version", make=int)
VALUE = Value(
    "value",
    low=min(rule.lowest for rule in RULES.values()),
    high=max(rule.highest for rule in RULES.values()),
    told=True,
)
REASON = Text("reason", limit=rulings.LONGEST_REASON, check=has_letters)
FORM = Form("rule", (RULE, VERSION, VALUE, REASON), _decide, brief=True, after=_card)


@router.message(Command("rules"))
@router.callback_query(ShowRules.filter())
async def asked(event: Event, visit: Visit) -> None:
    """How all rules stand."""
    async with visit.db.read(visit.person) as tx:
        standing = await rulings.everything(tx.session, by=visit.person)
    await visit.stage.show(event, screens.rules(visit.t, standing))


@router.callback_query(ShowRule.filter())
async def show(query: CallbackQuery, callback_data: ShowRule, visit: Visit) -> None:
    """One rule, with what it was."""
    await visit.stage.show(query, await _card(visit, callback_data.rule))


@router.callback_query(ChangeRule.filter())
async def change(
    _query: CallbackQuery, callback_data: ChangeRule, state: FSMContext, visit: Visit
) -> None:
    """Set it: the value is asked for unless it is an earlier one, and the reason always."""
    async with visit.db.read(visit.person) as tx:
        now = await rulings.get(tx.session, by=visit.person, id=callback_data.rule)
    facts = {RULE.name: now.id.hex, VERSION.name: str(now.version)}
    if callback_data.to is None:
        await dialogs.begin(FORM, visit, state, facts)
    else:
        facts |= {VALUE.name: str(callback_data.to)}
        await dialogs.begin(FORM, visit, state, facts, place=REASON.name)
