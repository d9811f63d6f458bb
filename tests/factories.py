"""Rows for tests, written as the owner; each states only what it cares about."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg

from domain import promo_codes
from storage.ids import new_id
from storage.queries.invariants import STATEMENTS
from storage.security.sealing import SEALED_COLUMNS, open_row, seal_row
from tests.keeping import VAULT

_SEALED = {each.table for each in SEALED_COLUMNS}


@dataclass
class Owner:
    """Writes and reads past all rights, over a connection of its own."""

    connection: asyncpg.Connection = field(repr=False)

    async def insert(self, table: str, **values: Any) -> dict[str, Any]:
        """One row of `table`, what is personal in it sealed; its columns come back."""
        if table in _SEALED:
            known = values if table == "telegram_accounts" else {"id": new_id(), **values}
            values = await seal_row(VAULT, table, known)
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        row = await self.connection.fetchrow(
            f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING *",
            *(
                json.dumps(value) if isinstance(value, dict | list) else value
                for value in values.values()
            ),
        )
        return dict(row)

    async def opened(self, table: str, query: str, *values: Any) -> list[dict[str, Any]]:
        """Rows of `table` with what is sealed in them opened; they name person and key."""
        rows = await self.fetch(query, *values)
        for row in rows:
            for each in SEALED_COLUMNS:
                if each.table == table and each.json and each.column in row:
                    row[each.column] = json.loads(row[each.column])
        return [await open_row(VAULT, table, row) for row in rows]

    async def fetch(self, query: str, *values: Any) -> list[dict[str, Any]]:
        return [dict(row) for row in await self.connection.fetch(query, *values)]

    async def value(self, query: str, *values: Any) -> Any:
        return await self.connection.fetchval(query, *values)


@dataclass
class MadeEvent:
    """An event with its ticket types, by name."""

    id: UUID
    title: str
    organizer: UUID
    types: dict[str, UUID]
    quotas: dict[str, UUID]


async def make_person(owner: Owner, name: str = "Ada Lovelace") -> UUID:
    """A person without a phone."""
    user = await owner.insert("users", full_name=name)
    await owner.insert("user_profiles", user_id=user["id"])
    return user["id"]


async def name_house(owner: Owner, person: UUID, name: str) -> None:
    """The public name of a person's house."""
    await owner.insert("houses", user_id=person, name=name)


async def make_event(
    owner: Owner,
    *,
    title: str = "Velvet Hour",
    starts_in: timedelta = timedelta(hours=3),
    lasts: timedelta = timedelta(hours=3),
    types: dict[str, tuple[str, int]] | None = None,
    capacity: int | None = None,
    limit: int = 4,
    organizer: UUID | None = None,
    venue: Mapping[str, Any] | None = None,
    **changes: Any,
) -> MadeEvent:
    """A published event; `types` gives each name its price in major units and its quantity.

    `capacity` adds a quota that every type draws from.
    """
    if organizer is None:
        organizer = await make_person(owner, "Organizer")
        await name_house(owner, organizer, "House of Organizer")
    place = await owner.insert(
        "venues",
        **{
            "name": "Palazzo Test",
            "city": "Milano",
            "address": "Via della Prova 1",
            "capacity": 1000,
            "latitude": 45.46,
            "longitude": 9.19,
            "time_zone": "Europe/Rome",
        }
        | dict(venue or {}),
    )
    starts_at = datetime.now(UTC) + starts_in
    event = await owner.insert(
        "events",
        **{
            "id": new_id(),
            "organizer_id": organizer,
            "title": title,
            "description": "An evening of velvet.",
            "start_date": starts_at,
            "end_date": starts_at + lasts,
            "venue_id": place["id"],
            "status": "published",
            "type": "fashion_show",
            "currency": "EUR",
            "time_zone": "Europe/Rome",
            "capacity": capacity,
        }
        | changes,
    )
    made = MadeEvent(event["id"], title, organizer, {}, {})
    if capacity is not None:
        made.quotas["event"] = await _quota(owner, event["id"], "event", capacity, kind="event")
    for position, (name, (price, quantity)) in enumerate(
        (types or {"Standing": ("45.00", 100)}).items()
    ):
        await _ticket_type(owner, made, position, name, price, quantity, limit)
    return made


async def _ticket_type(
    owner: Owner,
    event: MadeEvent,
    position: int,
    name: str,
    price: str,
    quantity: int,
    limit: int,
) -> None:
    kind = await owner.insert(
        "ticket_types",
        id=new_id(),
        event_id=event.id,
        name=name,
        price=Decimal(price),
        quantity=quantity,
        max_per_person=limit,
        position=position,
        benefits=["A glass on arrival"],
    )
    event.types[name] = kind["id"]
    event.quotas[name] = await _quota(owner, event.id, name, quantity)
    for quota in {event.quotas[name], event.quotas.get("event", event.quotas[name])}:
        await owner.insert("quota_ticket_types", ticket_type_id=kind["id"], quota_id=quota)


async def _quota(
    owner: Owner, event_id: UUID, name: str, size: int, *, kind: str = "ticket_type"
) -> UUID:
    quota = await owner.insert(
        "quotas", id=new_id(), event_id=event_id, name=name, size=size, kind=kind
    )
    return quota["id"]


async def make_designer(
    owner: Owner, brand: str, *, shows_at: MadeEvent | None = None, **changes: Any
) -> UUID:
    """An approved designer with a published collection, which an event may show."""
    designer = await owner.insert(
        "designers",
        **{
            "id": new_id(),
            "user_id": await make_person(owner, f"Maker of {brand}"),
            "brand_name": brand,
            "approval_status": "approved",
        }
        | changes,
    )
    collection = await owner.insert(
        "collections", designer_id=designer["id"], name="First Light", status="published"
    )
    if shows_at is not None:
        await owner.insert(
            "event_collections", event_id=shows_at.id, collection_id=collection["id"]
        )
    return designer["id"]


async def make_staff(owner: Owner, event: MadeEvent, user_id: UUID, role: str = "steward") -> None:
    """A person of the event's team."""
    await owner.insert("event_staff", event_id=event.id, user_id=user_id, role=role)


async def counters_agree(owner: Owner) -> bool:
    """Whether `held` and `sold` of every quota are what the rows of orders say."""
    return await _is_true(owner, "pools")


async def ledger_agrees(owner: Owner) -> bool:
    """Whether the ledger of every order sums up to its live tickets."""
    return await _is_true(owner, "books")


async def _is_true(owner: Owner, rule: str) -> bool:
    wrong = await owner.fetch(STATEMENTS[rule])
    assert wrong == [], wrong
    return True


async def make_code(owner: Owner, event: MadeEvent, word: str = "HALF", **changes: Any) -> str:
    """A code that halves prices, unless `changes` say otherwise; returns its handle."""
    of = promo_codes.handle(event.id, word)
    values = {"effect": "percent", "percent": 50, "code": word, "handle": of}
    await owner.insert("promo_codes", event_id=event.id, **values | changes)
    return of
