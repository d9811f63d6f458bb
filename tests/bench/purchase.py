"""A purchase through the domain against pgbench's multi-statement form of the same act."""

import asyncio
import re
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import UUID

import asyncpg

from domain import orders
from domain.baskets import Basket
from storage.context import Claim as UpdateClaim
from storage.database import Database
from storage.embedded import binary, client_environment
from tests.bench.claims import Claim, in_turn
from tests.factories import MadeEvent, Owner, counters_agree, make_event
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

BUYERS = 64
CONNECTIONS = 12  # what one process of the bot has
BOT = 7
CLASSIC = "purchase.sql"
HOT_ROW_LAST = "purchase_hot_row_last.sql"
_PATIENT = "-c statement_timeout=0 -c lock_timeout=0"  # the floor may wait as long as it likes
_SPEED = re.compile(r"^tps = ([\d.]+)", re.MULTILINE)
_PRICE = 4500


class WrongCount(Exception):
    """Something was fast and wrong."""


@dataclass
class Stall:
    """Makes hot events and counts what was sold; `purchases` are those of one buyer's lane."""

    owner: Owner
    scratch: Scratch
    db: Database = field(repr=False)
    purchases: int
    updates: int = 0

    async def with_domain(self) -> float:
        """Purchases a second through the domain: one process, 64 buyers at once."""
        event, first = await self._fresh()
        started = time.perf_counter()
        await asyncio.gather(*(self._lane(event, first, lane) for lane in range(BUYERS)))
        seconds = time.perf_counter() - started
        await self._check(event)
        return BUYERS * self.purchases / seconds

    async def with_open_rows(self) -> float:
        """Purchases a second through the domain while no table asks who acts."""
        await self._row_security("DISABLE")
        try:
            return await self.with_domain()
        finally:
            await self._row_security("ENABLE")

    async def with_nothing_kept(self) -> float:
        """The same while no table asks who acts, or tells of its changes."""
        await self._audit("DISABLE")
        try:
            return await self.with_open_rows()
        finally:
            await self._audit("ENABLE")

    async def _audit(self, state: str) -> None:
        for row in await self.owner.fetch(
            "SELECT tgrelid::regclass::text AS name, tgname FROM pg_trigger"
            " WHERE tgname LIKE 'audit%' AND tgparentid = 0"
        ):
            await self.owner.connection.execute(
                f"ALTER TABLE {row['name']} {state} TRIGGER {row['tgname']}"
            )

    async def _row_security(self, state: str) -> None:
        for row in await self.owner.fetch(
            "SELECT oid::regclass::text AS name FROM pg_class WHERE relforcerowsecurity"
        ):
            await self.owner.connection.execute(
                f"ALTER TABLE {row['name']} {state} ROW LEVEL SECURITY"
            )

    async def _lane(self, event: MadeEvent, first: int, lane: int) -> None:
        for number in range(1 + lane * self.purchases, 1 + (lane + 1) * self.purchases):
            await orders.reserve(
                self.db,
                claim=UpdateClaim(BOT, first + number),
                buyer=_buyer(number),
                event_id=event.id,
                basket=Basket((1,)),
                shown_total=_PRICE,
            )

    async def with_pgbench(self, script: str) -> float:
        """Purchases a second by pgbench with 64 clients on two threads.

        As the superuser, whom no policy asks: the floor does without row security.
        """
        event, first = await self._fresh()
        said = await _pgbench(
            self.scratch.dsn(),
            f"--file={Path(__file__).with_name(script)}",
            *(f"--client={BUYERS}", f"--transactions={self.purchases}", "--jobs=2"),
            *_defined(
                n=0,
                purchases=self.purchases,
                first=first,
                bot=BOT,
                event=event.id,
                ticket_type=event.types["Standing"],
                quota=event.quotas["Standing"],
            ),
        )
        await self._check(event)
        found = _SPEED.search(said)
        if found is None:
            raise RuntimeError(said)
        return float(found.group(1))

    async def _fresh(self) -> tuple[MadeEvent, int]:
        """An event that nobody has bought for, and the update before its first."""
        places = BUYERS * self.purchases
        event = await make_event(self.owner, types={"Standing": ("45.00", places + 1)})
        await self.owner.connection.execute("VACUUM ANALYZE")  # as autovacuum leaves it
        await self.owner.connection.execute("CHECKPOINT")
        first = self.updates
        self.updates += places
        return event, first

    async def _check(self, event: MadeEvent) -> None:
        """Every purchase is there, once, and the counters are what the rows say."""
        await counters_agree(self.owner)
        told = await self.owner.fetch(
            """
            SELECT (SELECT held FROM quotas WHERE event_id = $1) AS held,
                (SELECT count(*) FROM orders WHERE event_id = $1) AS orders,
                (SELECT sum(quantity) FROM order_lines WHERE event_id = $1) AS lines,
                (SELECT sum(taken) FROM user_quota WHERE ticket_type_id = $2) AS limits,
                (SELECT count(*) FROM processed_updates WHERE update_id > $3) AS claims
            """,
            event.id,
            event.types["Standing"],
            self.updates - BUYERS * self.purchases,
        )
        if set(told[0].values()) != {BUYERS * self.purchases}:
            raise WrongCount(f"{BUYERS * self.purchases} were bought, counted are {told[0]}")


async def purchase(scratch: Scratch, *, rounds: int, purchases: int) -> Sequence[Claim]:
    """At least as fast as pgbench, with 64 buyers on one hot type."""
    act = f"a purchase, {BUYERS} buyers on one hot type"
    async with open_stall(scratch, purchases) as stall:
        classic = partial(stall.with_pgbench, CLASSIC)
        last = partial(stall.with_pgbench, HOT_ROW_LAST)
        promised = await in_turn(stall.with_domain, classic, rounds)
        harder = await in_turn(stall.with_domain, last, rounds)
        locked = await in_turn(stall.with_domain, stall.with_open_rows, rounds)
        bare = await in_turn(stall.with_domain, stall.with_nothing_kept, rounds)
    return [
        Claim(act, "pgbench, multi-statement", "/s", *promised, least=1.0),
        Claim(act, "pgbench, the hot row last", "/s", *harder),
        Claim(act, "the same with row security off", "/s", *locked, least=1 / 1.5),
        Claim(act, "the same with audit and row security off", "/s", *bare, least=1 / 2),
    ]


@asynccontextmanager
async def open_stall(scratch: Scratch, purchases: int) -> AsyncIterator[Stall]:
    """A stall whose buyers are there; `purchases` are those of each buyer in a round."""
    connection = await asyncpg.connect(scratch.dsn())
    buyers = [(_buyer(number + 1),) for number in range(BUYERS * purchases)]
    await connection.copy_records_to_table("users", records=buyers, columns=["id"])
    db = Database(
        scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT, size=CONNECTIONS
    )
    try:
        yield Stall(Owner(connection), scratch, db, purchases)
    finally:
        await db.close()
        await connection.close()


async def _pgbench(dsn: str, *arguments: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *(binary("pgbench"), "--no-vacuum", "--protocol=prepared"),
        *arguments,
        env=client_environment(dsn) | {"PGOPTIONS": _PATIENT},
        stdout=PIPE,
        stderr=PIPE,
    )
    said, complaints = await process.communicate()
    if process.returncode != 0:
        raise RuntimeError(complaints.decode())
    return said.decode()


def _defined(**values: object) -> list[str]:
    return [f"--define={name}={value}" for name, value in values.items()]


def _buyer(number: int) -> UUID:
    return UUID(f"00000000-0000-7000-8001-{number:012}")
