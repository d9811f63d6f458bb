"""Everything that is kept of a person, to take along (GDPR, articles 15 and 20).

Each column of the data map is there by its name. Of other people nothing is: where a row names
one, `SOMEBODY` stands in place of the key, and of what was done to something that is not the
person's own only the columns are told. What opens something for who holds it (a password's or a
ticket's digest, a link's) is told to be kept, and not given: `HELD`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import files, requests, trail
from domain.errors import AskedLately
from domain.files import End, Task
from domain.house_rules import EXPORT_AGAIN
from storage.datamap import TABLES, Kind, Table
from storage.enums import DataRequestKind, DataRequestState
from storage.queries import data_requests as queries
from storage.queries import exports as rows

HELD: Final = "kept, and not given: it opens something for who holds it"
SOMEBODY: Final = "somebody else"
NOT_OWN: Final = "not given: it is about something that is not yours alone"

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
class _Exports(files.Kind):
    """Requests that the law knows: each has a state, and that it was brought is in the audit."""

    async def close(self, session: AsyncSession, *, task: Task, end: End, now: datetime) -> None:
        delivered = end is End.DELIVERED
        state = DataRequestState.DONE if delivered else DataRequestState.REFUSED
        await requests.close(session, request=task.id, now=now, state=state, outcome=end)
        if delivered:
            await trail.exported(session, person=task.person, action=end)


FILES: Final = _Exports(queries.EXPORTS)


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
