"""Speaks to SMS gateways and social networks, each by its own address, with apprise.

apprise writes to its log what it sends and to whom; here every call has an ear of its own
instead, which keeps nothing but how the call ended.
"""

import asyncio
import logging
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from domain.services import Kind
from storage.transit import is_local

if TYPE_CHECKING:
    from apprise.plugins.base import NotifyBase

PHONE: Final = "{phone}"
"""Stands in the address of an SMS gateway where the number goes."""

_CONNECT_SECONDS = 4.0
_READ_SECONDS = 10.0
_LONGEST_SECONDS = 20.0
_ANSWER = re.compile(r"\berror=(\d{3})\b")
_NOT_THERE = re.compile(
    r"Failed to (establish a new connection|resolve)|NewConnectionError|ConnectTimeout"
    r"|NameResolutionError|Connection refused",
    re.IGNORECASE,
)
_SOME_NUMBER = "+33123456789"
_SERVERS = frozenset({"json", "xml", "form", "gotify", "ntfy", "mmost", "rocket", "matrix"})
"""Kinds of addresses that name a server of somebody's own, which can be looked for."""

_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class TextMessage:
    """A text for a phone; `to` is its number (E.164)."""

    to: str = field(repr=False)
    text: str = field(repr=False)


class GatewayError(Exception):
    """A call did not do what it was for. The words are ours: theirs may repeat what we sent.

    `server_works`: it answered, and the next call may fare better.
    """

    server_works = False


class GatewayRefused(GatewayError):
    """It answered, and will not take this."""

    server_works = True


class GatewayFailed(GatewayError):
    """Nothing arrived."""


class GatewayUncertain(GatewayError):
    """It may have arrived all the same."""


def require_address(kind: Kind, address: str) -> None:
    """Raises `ValueError` for what cannot be an address of this kind, and says what would be."""
    if kind is Kind.SMS and PHONE not in address:
        raise ValueError(f"an SMS gateway's address says where the number goes: {PHONE}")
    if kind is not Kind.SMS and PHONE in address:
        raise ValueError(f"{PHONE} is for SMS gateways alone")
    try:
        plugin = _plugin(_filled(address, _SOME_NUMBER))
    except GatewayFailed:
        raise ValueError("it is no address that apprise knows") from None
    host = str(plugin.host or "")
    if not plugin.secure and _scheme(address) in _names(plugin.protocol) and not is_local(host):
        raise ValueError(
            "it sends in clear: take the encrypted kind, whose name ends in s, such as jsons://"
        )


async def send(address: str, text: str, *, phone: str = "") -> None:
    """Send a text to whom `address` names, or by SMS to `phone` (E.164).

    Raises `GatewayRefused`, `GatewayFailed`, `GatewayUncertain`.
    """
    ear = _Ear()
    plugin = _plugin(_filled(address, phone))
    plugin.logger = ear
    plugin.socket_connect_timeout = _CONNECT_SECONDS
    plugin.socket_read_timeout = _READ_SECONDS
    try:
        async with asyncio.timeout(_LONGEST_SECONDS):
            went = await plugin.async_notify(body=text)
    except TimeoutError:
        raise GatewayUncertain("no answer in time") from None
    if not went:
        raise ear.ending()


async def reach(address: str) -> None:
    """See that the server of an address is there, where it names one. Raises `GatewayFailed`."""
    plugin = _plugin(_filled(address, _SOME_NUMBER))
    scheme = _scheme(address)
    if (scheme not in _SERVERS and scheme.removesuffix("s") not in _SERVERS) or not plugin.host:
        return
    port = plugin.port or (443 if plugin.secure else 80)
    try:
        async with asyncio.timeout(_CONNECT_SECONDS):
            _, writer = await asyncio.open_connection(str(plugin.host), int(port))
    except (OSError, TimeoutError) as error:
        raise GatewayFailed(type(error).__name__) from None
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


class _Ear(logging.Logger):
    """Hears one call, and remembers how it ended instead of what was said."""

    def __init__(self) -> None:
        super().__init__("a call", logging.DEBUG)
        self._answer = 0
        self._was_there = True

    def handle(self, record: logging.LogRecord) -> None:
        """Whatever is logged ends here."""
        said = record.getMessage()
        if found := _ANSWER.search(said):
            self._answer = int(found[1])
        if _NOT_THERE.search(said):
            self._was_there = False

    def ending(self) -> GatewayError:
        """How the call ended that did not go well."""
        match self._answer:
            case 0 if not self._was_there:
                return GatewayFailed("not there")
            case 0:
                return GatewayUncertain("no answer")
            case answer if answer == _TOO_MANY:
                return GatewayFailed(f"answer {answer}")
            case answer if answer < 500:  # theirs to say; a 5xx may come after it was passed on
                return GatewayRefused(f"answer {answer}")
            case answer:
                return GatewayUncertain(f"answer {answer}")


def _plugin(address: str) -> "NotifyBase":
    """Raises `GatewayFailed` for an address that apprise does not know."""
    import apprise  # costs a tenth of a second, and is for who has such a service

    for each in ("apprise", "urllib3.connectionpool"):  # they repeat addresses, and numbers
        logging.getLogger(each).setLevel(logging.CRITICAL + 1)
    made = apprise.Apprise.instantiate(address)
    if made is None:
        raise GatewayFailed("the address is not understood")
    made.redirects = False  # what is said, and to which number, is for this address alone
    return made


def _filled(address: str, phone: str) -> str:
    return address.replace(PHONE, quote(phone, safe=""))


def _scheme(address: str) -> str:
    return address.partition("://")[0].lower()


def _names(protocol: object) -> tuple[str, ...]:
    if isinstance(protocol, str):
        return (protocol,)
    return tuple(map(str, protocol)) if isinstance(protocol, tuple | list) else ()
