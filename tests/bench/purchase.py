"""A purchase through the domain against pgbench's multi-statement form of the same act."""

import asyncio
import re
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import quantiles
from uuid import UUID

import asyncpg
import psutil

from domain import orders
from domain.baskets import Basket
from storage.context import Claim as UpdateClaim
from storage.database import Database
from storage.embedded import binary, client_environment
from storage.ids import new_id
from storage.queries import reserving
from storage.queries.reserving import Wish
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
ONE_STATEMENT = "purchase_one_statement.sql"
TYPES = 100
_PATIENT = "-c statement_timeout=0 -c lock_timeout=0"  # the floor may wait as long as it likes
_SPEED = re.compile(r"^tps = ([\d.]+)", re.MULTILINE)
PRICE = 4500
_HOLD = timedelta(minutes=15)

Buy = Callable[[MadeEvent, int, UpdateClaim], Awaitable[None]]


class WrongCount(Exception):
    """Something was fast and wrong."""


@dataclass
class Stall:
    """Makes hot events and counts what was sold; `purchases` are those of one buyer's lane."""

    owner: Owner
    scratch: Scratch
    db: Database = field(repr=False)
    purchases: int
    types: int = 1
    updates: int = 0
    waits: list[float] = field(default_factory=list)
    """Milliseconds of each purchase of the last round."""
    cpu: float = 0
    """Milliseconds of processor time a purchase took in the last round, ours and the server's."""

    async def with_domain(self) -> float:
        """Purchases a second through the domain: one process, 64 buyers at once."""
        return await self._with(self._buy)

    async def one_by_one(self) -> float:
        """The same, each purchase a statement of its own."""
        return await self._with(self._buy_alone)

    async def _with(self, buy: Buy) -> float:
        event, first = await self._fresh()
        self.waits.clear()
        busy = _processor_seconds()
        started = time.perf_counter()
        await asyncio.gather(*(self._lane(event, first, lane, buy) for lane in range(BUYERS)))
        seconds = time.perf_counter() - started
        self.cpu = (_processor_seconds() - busy) * 1000 / (BUYERS * self.purchases)
        await self._check(event)
        return BUYERS * self.purchases / seconds

    @property
    def slowest(self) -> float:
        """Milliseconds within which 99 of 100 purchases of the last round were made."""
        return quantiles(self.waits, n=100)[98]

    async def with_open_rows(self) -> float:
        """Purchases a second through the domain while no table asks who acts."""
        await self._row_security("DISABLE")
        try:
            return await self.one_by_one()
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

    async def _lane(self, event: MadeEvent, first: int, lane: int, buy: Buy) -> None:
        for number in range(1 + lane * self.purchases, 1 + (lane + 1) * self.purchases):
            started = time.perf_counter()
            await buy(event, number, UpdateClaim(BOT, first + number))
            self.waits.append((time.perf_counter() - started) * 1000)

    async def _buy(self, event: MadeEvent, number: int, claim: UpdateClaim) -> None:
        await orders.reserve(
            self.db,
            claim=claim,
            buyer=buyer_id(number),
            event_id=event.id,
            basket=Basket.of({number % self.types: 1}),
            shown_total=PRICE,
        )

    async def _buy_alone(self, event: MadeEvent, number: int, claim: UpdateClaim) -> None:
        wish = Wish(
            claim=claim,
            order_id=new_id(),
            buyer=buyer_id(number),
            event_id=event.id,
            positions=(number % self.types,),
            quantities=(1,),
            shown_total=Decimal(PRICE) / 100,
            hold=_HOLD,
        )
        await reserving.reserve(self.db, wish)

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
                ticket_type=event.types["Standing 0"],
                quota=event.quotas["Standing 0"],
                types=self.types,
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
        types = {f"Standing {number}": ("45.00", places + 1) for number in range(self.types)}
        event = await make_event(self.owner, types=types)
        await self.owner.connection.execute("VACUUM ANALYZE")  # as autovacuum leaves it
        await self.owner.connection.execute("CHECKPOINT")
        return event, self.take_updates(places)

    def take_updates(self, number: int) -> int:
        """The id before the first of so many updates that never were."""
        first = self.updates
        self.updates += number
        return first

    async def _check(self, event: MadeEvent) -> None:
        """Every purchase is there, once, and the counters are what the rows say."""
        await counters_agree(self.owner)
        told = await self.owner.fetch(
            """
            SELECT (SELECT sum(held) FROM quotas WHERE event_id = $1) AS held,
                (SELECT count(*) FROM orders WHERE event_id = $1) AS orders,
                (SELECT sum(quantity) FROM order_lines WHERE event_id = $1) AS lines,
                (SELECT sum(taken) FROM user_quota WHERE ticket_type_id = ANY ($2)) AS limits,
                (SELECT count(*) FROM processed_updates WHERE update_id > $3) AS claims
            """,
            event.id,
            list(event.types.values()),
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
        promised = await in_turn(stall.one_by_one, classic, rounds)
        alone = _told(stall)
        together = await in_turn(stall.with_domain, classic, rounds)
        many = _told(stall)
        harder = await in_turn(stall.one_by_one, last, rounds)
        locked = await in_turn(stall.one_by_one, stall.with_open_rows, rounds)
        bare = await in_turn(stall.one_by_one, stall.with_nothing_kept, rounds)
    return [
        Claim(act, "pgbench, multi-statement", "/s", *promised, least=1.0, others=alone),
        Claim(f"{act}, by the till", "the same", "/s", *together, least=3.0, others=many),
        Claim(act, "pgbench, the hot row last", "/s", *harder),
        Claim(act, "the same with row security off", "/s", *locked, least=1 / 1.5),
        Claim(act, "the same with audit and row security off", "/s", *bare, least=1 / 2),
    ]


def _told(stall: Stall) -> tuple[tuple[str, float], ...]:
    return (
        ("ms, 99 of 100 purchases", stall.slowest),
        ("ms of processors a purchase", stall.cpu),
    )


async def spread(scratch: Scratch, *, rounds: int, purchases: int) -> Sequence[Claim]:
    """At least half as fast as pgbench in one statement, with 64 buyers on a hundred types."""
    async with open_stall(scratch, purchases, types=TYPES) as stall:
        floor = partial(stall.with_pgbench, ONE_STATEMENT)
        promised = await in_turn(stall.with_domain, floor, rounds)
        told = _told(stall)
    act = f"a purchase, {BUYERS} buyers on {TYPES} types"
    return [Claim(act, "pgbench, one statement", "/s", *promised, least=0.5, others=told)]


@asynccontextmanager
async def open_stall(scratch: Scratch, purchases: int, *, types: int = 1) -> AsyncIterator[Stall]:
    """A stall whose buyers are there; `purchases` are those of each buyer in a round."""
    connection = await asyncpg.connect(scratch.dsn())
    buyers = [(buyer_id(number + 1),) for number in range(BUYERS * purchases)]
    await connection.executemany(
        "INSERT INTO users (id) VALUES ($1) ON CONFLICT DO NOTHING", buyers
    )
    db = Database(
        scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT, size=CONNECTIONS
    )
    try:
        yield Stall(
            Owner(connection), scratch, db, purchases, types, await _last_update(connection)
        )
    finally:
        await db.close()
        await connection.close()


async def _last_update(connection: asyncpg.Connection) -> int:
    found: int = await connection.fetchval(
        "SELECT coalesce(max(update_id), 0) FROM processed_updates WHERE bot_id = $1", BOT
    )
    return found


def _processor_seconds() -> float:
    """What this process and the servers that it started have used, all in all."""
    family = [psutil.Process(), *psutil.Process().children(recursive=True)]
    used = 0.0
    for each in family:
        with suppress(psutil.NoSuchProcess):
            times = each.cpu_times()
            used += times.user + times.system
    return used


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


def buyer_id(number: int) -> UUID:
    """Who the buyer of this number is, from 1."""
    return UUID(f"00000000-0000-7000-8001-{number:012}")
