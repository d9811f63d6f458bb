"""The whole portal with everything on other machines: each conversation is encrypted."""

import asyncio
import ssl
from pathlib import Path

import aiohttp
import pytest
from redis.asyncio import Redis
from yarl import URL

from storage.embedded import Servers
from tests.console.commands import running_main
from tests.portal_fixtures import TOKEN, Sandbox
from tests.signing import KEY
from tests.storage.database_fixtures import Scratch
from tests.transit.authority import Authority, Certificate
from tests.transit.conftest import Open
from tests.transit.front import REMOTE, front
from tests.transit.test_postgres import address as database_address
from tests.transit.test_postgres import verified
from tests.transit.test_redis import address as cache_address


async def ready(url: str, authority: Authority) -> None:
    """Return when everything is well; that is announced to nobody."""
    trust = ssl.create_default_context(cafile=authority.root)
    async with aiohttp.ClientSession() as http:
        while True:
            async with http.get(url, ssl=trust) as answer:
                if (await answer.json())["ready"]:
                    return


@pytest.mark.timeout(240)
async def test_a_guest_is_welcomed_through_four_encrypted_doors(
    database: Scratch,
    valkey: Servers,
    redis: Redis,
    sandbox: Sandbox,
    authority: Authority,
    good: Certificate,
    open_postgres: Open,
    open_valkey: Open,
    tmp_path: Path,
):
    telegram = front(URL(sandbox.url).port or 0, good)
    with open_postgres(good) as store, open_valkey(good) as cache, telegram as chat:
        values = {
            "BOT_TOKEN": TOKEN,
            "MASTER_KEY": KEY.hex(),
            "DATABASE_URL": database_address(
                store, database.servers, verified(authority), of=database.name
            ),
            "REDIS_URL": cache_address(valkey, cache, "rediss", ssl_ca_certs=str(authority.root)),
            "TELEGRAM_API_URL": f"https://{REMOTE}:{chat.port}",
            "SSL_CERT_FILE": str(authority.root),
            "HTTP_TLS_CERT": str(good.certificate),
            "HTTP_TLS_KEY": str(good.key),
        }
        with running_main("run", cwd=tmp_path, **values) as portal:
            line = await asyncio.to_thread(portal.until, "http is open")
            port = line.partition("port=")[2].split()[0]
            guest = await sandbox.guest("Giulia Conti")
            async with asyncio.timeout(60), sandbox.changed:
                await guest.start()
                while not any(each["from"]["is_bot"] for each in await guest.messages()):
                    await sandbox.changed.wait()
            async with asyncio.timeout(60):
                await ready(f"https://{REMOTE}:{port}/ready", authority)
            assert await asyncio.to_thread(portal.end) == 0
    for door in (store, cache, chat):
        assert door.heard
