"""The demo: servers, the sandbox with its chat page, the seeded world, and the bot as a child."""

import asyncio
import fcntl
import os
import secrets
import signal
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from bot.console.lifetime import end_on_sigterm, live, stop_on_signals, watch_servers
from bot.console.owner import as_owner
from bot.console.process import Child, end_with_parent
from bot.console.sentences import Refused, say
from bot.console.stores import Stores, open_stores, require_sound_key
from bot.http import free_port, listen, require_free_port
from bot.settings import Settings, SettingsError

if TYPE_CHECKING:
    from bot.sandbox.steps import Action, Report

HOST = "127.0.0.1"
_MAIN = Path(__file__).parents[2] / "main.py"
_STATE, _TOKEN = "sandbox", "sandbox.token"
_USERNAME, _NAME = "fashionista_demo_bot", "Fashionista Portal"
_BOT_ID = 7_300_000_001
_SENDER = "house@fashionista.example"
_TEST_PROVIDER = "284685063:TEST:sandbox"
_TEST_STRIPE = "sk_test_sandbox"
_DRAIN = 2.0


def run_demo(settings: Settings, *, port: int, fresh: bool) -> None:
    """Run everything until told to stop.

    Without `BOT_TOKEN` the bot lives in the sandbox; with it, on Telegram or whatever server
    `TELEGRAM_API_URL` names. `fresh` forgets what earlier demos kept in the data directory.
    """
    end_on_sigterm()
    if "MAKELEVEL" in os.environ:
        end_with_parent(signal.SIGTERM)
    in_sandbox = settings.bot_token is None
    if in_sandbox:
        if "telegram_api_url" in settings.model_fields_set:
            raise SettingsError("BOT_TOKEN is not set, and TELEGRAM_API_URL is: set both or none.")
        require_free_port(HOST, port, setting="--port")
    require_sound_key(settings)
    if fresh:
        _forget(settings)
    with open_stores(settings) as stores:
        asyncio.run(_demo(settings, stores, port if in_sandbox else None))


def run_sandbox(settings: Settings, *, port: int, token: str, username: str) -> None:
    """Run the sandbox alone until told to stop, and say how a bot gets in."""
    require_free_port(HOST, port, setting="--port")
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    token = token or _token(settings.data_dir)
    asyncio.run(_sandbox(settings.data_dir, port, token, username))


def seed(settings: Settings) -> None:
    """Migrate where we may, and put the demo's world there."""
    from bot.console.keeping import open_vault, own_keys
    from bot.console.owner import owners
    from bot.console.readiness import introduce_key, require_keys_of_people
    from storage import inspection

    async def act(stores: Stores) -> None:
        await inspection.prepare(stores.dsn(), stores.passwords)
        await inspection.require_owner(stores.dsn())
        async with open_vault(settings, make=True) as vault:
            await introduce_key(stores, await own_keys(vault))
            async with owners(stores) as db:
                await require_keys_of_people(db, vault.store)
        made = await seed_world(settings, stores)
        say("The fashion week is there." if made else "The fashion week was there; it is today's.")

    with open_stores(settings, cache=False) as stores:
        asyncio.run(act(stores))


async def seed_world(settings: Settings, stores: Stores) -> bool:
    """Whether the demo's world was made now. Raises `Refused` in somebody's real portal."""
    from bot.console.keeping import open_vault, own_keys
    from bot.demo import seeding

    try:
        async with open_vault(settings, make=True) as vault:
            own = await own_keys(vault)
            async with as_owner(stores, vault) as tx:
                return await seeding.seed(tx, own.codes)
    except seeding.OtherEvents:
        raise Refused(
            "This database holds events that are not the demo's: unset DATABASE_URL, or give the"
            " demo a database of its own."
        ) from None


async def _demo(settings: Settings, stores: Stores, port: int | None) -> None:
    async with AsyncExitStack() as closing, stop_on_signals() as stop:
        environment = dict(os.environ) | {"DATA_DIR": str(settings.data_dir.resolve())}
        if "http_port" not in settings.model_fields_set:
            environment["HTTP_PORT"] = str(free_port(HOST))
        address = ""
        child: Child | None = None

        async def kill(report: "Report") -> str:
            if child is None:
                return "The portal is only starting."
            return await _kill(child, report)

        if port is not None:
            token = _token(settings.data_dir)
            port, mail = await _open_sandbox(
                settings.data_dir, port, token, _USERNAME, closing, kill=kill
            )
            address = f"http://{HOST}:{port}"
            say(f"The chat page is at {address}/ and the bot is on its way.")
            environment |= {
                "BOT_TOKEN": token,
                "TELEGRAM_API_URL": address,
                "PAYMENT_PROVIDER_TOKEN": _TEST_PROVIDER,
                "STRIPE_API_KEY": _TEST_STRIPE,
                "STRIPE_API_URL": f"{address}/stripe",
                "SMTP_URL": mail,
            }
        command = [sys.executable, str(_MAIN), "run", "--seeded"]
        if address:
            command += ["--chat", f"{address}/"]
        child = Child(command, environment, only_first=["--link"])
        watchers = [watch_servers(stores.servers, stop), _announce(child, address)]
        await live(stop, [child.keep_running(stop)], watchers)


async def _sandbox(data_dir: Path, port: int, token: str, username: str) -> None:
    async with AsyncExitStack() as closing, stop_on_signals() as stop:
        port, mail = await _open_sandbox(data_dir, port, token, username, closing)
        say(f"The chat page is at http://{HOST}:{port}/")
        say(f"A bot gets in with TELEGRAM_API_URL=http://{HOST}:{port} BOT_TOKEN={token}")
        say(f"Its letters are shown there with SMTP_URL={mail}")
        await stop.wait()


async def _open_sandbox(
    data_dir: Path,
    port: int,
    token: str,
    username: str,
    closing: AsyncExitStack,
    *,
    kill: "Action | None" = None,
) -> tuple[int, str]:
    """The port of the chat page, and the address that takes letters for it.

    `kill` ends the bot behind it with -9, where that is ours.
    """
    from bot.demo.campaign import campaign
    from bot.demo.people import PEOPLE
    from bot.demo.rush import rush
    from bot.demo.steps import KILL, REFUSE, RUSH, steps
    from bot.sandbox.api import SANDBOX
    from bot.sandbox.mailbox import take_letters
    from bot.sandbox.server import BotAccount, Person, make_app

    people = [
        Person(
            id=each.telegram_id,
            first_name=each.first_name,
            last_name=each.last_name,
            username=each.username,
            language_code=each.language_code,
            about=each.about,
        )
        for each in PEOPLE
    ]
    _keep_alone(data_dir / _STATE, closing)

    async def send_everybody(report: "Report") -> str:
        return await rush(f"http://{HOST}:{listener.port}", report)

    async def launch(report: "Report") -> str:
        return await campaign(f"http://{HOST}:{listener.port}", report)

    async def nothing_to_kill(_report: "Report") -> str:
        return "The bot is not the demo's own: it can be killed where it was started."

    app = make_app(
        data_dir / _STATE,
        [BotAccount(token, username, _NAME)],
        people=people,
        steps=steps(),
        actions={RUSH: send_everybody, REFUSE: launch, KILL: kill or nothing_to_kill},
    )
    listener = await listen(app, HOST, port, setting="--port", drain=_DRAIN)
    closing.push_async_callback(listener.close)
    mail = await take_letters(app[SANDBOX].mailbox, HOST)
    closing.callback(mail.close)
    mail_port = mail.sockets[0].getsockname()[1]
    return listener.port, f"smtp://{HOST}:{mail_port}?from={_SENDER}"


async def _kill(child: Child, report: "Report") -> str:
    report("Killed with -9 …")
    began = time.monotonic()
    await child.kill()
    took = time.monotonic() - began
    return (
        f"Killed with -9, and back after {took:.0f} seconds. What waited goes on by itself; what"
        " was with Telegram in that moment is told as uncertain and never sent twice."
    )


def _keep_alone(state: Path, closing: AsyncExitStack) -> None:
    """Keep other sandboxes off `state` until the process ends: two would lose each other's chats.

    Raises `Refused` where another keeps it.
    """
    state.mkdir(parents=True, exist_ok=True)
    lock = closing.enter_context((state / "lock").open("w"))
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused(
            f"Another command keeps its chats in {state}: stop it, or choose another place with"
            " DATA_DIR."
        ) from None


async def _announce(child: Child, address: str) -> None:
    await child.ready.wait()
    where = f" at {address}/" if address else ""
    say(f"The fashion week is on{where}. Ctrl-C ends it; what was bought is kept.")


def _token(data_dir: Path) -> str:
    """The token of the bot in the sandbox: random, kept beside the sandbox's state."""
    place = data_dir / _TOKEN
    try:
        return place.read_text().strip()
    except FileNotFoundError:
        token = f"{_BOT_ID}:{secrets.token_urlsafe(26)}"
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(token)
        return token


def _forget(settings: Settings) -> None:
    from storage.embedded.forgetting import forget
    from storage.security import file_store, keys

    for name in ("database_url", "keystore_url"):
        if getattr(settings, name) is not None:
            raise Refused(
                f"--fresh forgets the bundled database and its keys only: unset {name.upper()}, or"
                " empty that database yourself."
            )
    forget(settings.data_dir, _STATE, _TOKEN, keys.FILE_NAME, *file_store.FILES)
