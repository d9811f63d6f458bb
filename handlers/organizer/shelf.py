"""Ticket types: what is sold, for how much, and how many."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Self
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtDesk, AtType
from bot.form import Finish, Form
from bot.steps import (
    Amount,
    Answers,
    Asking,
    Choice,
    Fact,
    Moment,
    Option,
    Step,
    Text,
    WholeNumber,
    has_letters,
)
from bot.visit import Visit
from domain import clashes, house_rules, making, productions, ticket_types, waitlist
from domain.actors import Person
from domain.clashes import Field
from domain.productions import Production
from domain.versions import Kind
from handlers.organizer import rooms
from handlers.organizer.clashes import SINCE, overwrite
from handlers.organizer.finishing import passed_to
from storage.database import Tx

router = Router(name="shelf")

_LIMITS = (1, 2, 4, 6, 8, 10, 20)


async def _event(asking: Asking) -> Production:
    event_id = asking.answers.get(EVENT)
    return await productions.get(asking.tx.session, event_id=event_id, by=asking.person.id)


async def _currency(asking: Asking) -> str:
    return (await _event(asking)).currency


async def _zone(asking: Asking) -> str:
    return (await _event(asking)).time_zone


async def _limits(_asking: Asking) -> Sequence[Option]:
    return [Option(str(number), str(number)) for number in _LIMITS]


def _list(text: str | None) -> list[str]:
    """One benefit a line; commas do where there is only one line."""
    lines = (text or "").splitlines()
    parts = lines if len(lines) > 1 else (text or "").split(",")
    kept = [part.strip(" -•·\t")[: ticket_types.LONGEST_BENEFIT] for part in parts]
    return [part for part in kept if part]


def _few(text: str) -> bool:
    benefits = _list(text)
    return 0 < len(benefits) <= ticket_types.MOST_BENEFITS and has_letters(text)


@dataclass(frozen=True, kw_only=True)
class Quantity(WholeNumber):
    """As many as the event has seats, at most."""

    async def prepared(self, asking: Asking) -> Self:
        """With the event's seats as the limit."""
        seats = (await _event(asking)).seats
        return self if seats is None else replace(self, high=min(self.high, seats))


async def _add(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(EVENT)
    await ticket_types.add(
        tx.session,
        event_id=id,
        by=person.id,
        name=answers.get(NAME),
        price=answers.get(PRICE),
        quantity=answers.find(QUANTITY),
        benefits=_list(answers.find(BENEFITS)),
        limit=house_rules.TICKETS.number(tx.session),
        now=tx.now,
    )
    return id


async def _benefits(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, benefits = answers.get(TYPE), _list(answers.find(BENEFITS))
    await ticket_types.set_benefits(
        tx.session, type_id=id, by=person.id, benefits=benefits, now=tx.now
    )
    return id


async def _opens(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(TYPE)
    now_is = await ticket_types.get(tx.session, type_id=id, by=person.id)
    await ticket_types.set_window(
        tx.session,
        type_id=id,
        by=person.id,
        starts_at=answers.find(OPENS),
        ends_at=now_is.sale_end,
        now=tx.now,
    )
    return id


async def _ends(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(TYPE)
    now_is = await ticket_types.get(tx.session, type_id=id, by=person.id)
    await ticket_types.set_window(
        tx.session,
        type_id=id,
        by=person.id,
        starts_at=now_is.sale_start,
        ends_at=answers.find(ENDS),
        now=tx.now,
    )
    return id


EVENT = Fact("of", make=UUID)
TYPE = Fact("type", make=UUID)
NAME = Text("name", limit=ticket_types.LONGEST_NAME, check=has_letters)
PRICE = Amount("price", currency=_currency, most=ticket_types.DEAREST)
QUANTITY = Quantity("quantity", low=1, high=making.MOST_SEATS, optional=True)
NUMBER = Quantity("quantity", low=0, high=making.MOST_SEATS)
BENEFITS = Text("benefits", limit=600, check=_few, optional=True)
LIMIT = Choice("limit", make=int, options=_limits)
OPENS = Moment("opens", zone=_zone, optional=True)
ENDS = Moment("ends", zone=_zone, optional=True)

TICKET = Form(
    "ticket",
    (EVENT, NAME, PRICE, QUANTITY, BENEFITS),
    _add,
    ends_by="add",
    after=rooms.show_types,
)


_COLUMNS: Mapping[str, str] = {
    "limit": "max_per_person",
    "opens": "sale_start",
    "ends": "sale_end",
}


def _change(field: str, step: Step[Any], finish: Finish) -> Form:
    clash = overwrite(Kind.TICKETS, TYPE, EVENT, Field(_COLUMNS.get(field, field)))
    steps: Sequence[Step[Any]] = (EVENT, TYPE, SINCE, step, clash)
    guarded = clash.guards(finish)
    return Form(f"tt-{field}", steps, guarded, brief=True, after=rooms.show_type)


_set = partial(passed_to, type_id=TYPE)
_BY_ACT: Mapping[str, Form] = {
    "name": _change("name", NAME, _set(ticket_types.rename, name=NAME)),
    "price": _change("price", PRICE, _set(ticket_types.set_price, price=PRICE)),
    "quantity": _change("quantity", NUMBER, _set(ticket_types.set_quantity, quantity=NUMBER)),
    "limit": _change("limit", LIMIT, _set(ticket_types.set_limit, limit=LIMIT)),
    "benefits": _change("benefits", BENEFITS, _benefits),
    "opens": _change("opens", OPENS, _opens),
    "ends": _change("ends", ENDS, _ends),
}
_SWITCHES: Mapping[str, Callable[..., Awaitable[object]]] = {
    "close": partial(ticket_types.close, closed=True),
    "open": partial(ticket_types.close, closed=False),
    "hide": partial(ticket_types.hide, hidden=True),
    "unhide": partial(ticket_types.hide, hidden=False),
    "look-first": partial(ticket_types.look_first, needs_approval=True),
    "look-no-more": partial(ticket_types.look_first, needs_approval=False),
}
_OF_LINE: Mapping[str, Mapping[str, bool]] = {
    "line-close": {"closed": True},
    "line-open": {"closed": False},
    "line-smaller": {"smaller_first": True},
    "line-in-turn": {"smaller_first": False},
}
FORMS = (TICKET, *_BY_ACT.values())


@router.callback_query(AtDesk.filter(F.room == "newtype"))
async def new(
    _query: CallbackQuery, callback_data: AtDesk, state: FSMContext, visit: Visit
) -> None:
    """A new ticket type."""
    id = callback_data.event
    async with visit.db.read(visit.person) as tx:
        await productions.get(tx.session, event_id=id, by=visit.person.id)
    await dialogs.begin(TICKET, visit, state, {EVENT.name: id.hex})


@router.callback_query(AtType.filter(F.act == "show"))
async def show(query: CallbackQuery, callback_data: AtType, visit: Visit) -> None:
    """One ticket type."""
    await visit.stage.show(query, await rooms.show_type(visit, callback_data.type))


@router.callback_query(AtType.filter(F.act.in_(_SWITCHES)))
async def switch(query: CallbackQuery, callback_data: AtType, visit: Visit) -> None:
    """Its sale stops or goes on; it shows to everybody, or to who has a code; the house looks at
    each order before it is paid, or no more."""
    type_id, by = callback_data.type, visit.person.id
    async with visit.db.begin(visit.person) as tx:
        await _SWITCHES[callback_data.act](tx.session, type_id=type_id, by=by, now=tx.now)
    await visit.stage.show(query, await rooms.show_type(visit, type_id))


@router.callback_query(AtType.filter(F.act.in_(_OF_LINE)))
async def decide_line(query: CallbackQuery, callback_data: AtType, visit: Visit) -> None:
    """Close its waiting list or open it, and say who goes first."""
    async with visit.db.begin(visit.person) as tx:
        await waitlist.decide(
            tx.session,
            type_id=callback_data.type,
            by=visit.person.id,
            **_OF_LINE[callback_data.act],
        )
    await visit.stage.show(query, await rooms.show_type(visit, callback_data.type))


@router.callback_query(AtType.filter(F.act == "remove"))
async def remove(query: CallbackQuery, callback_data: AtType, visit: Visit) -> None:
    """Take it away."""
    async with visit.db.begin(visit.person) as tx:
        event_id = await ticket_types.remove(
            tx.session, type_id=callback_data.type, by=visit.person.id, now=tx.now
        )
    await visit.stage.show(query, await rooms.show_types(visit, event_id))


@router.callback_query(AtType.filter(F.act.in_(_BY_ACT)))
async def change(
    _query: CallbackQuery, callback_data: AtType, state: FSMContext, visit: Visit
) -> None:
    """Ask for one of its facts anew."""
    id = callback_data.type
    async with visit.db.read(visit.person) as tx:
        kind = await ticket_types.get(tx.session, type_id=id, by=visit.person.id)
        since = await clashes.newest(tx.session, kind=Kind.TICKETS, thing=id)
    facts = {EVENT.name: kind.event_id.hex, TYPE.name: id.hex, SINCE.name: str(since)}
    await dialogs.begin(_BY_ACT[callback_data.act], visit, state, facts)
