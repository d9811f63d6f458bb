"""A small event with ticket types and quotas, written as the owner, and calls of `reserve`."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import asyncpg

from storage.context import Context
from storage.ids import new_id
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

BOT = 7
PRICE = Decimal("10.00")
HOLD = timedelta(minutes=10)
RESERVE = "SELECT * FROM sec.reserve($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
_updates = count(1)


@dataclass
class Shop:
    """An event in `owner`'s database and what is for sale there; `bot` and `worker`
    are the pools of portal_app and portal_worker."""

    owner: asyncpg.Connection
    bot: asyncpg.Pool
    worker: asyncpg.Pool
    event: UUID = field(default_factory=new_id)
    shelf: int = 0

    async def person(self) -> UUID:
        return (await self.people(1))[0]

    async def people(self, number: int) -> list[UUID]:
        made = [new_id() for _ in range(number)]
        await self.owner.executemany("INSERT INTO users (id) VALUES ($1)", [(id,) for id in made])
        return made

    async def quota(self, size: int | None, kind: str = "pool", **changes: Any) -> UUID:
        values = {"id": new_id(), "event_id": self.event, "kind": kind, "name": kind, "size": size}
        return await self._insert("quotas", values | changes)

    async def ticket_type(self, *quotas: UUID, **changes: Any) -> UUID:
        self.shelf += 1
        values = {"id": new_id(), "event_id": self.event, "name": "Standing", "price": PRICE}
        made = await self._insert("ticket_types", values | {"position": self.shelf} | changes)
        await self.owner.executemany(
            "INSERT INTO quota_ticket_types (ticket_type_id, quota_id) VALUES ($1, $2)",
            [(made, quota) for quota in quotas],
        )
        return made

    async def code(self, *types: UUID, handle: str = "code", **changes: Any) -> UUID:
        """A code that halves prices of `types`, or of all, unless `changes` say otherwise."""
        values = {"id": new_id(), "event_id": self.event, "code": handle.upper(), "handle": handle}
        values |= {"effect": "percent", "percent": 50, "every_type": not types}
        made = await self._insert("promo_codes", values | changes)
        await self.owner.executemany(
            "INSERT INTO promo_code_ticket_types (code_id, ticket_type_id, event_id)"
            " VALUES ($1, $2, $3)",
            [(made, each, self.event) for each in types],
        )
        return made

    async def used(self, code: UUID) -> tuple[int, int]:
        """What counts against a code by its counter, and by the rows."""
        row = await self.owner.fetchrow(
            "SELECT c.used, coalesce(sum(r.seats) FILTER (WHERE r.counts), 0) AS rows"
            " FROM promo_codes c LEFT JOIN promo_redemptions r ON r.code_id = c.id"
            " WHERE c.id = $1 GROUP BY c.id",
            code,
        )
        return row["used"], row["rows"]

    async def reserve(
        self,
        buyer: UUID,
        basket: Mapping[UUID, int],
        *,
        total: Decimal | None = None,
        update: int | None = None,
        offset: timedelta = timedelta(0),
        code: str | None = None,
    ) -> asyncpg.Record:
        """What the database says to this basket at ten a piece, unless `total` says otherwise."""
        wanted = PRICE * sum(basket.values()) if total is None else total
        rows = await self.bot.fetch(
            RESERVE,
            SIGNER.sign(Context("person", buyer), now=time.time()),
            *(BOT, next(_updates) if update is None else update, new_id(), buyer, self.event),
            *(list(basket), list(basket.values()), wanted, HOLD, offset, code),
        )
        (row,) = rows
        return row

    async def counts(self, quota: UUID) -> tuple[int, int]:
        """Held and sold."""
        row = await self.owner.fetchrow("SELECT held, sold FROM quotas WHERE id = $1", quota)
        return row["held"], row["sold"]

    async def status(self, ticket_type: UUID) -> str:
        wanted = "SELECT status::text FROM ticket_types WHERE id = $1"
        return await self.owner.fetchval(wanted, ticket_type)

    async def rows(self) -> dict[str, int]:
        """How many rows a sale has left."""
        tables = ("orders", "order_lines", "processed_updates", "user_quota")
        return {
            table: await self.owner.fetchval(f"SELECT count(*) FROM {table}") for table in tables
        }

    async def drift(self) -> list[asyncpg.Record]:
        """Quotas whose counters are not what the orders say."""
        return await self.owner.fetch(
            """
            SELECT q.id, q.held, q.sold, x.held AS really_held, x.sold AS really_sold
            FROM quotas q CROSS JOIN LATERAL (
                SELECT coalesce(sum(l.quantity) FILTER (WHERE o.status = 'pending'), 0) AS held,
                    coalesce(sum(l.quantity) FILTER (WHERE o.status = 'completed'), 0) AS sold
                FROM quota_ticket_types k
                JOIN order_lines l ON l.ticket_type_id = k.ticket_type_id
                JOIN orders o ON o.id = l.order_id
                WHERE k.quota_id = q.id
            ) x
            WHERE (q.held, q.sold) <> (x.held, x.sold)
            """
        )

    async def _insert(self, table: str, values: Mapping[str, Any]) -> UUID:
        names, places = ", ".join(values), ", ".join(f"${n + 1}" for n in range(len(values)))
        statement = f"INSERT INTO {table} ({names}) VALUES ({places}) RETURNING id"
        return await self.owner.fetchval(statement, *values.values())


@asynccontextmanager
async def open_shop(database: Scratch, *, connections: int = 4, patience: str = "2s"):
    """An event that is published and not over."""
    owner = await asyncpg.connect(database.dsn())
    settings = {"statement_timeout": patience, "lock_timeout": patience}
    bot = await asyncpg.create_pool(
        database.dsn("portal_app"),
        min_size=0,
        max_size=connections,
        server_settings=settings,
    )
    worker = await asyncpg.create_pool(database.dsn("portal_worker"), min_size=0, max_size=2)
    shop = Shop(owner, bot, worker)
    organizer = await shop.person()
    await owner.execute(
        "INSERT INTO events (id, organizer_id, title, type, status, currency, time_zone,"
        " start_date, end_date) VALUES ($1, $2, 'Show', 'fashion_show', 'published', 'EUR',"
        " 'Europe/Rome', now() + interval '9 days', now() + interval '10 days')",
        *(shop.event, organizer),
    )
    try:
        yield shop
    finally:
        await bot.close()
        await worker.close()
        await owner.close()


async def at_once(calls: Sequence[Any]) -> list[asyncpg.Record]:
    """All of them together."""
    return await asyncio.gather(*calls)
