"""What an event comes to in the end: what was sold and taken back, and whose the money is."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain import productions
from domain.money import Money
from storage.queries import settlement as queries


@dataclass(frozen=True, slots=True)
class Settlement:
    """By the ledger: `sold`, `returned` of it, `kept` of that, `given` back of what stands. By the
    money: what `came`, what has `gone` back and what is still `owed`."""

    sold: Money
    returned: Money
    kept: Money
    given: Money
    came: Money
    gone: Money
    owed: Money

    @property
    def net(self) -> Money:
        """What the sale comes to."""
        stands = self.sold.amount - self.returned.amount + self.kept.amount
        return Money(stands - self.given.amount, self.sold.currency)

    @property
    def due(self) -> Money:
        """What is the house's of the money that came."""
        return Money(self.came.amount - self.gone.amount - self.owed.amount, self.came.currency)


async def of_event(session: AsyncSession, *, event_id: UUID, by: UUID) -> Settlement:
    """The sums of an event for who makes it. Raises `NotAvailable` for everybody else."""
    await productions.get(session, event_id=event_id, by=by)
    row = await queries.of_event(session, event_id=event_id)
    return Settlement(
        sold=Money.of(row.sold, row.currency),
        returned=Money.of(row.returned, row.currency),
        kept=Money.of(row.kept, row.currency),
        given=Money.of(row.given, row.currency),
        came=Money.of(row.came, row.currency),
        gone=Money.of(row.gone, row.currency),
        owed=Money.of(row.owed, row.currency),
    )
