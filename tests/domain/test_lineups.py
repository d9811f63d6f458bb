"""Who shows and who walks: found by a misspelt name, told once, in the chosen order."""

from uuid import UUID

import pytest

from bot.desk import Desk
from bot.texts import Texts
from domain import lineups
from domain.errors import NotAvailable
from domain.notifications import Delivery
from jobs.notices import Notices
from storage.database import Database
from storage.enums import Lane
from storage.ids import new_id
from storage.security.codes import TicketCodes
from tests.domain.houses import make_house
from tests.factories import Owner, make_person
from tests.flows.making import make_collection
from tests.keeping import VAULT
from tests.storage.database_fixtures import Scratch


async def make_model(owner: Owner, name: str, *, status: str = "approved") -> UUID:
    model = await owner.insert(
        "models",
        id=new_id(),
        user_id=await make_person(owner, f"Person behind {name}"),
        meta_data={"stage_name": name},
        approval_status=status,
    )
    id: UUID = model["id"]
    return id


async def test_who_is_found_is_added_told_and_arranged(
    db: Database, owner: Owner, database: Scratch
) -> None:
    house = await make_house(db, owner)
    event_id = await house.event()
    corvine = await make_collection(owner, brand="Maison Corvine", name="Nightshade")
    moss = await make_collection(owner, brand="Bea Moss", name="Lichen")
    lior = await make_model(owner, "Lior Bat")
    await make_model(owner, "Lior Hidden", status="draft")

    async def found(words: str) -> list[str]:
        members = await house.looks(lineups.search, event_id=event_id, words=words)
        return [member.name for member in members]

    assert await found("mason corvin") == ["Maison Corvine"]
    assert await found("lior") == ["Lior Bat"]
    assert await found("nobody of that name") == []

    for member in (corvine, moss, lior, lior):
        await house.does(lineups.add, event_id=event_id, id=member)
    await house.does(lineups.move_up, event_id=event_id, id=moss)
    await house.does(lineups.move_up, event_id=event_id, id=moss)
    shown = await house.looks(lineups.get, event_id=event_id)
    assert [member.name for member in shown.collections] == ["Bea Moss", "Maison Corvine"]
    assert [member.name for member in shown.models] == ["Lior Bat"]
    assert await found("mason corvin") == []

    notices = await owner.fetch("SELECT * FROM notifications WHERE template = 'lineup'")
    assert len(notices) == 3
    worker = Database(database.dsn("portal_worker"), role="portal_worker", vault=VAULT)
    draw = Notices(worker, Desk(1, "portal_bot", TicketCodes(b"m" * 32)))
    told = {
        member: await draw(delivery(event_id, member), Texts("en")) for member in (corvine, lior)
    }
    assert "shows your collection Nightshade" in told[corvine].text
    assert "You walk for House of Renata Sala" in told[lior].text
    await house.does(lineups.remove, event_id=event_id, id=lior)
    with pytest.raises(NotAvailable):
        await draw(delivery(event_id, lior), Texts("en"))
    await worker.close()


def delivery(event_id: UUID, member: UUID) -> Delivery:
    """A notice as a worker holds it."""
    return Delivery(
        id=new_id(),
        token=new_id(),
        user_id=new_id(),
        chat_id=1,
        lane=Lane.RECEIPT,
        template="lineup",
        arguments={"event": str(event_id), "member": str(member)},
        attempt=1,
        language="en",
    )
