"""Guards taken off, so that a race shows what they are for."""

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import text

from storage.queries import orders as statements
from tests.factories import Owner


def without_order_lock(monkeypatch, meanwhile: Callable[[], Awaitable[object]]) -> None:
    """Nobody waits for an order; `meanwhile` happens between looking at it and writing."""
    write = statements.add_payment

    async def add_payment(session, **values) -> bool:
        await meanwhile()
        return await write(session, **values)

    bare = text(str(statements._LOCKED).replace("FOR UPDATE OF o", ""))
    monkeypatch.setattr(statements, "_LOCKED", bare)
    monkeypatch.setattr(statements, "add_payment", add_payment)


def all_look_first(people: int) -> Callable[[], Awaitable[object]]:
    """So many have looked before the first of them writes."""
    return asyncio.Barrier(people).wait


async def without_constraints(owner: Owner) -> None:
    """The database takes a charge twice, counts below zero, and lets tickets be issued again."""
    await owner.fetch("ALTER TABLE payments DROP CONSTRAINT uq_payments_transaction_id")
    await owner.fetch("ALTER TABLE payments DROP CONSTRAINT uq_payments_provider_charge_id")
    await owner.fetch("ALTER TABLE quotas DROP CONSTRAINT ck_quotas_counts_positive")
    await owner.fetch("ALTER TABLE tickets DISABLE ROW LEVEL SECURITY")
