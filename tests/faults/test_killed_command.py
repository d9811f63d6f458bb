"""kill -9 of a whole command with its servers: nothing stays, nothing that was said is lost."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import psutil
import pytest

from bot.callbacks.buying import Reserve
from storage import embedded
from tests.factories import MadeEvent, Owner, counters_agree, make_event
from tests.faults.outside import shows
from tests.faults.process import Running, free_port, running
from tests.guest import Guest
from tests.portal_fixtures import TOKEN, Sandbox
from tests.storage.embedded_fixtures import is_alive, look_again, open_directory, wait_for_silence

pytestmark = [pytest.mark.timeout(600), pytest.mark.chaos]
BUYERS = 5


@pytest.fixture
def data() -> Iterator[Path]:
    """A data directory that the servers' account can enter."""
    with open_directory() as directory:
        yield directory


@asynccontextmanager
async def _owner_of(data: Path) -> AsyncIterator[Owner]:
    """A look into the bundled database of the command that runs in `data`."""
    with embedded.running(data) as servers:
        connection = await asyncpg.connect(servers.dsn())
        yield Owner(connection)
        await connection.close()


async def _takes_a_place(sandbox: Sandbox, guest: Guest, show: MadeEvent) -> None:
    message = (await guest.screen())["message_id"]
    await guest.tap_data(message, Reserve(event=show.id, basket="1", total=0).pack())
    await shows(sandbox, guest, "Show this picture at the door")


async def _killed(portal: Running, data: Path) -> None:
    """kill -9; return when no process of it is left, servers included."""
    family = psutil.Process(portal.process.pid).children(recursive=True)
    assert {"postgres", "valkey-server"} <= {each.name() for each in family}
    await portal.kill()
    await asyncio.to_thread(_wait_for_the_end_of, family)
    await asyncio.to_thread(wait_for_silence, data)


def _wait_for_the_end_of(family: list[psutil.Process]) -> None:
    while any(is_alive(each) for each in family):
        look_again()


async def test_what_people_were_told_they_have_is_there_after_the_next_start(
    tmp_path: Path, data: Path, sandbox: Sandbox
) -> None:
    environment = {
        "DATA_DIR": str(data),
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": sandbox.url,
    }
    guests = [await sandbox.guest(f"Guest {number}") for number in range(BUYERS + 1)]
    async with running("run", home=tmp_path, environment=environment) as portal:
        async with _owner_of(data) as owner:
            show = await make_event(owner, types={"Guest": ("0.00", 50)})
        for guest in guests:
            await guest.start()
            await shows(sandbox, guest, "Good to see you")
        buying = [_takes_a_place(sandbox, guest, show) for guest in guests[:-1]]
        await asyncio.gather(*buying)
        late = asyncio.create_task(_takes_a_place(sandbox, guests[-1], show))
        await _killed(portal, data)
    async with running("run", home=tmp_path, environment=environment):
        await shows(sandbox, guests[-1], "Show this picture at the door")
        await late
        async with _owner_of(data) as owner:
            assert await owner.value("SELECT count(*) FROM tickets") == len(guests)
            assert await counters_agree(owner)


async def test_the_demo_leaves_nothing_behind_and_starts_again(tmp_path: Path, data: Path) -> None:
    environment = {"DATA_DIR": str(data)}
    for _ in range(2):
        words = ["demo", "--port", str(free_port())]
        on = "The fashion week is on"
        async with running(*words, home=tmp_path, environment=environment, until=on) as demo:
            await _killed(demo, data)
            assert "Traceback" not in demo.text
