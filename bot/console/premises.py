"""What a serving process stands on, whichever roles it plays."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.console.lifetime import Work
from bot.console.stores import Stores, master_key
from bot.console.telegram import BotFacts
from bot.desk import Desk
from bot.http import Check, Handler, listen, make_http
from bot.limiter import Limiter
from bot.settings import Settings
from domain.actors import PUBLIC
from storage import schema
from storage.database import Database
from storage.security.codes import TicketCodes
from storage.security.keys import MasterKey

_CACHE_SECONDS = 1.0
_SCHEMA_KEEPS = 30.0
_CONNECTIONS = 12
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
    redis: Redis
    limiter: Limiter
    closing: AsyncExitStack
    workers: list[Work] = field(default_factory=list)
    watchers: list[Work] = field(default_factory=list)
    webhooks: dict[str, Handler] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        """What handlers and jobs know of this bot."""
        provider = self.settings.payment_provider_token
        return Desk(
            bot_id=self.me.id,
            username=self.me.username,
            codes=ticket_codes(self.key),
            provider_token=None if provider is None else provider.get_secret_value(),
        )

    def database(self, role: str, *, size: int = _CONNECTIONS) -> Database:
        """At most `size` connections as `role`, closed with the process."""
        db = Database(self.stores.dsn(role), role=role, size=size)
        self.closing.push_async_callback(db.close)
        return db

    async def serve_http(self, db: Database) -> None:
        """Answer `/health`, `/ready`, `/metrics` and the webhooks until the process ends.

        Raises `PortTaken`.
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
        app = make_http(checks, webhooks=self.webhooks)
        settings = self.settings
        listener = await listen(app, settings.http_host, settings.http_port, setting="HTTP_PORT")
        self.closing.push_async_callback(listener.close)
        _log.info("http is open", host=listener.host, port=listener.port)


def ticket_codes(key: MasterKey) -> TicketCodes:
    """The maker of ticket codes: every process derives the same."""
    return TicketCodes(key.derive("ticket codes"))


async def open_premises(
    settings: Settings,
    stores: Stores,
    me: BotFacts,
    closing: AsyncExitStack,
    *,
    alone: bool,
) -> Premises:
    """The premises. `alone`: no other process plays a role, so a master key may be made here.

    A cache that does not answer is said and not waited for.
    """
    redis: Redis = Redis.from_url(
        stores.redis_url, socket_timeout=_CACHE_SECONDS, socket_connect_timeout=_CACHE_SECONDS
    )
    closing.push_async_callback(redis.aclose)
    try:
        await redis.ping()
    except (RedisError, OSError, TimeoutError) as error:
        _log.warning(
            "Redis does not answer: start it, or mend REDIS_URL. Sales go on without it.",
            error=type(error).__name__,
        )
    return Premises(
        settings=settings,
        stores=stores,
        me=me,
        key=master_key(settings, make=alone or stores.bundled_database),
        redis=redis,
        limiter=Limiter(redis, me.id),
        closing=closing,
    )
