"""What every process does about itself: its log, the house rules, its pulse, what is wrong."""

import logging
from collections.abc import Mapping

from bot.console.lookout import Lookout, Probe, seldom
from bot.console.premises import Premises
from bot.console.pulse import Pulse
from bot.console.stores import secrets_of
from bot.console.telegram import call
from bot.logbook import Logbook
from bot.logging import Redactor
from bot.settings import Settings
from domain import house_rules
from domain.actors import House
from storage.database import Database
from storage.enums import IncidentKind

_TELEGRAM_EVERY = 15.0


def open_logbook(settings: Settings, roles: tuple[str, ...]) -> Logbook:
    """Take down what this process logs from now on."""
    logbook = Logbook(Redactor(secrets_of(settings)), process=" ".join(roles))
    logging.getLogger().addHandler(logbook)
    return logbook


def probes(house: Premises) -> Mapping[IncidentKind, Probe]:
    """What every process looks at."""
    api_url, token = house.settings.telegram_api_url, house.settings.token()

    async def database() -> None:
        await house.databases[0].call("SELECT 1")

    async def pool() -> str | None:
        full = [db for db in house.databases if db.is_full]
        return str(len(full)) if full else None

    async def keys() -> None:
        await house.vault.store.masters()

    async def redis() -> None:
        await house.redis.ping()

    async def telegram() -> None:
        await call(api_url, token, "getMe")

    return {
        IncidentKind.DATABASE: database,
        IncidentKind.POOL: pool,
        IncidentKind.KEYS: keys,
        IncidentKind.REDIS: redis,
        IncidentKind.TELEGRAM: seldom(telegram, every=_TELEGRAM_EVERY),
    }


async def watch(house: Premises, db: Database, logbook: Logbook) -> None:
    """Let the process look after itself; `db` is one of its databases. Raises `Unavailable`."""
    await house_rules.refresh(db)
    pulse = Pulse(house.databases, process=logbook.process)
    house.watchers += [house_rules.follow(db), logbook.keep(db), pulse.keep(db)]
    house.closing.push_async_callback(logbook.write, db)


def look_out(house: Premises, db: Database) -> None:
    """Let a process without jobs look for what is wrong; `db` is the bot's."""
    house.watchers.append(Lookout(db, House(), probes(house)).keep())
