"""Promo codes: made by a short dialog, looked at, let rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtCode, AtDesk
from bot.form import Form
from bot.steps import (
    Amount,
    Answers,
    Asking,
    Choice,
    Choices,
    Fact,
    Given,
    Moment,
    Option,
    Sent,
    Stored,
    Text,
    WholeNumber,
    Wrong,
)
from bot.visit import Visit
from domain import productions, promo_codes, ticket_types
from domain.actors import Person
from domain.errors import NameTaken
from domain.ticket_types import TicketKind
from handlers.organizer import rooms
from storage.database import Tx
from storage.enums import PromoEffect

router = Router(name="codes")

_LONGEST = 60
_MOST_EACH = 100


@dataclass(frozen=True, kw_only=True)
class Word(Text):
    """A word that people can type, kept in capitals."""

    def take(self, sent: Sent, given: Given) -> Stored:
        return promo_codes.plain(str(super().take(sent, given)))


async def _currency(asking: Asking) -> str:
    event_id = asking.answers.get(EVENT)
    event = await productions.get(asking.tx.session, event_id=event_id, by=asking.person.id)
    return event.currency


async def _zone(asking: Asking) -> str:
    event_id = asking.answers.get(EVENT)
    event = await productions.get(asking.tx.session, event_id=event_id, by=asking.person.id)
    return event.time_zone


async def _kinds(asking: Asking) -> Sequence[TicketKind]:
    event_id = asking.answers.get(EVENT)
    return await ticket_types.of_event(asking.tx.session, event_id=event_id, by=asking.person.id)


async def _effects(asking: Asking) -> Sequence[Option]:
    """To open hidden types is offered only where some are."""
    hidden = any(kind.hidden for kind in await _kinds(asking))
    return [
        Option(each.value, asking.t.plain(f"form-promo-effect-{each.value}"))
        for each in PromoEffect
        if hidden or each is not PromoEffect.ACCESS
    ]


async def _types(asking: Asking) -> Sequence[Option]:
    return [Option(kind.id.hex, _label(asking, kind)) for kind in await _kinds(asking)]


async def _hidden(asking: Asking) -> Sequence[Option]:
    return [Option(each.id.hex, each.name) for each in await _kinds(asking) if each.hidden]


def _label(asking: Asking, kind: TicketKind) -> str:
    return asking.t.plain("code-hidden-type", name=kind.name) if kind.hidden else kind.name


def _does(effect: PromoEffect, *, otherwise: bool = False) -> Callable[[Answers], bool]:
    return lambda answers: (answers.find(EFFECT) is effect) is not otherwise


async def _require_free(tx: Tx, _person: Person, answers: Answers) -> Wrong | None:
    try:
        await promo_codes.require_free(
            tx.session, event_id=answers.get(EVENT), code=answers.get(CODE)
        )
    except NameTaken:
        return Wrong("promo-taken", code=answers.get(CODE))
    return None


async def _add(tx: Tx, person: Person, answers: Answers) -> UUID:
    types = answers.find(HIDDEN) or answers.find(TYPES) or ()
    return await promo_codes.add(
        tx.session,
        event_id=answers.get(EVENT),
        by=person.id,
        code=answers.get(CODE),
        effect=answers.get(EFFECT),
        number=answers.find(PERCENT) or answers.find(AMOUNT) or 0,
        types=types,
        budget=answers.find(BUDGET),
        per_person=answers.find(EACH),
        valid_until=answers.find(UNTIL),
        now=tx.now,
    )


EVENT = Fact("of", make=UUID)
CODE = Word("code", limit=_LONGEST, check=lambda text: bool(promo_codes.plain(text)))
EFFECT = Choice("effect", make=PromoEffect, options=_effects)
PERCENT = WholeNumber("percent", low=1, high=100, unit="%", when=_does(PromoEffect.PERCENT))
AMOUNT = Amount(
    "amount",
    currency=_currency,
    least=1,
    most=ticket_types.DEAREST,
    when=_does(PromoEffect.AMOUNT),
)
TYPES = Choices(
    "types",
    make=UUID,
    options=_types,
    optional=True,
    when=_does(PromoEffect.ACCESS, otherwise=True),
)
HIDDEN = Choices("hidden", make=UUID, options=_hidden, when=_does(PromoEffect.ACCESS))
BUDGET = WholeNumber("budget", low=1, high=promo_codes.LARGEST, optional=True)
EACH = WholeNumber("each", low=1, high=_MOST_EACH, optional=True)
UNTIL = Moment("until", zone=_zone, optional=True)

FORM = Form(
    "promo",
    (EVENT, CODE, EFFECT, PERCENT, AMOUNT, TYPES, HIDDEN, BUDGET, EACH, UNTIL),
    _add,
    ends_by="add",
    after=rooms.show_code,
    at_once={CODE.name: _require_free},
)


@router.callback_query(AtDesk.filter(F.room == "newcode"))
async def new(
    _query: CallbackQuery, callback_data: AtDesk, state: FSMContext, visit: Visit
) -> None:
    """A new code; a word is proposed."""
    id = callback_data.event
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=id, by=visit.person.id)
        found = await promo_codes.of_event(tx.session, event_id=id, by=visit.person.id)
    word = promo_codes.propose(event.title, [each.code for each in found])
    facts = {EVENT.name: id.hex, CODE.name: word}
    await dialogs.begin(FORM, visit, state, facts, place=CODE.name)


@router.callback_query(AtCode.filter(F.act == "show"))
async def show(query: CallbackQuery, callback_data: AtCode, visit: Visit) -> None:
    """One code."""
    await visit.stage.show(query, await rooms.show_code(visit, callback_data.code))


@router.callback_query(AtCode.filter(F.act.in_({"pause", "resume"})))
async def pause(query: CallbackQuery, callback_data: AtCode, visit: Visit) -> None:
    """Let it rest, or count again."""
    async with visit.db.begin(visit.person) as tx:
        await promo_codes.pause(
            tx.session,
            code_id=callback_data.code,
            by=visit.person.id,
            paused=callback_data.act == "pause",
        )
    await visit.stage.show(query, await rooms.show_code(visit, callback_data.code))
