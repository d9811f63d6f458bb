"""Keys from the command line: list, rotate, destroy."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from bot.console.keeping import open_vault, require_store
from bot.console.owner import as_owner
from bot.console.sentences import Refused, complain, say
from bot.console.stores import Stores, open_stores
from bot.settings import Settings
from domain import people, trail
from storage.security.inventory import KeyLine, left_behind, list_keys, rotate
from storage.security.key_cache import KEEPS_SECONDS
from storage.security.keys import put_new_version

_SHORT_OF_TIME = "older than its class allows"


def show(settings: Settings, *, as_json: bool) -> None:
    """Print every class of keys with its state and age; warn about those that are overdue.

    Raises `Misconfigured` where the key store is not there.
    """

    async def look() -> list[KeyLine]:
        async with open_vault(settings) as vault:
            return await list_keys(vault, now=datetime.now(UTC))

    require_store(settings)
    lines = asyncio.run(look())
    if as_json:
        say(json.dumps({"keys": [_facts(line) for line in lines]}))
        return
    say(_table(lines))
    for line in lines:
        if line.overdue:
            complain(
                f"The oldest {line.kind} key of {line.version} is {_SHORT_OF_TIME}: run"
                f" `python main.py keys rotate {line.kind}`."
            )


def renew(settings: Settings, *, as_json: bool) -> None:
    """Wrap every data key by the newest version of the master key, with a bar.

    A master key that is our own file gets a new version first, unless an earlier rotation to the
    newest one was cut off. Raises `Refused` where there is nothing to rotate to, `Misconfigured`
    where the key store is not there.
    """
    require_store(settings)
    done, newest = asyncio.run(_rotate(settings))
    if as_json:
        say(json.dumps({"rewrapped": done, "master": newest}))
        return
    say(
        f"{done} keys are wrapped by the master key's version {newest} now. Older versions can be"
        " taken away once every process was started with the new one."
    )


async def _rotate(settings: Settings) -> tuple[int, str]:
    async with open_vault(settings) as vault:
        behind = await left_behind(vault)
    if not behind:
        if settings.master_key is not None or settings.master_key_file is not None:
            raise Refused(
                "Every key is wrapped by the newest version already: put a new master key in front"
                " of the old one, with a comma or a new line between, start every process with"
                " both, then rotate."
            )
        put_new_version(settings.data_dir)
    async with open_vault(settings) as vault:
        with progress_bar("Rotating", await left_behind(vault)) as (bar, task):
            done = await rotate(vault, lambda so_far: bar.update(task, completed=so_far))
        return done, vault.versions[0]


def destroy(settings: Settings, person: str) -> None:
    """Destroy the data key of `person`, a user's id or a Telegram id.

    Raises `Refused` where there is none, `Misconfigured` where the key store is not there.
    """
    require_store(settings)
    telegram_id = int(person) if person.isdecimal() else None
    owner = _user_id(person) if telegram_id is None else None
    with open_stores(settings, cache=False) as stores:

        async def find_and_destroy() -> bool:
            found = owner
            if telegram_id is not None:
                async with as_owner(stores) as tx:
                    found = await people.find_id(tx.session, telegram_id=telegram_id)
            return found is not None and await _destroy(settings, stores, found)

        destroyed = asyncio.run(find_and_destroy())
    if not destroyed:
        raise Refused(f"There is no key of {person}: it is unknown or destroyed already.")
    say(
        f"The key of {person} is destroyed: nothing of theirs can be read again. Processes that"
        f" run forget it within {KEEPS_SECONDS:.0f} seconds."
    )


async def _destroy(settings: Settings, stores: Stores, owner: UUID) -> bool:
    """The masks go first: cut off between the two, the same command does the rest."""
    async with as_owner(stores) as tx:
        await people.cover(tx.session, person=owner)
    async with open_vault(settings) as vault:
        destroyed = await vault.destroy(owner)
    if destroyed:
        async with as_owner(stores) as tx:
            await trail.key_destroyed(tx.session, person=owner)
    return destroyed


def _user_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused(f"{text!r} is neither a user's id nor a Telegram id.") from None


@contextmanager
def progress_bar(doing: str, total: int) -> Iterator[tuple[Progress, TaskID]]:
    """A bar on the error output, until the block ends, and its only task."""
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        yield bar, bar.add_task("", total=total)


def _facts(line: KeyLine) -> dict[str, Any]:
    facts = asdict(line)
    for name in ("created", "expires"):
        facts[name] = facts[name] and facts[name].isoformat()
    return facts


def _table(lines: Sequence[KeyLine]) -> str:
    rows = [("class", "master", "state", "keys", "since", "until")]
    rows += [
        (
            line.kind,
            line.version,
            line.state.value,
            str(line.number),
            f"{line.created:%Y-%m-%d}",
            f"{line.expires:%Y-%m-%d}" if line.expires else "–",
        )
        for line in lines
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
