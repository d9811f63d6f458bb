"""Sweeps out what has served."""

from datetime import timedelta

from domain import house_rules
from domain.actors import WORKER
from storage.database import Database
from storage.queries import housekeeping
from storage.security.orphans import remove_orphans
from storage.security.sealing import require_vault
from storage.security.sealing_audit import seal_closed

_KEPT = (
    # Telegram keeps an update for a day; a week is kept to look back from.
    (housekeeping.forget_updates, timedelta(days=7)),
    (housekeeping.forget_runs, timedelta(days=2)),
    (housekeeping.forget_cached, timedelta(0)),
    # Letters are counted by the hour; an address that was never confirmed is nobody's business.
    (housekeeping.forget_confirmations, timedelta(hours=2)),
    (housekeeping.forget_sessions, timedelta(days=30)),
    # Who opens an old link is told that it is over, for a day; tries are counted for as long.
    (housekeeping.forget_web_links, timedelta(days=1)),
    (housekeeping.forget_tries, timedelta(days=1)),
)

_BACKUPS_KEPT = timedelta(days=30)


async def forget_old(db: Database) -> None:
    """Forget what has served, each after its time. Raises `Unavailable`."""
    drafts = (housekeeping.forget_drafts, house_rules.DRAFTS_KEPT.lasts(db))
    for forget, kept in (*_KEPT, drafts):
        forgotten = housekeeping.BATCH
        while forgotten == housekeeping.BATCH:
            async with db.begin(WORKER) as tx:
                forgotten = await forget(tx.session, before=tx.now - kept)


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
