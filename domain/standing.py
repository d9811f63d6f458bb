"""What a person has and is here, so that a menu shows only what works for them now."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import ApprovalStatus
from storage.queries import standing as queries


@dataclass(frozen=True, slots=True)
class Standing:
    """`tickets` are those in hand for what is not over; `organizer` None: never applied.

    `keeps_a_door`: of an event that is not long over. It opens menus and authorises nothing.
    """

    tickets: int = 0
    has_ordered: bool = False
    organizer: ApprovalStatus | None = None
    manages: bool = False
    markets: bool = False
    keeps_a_door: bool = False

    @property
    def may_make_events(self) -> bool:
        """Whether they are a house, or will be: its work may begin before it is approved."""
        return self.organizer not in (None, ApprovalStatus.REJECTED, ApprovalStatus.SUSPENDED)

    @property
    def broadcasts(self) -> bool:
        """Whether they speak for a house to its guests."""
        return self.markets or self.organizer is ApprovalStatus.APPROVED

    @property
    def makes_events(self) -> bool:
        """Whether they have a desk, of their own or of a house they manage for."""
        return self.manages or self.may_make_events


async def of(session: AsyncSession, *, person: UUID, now: datetime) -> Standing:
    """How a person stands at this moment."""
    row = await queries.of(session, person=person, now=now)
    return Standing(
        tickets=row.tickets,
        has_ordered=row.has_ordered,
        organizer=row.organizer and ApprovalStatus(row.organizer),
        manages=row.manages,
        markets=row.markets,
        keeps_a_door=row.keeps_a_door,
    )
