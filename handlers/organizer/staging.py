"""Schedule, line-up and team."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Self
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot import dialogs
from bot.callbacks.making import AtDesk, AtEntry, AtLineup, AtTeam, Invite
from bot.callbacks.wire import full
from bot.form import Form
from bot.links import team_link
from bot.screens import staging as screens
from bot.screens.rules import amount
from bot.steps import (
    Answers,
    Asking,
    Choice,
    Fact,
    Given,
    Moment,
    Option,
    Sent,
    Stored,
    Text,
    has_letters,
    one_of,
)
from bot.steps.reading import read_time
from bot.texts import LOCALES, Texts
from bot.visit import Visit
from domain import lineups, productions, schedules, teams
from domain.actors import Person
from domain.errors import NobodyFound
from domain.house_rules import TEAM_LINK
from domain.schedules import EntryKind
from handlers.organizer import rooms
from storage.database import Tx

router = Router(name="staging")

_SMALL_HOURS = time(6)
"""A time before it belongs to the night of the event."""


@dataclass(frozen=True, kw_only=True)
class Around(Moment):
    """A moment around an event; a time alone is on its day, or in the night after it."""

    first: date = date.min
    last: date = date.max
    opening: date = date.min

    async def prepared(self, asking: Asking) -> Self:
        """With the days and the clock of the event."""
        event = await productions.get(
            asking.tx.session, event_id=asking.answers.get(EVENT), by=asking.person.id
        )
        step = replace(self, zone=event.time_zone)
        starts_at, ends_at = (at.astimezone(step.place) for at in (event.starts_at, event.ends_at))
        return replace(
            step,
            first=(starts_at - schedules.BEFORE).date(),
            last=(ends_at + schedules.AFTER).date(),
            opening=starts_at.date(),
        )

    def span(self, now: datetime) -> tuple[date, date]:
        """The days of the event."""
        return max(self.first, now.astimezone(self.place).date()), self.last

    def take(self, sent: Sent, given: Given) -> Stored:
        clock = read_time(sent.text) if sent.text else None
        if clock is None or self.day_of(given.before) is not None:
            return super().take(sent, given)
        day = self.opening + timedelta(days=clock < _SMALL_HOURS)
        return self.at(day, clock, given)


async def _found(asking: Asking) -> Sequence[Option]:
    words = asking.answers.find(WHO)
    if words is None:
        return []
    found = await lineups.search(
        asking.tx.session,
        event_id=asking.answers.get(EVENT),
        by=asking.person.id,
        words=words,
    )
    return [Option(each.id.hex, screens.member_label(asking.t, each)) for each in found]


async def _entry(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, kind, title = answers.get(EVENT), answers.get(KIND), answers.find(WHAT)
    await schedules.add(
        tx.session,
        event_id=id,
        by=person.id,
        kind=kind,
        titles={locale: title or _default(kind, locale) for locale in LOCALES},
        starts_at=answers.get(STARTS),
        ends_at=answers.find(ENDS),
        now=tx.now,
    )
    return id


def _default(kind: EntryKind, locale: str) -> str:
    return Texts(locale).plain(f"form-entry-kind-{kind.value}")


async def _member(tx: Tx, person: Person, answers: Answers) -> UUID:
    id, member = answers.get(EVENT), answers.find(PICK)
    if member is None:
        raise NobodyFound
    await lineups.add(tx.session, event_id=id, by=person.id, id=member, now=tx.now)
    return id


EVENT = Fact("of", make=UUID)
KIND = one_of("kind", EntryKind)
STARTS = Around("starts", zone="UTC")
ENDS = Around("ends", zone="UTC", after=STARTS, optional=True)
WHAT = Text("what", limit=schedules.LONGEST_TITLE, check=has_letters, optional=True)
ENTRY = Form(
    "entry", (EVENT, KIND, STARTS, ENDS, WHAT), _entry, brief=True, after=rooms.show_schedule
)
WHO = Text("who", limit=lineups.LONGEST_QUERY, check=has_letters)
PICK = Choice("pick", make=UUID, options=_found)
MEMBER = Form("member", (EVENT, WHO, PICK), _member, brief=True, after=rooms.show_lineup)
FORMS = (ENTRY, MEMBER)
_BY_ROOM = {"entry": ENTRY, "member": MEMBER}


@router.callback_query(AtDesk.filter(F.room.in_(_BY_ROOM)))
async def new(
    _query: CallbackQuery, callback_data: AtDesk, state: FSMContext, visit: Visit
) -> None:
    """A new line of the schedule, or somebody for the line-up."""
    id = callback_data.event
    async with visit.db.read(visit.person) as tx:
        await productions.get(tx.session, event_id=id, by=visit.person.id)
    await dialogs.begin(_BY_ROOM[callback_data.room], visit, state, {EVENT.name: id.hex})


@router.callback_query(AtEntry.filter())
async def strike(query: CallbackQuery, callback_data: AtEntry, visit: Visit) -> None:
    """Strike a line of the schedule."""
    async with visit.db.begin(visit.person) as tx:
        event_id = await schedules.remove(
            tx.session, entry_id=callback_data.entry, by=visit.person.id, now=tx.now
        )
    await visit.stage.show(query, await rooms.show_schedule(visit, event_id))


@router.callback_query(AtLineup.filter())
async def arrange(query: CallbackQuery, callback_data: AtLineup, visit: Visit) -> None:
    """Somebody earlier, or out."""
    event_id, member = full(callback_data.event), full(callback_data.member)
    act = lineups.move_up if callback_data.act == "up" else lineups.remove
    async with visit.db.begin(visit.person) as tx:
        await act(tx.session, event_id=event_id, by=visit.person.id, id=member, now=tx.now)
    await visit.stage.show(query, await rooms.show_lineup(visit, event_id))


@router.callback_query(Invite.filter())
async def invite(query: CallbackQuery, callback_data: Invite, visit: Visit) -> None:
    """A link into the team, as a message of its own that can be passed on."""
    id, by = callback_data.event, visit.person.id
    async with visit.db.begin(visit.person) as tx:
        event = await productions.get(tx.session, event_id=id, by=by)
        secret = await teams.invite(
            tx.session, event_id=id, by=by, role=callback_data.role, now=tx.now
        )
    address = team_link(visit.desk.username, secret)
    lasts = amount(visit.t, TEAM_LINK, TEAM_LINK.number(visit.db))
    screen = screens.invitation(visit.t, event, callback_data.role, address, lasts=lasts)
    await visit.stage.send(query.from_user.id, screen)


@router.callback_query(AtTeam.filter())
async def leave(query: CallbackQuery, callback_data: AtTeam, visit: Visit) -> None:
    """Somebody off the team, after a second look."""
    event_id, person = full(callback_data.event), full(callback_data.person)
    by, role = visit.person.id, callback_data.role
    if callback_data.surely:
        async with visit.db.begin(visit.person) as tx:
            await teams.remove(tx.session, event_id=event_id, by=by, user_id=person, role=role)
        await visit.stage.show(query, await rooms.show_team(visit, event_id))
        return
    async with visit.db.read(visit.person) as tx:
        event = await productions.get(tx.session, event_id=event_id, by=by)
        team = await teams.get(tx.session, event_id=event_id, by=by)
    here = [each for each in team.colleagues if (each.user_id, each.role) == (person, role)]
    if not here:
        await visit.stage.show(query, screens.team(visit.t, event, team))
        return
    await visit.stage.show(query, screens.leaving(visit.t, event, team, here[0]))


async def join(message: Message, secret: str, visit: Visit) -> None:
    """Somebody opens a link into a team."""
    async with visit.db.begin(visit.person, visit.claim) as tx:
        joined = await teams.join(tx.session, secret=secret, person=visit.person.id, now=tx.now)
    await visit.stage.send(message.chat.id, screens.welcome(visit.t, joined.role))
