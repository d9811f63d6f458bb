"""The same worker on two hosts: they share the work and the pace, and one may die."""

import re
from collections import Counter
from pathlib import Path

import aiohttp
import pytest

from tests.factories import Owner
from tests.faults.process import Running, running
from tests.flows.broadcasting import alone, make_house
from tests.flows.composing import compose
from tests.flows.crowds import calls_of, make_crowd
from tests.jobs.people import Ledger, until
from tests.keeping import keys_in
from tests.portal_fixtures import Portal
from tests.storage.database_fixtures import Scratch

pytestmark = [pytest.mark.timeout(300), pytest.mark.chaos]

_PUSHED = re.compile(r"^portal_messages_pushed_total ([\d.]+)", re.MULTILINE)
PEOPLE = 400
ON_ITS_WAY = 24
"""Messages that one worker holds at this pace."""


async def sent_by(host: Running) -> int:
    """How many messages a host has pushed, as its metrics say."""
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"http://127.0.0.1:{host.port}/metrics") as answer,
    ):
        found = re.search(
            r"^portal_messages_pushed_total ([\d.]+)", await answer.text(), re.MULTILINE
        )
        return int(float(found[1])) if found else 0


async def test_two_hosts_share_work_and_pace_and_the_death_of_one_loses_nothing(
    portal: Portal,
    owner: Owner,
    database: Scratch,
    environment: dict[str, str],
    tmp_path: Path,
) -> None:
    house = await make_house(owner, portal)
    await owner.insert("administrators", user_id=await portal.user_id(owner, house))
    await alone(owner)
    await owner.connection.execute("UPDATE settings SET value = 0 WHERE name LIKE 'quiet%'")
    crowd = await make_crowd(owner, portal.sandbox.http, PEOPLE)
    await compose(portal, house, "To everybody, by two.", "Everybody")
    as_telegram = {"rate_limits": True}  # 30 a second in all, one a second in a chat
    async with portal.sandbox.http.post("/client/faults", json=as_telegram) as answer:
        assert answer.status == 200

    def host(name: str):
        home = tmp_path / name
        home.mkdir()
        data = keys_in(home / "data")  # as if both had one KEYSTORE_URL
        own = {"DATABASE_URL": database.dsn("portal_worker"), "DATA_DIR": str(data)}
        return running("jobs", home=home, environment=environment | own)

    ledger = Ledger(owner)
    async with host("one") as one, host("two") as two:
        await house.tap("Launch now")

        async def both_are_at_it() -> bool:
            return min([await sent_by(one), await sent_by(two)]) >= PEOPLE // 8

        await until(both_are_at_it)
        await one.kill()

        async def all_have_an_end() -> bool:
            ended = await ledger.count("sent", "unknown")
            return ended == PEOPLE

        await until(all_have_an_end, seconds=180)

    calls = [
        call
        for call in await calls_of(portal.sandbox.http, "sendMessage")
        if call["chat_id"] in crowd.ids
    ]
    assert {call["status"] for call in calls} == {200}
    assert max(Counter(call["chat_id"] for call in calls).values()) == 1
    uncertain = await ledger.count("unknown")
    assert uncertain <= ON_ITS_WAY
    assert PEOPLE - uncertain <= len(calls) <= PEOPLE
