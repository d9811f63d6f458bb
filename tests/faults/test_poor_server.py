"""Other Bot API servers that know fewer methods: the portal makes do with what there is."""

from pathlib import Path

import pytest

from bot.callbacks.buying import Pay
from bot.callbacks.finding import ShowEvent
from tests.factories import MadeEvent, Owner
from tests.faults.crowd import wish
from tests.faults.poor_server import LEAST, TOKEN, poor_server
from tests.faults.process import running
from tests.storage.database_fixtures import Scratch

pytestmark = [pytest.mark.timeout(300), pytest.mark.chaos]  # processes start and start again


@pytest.mark.parametrize("plain", [False, pytest.param(True, marks=pytest.mark.chaos)])
async def test_the_portal_runs_with_four_methods(
    plain: bool,
    tmp_path: Path,
    database: Scratch,
    environment: dict[str, str],
    show: MadeEvent,
    owner: Owner,
) -> None:
    async with poor_server(LEAST, plain=plain) as server:
        surroundings = environment | {
            "TELEGRAM_API_URL": server.url,
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": database.dsn(),
            "WEBHOOK_URL": "http://127.0.0.1:1/",
        }
        async with running("run", home=tmp_path, environment=surroundings) as portal:
            await server.says("/start")
            menu = await server.hears("Good to see you")
            await server.says("/events")
            await server.hears("Velvet Hour")
            await server.taps(menu, ShowEvent(event=show.id).pack())
            await server.hears("An evening of velvet")
            await server.taps(menu, wish(show))
            await server.hears("Something went wrong")  # the places are held, the bill is lacking
            order = await owner.value("SELECT id FROM orders WHERE status = 'pending'")
            await server.taps(menu, Pay(order=order).pack())
            await server.says("/help")
            await server.hears("/support")
            portal.tell()
            assert await portal.ended() == 0
        assert "Traceback" not in portal.text
        for method in ("setWebhook", "deleteWebhook", "setMyCommands", "sendInvoice"):
            assert server.lacked[method]
            lines = [line for line in portal.log if "lacks a method" in line and method in line]
            assert len(lines) == 1, portal.text
    assert await owner.value("SELECT count(*) FROM quarantined_updates") == 0
