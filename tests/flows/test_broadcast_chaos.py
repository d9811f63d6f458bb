"""A campaign to ten thousand, everything going wrong: nobody twice, and the bar is true."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain import campaigns, results
from domain.actors import Person
from jobs.deliver import PACKS, pack_at
from storage.embedded import Servers
from tests.factories import Owner
from tests.flows.broadcasting import alone, make_house
from tests.flows.composing import campaign_of, compose
from tests.flows.crowds import calls_of, make_crowd
from tests.guest import Guest, said
from tests.jobs.people import Ledger, until
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch

ROOT = Path(__file__).parents[2]
PEOPLE = 10_000
PER_SECOND = 1000
LISTED = 50
"""Names of whom it is uncertain that one message holds."""

KILLS = (0.1, 0.25, 0.4, 0.6, 0.8)
"""How far the campaign has come when its worker is killed with -9."""


@contextmanager
def worker(database: Scratch, portal: Portal, valkey: Servers) -> Iterator[subprocess.Popen]:
    words = [database.dsn("portal_worker"), portal.sandbox.url, str(valkey.redis_url)]
    command = [sys.executable, "-m", "tests.jobs.campaign_worker", *words, str(PER_SECOND)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        yield process
        process.kill()


@pytest.mark.chaos
@pytest.mark.timeout(900)
async def test_ten_thousand_get_it_once_whatever_happens(
    portal: Portal, owner: Owner, database: Scratch, valkey: Servers
) -> None:
    house = await make_house(owner, portal)
    await owner.insert("administrators", user_id=await portal.user_id(owner, house))
    await alone(owner)
    crowd = await make_crowd(owner, portal.sandbox.http, PEOPLE, every_blocks=20, every_leaves=100)
    desk = await compose(portal, house, "To everybody, once.", "Everybody")
    assert f"{PEOPLE:,} people" in said(desk)
    await house.tap("Launch now")
    ledger = Ledger(owner)

    async def reaches(share: float) -> None:
        async def does() -> bool:
            ended = await ledger.count("sent", "blocked", "unknown", "dead", "skipped")
            return ended >= share * PEOPLE

        await until(does, seconds=600)

    for share in KILLS:
        with worker(database, portal, valkey) as doomed:
            await refuse_some(portal)
            await reaches(share)
            doomed.kill()
            doomed.wait()
        await bar_is_true(portal, house, ledger)
    with worker(database, portal, valkey):
        await refuse_some(portal)
        await reaches(1)
        row = await campaign_of(owner)

        async def bar_is_done() -> bool:
            return (await campaign_of(owner))["bar_message_id"] is None

        await until(bar_is_done)

    calls = await calls_of(portal.sandbox.http, "sendMessage")
    arrived = Counter(
        call["chat_id"] for call in calls if call["status"] == 200 and call["chat_id"] in crowd.ids
    )
    maker = await portal.user_id(owner, house)
    async with portal.db.begin(Person("person", maker)) as tx:
        campaign = await campaigns.get(tx.session, campaign_id=row["id"], by=maker)
        so_far = await results.progress(tx.session, campaign)
        listed = await results.uncertain(tx.session, campaign_id=campaign.id, by=maker)
    read = "SELECT changes ->> 'people' FROM audit_logs WHERE action = 'names read'"
    assert await owner.value(read) == str(len(listed))
    assert max(arrived.values()) == 1
    assert so_far.total == so_far.done == PEOPLE
    # Of a call that was cut off nobody knows, also where it would have been refused.
    assert 0 <= len(crowd.away) - so_far.blocked <= so_far.unknown
    assert so_far.unknown <= len(KILLS) * PACKS * pack_at(PER_SECOND)
    assert len(listed) == min(so_far.unknown, LISTED)
    assert so_far.sent <= len(arrived) <= so_far.sent + so_far.unknown
    assert so_far.sent + so_far.blocked + so_far.unknown == PEOPLE
    assert set(arrived).isdisjoint(crowd.away)
    bar = said(await house.screen())
    assert "All sent" in bar
    assert f"✓ {so_far.sent:,} delivered" in bar
    assert f"✕ {so_far.blocked:,} out of reach" in bar
    if so_far.unknown:
        assert f"◌ {so_far.unknown} uncertain" in bar


async def refuse_some(portal: Portal) -> None:
    """Telegram wants a second of silence, five times; and ten times it is out of order."""
    for fault in (
        {"kind": "429", "method": "sendMessage", "times": 5, "seconds": 1},
        {"kind": "500", "method": "sendMessage", "times": 5},
        {"kind": "502", "method": "sendMessage", "times": 5},
    ):
        async with portal.sandbox.http.post("/client/faults", json=fault) as answer:
            assert answer.status == 200


async def bar_is_true(portal: Portal, house: Guest, ledger: Ledger) -> None:
    """What the bar says was so: at most as many as the ledger has by now, and as arrived."""
    bar = said(await house.screen())
    told = [re.search(rf"{sign} ([\d,]+)", bar) for sign in "✓✕"]
    sent, away = (int(found[1].replace(",", "")) if found else 0 for found in told)
    assert sent <= await ledger.count("sent")
    assert away <= await ledger.count("blocked")
    calls = await calls_of(portal.sandbox.http, "sendMessage")
    assert sent <= sum(call["status"] == 200 for call in calls)
