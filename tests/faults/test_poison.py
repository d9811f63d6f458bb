"""Updates that nobody can digest are put aside; everybody else is served."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.console.arrivals import Quarantine
from tests.factories import MadeEvent, Owner
from tests.faults.crowd import eventually, wishes
from tests.faults.outside import call, nothing_waits, shows
from tests.portal_fixtures import Portal

WROTE = {"from": {"first_name": "Giulia"}, "location": {"latitude": 45.464}}
MISSHAPEN: dict[str, Any] = {"message": {"message_id": "one", "chat": "here", **WROTE}}
NUL: dict[str, Any] = {"message": {"message_id": "one", "text": "\x00", **WROTE}}


@pytest.fixture
async def portal(portal: Portal) -> AsyncIterator[Portal]:
    """The portal with its real quarantine, whose tracebacks are not worth drawing."""
    portal.updates._quarantine = Quarantine(portal.db, portal.desk.bot_id)
    with capture_logs():
        yield portal


async def _deliver(portal: Portal, update: dict[str, Any]) -> int:
    """Hand it over under the next number: one below what is acknowledged is never offered."""
    content = {name: value for name, value in update.items() if name != "update_id"}
    async with portal.sandbox.http.post("/client/updates", json=content) as answer:
        assert answer.status == 200
        return int((await answer.json())["update_id"])


async def _administrator(portal: Portal, owner: Owner) -> None:
    boss = await portal.guest("Anna Wolff")
    await owner.insert("administrators", user_id=await portal.user_id(owner, boss))


async def test_a_handler_that_fails_stops_nobody_and_is_told_once(
    portal: Portal, owner: Owner, show: MadeEvent
) -> None:
    await _administrator(portal, owner)
    giulia, marco = await portal.guest("Giulia Conti"), await portal.guest("Marco Riva")
    await owner.connection.execute("ALTER TABLE ticket_types RENAME position TO lost")
    poisoned = [await _deliver(portal, each) for each in wishes(5_000_000, [giulia] * 3, show)]
    await marco.send("/help")
    await shows(portal.sandbox, marco, "/support")
    await shows(portal.sandbox, giulia, "Good to see you")
    await nothing_waits(portal.sandbox)
    await owner.connection.execute("ALTER TABLE ticket_types RENAME lost TO position")
    kept = await owner.fetch("SELECT * FROM quarantined_updates ORDER BY update_id")
    assert [row["update_id"] for row in kept] == poisoned
    assert "position" in kept[0]["error"]
    notices = "SELECT count(*) FROM notifications WHERE template = 'incident'"
    assert await owner.value(notices) == 1


async def test_the_person_is_told_that_it_did_not_work(
    portal: Portal, owner: Owner, show: MadeEvent
) -> None:
    giulia = await portal.guest("Giulia Conti")
    await owner.connection.execute("ALTER TABLE events RENAME title TO lost")
    await giulia.send("/events")
    await shows(portal.sandbox, giulia, "Something went wrong on our side")
    await owner.connection.execute("ALTER TABLE events RENAME lost TO title")
    await eventually(owner, "(SELECT count(*) FROM quarantined_updates) = 1")


@pytest.mark.parametrize("update", [MISSHAPEN, NUL], ids=["misshapen", "with a NUL"])
async def test_what_the_library_cannot_read_stops_nobody(
    portal: Portal, owner: Owner, update: dict[str, Any]
) -> None:
    giulia = await portal.guest("Giulia Conti")
    number = await _deliver(portal, update)
    await giulia.send("/help")
    await shows(portal.sandbox, giulia, "/support")
    await nothing_waits(portal.sandbox)
    [kept] = await owner.fetch("SELECT * FROM quarantined_updates")
    assert kept["update_id"] == number
    assert not any(word in str(kept) for word in ("Giulia", "45.464"))


async def test_somebody_who_has_just_left_is_no_incident(
    portal: Portal, owner: Owner, show: MadeEvent
) -> None:
    giulia, marco = await portal.guest("Giulia Conti"), await portal.guest("Marco Riva")
    await giulia._post("block")
    await _deliver(portal, next(wishes(5_000_000, [giulia], show)))
    await marco.send("/help")
    await shows(portal.sandbox, marco, "/support")
    await nothing_waits(portal.sandbox)
    assert await owner.value("SELECT count(*) FROM quarantined_updates") == 0
    assert (await call(portal.sandbox, "getWebhookInfo"))["pending_update_count"] == 0
