"""Every field of an event, each by one short dialog; guests who saw it are owed a reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
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
from handlers.organizer.finishing import passed_to
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


_set = partial(passed_to, event_id=EVENT)


def _form(field: str, steps: Sequence[Step[Any]], finish: Finish) -> Form:
    clash = overwrite(Kind.EVENT, EVENT, EVENT, _FIELDS[field])
    asked: Sequence[Step[Any]] = (EVENT, SINCE, *steps, clash)
    guarded = clash.guards(finish)
    return Form(f"ev-{field}", asked, guarded, brief=True, after=rooms.show_desk)


_BY_FIELD: Mapping[str, Form] = {
    "name": _form("name", (NAME,), _set(making.rename, title=NAME)),
    "text": _form("text", (LANGUAGE, WORDS), _set(making.describe, locale=LANGUAGE, text=WORDS)),
    "kind": _form("kind", (KIND,), _set(making.set_kind, kind=KIND)),
    "seats": _form("seats", (SEATS,), _set(making.set_seats, seats=SEATS)),
    "poster": _form("poster", (POSTER,), _set(making.set_poster, poster=POSTER)),
    "money": _form("money", (CURRENCY,), _set(making.set_currency, currency=CURRENCY)),
    "refunds": _form("refunds", (TERMS,), _set(making.set_refunds, terms=TERMS)),
    "start": _form(
        "start", (SEEN, ZONE, STARTS, REASON), _set(making.move, starts_at=STARTS, reason=REASON)
    ),
    "end": _form(
        "end", (SEEN, ZONE, BEGINS, ENDS, REASON), _set(making.end_at, ends_at=ENDS, reason=REASON)
    ),
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
