"""Puts a prepared world of rows into a database at once, and moves its dates later."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import EventStatus
from storage.security.sealing import SEALED_COLUMNS, seal_row, vault_of
from storage.tables import Base
from storage.tables.events import Event
from storage.tables.people import TelegramAccount

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by table name; those of one table all have the same columns."""

_EVENTS = text(
    """
    SELECT count(*) FILTER (WHERE meta_data ? 'demo') AS ours,
           count(*) FILTER (WHERE NOT meta_data ? 'demo') AS others,
           max((meta_data -> 'demo' ->> 'dated_at')::timestamptz) AS dated_at
    FROM events
    """
)
_SEALED = {each.table for each in SEALED_COLUMNS}
_PEOPLE_AT_ONCE = 1000
_DATES = {
    "events": ("start_date", "end_date"),
    "event_schedules": ("start_time", "end_time"),
    "ticket_types": ("sale_start", "sale_end"),
}
_REFRESH = text("SELECT quota_refresh_sold_out(ARRAY(SELECT id FROM quotas))")


async def events_there(session: AsyncSession) -> tuple[int, int, datetime | None]:
    """How many events are the demo's, how many are not, and when the demo's were dated."""
    row = (await session.execute(_EVENTS)).one()
    return row.ours, row.others, row.dated_at


async def people_of(session: AsyncSession, telegram_ids: Iterable[int]) -> dict[int, UUID]:
    """The persons behind Telegram accounts that the portal knows already."""
    known = select(TelegramAccount.telegram_id, TelegramAccount.user_id).where(
        TelegramAccount.telegram_id.in_(list(telegram_ids))
    )
    return {row.telegram_id: row.user_id for row in await session.execute(known)}


async def load(session: AsyncSession, rows: Rows) -> None:
    """Write the rows, in the order that their references ask for.

    Events are published last: what follows a published event is then worked out once for each.
    """
    unknown = rows.keys() - Base.metadata.tables.keys()
    if unknown:
        raise LookupError(f"no such tables: {sorted(unknown)}")
    published = [row["id"] for row in rows["events"] if row["status"] is EventStatus.PUBLISHED]
    drafts = [
        {**row, "status": EventStatus.DRAFT} if row["id"] in published else row
        for row in rows["events"]
    ]
    for table in Base.metadata.sorted_tables:
        values = drafts if table.name == "events" else rows.get(table.name)
        if values:
            await session.execute(insert(table), [dict(row) for row in values])
    await session.execute(_REFRESH)
    await _publish(session, published)


async def sealed(session: AsyncSession, rows: Rows) -> Rows:
    """The rows as they are kept: what is personal in them sealed."""
    vault = vault_of(session)
    people = [row["id"] for row in rows.get("users", ())]
    for start in range(0, len(people), _PEOPLE_AT_ONCE):
        await vault.admit(*people[start : start + _PEOPLE_AT_ONCE])
    return {
        table: [await seal_row(vault, table, row) for row in some] if table in _SEALED else some
        for table, some in rows.items()
    }


async def redate(session: AsyncSession, rows: Rows) -> None:
    """Give the events, programmes and sales in `rows` the times that they have there.

    The events are drafts meanwhile: two may not meet at a venue on their way. One that would meet
    an event which is not in `rows` stays a draft.
    """
    ids = [row["id"] for row in rows["events"]]
    published = (
        (
            await session.execute(
                update(Event)
                .where(Event.id.in_(ids), Event.status == EventStatus.PUBLISHED)
                .values(status=EventStatus.DRAFT)
                .returning(Event.id)
            )
        )
        .scalars()
        .all()
    )
    for name, columns in _DATES.items():
        table = Base.metadata.tables[name]
        changes = [
            {"row": row["id"]} | {f"new_{column}": row[column] for column in columns}
            for row in rows[name]
        ]
        statement = (
            update(table)
            .where(table.c.id == bindparam("row"))
            .values({column: bindparam(f"new_{column}") for column in columns})
        )
        await session.execute(statement, changes)
    await _date(session, rows)
    for event in published:
        with suppress(IntegrityError):  # a visitor's own event has the venue then
            async with session.begin_nested():
                await _publish(session, [event])


async def _date(session: AsyncSession, rows: Rows) -> None:
    """When the events were dated; what others have put into their `meta_data` stays."""
    new = bindparam("new", type_=JSONB)
    statement = (
        update(Base.metadata.tables["events"])
        .where(Event.id == bindparam("row"))
        .values(meta_data=Event.meta_data.op("||")(new))
    )
    dated = [
        {"row": row["id"], "new": {"demo": row["meta_data"]["demo"]}} for row in rows["events"]
    ]
    await session.execute(statement, dated)


async def _publish(session: AsyncSession, events: Sequence[UUID]) -> None:
    await session.execute(
        update(Event).where(Event.id.in_(events)).values(status=EventStatus.PUBLISHED)
    )


async def set_rules(session: AsyncSession, rules: Mapping[str, int]) -> None:
    """Set house rules, by name."""
    await session.execute(
        text("UPDATE settings SET value = :value, reason = 'The demo' WHERE name = :name"),
        [{"name": name, "value": value} for name, value in rules.items()],
    )
