"""Administrators from the command line: appoint, dismiss, and the one-time link."""

import asyncio
import io
from collections.abc import Callable, Coroutine
from typing import Any

from qrcode.main import QRCode

from bot.console import telegram
from bot.console.owner import OPERATOR, as_owner
from bot.console.sentences import Refused, say
from bot.console.stores import Stores, open_stores
from bot.links import admin_link
from bot.settings import Settings
from domain import administrators
from storage import inspection
from storage.database import Database


def grant(settings: Settings, telegram_id: int) -> None:
    """Make the person behind `telegram_id` an administrator."""

    async def act(stores: Stores) -> None:
        async with as_owner(stores) as tx:
            new = await administrators.grant(tx.session, telegram_id=telegram_id, now=tx.now)
        say(f"{telegram_id} {'is an administrator now' if new else 'was one already'}.")

    _with_database(settings, act)


def revoke(settings: Settings, telegram_id: int) -> None:
    """Take it away again. Raises `Refused` where there is nothing to take."""

    async def act(stores: Stores) -> None:
        async with as_owner(stores) as tx:
            was = await administrators.revoke(tx.session, telegram_id=telegram_id, now=tx.now)
        if not was:
            raise Refused(f"{telegram_id} is no administrator: check the Telegram id.")
        say(f"{telegram_id} is no administrator any more.")

    _with_database(settings, act)


def link(settings: Settings) -> None:
    """Print a link for one more administrator."""
    token = settings.token()

    async def act(stores: Stores) -> None:
        me = await telegram.get_me(settings.telegram_api_url, token)
        show_link(await _any_link(stores), me.username)

    _with_database(settings, act)


async def offer_link(stores: Stores, db: Database, username: str, *, anyway: bool) -> None:
    """Print a link where nobody is an administrator yet, or `anyway`. `db` is the bot's."""
    if anyway:
        show_link(await _any_link(stores), username)
        return
    async with db.begin(OPERATOR) as tx:
        secret = await administrators.offer_first(tx.session)
    if secret is not None:
        show_link(secret, username)


def show_link(secret: str, username: str) -> None:
    """Print a one-time link with its QR."""
    address = admin_link(username, secret)
    picture = QRCode(border=2)
    picture.add_data(address)
    drawn = io.StringIO()
    picture.print_ascii(out=drawn, invert=True)
    say()
    say("Whoever opens this link first becomes an administrator. It works once, for a day:")
    say(f"  {address}")
    say(drawn.getvalue())


async def _any_link(stores: Stores) -> str:
    async with as_owner(stores) as tx:
        return await administrators.make_link(tx.session, now=tx.now)


def _with_database(settings: Settings, act: Callable[[Stores], Coroutine[Any, Any, None]]) -> None:
    async def run(stores: Stores) -> None:
        await inspection.require_owner(stores.dsn())
        await act(stores)

    with open_stores(settings, cache=False) as stores:
        asyncio.run(run(stores))
