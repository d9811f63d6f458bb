"""The web pages of a portal, and browsers that look at them over real HTTP."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from uuid import UUID

import aiohttp
from argon2 import PasswordHasher

from bot.http import Network, listen, make_http
from bot.web.address import ROOT
from bot.web.site import Site, make_site
from storage.database import Database
from storage.security.passwords import Passwords
from tests.factories import Owner
from tests.guest import said
from tests.portal_fixtures import Portal
from tests.visitor import Visitor

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""Hashes that cost next to nothing."""

GOOD = "violet tram over Milano"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
    " Gecko) Version/19.0 Mobile/15E148 Safari/604.1"
)


@dataclass
class Answer:
    """What a page answered."""

    status: int
    text: str
    headers: Any
    url: str

    @property
    def title(self) -> str:
        """The heading of the page."""
        found = re.search(r"<h1>(.*?)</h1>", self.text, re.DOTALL)
        return found.group(1) if found else ""


@dataclass
class Browser:
    """A browser with its own cookies."""

    http: aiohttp.ClientSession
    base: str
    agent: str = PHONE
    ip: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    async def _ask(self, method: str, url: str, **options: Any) -> Answer:
        headers = {"User-Agent": self.agent, "Cookie": self._jar()} | options.pop("headers", {})
        if self.ip:
            headers["X-Forwarded-For"] = self.ip
        url = url if url.startswith("http") else f"{self.base}{url}"
        async with self.http.request(
            method, url, headers=headers, allow_redirects=False, **options
        ) as answer:
            for line in answer.headers.getall("Set-Cookie", []):
                for name, morsel in SimpleCookie(line).items():
                    self.cookies[name] = morsel.value
            page = Answer(answer.status, await answer.text(), answer.headers, str(answer.url))
        if page.status == 303:
            return await self._ask("GET", page.headers["Location"])
        return page

    def _jar(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items() if value)

    async def opens(self, url: str) -> Answer:
        """The page at an address, as far as it leads."""
        return await self._ask("GET", url)

    async def sends(self, url: str, *, origin: str | None = None, **typed: str) -> Answer:
        """The page after a form."""
        headers = {"Origin": self.base if origin is None else origin}
        return await self._ask("POST", url, data=typed, headers=headers)

    async def signs_in(self, email: str, password: str) -> Answer:
        """The page after address and password."""
        return await self.sends("/web/sign-in", email=email, password=password)

    async def is_in(self) -> bool:
        """Whether the home page knows who looks."""
        return "Where you are signed in" in (await self.opens("/web/")).text


@dataclass
class Pages:
    """The web pages of a portal."""

    portal: Portal
    url: str
    http: aiohttp.ClientSession

    def browser(self, **about: str) -> Browser:
        """A new one."""
        return Browser(self.http, self.url, **about)


@asynccontextmanager
async def open_pages(
    portal: Portal,
    *,
    db: Database | None = None,
    proxies: tuple[Network, ...] = (),
    hasher: PasswordHasher = QUICK,
) -> AsyncIterator[Pages]:
    """The pages until the block ends; the portal's chat knows where they are."""
    address = portal.desk.web
    site = Site(db or portal.db, address, proxies, Passwords(hasher))
    app = make_http([], pages={ROOT: make_site(site)})
    listener = await listen(app, "127.0.0.1", 0, setting="HTTP_PORT", drain=1)
    address.url = f"http://127.0.0.1:{listener.port}"
    address.chat = "https://t.me/fashionista_test_bot"
    try:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
            yield Pages(portal, address.url, http)
    finally:
        await listener.close()


def link_in(message: dict[str, Any]) -> str:
    """The address that a message's first button opens."""
    for row in message["inline_keyboard"]:
        for each in row:
            if each.get("url"):
                return str(each["url"])
    raise AssertionError(said(message))


async def asks_for_link(visitor: Visitor, label: str = "Sign in on another device") -> str:
    """The address of a fresh link."""
    await visitor.says("/devices")
    return link_in(await visitor.taps(label))


async def gives_address(portal: Portal, owner: Owner, visitor: Visitor, email: str) -> UUID:
    """A confirmed address of somebody."""
    person = await portal.user_id(owner, visitor.guest)
    vault = portal.db.vault
    assert vault is not None
    sealed = await vault.seal(person, "users", "email", person, email)
    index = await vault.blind("users", "email", email.casefold())
    await owner.connection.execute(
        "UPDATE users SET email = $2, email_index = $3, email_mask = 'x' WHERE id = $1",
        person,
        sealed,
        index,
    )
    return person


async def sets_password(pages: Pages, visitor: Visitor, password: str = GOOD) -> Answer:
    """The page after somebody has chosen a password."""
    await visitor.says("/devices")
    label = next(
        each
        for row in (await visitor.guest.screen())["inline_keyboard"]
        for each in (button["text"] for button in row)
        if each in {"Set a password", "New password"}
    )
    url = link_in(await visitor.taps(label))
    return await pages.browser().sends(url, password=password, again=password)
