"""The audit from the command line: verify it, list its seals."""

import asyncio
import json

from bot.console.keeping import open_vault
from bot.console.keyring import progress_bar
from bot.console.owner import OPERATOR, owners
from bot.console.sentences import complain, say
from bot.console.stores import Stores, open_stores
from bot.settings import Settings
from storage.queries import seals
from storage.security.sealing_audit import facts
from storage.security.verifying_audit import sealed_rows, verify

_AT_ONCE = 100


def check(settings: Settings, *, as_json: bool) -> int:
    """Say what in the audit is not as it was, a sentence each; 0 only where all is well."""
    with open_stores(settings, cache=False) as stores:
        rows, findings = asyncio.run(_verify(settings, stores))
    if as_json:
        say(json.dumps({"rows": rows, "findings": findings}))
    elif not findings:
        say(f"The audit is whole: all {rows} sealed rows are as they were written.")
    else:
        for finding in findings:
            complain(finding)
    return 1 if findings else 0


async def _verify(settings: Settings, stores: Stores) -> tuple[int, list[str]]:
    async with open_vault(settings) as vault, owners(stores) as db:
        rows = await sealed_rows(db, OPERATOR)
        with progress_bar("Verifying", rows) as (bar, task):
            findings = verify(db, vault, OPERATOR, lambda seen: bar.update(task, completed=seen))
            return rows, [each async for each in findings]


def show_seals(settings: Settings, *, as_json: bool) -> None:
    """Print every seal, the oldest first, to be kept away from the database: with `as_json` a
    line each."""
    with open_stores(settings, cache=False) as stores:
        asyncio.run(_show(stores, as_json=as_json))


async def _show(stores: Stores, *, as_json: bool) -> None:
    number = 0
    async with owners(stores) as db, db.read(OPERATOR) as tx:
        while some := await seals.some(tx.session, after=number, limit=_AT_ONCE):
            for seal in some:
                told = facts(seal)
                words = f"{seal.number:>8}  {told['sealed_at']}  {seal.rows:>7}  {told['digest']}"
                say(json.dumps(told) if as_json else words)
            number = some[-1].number
