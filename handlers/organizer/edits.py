"""Every field of an event, each by one short dialog; guests who saw it are owed a reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import EditEvent
from bot.form import Finish, Form
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Fact,
    Moment,
    Option,
    Photo,
    Step,
    Text,
    WholeNumber,
    has_letters,
    one_of,
)
from bot.texts import LOCALES, Texts
from bot.visit import Visit
from domain import clashes, making, productions
from domain.actors import Person
from domain.clashes import Field, words_in
from domain.productions import Production
from domain.refund_policies import Terms
from domain.versions import Kind
from handlers.organizer import places, rooms
from handlers.organizer.clashes import SINCE, overwrite
from storage.database import Tx
from storage.enums import EventStatus, EventType

router = Router(name="edits")

_PUBLISHED = "published"
_CURRENCIES = ("EUR", "GBP", "CHF", "USD", "SEK", "DKK", "NOK", "PLN", "CZK")


def _is_published(answers: Answers) -> bool:
    return answers.get(SEEN) == _PUBLISHED


async def _zone(asking: Asking) -> str:
    return asking.answers.get(ZONE)


async def _languages(_asking: Asking) -> Sequence[Option]:
    return [Option(locale, Texts(locale).plain("language")) for locale in LOCALES]


async def _currencies(_asking: Asking) -> Sequence[Option]:
    return [Option(code, code) for code in _CURRENCIES]


async def _name(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, title = answers.get(EVENT), answers.get(NAME)
    await making.rename(tx.session, event_id=id, by=person.id, title=title, now=tx.now)
    return id


async def _text(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(EVENT)
    await making.describe(
        tx.session,
        event_id=id,
        by=person.id,
        locale=answers.get(LANGUAGE),
        text=answers.get(WORDS),
        now=tx.now,
    )
    return id


async def _kind(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, kind = answers.get(EVENT), answers.get(KIND)
    await making.set_kind(tx.session, event_id=id, by=person.id, kind=kind, now=tx.now)
    return id


async def _seats(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, seats = answers.get(EVENT), answers.get(SEATS)
    await making.set_seats(tx.session, event_id=id, by=person.id, seats=seats, now=tx.now)
    return id


async def _poster(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, poster = answers.get(EVENT), answers.get(POSTER)
    await making.set_poster(tx.session, event_id=id, by=person.id, poster=poster, now=tx.now)
    return id


async def _money(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, currency = answers.get(EVENT), answers.get(CURRENCY)
    await making.set_currency(tx.session, event_id=id, by=person.id, currency=currency, now=tx.now)
    return id


async def _refunds(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, terms = answers.get(EVENT), answers.get(TERMS)
    await making.set_refunds(tx.session, event_id=id, by=person.id, terms=terms, now=tx.now)
    return id


async def _start(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(EVENT)
    await making.move(
        tx.session,
        event_id=id,
        by=person.id,
        starts_at=answers.get(STARTS),
        reason=answers.find(REASON),
        now=tx.now,
    )
    return id


async def _end(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(EVENT)
    await making.end_at(
        tx.session,
        event_id=id,
        by=person.id,
        ends_at=answers.get(ENDS),
        reason=answers.find(REASON),
        now=tx.now,
    )
    return id


async def _venue(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(EVENT)
    await making.relocate(
        tx.session,
        event_id=id,
        by=person.id,
        venue=await places.chosen(tx, answers, person=person.id),
        reason=answers.find(REASON),
        now=tx.now,
    )
    return id


EVENT = Fact("of", make=UUID)
SEEN = Fact("seen", make=str)
ZONE = Fact("zone", make=str)
BEGINS = Fact("begins", make=datetime.fromisoformat)
REASON = Text("reason", limit=making.LONGEST_REASON, check=has_letters, when=_is_published)
NAME = Text("name", limit=making.LONGEST_TITLE, check=has_letters)
LANGUAGE = Choice("language", make=str, options=_languages)
WORDS = Text("words", limit=making.LONGEST_DESCRIPTION, check=has_letters)
KIND = one_of("kind", EventType)
SEATS = WholeNumber("seats", low=1, high=making.MOST_SEATS)
POSTER = Photo("poster")
CURRENCY = Choice("currency", make=str, options=_currencies)
TERMS = one_of("terms", Terms)
STARTS = Moment("starts", zone=_zone)
ENDS = Moment("ends", zone=_zone, after=BEGINS)


def _words(answers: Answers) -> Field:
    return words_in(answers.get(LANGUAGE))


_FIELDS: Mapping[str, Field | Callable[[Answers], Field]] = {
    "name": Field("title"),
    "text": _words,
    "kind": Field("type"),
    "seats": Field("capacity"),
    "poster": Field("meta_data", ("poster",)),
    "money": Field("currency"),
    "refunds": Field("refund_policy"),
    "start": Field("start_date"),
    "end": Field("end_date"),
    "venue": Field("venue_id"),
}


def _form(field: str, steps: Sequence[Step[Any]], finish: Finish) -> Form:
    clash = overwrite(Kind.EVENT, EVENT, EVENT, _FIELDS[field])
    asked: Sequence[Step[Any]] = (EVENT, SINCE, *steps, clash)
    guarded = clash.guards(finish)
    return Form(f"ev-{field}", asked, guarded, brief=True, after=rooms.show_desk)


_BY_FIELD: Mapping[str, Form] = {
    "name": _form("name", (NAME,), _name),
    "text": _form("text", (LANGUAGE, WORDS), _text),
    "kind": _form("kind", (KIND,), _kind),
    "seats": _form("seats", (SEATS,), _seats),
    "poster": _form("poster", (POSTER,), _poster),
    "money": _form("money", (CURRENCY,), _money),
    "refunds": _form("refunds", (TERMS,), _refunds),
    "start": _form("start", (SEEN, ZONE, STARTS, REASON), _start),
    "end": _form("end", (SEEN, ZONE, BEGINS, ENDS, REASON), _end),
    "venue": _form("venue", (SEEN, *places.STEPS, REASON), _venue),
}
FORMS = tuple(_BY_FIELD.values())


@router.callback_query(EditEvent.filter())
async def edit(
    query: CallbackQuery, callback_data: EditEvent, state: FSMContext, visit: Visit
) -> None:
    """Ask for one field anew; the house's own poster needs no question."""
    id, by = callback_data.event, visit.person.id
    if callback_data.field == "drawn":
        async with visit.db.begin(visit.person) as tx:
            await making.set_poster(tx.session, event_id=id, by=by, poster=None, now=tx.now)
        await visit.stage.show(query, await rooms.show_fields(visit, id))
        return
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=id, by=by)
        since = await clashes.newest(tx.session, kind=Kind.EVENT, thing=id)
        known = {**_facts(event), SINCE.name: str(since), **await places.known(tx, person=by)}
    form = _BY_FIELD[callback_data.field]
    facts = {step.name: known[step.name] for step in form.steps if isinstance(step, Fact)}
    await dialogs.begin(form, visit, state, facts)


def _facts(event: Production) -> Mapping[str, str]:
    published = event.status is EventStatus.PUBLISHED
    return {
        EVENT.name: event.id.hex,
        SEEN.name: _PUBLISHED if published else event.status.value,
        ZONE.name: event.time_zone,
        BEGINS.name: event.starts_at.isoformat(),
    }
