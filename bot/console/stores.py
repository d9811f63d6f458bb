"""Where the database and the cache of a command are: configured, or bundled and started here."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from bot.certificate import server_tls
from bot.settings import Settings
from storage import transit
from storage.embedded import Servers, running
from storage.security.keys import FILE_NAME, MasterKey, read_master_key, split_versions
from storage.transit import Smtp


@dataclass(frozen=True)
class Stores:
    """The addresses of a command's stores. `servers` are those that are bundled, if any is."""

    data_dir: Path
    redis_url: str = field(repr=False)
    _database_url: str | None = field(repr=False)
    servers: Servers | None = None

    @property
    def bundled_database(self) -> bool:
        """Whether the database is our own."""
        return self._database_url is None

    def dsn(self, role: str = "postgres") -> str:
        """The database for `role`; a configured login becomes it by SET ROLE."""
        if self._database_url is not None:
            return self._database_url
        if self.servers is None:
            raise LookupError("neither a database address nor servers")
        return self.servers.dsn(role)

    @property
    def passwords(self) -> dict[str, str]:
        """The passwords that the roles of our own database get."""
        if self.servers is None or not self.bundled_database:
            return {}
        return {role: word for role, word in self.servers.passwords.items() if "_" in role}


@contextmanager
def open_stores(settings: Settings, *, cache: bool = True) -> Iterator[Stores]:
    """The stores that `settings` name, with bundled servers for those that they do not.

    From the main thread, before the event loop. Raises `EmbeddedError`.
    """
    database_url, redis_url = _open(settings.database_url), _open(settings.redis_url)
    if database_url and (redis_url or not cache):
        yield Stores(settings.data_dir, redis_url or "", database_url)
        return
    with running(
        settings.data_dir, postgres=not database_url, valkey=cache and not redis_url
    ) as servers:
        yield Stores(
            settings.data_dir, redis_url or servers.redis_url or "", database_url, servers
        )


def master_key(settings: Settings, *, make: bool) -> MasterKey:
    """The key that the settings name. With `make`, one that is nowhere is made in `DATA_DIR`."""
    return read_master_key(
        _open(settings.master_key), settings.master_key_file, settings.data_dir, make=make
    )


def names_key(settings: Settings) -> bool:
    """Whether a master key is named or lies in `DATA_DIR`."""
    return (
        settings.master_key is not None
        or settings.master_key_file is not None
        or (settings.data_dir / FILE_NAME).exists()
    )


def require_sound_key(settings: Settings) -> None:
    """Raises `Misconfigured` where a key is named that is none: before any server is started."""
    if settings.master_key is not None or settings.master_key_file is not None:
        master_key(settings, make=False)


def tls_of(settings: Settings) -> ssl.SSLContext | None:
    """What the HTTP side is encrypted with; None where a proxy or nobody is in front.

    Raises `Misconfigured` where the files cannot be used.
    """
    if settings.http_tls_cert is None or settings.http_tls_key is None:
        return None
    return server_tls(settings.http_tls_cert, settings.http_tls_key)


def smtp_of(settings: Settings) -> Smtp | None:
    """Who takes the letters; None where nobody does."""
    url = _open(settings.smtp_url)
    return None if url is None else transit.smtp(url)


def secrets_of(settings: Settings) -> list[str]:
    """Every secret of the settings, so that logs can be kept clean of them."""
    words = (
        settings.bot_token,
        settings.webhook_secret,
        settings.payment_provider_token,
        settings.stripe_api_key,
        settings.stripe_webhook_secret,
    )
    secrets = [word.get_secret_value() for word in words if word is not None]
    if (smtp := smtp_of(settings)) is not None and smtp.password:
        secrets.append(smtp.password)
    return secrets + split_versions(_open(settings.master_key) or "")


def _open(word: SecretStr | None) -> str | None:
    return None if word is None else word.get_secret_value()
