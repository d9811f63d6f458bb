"""The life of money that goes back: claimed, sent, done, or failed and then somebody's task.

Between the call of the provider and the line that tells its outcome, nobody knows whether the
money went. So it is `in_transit` before the call, and whoever finds it there later asks again with
the same key, which the provider takes for the same wish.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from domain import notifications, productions, refunds
from domain.errors import NotAvailable, RefundLeft
from domain.money import Money
from storage.enums import RefundStatus
from storage.queries import orders
from storage.queries import refunding as queries

LEASE = timedelta(minutes=2)
"""How long after a call that did not end the next may be made; it doubles each time."""

_LONGEST_REASON = 255


@dataclass(frozen=True, slots=True)
class Done:
    """It went back; `id` is the provider's."""

    id: str | None


@dataclass(frozen=True, slots=True)
class InTransit:
    """The provider has taken it and will tell more; `id` is the provider's."""

    id: str


@dataclass(frozen=True, slots=True)
class Failed:
    """It will not go back this way, for a `reason` in the provider's words."""

    reason: str
    id: str | None = None


Outcome = Done | InTransit | Failed


@dataclass(frozen=True, slots=True)
class Due:
    """Money that a worker holds. `charge` is the provider's; `key` the same in every attempt."""

    id: UUID
    order_id: UUID
    organizer_id: UUID
    charge: str
    amount: Money
    key: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Movement:
    """Money of an order that is owed back or went back. `failure` is the provider's reason.

    `own_account`: it came through the house's own account, and goes back from there.
    """

    id: UUID
    order_id: UUID
    event_id: UUID
    number: str
    amount: Money
    status: RefundStatus
    by_hand: bool
    failure: str | None
    created_at: datetime
    finished_at: datetime | None
    own_account: bool

    @property
    def is_open(self) -> bool:
        """Whether it has not gone yet."""
        return self.status in _OPEN

    @property
    def is_task(self) -> bool:
        """Whether somebody of the house can close it."""
        return self.status in (RefundStatus.CREATED, RefundStatus.FAILED)


_OPEN = (RefundStatus.CREATED, RefundStatus.IN_TRANSIT, RefundStatus.FAILED)


async def claim(session: AsyncSession, *, limit: int, now: datetime) -> Sequence[Due]:
    """Put at most `limit` refunds that a provider can give back into transit, for one worker."""
    rows = await queries.claim(session, limit=limit, lease=LEASE, now=now)
    return [
        Due(
            id=row.id,
            order_id=row.order_id,
            organizer_id=row.organizer_id,
            charge=row.provider_charge_id,
            amount=Money.of(row.amount, row.currency),
            key=_key(row.id, row.retries),
            attempt=row.attempts,
        )
        for row in rows
    ]


async def finish(session: AsyncSession, *, due: Due, outcome: Outcome, now: datetime) -> bool:
    """Write down how an attempt ended and tell; False when it was not this worker's to end."""
    row = await orders.lock(session, order_id=due.order_id)
    if row is None or not await queries.is_held(session, id=due.id, attempt=due.attempt):
        return False
    match outcome:
        case Done(id):
            values: dict[str, Any] = {"status": RefundStatus.DONE, "finished_at": now}
        case InTransit(id):
            values = {}
        case Failed(reason, id):
            values = {"status": RefundStatus.FAILED, "failure": reason[:_LONGEST_REASON]}
    await queries.change(session, id=due.id, provider_refund_id=id, **values)
    await refunds.settle(session, order_id=due.order_id)
    await _tell(session, row, due=due, failed=isinstance(outcome, Failed), now=now)
    return True


async def arrive(session: AsyncSession, *, id: UUID, provider_id: str, now: datetime) -> None:
    """The provider says that a refund which is in transit has gone; the order is locked.

    Raises `NotAvailable` for none.
    """
    row = await queries.find(session, id=id)
    if row is None:
        raise NotAvailable
    await queries.change(
        session,
        id=id,
        status=RefundStatus.DONE,
        finished_at=now,
        provider_refund_id=provider_id,
    )
    key = _key(id, row.retries)
    await _send(session, row.user_id, "refund-sent", refund=id, key=key, now=now)


def _key(id: UUID, retries: int) -> str:
    """What the provider takes for one wish."""
    return f"{id}-{retries}" if retries else str(id)


async def _tell(
    session: AsyncSession, order: Row[Any], *, due: Due, failed: bool, now: datetime
) -> None:
    if not failed:
        await _send(session, order.user_id, "refund-sent", refund=due.id, key=due.key, now=now)
        return
    await _send(session, order.user_id, "refund-stalled", refund=due.id, key=due.key, now=now)
    await _send(session, order.organizer_id, "refund-task", refund=due.id, key=due.key, now=now)


async def _send(
    session: AsyncSession, to: UUID, template: str, *, refund: UUID, key: str, now: datetime
) -> None:
    """Once for each key of a refund: a later attempt with the same one is no news."""
    await notifications.add(
        session,
        to=to,
        template=template,
        arguments={"refund": str(refund)},
        key=f"{template} {key}",
        caused_at=await queries.owed_at(session, id=refund),
        due_at=now,
    )


async def hand_over(session: AsyncSession, *, by_provider: bool, limit: int, now: datetime) -> int:
    """Tell the houses what only they can give back, each once; how many refunds it were.

    `by_provider`: whether the portal can give back what was paid in the chat. What came through a
    house's own account it cannot.
    """
    rows = await queries.hand_over(session, by_provider=by_provider, limit=limit)
    for row in rows:
        await _send(
            session, row.organizer_id, "refund-task", refund=row.id, key=str(row.id), now=now
        )
    return len(rows)


async def get(session: AsyncSession, *, id: UUID) -> Movement:
    """One refund that this actor may see. Raises `NotAvailable`."""
    row = await queries.find(session, id=id)
    if row is None:
        raise NotAvailable
    return _movement(row)


async def of_order(session: AsyncSession, *, order_id: UUID) -> Sequence[Movement]:
    """What went back of an order or is owed, the oldest first."""
    return [_movement(row) for row in await queries.of_order(session, order_id=order_id)]


async def open_of_event(session: AsyncSession, *, event_id: UUID) -> Sequence[Movement]:
    """What is owed back of an event's orders, the oldest first."""
    return [_movement(row) for row in await queries.open_of_event(session, event_id=event_id)]


async def try_again(session: AsyncSession, *, id: UUID, by: UUID, now: datetime) -> None:
    """Let a refund that failed be sent once more, as a new wish.

    Raises `NotAvailable` for who does not make the event, `RefundLeft` for one that did not
    fail.
    """
    row = await _hold(session, id, by)
    if row.status != RefundStatus.FAILED:
        raise RefundLeft
    await queries.change(
        session, id=id, status=RefundStatus.CREATED, failure=None, retries=row.retries + 1
    )
    await refunds.settle(session, order_id=row.order_id)


async def close_by_hand(session: AsyncSession, *, id: UUID, by: UUID, now: datetime) -> None:
    """The house has paid it back itself; of one that is done nothing changes.

    Raises `NotAvailable` for who does not make the event, `RefundLeft` while the provider may
    still give it back.
    """
    row = await _hold(session, id, by)
    if row.status == RefundStatus.DONE:
        return
    if row.status not in (RefundStatus.CREATED, RefundStatus.FAILED):
        raise RefundLeft
    await queries.change(session, id=id, status=RefundStatus.DONE, by_hand=True, finished_at=now)
    await refunds.settle(session, order_id=row.order_id)
    await _send(session, row.user_id, "refund-sent", refund=id, key=str(id), now=now)


async def _hold(session: AsyncSession, id: UUID, by: UUID) -> Row[Any]:
    """A refund of an event that `by` makes; its order, then itself, are locked."""
    seen = await queries.find(session, id=id)
    if seen is None:
        raise NotAvailable
    await productions.get(session, event_id=seen.event_id, by=by)
    await orders.lock(session, order_id=seen.order_id)
    row = await queries.lock(session, id=id)
    if row is None:
        raise NotAvailable
    return row


def _movement(row: Row[Any]) -> Movement:
    return Movement(
        id=row.id,
        order_id=row.order_id,
        event_id=row.event_id,
        number=row.number,
        amount=Money.of(row.amount, row.currency),
        status=RefundStatus(row.status),
        by_hand=row.by_hand,
        failure=row.failure,
        created_at=row.created_at,
        finished_at=row.finished_at,
        own_account=row.own_account,
    )
