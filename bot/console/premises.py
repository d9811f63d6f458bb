"""What a serving process stands on, whichever roles it plays."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import structlog
from aiohttp import web
from prometheus_client import Gauge
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.console.keeping import OwnKeys
from bot.console.lifetime import Work
from bot.console.stores import Stores, tls_of
from bot.console.telegram import BotFacts
from bot.desk import Desk
from bot.http import Check, Handler, Listener, listen, make_http
from bot.limiter import Limiter
from bot.settings import Settings
from bot.web.address import LETTERS, ROOT, WebAddress
from bot.web.letters import make_letters
from bot.web.site import Site, make_site
from domain import house_rules
from domain.actors import PUBLIC
from storage import schema, transit
from storage.database import Database
from storage.errors import Misconfigured
from storage.in_force import InForce
from storage.security.keys import MasterKey
from storage.security.vault import Vault

IMPOSTOR = (
    "Redis does not prove who it is ({}): mend its certificate, or name its authority with"
    " ssl_ca_certs in REDIS_URL."
)
_CACHE_SECONDS = 1.0
_SCHEMA_KEEPS = 30.0
_CONNECTIONS = 12
_LONGEST_STATEMENT = {
    "portal_app": timedelta(seconds=2),
    "portal_worker": timedelta(seconds=30),
}
_IN_USE = Gauge("portal_database_connections_in_use", "Connections to the database in use.")
_WAITS = {
    "portal_app": timedelta(seconds=1),
    "portal_worker": timedelta(seconds=5),
}
"""How long one waits for a connection while all are in use; then a guest is told of the crowd."""

_log = structlog.get_logger(__name__)


@dataclass
class Premises:
    """The stores, the bot's facts, and what the roles add to the life of the process.

    `workers` end by themselves after the stop, `watchers` are cancelled; `closing` gives back
    what was opened, the last first.
    """

    settings: Settings
    stores: Stores
    me: BotFacts
    key: MasterKey
    vault: Vault
    own: OwnKeys
    redis: Redis
    limiter: Limiter
    in_force: InForce
    closing: AsyncExitStack
    workers: list[Work] = field(default_factory=list)
    watchers: list[Work] = field(default_factory=list)
    webhooks: dict[str, Handler] = field(default_factory=dict)
    databases: list[Database] = field(default_factory=list)
    pages: dict[str, web.Application] = field(default_factory=dict)
    web: WebAddress = field(default_factory=WebAddress)
    _listener: Listener | None = None

    @property
    def desk(self) -> Desk:
        """What handlers and jobs know of this bot."""
        provider = self.settings.payment_provider_token
        return Desk(
            bot_id=self.me.id,
            username=self.me.username,
            codes=self.own.codes,
            provider_token=None if provider is None else provider.get_secret_value(),
            inline=self.me.inline,
            mails=self.settings.smtp_url is not None,
            web=self.web,
            opt_outs=self.own.opt_outs,
        )

    def database(self, role: str, *, size: int = _CONNECTIONS) -> Database:
        """At most `size` connections as `role`, closed when idle and with the process."""
        patience = _LONGEST_STATEMENT[role]
        db = Database(
            self.stores.dsn(role),
            role=role,
            signer=self.own.signer,
            vault=self.vault,
            in_force=self.in_force,
            size=size,
            statement_timeout=patience,
            patience=_WAITS[role],
        )
        self.closing.push_async_callback(db.close)
        self.databases.append(db)
        self.watchers.append(db.stay_small())
        return db

    def open_pages(self, db: Database) -> None:
        """Let the web pages be answered, too, by a database of the bot's."""
        proxies = self.settings.http_trusted_proxies
        self.pages[ROOT] = make_site(Site(db, self.web, proxies))

    def open_letters(self, db: Database) -> None:
        """Let the way out of a letter be answered, too."""
        self.pages[LETTERS] = make_letters(db, self.web, self.own.opt_outs)

    async def serve_http(self, db: Database) -> None:
        """Answer `/health`, `/ready`, `/metrics`, the webhooks and pages until the process ends.

        Raises `PortTaken`, and `Misconfigured` where the certificate cannot be used.
        """

        async def reach_database() -> None:
            async with db.read(PUBLIC):
                pass

        dsn = self.stores.dsn("portal_app" if self.stores.bundled_database else "")
        checks = [
            Check("database", reach_database),
            Check("migrations", lambda: schema.require_current(dsn), keeps=_SCHEMA_KEEPS),
            Check("cache", self.redis.ping, essential=False),
        ]
        settings = self.settings
        app = make_http(
            checks,
            webhooks=self.webhooks,
            only_from=settings.http_trusted_proxies,
            pages=self.pages,
        )
        _IN_USE.set_function(lambda: db.checked_out)
        host, port, tls = settings.http_host, settings.http_port, tls_of(settings)
        listener = await listen(app, host, port, setting="HTTP_PORT", tls=tls)
        self._listener = listener
        if not self.web.url and transit.is_local(host):
            scheme = "http" if tls is None else "https"
            self.web.url = f"{scheme}://{host}:{listener.port}"
        self.closing.push_async_callback(self.close_http)
        _log.info("http is open", keep=True, host=listener.host, port=listener.port)

    async def close_http(self) -> None:
        """Take no more requests, and finish those that are being answered; once."""
        listener, self._listener = self._listener, None
        if listener is not None:
            await listener.close()


async def open_premises(
    settings: Settings,
    stores: Stores,
    me: BotFacts,
    key: MasterKey,
    vault: Vault,
    own: OwnKeys,
    closing: AsyncExitStack,
    *,
    chat: str,
) -> Premises:
    """The premises; `chat` is where web pages send people to the bot.

    A cache that does not answer is said and not waited for.
    Raises `Misconfigured` for one that answers and does not prove who it is.
    """
    redis: Redis = Redis.from_url(
        stores.redis_url, socket_timeout=_CACHE_SECONDS, socket_connect_timeout=_CACHE_SECONDS
    )
    closing.push_async_callback(redis.aclose)
    try:
        await redis.ping()
    except (RedisError, OSError, TimeoutError) as error:
        if why := transit.reason(error):
            raise Misconfigured(IMPOSTOR.format(why)) from None
        _log.warning(
            "Redis does not answer: start it, or mend REDIS_URL. Sales go on without it.",
            error=type(error).__name__,
        )
    in_force = InForce()
    return Premises(
        settings=settings,
        stores=stores,
        me=me,
        key=key,
        vault=vault,
        own=own,
        redis=redis,
        limiter=Limiter(redis, me.id, bulk=partial(house_rules.BULK.number, in_force)),
        in_force=in_force,
        closing=closing,
        web=WebAddress(settings.public_url or "", chat),
    )
