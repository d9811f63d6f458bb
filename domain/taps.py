"""Who came by a campaign's buttons, and what they bought then: numbers, and nobody's name.

A person counts once for a campaign, whether the message was sent or passed on to them. What they
were sold within seven days, by the house that wrote, counts for the campaign they came by last.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.money import Money
from storage.queries import taps as queries


@dataclass(frozen=True, slots=True)
class Sales:
    """Orders with a ticket left, those tickets, and what is left of their money."""

    orders: int
    tickets: int
    money: Money


@dataclass(frozen=True, slots=True)
class TakenUp:
    """How many came by which button first (its place, from 1), and what was sold, by currency."""

    buttons: Mapping[int, int] = field(default_factory=dict)
    sales: Sequence[Sales] = ()

    @property
    def people(self) -> int:
        """How many came by a button."""
        return sum(self.buttons.values())

    @property
    def orders(self) -> int:
        """How many orders followed."""
        return sum(each.orders for each in self.sales)

    @property
    def tickets(self) -> int:
        """How many tickets of those are left."""
        return sum(each.tickets for each in self.sales)


async def tap(session: AsyncSession, *, campaign_id: UUID, payload: str, now: datetime) -> None:
    """Who acts came by the button of a campaign that gives `start` this payload.

    A campaign that is none, has not left, or has no such button is passed over in silence.
    """
    await queries.tap(session, campaign=campaign_id, payload=payload, now=now)


async def taken_up(session: AsyncSession, *, campaign_id: UUID, worker: bool = False) -> TakenUp:
    """What came of a campaign's buttons, for who speaks for its house, or for a `worker`."""
    rows = await queries.taken_up(session, campaign=campaign_id, worker=worker)
    buttons = Counter({row.button: row.people for row in rows if row.button is not None})
    sales = [
        Sales(row.orders, row.tickets, Money.of(row.amount, row.currency))
        for row in rows
        if row.button is None
    ]
    return TakenUp(buttons, sorted(sales, key=lambda each: each.money.currency))
