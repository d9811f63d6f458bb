"""Two who change the same: whoever comes second sees what the first one did, before it is lost.

A change holds its event, so what several people write at once is kept field by field; only who
would write over another's words is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import productions
from domain.errors import ChangedSince
from domain.versions import Kind, named, places, plain
from domain.wording import BASE
from storage.queries import versions as queries


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is changed by itself: a column, or with `path` a part of it."""

    column: str
    path: tuple[str, ...] = ()

    def of(self, data: Mapping[str, Any]) -> Any:
        """What a version says there."""
        found: Any = data.get(self.column)
        for name in self.path:
            found = found.get(name) if isinstance(found, Mapping) else None
        return found


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else has changed a field; `number` is the newest version, `old` and `new` are what
    it was and is, as JSON, `places` the names of venues. `who` is "" for somebody without a name,
    None where no person acted."""

    number: int
    who: str | None
    at: datetime
    old: Any
    new: Any
    places: Mapping[UUID, str]


def words_in(locale: str) -> Field:
    """What an event's card says in one language."""
    if locale == BASE:
        return Field("description")
    return Field("meta_data", ("texts", locale, "description"))


async def newest(session: AsyncSession, *, kind: Kind, thing: UUID) -> int:
    """The number of the version that who begins a change looks at."""
    return await queries.number(session, kind=kind, id=thing)


async def find(
    session: AsyncSession, *, kind: Kind, thing: UUID, by: UUID, since: int, field: Field
) -> Clash | None:
    """What others have made of a field after the version `since`, if it is another now."""
    rows = await queries.since(session, kind=kind, id=thing, number=since)
    theirs = [row for row in rows if row.created_by != by and _changes(row, field)]
    if not theirs:
        return None
    last, first = theirs[0], theirs[-1]
    old, new = field.of(plain(first.before or {})), field.of(plain(rows[0].data))
    if old == new:
        return None
    [version] = await named(session, [last])
    there = await places(session, [rows[0].data, first.before or {}])
    return Clash(rows[0].version, version.who, version.at, old, new, there)


async def require_seen(
    session: AsyncSession,
    *,
    kind: Kind,
    thing: UUID,
    event_id: UUID,
    by: UUID,
    since: int,
    field: Field,
) -> None:
    """Hold the event, and let nobody write over what they have not seen.

    Raises `NotAvailable`, and `ChangedSince` where somebody else has changed the field after the
    version `since`.
    """
    event = await productions.hold(session, event_id=event_id, by=by)
    clash = await find(session, kind=kind, thing=thing, by=by, since=since, field=field)
    if clash is not None:
        raise ChangedSince(clash.who or None, clash.at, event.time_zone)


def _changes(row: Any, field: Field) -> bool:
    return bool(field.of(plain(row.data)) != field.of(plain(row.before or {})))
