"""How long what is kept is kept: rules as rows, each at least as long as the law asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotAvailable, TooShort
from storage.queries import housekeeping as queries


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of `table` are kept for `keep` after `since`, at least for `least`, then `action`.

    `last_run_at` is None before the first run, which let go of `last_count` rows.
    """

    table: str
    basis: str
    since: str
    action: str
    keep: timedelta
    least: timedelta
    version: int
    last_run_at: datetime | None
    last_count: int | None


async def rules(session: AsyncSession) -> Sequence[Rule]:
    """All rules, by table. Those that the data map has and the database not are added."""
    await queries.seed(session)
    return [_rule(row) for row in await queries.in_force(session)]


async def keep(session: AsyncSession, *, table: str, span: timedelta, now: datetime) -> bool:
    """Keep rows of a table for another time, from the next run on; False where nothing changes.

    The owner's act. Raises `NotAvailable` for a table without a rule, `TooShort`.
    """
    rule = next((each for each in await rules(session) if each.table == table), None)
    if rule is None:
        raise NotAvailable
    if span < rule.least:
        raise TooShort(rule.least.days)
    return await queries.keep(session, table=table, span=span, now=now)


def _rule(row: Row[Any]) -> Rule:
    return Rule(
        row.table_name,
        row.basis,
        row.since,
        row.action,
        row.keep,
        row.least,
        row.version,
        row.last_run_at,
        row.last_count,
    )
