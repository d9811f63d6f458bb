"""The cache on another machine: verified TLS, or words that say otherwise, or nothing."""

from contextlib import AsyncExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from redis.exceptions import RedisError

from bot.console.doctor import examine
from bot.console.keeping import OwnKeys
from bot.console.premises import open_premises
from bot.console.stores import Stores
from bot.console.telegram import BotFacts
from bot.settings import SettingsError, read_settings
from storage.embedded import Servers
from storage.errors import Misconfigured
from storage.security.codes import TicketCodes
from storage.security.keys import MasterKey
from storage.security.opt_outs import OptOuts
from tests.keeping import VAULT
from tests.signing import KEY, SIGNER
from tests.transit.authority import Authority, Certificate
from tests.transit.conftest import Open
from tests.transit.front import REMOTE, Front

ME = BotFacts(id=1, username="portal_bot", name="Portal", inline=True)
OWN = OwnKeys(TicketCodes(KEY), SIGNER, OptOuts(KEY))


def address(valkey: Servers, door: Front, scheme: str, **words: str) -> str:
    login = urlsplit(valkey.redis_url or "").netloc
    said = "&".join(f"{name}={value}" for name, value in words.items())
    return f"{scheme}://{login}{REMOTE}:{door.port}/0?{said}"


async def enter(url: str, tmp_path: Path) -> None:
    """Use the cache of `url` as a serving process does."""
    settings = read_settings(redis_url=url)
    assert settings.redis_url is not None
    stores = Stores(tmp_path, settings.redis_url.get_secret_value(), None)
    async with AsyncExitStack() as closing:
        house = await open_premises(
            settings, stores, ME, MasterKey(KEY), VAULT, OWN, closing, chat=""
        )
        await house.redis.set("guest", "Giulia", ex=60)
        assert await house.redis.get("guest") == b"Giulia"


async def test_a_good_certificate(
    valkey: Servers, authority: Authority, good: Certificate, open_valkey: Open, tmp_path: Path
):
    with open_valkey(good) as door:
        await enter(address(valkey, door, "rediss", ssl_ca_certs=str(authority.root)), tmp_path)
    assert b"Giulia" in door.heard


async def test_who_cannot_prove_who_they_are_hears_nothing(
    valkey: Servers, authority: Authority, bad: Certificate, open_valkey: Open, tmp_path: Path
):
    with open_valkey(bad) as door:
        url = address(valkey, door, "rediss", ssl_ca_certs=str(authority.root))
        with pytest.raises(Misconfigured, match="Redis does not prove who it is") as refused:
            await enter(url, tmp_path)
    assert len(str(refused.value).splitlines()) == 1
    assert door.heard == b""


async def test_the_authorities_of_the_machine_do_not_know_ours(
    valkey: Servers, good: Certificate, open_valkey: Open, tmp_path: Path
):
    refused = pytest.raises(Misconfigured, match="ssl_ca_certs in REDIS_URL")
    with open_valkey(good) as door, refused:
        await enter(address(valkey, door, "rediss"), tmp_path)
    assert door.heard == b""


async def test_a_server_without_tls_hears_no_password(
    valkey: Servers, authority: Authority, open_valkey: Open, tmp_path: Path
):
    password = urlsplit(valkey.redis_url or "").password or "?"
    with open_valkey(None) as door, pytest.raises(RedisError):
        await enter(address(valkey, door, "rediss"), tmp_path)
    assert b"\x16\x03" in door.heard  # the wish for TLS, which Valkey does not understand
    assert password.encode() not in door.heard


async def test_in_clear_by_the_words_alone(valkey: Servers, open_valkey: Open, tmp_path: Path):
    with open_valkey(None) as door:
        await enter(address(valkey, door, "redis", sslmode="disable"), tmp_path)
        door.heard.clear()
        for words in ({}, {"sslmode": "prefer"}, {"ssl_cert_reqs": "none"}):
            with pytest.raises(SettingsError, match="REDIS_URL must begin with rediss://"):
                await enter(address(valkey, door, "redis", **words), tmp_path)
    assert door.heard == b""


def test_the_doctor_says_what_the_words_give_up(
    valkey: Servers, authority: Authority, open_valkey: Open, bad: Certificate, tmp_path: Path
):
    def transport(url: str) -> str:
        settings = read_settings(redis_url=url, data_dir=tmp_path, http_port=0)
        found = {each.about: each for each in examine(lambda: settings)}
        assert found["transport"].state == "remark"
        assert found["cache"].state == "ok", found["cache"]
        return found["transport"].says

    with open_valkey(None) as door:
        said = transport(address(valkey, door, "redis", sslmode="disable"))
        assert said == f"the connection to {REMOTE} is in clear"
    with open_valkey(bad) as door:
        said = transport(address(valkey, door, "rediss", ssl_cert_reqs="none"))
        assert said == f"the certificate of {REMOTE} is not looked at"
