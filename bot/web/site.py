"""The pages under `/web`: one-time links, signing in, one's own page.

A GET changes nothing: programs that look ahead at links use none of them up. What changes
something is a form that our own pages sent.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from aiohttp import web

from bot.http import Network
from bot.texts import Texts
from bot.web import guard, screens
from bot.web.address import WebAddress
from bot.web.pages import FILES, Page, render, send_file
from domain import passwords as rules
from domain import profiles, sessions
from domain.actors import Person
from domain.errors import (
    DomainError,
    LinkExpired,
    LinkUsed,
    NotAvailable,
    TooManyTries,
    WrongPassword,
)
from domain.sessions import WEB, LinkOwner, Place, Visitor
from storage.database import Database
from storage.enums import WebPurpose
from storage.errors import KeyDestroyed, Tampered
from storage.security.passwords import Passwords
from storage.security.unreadable import Unreadable

_LinkError = (LinkUsed, LinkExpired, NotAvailable)
_LONGEST_TYPED = 1000


@dataclass(frozen=True)
class Site:
    """What the pages work with. `proxies` are those in front of us, whose word counts for where
    somebody is."""

    db: Database
    address: WebAddress
    proxies: Sequence[Network] = ()
    passwords: Passwords = field(default_factory=Passwords)


def make_site(site: Site) -> web.Application:
    """The application of the pages, to be mounted at `bot.web.address.ROOT`."""
    app = web.Application(middlewares=[guard.careful(site.address)])
    pages = _Pages(site)
    app.router.add_get("/", pages.home)
    for name in FILES:
        app.router.add_get(f"/{name}", send_file)
    app.router.add_get("/sign-in", pages.sign_in)
    app.router.add_post("/sign-in", pages.try_password)
    app.router.add_get("/link/{secret}", pages.see_link)
    app.router.add_post("/link/{secret}", pages.use_link)
    app.router.add_get("/password/{secret}", pages.ask_password)
    app.router.add_post("/password/{secret}", pages.set_password)
    app.router.add_post("/sign-out", pages.sign_out)
    app.router.add_post("/devices/{id}/end", pages.end_device)
    app.router.add_post("/devices/end-others", pages.end_others)
    return app


class _Pages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self._db = site.db
        self._address = site.address

    async def home(self, request: web.Request) -> web.StreamResponse:
        """Who I am, where I work, where I am signed in."""
        visitor = await self._visitor(request)
        if visitor is None:
            return self._go("/sign-in")
        async with self._db.read(visitor.person) as tx:
            person = visitor.person.id
            me = await profiles.get(tx.session, person=person)
            work = await sessions.work_of(tx.session, person=person, now=tx.now)
            devices = await sessions.devices(tx.session, person=person, now=tx.now)
        t = guard.spoken(request, visitor.person.locale)
        page = screens.home(t, self._address, visitor, me, work, devices, tx.now)
        return self._page(t, page)

    async def sign_in(self, request: web.Request) -> web.StreamResponse:
        """The form for address and password."""
        if await self._visitor(request) is not None:
            return self._go("/")
        t = guard.spoken(request)
        return self._page(t, screens.sign_in(t))

    async def try_password(self, request: web.Request) -> web.StreamResponse:
        """Sign in. Whatever is wrong, the answer is the same and takes as long."""
        if self._site.passwords.is_busy:  # before anything is counted
            raise web.HTTPServiceUnavailable
        typed = await request.post()
        email = str(typed.get("email", ""))[:_LONGEST_TYPED]
        password = rules.canonical(str(typed.get("password", "")))[:_LONGEST_TYPED]
        t = guard.spoken(request)
        try:
            token = await self._checked(request, email, password)
        except (WrongPassword, TooManyTries) as error:
            status = 429 if isinstance(error, TooManyTries) else 403
            page = screens.sign_in(t, email=email, alert=screens.refusal(t, error))
            return self._page(t, page, status=status)
        return await self._signed_in(request, token)

    async def _checked(self, request: web.Request, email: str, password: str) -> str:
        place = self._place(request)
        async with self._db.begin(WEB) as tx:
            tried = await sessions.begin_sign_in(tx.session, email=email, place=place, now=tx.now)
        hashes = self._site.passwords
        if not await hashes.is_right(password, tried.kept):
            async with self._db.begin(WEB) as tx:
                await sessions.refuse_sign_in(tx.session, tried=tried, now=tx.now)
            raise WrongPassword
        newer = None
        if tried.kept is not None and hashes.is_outdated(tried.kept):
            newer = await hashes.hash(password)
        async with self._db.begin(WEB) as tx:
            return await sessions.sign_in(
                tx.session, tried=tried, newer=newer, place=place, now=tx.now
            )

    async def see_link(self, request: web.Request) -> web.StreamResponse:
        """A link from the chat: a button signs in."""
        return await self._with_link(request, WebPurpose.SIGN_IN, self._offer_sign_in)

    async def _offer_sign_in(
        self, request: web.Request, owner: LinkOwner, t: Texts
    ) -> web.StreamResponse:
        return self._page(t, screens.link(t))

    async def use_link(self, request: web.Request) -> web.StreamResponse:
        """Sign in by a link, once."""
        return await self._with_link(request, WebPurpose.SIGN_IN, self._sign_in_by_link)

    async def _sign_in_by_link(
        self, request: web.Request, owner: LinkOwner, t: Texts
    ) -> web.StreamResponse:
        async with self._db.begin(WEB) as tx:
            token = await sessions.sign_in_by_link(
                tx.session,
                secret=request.match_info["secret"],
                owner=owner,
                place=self._place(request),
                now=tx.now,
            )
        return await self._signed_in(request, token)

    async def ask_password(self, request: web.Request) -> web.StreamResponse:
        """The form for a password."""
        return await self._with_link(request, WebPurpose.PASSWORD, self._form_for_password)

    async def _form_for_password(
        self, request: web.Request, owner: LinkOwner, t: Texts
    ) -> web.StreamResponse:
        email, *_ = await self._names(owner)
        return self._page(t, screens.password(t, email=email))

    async def set_password(self, request: web.Request) -> web.StreamResponse:
        """Set it, if it is good; a link is used up by a good one only."""
        return await self._with_link(request, WebPurpose.PASSWORD, self._keep_password)

    async def _keep_password(
        self, request: web.Request, owner: LinkOwner, t: Texts
    ) -> web.StreamResponse:
        typed = await request.post()
        password, again = (
            rules.canonical(str(typed.get(name, "")))[:_LONGEST_TYPED]
            for name in ("password", "again")
        )
        email, *others = await self._names(owner)
        if password != again:
            page = screens.password(t, email=email, alert=t.plain("web-not-the-same"))
            return self._page(t, page, status=400)
        try:
            await rules.require_good(password, own=(email, *others, email.partition("@")[0]))
        except DomainError as error:
            page = screens.password(t, email=email, alert=screens.refusal(t, error))
            return self._page(t, page, status=400)
        hash = await self._site.passwords.hash(password)
        async with self._db.begin(WEB) as tx:
            await sessions.set_password(
                tx.session,
                secret=request.match_info["secret"],
                hash=hash,
                place=self._place(request),
                now=tx.now,
            )
        return self._page(t, screens.password_set(t, self._address))

    async def sign_out(self, request: web.Request) -> web.StreamResponse:
        """Out, on this device."""
        visitor = await self._visitor(request)
        if visitor is not None:
            await self._end(visitor, visitor.session_id)
        answer = self._go("/sign-in")
        guard.drop_token(answer, self._address)
        return answer

    async def end_device(self, request: web.Request) -> web.StreamResponse:
        """Out, on one other device."""
        visitor = await self._visitor(request)
        try:
            id = UUID(request.match_info["id"])
        except ValueError:
            raise web.HTTPNotFound from None
        if visitor is not None:
            await self._end(visitor, id)
        return self._go("/")

    async def end_others(self, request: web.Request) -> web.StreamResponse:
        """Out, everywhere but here."""
        visitor = await self._visitor(request)
        if visitor is not None:
            async with self._db.begin(visitor.person) as tx:
                await sessions.end_others(
                    tx.session, person=visitor.person.id, but=visitor.session_id
                )
        return self._go("/")

    async def _end(self, visitor: Visitor, id: UUID) -> None:
        async with self._db.begin(visitor.person) as tx:
            await sessions.end(tx.session, person=visitor.person.id, id=id)

    async def _with_link(
        self,
        request: web.Request,
        purpose: WebPurpose,
        go_on: Callable[[web.Request, LinkOwner, Texts], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        """Go on with whose link it is; one that works no more says so, in one sentence."""
        t = guard.spoken(request)
        try:
            async with self._db.read(WEB) as tx:
                owner = await sessions.look_at_link(
                    tx.session,
                    secret=request.match_info["secret"],
                    purpose=purpose,
                    now=tx.now,
                )
            t = guard.spoken(request, owner.locale)
            return await go_on(request, owner, t)
        except _LinkError as error:
            return self._page(t, screens.dead_link(t, error), status=410)

    async def _names(self, owner: LinkOwner) -> tuple[str, str, str]:
        """The address, the name and the house of a link's person, "" for what cannot be read."""
        person = Person(capacity="person", user_id=owner.user_id)
        try:
            async with self._db.read(person) as tx:
                me = await profiles.get(tx.session, person=owner.user_id)
        except (Tampered, KeyDestroyed):
            return "", "", ""
        return _readable(me.email), _readable(me.name), _readable(me.company)

    async def _signed_in(self, request: web.Request, token: str) -> web.Response:
        """Home, with a token that nobody had before; what this browser had is over."""
        before = await self._visitor(request)
        if before is not None:
            await self._end(before, before.session_id)
        answer = self._go("/")
        guard.keep_token(answer, self._address, token)
        return answer

    async def _visitor(self, request: web.Request) -> Visitor | None:
        token = guard.token_of(request, self._address)
        return None if token is None else await sessions.enter(self._db, token=token)

    def _place(self, request: web.Request) -> Place:
        return guard.place_of(request, self._site.proxies)

    def _page(self, t: Texts, page: Page, *, status: int = 200) -> web.Response:
        return render(t, page, self._address, status=status)

    def _go(self, rest: str) -> web.Response:
        return web.Response(status=303, headers={"Location": self._address.path(rest)})


def _readable(value: str | None) -> str:
    return "" if value is None or isinstance(value, Unreadable) else value
