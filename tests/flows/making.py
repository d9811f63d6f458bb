"""An organizer in conversation, and what stories about them begin with."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from storage.ids import new_id
from tests.factories import Owner, make_person
from tests.portal_fixtures import Portal
from tests.visitor import Message, Visitor

MILAN = (45.4642, 9.19)
"""Latitude and longitude."""


@dataclass
class Organizer(Visitor):
    """A house; `user_id` is its person."""

    owner: Owner
    user_id: UUID

    async def shares(self, latitude: float, longitude: float) -> Message:
        """A place on the map."""
        heard = await self._heard()
        await self.guest._post("location", latitude=latitude, longitude=longitude)
        return await self._answer(heard)

    async def until_start(self, title: str, *, holds: int = 300) -> Message:
        """A new event with a new venue in Milan, up to the question for the start."""
        await self.says("/new")
        screen = await self.says(title)
        if "map" not in screen["text"]:
            await self.taps("A new venue")
        await self.shares(*MILAN)
        await self.says("Palazzo Serbelloni")
        await self.says("Corso Venezia 16")
        await self.says("Milano")
        await self.taps("Italy")
        await self.says(str(holds))
        await self.taps("step-free")
        return await self.taps("That is all")

    async def makes(self, title: str = "Velvet Hour", *, seats: int = 100) -> UUID:
        """A draft, next week at eight in the evening."""
        await self.until_start(title)
        await self.says(next_week("20:00"))
        await self.says(str(seats))
        await self.taps("Skip")
        await self.taps("Keep the draft")
        id: UUID = await self.owner.value(
            "SELECT id FROM events WHERE title = $1 ORDER BY id DESC LIMIT 1", title
        )
        return id

    async def adds_type(self, name: str, price: str, quantity: str | None = None) -> Message:
        """A ticket type, from the desk's room of tickets."""
        await self.guest.tap("Add a ticket type")
        await self.says(name)
        await self.says(price)
        await (self.taps("Skip") if quantity is None else self.says(quantity))
        await self.taps("Skip")
        return await self.taps("Add it")


def next_week(clock: str, *, days: int = 7) -> str:
    """A day and a time as somebody writes them."""
    day = datetime.now(UTC) + timedelta(days=days)
    return f"{day:%d.%m.%Y} {clock}"


async def an_organizer(
    portal: Portal,
    owner: Owner,
    *,
    name: str = "Renata Sala",
    status: str = "approved",
    id: int | None = None,
) -> Organizer:
    """Somebody whose application stands at `status`."""
    guest = await portal.guest(name, id=id)
    user_id = await portal.user_id(owner, guest)
    await owner.insert(
        "organizer_applications", id=new_id(), user_id=user_id, approval_status=status
    )
    return Organizer(portal, guest, owner, user_id)


async def make_collection(
    owner: Owner, *, brand: str, name: str, user_id: UUID | None = None
) -> UUID:
    """A published collection of an approved designer."""
    designer = await owner.insert(
        "designers",
        id=new_id(),
        user_id=user_id or await make_person(owner, f"Designer of {brand}"),
        brand_name=brand,
        approval_status="approved",
    )
    collection = await owner.insert(
        "collections",
        id=new_id(),
        designer_id=designer["id"],
        name=name,
        season="Spring",
        year=2027,
        status="published",
    )
    id: UUID = collection["id"]
    return id
