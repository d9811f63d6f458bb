"""An update through our dispatcher against a bare handler of aiogram with an async filter."""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from itertools import count
from statistics import median
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery
from redis.asyncio import Redis

import handlers
from bot.app import make_conversation, make_express
from bot.callbacks.wire import Nothing
from bot.desk import Desk
from bot.show import RecentFileIds, Stage
from bot.transport import Extras
from bot.updates import Updates
from bot.visit import House
from domain import people
from storage.cache import FileIdCache
from storage.database import Database
from storage.security.codes import TicketCodes
from tests.bench.claims import Claim, in_turn
from tests.keeping import VAULT
from tests.portal_fixtures import MASTER_KEY, PROVIDER_TOKEN, TOKEN, USERNAME
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

UPDATES = 200  # in a round, one after the other
PEOPLE = 50
_BOT_ID = int(TOKEN.partition(":")[0])
_numbers = count(1)


class Agreeing(BaseSession):
    """A Bot API server that says yes at once, without a network."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], *_: Any, **__: Any) -> Any:
        return True

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


async def update(scratch: Scratch, redis: Redis, *, rounds: int) -> Sequence[Claim]:
    """The tap on a label: who acts, the lock, the dialog's state, the filters, the answer."""
    async with AsyncExitStack() as closing:
        db = Database(scratch.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT)
        closing.push_async_callback(db.close)
        bot = Bot(TOKEN, session=Agreeing())
        cpu: tuple[list[float], list[float]] = ([], [])
        ours = partial(_round, _updates(bot, db, redis).handle, cpu[0])
        floor = partial(_round, _bare(bot), cpu[1])
        times = await in_turn(ours, floor, rounds)
    others = (("CPU ms, ours", median(cpu[0])), ("CPU ms, floor", median(cpu[1])))
    return [
        Claim("an update through the dispatcher", "a bare handler", "ms", *times, others=others)
    ]


async def _round(handle: Callable[[dict[str, Any]], Awaitable[Any]], cpu: list[float]) -> float:
    """Milliseconds an update; those of this process's processor go to `cpu`."""
    raws = [_tap() for _ in range(UPDATES)]
    started, worked = time.perf_counter(), time.process_time()
    for raw in raws:
        await handle(raw)
    cpu.append((time.process_time() - worked) / UPDATES * 1000)
    return (time.perf_counter() - started) / UPDATES * 1000


def _updates(bot: Bot, db: Database, redis: Redis) -> Updates:
    """Everything between Telegram and a handler, as the portal composes it."""
    desk = Desk(_BOT_ID, USERNAME, TicketCodes(MASTER_KEY), PROVIDER_TOKEN)
    house = House(db, Stage(bot, RecentFileIds(FileIdCache(db, _BOT_ID))), desk, Extras(bot))
    enter = partial(people.enter, db)
    conversation = make_conversation(
        redis=redis, enter=enter, house=house, routers=handlers.routers()
    )
    express = make_express(enter=enter, house=house, routers=handlers.express())

    async def quarantine(raw: dict[str, Any], error: BaseException) -> None:
        raise error

    return Updates(bot, conversation, express, quarantine)


def _bare(bot: Bot) -> Callable[[dict[str, Any]], Awaitable[Any]]:
    dispatcher = Dispatcher()

    async def is_label(query: CallbackQuery) -> bool:
        return (query.data or "").startswith("n")

    @dispatcher.callback_query(is_label)
    async def nothing(query: CallbackQuery) -> None:
        await query.answer()

    return partial(dispatcher.feed_raw_update, bot)


def _tap() -> dict[str, Any]:
    number = next(_numbers)
    person = {
        "id": 6_000_000_000 + number % PEOPLE,
        "is_bot": False,
        "first_name": "Giulia",
        "language_code": "en",
    }
    message = {
        "message_id": 1,
        "date": 1_760_000_000,
        "chat": {"id": person["id"], "type": "private"},
        "text": "Choose",
    }
    query = {
        "id": str(number),
        "from": person,
        "chat_instance": "1",
        "data": Nothing().pack(),
        "message": message,
    }
    return {"update_id": number, "callback_query": query}
