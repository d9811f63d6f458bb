"""The sandbox as a web application: Bot API, /client, and the chat page."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from aiohttp import web

from bot.sandbox import api, stripe
from bot.sandbox.api import SANDBOX
from bot.sandbox.client.guard import Handler, guard
from bot.sandbox.client.routes import add_routes as add_client_routes
from bot.sandbox.files import FILE_LIMIT
from bot.sandbox.model import JSON, BotAccount, Person
from bot.sandbox.sandbox import Bot, Patience, Sandbox
from bot.sandbox.steps import Action, Sign, Step

__all__ = ["BotAccount", "Patience", "Person", "Sign", "Step", "make_app", "run"]

_PAGE = Path(__file__).with_name("page")
_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".json": "application/json",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


def make_app(
    state: Path,
    bots: Sequence[BotAccount],
    *,
    people: Sequence[Person] = (),
    patience: Patience | None = None,
    page: Path = _PAGE,
    steps: Sequence[Step] = (),
    actions: Mapping[str, Action] | None = None,
) -> web.Application:
    """The application.

    `state`: a folder of its own, made if need be, where everything is kept over restarts.
    `people` are put into it (changed if they are there). `page`: the chat page's folder.
    `steps` are what the page offers to try, `actions` the buttons that steps name.
    """

    async def run_reply(bot: Bot, reply: JSON) -> None:
        await api.run_reply(sandbox, bot, reply)

    sandbox = Sandbox(state, bots, people, patience or Patience(), run_reply, steps, actions)
    app = web.Application(client_max_size=FILE_LIMIT + 1024 * 1024, middlewares=[_headers, guard])
    app[SANDBOX] = sandbox
    api.add_routes(app)
    stripe.add_routes(app)
    add_client_routes(app)
    _add_page(app, page)
    app.cleanup_ctx.append(_life)
    app.on_shutdown.append(_release)
    return app


async def run(app: web.Application, host: str = "127.0.0.1", port: int = 8080) -> None:
    """Serve until cancelled. `port` 0 takes a free one. OSError if the port is in use."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


async def _life(app: web.Application) -> AsyncIterator[None]:
    app[SANDBOX].start()
    yield
    await app[SANDBOX].stop()


async def _release(app: web.Application) -> None:
    app[SANDBOX].release()


@web.middleware
async def _headers(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        response = await handler(request)
    except web.HTTPNotFound:
        return _not_found()
    # What is answered is kept: written before the answer leaves, so a kill cannot come between.
    request.app[SANDBOX].world.flush()
    if not response.prepared:
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response


def _not_found() -> web.Response:
    return web.json_response(
        {"ok": False, "error_code": 404, "description": "Not Found"}, status=404
    )


def _page_file(page: Path, name: str) -> bytes | None:
    path = (page / name).resolve()
    if not path.is_relative_to(page.resolve()) or not path.is_file():
        return None
    return path.read_bytes()


def _add_page(app: web.Application, page: Path) -> None:
    """The page's files by name, read at each request: an edited page needs no restart."""

    async def show(request: web.Request) -> web.Response:
        name = request.match_info.get("name") or "index.html"
        kind = _TYPES.get(PurePosixPath(name).suffix)
        data = await asyncio.to_thread(_page_file, page, name) if kind else None
        if kind is None or data is None:
            return _not_found()
        return web.Response(
            body=data,
            content_type=kind,
            charset="utf-8" if kind.startswith("text/") else None,
            headers={"Cache-Control": "no-store", "Content-Security-Policy": _POLICY},
        )

    app.router.add_get("/", show)
    app.router.add_get(r"/{name:(?!client/)[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*}", show)
