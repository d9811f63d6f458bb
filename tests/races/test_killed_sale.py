"""Four thousand seats, ten thousand buyers from several processes, and kill -9 of whoever serves.

Whatever dies and when: every seat is sold once, nobody who was told of a seat loses it, nobody has
two, and the books agree.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from storage.bootstrap import bootstrap
from storage.embedded import Servers, running
from storage.queries import invariants
from storage.schema import migrate
from tests.console.commands import look_again
from tests.factories import Owner, make_event
from tests.faults.process import MAIN
from tests.faults.servers import kill, postgres_answers, revive
from tests.keeping import VAULT
from tests.races import buying_process
from tests.races.buying_process import buyer_id
from tests.signing import introduce
from tests.storage.database_fixtures import Scratch
from tests.storage.embedded_fixtures import open_directory

pytestmark = [pytest.mark.chaos, pytest.mark.timeout(1800)]

SEATS, BUYERS, PROCESSES = 4000, 10_000, 3
KILLS = (300, 1200, 2400, 3300)
"""How many buyers know of their seat when the database and a process of buyers die."""


@pytest.fixture
def durable() -> Iterator[Scratch]:
    """A server of its own that keeps what it has said, as in production."""
    with open_directory() as directory, running(directory, valkey=False) as servers:
        yield Scratch(servers, "portal")


@dataclass
class Crowd:
    """A process of buyers, started again when it was killed."""

    command: list[str]
    journal: Path
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, cwd=MAIN.parent)

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    @property
    def is_done(self) -> bool:
        if self.process is None or self.process.poll() is None:
            return False
        assert self.process.returncode == 0
        return True

    def told(self) -> dict[int, str]:
        """What each buyer was told: their order, or that there is none. A line that was cut off
        by the kill was never told."""
        lines = self.journal.read_text().splitlines(keepends=True)
        whole = (line.split() for line in lines if line.endswith("\n"))
        return {int(number): order for number, order in whole}


async def _open(scratch: Scratch) -> Owner:
    return Owner(await asyncpg.connect(scratch.dsn()))


async def test_every_seat_is_sold_once_whoever_is_killed(durable: Scratch, tmp_path: Path) -> None:
    servers: Servers = durable.servers
    await VAULT.prepare()
    await bootstrap(durable.dsn(), servers.passwords)
    await migrate(durable.dsn("portal_migrate"))
    await introduce(durable.dsn())
    owner = await _open(durable)
    show = await make_event(owner, types={"Standing": ("45.00", SEATS)})
    people = [(buyer_id(number),) for number in range(BUYERS)]
    await owner.connection.copy_records_to_table("users", records=people, columns=["id"])
    await owner.connection.close()

    share = -(-BUYERS // PROCESSES)
    crowds = []
    for first in range(0, BUYERS, share):
        journal = tmp_path / f"{first}.txt"
        journal.touch()
        bounds = [str(first), str(min(first + share, BUYERS)), str(journal)]
        dsn = durable.dsn("portal_app")
        module = [sys.executable, "-m", buying_process.__name__]
        crowds.append(Crowd([*module, dsn, str(show.id), *bounds], journal))
    try:
        for crowd in crowds:
            crowd.start()
        for number, sold in enumerate(KILLS):
            while sum(len(crowd.told()) for crowd in crowds) < sold:
                await asyncio.to_thread(look_again)
            kill(servers, "postgres")
            crowds[number % PROCESSES].kill()
            await revive(servers, lambda: postgres_answers(durable.dsn()))
            crowds[number % PROCESSES].start()
        while not all(crowd.is_done for crowd in crowds):
            await asyncio.to_thread(look_again)
    finally:
        for crowd in crowds:
            if crowd.process is not None and crowd.process.poll() is None:
                crowd.kill()

    told = {number: order for crowd in crowds for number, order in crowd.told().items()}
    assert len(told) == BUYERS
    sold = {buyer_id(number): order for number, order in told.items() if order != "none"}
    assert len(sold) == len(set(sold.values())) == SEATS
    owner = await _open(durable)
    rows = await owner.fetch("SELECT user_id, id FROM orders WHERE status = 'completed'")
    assert {row["user_id"]: str(row["id"]) for row in rows} == sold
    [counts] = await owner.fetch(
        "SELECT (SELECT count(*) FROM orders) AS orders,"
        " (SELECT count(*) FROM tickets) AS tickets,"
        " (SELECT count(*) FROM payments) AS payments, (SELECT count(*) FROM refunds) AS refunds,"
        " (SELECT sold FROM quotas) AS sold, (SELECT held FROM quotas) AS held"
    )
    assert list(counts.values()) == [SEATS, SEATS, SEATS, 0, SEATS, 0]
    assert await owner.fetch(invariants.ALL) == []
    await owner.connection.close()
