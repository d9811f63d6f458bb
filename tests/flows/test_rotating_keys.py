"""People go on buying while the keys of what they told us are renewed."""

import asyncio
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from redis.asyncio import Redis

from storage.ids import new_id
from storage.security.file_store import FILE_NAME, FileKeyStore
from storage.security.inventory import left_behind
from storage.security.key_cache import KeyCache
from storage.security.keys import MasterKey
from storage.security.sealed import Sealed
from storage.security.vault import Vault
from tests.console.commands import Running, look_again, run_main, running_main
from tests.factories import Owner, counters_agree, make_event
from tests.flows.buying import holds, pictures_of
from tests.keeping import file_vault, new_master
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch

OLD, NEW = new_master(), new_master()
KEYS = 100_000


@dataclass
class Buyers:
    """Guests who come one after the other, each for a ticket, until `enough` is set."""

    portal: Portal
    enough: asyncio.Event = field(default_factory=asyncio.Event)
    numbers: Iterator[int] = field(default_factory=partial(count, 1))
    tickets: int = 0

    async def come(self) -> None:
        while not self.enough.is_set():
            guest = await self.portal.guest(f"Guest {next(self.numbers)}")
            await holds(self.portal, guest, "Velvet Hour", places=1)
            assert (await guest.pay())["result"] == "paid"
            await pictures_of(self.portal, guest, 1)
            self.tickets += 1


def rotate(directory: Path) -> int:
    """Rotate, killed with -9 after some keys and run again; how many keys were left between."""
    given = {"DATA_DIR": str(directory), "MASTER_KEY": f"{NEW.hex()},{OLD.hex()}"}

    async def until_some_are_done(running: Running) -> int:
        async with file_vault(directory, NEW, OLD) as vault:
            while await left_behind(vault) > KEYS - 1000:
                look_again()
            running.end(signal.SIGKILL)
            return await left_behind(vault)

    with running_main("keys", "rotate", cwd=directory, **given) as first:
        left = asyncio.run(until_some_are_done(first))
    again = run_main("keys", "rotate", cwd=directory, **given)
    assert again.returncode == 0, again.stderr
    return left


@pytest.mark.chaos
@pytest.mark.timeout(300)
async def test_nobody_who_buys_notices_that_the_master_key_is_renewed(
    tmp_path: Path, database: Scratch, owner: Owner, redis: Redis, sandbox: Sandbox
) -> None:
    """Killed half-way and run again; every name is readable under the new key alone."""
    await make_event(owner, types={"Standing": ("45.00", 500)})
    async with file_vault(tmp_path, OLD) as vault:
        await vault.admit(*(new_id() for _ in range(KEYS)))
    at_work = Vault(
        FileKeyStore(tmp_path / FILE_NAME), lambda: MasterKey(NEW, OLD), cache=KeyCache(seconds=0)
    )
    async with open_portal(database, redis, sandbox, vault=at_work) as portal:
        buyers = Buyers(portal)
        async with asyncio.TaskGroup() as group:
            for _ in range(2):
                group.create_task(buyers.come())
            assert 0 < await asyncio.to_thread(rotate, tmp_path) < KEYS
            buyers.enough.set()
    await at_work.close()
    assert buyers.tickets
    assert await counters_agree(owner)
    bought = await owner.value("SELECT count(*) FROM tickets WHERE status = 'valid'")
    assert bought == buyers.tickets
    people = await owner.fetch("SELECT id, full_name FROM users WHERE full_name IS NOT NULL")
    async with file_vault(tmp_path, NEW) as after:
        names = await after.read_many(
            [Sealed(p["id"], "users", "full_name", p["id"], p["full_name"]) for p in people]
        )
    assert sum((name or "").startswith("Guest ") for name in names) == next(buyers.numbers) - 1
