"""The waiting list is served: who gets the seats that are free (rules.md WAIT).

The line goes by priority, then by time. A group is offered its seats together. Where fewer are
free than the first group wants, they wait for it: after a while it is asked about the fewer, and
what it declines goes to those behind it. Only where the house has said so a smaller group goes
first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import house_rules, notifications
from storage.ids import new_id
from storage.queries import waitlists as queries

_LONGEST_LOOK = 500
"""People in line of whom one look decides."""


@dataclass(frozen=True, slots=True)
class Call:
    """An event whose lines somebody should look at, and the rows that say so."""

    event_id: UUID
    calls: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Kind:
    """A ticket type that people wait for: what each of its pools has free."""

    id: UUID
    pools: Mapping[UUID, int]
    smaller_first: bool
    ends_at: datetime

    @property
    def free(self) -> int:
        """How many can be had of it."""
        return min(self.pools.values())

    @property
    def scarcest(self) -> frozenset[UUID]:
        """The pools that keep it from being more."""
        return frozenset(pool for pool, free in self.pools.items() if free == self.free)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody in line."""

    id: UUID
    person: UUID
    type_id: UUID
    seats: int
    declined: int
    short_since: datetime | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a look at the line comes to: whom to offer how many; whose group does not fit."""

    whom: Waiting | None
    seats: int
    short: Sequence[Waiting]


def choose(
    line: Sequence[Waiting], kinds: Mapping[UUID, Kind], *, patience: timedelta, now: datetime
) -> Choice:
    """Who is next, of a line in its order. After `patience` a group is asked about fewer."""
    short: list[Waiting] = []
    kept: set[UUID] = set()
    for each in line:
        kind = kinds[each.type_id]
        if kept & kind.pools.keys():
            continue
        if kind.free >= each.seats:
            return Choice(each, each.seats, short)
        if kind.free <= each.declined:
            continue
        if each.short_since is not None and now >= each.short_since + patience:
            return Choice(each, kind.free, short)
        short.append(each)
        if not kind.smaller_first:
            kept |= kind.scarcest
    return Choice(None, 0, short)


async def called(session: AsyncSession, *, now: datetime, limit: int) -> Sequence[Call]:
    """At most `limit` events whose lines should be looked at now."""
    rows = await queries.called(session, now=now, limit=limit)
    return [Call(row.event_id, row.calls) for row in rows]


async def offer_next(session: AsyncSession, *, event_id: UUID, now: datetime) -> bool:
    """Offer seats to whoever of an event is next; whether there may be another.

    The offer is their own pending order, and their message is queued with it.
    """
    kinds, choice = await _look(session, event_id, now)
    if choice.whom is None:
        return False
    order_id = new_id()
    until = min(now + house_rules.OFFER.lasts(session), kinds[choice.whom.type_id].ends_at)
    outcome = await queries.offer_seats(
        session,
        entry_id=choice.whom.id,
        order_id=order_id,
        seats=choice.seats,
        until=until,
        now=now,
    )
    if outcome == "offered":
        await notifications.add(
            session,
            to=choice.whom.person,
            template="seats-offered",
            arguments={"order": str(order_id)},
            key=f"seats-offered {order_id}",
            caused_at=now,
        )
    return True


async def settle(session: AsyncSession, *, call: Call, now: datetime) -> None:
    """Nobody can be offered more: what is free is kept for those who wait, or for nobody.

    Has the lines looked at again when a group is to be asked about fewer, when an order ends that
    keeps somebody from being served, and when no offer can be made any more.
    """
    kinds, choice = await _look(session, call.event_id, now)
    types = list(kinds)
    await queries.answered(session, call.calls)
    short = [each.id for each in choice.short]
    await queries.mark_short(session, event_id=call.event_id, types=types, entries=short, now=now)
    patience = house_rules.FEWER.lasts(session)
    moments = {(each.short_since or now) + patience for each in choice.short}
    moments |= set(await queries.busy_until(session, types=types))
    moments |= {_last_moment(kind, session) for kind in kinds.values()}
    for moment in sorted(moments):
        await queries.call(session, event_id=call.event_id, at=moment)
    await queries.claim(session, event_id=call.event_id, types=types)


async def _look(
    session: AsyncSession, event_id: UUID, now: datetime
) -> tuple[Mapping[UUID, Kind], Choice]:
    kinds = await _kinds(session, event_id, now)
    had = [kind.id for kind in kinds.values() if kind.free]
    rows = await queries.line(session, types=had, limit=_LONGEST_LOOK) if had else []
    patience = house_rules.FEWER.lasts(session)
    return kinds, choose([_waiting(row) for row in rows], kinds, patience=patience, now=now)


async def _kinds(session: AsyncSession, event_id: UUID, now: datetime) -> Mapping[UUID, Kind]:
    """What offers can be made of: on sale, and with time left to pay as long as a hold is."""
    rows = await queries.shelf(session, event_id=event_id, now=now)
    kinds = (_kind(row) for row in rows)
    return {kind.id: kind for kind in kinds if now < _last_moment(kind, session)}


def _last_moment(kind: Kind, session: AsyncSession) -> datetime:
    """From when on an offer could not be paid in time."""
    return kind.ends_at - house_rules.HOLD.lasts(session)


def _kind(row: Row[Any]) -> Kind:
    pools = dict(zip(row.pools, row.free, strict=True))
    return Kind(row.id, pools, row.smaller_first, row.ends_at)


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(
        row.id, row.user_id, row.ticket_type_id, row.seats, row.declined, row.short_since
    )
