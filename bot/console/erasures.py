"""The ledger of who was forgotten, from the command line: keep it elsewhere, replay it."""

import asyncio
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.console.keeping import open_vault, require_store
from bot.console.keyring import progress_bar
from bot.console.owner import OPERATOR, owners
from bot.console.sentences import Refused, say
from bot.console.stores import Stores, open_stores
from bot.settings import Settings
from domain import replaying
from domain.actors import PUBLIC
from domain.replaying import Line, Replayed
from storage import schema
from storage.database import Database
from storage.errors import Misconfigured

STANDARD_INPUT = Path("-")


def show(settings: Settings, *, as_json: bool) -> None:
    """Print the ledger, the oldest line first, to be kept away from the database: with `as_json` a
    line each."""
    with open_stores(settings, cache=False) as stores:
        asyncio.run(_show(stores, as_json=as_json))


async def _show(stores: Stores, *, as_json: bool) -> None:
    async with owners(stores) as db:
        async for line in replaying.lines(db, OPERATOR):
            told = line.facts()
            words = f"{told['erased_at']}  {told['scope']}  {told['subject']}"
            say(json.dumps(told) if as_json else words)


def replay(settings: Settings, file: Path) -> None:
    """Forget everybody again whom the ledger in `file` names (`-`: the standard input).

    Raises `Refused` for what is no ledger, `Misconfigured` where the key store is not there.
    """
    require_store(settings)
    ledger = read_ledger(file)
    with open_stores(settings, cache=False) as stores:
        done = asyncio.run(_replay(settings, stores, ledger))
    say(
        f"{len(ledger)} lines replayed: {done.people} of those people were in this database, and"
        f" {done.fresh} of them had not been forgotten in it."
    )


async def _replay(settings: Settings, stores: Stores, ledger: list[Line]) -> Replayed:
    await schema.require_current(stores.dsn())
    async with open_vault(settings) as vault, owners(stores, vault) as db:
        async with db.read(OPERATOR) as tx:
            people = await replaying.count_people(tx.session)
        with progress_bar("Replaying", people) as (bar, task):
            return await replaying.replay(
                db, vault, OPERATOR, ledger, lambda seen: bar.update(task, completed=seen)
            )


async def require_replayed(settings: Settings, stores: Stores, role: str) -> None:
    """Raises `Misconfigured` where ERASURE_LEDGER names people whom the database did not forget:
    it is an older copy then. `role` is one that the process acts as."""
    if settings.erasure_ledger is None:
        return
    subjects = [line.subject for line in read_ledger(settings.erasure_ledger)]
    db = Database(stores.dsn(role), role=role, size=1)
    try:
        async with db.read(PUBLIC) as tx:
            missing = await replaying.missing(tx.session, subjects=subjects)
    finally:
        await db.close()
    if missing:
        raise Misconfigured(
            f"This database is an older copy: {missing} of the people whom"
            f" {settings.erasure_ledger} says were forgotten are not forgotten in it. Run `python"
            f" main.py erasures replay {settings.erasure_ledger}` first."
        )


def read_ledger(file: Path) -> list[Line]:
    """The lines of a ledger that was kept. Raises `Refused`, with the number of a wrong line."""
    try:
        if file == STANDARD_INPUT:
            return _lines(sys.stdin)
        with file.open(encoding="utf-8") as opened:
            return _lines(opened)
    except OSError as error:
        raise Refused(f"The ledger {file} cannot be read: {error.strerror}.") from None


def _lines(written: Iterable[str]) -> list[Line]:
    found = []
    for number, text in enumerate(written, 1):
        if not text.strip():
            continue
        try:
            found.append(Line.read(json.loads(text)))
        except ValueError:
            raise Refused(
                f"Line {number} is none of a ledger: give what `erasures list --json` printed."
            ) from None
    return found
