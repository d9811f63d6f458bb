"""The portal's command line and its only composition root: whoever needs whom meets here.

Commands import what they need when they run, so that `--help`, `doctor` and `psql` stay quick.
"""

import asyncio
import sys
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.console import inside_commands, keeping_commands
from bot.console.configured import configured as _settings

if TYPE_CHECKING:
    from bot.console.premises import Premises
    from bot.console.stores import Stores
    from bot.logbook import Logbook
    from bot.settings import Settings
    from storage.database import Database

_BOT, _JOBS = "portal_app", "portal_worker"
"""The two roles of a serving process, by the database role that each acts as."""

_FOR_PAYMENTS = 4
"""Connections kept for pre-checkout queries: Telegram waits ten seconds for an answer."""

_FOR_DOORS = 3
"""Connections kept for who scans and admits: a rush at the counter does not close a door."""

_BESIDE_THE_BOT = 5
"""Connections of jobs that share a process with the bot: a machine that has one process is small,
and at the start everything that happens by itself begins at once."""

app = typer.Typer(
    help="Fashionista Portal: fashion events in one Telegram chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
admin = typer.Typer(help="Administrators: grant, revoke, link.", no_args_is_help=True)
app.add_typer(admin, name="admin")
app.add_typer(keeping_commands.keys, name="keys")
app.add_typer(keeping_commands.audit, name="audit")
app.add_typer(keeping_commands.erasures, name="erasures")
app.add_typer(keeping_commands.retention, name="retention")
app.add_typer(inside_commands.settings, name="settings")
app.add_typer(inside_commands.services, name="services")
app.add_typer(inside_commands.undelivered, name="undelivered")


TelegramId = Annotated[int, typer.Argument(min=1, help="The person's numeric Telegram id.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Where the chat page is.")]
Json = Annotated[bool, typer.Option("--json", help="For programs.")]


@app.command()
def demo(
    port: Port = 8080,
    data: Annotated[Path | None, typer.Option(help="Instead of DATA_DIR.")] = None,
    fresh: Annotated[bool, typer.Option(help="Forget what earlier demos kept.")] = False,
) -> None:
    """A seeded fashion week with a chat page: everything on this machine, no account needed."""
    from bot.console.demo import run_demo

    run_demo(_settings(**({"data_dir": data} if data else {})), port=port, fresh=fresh)


@app.command()
def run(
    seeded: Annotated[bool, typer.Option("--seeded", hidden=True)] = False,
    link: Annotated[bool, typer.Option("--link", hidden=True)] = False,
    chat: Annotated[str, typer.Option("--chat", hidden=True)] = "",
) -> None:
    """Bot and jobs in one process, with bundled servers where no others are configured."""
    _live(_settings(), _BOT, _JOBS, seeded=seeded, link=link, chat=chat)


@app.command()
def bot() -> None:
    """The bot alone, as the database role portal_app. Any number, on any machines."""
    _live(_settings(), _BOT)


@app.command()
def jobs() -> None:
    """The jobs alone, as the database role portal_worker. Any number, on any machines."""
    _live(_settings(), _JOBS)


@app.command()
def sandbox(
    port: Port = 8080,
    token: Annotated[str, typer.Option(help="The token of the bot under test.")] = "",
    username: Annotated[str, typer.Option(help="Its user name.")] = "sandbox_bot",
) -> None:
    """The local Bot API server with its chat page alone, for any bot."""
    from bot.console.demo import run_sandbox

    run_sandbox(_settings(), port=port, token=token, username=username)


@app.command()
def migrate() -> None:
    """Make or update database, roles and schema, as far as the login of DATABASE_URL may."""
    from bot.console import upkeep

    upkeep.migrate(_settings())


@app.command("seed-demo")
def seed_demo() -> None:
    """Put the demo's fashion week into a migrated database, dated from now."""
    from bot.console import demo

    demo.seed(_settings())


@app.command()
def doctor(as_json: Json = False) -> None:
    """Check everything that the configuration names, and say how to mend what is wrong."""
    from bot.console import upkeep

    raise typer.Exit(upkeep.report(as_json=as_json))


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    add_help_option=False,
)
def psql(context: typer.Context) -> None:
    """The bundled psql on the configured or bundled database, with any of psql's arguments."""
    from bot.console import upkeep

    raise typer.Exit(upkeep.psql(_settings(), context.args))


@admin.command()
def grant(telegram_id: TelegramId) -> None:
    """Make somebody an administrator, also before they ever wrote."""
    from bot.console import offices

    offices.grant(_settings(), telegram_id)


@admin.command()
def revoke(telegram_id: TelegramId) -> None:
    """Take it away again."""
    from bot.console import offices

    offices.revoke(_settings(), telegram_id)


@admin.command()
def link() -> None:
    """Print a link, and its QR, that makes the first who opens it an administrator."""
    from bot.console import offices

    offices.link(_settings())


def _live(
    settings: "Settings", *roles: str, seeded: bool = False, link: bool = False, chat: str = ""
) -> None:
    """Open the stores and serve in them until told to stop."""
    import uvloop

    from bot.console.lifetime import end_on_sigterm
    from bot.console.stores import open_stores, require_sound_key, tls_of
    from bot.console.watching import open_logbook
    from bot.http import require_free_port

    settings.token()
    logbook = open_logbook(settings, roles)
    require_sound_key(settings)
    tls_of(settings)
    end_on_sigterm()
    require_free_port(settings.http_host, settings.http_port, setting="HTTP_PORT")
    with open_stores(settings) as stores, asyncio.Runner(loop_factory=uvloop.new_event_loop) as it:
        it.run(_serve(settings, stores, roles, logbook, seeded=seeded, link=link, chat=chat))


async def _serve(
    settings: "Settings",
    stores: "Stores",
    roles: tuple[str, ...],
    logbook: "Logbook",
    *,
    seeded: bool,
    link: bool,
    chat: str,
) -> None:
    """Everything between the start and the end of a process that plays `roles`."""
    from bot.console.demo import seed_world
    from bot.console.erasures import require_replayed
    from bot.console.keeping import open_vault, own_keys
    from bot.console.lifetime import live, settle, stop_on_signals, watch_servers
    from bot.console.offices import offer_link
    from bot.console.premises import open_premises
    from bot.console.process import say_ready
    from bot.console.readiness import make_ready, require_key
    from bot.console.stores import master_key
    from bot.console.telegram import wait_for_me
    from bot.console.watching import look_out, watch
    from bot.links import bot_link

    async with AsyncExitStack() as closing, stop_on_signals() as stop:
        # Several roles in one process: no other needs the same key, so it may be made here.
        key = master_key(settings, make=len(roles) > 1 or stores.bundled_database)
        vault = await closing.enter_async_context(open_vault(settings))
        own = await own_keys(vault)
        may_migrate = await make_ready(settings, stores, roles, vault, own)
        await require_key(stores, roles[0], own)
        await require_replayed(settings, stores, roles[0])
        if seeded:
            await seed_world(settings, stores)
        me = await wait_for_me(settings.telegram_api_url, settings.token(), stop)
        if me is None:
            return
        house = await open_premises(
            settings, stores, me, key, vault, own, closing, chat=chat or bot_link(me.username)
        )
        first = house.database(roles[0])
        await watch(house, first, logbook)
        if _BOT in roles:
            _converse(house, first, stop)
            _hear_of_money(house, first)
            house.open_pages(first)
            await offer_link(stores, first, me.username, anyway=link)
        if _JOBS in roles:
            db = first if roles[0] == _JOBS else house.database(_JOBS, size=_BESIDE_THE_BOT)
            await _work(house, db, stop, may_migrate=may_migrate)
        else:
            look_out(house, first)
        house.open_letters(first)
        await house.serve_http(first)
        settle()
        say_ready()
        await live(stop, house.workers, [*house.watchers, watch_servers(stores.servers, stop)])


def _converse(house: "Premises", db: "Database", stop: asyncio.Event) -> None:
    """The bot: dispatchers, and updates by webhook or polling."""
    import handlers
    from bot.app import make_conversation, make_express
    from bot.console.arrivals import Quarantine, arrivals
    from bot.introduction import introduce
    from bot.metrics import Measured
    from bot.middlewares import Lane
    from bot.show import RecentFileIds, Stage
    from bot.transport import Extras, make_bot
    from bot.updates import Updates
    from bot.visit import House
    from domain import people
    from storage.cache import FileIdCache

    settings = house.settings
    voice = make_bot(settings.token(), settings.telegram_api_url, house.limiter)
    house.closing.push_async_callback(voice.session.close)
    extras = Extras(voice)
    stage = Stage(voice, RecentFileIds(FileIdCache(db, house.me.id)))
    visited = House(db=db, stage=stage, desk=house.desk, extras=extras, limiter=house.limiter)
    enter = partial(people.enter, db)
    doors = house.database(_BOT, size=_FOR_DOORS)
    conversation = make_conversation(
        redis=house.redis,
        enter=enter,
        house=visited,
        routers=handlers.routers(),
        door=Lane(partial(people.enter, doors), replace(visited, db=doors)),
    )
    reserved = house.database(_BOT, size=_FOR_PAYMENTS)
    express = make_express(
        enter=partial(people.enter, reserved),
        house=replace(visited, db=reserved),
        routers=handlers.express(),
    )
    for dispatcher in (conversation, express):
        dispatcher.update.outer_middleware(Measured())
    updates = Updates(voice, conversation, express, Quarantine(db, house.me.id))
    house.workers.append(arrivals(house, voice, updates, stop))
    house.watchers.append(introduce(extras))


def _hear_of_money(house: "Premises", db: "Database") -> None:
    """What the provider tells of its own accord."""
    from bot.told_by_stripe import PATH, told_by_stripe

    secret = house.settings.stripe_webhook_secret
    if secret is not None:
        house.webhooks[PATH] = told_by_stripe(db, secret.get_secret_value())


async def _work(
    house: "Premises", db: "Database", stop: asyncio.Event, *, may_migrate: bool
) -> None:
    """The jobs: the timetable and the outbox."""
    from bot.console.stores import smtp_of
    from bot.console.watching import probes
    from bot.mailer import Mailer
    from bot.provider import Stripe
    from bot.show import RecentFileIds
    from bot.state import clearing
    from bot.transport import Sender
    from jobs.notices import Notices
    from jobs.run import run_jobs
    from storage.cache import FileIdCache
    from storage.partitions import make_partitions

    settings = house.settings
    smtp = smtp_of(settings)
    sender = Sender(settings.token(), settings.telegram_api_url, house.limiter)
    await house.closing.enter_async_context(sender)
    provider = None
    if settings.stripe_api_key is not None:
        provider = Stripe(settings.stripe_api_key.get_secret_value(), settings.stripe_api_url)
        house.closing.push_async_callback(provider.close)
    house.workers.append(
        run_jobs(
            db,
            sender,
            Notices(db, house.desk),
            stop,
            probes=probes(house),
            file_ids=RecentFileIds(FileIdCache(db, house.me.id)),
            username=house.me.username,
            clear=clearing(house.redis),
            codes=house.desk.codes,
            mailer=None if smtp is None else Mailer(smtp),
            provider=provider,
            make_partitions=(
                partial(make_partitions, house.stores.dsn("portal_migrate"))
                if may_migrate
                else None
            ),
        )
    )


app.command()(keeping_commands.invariants)
app.command()(inside_commands.incidents)
app.command()(inside_commands.logs)

if __name__ == "__main__":
    from bot.console.sentences import exit_status

    sys.exit(exit_status(app))
