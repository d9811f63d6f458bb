"""What an event sells, as those who make it see and change it.

Pools are locked before ticket types, as everywhere (`sql/quotas.sql`).
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.enums import QuotaKind
from storage.ids import new_id
from storage.tables.selling import Quota, QuotaTicketType, TicketType

_VIEW = """
    SELECT t.id, t.event_id, t.name, t.description, t.price, t.quantity, t.benefits,
           t.sale_start, t.sale_end, t.status, t.max_per_person, t.position, t.hidden,
           t.needs_approval,
           q.id AS quota_id, q.size, coalesce(q.sold, 0) AS sold, coalesce(q.held, 0) AS held,
           coalesce(q.closed, false) AS closed,
           coalesce((
               SELECT sum(l.quantity * l.unit_price) FROM order_lines l
               JOIN orders o ON o.id = l.order_id
               WHERE l.ticket_type_id = t.id AND o.status = 'completed'
           ), 0) AS gross
    FROM ticket_types t
    LEFT JOIN LATERAL (
        SELECT s.* FROM quota_ticket_types m JOIN quotas s ON s.id = m.quota_id
        WHERE m.ticket_type_id = t.id AND s.kind = 'ticket_type' LIMIT 1
    ) q ON true
"""
_OF_EVENT = text(
    _VIEW + "WHERE t.event_id = :event_id AND t.status <> 'inactive' ORDER BY t.position"
)
_FIND = text(_VIEW + "WHERE t.id = :type_id AND t.status <> 'inactive'")
_EVENT_OF = text("SELECT event_id FROM ticket_types WHERE id = :type_id")
_NEXT_PLACE = text(
    """
    SELECT (SELECT min(n) FROM generate_series(0, 1000) n WHERE n NOT IN (
               SELECT position FROM ticket_types WHERE event_id = :event_id)) AS place,
           (SELECT count(*) FROM ticket_types
            WHERE event_id = :event_id AND status <> 'inactive') AS living
    """
)
_IS_FREE = text(
    """
    SELECT NOT EXISTS (
        SELECT FROM ticket_types WHERE event_id = :event_id AND position = :wanted
    )
    """
)
_POOL_OF = text(
    """
    SELECT q.id FROM quota_ticket_types m JOIN quotas q ON q.id = m.quota_id
    WHERE m.ticket_type_id = :type_id AND q.kind = 'ticket_type' LIMIT 1
    """
)
_ADD_POOL = text(
    """
    INSERT INTO quotas (id, event_id, kind, name, size)
    VALUES (:id, :event_id, CAST(:kind AS quota_kind), :name, :size) RETURNING id
    """
)
_RESIZE = text("SELECT quota_resize(:quota_id, :size)")
_LOCKED_POOL = text("SELECT sold, held FROM quotas WHERE id = :quota_id FOR NO KEY UPDATE")
_SEATS = text("SELECT id FROM quotas WHERE event_id = :event_id AND kind = 'event'")


async def of_event(session: AsyncSession, *, event_id: UUID) -> Sequence[Row[Any]]:
    """The ticket types of an event with what was sold, held and earned by each."""
    return (await session.execute(_OF_EVENT, {"event_id": event_id})).all()


async def find(session: AsyncSession, *, type_id: UUID) -> Row[Any] | None:
    """One ticket type that was not taken away."""
    return (await session.execute(_FIND, {"type_id": type_id})).one_or_none()


async def event_of(session: AsyncSession, *, type_id: UUID) -> UUID | None:
    """The event that a ticket type belongs to."""
    found: UUID | None = (
        await session.execute(_EVENT_OF, {"type_id": type_id})
    ).scalar_one_or_none()
    return found


async def next_place(session: AsyncSession, *, event_id: UUID) -> tuple[int, int]:
    """The first free position of an event's shelf, and how many types are sold from it."""
    row = (await session.execute(_NEXT_PLACE, {"event_id": event_id})).one()
    return row.place, row.living


async def position_if_free(session: AsyncSession, *, event_id: UUID, wanted: int) -> int:
    """A position of an event's shelf, or the first free one where another type has it."""
    values = {"event_id": event_id, "wanted": wanted}
    if (await session.execute(_IS_FREE, values)).scalar_one():
        return wanted
    place, _ = await next_place(session, event_id=event_id)
    return place


async def add_pool(
    session: AsyncSession, *, event_id: UUID, kind: QuotaKind, name: str, size: int | None
) -> UUID:
    """A new pool of units; its counters are the database's alone. Returns its id."""
    values = {"id": new_id(), "event_id": event_id, "kind": kind, "name": name, "size": size}
    id: UUID = (await session.execute(_ADD_POOL, values)).scalar_one()
    return id


async def add(session: AsyncSession, *, quantity: int | None, **values: Any) -> None:
    """A ticket type with a pool of its own, which draws from the event's seats too."""
    pool = await add_pool(
        session,
        event_id=values["event_id"],
        kind=QuotaKind.TICKET_TYPE,
        name=values["name"],
        size=quantity,
    )
    await session.execute(insert(TicketType).values(quantity=quantity, **values))
    seats = await seats_of(session, event_id=values["event_id"])
    links = [{"ticket_type_id": values["id"], "quota_id": each} for each in (pool, seats) if each]
    await session.execute(insert(QuotaTicketType), links)


async def change(session: AsyncSession, *, type_id: UUID, **values: Any) -> None:
    """Write columns of a ticket type."""
    await session.execute(update(TicketType).where(TicketType.id == type_id).values(**values))


async def seats_of(session: AsyncSession, *, event_id: UUID) -> UUID | None:
    """The pool of all seats of an event, where it has one."""
    found: UUID | None = (
        await session.execute(_SEATS, {"event_id": event_id})
    ).scalar_one_or_none()
    return found


async def pool_of(session: AsyncSession, *, type_id: UUID) -> UUID | None:
    """The pool of a type's own, also of one that was taken away."""
    found: UUID | None = (
        await session.execute(_POOL_OF, {"type_id": type_id})
    ).scalar_one_or_none()
    return found


async def resize(session: AsyncSession, *, quota_id: UUID, size: int | None) -> None:
    """Another size for a pool, also below what is taken; what follows from it is written too."""
    await session.execute(_RESIZE, {"quota_id": quota_id, "size": size})


async def close(session: AsyncSession, *, quota_id: UUID, closed: bool) -> None:
    """Stop the sale from a pool, or let it go on."""
    await session.execute(update(Quota).where(Quota.id == quota_id).values(closed=closed))


async def taken(session: AsyncSession, *, quota_id: UUID) -> int:
    """How many units of a pool are sold or held, with the pool held still."""
    row = (await session.execute(_LOCKED_POOL, {"quota_id": quota_id})).one()
    return int(row.sold + row.held)


async def delete_all(session: AsyncSession, *, type_id: UUID, quota_id: UUID) -> None:
    """Delete a type that nobody ever saw, with its pool."""
    links = QuotaTicketType.ticket_type_id == type_id
    await session.execute(delete(QuotaTicketType).where(links))
    await session.execute(delete(TicketType).where(TicketType.id == type_id))
    await session.execute(delete(Quota).where(Quota.id == quota_id))


async def names(session: AsyncSession, *, event_id: UUID) -> Sequence[str]:
    """What the ticket types of an event are called."""
    living = select(TicketType.name).where(
        TicketType.event_id == event_id, TicketType.status != "inactive"
    )
    return (await session.scalars(living)).all()
