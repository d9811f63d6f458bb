"""The way in from the world: under a certificate, or from a proxy that has been named."""

import ssl
from collections.abc import Awaitable, Callable
from ipaddress import ip_network
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from cryptography.hazmat.primitives import serialization

from bot.certificate import server_tls, trust_in
from bot.console.doctor import examine
from bot.http import listen, make_http
from bot.settings import read_settings
from storage.errors import Misconfigured
from tests.console.commands import run_main
from tests.transit.authority import DAY, Authority, Certificate
from tests.transit.front import REMOTE

TOKEN = "7712345678:AAF-abcdefghijklmnopqrstuvwxyz012345"


async def health(url: str, trust: ssl.SSLContext) -> str:
    async with aiohttp.ClientSession() as http, http.get(f"{url}/health", ssl=trust) as answer:
        return await answer.text()


async def test_https_and_nothing_else(authority: Authority, good: Certificate):
    tls = server_tls(good.certificate, good.key)
    listener = await listen(make_http([]), "127.0.0.1", 0, setting="HTTP_PORT", tls=tls)
    place = f"{REMOTE}:{listener.port}"
    trusting = ssl.create_default_context(cafile=authority.root)
    assert await health(f"https://{place}", trusting) == "ok\n"
    assert await health(f"https://127.0.0.1:{listener.port}", trust_in(good.certificate)) == "ok\n"
    other = trust_in(authority.certificate(REMOTE).certificate)
    with pytest.raises(aiohttp.ClientConnectorCertificateError):
        await health(f"https://{place}", other)
    with pytest.raises(aiohttp.ClientError):
        await health(f"http://{place}", trusting)
    await listener.close()


async def test_no_older_tls_than_1_2(good: Certificate):
    tls = server_tls(good.certificate, good.key)
    assert tls.minimum_version == ssl.TLSVersion.TLSv1_2


def wrong_files(authority: Authority, good: Certificate, tmp_path: Path) -> list[Certificate]:
    """Every pair that the HTTP side cannot answer with."""
    letters, locked = tmp_path / "letters.pem", tmp_path / "locked.pem"
    letters.write_text("dear")
    key = serialization.load_pem_private_key(good.key.read_bytes(), None)
    locked.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"sesame"),
        )
    )
    return [
        authority.certificate(REMOTE, until=-DAY),
        authority.certificate(REMOTE, since=DAY, until=2 * DAY),
        Certificate(good.certificate, authority.certificate(REMOTE).key),
        Certificate(good.certificate, locked),
        Certificate(good.certificate, letters),
        Certificate(letters, good.key),
        Certificate(tmp_path / "gone.pem", good.key),
        Certificate(good.certificate, tmp_path / "gone.pem"),
    ]


def test_a_pair_that_cannot_be_used_is_named(
    authority: Authority, good: Certificate, tmp_path: Path
):
    server_tls(good.certificate, good.key)
    said = set()
    for pair in wrong_files(authority, good, tmp_path):
        with pytest.raises(Misconfigured, match=r"HTTP_TLS_(CERT|KEY)") as refused:
            server_tls(pair.certificate, pair.key)
        assert str(refused.value).endswith(".")
        assert "\n" not in str(refused.value)
        said.add(str(refused.value))
    assert len(said) == 8


def test_an_expired_certificate_ends_the_start_and_the_doctor_says_it(
    authority: Authority, tmp_path: Path
):
    old = authority.certificate(REMOTE, until=-DAY)
    names = {"HTTP_TLS_CERT": str(old.certificate), "HTTP_TLS_KEY": str(old.key)}
    ended = run_main("run", cwd=tmp_path, BOT_TOKEN=TOKEN, **names)
    assert ended.returncode == 1
    assert ended.stderr.startswith("The certificate in HTTP_TLS_CERT expired on ")
    assert len(ended.stderr.splitlines()) == 1
    assert not (tmp_path / "var").exists()
    for until, state in ((DAY, "remark"), (30 * DAY, "ok"), (-DAY, "wrong")):
        pair = authority.certificate(REMOTE, until=until)
        settings = read_settings(
            http_tls_cert=pair.certificate, http_tls_key=pair.key, http_port=0, data_dir=tmp_path
        )
        found = {each.about: each for each in examine(lambda settings=settings: settings)}
        assert found["certificate"].state == state


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.mark.parametrize(
    ("peer", "status"),
    [
        ("10.0.0.5", 200),
        ("10.1.9.9", 200),
        ("::ffff:10.0.0.5", 200),
        ("127.0.0.1", 200),
        ("::1", 200),
        ("10.0.0.6", 403),
        ("192.0.2.1", 403),
        ("2001:db8::1", 403),
        ("fe80::1%eth0", 403),
        ("", 403),
    ],
)
async def test_only_who_is_named_is_answered(peer: str, status: int):
    @web.middleware
    async def from_peer(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await handler(request.clone(remote=peer))

    app = make_http([], only_from=[ip_network("10.0.0.5"), ip_network("10.1.0.0/16")])
    app.middlewares.insert(0, from_peer)
    listener = await listen(app, "127.0.0.1", 0, setting="HTTP_PORT")
    url = f"http://127.0.0.1:{listener.port}"
    forged = {"X-Forwarded-For": "10.0.0.5", "Forwarded": "for=10.0.0.5"}
    async with aiohttp.ClientSession(headers=forged) as http:
        for path in ("/health", "/metrics", "/nowhere"):
            async with http.get(f"{url}{path}") as answer:
                assert answer.status == (404 if path == "/nowhere" and status == 200 else status)
    await listener.close()
