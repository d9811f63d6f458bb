"""Valkey is killed in the middle of everything: nobody notices much."""

import pytest

from storage.embedded import Servers
from tests.factories import Owner, counters_agree, make_event
from tests.faults.outside import shows
from tests.faults.servers import kill, revive, valkey_answers
from tests.flows.buying import holds, pictures_of
from tests.guest import Guest
from tests.portal_fixtures import Portal

pytestmark = [pytest.mark.timeout(300), pytest.mark.chaos]  # processes start and start again
QUESTION = "Tell us what happened"


async def _buys(portal: Portal, guest: Guest) -> None:
    await holds(portal, guest, "Velvet Hour", places=2)
    assert (await guest.pay())["result"] == "paid"
    assert len(await pictures_of(portal, guest, 2)) == 2


async def _is_asked(portal: Portal, guest: Guest) -> None:
    """To the question that wants words."""
    await guest.send("/support")
    await portal.says(guest, "What is it about?")
    await guest.tap("Something else")
    await portal.says(guest, QUESTION)


async def _confirms(portal: Portal, guest: Guest) -> None:
    await portal.says(guest, "photo")
    await guest.tap("Skip")
    await portal.until(guest, lambda messages: "Where is the cloakroom?" in str(messages[-1]))
    await guest.tap("Send")
    await portal.says(guest, "it is with us")


async def test_sales_and_dialogs_go_on_without_it(
    portal: Portal, owner: Owner, valkey: Servers, caplog: pytest.LogCaptureFixture
) -> None:
    await make_event(owner, types={"Standing": ("45.00", 20)})
    names = ("Ada", "Bea", "Mid", "Dia")
    before, during, mid, asking = [await portal.guest(name) for name in names]
    await _is_asked(portal, mid)
    await holds(portal, before, "Velvet Hour", places=1)
    kill(valkey, "valkey-server")
    try:
        assert (await before.pay())["result"] == "paid"  # what was begun goes on
        await pictures_of(portal, before, 1)
        await _buys(portal, during)
        await _is_asked(portal, asking)
        await mid.send("Where is the cloakroom?")  # Redis knew that this answers the question
        await shows(portal.sandbox, mid, "unfinished")
    finally:
        await revive(valkey, lambda: valkey_answers(valkey.redis_url or ""))
    await asking.send("Where is the cloakroom?")  # the question was put while it was gone
    await _confirms(portal, asking)
    after = await portal.guest("Cleo")
    await _buys(portal, after)
    assert await owner.value("SELECT count(*) FROM tickets") == 5
    assert await counters_agree(owner)
    assert not [record for record in caplog.records if record.exc_info]
