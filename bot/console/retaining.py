"""How long what is kept is kept, from the command line."""

import asyncio
import json
from collections.abc import Sequence
from datetime import timedelta

from bot.console.owner import as_owner
from bot.console.sentences import Refused, say
from bot.console.stores import Stores, open_stores
from bot.settings import Settings
from domain import retention
from domain.errors import NotAvailable, TooShort
from domain.retention import Rule


def show(settings: Settings, *, as_json: bool) -> None:
    """Print every rule, and what its last run came to; with `as_json` for programs."""
    with open_stores(settings, cache=False) as stores:
        rules = asyncio.run(_rules(stores))
    if as_json:
        say(json.dumps({"rules": [_facts(rule) for rule in rules]}))
    else:
        say(_table(rules))


async def _rules(stores: Stores) -> Sequence[Rule]:
    async with as_owner(stores) as tx:
        return await retention.rules(tx.session)


def keep(settings: Settings, table: str, days: int) -> None:
    """Keep rows of `table` for so many days. Raises `Refused`."""
    with open_stores(settings, cache=False) as stores:
        changed = asyncio.run(_keep(stores, table, timedelta(days=days)))
    told = "are kept" if changed else "were kept already"
    say(f"Rows of {table} {told} for {days} days; the next run, within an hour, goes by it.")


async def _keep(stores: Stores, table: str, span: timedelta) -> bool:
    try:
        async with as_owner(stores) as tx:
            return await retention.keep(tx.session, table=table, span=span, now=tx.now)
    except NotAvailable:
        raise Refused(f"There is no rule for {table!r}: see `retention list`.") from None
    except TooShort as error:
        raise Refused(f"The law wants {table} kept for {error.days} days at least.") from None


def _facts(rule: Rule) -> dict[str, object]:
    return {
        "table": rule.table,
        "basis": rule.basis,
        "since": rule.since,
        "then": rule.action,
        "keep_hours": rule.keep // timedelta(hours=1),
        "least_hours": rule.least // timedelta(hours=1),
        "version": rule.version,
        "last_run_at": rule.last_run_at and rule.last_run_at.isoformat(),
        "last_count": rule.last_count,
    }


def _table(rules: Sequence[Rule]) -> str:
    rows = [("table", "kept", "after", "then", "at least", "last run", "rows")]
    rows += [
        (
            rule.table,
            _span(rule.keep),
            rule.since,
            rule.action,
            _span(rule.least) if rule.least else "–",
            f"{rule.last_run_at:%Y-%m-%d %H:%M}" if rule.last_run_at else "–",
            "–" if rule.last_count is None else str(rule.last_count),
        )
        for rule in rules
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _span(span: timedelta) -> str:
    return f"{span.days} d" if span.days or not span else f"{span // timedelta(hours=1)} h"
