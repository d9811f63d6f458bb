"""What the web pages make of passwords, browsers, places and addresses."""

import asyncio
from ipaddress import ip_network

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from argon2 import PasswordHasher

from bot.texts import Texts
from bot.web.address import WebAddress
from bot.web.agents import device_name
from bot.web.guard import keep_token, place_of
from domain import passwords
from domain.errors import PasswordCommon, PasswordOwn, PasswordTooLong, PasswordTooShort
from storage.enums import WebPurpose
from storage.security.masks import HIDDEN, of_address
from storage.security.passwords import Passwords

OWN = ("ada.king@example.org", "Ada King", "Settimana Aperta")


@pytest.mark.parametrize(
    ("password", "error"),
    [
        ("eleven char", PasswordTooShort),
        ("é" * 11, PasswordTooShort),
        ("x" * 129, PasswordTooLong),
        ("ADA.king@Example.org", PasswordOwn),
        ("password1234", PasswordCommon),
        ("Passw0rd!Passw0rd!", PasswordCommon),
        ("qwertyuiop123", PasswordCommon),
        ("aaaaaaaaaaaaaaaa", PasswordCommon),
        ("ada.kingexample", PasswordCommon),
        ("settimana aperta", PasswordOwn),
        ("Settimana Aperta 1", PasswordCommon),
        ("Fashionista Portal", PasswordCommon),
    ],
)
async def test_what_is_guessed_first_is_refused(password: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        await passwords.require_good(password, own=OWN)


@pytest.mark.parametrize(
    "password",
    [
        "violet tram over Milano",
        "ombrello di pizzo 7 e tè",
        "kQ7vZp2mWx9a",
        "🪡" * 3 + "seta rossa 41",
    ],
)
async def test_a_few_own_words_do(password: str) -> None:
    await passwords.require_good(passwords.canonical(password), own=OWN)


def test_a_password_is_the_same_from_every_keyboard() -> None:
    assert passwords.canonical("caffe\u0301 nero") == passwords.canonical("caff\u00e9 nero")


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("(iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1", "Safari on iPhone"),
        ("(Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("(Linux; Android 16) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("(Macintosh; Intel Mac OS X 10_15) Firefox/140.0", "Firefox on Mac"),
        ("curl/8.5", "A browser"),
        (None, "A browser"),
    ],
)  # fmt: skip
def test_a_browser_has_a_name(agent: str | None, name: str) -> None:
    assert device_name(Texts("en"), agent) == name


@pytest.mark.parametrize(
    ("peer", "forwarded", "place"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "8.8.8.8", "203.0.113.9"),
        ("10.0.0.5", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.5", "8.8.8.8, 198.51.100.7", "198.51.100.7"),
        ("10.0.0.5", "8.8.8.8, 198.51.100.7, 10.0.0.6", "198.51.100.7"),
        ("10.0.0.5", "nonsense", None),
        ("10.0.0.5", "", None),
        ("::ffff:10.0.0.5", "2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", "", None),
    ],
)
def test_a_place_is_what_our_own_proxy_saw(peer: str, forwarded: str, place: str | None) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = make_mocked_request("GET", "/web/", headers=headers).clone(remote=peer)
    assert place_of(request, (ip_network("10.0.0.0/24"),)).ip == place


def test_without_proxies_nobody_is_believed() -> None:
    headers = {"X-Forwarded-For": "8.8.8.8"}
    request = make_mocked_request("GET", "/web/", headers=headers).clone(remote="203.0.113.9")
    assert place_of(request, ()).ip == "203.0.113.9"


@pytest.mark.parametrize(
    ("ip", "mask"),
    [("93.45.6.7", "93.45.•.•"), ("2a01:e0a:1:2::3", "2a01:e0a:•"), ("x", HIDDEN)],
)
def test_a_network_address_is_shown_by_half(ip: str, mask: str) -> None:
    assert of_address(ip) == mask


def test_links_stand_below_the_public_address() -> None:
    address = WebAddress("https://example.org/portal")
    assert address.link(WebPurpose.SIGN_IN, "s") == "https://example.org/portal/web/link/s"
    assert address.path("/sign-in") == "/portal/web/sign-in"
    assert (address.origin, address.is_secure) == ("https://example.org", True)


@pytest.mark.parametrize(
    ("url", "name", "is_secure"),
    [("https://example.org", "__Host-portal", True), ("http://127.0.0.1:8081", "portal", False)],
)
def test_a_token_is_kept_where_only_we_read_it(url: str, name: str, is_secure: bool) -> None:
    answer = web.Response()
    keep_token(answer, WebAddress(url), "token")
    [cookie] = answer.cookies.values()
    assert (cookie.key, bool(cookie["secure"])) == (name, is_secure)
    assert (cookie["path"], cookie["domain"], cookie["samesite"]) == ("/", "", "Lax")
    assert cookie["httponly"]


async def test_who_comes_when_many_wait_is_asked_to_come_later() -> None:
    passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    waiting = asyncio.gather(*(passwords.is_right("x", None) for _ in range(30)))
    await asyncio.sleep(0)
    assert passwords.is_busy
    assert not any(await waiting)
    assert not passwords.is_busy
