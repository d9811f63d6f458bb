"""Applying as a house that holds events."""

from uuid import UUID

from bot.form import Form
from bot.screen import Screen
from bot.screens import trades as screens
from bot.steps import Answers, Links, Stored, Text, has_letters, is_worded
from bot.visit import Visit
from domain import organizers
from domain.actors import Person
from domain.organizers import House
from storage.database import Tx
from storage.enums import ApprovalStatus, Trade


async def _register(tx: Tx, person: Person, answers: Answers) -> UUID:
    links = answers.find(LINKS)
    house = House(
        name=answers.get(NAME),
        city=answers.get(CITY),
        note=answers.get(NOTE),
        links=links or (),
    )
    await organizers.register(tx.session, person=person.id, house=house, now=tx.now)
    return person.id


async def _after(visit: Visit, _person: UUID) -> Screen:
    return screens.sent(visit.t, Trade.ORGANIZER, ApprovalStatus.PENDING)


NAME = Text("name", limit=organizers.LONGEST_NAME, check=has_letters)
CITY = Text("city", limit=organizers.LONGEST_NAME, check=is_worded)
NOTE = Text("note", limit=organizers.LONGEST_NOTE, check=has_letters)
LINKS = Links("links", optional=True)
FORM = Form("house", (NAME, CITY, NOTE, LINKS), _register, after=_after)


async def known(tx: Tx, person: Person) -> dict[str, Stored]:
    """The answers of an earlier application, none where there was none."""
    before = await organizers.find(tx.session, person=person.id)
    if before is None:
        return {}
    return {
        NAME.name: before.name,
        CITY.name: before.city,
        NOTE.name: before.note,
        LINKS.name: list(before.links) or None,
    }
