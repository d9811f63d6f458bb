"""The ORM's view of the schema: a chain of rows goes in and comes out; nothing loads by itself."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import selectinload
from sqlalchemy.pool import NullPool

from storage.enums import EventStatus, EventType, OrderStatus, TicketStatus
from storage.tables.events import Event, EventSchedule, Venue
from storage.tables.orders import Order, OrderLine, Payment, Ticket
from storage.tables.people import User, UserProfile
from storage.tables.selling import TicketType
from tests.storage.database_fixtures import Scratch


@pytest.fixture
async def session(database: Scratch):
    dsn = database.dsn().replace("postgresql://", "postgresql+asyncpg://")
    engine = create_async_engine(dsn, poolclass=NullPool)
    async with AsyncSession(engine) as session:
        yield session
    await engine.dispose()


async def test_a_purchase_as_entities(session: AsyncSession):
    now = await session.scalar(select(func.now()))
    house = User(full_name="House", profile=UserProfile(company="Maison"))
    venue = Venue(name="Hall", city="Milan", time_zone="Europe/Rome")
    session.add_all([house, venue])
    await session.flush()
    event = Event(
        organizer_id=house.id,
        venue=venue,
        title="Show",
        type=EventType.FASHION_SHOW,
        status=EventStatus.PUBLISHED,
        currency="EUR",
        time_zone="Europe/Rome",
        start_date=now,
        end_date=now + timedelta(hours=3),
        schedule=[EventSchedule(title="Doors", type="doors", start_time=now)],
    )
    session.add(event)
    await session.flush()
    standing = TicketType(event_id=event.id, name="Standing", price=Decimal(10), position=1)
    session.add(standing)
    await session.flush()
    order = Order(
        user_id=house.id,
        event_id=event.id,
        total_amount=Decimal(10),
        currency="EUR",
        number="N1",
        expires_at=now,
    )
    session.add(order)
    await session.flush()
    here = {"order_id": order.id, "event_id": event.id}
    paid = {"amount": Decimal(10), "currency": "EUR", "payment_method": "provider"}
    session.add_all(
        [
            OrderLine(**here, ticket_type_id=standing.id, quantity=1, unit_price=Decimal(10)),
            Payment(**here, **paid),
            Ticket(
                **here,
                ticket_type_id=standing.id,
                user_id=house.id,
                qr_code="digest",
                short_code="ABCDEFGH",
            ),
        ]
    )
    await session.commit()
    session.expunge_all()

    wanted = select(Order).options(
        selectinload(Order.lines).selectinload(OrderLine.ticket_type),
        selectinload(Order.tickets),
        selectinload(Order.payments),
        selectinload(Order.event).selectinload(Event.venue),
    )
    found = (await session.scalars(wanted)).one()
    assert (found.status, found.event.venue.city) == (OrderStatus.PENDING, "Milan")
    assert [line.ticket_type.name for line in found.lines] == ["Standing"]
    assert [ticket.status for ticket in found.tickets] == [TicketStatus.VALID]
    assert [payment.amount for payment in found.payments] == [Decimal("10.00")]
    with pytest.raises(InvalidRequestError, match="raise"):
        _ = found.event.schedule
