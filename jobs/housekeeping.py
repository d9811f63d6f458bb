"""Sweeps out what has served."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog

from bot.console.proving import sentence
from domain import house_rules, invariants, retention
from domain.actors import WORKER
from domain.retention import Rule
from storage.database import Database, Tx
from storage.errors import Unavailable
from storage.queries import housekeeping
from storage.security.orphans import remove_orphans
from storage.security.sealing import require_vault
from storage.security.sealing_audit import seal_closed

_BACKUPS_KEPT = timedelta(days=30)

_log = structlog.get_logger(__name__)


async def forget_old(db: Database) -> None:
    """Let go of what has served, each after its time. Raises `Unavailable`."""
    async with db.begin(WORKER) as tx:
        rules = await retention.rules(tx.session)
    for rule in rules:
        await _apply(db, rule)
    kept = house_rules.DRAFTS_KEPT.lasts(db)
    await _all(db, lambda tx: housekeeping.forget_drafts(tx.session, before=tx.now - kept))


async def _apply(db: Database, rule: Rule) -> None:
    """All that a rule speaks of; what goes wrong with one table must not stop the others."""

    async def some(tx: Tx) -> int:
        return await housekeeping.apply(
            tx.session,
            table=rule.table,
            since=rule.since,
            action=rule.action,
            before=tx.now - rule.keep,
        )

    try:
        count = await _all(db, some)
    except Unavailable:
        raise
    except Exception:  # one rule that fails must not stop the others
        _log.exception("a rule of retention could not be applied", table=rule.table)
        return
    async with db.begin(WORKER) as tx:
        await housekeeping.note(tx.session, table=rule.table, count=count, now=tx.now)


async def _all(db: Database, some: Callable[[Tx], Awaitable[int]]) -> int:
    """Batch after batch, until one is not full; how many rows it were."""
    total, batch = 0, housekeeping.BATCH
    while batch == housekeeping.BATCH:
        async with db.begin(WORKER) as tx:
            batch = await some(tx)
        total += batch
    return total


async def forget_orphan_keys(db: Database) -> None:
    """Forget data keys that lock nothing. They wait as long as a backup in which they might.

    Raises `Unavailable`.
    """
    async with db.read(WORKER) as tx:
        before = tx.now - _BACKUPS_KEPT
    await remove_orphans(db, require_vault(db.vault), WORKER, before=before)


async def seal_audit(db: Database) -> None:
    """Seal what the audit was told and is over. Raises `Unavailable`, `KeysUnavailable`."""
    await seal_closed(db, require_vault(db.vault), WORKER)


class CountsDiffer(Exception):
    """Seats and money do not agree with the rows; the message says how much, and what first."""


async def prove_counts(db: Database) -> None:
    """Count seats and money again from the rows.

    Raises `CountsDiffer`, which the timetable keeps with the run, and `Unavailable`.
    """
    async with db.read(WORKER) as tx:
        findings = [each async for some in invariants.look(tx.session) for each in some]
    if findings:
        for each in findings:
            _log.error("seats and money do not agree", rule=each.rule, what=sentence(each))
        raise CountsDiffer(f"{len(findings)} findings, the first: {sentence(findings[0])}")
