"""A house and its desk, past the chat: each act is a transaction of the bot's role."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from domain import making, ticket_types
from domain.venues import NewVenue
from storage.context import Context
from storage.database import Database
from storage.ids import new_id
from tests.factories import Owner, make_person, name_house

T = TypeVar("T")
HOUR = timedelta(hours=1)
PALAZZO = NewVenue(
    name="Palazzo Serbelloni",
    address="Corso Venezia 16",
    city="Milano",
    country="IT",
    capacity=300,
    latitude=45.4642,
    longitude=9.19,
)
LONDON = NewVenue(
    name="The Old Vinyl Factory",
    address="Blyth Road 252",
    city="London",
    country="GB",
    capacity=200,
    latitude=51.5,
    longitude=-0.4,
)


@dataclass
class House:
    """An organizer who acts on the database as the bot does."""

    db: Database = field(repr=False)
    owner: Owner = field(repr=False)
    id: UUID

    async def does(self, act: Callable[..., Awaitable[T]], **values: Any) -> T:
        """One act of this house in a transaction of its own, at its time."""
        async with self.db.begin(self.context) as tx:
            return await act(tx.session, by=self.id, now=tx.now, **values)

    async def looks(self, act: Callable[..., Awaitable[T]], **values: Any) -> T:
        """The same for what takes no time."""
        async with self.db.read(self.context) as tx:
            return await act(tx.session, by=self.id, **values)

    async def acts(self, act: Callable[..., Awaitable[T]], **values: Any) -> T:
        """An act that asks for no time."""
        async with self.db.begin(self.context) as tx:
            return await act(tx.session, by=self.id, **values)

    async def manager(self, event_id: UUID) -> "House":
        """Somebody who manages an event of this house."""
        person = await make_person(self.owner, "Marta Bianchi")
        await self.owner.insert("event_staff", event_id=event_id, user_id=person, role="manager")
        return House(self.db, self.owner, person)

    @property
    def context(self) -> Context:
        """Who acts."""
        return Context("person", self.id)

    async def now(self) -> datetime:
        """The time of the database."""
        async with self.db.read(self.context) as tx:
            return tx.now

    async def event(self, **changes: Any) -> UUID:
        """A draft in a week, at a new venue."""
        values = {
            "title": "Velvet Hour",
            "venue": PALAZZO,
            "starts_at": await self.now() + timedelta(days=7),
            "seats": 100,
            "poster": None,
        }
        return await self.does(making.create, **(values | changes))

    async def type(self, event_id: UUID, **changes: Any) -> UUID:
        """A ticket type of it."""
        values = {
            "name": "Standing",
            "price": 4500,
            "quantity": 50,
            "benefits": (),
            "limit": 4,
        }
        return await self.does(ticket_types.add, event_id=event_id, **(values | changes))

    async def published(self, **changes: Any) -> UUID:
        """An event with one type, in the programme."""
        event_id = await self.event(**changes)
        await self.type(event_id)
        await self.does(making.publish, event_id=event_id)
        return event_id


async def make_house(
    db: Database, owner: Owner, name: str = "Renata Sala", *, status: str = "approved"
) -> House:
    """A person whose application stands at `status`."""
    user_id = await make_person(owner, name)
    await owner.insert(
        "organizer_applications", id=new_id(), user_id=user_id, approval_status=status
    )
    await name_house(owner, user_id, f"House of {name}")
    return House(db, owner, user_id)


async def row(owner: Owner, event_id: UUID) -> dict[str, Any]:
    """An event as it is kept."""
    return (await owner.fetch("SELECT * FROM events WHERE id = $1", event_id))[0]


async def sells(owner: Owner, event_id: UUID, type_id: UUID, quantity: int) -> None:
    """Rows of a paid order, and counters as the functions of the database write them."""
    order = await owner.insert(
        "orders",
        id=new_id(),
        user_id=await make_person(owner, "Buyer"),
        event_id=event_id,
        number=new_id().hex[-10:],
        total_amount=0,
        currency="EUR",
        status="completed",
        payment_status="paid",
    )
    await owner.insert(
        "order_lines",
        order_id=order["id"],
        ticket_type_id=type_id,
        event_id=event_id,
        quantity=quantity,
        unit_price=45,
    )
    for _ in range(quantity):
        await owner.insert(
            "tickets",
            order_id=order["id"],
            event_id=event_id,
            ticket_type_id=type_id,
            user_id=order["user_id"],
            qr_code=new_id().hex,
            short_code=new_id().hex[-8:],
        )
    await owner.fetch(
        "SELECT quota_shift(ARRAY[$1::uuid], NULL, ARRAY[$2::integer], 'forced')",
        type_id,
        quantity,
    )
