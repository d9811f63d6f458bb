"""How long rows are kept, as the data map says it: the rules that a database begins with.

They stand in `retention_rules` from then on, where each can be made longer or shorter, and what is
applied is what stands there (`storage/queries/housekeeping.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from storage.datamap import TABLES, Basis, Column, End, Keep, Table
from storage.datamap.forgetting import blank
from storage.ids import NOBODY
from storage.tables import Base

_NOTHING: Final = timedelta(0)
_OWN_SETTING: Final = {"dialog_drafts"}
"""Tables whose span is a house rule that administrators set in the chat (`drafts_kept_days`)."""

_SERVED: Final = {
    # Telegram keeps an update for a day; a week is kept to look back from.
    "processed_updates": ("processed_at", timedelta(days=7)),
    "job_runs": ("scheduled_for", timedelta(days=2)),
    "cache_entries": ("expiration", _NOTHING),
    "integration_logs": ("created_at", timedelta(days=90)),
    "system_logs": ("created_at", timedelta(days=365)),
    "performance_metrics": ("timestamp", timedelta(days=90)),
}
"""What is nobody's, and has served after its time."""

_LEAST: Final = {"audit_logs": timedelta(days=2 * 365)}
"""What must be kept besides what the map keeps because the law asks for it."""


class Action(StrEnum):
    """What happens to rows after their time. What is to be archived stays until it can be."""

    REMOVE = "remove"
    NAMELESS = "nameless"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of `table` are kept for `keep` after their `since`, by law for `least` at least."""

    table: str
    basis: str
    since: str
    action: Action
    keep: timedelta
    least: timedelta


def rules() -> Mapping[str, Rule]:
    """The rules that a database begins with, by table."""
    of_people = (rule for table in TABLES.values() for rule in _of(table))
    served = (
        Rule(name, "none", since, Action.REMOVE, keep, _NOTHING)
        for name, (since, keep) in _SERVED.items()
    )
    return {rule.table: rule for rule in (*of_people, *served)}


def _of(table: Table) -> Iterator[Rule]:
    for part in table.parts:
        keep = part.keep
        if keep.span is None or keep.since is None or table.name in _OWN_SETTING:
            continue
        by_law = keep.span if part.basis is Basis.LAW else _NOTHING
        least = _LEAST.get(table.name, by_law)
        yield Rule(table.name, part.basis, keep.since, _action(table, keep), keep.span, least)


def _action(table: Table, keep: Keep) -> Action:
    if table.name == "audit_logs":
        return Action.ARCHIVE
    return Action.REMOVE if keep.end is End.REMOVED else Action.NAMELESS


_OLD = "SELECT {key} FROM {table} WHERE {over} ORDER BY {order} LIMIT :limit"
# The age stands twice: a row that was touched while we waited for it is young again.
_REMOVE = "DELETE FROM {table} WHERE {over} AND ({key}) IN ({old})"
_NAMELESS = """
    WITH old AS ({old}), nobody AS (
        INSERT INTO users (id, status) SELECT '{nobody}', 'inactive'
        WHERE EXISTS (SELECT FROM old) ON CONFLICT DO NOTHING
    )
    UPDATE {table} SET {sets} WHERE ({key}) IN (SELECT {key} FROM old)
"""


def statement(table: str, since: str, action: Action) -> str | None:
    """What lets go of some rows of a table that are over: binds `before` and `limit`.

    None where nothing is to be done: what is archived waits, and what follows from another row of
    its person (a payment from its order) is nameless with that.
    """
    if action is Action.ARCHIVE:
        return None
    key = ", ".join(column.name for column in Base.metadata.tables[table].primary_key)
    over, order = _over(table, since)
    words = {"table": table, "key": key, "over": over, "order": order}
    if action is Action.REMOVE:
        return _REMOVE.format(old=_OLD.format(**words), **words)
    sets = _nameless(TABLES[table])
    if not sets:
        return None
    words["over"] += " AND ROW({}) IS DISTINCT FROM ROW({})".format(
        ", ".join(sets), ", ".join(sets.values())
    )
    words["sets"] = ", ".join(f"{name} = {value}" for name, value in sets.items())
    return _NAMELESS.format(old=_OLD.format(**words), nobody=NOBODY, **words)


def _over(table: str, since: str) -> tuple[str, str]:
    """The condition that a row is over, and an order in which an index finds those. Keys begin
    with the moment at which they were made."""
    if since == "id":
        return "id < uuid_floor(:before)", "id"
    if since in _leading(table):
        return f"{since} < :before", since
    if "id" in Base.metadata.tables[table].primary_key.columns:
        return f"id < uuid_floor(:before) AND {since} < :before", "id"
    return f"{since} < :before", since


def _leading(table: str) -> set[str]:
    """Columns that a whole B-tree index begins with."""
    whole = [
        index
        for index in Base.metadata.tables[table].indexes
        if index.dialect_options["postgresql"]["where"] is None
        and index.dialect_options["postgresql"]["using"] in (False, None, "btree")
    ]
    return {next(iter(index.columns)).name for index in whole if len(index.columns)}


def _nameless(table: Table) -> dict[str, str]:
    """What stands in a row of nobody any more, by column."""
    person = "" if " > " in table.whose else table.whose
    sets = {person: f"'{NOBODY}'"} if person else {}
    return sets | {f'"{each.name}"': blank(each) for each in _going(table)}


def _going(table: Table) -> Sequence[Column]:
    return [column for column in table.columns() if column.goes]
