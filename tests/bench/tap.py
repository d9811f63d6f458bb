"""A tap, from the person's finger to the answer, over HTTP through the sandbox."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import count, cycle
from pathlib import Path
from statistics import median

import asyncpg
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message
from redis.asyncio import Redis

from bot.callbacks.buying import Choose
from bot.callbacks.finding import Browse, ShowEvent
from tests.bench.claims import Claim, in_turn
from tests.factories import Owner, make_event
from tests.guest import Guest
from tests.portal_fixtures import TOKEN, Sandbox, open_portal, open_sandbox
from tests.storage.database_fixtures import Scratch

TAPS = 15  # in a round: the programme, an event, its stepper, and again


async def tap(scratch: Scratch, redis: Redis, directory: Path, *, rounds: int) -> Sequence[Claim]:
    """Answered in under 150 ms, in the middle."""
    async with AsyncExitStack() as opened:
        owner = await asyncpg.connect(scratch.dsn())
        opened.push_async_callback(owner.close)
        event = (await make_event(Owner(owner))).id
        buttons = (Browse(), ShowEvent(event=event), Choose(event=event, basket="1"))
        sandbox = await opened.enter_async_context(open_sandbox(directory / "ours"))
        portal = await opened.enter_async_context(open_portal(scratch, redis, sandbox))
        bare = await opened.enter_async_context(open_sandbox(directory / "bare"))
        await opened.enter_async_context(_bare_bot(bare))
        stranger = await bare.guest()
        await stranger.start()
        await _first_screen(bare, stranger)
        ours = partial(_round, await portal.guest(), [button.pack() for button in buttons])
        times = await in_turn(ours, partial(_round, stranger, ["n"]), rounds)
    return [Claim("a tap, to the answer, median", "a bare bot that edits", "ms", *times, most=150)]


async def _round(guest: Guest, datas: Sequence[str]) -> float:
    """The median of milliseconds."""
    taken = []
    for _, data in zip(range(TAPS), cycle(datas), strict=False):
        message_id = (await guest.screen())["message_id"]
        started = time.perf_counter()
        await guest.tap_data(message_id, data)
        taken.append((time.perf_counter() - started) * 1000)
    return median(taken)


async def _first_screen(sandbox: Sandbox, guest: Guest) -> None:
    async with asyncio.timeout(10), sandbox.changed:
        while not any(message["from"]["is_bot"] for message in await guest.messages()):
            await sandbox.changed.wait()


@asynccontextmanager
async def _bare_bot(sandbox: Sandbox) -> AsyncIterator[None]:
    """aiogram as it comes: polls, edits the message, answers."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    dispatcher = Dispatcher()
    numbers = count(1)

    @dispatcher.message()
    async def word(message: Message) -> None:
        await message.answer("Screen")

    @dispatcher.callback_query()
    async def edit(query: CallbackQuery) -> None:
        if isinstance(query.message, Message):
            await query.message.edit_text(f"Screen {next(numbers)}")
        await query.answer()

    polling = asyncio.get_running_loop().create_task(
        dispatcher.start_polling(Bot(TOKEN, session=session), handle_signals=False)
    )
    yield
    await dispatcher.stop_polling()
    await polling
