"""Everything that is kept of a person, to take along (GDPR, articles 15 and 20).

Each column of the data map is there by its name. Of other people nothing is: where a row names
one, `SOMEBODY` stands in place of the key, and of what was done to something that is not the
person's own only the columns are told. What opens something for who holds it (a password's or a
ticket's digest, a link's) is told to be kept, and not given: `HELD`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import requests, trail
from domain.errors import AskedLately
from domain.house_rules import EXPORT_AGAIN
from storage.datamap import TABLES, Kind, Table
from storage.enums import DataRequestKind, DataRequestState
from storage.queries import data_requests as queries
from storage.queries import exports as rows

HELD: Final = "kept, and not given: it opens something for who holds it"
SOMEBODY: Final = "somebody else"
NOT_OWN: Final = "not given: it is about something that is not yours alone"

LEASE: Final = timedelta(minutes=2)
"""How long one attempt has a request to itself."""

_OTHERS: Final = frozenset(
    {
        *("user_id", "granted_by", "answered_by", "decided_by", "guardian_id", "created_by"),
        *("used_by", "staff_id", "fanned_out_to", "changed_by", "belongs_to"),
    }
)
"""Columns that name a person. A house is public: its key stays."""

_PEOPLES: Final = frozenset({"users", "user_profiles", "telegram_accounts", "models"})
"""Tables whose rows the audit finds by their person's key."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """A table and the person's rows of it, each with all of its columns."""

    table: Table
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Task:
    """A request that is being worked on; `attempt` from 1. The chat may be unknown."""

    id: UUID
    person: UUID
    attempt: int
    chat_id: int | None
    language: str
    bar_chat_id: int | None
    bar_message_id: int | None


async def ask(session: AsyncSession, *, person: UUID, now: datetime) -> UUID:
    """A person wants their data; the jobs pack and send them.

    Raises `AlreadyAsked`, and `AskedLately` too soon after the last time (`EXPORT_AGAIN`).
    """
    last = await queries.last_done(session, person=person, kind=DataRequestKind.EXPORT)
    again = None if last is None else last + EXPORT_AGAIN.lasts(session)
    if again is not None and now < again:
        raise AskedLately(again)
    asked = await requests.ask(session, person=person, kind=DataRequestKind.EXPORT, now=now)
    await trail.exported(session, person=person, action="asked")
    return asked


async def show_at(session: AsyncSession, *, request: UUID, chat: int, message: int) -> None:
    """Keep the message that shows how far it is."""
    await queries.set_bar(session, id=request, chat=chat, message=message)


async def begin(session: AsyncSession, *, now: datetime) -> Task | None:
    """Take one request that waits, or whose last attempt was cut off."""
    row = await queries.lease(session, now=now, until=now + LEASE)
    if row is None:
        return None
    return Task(
        id=row.id,
        person=row.user_id,
        attempt=row.attempts,
        chat_id=row.chat_id,
        language=row.language or "",
        bar_chat_id=row.bar_chat_id,
        bar_message_id=row.bar_message_id,
    )


async def advance(session: AsyncSession, *, task: Task, progress: int, now: datetime) -> bool:
    """Write down how many percent are done; False where somebody else has it by now."""
    return await queries.advance(
        session, id=task.id, attempt=task.attempt, progress=progress, until=now + LEASE
    )


async def wait(session: AsyncSession, *, task: Task, until: datetime) -> None:
    """Try again then."""
    await queries.put_back(session, id=task.id, attempt=task.attempt, until=until)


async def delivered(session: AsyncSession, *, task: Task, now: datetime) -> None:
    """The person has it."""
    await requests.close(session, request=task.id, now=now, outcome="delivered")
    await trail.exported(session, person=task.person, action="delivered")


async def undeliverable(session: AsyncSession, *, task: Task, why: str, now: datetime) -> None:
    """It cannot be brought to them."""
    await requests.close(
        session, request=task.id, now=now, state=DataRequestState.REFUSED, outcome=why
    )


async def collect(session: AsyncSession, *, task: Task) -> Sequence[Kept]:
    """All tables that can hold something of a person, with what they hold of this one."""
    found = {
        table.name: await rows.rows_of(session, request=task.id, table=table)
        for table in TABLES.values()
        if table.parts
    }
    own = {str(row["id"]) for each in found.values() for row in each if row.get("id")}
    own.add(str(task.person))
    me = str(task.person)
    return [
        Kept(TABLES[name], [_cleaned(TABLES[name], row, me, own) for row in each])
        for name, each in found.items()
    ]


def _cleaned(table: Table, row: Row, me: str, own: set[str]) -> Row:
    return {
        column.name: _given(table.name, column.name, column.kind, row, me, own)
        for column in table.columns()
    }


def _given(table: str, name: str, kind: Kind, row: Row, me: str, own: set[str]) -> Any:
    value = row.get(name)
    if value is None:
        return None
    if kind is Kind.BEARER:
        return HELD
    if kind is Kind.PERSON and name in _OTHERS:
        return value if str(value) == me else SOMEBODY
    if table == "audit_logs":
        return _told(name, row, me, own)
    if table == "version_control" and name in ("data", "comment"):
        return value if str(row["entity_id"]) in own else NOT_OWN
    return value


def _told(name: str, row: Row, me: str, own: set[str]) -> Any:
    """Of the audit: of data only which columns changed, for the rest stands in its tables."""
    about = str(row.get("entity_id"))
    if name == "entity_id" and row.get("entity_type") in _PEOPLES and about != me:
        return SOMEBODY
    if name != "changes":
        return row[name]
    if row.get("category") == "data":
        changed = {key for part in ("old", "new") for key in row["changes"].get(part) or ()}
        return {"columns": sorted({*changed, *(row["changes"].get("hidden") or ())})}
    return row["changes"] if about in own else NOT_OWN
