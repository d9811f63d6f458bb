"""Who comes to an evening, as a file: for who makes it, with names cut short, and noted."""

import csv
from io import StringIO
from uuid import UUID

import pytest
from redis.asyncio import Redis

from bot.callbacks.making import AskAttendees
from domain import attendee_files
from jobs.attendee_files import Attendees
from tests.factories import MadeEvent, Owner, make_person, make_staff
from tests.flows.broadcasting import house_event, make_house, make_ticket
from tests.flows.files import Makers, files_of
from tests.guest import Guest, said
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor


def makers(portal: Portal, database: Scratch, redis: Redis) -> Makers:
    """The jobs that write lists down."""
    return Makers(portal, database, redis, attendee_files.FILES, Attendees)


async def an_evening(portal: Portal, owner: Owner, house: Guest) -> MadeEvent:
    """Three tickets that open the door, one of them used, one of nobody known; one given back."""
    show = await house_event(owner, portal, house, types={"=1+1": ("45.00", 10)})
    for name, status in (
        ("=HYPERLINK(1) Riva", "valid"),
        ("Nora Lind", "used"),
        ("Otto Berg", "refunded"),
        ("Lea Roth", "blocked"),
    ):
        ticket = await make_ticket(owner, portal, show, await make_person(owner, name))
        await owner.fetch("UPDATE tickets SET status = $1 WHERE id = $2", status, ticket)
    await owner.fetch("UPDATE users SET full_name = NULL WHERE id = $1", await _last(owner))
    return show


async def _last(owner: Owner) -> UUID:
    id: UUID = await owner.value("SELECT user_id FROM tickets ORDER BY id DESC LIMIT 1")
    return id


async def asks(portal: Portal, guest: Guest, show: MadeEvent) -> None:
    """From nothing to the bar of the list."""
    visitor = Visitor(portal, guest)
    await visitor.says("/mine")
    await visitor.taps("Velvet Hour")
    await visitor.taps("Orders")
    await visitor.taps("Guests as a file")
    await portal.says(guest, "The list is being made")


async def table_of(guest: Guest, name: str = "guests.csv") -> list[list[str]]:
    """The one list that somebody was sent."""
    [archive] = await files_of(guest)
    assert archive.namelist() == [name]
    return list(csv.reader(StringIO(archive.read(name).decode("utf-8-sig"))))


async def test_who_makes_an_evening_has_its_guests_with_short_names(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await an_evening(portal, owner, house)
    await asks(portal, house, show)
    visitor = Visitor(portal, house)
    await visitor.taps("Orders")
    await visitor.taps("Guests as a file")  # impatient
    jobs = makers(portal, database, redis)
    await jobs.make()
    await jobs.make()
    head, *lines = await table_of(house)
    assert head == ["No.", "Guest", "Ticket", "Order", "State", "Since"]
    numbers = await owner.fetch(
        "SELECT o.number FROM tickets t JOIN orders o ON o.id = t.order_id"
        " WHERE t.status <> 'refunded' ORDER BY t.id"
    )
    assert [line[:5] for line in lines] == [
        ["1", "'=HYPERLINK(1) R.", "'=1+1", numbers[0]["number"], "valid"],
        ["2", "Nora L.", "'=1+1", numbers[1]["number"], "inside"],
        ["3", "", "'=1+1", numbers[2]["number"], "blocked"],
    ]
    seen = [said(each) for each in await house.messages()]
    assert not [each for each in seen if "The list is being made" in each]
    assert sum("The list is made" in each for each in seen) == 1

    me = await portal.user_id(owner, house)
    [noted] = await owner.fetch(
        "SELECT user_id, entity_id, changes ->> 'people' AS people FROM audit_logs"
        " WHERE action = 'names read'"
    )
    assert tuple(noted.values()) == (me, show.id, "2")
    [kept] = await owner.fetch("SELECT outcome, user_id, event_id FROM attendee_files")
    assert tuple(kept.values()) == ("delivered", me, show.id)


async def test_a_manager_reads_it_in_their_own_language(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await an_evening(portal, owner, house)
    manager = await portal.guest("Marta Villa", language="it")
    await make_staff(owner, show, await portal.user_id(owner, manager), "manager")
    await manager.send("/help")
    screen = await portal.says(manager, "/")
    await manager.tap_data(screen["message_id"], AskAttendees(event=show.id).pack())
    await portal.says(manager, "La lista si prepara")
    await makers(portal, database, redis).make()
    head, first, *_ = await table_of(manager, "ospiti.csv")
    assert head[1] == "Ospite"
    assert first[4] == "valido"


@pytest.mark.parametrize("role", [None, "steward", "supervisor", "marketing"])
async def test_who_does_not_make_it_gets_none(
    portal: Portal, owner: Owner, role: str | None
) -> None:
    house = await make_house(owner, portal)
    show = await house_event(owner, portal, house)
    other = await portal.guest("Sten Ström")
    if role is not None:
        await make_staff(owner, show, await portal.user_id(owner, other), role)
    await other.send("/help")
    screen = await portal.says(other, "/")
    answer = await other.tap_data(screen["message_id"], AskAttendees(event=show.id).pack())
    assert answer["text"]
    assert await owner.value("SELECT count(*) FROM attendee_files") == 0


async def test_who_makes_it_no_more_gets_nothing_and_what_was_cut_off_comes_once(
    portal: Portal, owner: Owner, database: Scratch, redis: Redis
) -> None:
    house = await make_house(owner, portal)
    show = await an_evening(portal, owner, house)
    manager = await portal.guest("Marta Villa")
    await make_staff(owner, show, await portal.user_id(owner, manager), "manager")
    await asks(portal, manager, show)
    await owner.fetch("DELETE FROM event_staff")
    jobs = makers(portal, database, redis)
    await jobs.make()
    assert "you do not make this evening any more" in said(await manager.screen())
    assert await files_of(manager) == []
    assert await owner.value("SELECT outcome FROM attendee_files") == "not theirs"
    assert not await owner.value("SELECT count(*) FROM audit_logs WHERE action = 'names read'")

    await asks(portal, house, show)
    await jobs.are_cut_off(house)
