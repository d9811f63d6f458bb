"""The hot statements by name: what they may read, and through which indexes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, text

from storage.datamap.retention import Action, statement
from storage.ids import derived_id, new_id
from storage.queries import (
    attendee_files,
    audiences,
    campaign_files,
    campaigns,
    door,
    events,
    housekeeping,
    leases,
    orders,
    productions,
    reminders,
    standing,
    taps,
    ticket_types,
    tickets,
)
from tests.storage.crowd import LAUNCHED, key

NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Hot:
    """A statement, what it is asked with, the indexes it needs, and the pages it may touch.

    `acting` is for whom the bot asks it; what happens by itself has nobody.
    """

    statement: TextClause
    values: Mapping[str, Any]
    indexes: frozenset[str]
    pages: int
    acting: UUID | None = None


def _hot(
    statement: TextClause, pages: int, *indexes: str, acting: UUID | None = None, **values: Any
) -> Hot:
    return Hot(statement, values, frozenset(indexes), pages, acting)


def _numbered(statement: str) -> TextClause:
    """A statement of asyncpg's, its values by the names p1, p2, …"""
    escaped = statement.replace("::", "\\:\\:")
    return text(re.sub(r"\$(\d+)", r":p\1", escaped))


def _id(kind: int, number: int) -> UUID:
    return UUID(key(kind, number))


EVENT, BUYER, ORDER, TICKET = _id(3, 1950), _id(1, 900), _id(6, 20000), _id(7, 2500)
ORGANIZER, OTHER_BUYER, STEWARD = _id(1, 1950), _id(1, 1), _id(1, 1001)
CAMPAIGN = _id(8, 1)

CATALOGUE: Mapping[str, Hot] = {
    "an event's card": _hot(events._CARD, 16, "pk_events", event_id=EVENT, now=NOW, acting=BUYER),
    "how a person stands": _hot(
        standing._STANDING,
        120,
        "ix_tickets_user_id_id",
        "ix_event_staff_user_id",
        person=BUYER,
        now=NOW,
        acting=BUYER,
    ),
    "the events of a house": _hot(
        productions._MINE,
        120,
        "ix_events_organizer_id",
        "ix_event_staff_user_id",
        person=ORGANIZER,
        now=NOW,
        limit=7,
        offset=0,
        acting=ORGANIZER,
    ),
    "an event at its desk": _hot(
        productions._FIND, 60, "pk_events", event_id=EVENT, person=ORGANIZER, acting=ORGANIZER
    ),
    "ticket types at the desk": _hot(
        ticket_types._OF_EVENT,
        400,
        "uq_ticket_types_event_id_position",
        event_id=EVENT,
        acting=ORGANIZER,
    ),
    "an event's schedule": _hot(
        events._SCHEDULE,
        24,
        "ix_event_schedules_event_id_start_time",
        event_id=EVENT,
        acting=BUYER,
    ),
    "what is for sale and left": _hot(
        events._FOR_SALE,
        40,
        "uq_ticket_types_event_id_position",
        "pk_quota_ticket_types",
        "pk_quotas",
        event_id=EVENT,
        acting=BUYER,
    ),
    "an order": _hot(orders._FIND, 24, "pk_events", order_id=ORDER, acting=OTHER_BUYER),
    "an order's lines": _hot(
        orders._LINES, 16, "pk_order_lines", order_id=ORDER, acting=OTHER_BUYER
    ),
    "a buyer's orders": _hot(
        orders._OF_BUYER, 60, "ix_orders_user_id_id", buyer=BUYER, acting=BUYER
    ),
    "orders past their deadline": _hot(
        orders._DUE, 400, "ix_orders_expires_at", now=NOW, limit=50
    ),
    "a holder's tickets": _hot(
        tickets._OF_HOLDER,
        60,
        "ix_tickets_user_id_id",
        holder=BUYER,
        now=NOW - timedelta(9999),
        acting=BUYER,
    ),
    "the tickets of an order": _hot(
        tickets._OF_ORDER,
        30,
        "ix_tickets_order_id",
        order_id=ORDER,
        holder=_id(1, 1),
        acting=OTHER_BUYER,
    ),
    "a ticket at the door": _hot(door._LOCKED, 90, "pk_tickets", ticket_id=TICKET, acting=STEWARD),
    "what last happened to a ticket": _hot(
        door._LAST_ACT,
        90,
        "uq_checkins_step",
        "uq_checkins_undoes_id",
        ticket_id=TICKET,
        acting=STEWARD,
    ),
    "deliveries that are due": _hot(
        _numbered(leases._LEASE),
        3000,
        "due",
        p1=timedelta(0),
        p2=30,
        p3=new_id(),
        p4=timedelta(minutes=1),
        p5=2,
        p6=22,
        p7=8,
        p8=7,
    ),
    "the next people of a campaign": _hot(
        audiences._NEXT,
        4000,
        purpose="marketing",
        audience="everyone",
        house=ORGANIZER,
        city=None,
        event=None,
        after=_id(1, 9000),
        limit=100,
    ),
    "a chunk of a campaign": _hot(
        audiences._QUEUE,
        4000,
        people=[_id(1, number) for number in range(9001, 9101)],
        campaign=CAMPAIGN,
        launched_at=LAUNCHED,
        channel="push",
        now=NOW,
    ),
    "a batch of a campaign that was sent": _hot(
        _numbered(leases._SENT),
        60,
        "pkey",
        p1=timedelta(0),
        p2=new_id(),
        p3=[derived_id(LAUNCHED, f"1 {number}") for number in range(1, 31)],
        p4=list(range(30)),
    ),
    "how far a campaign has come": _hot(
        campaigns._PROGRESS,
        20,
        id=CAMPAIGN,
    ),
    "what came of a campaign's buttons": _hot(
        taps._TAKEN_UP_AS_WORKER,
        400,
        "pk_campaign_taps",
        "events_organizer_id",
        "orders_event_id",
        campaign=CAMPAIGN,
    ),
    "the next lines of a campaign's file": _hot(
        campaign_files._LINES,
        250,
        "notifications",
        campaign=CAMPAIGN,
        after=campaign_files._moment(LAUNCHED)[0],
        before=campaign_files._moment(LAUNCHED)[1],
        limit=100,
    ),
    "the next guests of an evening's file": _hot(
        attendee_files._LINES, 6000, "tickets_event_id", event=EVENT, after=None, limit=2000
    ),
    "whether a campaign is done": _hot(campaigns._IS_OPEN, 80, "campaign_id_status", id=CAMPAIGN),
    "rounds of reminders that are due": _hot(
        reminders._OPEN_ROUNDS, 400, "events", choices=[48, 24, 2, 1], longest=48, now=NOW
    ),
    "reminders of an evening": _hot(
        reminders._REMIND,
        4000,
        "tickets_event_id",
        "pk_users",
        event_id=EVENT,
        starts_at=NOW + timedelta(hours=1),
        begun=[1],
        move=None,
        choices=[48, 24, 2, 1],
        usual=[24, 1],
        now=NOW,
    ),
    "updates to forget": _hot(
        text(statement("processed_updates", "processed_at", Action.REMOVE) or ""),
        400,
        "ix_processed_updates_processed_at",
        before=NOW - timedelta(days=13, hours=20),
        limit=20,
    ),
    "drafts to forget": _hot(
        housekeeping._DRAFTS,
        400,
        "ix_dialog_drafts_updated_at",
        before=NOW - timedelta(days=200),
        limit=20,
    ),
}
