"""The HTTP side of a process: is it alive, is it ready, how is it doing, and the webhook."""

import asyncio
import os
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

import orjson
from aiohttp import web
from aiohttp.typedefs import Middleware
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

LARGEST_BODY = 1024 * 1024
"""Bytes of a request; more is refused with 413."""

WEBHOOK_PATH = "/telegram/updates"
_CHECK_SECONDS = 2.0
_DRAIN_SECONDS = 20.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Check:
    """Something readiness depends on. `ask` raises when it is not well.

    Without an `essential` part the process still serves: it is degraded, not out of order.
    `keeps` is for how many seconds a good answer stands.
    """

    name: str
    ask: Callable[[], Awaitable[object]]
    essential: bool = True
    keeps: float = 0.0


def make_http(
    checks: Sequence[Check],
    *,
    webhooks: Mapping[str, Handler] | None = None,
    registry: CollectorRegistry = REGISTRY,
    only_from: Sequence[Network] = (),
    pages: Mapping[str, web.Application] | None = None,
) -> web.Application:
    """The application: `/health`, `/ready`, `/metrics`, a POST handler for each path given, and
    whole applications below the paths of `pages`.

    With `only_from`, who is neither there nor on this machine gets 403.
    """
    guard = [_only_from(only_from)] if only_from else []
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=guard)
    readiness = _Readiness(checks)

    async def health(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def metrics(_: web.Request) -> web.Response:
        headers = {"Content-Type": CONTENT_TYPE_LATEST}
        return web.Response(body=generate_latest(registry), headers=headers)

    app.router.add_get("/health", health)
    app.router.add_get("/ready", readiness.answer)
    app.router.add_get("/metrics", metrics)
    for path, handler in (webhooks or {}).items():
        app.router.add_post(path, handler)
    for path, below in (pages or {}).items():
        app.add_subapp(path, below)
    return app


def _only_from(networks: Sequence[Network]) -> Middleware:
    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if is_in(request.remote or "", networks):
            return await handler(request)
        raise web.HTTPForbidden

    return guard


def is_in(peer: str, networks: Sequence[Network]) -> bool:
    """Whether a peer is in one of these networks, or on this machine."""
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_loopback or any(address in network for network in networks)


class _Readiness:
    def __init__(self, checks: Sequence[Check]) -> None:
        self._checks = checks
        self._good_until: dict[str, float] = {}

    async def answer(self, _: web.Request) -> web.Response:
        """200 when every essential check passes, else 503; what fails is named, not explained."""
        words = await asyncio.gather(*map(self._word, self._checks))
        pairs = list(zip(self._checks, words, strict=True))
        ready = all(word == "ok" for check, word in pairs if check.essential)
        content = {"ready": ready, "checks": {check.name: word for check, word in pairs}}
        return web.Response(
            body=orjson.dumps(content),
            status=200 if ready else 503,
            content_type="application/json",
        )

    async def _word(self, check: Check) -> str:
        now = time.monotonic()
        if self._good_until.get(check.name, 0.0) > now:
            return "ok"
        try:
            async with asyncio.timeout(_CHECK_SECONDS):
                await check.ask()
        except Exception as error:  # whatever it is, it is the answer
            return type(error).__name__
        self._good_until[check.name] = now + check.keeps
        return "ok"


class Listener:
    """A running HTTP server. `port` is the real one, also where 0 was asked for."""

    def __init__(self, runner: web.AppRunner, host: str, port: int) -> None:
        self._runner = runner
        self.host = host
        self.port = port

    async def close(self) -> None:
        """Take no more requests and finish those that are being answered."""
        await self._runner.cleanup()


@dataclass(eq=False)
class PortTaken(Exception):
    """Another process listens there, or we may not. `sentence` is for whoever starts us."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


def require_free_port(host: str, port: int, *, setting: str) -> None:
    """Raises `PortTaken` before anything slow is begun."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise _taken(host, port, setting, error) from None


def free_port(host: str) -> int:
    """A port that nobody listens on now, the same for a process that is started again."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


async def listen(
    app: web.Application,
    host: str,
    port: int,
    *,
    setting: str,
    drain: float = _DRAIN_SECONDS,
    tls: ssl.SSLContext | None = None,
) -> Listener:
    """Serve `app`, over HTTPS with `tls`; requests under way at the end get `drain` seconds.

    Raises `PortTaken`, whose sentence names `setting` as the way to mend it.
    """
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=drain)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port, ssl_context=tls).start()
    except OSError as error:
        await runner.cleanup()
        raise _taken(host, port, setting, error) from None
    real = runner.addresses[0][1] if runner.addresses else port
    return Listener(runner, host, int(real))


def _taken(host: str, port: int, setting: str, error: OSError) -> PortTaken:
    number = error.errno or 0  # asyncio wraps the reason in words; a name lookup's is negative
    reason = (os.strerror(number) if number > 0 else str(error.strerror)).lower()
    return PortTaken(
        f"Port {port} on {host} cannot be listened on ({reason}): stop what uses it, or choose"
        f" another with {setting}."
    )
