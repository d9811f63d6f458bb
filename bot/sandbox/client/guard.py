"""Who may use /client: programs and pages on this machine, not pages of other sites."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

import orjson
from aiohttp import web

from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def reply(data: JSON, status: int = 200) -> web.Response:
    """A JSON answer."""
    return web.Response(
        status=status,
        body=orjson.dumps(data),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what a foreign page could send here, and turn refusals into JSON.

    The Host check defeats DNS rebinding, the Origin check forms and scripts of other sites.
    """
    if not request.path.startswith("/client"):
        return await handler(request)
    if not _local(request.host):
        return reply({"error": "Use a loopback address, such as http://127.0.0.1."}, 403)
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return reply({"error": "Requests of other sites are refused."}, 403)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return reply({"error": "Requests of other sites are refused."}, 403)
    try:
        return await handler(request)
    except ClientError as error:
        return reply({"error": error.sentence}, error.status)
    except web.HTTPNotFound:
        return reply({"error": "There is no such address; GET /client/ lists them."}, 404)
    except web.HTTPMethodNotAllowed as error:
        allowed = ", ".join(sorted(error.allowed_methods))
        return reply({"error": f"This address takes {allowed}."}, 405)
    except web.HTTPRequestEntityTooLarge:
        return reply({"error": "That is more than 50 MB."}, 413)


def _local(host: str) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if name is None:
        return False
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


async def body(request: web.Request) -> JSON:
    """The request's JSON object; {} if there is none. Raises ClientError."""
    raw = await request.read()
    if not raw.strip():
        return {}
    try:
        parsed = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise ClientError("The body is a JSON object.") from error
    if not isinstance(parsed, dict):
        raise ClientError("The body is a JSON object.")
    return parsed


def text_of(data: JSON, name: str, *, longest: int = 4096) -> str:
    """A text of the body. Raises ClientError if it is missing, empty or too long."""
    value = data.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ClientError(f"{name} is a text.")
    if len(value) > longest:
        raise ClientError(f"{name} has at most {longest} characters.")
    return value


def number_of(data: JSON, name: str) -> int:
    """An integer of the body. Raises ClientError."""
    value = data.get(name)
    if type(value) is not int:
        raise ClientError(f"{name} is a whole number.")
    return value
