"""Looks at everything that the configuration names and says how to mend what is wrong."""

import asyncio
import os
import shutil
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
from redis.asyncio import Redis
from redis.exceptions import AuthenticationError, RedisError

from bot.certificate import trust_in, valid_until
from bot.console import telegram
from bot.console.findings import Finding, State, ok, remark, wrong
from bot.console.keeping import (
    OwnKeys,
    first_keys,
    open_vault,
    own_keys,
    store_is_there,
)
from bot.console.premises import IMPOSTOR
from bot.console.readiness import acting, require_key, require_keys_of_people
from bot.console.sentences import Refused, sentence_of
from bot.console.stores import Stores, master_key, open_stores, smtp_of, tls_of
from bot.http import PortTaken, require_free_port
from bot.mailer import LetterError, Mailer
from bot.settings import Settings, SettingsError, read_settings
from storage import inspection, partitions, schema, transit
from storage.embedded import EmbeddedError
from storage.errors import KeysUnavailable, Misconfigured, Unavailable
from storage.security.file_store import FILE_NAME
from storage.security.inventory import list_keys
from storage.security.keys import MasterKey
from storage.security.keystore import PERSON, KeyStore

_SECONDS = 5.0
_ROLES = frozenset({"portal_app", "portal_worker"})
_SOON = timedelta(days=14)
_LITTLE_DISK, _TOO_LITTLE_DISK = 2_000_000_000, 200_000_000


def examine(read: Callable[[], Settings] = read_settings) -> list[Finding]:
    """All findings. Starts bundled servers that stand still, for as long as it looks."""
    try:
        settings = read()
    except SettingsError as error:
        return [wrong("settings", str(error), "mend the environment or .env, then ask again")]
    return [ok("settings", "readable"), *_local(settings), *_stores(settings), *_outside(settings)]


def _local(settings: Settings) -> Iterator[Finding]:
    yield _data_dir(settings.data_dir)
    try:
        master_key(settings, make=False)
    except Misconfigured as error:
        made_later = settings.database_url is None and not _is_configured(settings)
        if made_later:
            yield ok("master key", "none yet: the first start makes one")
        else:
            yield wrong("master key", str(error))
    else:
        yield _key_file(settings.master_key_file or settings.data_dir / "master.key")
        yield asyncio.run(_key_store(settings))


def _is_configured(settings: Settings) -> bool:
    return settings.master_key is not None or settings.master_key_file is not None


def _key_file(file: Path) -> Finding:
    if file.exists() and file.stat().st_mode & 0o077:
        return remark("master key", f"{file} can be read by others", f"chmod 600 {file}")
    return ok("master key", "there; keep a copy in a safe place: tickets die with it")


async def _key_store(settings: Settings) -> Finding:
    if not store_is_there(settings):
        return ok("key store", "none yet: the first start makes a file")
    try:
        async with open_vault(settings) as vault:
            lines = await list_keys(vault, now=datetime.now(UTC))
    except (Misconfigured, KeysUnavailable) as error:
        return wrong("key store", sentence_of(error) or "")
    if settings.keystore_url is not None and settings.keystore_url == settings.database_url:
        mend = "give KEYSTORE_URL a database of its own, with backups of its own"
        return remark("key store", "the keys lie beside what they lock", mend)
    if any(line.overdue for line in lines):
        return remark("key store", "the master key is over its age", "python main.py keys rotate")
    number = sum(line.number for line in lines if line.kind == PERSON)
    where = "PostgreSQL" if settings.keystore_url else FILE_NAME
    return ok("key store", f"{where}, {number} people's keys; back it up apart from the database")


def _data_dir(directory: Path) -> Finding:
    place = directory.resolve()
    while not place.exists():
        place = place.parent
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return wrong(
            "data directory",
            f"{directory} cannot be written",
            "choose another with DATA_DIR, or give us the right to write there",
        )
    free = shutil.disk_usage(place).free
    says = f"{directory}, {free / 1e9:.1f} GB free"
    if free < _TOO_LITTLE_DISK:
        return wrong("data directory", says, "make room: the database stops when the disk is full")
    if free < _LITTLE_DISK:
        return remark("data directory", says, "make room soon")
    return ok("data directory", says)


def _stores(settings: Settings) -> Iterator[Finding]:
    if settings.database_url is None and not (settings.data_dir / "pg" / "data").exists():
        yield ok("database", "none yet: the first start makes the bundled one")
        if settings.redis_url is not None:
            yield asyncio.run(_cache(settings.redis_url.get_secret_value(), bundled=False))
        return
    try:
        with open_stores(settings) as stores:
            yield from asyncio.run(_servers(settings, stores))
    except EmbeddedError as error:
        yield wrong("bundled servers", str(error))


async def _servers(settings: Settings, stores: Stores) -> list[Finding]:
    cache = await _cache(stores.redis_url, bundled=settings.redis_url is None)
    return [*await _database(settings, stores), cache]


async def _database(settings: Settings, stores: Stores) -> list[Finding]:
    try:
        found = await inspection.inspect(stores.dsn())
    except Misconfigured as error:
        return [wrong("database", str(error))]
    kind = "bundled" if stores.bundled_database else f"as {found.login}"
    says = f"PostgreSQL {found.version}, {kind}, {found.size / 1e6:.0f} MB"
    migrations = await _schema(stores.dsn())
    findings = [ok("database", says), _roles(found), migrations]
    readers = sorted(_ROLES & found.acts_as)
    if readers and migrations.state is not State.WRONG:
        findings += await _tickets(settings, stores, readers[0])
        findings += await _people(settings, stores, readers[0])
    if found.missing_extensions:
        missing = ", ".join(found.missing_extensions)
        mend = "run `python main.py migrate` with a superuser's DATABASE_URL once"
        findings.append(wrong("extensions", f"{missing} missing", mend))
    if not found.durable:
        mend = "set fsync = on: a power cut loses sales"
        findings.append(remark("durability", "fsync is off", mend))
    return findings


def _roles(found: inspection.Inspection) -> Finding:
    if found.missing_roles:
        missing = ", ".join(found.missing_roles)
        mend = "run `python main.py migrate` with a superuser's DATABASE_URL once"
        return wrong("roles", f"{missing} missing", mend)
    usable = found.acts_as & _ROLES
    if not usable:
        mend = f"log in as one of them, or GRANT portal_app, portal_worker TO {found.login}"
        return wrong("roles", f"{found.login} may act as no role of the portal", mend)
    if len(usable) == 1:
        only = next(iter(usable))
        return ok("roles", f"{only} only: for `bot` or `jobs`, not for `run`")
    return ok("roles", "all there")


async def _people(settings: Settings, stores: Stores, role: str) -> list[Finding]:
    """The key store against the people; one that cannot be opened was said already."""
    if not store_is_there(settings):
        return [await _known(stores, None, role)]
    try:
        async with open_vault(settings) as vault:
            return [await _known(stores, vault.store, role)]
    except Misconfigured:
        return []


async def _known(stores: Stores, store: KeyStore | None, role: str) -> Finding:
    try:
        async with acting(stores, role) as db:
            await require_keys_of_people(db, store)
    except (Misconfigured, Unavailable) as error:
        return wrong("people's keys", sentence_of(error) or "")
    return ok("people's keys", "the key store is the one of this database")


async def _own_keys(settings: Settings, key: MasterKey) -> OwnKeys:
    if not store_is_there(settings):
        return first_keys(key)
    async with open_vault(settings) as vault:
        return await own_keys(vault)


async def _tickets(settings: Settings, stores: Stores, role: str) -> list[Finding]:
    """The key against the tickets; a key that is missing was said already."""
    try:
        key = master_key(settings, make=False)
    except Misconfigured:
        return []
    try:
        await require_key(stores, role, await _own_keys(settings, key))
    except Misconfigured as error:
        return [wrong("tickets", str(error))]
    return [ok("tickets", "the master key is the one they were made with")]


async def _schema(dsn: str) -> Finding:
    try:
        await schema.require_current(dsn)
        until = await partitions.covered_until(dsn)
    except Misconfigured as error:
        return wrong("migrations", str(error))
    left = until - datetime.now(UTC)
    if left < timedelta(0):
        return wrong("migrations", "a table has no partition for now", "python main.py migrate")
    if left < timedelta(days=14):
        mend = "run `python main.py migrate`, and see why `jobs` makes none"
        return remark("migrations", f"partitions end in {left.days} days", mend)
    return ok("migrations", f"at the head, partitions until {until:%Y-%m}")


async def _cache(url: str, *, bundled: bool) -> Finding:
    redis = Redis.from_url(url, socket_timeout=_SECONDS, socket_connect_timeout=_SECONDS)
    try:
        facts = await redis.info("server")
    except (RedisError, OSError, TimeoutError, ValueError) as error:
        if isinstance(error.__context__, AuthenticationError):
            mend = "check user and password in REDIS_URL"
            return wrong("cache", "Redis refuses the login", mend)
        if why := transit.reason(error):
            return wrong("cache", IMPOSTOR.format(why))
        mend = "start it, or mend REDIS_URL; sales go on without it, dialogs may ask again"
        return wrong("cache", f"Redis does not answer ({type(error).__name__})", mend)
    finally:
        await redis.aclose()
    name = str(facts.get("server_name", "redis")).capitalize()
    version = facts.get("valkey_version", facts.get("redis_version", "?"))
    return ok("cache", f"{name} {version}{', bundled' if bundled else ''}")


def _transport(settings: Settings) -> Iterator[Finding]:
    """What the addresses give up in so many words."""
    doubts = {"TELEGRAM_API_URL": transit.doubt(settings.telegram_api_url)}
    if settings.redis_url is not None:
        doubts["REDIS_URL"] = transit.doubt(settings.redis_url.get_secret_value())
    for name in ("database_url", "keystore_url"):
        if (url := getattr(settings, name)) is not None:
            doubts[name.upper()] = transit.postgres(url.get_secret_value()).doubt
    if (smtp := smtp_of(settings)) is not None:
        doubts["SMTP_URL"] = smtp.doubt
    for name, doubt in doubts.items():
        if doubt:
            yield remark("transport", doubt, f"mend {name}, unless the network is yours alone")


def _outside(settings: Settings) -> Iterator[Finding]:
    yield from _transport(settings)
    yield from asyncio.run(_telegram(settings))
    yield from _http(settings)
    if settings.public_url is not None:
        yield asyncio.run(_public(settings.public_url))
    else:
        mend = "set PUBLIC_URL to the https address that leads to HTTP_HOST:HTTP_PORT"
        yield remark("web pages", "links to them open on this machine only", mend)
    yield asyncio.run(_mail(settings))
    if settings.payment_provider_token is None:
        mend = "connect a provider at @BotFather and set PAYMENT_PROVIDER_TOKEN"
        yield remark("payments", "only free tickets can be had", mend)


async def _mail(settings: Settings) -> Finding:
    address = smtp_of(settings)
    if address is None:
        return remark("mail", "people can confirm no e-mail address", "set SMTP_URL")
    try:
        await Mailer(address).greet()
    except (LetterError, Misconfigured) as error:
        says = f"{address.host} does not take our letters ({error})"
        return wrong("mail", says, "mend SMTP_URL, or start the server; letters wait until then")
    return ok("mail", f"{address.host} takes letters from {address.sender}")


async def _telegram(settings: Settings) -> list[Finding]:
    try:
        token = settings.token()
        me = await telegram.get_me(settings.telegram_api_url, token)
    except (SettingsError, Refused) as error:
        return [wrong("telegram", str(error))]
    findings = [ok("telegram", f"@{me.username} at {settings.telegram_api_url}")]
    if not me.inline:
        mend = "turn inline mode on at @BotFather (/setinline)"
        findings.append(remark("inline mode", "off: events cannot be shared in any chat", mend))
    try:
        hook = await telegram.call(settings.telegram_api_url, token, "getWebhookInfo")
    except Refused as error:
        return [*findings, remark("webhook", str(error))]
    return [*findings, _webhook(hook, settings.webhook_url)]


def _webhook(hook: dict[str, object], wanted: str | None) -> Finding:
    there = str(hook.get("url") or "")
    if wanted is None:
        if there:
            return remark("webhook", "one is set; the next start removes it and polls")
        return ok("webhook", "none: updates are polled")
    if urlsplit(wanted).scheme != "https":
        return remark("webhook", "WEBHOOK_URL is not https: Telegram itself refuses it")
    if error := hook.get("last_error_message"):
        return remark(
            "webhook", f"the last delivery failed: {error}", "check the way to HTTP_PORT"
        )
    if not there.startswith(wanted):
        return remark("webhook", "not set yet: the next start sets it")
    return ok("webhook", f"set, {hook.get('pending_update_count', 0)} updates wait")


def _http(settings: Settings) -> Iterator[Finding]:
    host, port = settings.http_host, settings.http_port
    scheme, trust = "http", None
    if settings.http_tls_cert is not None:
        try:
            tls_of(settings)
        except Misconfigured as error:
            yield wrong("certificate", str(error))
            return
        yield _certificate(settings.http_tls_cert)
        scheme, trust = "https", trust_in(settings.http_tls_cert)
    try:
        require_free_port(host, port, setting="HTTP_PORT")
    except PortTaken as error:
        if asyncio.run(_is_ours(f"{scheme}://{host}:{port}/health", trust)):
            yield ok("http", f"the portal answers on {host}:{port}")
        else:
            yield wrong("http", str(error))
    else:
        yield ok("http", f"{host}:{port} is free")


def _certificate(file: Path) -> Finding:
    until = valid_until(file)
    says = f"valid until {until:%-d %B %Y}"
    if until - datetime.now(UTC) < _SOON:
        return remark("certificate", says, "renew it, and start the portal again")
    return ok("certificate", says)


async def _public(url: str) -> Finding:
    if urlsplit(url).scheme != "https":
        mend = "put a proxy with a certificate in front and set PUBLIC_URL to its address"
        return wrong("public address", f"{url} is not https", mend)
    if await _is_ours(f"{url}/health"):
        return ok("public address", f"{url} leads here")
    mend = "start the portal, and check the proxy in front of HTTP_HOST:HTTP_PORT"
    return remark("public address", f"{url}/health does not answer", mend)


async def _is_ours(url: str, trust: ssl.SSLContext | None = None) -> bool:
    timeout = aiohttp.ClientTimeout(total=_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(url, ssl=trust or True) as answer,
        ):
            return answer.status == 200 and (await answer.content.read(10)) == b"ok\n"
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
        return False
