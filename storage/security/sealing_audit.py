"""Sealing the audit as it grows."""

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Final

import structlog

from storage.context import Context
from storage.database import Database
from storage.queries import seals as queries
from storage.security.inventory import AUDIT_SEALS
from storage.security.seals import NOTHING, Seal, Sealer, hints_of, root_of
from storage.security.vault import Vault

_MOST: Final = 20_000
"""Rows of one seal, unless one transaction has more."""

PATIENCE: Final = timedelta(minutes=15)
"""How old a row is that should long be sealed."""

_log = structlog.get_logger(__name__)


async def sealer_of(vault: Vault) -> Sealer:
    """Who signs the seals of this house."""
    return Sealer(await vault.house_key(AUDIT_SEALS))


async def seal_closed(db: Database, vault: Vault, actor: Context) -> int:
    """Seal the audit rows of all transactions that are over; how many it were.

    Each seal is said in the log, so that wherever the log goes, it is kept apart from the
    database. Raises `Unavailable`, `KeysUnavailable`.
    """
    sealer = await sealer_of(vault)
    done = 0
    while (seal := await _seal_some(db, actor, sealer)) is not None:
        _log.info("audit sealed", **facts(seal), key=sealer.public)
        done += seal.rows
    return done


def facts(seal: Seal) -> dict[str, str | int]:
    """A seal as it is said elsewhere."""
    return {
        "seal": seal.number,
        "rows": seal.rows,
        "sealed_at": seal.sealed_at.astimezone(UTC).isoformat(),
        "root": seal.root.hex(),
        "digest": seal.digest.hex(),
        "signature": seal.signature.hex(),
    }


async def _seal_some(db: Database, actor: Context, sealer: Sealer) -> Seal | None:
    async with db.begin(actor) as tx:
        at = await queries.moment(tx.session)
        before = await queries.last(tx.session)
        first = before.before if before else 0
        end = await queries.end_of(tx.session, first=first, closed=at.closed, most=_MOST)
        if end is None:
            return None
        hashes = [e.hash for e in await queries.leaves(tx.session, first=first, before=end)]
        seal = Seal(
            number=before.number + 1 if before else 1,
            first=first,
            before=end,
            next=at.next,
            rows=len(hashes),
            root=root_of(hashes),
            hints=hints_of(hashes),
            previous=before.digest if before else NOTHING,
            sealed_at=at.now,
        )
        seal = replace(seal, signature=sealer.sign(seal.digest))
        await queries.add(tx.session, seal)
        return seal


async def is_late(db: Database, actor: Context) -> bool:
    """Whether a row waits too long for its seal: a transaction that stays open holds up all.

    Raises `Unavailable`.
    """
    async with db.read(actor) as tx:
        seal = await queries.last(tx.session)
        _, since = await queries.waiting(tx.session, first=seal.before if seal else 0)
        return since is not None and since < tx.now - PATIENCE


async def broken_at_last(db: Database, vault: Vault, actor: Context) -> int | None:
    """None where the last seal was signed here and its rows are as they were, else its number.

    Raises `Unavailable`, `KeysUnavailable`.
    """
    sealer = await sealer_of(vault)
    async with db.read(actor) as tx:
        seal = await queries.last(tx.session)
        if seal is None:
            return None
        leaves = await queries.leaves(tx.session, first=seal.first, before=seal.before)
    whole = root_of([leaf.hash for leaf in leaves]) == seal.root
    return None if whole and sealer.signed(seal) else seal.number
