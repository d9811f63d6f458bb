"""What leaves this machine leaves encrypted, to a server that has proved who it is.

An address that wants it otherwise says so in so many words: `sslmode=disable`. Loopback and unix
sockets are no network. Nothing here connects: the doors to PostgreSQL, Redis and HTTP ask first.
"""

import re
import ssl
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from storage.errors import Misconfigured

_SPOKEN = ("sslmode", "disable")
_OTHERWISE = "or say sslmode=disable where the network in between is yours alone"
_ONE_SERVER = "must name one server, or the directory of its socket (?host=/run/postgresql)"
_POSTGRES_PORT = 5432
_TLS_WORDS = frozenset({"sslrootcert", "sslcert", "sslkey", "sslpassword", "sslcrl"})
_FILES = ("sslrootcert", "sslcert", "sslkey", "sslcrl")
_SMTP_PORTS = {"smtp": 587, "smtps": 465}
_RELAY_PORT = 25
_SENDER = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")
_SYSTEM = "system"
"""The value of `sslrootcert` for the authorities that the machine trusts; libpq's word too."""


class WrongAddress(ValueError):
    """An address that must not be used. The message goes on after the name of its setting."""


@dataclass(frozen=True, slots=True)
class Postgres:
    """Of a PostgreSQL address, who is spoken to and how. `host` may be a socket's directory.

    `mode` is its `sslmode`, "" where it has none; `words` are the other ones about TLS.
    """

    host: str
    port: int
    mode: str
    words: tuple[tuple[str, str], ...] = field(repr=False, default=())

    @property
    def local(self) -> bool:
        """Whether nothing leaves the machine."""
        return is_local(self.host)

    @property
    def doubt(self) -> str:
        """What a permitted address gives up in so many words, "" where it is nothing."""
        if self.local or self.mode == "verify-full":
            return ""
        if self.mode == "verify-ca":
            return f"the name of {self.host} is not compared with its certificate"
        return f"the connection to {self.host} is in clear"


def is_local(host: str) -> bool:
    """Whether `host` is this machine: a loopback address, localhost, or a socket's path."""
    if host.startswith("/") or host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def postgres(url: str) -> Postgres:
    """Who a `postgresql://` address speaks to.

    Raises `WrongAddress` where that is another machine that need not prove who it is, and where
    it is several.
    """
    found = _read(url)
    own_root = dict(found.words).get("sslrootcert", _SYSTEM) != _SYSTEM
    if (
        found.local
        or found.mode in {"verify-full", "disable"}
        # Anybody may have a certificate of a public authority, for a name of their own.
        or (found.mode == "verify-ca" and own_root)
    ):
        return found
    raise WrongAddress(
        f"must say sslmode=verify-full, so that {found.host} proves who it is, {_OTHERWISE}"
    )


def _read(url: str) -> Postgres:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    # The host of a path in a host's place keeps its capitals, which `hostname` would not.
    named = unquote(parts.netloc.rpartition("@")[2])
    if named.startswith("/"):
        host, port = named, None
    else:
        host, port = _host_and_port(url)
    host = host or query.get("host", "")
    if not host or set(host) & set(",@") or (":" in host and not _is_address(host)):
        raise WrongAddress(_ONE_SERVER)
    written = port or query.get("port") or _POSTGRES_PORT
    if not str(written).isdecimal():
        raise WrongAddress(_ONE_SERVER)
    words = tuple((name, value) for name, value in query.items() if name in _TLS_WORDS)
    return Postgres(host, int(written), query.get("sslmode", ""), words)


def _host_and_port(url: str) -> tuple[str, int | None]:
    parts = urlsplit(url)
    try:
        return unquote(parts.hostname or ""), parts.port
    except ValueError:
        raise WrongAddress(_ONE_SERVER) from None


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def way(url: str) -> dict[str, Any]:
    """What asyncpg is told beside `url`: it then speaks to whom was examined, as was examined.

    asyncpg alone knows no authorities but a file's, and lets PGHOST and PGSSLMODE have a say.
    Raises `Misconfigured` where the address is not permitted or names files that cannot be used.
    """
    try:
        found = postgres(url)
    except WrongAddress as error:
        raise Misconfigured(f"The address of the database {error}.") from None
    return {"host": found.host, "port": found.port, "ssl": _tls(found)}


def _tls(found: Postgres) -> "ssl.SSLContext | str | bool":
    if found.mode in {"verify-full", "verify-ca"}:
        return _context(found)
    if found.host.startswith("/"):
        return False
    return found.mode or "prefer"


@lru_cache(maxsize=8)  # reading all authorities of a machine takes longer than the handshake
def _context(found: Postgres) -> ssl.SSLContext:
    words = dict(found.words)
    root = words.get("sslrootcert", _SYSTEM)
    for name in _FILES:
        if words.get(name, _SYSTEM) != _SYSTEM:
            require_readable(Path(words[name]), name)
    try:
        context = ssl.create_default_context(cafile=None if root == _SYSTEM else root)
        if "sslcrl" in words:
            context.load_verify_locations(words["sslcrl"])
            context.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN
        if "sslcert" in words:
            secret = words.get("sslpassword", "")
            context.load_cert_chain(words["sslcert"], words.get("sslkey"), lambda: secret)
    except ssl.SSLError as error:
        raise Misconfigured(
            f"A certificate file of the database's address cannot be used ({error.reason}): mend"
            " sslrootcert, sslcert or sslkey there."
        ) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = found.mode == "verify-full"
    context.set_alpn_protocols(["postgresql"])
    return context


def require_readable(file: Path, name: str) -> None:
    """Raises `Misconfigured`; `name` is what the file was named with."""
    try:
        file.open("rb").close()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Misconfigured(f"{name} names {file}, which cannot be read ({reason}).") from None


def reason(error: BaseException) -> str:
    """Why a server's TLS was refused, "" where `error` and its causes are about something else."""
    found: BaseException | None = error
    while found is not None and not isinstance(found, ssl.SSLError):
        found = found.__cause__ or found.__context__
    if isinstance(found, ssl.SSLCertVerificationError):
        return found.verify_message.rstrip(".").lower()
    return "" if found is None else (found.reason or "no tls").replace("_", " ").lower()


def redis(url: str) -> str:
    """A `redis://`, `rediss://` or `unix://` address without the words that are for us alone.

    Raises `WrongAddress` where another machine need not prove who it is.
    """
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    if "host" in query:  # redis-py would take it
        raise WrongAddress("must name its server before the path")
    host = parts.hostname or "localhost"
    if parts.scheme == "redis" and not is_local(host) and _SPOKEN not in query.items():
        raise WrongAddress(
            f"must begin with rediss://, so that {host} proves who it is, {_OTHERWISE}"
        )
    return _without_words(url)


def http(url: str) -> str:
    """An `http://` or `https://` address without the words that are for us alone.

    Raises `WrongAddress` where another machine need not prove who it is.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    spoken = _SPOKEN in parse_qsl(parts.query)
    if parts.scheme != "https" and not is_local(host) and not spoken:
        raise WrongAddress(
            f"must be an https:// address, so that {host} proves who it is, {_OTHERWISE}"
        )
    return _without_words(url)


@dataclass(frozen=True, slots=True)
class Smtp:
    """Of an SMTP address, who takes our letters, how, and `sender`, whom they are from.

    `tls`: from the first byte on, or `upgrade`: by STARTTLS, before anything is said. `root` is
    the file of an authority of one's own.
    """

    host: str
    port: int
    sender: str
    user: str = field(repr=False, default="")
    password: str = field(repr=False, default="")
    tls: bool = False
    upgrade: bool = False
    root: str = ""

    @property
    def doubt(self) -> str:
        """What a permitted address gives up in so many words, "" where it is nothing."""
        if self.tls or self.upgrade or is_local(self.host):
            return ""
        return f"letters to {self.host} leave in clear"

    def context(self) -> ssl.SSLContext:
        """Whom to believe. Raises `Misconfigured` for a file that cannot be used."""
        if self.root:
            require_readable(Path(self.root), "sslrootcert")
        try:
            context = ssl.create_default_context(cafile=self.root or None)
        except ssl.SSLError as error:
            raise Misconfigured(
                f"The certificate file of SMTP_URL cannot be used ({error.reason}): mend"
                " sslrootcert there."
            ) from None
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context


def smtp(url: str) -> Smtp:
    """Who takes the letters of an `smtp://` or `smtps://` address.

    Raises `WrongAddress` for one without a server or a sender, and where another machine need
    not prove who it is.
    """
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    host, port = _host_and_port(url)
    if parts.scheme not in _SMTP_PORTS or not host:
        raise WrongAddress("must be an smtp:// or smtps:// address")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    sender = query.get("from", user)
    if not _SENDER.fullmatch(sender):
        raise WrongAddress("must say whom letters are from: ?from=portal@example.org")
    tls, mode = parts.scheme == "smtps", query.get("sslmode", "")
    if mode not in {"", _SPOKEN[1]}:
        raise WrongAddress(f"knows no sslmode but disable: letters to {host} are encrypted anyway")
    upgrade = not tls and not is_local(host) and not mode
    standard = _SMTP_PORTS[parts.scheme] if tls or upgrade else _RELAY_PORT
    root = query.get("sslrootcert", "")
    return Smtp(host, port or standard, sender, user, password, tls, upgrade, root)


def _without_words(url: str) -> str:
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query)
    if _SPOKEN not in pairs:
        return url
    return parts._replace(query=urlencode([pair for pair in pairs if pair != _SPOKEN])).geturl()


def doubt(url: str) -> str:
    """What a permitted `redis` or `http` address gives up, "" where it is nothing."""
    parts = urlsplit(url)
    host = parts.hostname or "localhost"
    if parts.scheme == "unix" or is_local(host):
        return ""
    if parts.scheme not in {"https", "rediss"}:
        return f"the connection to {host} is in clear"
    query = dict(reversed(parse_qsl(parts.query)))  # of several, redis-py takes the first
    if query.get("ssl_cert_reqs", "required") != "required":
        return f"the certificate of {host} is not looked at"
    if query.get("ssl_check_hostname", "true").lower() in {"0", "f", "false", "n", "no"}:
        return f"the name of {host} is not compared with its certificate"
    return ""
