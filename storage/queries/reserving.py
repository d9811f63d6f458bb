"""Holding places: one basket in a statement, or many buyers of one type."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

import asyncpg

from storage.context import Claim, Context
from storage.database import Database

ALONE: Final = "alone"
"""The outcome of a row that the form for many leaves to the form for one."""

# Buttons name ticket types by their position; one that is not for sale is NULL, hence unknown.
# Whether a code opens what is hidden is seen in the function.
_ONE = """
    SELECT * FROM sec.reserve($1, $2, $3, $4, $5, $6, ARRAY(
        SELECT t.id FROM unnest($7::integer[]) WITH ORDINALITY AS b (position, n)
        LEFT JOIN ticket_types t ON t.event_id = $6 AND t.position = b.position
            AND t.status <> 'inactive' AND (NOT t.hidden OR $12::text IS NOT NULL)
        ORDER BY b.n
    ), $8, $9, $10, $11, $12)
"""
_MANY = """
    SELECT * FROM sec.reserve_many($1, $2, $3, (
        SELECT t.id FROM ticket_types t
        WHERE t.event_id = $3 AND t.position = $4 AND t.status <> 'inactive' AND NOT t.hidden
    ), $5, $6, $7, $8, $9, $10, $11)
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """A basket that somebody wants held: `positions` are the ticket types as buttons name them.

    `code` is the handle of a promo code, which opens hidden types, too.
    `signed` is the buyer's context, signed by `Database.sign` where their update was handled.
    """

    claim: Claim
    order_id: UUID
    buyer: UUID
    event_id: UUID
    positions: tuple[int, ...]
    quantities: tuple[int, ...]
    shown_total: Decimal
    hold: timedelta
    code: str | None = None
    signed: str = field(default="", repr=False)


async def reserve(db: Database, wish: Wish) -> asyncpg.Record:
    """Hold a basket in one statement and commit (docs/money-and-capacity.md)."""
    rows = await db.call(
        _ONE,
        wish.claim.bot_id,
        wish.claim.update_id,
        wish.order_id,
        wish.buyer,
        wish.event_id,
        list(wish.positions),
        list(wish.quantities),
        wish.shown_total,
        wish.hold,
        db.clock_offset,
        wish.code,
        actor=Context("person", wish.buyer),
    )
    return rows[0]


async def reserve_many(db: Database, wishes: Sequence[Wish]) -> Sequence[asyncpg.Record]:
    """Hold baskets of one same type for many buyers of one bot, in one statement and commit.

    The answers stand in the order of `wishes`; one whose outcome is `ALONE` is still to be asked
    by itself.
    """
    first = wishes[0]
    rows = await db.call(
        _MANY,
        [wish.signed for wish in wishes],
        first.claim.bot_id,
        first.event_id,
        first.positions[0],
        [wish.claim.update_id for wish in wishes],
        [wish.order_id for wish in wishes],
        [wish.buyer for wish in wishes],
        [wish.quantities[0] for wish in wishes],
        [wish.shown_total for wish in wishes],
        first.hold,
        db.clock_offset,
    )
    return sorted(rows, key=lambda row: row["n"])
