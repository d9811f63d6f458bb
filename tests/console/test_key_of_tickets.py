"""A master key that the tickets were not made with: refused before the evening."""

import asyncio
from decimal import Decimal

import pytest

from bot.console.doctor import examine
from bot.console.keeping import OwnKeys, first_keys
from bot.console.readiness import introduce_key, require_key
from bot.console.stores import Stores
from bot.settings import read_settings
from storage.embedded import Servers
from storage.errors import Misconfigured
from storage.ids import new_id
from storage.security.codes import digest
from storage.security.keys import MasterKey
from tests.console.commands import run_main
from tests.factories import Owner, make_event, make_person
from tests.signing import KEY
from tests.storage.database_fixtures import Scratch

OURS, OTHER = KEY, bytes(range(100, 132))
TOKEN = "7712345678:AAF-abcdefghijklmnopqrstuvwxyz012345"


def keys_of(raw: bytes) -> OwnKeys:
    master = MasterKey(raw)
    return first_keys(master)


async def make_ticket(owner: Owner, key: bytes, generation: int = 1) -> None:
    show = await make_event(owner)
    guest, order, ticket = await make_person(owner), new_id(), new_id()
    await owner.insert(
        "orders",
        id=order,
        user_id=guest,
        event_id=show.id,
        status="completed",
        total_amount=Decimal(0),
        currency="EUR",
        number="A1",
    )
    await owner.insert(
        "tickets",
        id=ticket,
        order_id=order,
        event_id=show.id,
        ticket_type_id=show.types["Standing"],
        user_id=guest,
        generation=generation,
        qr_code=digest(keys_of(key).codes.code(show.id, ticket, generation)),
        short_code="ABCD2345",
    )


@pytest.fixture
async def stores(database: Scratch, valkey: Servers, owner: Owner, tmp_path) -> Stores:
    """Of a database that was never told a master key."""
    await owner.connection.execute("DELETE FROM sec.context_keys")
    return Stores(tmp_path, valkey.redis_url or "", database.dsn())


@pytest.mark.parametrize("role", ["portal_app", "portal_worker"])
async def test_only_the_key_of_the_tickets_will_do(stores: Stores, owner: Owner, role: str):
    await make_ticket(owner, OURS, generation=3)
    with pytest.raises(Misconfigured, match="knows no master key yet"):
        await require_key(stores, role, keys_of(OURS))  # the database was not told yet
    with pytest.raises(Misconfigured, match="MASTER_KEY"):
        await introduce_key(stores, keys_of(OTHER))
    await introduce_key(stores, keys_of(OURS))
    await require_key(stores, role, keys_of(OURS))
    with pytest.raises(Misconfigured, match="MASTER_KEY"):
        await require_key(stores, role, keys_of(OTHER))
    await introduce_key(stores, keys_of(OTHER))  # too late to be believed
    await require_key(stores, role, keys_of(OURS))


async def test_who_lost_the_key_can_begin_again(stores: Stores, owner: Owner):
    await introduce_key(stores, keys_of(OURS))
    await make_ticket(owner, OURS)
    await owner.connection.execute("UPDATE tickets SET qr_code = id::text")  # as the guide says
    await owner.connection.execute("UPDATE sec.context_keys SET retired_at = now()")
    await introduce_key(stores, keys_of(OTHER))
    await require_key(stores, "portal_app", keys_of(OTHER))
    with pytest.raises(Misconfigured):
        await require_key(stores, "portal_app", keys_of(OURS))


@pytest.mark.parametrize("command", ["bot", "jobs", "run"])
async def test_no_command_serves_with_it_nor_asks_telegram_first(
    stores: Stores, database: Scratch, owner: Owner, tmp_path, command: str
):
    await make_ticket(owner, OURS)
    ended = run_main(
        command,
        cwd=tmp_path,
        BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL="http://127.0.0.1:1",
        DATABASE_URL=database.dsn(),
        REDIS_URL="redis://127.0.0.1:1",
        MASTER_KEY=OTHER.hex(),
    )
    assert ended.returncode == 1
    [line] = ended.stderr.splitlines()
    assert line.startswith("The master key is not the one"), line
    assert line.endswith(".")
    assert "127.0.0.1:1" not in ended.stdout


async def test_the_doctor_sees_it(
    stores: Stores, database: Scratch, valkey: Servers, owner: Owner, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    await make_ticket(owner, OURS)

    def found(key: bytes) -> str:
        given = {"database_url": database.dsn(), "redis_url": valkey.redis_url, "http_port": 0}
        findings = examine(lambda: read_settings(**given, master_key=key.hex()))
        return next(each.state.value for each in findings if each.about == "tickets")

    await introduce_key(stores, keys_of(OURS))
    assert await asyncio.to_thread(found, OURS) == "ok"
    assert await asyncio.to_thread(found, OTHER) == "wrong"
