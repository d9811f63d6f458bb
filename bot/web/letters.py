"""The page behind a letter's way out: a GET asks, a POST ends the letters, by a person or by their
mail program (RFC 8058). Nobody signs in, and twice is once."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.texts import Texts
from bot.web import guard
from bot.web.address import WebAddress
from bot.web.pages import Form, Page, render
from domain import consents
from domain.sessions import WEB
from storage.database import Database, Tx
from storage.security.opt_outs import OptOut, OptOuts

_Ask = Callable[[Tx, OptOut], Awaitable[bool]]


def make_letters(db: Database, address: WebAddress, links: OptOuts) -> web.Application:
    """The application of the page, to be mounted at `bot.web.address.LETTERS`."""
    # A mail program is no page of ours and sends no origin: the link itself is the permission.
    app = web.Application(middlewares=[guard.careful(address, anywhere=True)])
    page = _Page(db, address, links)
    app.router.add_get("/{token}", page.ask)
    app.router.add_post("/{token}", page.end)
    return app


class _Page:
    def __init__(self, db: Database, address: WebAddress, links: OptOuts) -> None:
        self._db = db
        self._address = address
        self._links = links

    async def ask(self, request: web.Request) -> web.StreamResponse:
        """One button; nothing is changed by looking."""
        t = guard.spoken(request)

        async def gets(tx: Tx, link: OptOut) -> bool:
            return await consents.gets_letters(tx.session, person=link.person, sign=link.sign)

        if not await self._holds(request, gets):
            return self._over(t)
        form = Form(t.plain("web-letters-button"))
        words = (t.plain("web-letters-words"),)
        return render(t, Page(t.plain("web-letters"), words, form=form), self._address)

    async def end(self, request: web.Request) -> web.StreamResponse:
        """No more letters with news, from now on."""
        t = guard.spoken(request)

        async def stop(tx: Tx, link: OptOut) -> bool:
            return await consents.stop_letters(
                tx.session, person=link.person, sign=link.sign, now=tx.now
            )

        if not await self._holds(request, stop, writes=True):
            return self._over(t)
        words = (t.plain("web-letters-ended-words"),)
        page = Page(t.plain("web-letters-ended"), words, chat=True)
        return render(t, page, self._address)

    async def _holds(self, request: web.Request, ask: _Ask, *, writes: bool = False) -> bool:
        link = self._links.read(request.match_info["token"])
        if link is None:
            return False
        way = self._db.begin if writes else self._db.read
        async with way(WEB) as tx:
            return await ask(tx, link)

    def _over(self, t: Texts) -> web.Response:
        words = (t.plain("web-letters-over"),)
        page = Page(t.plain("web-sorry"), words, chat=True)
        return render(t, page, self._address, status=404)
