"""A house that asks its buyers something, or looks at each order first."""

from typing import Any

from domain import payments
from domain.actors import Person
from domain.money import Money
from domain.payments import Charge, Outcome
from jobs.approving import tell_houses
from storage.ids import new_id
from tests.factories import MadeEvent, Owner
from tests.flows.broadcasting import Jobs, house_event, make_house
from tests.flows.buying import chooses, finds
from tests.guest import Guest
from tests.portal_fixtures import Portal
from tests.visitor import Visitor

SUPPER = ("Which supper?", ["Fish", "Garden"])
SEAT = ("With whom would you like to sit?", [])


async def asks(owner: Owner, show: MadeEvent, *questions: tuple[str, list[str]]) -> None:
    """The house asks one question more each."""
    there = await owner.value("SELECT count(*) FROM event_questions WHERE event_id = $1", show.id)
    for place, (question, choices) in enumerate(questions, there + 1):
        values = {"event_id": show.id, "position": place, "question": question}
        await owner.insert("event_questions", **values, choices=choices)


async def bills(guest: Guest) -> int:
    return sum(bool(each.get("invoice")) for each in await guest.messages())


async def looks_first(owner: Owner, show: MadeEvent) -> None:
    await owner.fetch("UPDATE ticket_types SET needs_approval = true WHERE event_id = $1", show.id)


async def requests(portal: Portal, guest: Guest, *, places: int = 1) -> None:
    """From nothing to an order that waits for the house's word."""
    await chooses(portal, guest, "Velvet Hour", places=places)
    await guest.tap("Ask for")
    await portal.says(guest, "With the house")


async def the_house_is_told(portal: Portal, jobs: Jobs, house: Guest) -> None:
    await tell_houses(jobs.db)
    jobs.deliverer.wake()
    await portal.says(house, "waits for your word")


async def asks_for_a_free_place(
    portal: Portal, guest: Guest, told: str = "With the house"
) -> None:
    """From nothing to a request for a place without a price."""
    await finds(portal, guest, "Velvet Hour")
    await guest.tap("A free place")
    await guest.tap("+")
    await guest.tap("Ask for")
    await portal.says(guest, told)


async def house_that_looks(
    portal: Portal, owner: Owner, **changes: Any
) -> tuple[Visitor, MadeEvent]:
    """A house, and an evening of it whose orders it looks at first."""
    guest = await make_house(owner, portal)
    show = await house_event(owner, portal, guest, **changes)
    await looks_first(owner, show)
    return Visitor(portal, guest), show


async def money_comes(portal: Portal, owner: Owner, guest: Guest) -> Outcome:
    """What becomes of 45 euros for the only order that nobody was asked about before."""
    buyer = Person("person", await portal.user_id(owner, guest))
    charge = Charge(new_id().hex, None, "telegram", Money(4500, "EUR"))
    async with portal.db.begin(buyer) as tx:
        return await payments.confirm(
            tx.session,
            order_id=await owner.value("SELECT id FROM orders"),
            charge=charge,
            codes=portal.desk.codes,
            now=tx.now,
        )
