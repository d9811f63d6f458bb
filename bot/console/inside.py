"""How the portal is inside, from the command line: house rules, incidents, deliveries, the log."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import typer

from bot.console.owner import OPERATOR, owners
from bot.console.sentences import Refused, say
from bot.console.stores import open_stores
from bot.settings import Settings
from domain import incidents, rulings, undelivered
from domain.errors import OutOfBounds
from domain.house_rules import RULES
from storage.database import Tx
from storage.queries import system_logs
from storage.queries import undelivered as undelivered_queries


def show_rules(settings: Settings, *, as_json: bool) -> None:
    """Print every house rule: its value, its bounds, its unit."""

    async def read(tx: Tx) -> None:
        for each in await rulings.stand(tx.session):
            rule = each.rule
            facts = {
                "name": rule.name,
                "value": each.value,
                "unit": rule.unit.value,
                "usual": rule.usual,
                "lowest": rule.lowest,
                "highest": rule.highest,
                "version": each.version,
            }
            bounds = f"{rule.lowest} to {rule.highest}"
            words = f"{rule.name:<26} {each.value:>5} {rule.unit.value:<11} ({bounds})"
            say(json.dumps(facts) if as_json else words)

    _with(settings, read)


def set_rule(settings: Settings, name: str, value: int, reason: str) -> None:
    """Set a house rule. Raises `Refused` for one that is not known, or out of its bounds."""
    rule = RULES.get(name)
    if rule is None:
        raise Refused(f"There is no setting {name}: `main.py settings` lists them.")

    async def act(tx: Tx) -> None:
        try:
            await rulings.decide_as_owner(tx.session, rule=rule, value=value, reason=reason)
        except OutOfBounds:
            raise Refused(
                f"{name} can be {rule.lowest} to {rule.highest} {rule.unit.value}, not {value}."
            ) from None

    _with(settings, act, writes=True)
    say(f"{name} is {value} from now on, in every process within a second.")


def show_incidents(settings: Settings, *, as_json: bool) -> None:
    """Print what is wrong, and what was."""

    async def read(tx: Tx) -> None:
        known = await incidents.known(tx.session)
        for each in known:
            facts = {
                "kind": each.kind.value,
                "detail": each.detail,
                "opened_at": _said(each.opened_at),
                "seen_at": _said(each.seen_at),
                "signs": each.signs,
                "closed_at": None if each.closed_at is None else _said(each.closed_at),
            }
            until = "still" if each.closed_at is None else f"until {_said(each.seen_at)}"
            words = f"{each.kind.value:<11} since {_said(each.opened_at)} {until} {each.detail}"
            say(json.dumps(facts) if as_json else words.rstrip())
        if not known and not as_json:
            say("Nothing is wrong, and nothing was.")

    _with(settings, read)


def show_undelivered(settings: Settings, *, as_json: bool) -> None:
    """Print what was given up, by what it was and why."""

    async def read(tx: Tx) -> None:
        found = await undelivered.known(tx.session)
        for each in found:
            facts = {
                "key": each.key,
                "template": each.template,
                "reason": each.reason,
                "count": each.count,
                "last_at": _said(each.last_at),
            }
            words = f"{each.key} {each.count:>6} × {each.template}: {each.reason}"
            say(json.dumps(facts) if as_json else words)
        if not found and not as_json:
            say("Every message arrived, or is on its way.")

    _with(settings, read)


def send_again(settings: Settings, key: str | None) -> None:
    """Have the deliveries of a key, or all that were given up, tried once more.

    Raises `BadParameter` for a key that none has.
    """

    async def act(tx: Tx) -> None:
        count = await undelivered_queries.try_again(tx.session, key=key, now=tx.now)
        if key is not None and not count:
            found = await undelivered.known(tx.session)
            listed = ", ".join(f"{each.key} ({each.count} × {each.template})" for each in found)
            raise typer.BadParameter(
                f"Nothing that was given up has the key {key}. There is: {listed or 'nothing'}."
            )
        say(f"{count} on their way again.")

    _with(settings, act, writes=True)


def show_logs(settings: Settings, *, level: str, lines: int, as_json: bool) -> None:
    """Print the last `lines` of the log of all processes, the oldest first."""

    async def read(tx: Tx) -> None:
        rows: Sequence[Any] = await system_logs.last(tx.session, level=level, limit=lines)
        for row in reversed(rows):
            facts = {
                "at": _said(row.created_at),
                "level": row.level,
                "message": row.message,
                **row.context,
            }
            told = " ".join(f"{key}={value}" for key, value in row.context.items())
            words = f"{_said(row.created_at)} {row.level:<8} {row.message} {told}"
            trace = f"\n{row.stack_trace}" if row.stack_trace else ""
            say(json.dumps(facts | {"trace": row.stack_trace}) if as_json else words + trace)

    _with(settings, read)


def _with(
    settings: Settings, act: Callable[[Tx], Awaitable[None]], *, writes: bool = False
) -> None:
    async def run(stores: Any) -> None:
        async with owners(stores) as db:
            way = db.begin if writes else db.read
            async with way(OPERATOR) as tx:
                await act(tx)

    with open_stores(settings, cache=False) as stores:
        asyncio.run(run(stores))


def _said(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
