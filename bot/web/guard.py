"""What every web page keeps: who may ask, what browsers may do with it, what an error says."""

from collections.abc import Sequence
from ipaddress import ip_address

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.http import Handler, Network, is_in
from bot.texts import LOCALES, Texts
from bot.web.address import WebAddress
from bot.web.pages import Page, render
from domain.sessions import Place
from storage.errors import StorageError

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    # Not `no-referrer`: browsers then keep the origin of a form to themselves, which we ask for.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex",
}
_STRICT = "max-age=31536000"
_LARGEST_FORM = 8 * 1024
_DAYS_30 = 30 * 24 * 3600
_log = structlog.get_logger(__name__)


def careful(address: WebAddress, *, anywhere: bool = False) -> Middleware:
    """Gives every answer its headers, lets forms come from our own pages alone unless `anywhere`,
    and says an error in one sentence. The path is never logged: it may be a link."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            answer = await _answer(request, handler, None if anywhere else address.origin)
        except web.HTTPRedirection as way:
            answer = way
        except web.HTTPException as error:
            answer = _sorry(request, address, error.status)
        except StorageError as error:
            _log.warning("a web page cannot be answered now", why=type(error).__name__)
            answer = _sorry(request, address, 503)
        except Exception as error:  # said without its message, which may repeat what was typed
            _log.error("a web page failed", why=type(error).__name__, at=_where(error))
            answer = _sorry(request, address, 500)
        answer.headers.update(_HEADERS)
        if address.is_secure:
            answer.headers["Strict-Transport-Security"] = _STRICT
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    return guard


async def _answer(
    request: web.Request, handler: Handler, origin: str | None
) -> web.StreamResponse:
    if request.method == "POST":
        if origin is not None and request.headers.get("Origin") != origin:
            raise web.HTTPForbidden
        if (request.content_length or 0) > _LARGEST_FORM:
            raise web.HTTPRequestEntityTooLarge(_LARGEST_FORM, request.content_length or 0)
    return await handler(request)


def _sorry(request: web.Request, address: WebAddress, status: int) -> web.Response:
    t = spoken(request)
    match status:
        case 403:
            words = t.plain("web-elsewhere")
        case 404 | 405:
            words = t.plain("web-no-page")
        case 503:
            words = t.plain("web-busy")
        case _:
            words = t.plain("web-failed")
    page = Page(t.plain("web-sorry"), (words,), chat=True)
    return render(t, page, address, status=status)


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}"


def spoken(request: web.Request, locale: str | None = None) -> Texts:
    """The texts in a person's language; in their browser's where that is not known."""
    if locale:
        return Texts(locale)
    for part in request.headers.get("Accept-Language", "").split(","):
        short = part.partition(";")[0].strip().partition("-")[0].lower()
        if short in LOCALES:
            return Texts(short)
    return Texts(LOCALES[0])


def place_of(request: web.Request, proxies: Sequence[Network]) -> Place:
    """Where a browser is. Behind our own proxies, who they saw: of `X-Forwarded-For` only what one
    of them has added counts, which is read from the right. Of this machine nothing is known."""
    seen = [request.remote or ""]
    for line in reversed(request.headers.getall("X-Forwarded-For", [])):
        seen += reversed([part.strip() for part in line.split(",")])
    for each in seen:
        if not proxies or not is_in(each, proxies):
            break
    else:
        each = ""
    return Place(_known(each), request.headers.get("User-Agent", ""))


def _known(text: str) -> str | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None) or address
    return None if mapped.is_loopback else str(mapped)


def token_of(request: web.Request, address: WebAddress) -> str | None:
    """The session's token that a browser brings."""
    return request.cookies.get(_cookie(address)) or None


def keep_token(answer: web.Response, address: WebAddress, token: str) -> None:
    """Let the browser keep a token; how long it counts is for the database to say."""
    _set(answer, address, token, _DAYS_30)


def drop_token(answer: web.Response, address: WebAddress) -> None:
    """Let the browser forget its token."""
    _set(answer, address, "", 0)


def _set(answer: web.Response, address: WebAddress, token: str, seconds: int) -> None:
    answer.set_cookie(
        _cookie(address),
        token,
        path="/",
        max_age=seconds,
        httponly=True,
        secure=address.is_secure,
        samesite="Lax",
    )


def _cookie(address: WebAddress) -> str:
    """Only HTTPS may set the name that browsers guard; without it there is this machine alone."""
    return "__Host-portal" if address.is_secure else "portal"
