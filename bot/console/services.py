"""Services from the command line: how they are; add, test, switch, remove."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot import gateway
from bot.console.keeping import open_vault, require_store
from bot.console.owner import OPERATOR, owners
from bot.console.sentences import Refused, say
from bot.console.stores import open_stores, smtp_of
from bot.gateway import GatewayError
from bot.mailer import LetterError, Mailer
from bot.settings import Settings
from domain import services
from domain.errors import NameTaken, NotAvailable
from domain.services import Kind, Service
from storage.database import Tx
from storage.queries import services as queries

T = TypeVar("T")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_LINE = "Fashionista Portal: this line shows that the service works."
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")


def show(settings: Settings, *, as_json: bool) -> None:
    """Print every service and how it is. An address is never shown."""

    async def read(tx: Tx) -> None:
        known = await services.known(tx.session)
        for each in known:
            say(json.dumps(_facts(each)) if as_json else _words(each))
        if not known and not as_json:
            say("No service is known yet: the jobs name theirs within a minute of their start.")

    _with(settings, read)


def add(settings: Settings, name: str, kind: str, address: str) -> None:
    """Keep a service, its address sealed. Raises `Refused` for what cannot be one."""
    if not _NAME.fullmatch(name) or len(name) > services.LONGEST_NAME:
        raise Refused(
            f"A name has up to {services.LONGEST_NAME} small letters, digits and hyphens, such as"
            " sms-twilio."
        )
    if len(address) > services.LONGEST_ADDRESS:
        raise Refused(f"An address has at most {services.LONGEST_ADDRESS} characters.")
    try:
        gateway.require_address(Kind(kind), address)
    except ValueError as error:
        raise Refused(f"This cannot be the address of such a service: {error}.") from None

    async def act(tx: Tx) -> None:
        try:
            await services.add(tx.session, name=name, kind=Kind(kind), address=address)
        except NameTaken:
            raise Refused(
                f"There is a service {name} already: remove it, or take another name."
            ) from None

    require_store(settings)
    _with(settings, act, writes=True)
    say(f"{name} is used from now on. Try it: main.py services test {name}")


def switch(settings: Settings, name: str, *, on: bool) -> None:
    """Use a service, or no more. Raises `Refused` for Telegram, and for one that is not there."""
    if name == Kind.TELEGRAM and not on:
        raise Refused("Telegram cannot be switched off: stop the bot and the jobs instead.")
    _with(
        settings,
        _named(name, lambda tx: services.switch(tx.session, name=name, on=on)),
        writes=True,
    )
    say(f"{name} is {'used' if on else 'not used'} from now on.")


def remove(settings: Settings, name: str) -> None:
    """Forget a service. Raises `Refused` for those of the environment, and for none."""
    if name in {Kind.TELEGRAM, Kind.MAIL}:
        raise Refused(f"{name} is named by the environment: change it there, or switch it off.")

    def act(tx: Tx) -> Awaitable[None]:
        return services.remove(tx.session, name=name, now=tx.now)

    _with(settings, _named(name, act), writes=True)
    say(f"{name} is forgotten, and its address with it.")


def try_one(settings: Settings, name: str, phone: str) -> None:
    """Send a line by a service. Raises `Refused` where it does not take it."""
    found: list[tuple[Service, str]] = []

    async def read(tx: Tx) -> None:
        service = await services.get(tx.session, name=name)
        found.append((service, await queries.address(tx.session, id=service.id) or ""))

    require_store(settings)
    _with(settings, _named(name, read))
    [(service, address)] = found
    if service.kind is Kind.SMS and not _PHONE.fullmatch(phone):
        raise Refused(f"Say to which number: main.py services test {name} --to +33612345678")
    try:
        asyncio.run(_try(settings, service, address, phone))
    except (GatewayError, LetterError) as error:
        _note(settings, service, works=error.server_works, why=str(error))
        raise Refused(f"{name} did not take it: {error}.") from None
    _note(settings, service, works=True)
    say(f"{name} took it.")


def _note(settings: Settings, service: Service, *, works: bool, why: str = "") -> None:
    """Write down what came of a try, as the jobs do of theirs."""

    async def act(tx: Tx) -> None:
        await services.note(
            tx.session, id=service.id, event="try", works=works, why=why, about={}, now=tx.now
        )

    _with(settings, act, writes=True)


async def _try(settings: Settings, service: Service, address: str, phone: str) -> None:
    match service.kind:
        case Kind.TELEGRAM:
            raise Refused("Telegram is looked at by: main.py doctor")
        case Kind.MAIL:
            smtp = smtp_of(settings)
            if smtp is None:
                raise Refused("There is no mail server: set SMTP_URL.")
            await Mailer(smtp).greet()
        case _:
            await gateway.send(address, _LINE, phone=phone)


def _named(name: str, act: Callable[[Tx], Awaitable[T]]) -> Callable[[Tx], Awaitable[T]]:
    async def asked(tx: Tx) -> T:
        try:
            return await act(tx)
        except NotAvailable:
            raise Refused(f"There is no service {name}: main.py services lists them.") from None

    return asked


def _with(
    settings: Settings, act: Callable[[Tx], Awaitable[Any]], *, writes: bool = False
) -> None:
    async def run(stores: Any) -> None:
        async with open_vault(settings) as vault, owners(stores, vault) as db:
            way = db.begin if writes else db.read
            async with way(OPERATOR) as tx:
                await act(tx)

    with open_stores(settings, cache=False) as stores:
        asyncio.run(run(stores))


def _words(service: Service) -> str:
    checked = service.checked_at
    when = "never heard of" if checked is None else f"heard of {checked:%Y-%m-%d %H:%M} UTC"
    why = f", failing: {service.why}" if service.why else ""
    return f"{service.name:<20} {service.kind.value:<9} {service.status.value:<9} {when}{why}"


def _facts(service: Service) -> dict[str, object]:
    return {
        "name": service.name,
        "kind": service.kind.value,
        "status": service.status.value,
        "checked_at": None if service.checked_at is None else service.checked_at.isoformat(),
        "retry_at": None if service.retry_at is None else service.retry_at.isoformat(),
        "failures": service.failures,
        "why": service.why,
    }
