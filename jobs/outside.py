"""Calls to services: behind their breakers, outside of any transaction, each written down."""

import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

import structlog
from telegram.error import TelegramError

from bot import gateway
from bot.gateway import GatewayError, TextMessage
from bot.mailer import Letter, LetterError, Mailer
from bot.transport import Sender
from domain import services
from domain.actors import WORKER
from domain.errors import NotAvailable
from domain.services import Call, Kind, Resting, Service
from storage.database import Database
from storage.errors import Unavailable

T = TypeVar("T")

_log = structlog.get_logger(__name__)


async def call(
    db: Database,
    id: UUID,
    event: str,
    act: Callable[[Call], Awaitable[T]],
    *,
    about: Mapping[str, Any] | None = None,
    told: bool = True,
) -> T:
    """Call a service; without `told` only a failure is written down.

    Raises what `act` does, `Resting`, `NotAvailable`, `Unavailable`.
    """
    async with db.begin(WORKER) as tx:
        entered = await services.enter(tx.session, id=id, now=tx.now)
    begun = time.monotonic()

    async def note(*, works: bool, why: str) -> None:
        took = round((time.monotonic() - begun) * 1000)
        async with db.begin(WORKER) as tx:
            await services.note(
                tx.session,
                id=id,
                event=event,
                works=works,
                why=why,
                about={**(about or {}), "milliseconds": took},
                told=told or bool(why),
                now=tx.now,
            )

    try:
        result = await act(entered)
    except (GatewayError, LetterError) as error:
        await note(works=error.server_works, why=str(error))
        raise
    except Exception as error:  # its words may repeat what was sent
        await note(works=False, why=type(error).__name__)
        raise
    await note(works=True, why="")
    return result


class Letters:
    """The mail server as a service: it rests for everybody when it fails, and its calls are
    written down; of those that went well, whoever sends many says so once for all of them."""

    def __init__(self, db: Database, mailer: Mailer) -> None:
        self._db = db
        self._mailer = mailer
        self._id: UUID | None = None

    async def send(self, letter: Letter, *, told: bool = True) -> None:
        """Hand a letter over. Raises `LetterError`, `Resting`, `Unavailable`."""
        if self._id is None:
            async with self._db.begin(WORKER) as tx:
                await services.register(tx.session, kind=Kind.MAIL)
                self._id = (await services.get(tx.session, name=Kind.MAIL)).id
        await call(self._db, self._id, "letter", lambda _: self._mailer.send(letter), told=told)


async def text_to_phone(db: Database, message: TextMessage) -> None:
    """Send a text message by the first gateway that does not rest.

    Raises `NotAvailable` where there is none, `Resting` where all do, `GatewayError`.
    """
    async with db.read(WORKER) as tx:
        gateways = await services.of_kind(tx.session, kind=Kind.SMS)
    rest: Resting | None = None
    for each in gateways:
        try:
            return await call(db, each.id, "text", lambda to: _text(to, message))
        except Resting as resting:
            rest = resting
    raise rest or NotAvailable


async def _text(gate: Call, message: TextMessage) -> None:
    await gateway.send(gate.address, message.text, phone=message.to)


class Checks:
    """Looks whether services are there, each once in a while in one of all processes."""

    def __init__(self, db: Database, sender: Sender, mailer: Mailer | None) -> None:
        self._db = db
        self._sender = sender
        self._mailer = mailer

    async def check(self) -> None:
        """Look at those of which nothing was heard lately. Raises `Unavailable`."""
        async with self._db.begin(WORKER) as tx:
            await services.register(tx.session, kind=Kind.TELEGRAM)
            if self._mailer is not None:
                await services.register(tx.session, kind=Kind.MAIL)
            due = await services.due(tx.session, now=tx.now)
        for each in due:
            await self._look(each)

    async def _look(self, service: Service) -> None:
        if service.kind is Kind.MAIL and self._mailer is None:
            return  # another process has it
        try:
            await call(self._db, service.id, "check", self._ask)
        except Unavailable:
            raise
        except (GatewayError, LetterError, TelegramError, Resting, NotAvailable):
            return  # how it is stands in its row
        except Exception as error:  # a bug of ours must not keep the others from being looked at
            _log.error(
                "a service cannot be looked at",
                kind=service.kind.value,
                error=type(error).__name__,  # its words may repeat an address
            )

    async def _ask(self, service: Call) -> None:
        match service.kind:
            case Kind.TELEGRAM:
                await self._sender.get_me()
            case Kind.MAIL if self._mailer is not None:
                await self._mailer.greet()
            case _:
                await gateway.reach(service.address)
